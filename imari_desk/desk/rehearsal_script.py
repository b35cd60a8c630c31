"""The demo's script: sample answers of resources/demo, as plain values."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from imari_desk.desk.packaged import packaged_plan
from imari_desk.domain.plan import Plan
from imari_desk.places import packaged

Answers = Mapping[str, str]  # item key → what is typed


@dataclass(frozen=True)
class Conflict:
    """Two clerks of one 課 answer one measure differently; later the 課 chooses."""

    department: str
    measure: str
    first: Answers
    second: Answers
    chosen: Answers


@dataclass(frozen=True)
class ByHand:
    """The 課 that fills in its workbook in a spreadsheet program."""

    department: str
    note_measure: str
    note_text: str
    number_measure: str
    number_key: str
    number_value: float


@dataclass(frozen=True)
class GivingBack:
    """What the office sends back. ``comments`` are (measure, item key, text)."""

    department: str
    message: str
    comments: tuple[tuple[str, str, str], ...]

    @property
    def measures(self) -> list[str]:
        return list(dict.fromkeys(measure for measure, _, _ in self.comments))


@dataclass(frozen=True)
class Practice:
    """What a 課 that practises is asked for."""

    department: str
    measures: tuple[str, ...]
    message: str


@dataclass(frozen=True)
class Script:
    """The whole round. ``departments`` is 課 → its measures; ``past`` by measure and year."""

    plan: Plan
    fiscal_year: int
    departments: Mapping[str, tuple[str, ...]]
    related: Mapping[str, str]
    past: Mapping[tuple[str, int], Answers]
    answers: Mapping[str, Answers]
    corrections: Mapping[str, Answers]
    office: Mapping[str, Answers]
    conflict: Conflict
    by_hand: ByHand
    giving_back: GivingBack
    practice: Practice

    def assignment_rows(self) -> list[tuple[str, str, str]]:
        """施策番号, 担当課, 関係課, in the plan's order."""
        answers_for = {code: name for name, codes in self.departments.items() for code in codes}
        return [
            (m.code, answers_for[m.code], self.related.get(m.code, "")) for m in self.plan.measures
        ]

    def answers_of(self, department: str) -> dict[str, Answers]:
        """Measure code → answers, for one 課."""
        return {c: self.answers[c] for c in self.departments[department] if c in self.answers}


def load_script() -> Script:
    """Read resources/demo; its files are one document, tables of the same name belong together."""
    data: dict[str, Any] = {}
    for path in sorted((packaged("resources") / "demo").glob("*.toml")):
        _merge(data, tomllib.loads(path.read_text("utf-8")))
    departments, past = data["department"], data["past"]
    return Script(
        plan=packaged_plan(),
        fiscal_year=data["fiscal_year"],
        departments={d["name"]: tuple(d["measures"]) for d in departments},
        related={code: text for d in departments for code, text in d.get("related", {}).items()},
        past={(code, int(year)): _flat(past[code][year]) for code in past for year in past[code]},
        answers={code: _flat(table) for code, table in data["answers"].items()},
        corrections={code: _flat(table) for code, table in data["correction"].items()},
        office={code: _flat(table) for code, table in data["office"].items()},
        conflict=_conflict(data["conflict"]),
        by_hand=_by_hand(data["by_hand"]),
        giving_back=_giving_back(data["return"]),
        practice=_practice(data["practice"]),
    )


def _conflict(table: Mapping[str, Any]) -> Conflict:
    copies = (_flat(table[name]) for name in ("first", "second", "chosen"))
    return Conflict(table["department"], table["measure"], *copies)


def _by_hand(table: Mapping[str, Any]) -> ByHand:
    note, number = table["note"], table["number"]
    return ByHand(
        table["department"],
        note["measure"],
        note["text"],
        number["measure"],
        number["key"],
        number["value"],
    )


def _practice(table: Mapping[str, Any]) -> Practice:
    return Practice(table["department"], tuple(table["measures"]), table["message"])


def _giving_back(table: Mapping[str, Any]) -> GivingBack:
    comments = [(table["measure"], c["item"], c["text"]) for c in table["comments"]]
    comments += [(c["measure"], c["item"], c["text"]) for c in table.get("also", ())]
    return GivingBack(table["department"], table["message"], tuple(comments))


def _merge(into: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        if isinstance(value, dict) and isinstance(into.get(name), dict):
            _merge(into[name], value)
        else:
            into[name] = value


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested tables as item keys: ``indicator.1.value``."""
    flat: dict[str, str] = {}
    for name, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value
    return flat
