"""A plan as it is edited: the shape plan_to_dict gives, whether it is a plan yet or not.

Drafts are values: every edit gives a new one that shares with the old what was not touched, so
the one before is there to go back to. What is empty is left out, as plan_to_dict does it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

from imari_desk.domain.words import sentence

Draft = dict[str, Any]
Path = tuple[str | int, ...]  # keys, and places in lists from 0

_STEP = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")
_YEAR_END = re.compile(r"-(?:19|20|21)[0-9]{2}$")
_MOST_ID = 40
# What a measure keeps when it goes over into the next plan; targets and years are made anew.
_LASTING = ("code", "group", "name", "summary", "effect", "vision_action", "national_priority")
_LASTING_INDICATOR = ("name", "kind", "unit", "direction", "numerator", "denominator", "formula")


def at(draft: object, path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    for step in path:
        if isinstance(step, str):
            draft = draft.get(step) if isinstance(draft, dict) else None
        else:
            there = isinstance(draft, list) and 0 <= step < len(draft)
            draft = draft[step] if there and isinstance(draft, list) else None
    return draft


def put(draft: Draft, path: Path, value: object) -> Draft:
    """The draft with a value at a path; an empty one is taken away with what it leaves empty.

    Lists are not made longer: what stands in one is put in with ``insert``.
    """
    return _dict(_put(draft, path, value))


def insert(draft: Draft, path: Path, place: int, entry: object) -> Draft:
    """The draft with an entry more in the list at ``path``, before the one at ``place``."""
    entries = _list(draft, path)
    return put(draft, path, [*entries[:place], entry, *entries[place:]])


def remove(draft: Draft, path: Path, place: int) -> Draft:
    """The draft without the entry at ``place`` of the list at ``path``."""
    entries = _list(draft, path)
    return put(draft, path, [*entries[:place], *entries[place + 1 :]])


def move(draft: Draft, path: Path, place: int, by: int) -> Draft:
    """The draft with an entry of a list further down by so many places; up below 0."""
    entries = [*_list(draft, path)]
    entry = entries.pop(place)
    entries.insert(max(0, place + by), entry)
    return put(draft, path, entries)


def place_of(path: Path) -> str:
    """A path as faults name it: 「measures[7].indicators[1].target」."""
    text = "".join(f".{step}" if isinstance(step, str) else f"[{step + 1}]" for step in path)
    return text.removeprefix(".")


def path_of(place: str) -> Path:
    """The inverse of place_of."""
    return tuple(key or int(number) - 1 for key, number in _STEP.findall(place))


# --- what is more than one value ---


def copy_measure(draft: Draft, place: int) -> Draft:
    """The draft with a copy of a measure behind it, still without a code, its bars unchecked."""
    measure = dict(at(draft, ("measures", place)))
    measure.pop("code", None)
    measure["name"] = sentence("office.plan.copied", name=measure.get("name", ""))
    measure["phases"] = unchecked(measure.get("phases", {}))
    return insert(draft, ("measures",), place + 1, _filled(measure))


def unchecked(phases: Mapping[str, object]) -> dict[str, object]:
    """A measure's bars without the note that they were compared with the original."""
    return {key: value for key, value in phases.items() if key not in ("checked", "checked_by")}


def add_named(draft: Draft, kind: str, entry: Mapping[str, object]) -> Draft:
    """The draft with one more 分野 (fields) or ◎ (groups), with an id nobody else has."""
    known = {one.get("id") for one in _list(draft, (kind,))}
    letter = {"fields": "f", "groups": "g"}[kind]
    n = next(n for n in range(1, len(known) + 2) if f"{letter}{n}" not in known)
    return insert(draft, (kind,), len(_list(draft, (kind,))), {"id": f"{letter}{n}", **entry})


def next_plan(draft: Draft, known: Collection[str]) -> Draft:
    """A draft of the plan after this one: as many years, the same measures and yardstick.

    Each measure names its predecessor; bars, targets and what the years ask are empty. ``known``:
    the ids of plans that are there already.
    """
    first, last = (int(draft[key]) for key in ("first_year", "last_year"))
    start = last + 1
    new = {
        **draft,
        "id": _new_id(str(draft["id"]), start, known),
        "title": sentence("office.plan.next_title", title=draft["title"]),
        "first_year": start,
        "last_year": last + (last - first + 1),
        "version": 1,
        "measures": [_next_measure(one) for one in _list(draft, ("measures",))],
    }
    new.pop("version_note", None)
    return new


def _next_measure(measure: Mapping[str, Any]) -> Draft:
    kept = {key: measure[key] for key in _LASTING if key in measure}
    indicators = [
        {key: one[key] for key in _LASTING_INDICATOR if key in one}
        for one in measure.get("indicators", [])
    ]
    before = [measure["code"]] if measure.get("code") else []
    return _filled({**kept, "indicators": indicators, "predecessors": before})


def _new_id(old: str, first_year: int, known: Collection[str]) -> str:
    stem = _YEAR_END.sub("", old)[: _MOST_ID - 8].rstrip("-")
    wanted = f"{stem}-{first_year}"
    n = 2
    while wanted in known:
        wanted, n = f"{stem}-{first_year}-{n}", n + 1
    return wanted


# --- inside ---


def _put(there: object, path: Path, value: object) -> object:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        entries = list(there) if isinstance(there, list) else []
        entries[step] = _put(entries[step], rest, value) or {}
        return entries
    entry = _dict(there)
    return _filled({**entry, step: _put(entry.get(step), rest, value)})


def _filled(entry: Mapping[str, Any]) -> Draft:
    """The keys that say something."""
    return {key: value for key, value in entry.items() if value not in (None, "", [], {}, False)}


def _dict(found: object) -> Draft:
    return found if isinstance(found, dict) else {}


def _list(draft: Draft, path: Path) -> list[Any]:
    found = at(draft, path)
    return found if isinstance(found, list) else []
