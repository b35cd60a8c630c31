"""An office that has taken in one 課's answers: last year's text again, a number that jumped."""

from __future__ import annotations

from pathlib import Path

from tests.desk.people import MINE, YEAR, meet

TEXT = "子育てと介護の手続きをオンラインで受け付け、対象を広げる検討を行った。"
ANSWERS = {
    "indicator.1.numerator": "48",
    "indicator.1.denominator": "100",
    "indicator.1.state": "確定",
    "grade": "A",
    "activities": TEXT + "済",
    "results": "来庁が減った。",
}


def handed_in(folder: Path) -> None:
    """Fill a folder with an office and a 課, the 提出 taken in."""
    people = meet(folder)
    with people.office, people.clerk:
        before = {"indicator.1.numerator": "20", "indicator.1.denominator": "100"}
        people.clerk.enter(MINE, YEAR - 1, {**before, "activities": TEXT})
        people.clerk.enter(MINE, YEAR, ANSWERS)
        people.office.import_files([people.submit()])
