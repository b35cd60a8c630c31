"""The demo played once for the tests that look at what it leaves."""

from __future__ import annotations

from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal import DATA, SUBMISSIONS, rehearse
from imari_desk.domain.items import Owner

YEAR = 2025


def play(folder: Path) -> list[str]:
    """Play the round into a folder; gives what it said."""
    said: list[str] = []
    rehearse(folder, said.append)
    return said


def office(folder: Path) -> Desk:
    """The demo's office."""
    return Desk.open(folder / DATA / "推進室")


def submissions(folder: Path) -> list[Path]:
    return sorted((folder / SUBMISSIONS).iterdir())


def fresh_office(folder: Path, demo: Path) -> Desk:
    """A new office that knows who answers, and nothing else."""
    desk = Desk.create(folder, Owner.OFFICE)
    desk.assign(demo / "assign.csv")
    return desk


def answers(desk: Desk) -> dict[str, dict[str, tuple[str, ...]]]:
    """Measure → item → what stands, of the year and the items a 課 writes."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for measure in desk.plan().measures:
        view = desk.show(measure.code, YEAR)
        found[measure.code] = {
            a.key: tuple(v for v, _ in a.conflict) or (a.value,)
            for a in view.answers
            if not a.item_code.startswith(("O", "S03", "S04")) and "comment" not in a.key
        }
    return found
