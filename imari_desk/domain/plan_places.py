"""Where something stands in a plan, as people call it: 「行-② …」の「指標1の数値目標」."""

from __future__ import annotations

from typing import NamedTuple

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import PlanError
from imari_desk.domain.plan_draft import Draft, Path, at, path_of
from imari_desk.domain.words import sentence

MEASURES, SCALE, GLOSSARY = "measures", "scale", "glossary"
_LISTS = ("fields", "groups", "grades", "glossary", "indicators")


class Place(NamedTuple):
    """``subject``: the measure, the yardstick …; ``field``: which part of it, "" for all of it."""

    subject: str
    field: str

    @property
    def text(self) -> str:
        return sentence("office.plan.place", **self._asdict()) if self.field else self.subject


class Fault(NamedTuple):
    """Something that keeps a draft from being a plan; ``text`` says what to do about it."""

    path: Path
    place: Place
    text: str


def fault_of(error: PlanError, draft: Draft) -> Fault:
    """What is wrong and where, for people in front of the draft."""
    path = path_of(str(error.facts["place"]))
    facts = {**error.facts, "place": ""}
    return Fault(path, place(draft, path), sentence(error.code, **facts).removeprefix("："))


def place(draft: Draft, path: Path) -> Place:
    """What stands at a path, in words."""
    if path[:1] == (MEASURES,) and len(path) > 1:
        return Place(measure_name(draft, int(path[1])), _field(draft, path[2:]))
    if path[:1] == (SCALE,):
        return Place(sentence("office.plan.scale"), _field(draft, path[1:]))
    if path[:1] == (GLOSSARY,):
        return Place(sentence("office.plan.terms"), _field(draft, path))
    return Place(sentence("office.plan.whole"), _field(draft, path))


def measure_name(draft: Draft, n: int) -> str:
    """Code and name of the measure at a place from 0, as far as it has them."""
    code, name = (at(draft, (MEASURES, n, key)) for key in ("code", "name"))
    shown = sentence("office.plan.no_code", number=n + 1)
    return " ".join(filter(None, (str(code or shown), str(name or ""))))


def label(key: str) -> str:
    """What a key of the plan is called."""
    return sentence(f"office.plan.label.{key}")


def _field(draft: Draft, path: Path) -> str:
    """The part of a measure, of the yardstick or of the plan."""
    match path:
        case ():
            return ""
        case ("phases", str(phase), *_):
            return phase_label(phase)
        case ("schedule" | "milestones" as key, str(year), *_):
            return of_year(key, int(year))
        case ("expected", int(n)):
            first = at(draft, ("first_year",))
            known = isinstance(first, int)
            return of_year("expected", first + n) if known else label("expected")
        case (str(key), int(n), str(part), *_) if key in _LISTS:
            number = sentence(f"office.plan.label.{key}_n", number=n + 1)
            return sentence("office.plan.part", whole=number, part=label(part))
        case (str(key), int(n)) if key in _LISTS:
            return sentence(f"office.plan.label.{key}_n", number=n + 1)
        case _:
            return label(str(path[0]))


def phase_label(key: str) -> str:
    """A row of the phase bars, or whether they were compared with the original."""
    if key in ("checked", "checked_by"):
        return label("checked")
    return sentence("office.plan.bars_of", phase=sentence(f"paper.phase.{key}"))


def of_year(key: str, fiscal_year: int) -> str:
    """「取組内容（令和5年度）」."""
    return sentence("office.plan.of_year", what=label(key), year=fiscal_year_name(fiscal_year))
