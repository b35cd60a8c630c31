"""計画ブック: the plan as a workbook the office corrects, and what it says when it comes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from imari_desk.domain.codes import matching_code, tidy_code
from imari_desk.domain.era import read_year
from imari_desk.domain.errors import PlanError
from imari_desk.domain.numerals import narrow
from imari_desk.domain.plan import Direction, IndicatorKind, Phase, Plan
from imari_desk.domain.plan_entry import brief
from imari_desk.domain.plan_names import COMBINE_WORDS
from imari_desk.domain.plan_text import plan_from_dict
from imari_desk.domain.plan_typed import lines_in, parted, typed_number
from imari_desk.workbook.plan_book_layout import (
    FIELD_WORD,
    GRADES,
    HEAD,
    HEAD_ITEMS,
    INDICATORS,
    MEASURES,
    PHASES,
    STRUCTURE,
    TERMS,
    YEARLY,
)
from imari_desk.workbook.plan_book_read import (
    Line,
    Place,
    chosen,
    fault,
    read_tables,
)
from imari_desk.workbook.plan_book_write import write_plan_book

__all__ = ["read_plan_book", "write_plan_book"]

_MONTH = re.compile(r"(?P<year>.+?)[年/.-](?P<month>0?[1-9]|1[0-2])月?(?:末)?")
_TO = re.compile(r"[~～〜―–]|から|まで")
_HEADS = {label: key for key, label, _ in HEAD_ITEMS}

_Entry = dict[str, Any]


def read_plan_book(data: bytes, name: str = "計画ブック.xlsx") -> Plan:
    """The plan a workbook holds, version and 版の説明 as they stand in it.

    Raises WorkbookError for what is no workbook, PlanError for a plan that cannot be used as
    written; its facts name ``sheet`` and ``cell``.
    """
    draft = _Draft(read_tables(data, name))
    try:
        return plan_from_dict(draft.plan)
    except PlanError as error:
        facts = {key: value for key, value in error.facts.items() if key != "place"}
        raise fault(error.code, draft.place_of(str(error.facts["place"])), **facts) from error


class _Draft:
    """The plan's dict as it is put together, and the cell each entry came from."""

    def __init__(self, tables: Mapping[str, tuple[Line, ...]]) -> None:
        self._tables = tables
        self._places: dict[str, Place] = {}
        self.plan: _Entry = {"scale": {}}
        self._read_head()
        self._read_structure()
        self._measures = self._read_measures()
        self._read_yearly()
        self._read_phases()
        self._read_indicators()
        self.plan["scale"]["grades"] = self._listed("scale.grades", GRADES.sheet)
        self.plan["glossary"] = self._listed("glossary", TERMS.sheet)

    def place_of(self, place: str) -> Place:
        """The cell of an entry, or of what it belongs to."""
        while place and place not in self._places:
            place = place[: max(place.rfind("."), place.rfind("["), 0)]
        return self._places.get(place, Place(HEAD.sheet))

    # --- the sheets ---

    def _read_head(self) -> None:
        lines = {}
        for line in self._tables[HEAD.sheet]:
            key = _HEADS.get(line.text("item"))
            if key in lines:
                raise line.fault("plan.twice", "item", found=line.text("item"))
            if key:
                lines[key] = line
        for key, label, _ in HEAD_ITEMS:
            if key not in lines:
                raise fault("plan_book.no_item", Place(HEAD.sheet), item=label)
            self._read_head_item(key, lines[key])

    def _read_head_item(self, key: str, line: Line) -> None:
        place, value = line.place("content"), line.text("content")
        if key == "expected":
            self.plan["scale"]["expected"] = _shares(value)
            self._places["scale.expected"] = place
        elif key == "combine":
            _set(self.plan["scale"], key, chosen(COMBINE_WORDS, line, "content"))
        elif key in ("first_year", "last_year"):
            _set(self.plan, key, str(_year(line, "content")) if value else "")
        else:
            _set(self.plan, key, typed_number(value) if key == "version" else value)
        self._places[key] = place

    def _read_structure(self) -> None:
        lines = self._tables[STRUCTURE.sheet]
        fields = {x.text("name"): x.text("id") for x in lines if x.text("what") == FIELD_WORD}
        for kind in ("fields", "groups"):
            self.plan[kind] = []
            self._places[kind] = Place(STRUCTURE.sheet)
        for line in lines:
            entry = _texts(line, ("id", "name"))
            if not line.text("what"):
                raise line.fault("plan.missing", "what")
            if line.text("what") == FIELD_WORD:
                self._add("fields", entry, line, {"id": "id", "name": "name"})
            else:
                within = line.text("within")
                _set(entry, "field", fields.get(within, within))
                self._add("groups", entry, line, {"id": "id", "name": "name", "field": "within"})

    def _read_measures(self) -> dict[str, _Entry]:
        self._places["measures"] = Place(MEASURES.sheet)
        self.plan["measures"] = []
        groups = {group.get("name"): group.get("id", "") for group in self.plan["groups"]}
        found: dict[str, _Entry] = {}
        for line in self._tables[MEASURES.sheet]:
            entry = _texts(line, [c.key for c in MEASURES.columns if c.key != "predecessors"])
            _set(entry, "group", groups.get(line.text("group"), line.text("group")))
            entry["predecessors"] = parted(line.text("predecessors"))
            entry |= {"schedule": {}, "milestones": {}, "phases": {}, "indicators": []}
            code = self._new_code(line, found)
            found[code] = entry
            entry["code"] = code
            keys = {column.key: column.key for column in MEASURES.columns}
            self._add("measures", entry, line, keys)
            self._note(f"measures[{code}]", line, keys)
        return found

    def _new_code(self, line: Line, known: Mapping[str, _Entry]) -> str:
        """The code of a measure that has not stood in the table before."""
        written = line.text("code")
        if not written:
            raise line.fault("plan_book.no_code", "code")
        if matching_code(written, known):
            raise line.fault("plan.twice", "code", found=brief(written))
        return tidy_code(written) or written

    def _read_yearly(self) -> None:
        seen = set()
        for line in self._tables[YEARLY.sheet]:
            code, measure = self._measure(line)
            if not line.text("schedule") and not line.text("milestones"):
                continue
            year = _year(line, "year")
            if (code, year) in seen:
                raise line.fault("plan.twice", "year", found=f"{code} {line.text('year')}")
            seen.add((code, year))
            measure["schedule"][str(year)] = line.text("schedule")
            measure["milestones"][str(year)] = lines_in(line.text("milestones"))
            for key in ("schedule", "milestones"):
                self._places[f"measures[{code}].{key}.{year}"] = line.place(key)

    def _read_phases(self) -> None:
        for line in self._tables[PHASES.sheet]:
            code, measure = self._measure(line)
            if measure["phases"]:
                raise line.fault("plan.twice", "code", found=code)
            measure["phases"] = {"checked": line.text("checked") or "false"}
            _set(measure["phases"], "checked_by", line.text("checked_by"))
            for phase in Phase:
                key = phase.value
                intervals = [_interval(text, line, key) for text in lines_in(line.text(key))]
                measure["phases"][key] = intervals
                self._places[f"measures[{code}].phases.{key}"] = line.place(key)

    def _read_indicators(self) -> None:
        numbered: dict[str, dict[str, Line]] = {}
        for line in self._tables[INDICATORS.sheet]:
            code, _ = self._measure(line)
            of_measure = numbered.setdefault(code, {})
            if line.text("number") in of_measure:
                raise line.fault("plan.twice", "number", found=f"{code} {line.text('number')}")
            of_measure[line.text("number")] = line
        for code, lines in numbered.items():
            for number in sorted(lines, key=_in_order):
                self._add_indicator(code, lines[number])

    def _add_indicator(self, code: str, line: Line) -> None:
        keys = {c.key: c.key for c in INDICATORS.columns if c.key not in ("code", "name", "number")}
        entry = _texts(line, keys)
        entry["expected"] = _shares(line.text("expected"))
        if "indicator" in entry:
            entry["name"] = entry.pop("indicator")
        if line.text("kind") == IndicatorKind.CEILING.value:
            entry["direction"] = Direction.DOWN.value
        keys["name"] = keys.pop("indicator")
        owner = self._measures[code]
        owner["indicators"].append(entry)
        place = f"measures[{code}].indicators[{len(owner['indicators'])}]"
        self._note(place, line, keys)

    def _listed(self, place: str, sheet: str) -> list[_Entry]:
        """The rows of a table whose columns are the entry's keys."""
        self._places[place] = Place(sheet)
        entries = []
        for n, line in enumerate(self._tables[sheet], start=1):
            entries.append(dict(line.texts))
            self._note(f"{place}[{n}]", line, {key: key for key in line.columns})
        return entries

    # --- putting together ---

    def _measure(self, line: Line) -> tuple[str, _Entry]:
        """The measure a row belongs to."""
        written = line.text("code")
        if not written:
            raise line.fault("plan_book.no_code", "code")
        code = matching_code(written, self._measures)
        if code is None:
            facts = {"found": brief(written)}
            raise line.fault("plan_book.unknown_code", "code", **facts)
        return code, self._measures[code]

    def _add(self, kind: str, entry: _Entry, line: Line, keys: Mapping[str, str]) -> None:
        entries = self.plan[kind]
        entries.append(entry)
        self._note(f"{kind}[{len(entries)}]", line, keys)

    def _note(self, place: str, line: Line, keys: Mapping[str, str]) -> None:
        """Remember the cells of an entry: its key → the column's key."""
        self._places[place] = Place(line.sheet, str(line.row) + "行目")
        for key, column in keys.items():
            self._places[f"{place}.{key}"] = line.place(column)


# --- cells of several values ---


def _texts(line: Line, keys: Iterable[str]) -> _Entry:
    return {key: line.text(key) for key in keys if line.text(key)}


def _set(entry: _Entry, key: str, value: str) -> None:
    if value:
        entry[key] = value


def _shares(text: str) -> list[str]:
    return [typed_number(part) for part in parted(text)]


def _year(line: Line, key: str) -> int:
    year = read_year(line.text(key))
    if isinstance(year, int):
        return year
    raise line.fault("plan_book.not_year", key, found=brief(line.text(key)))


def _interval(text: str, line: Line, key: str) -> str:
    """「令和4年4月～令和7年3月」 as 「2022-04/2025-03」."""
    months = [_month(part.strip()) for part in _TO.split(narrow(text)) if part.strip()]
    if len(months) != 2 or "" in months:
        raise line.fault("plan_book.not_interval", key, found=brief(text))
    return "/".join(months)


def _month(text: str) -> str:
    found = _MONTH.fullmatch(text)
    year = read_year(found["year"]) if found else None
    if not found or not isinstance(year, int):
        return ""
    return f"{year:04d}-{int(found['month']):02d}"


def _in_order(number: str) -> tuple[bool, int, str]:
    """Rows without a number come last."""
    whole = number.isdecimal()
    return (not whole, int(number) if whole else 0, number)
