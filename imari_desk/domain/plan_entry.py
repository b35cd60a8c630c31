"""One table of a plan's file, read key by key; every fault names the place it stands at.

A file is read until the first fault; a draft is read to its end, and its faults are gathered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import TypeVar

from imari_desk.domain.errors import PlanError

LONGEST = 2000  # characters of one text
# No more digits than a spreadsheet program keeps of a number.
_NUMBER = re.compile(r"[0-9]{1,11}(?:\.[0-9]{1,4})?")
_WHOLE = re.compile(r"[0-9]{1,6}")
# Control characters other than the line feed, separators, lone surrogates, non-characters.
_SIGNS = "\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff"
_STRANGE = re.compile(f"[{_SIGNS}]")
_PLAIN = re.compile(f"[^\n{_SIGNS}]*")

Choice = TypeVar("Choice", bound=Enum)
T = TypeVar("T")


class Entry:
    """A table under ``place`` ("" for the whole plan) with no keys but ``known``.

    What is absent reads as empty: "", None, (). Raises PlanError, or, where ``faults`` are given,
    adds it to them and reads what is at fault as empty; the place of a list's item is its number
    then. What is no table or has unknown keys is raised in any case: no draft has it.
    """

    __slots__ = ("_data", "faults", "place")

    def __init__(
        self,
        data: object,
        place: str,
        known: frozenset[str],
        faults: list[PlanError] | None = None,
    ) -> None:
        self.place, self.faults = place, faults
        self._data = table(data, place)
        unknown = self._data.keys() - known
        if unknown:
            at = self.at(sorted(map(str, unknown))[0])
            raise PlanError("plan.unknown_key", place=at, known="、".join(sorted(known)))

    def at(self, key: str) -> str:
        """The place of a key."""
        return f"{self.place}.{key}" if self.place else key

    def text(self, key: str, *, lines: bool = False) -> str:
        """A text without outer blanks, on one line unless ``lines``."""
        found = self._data.get(key)
        if found is None:
            return ""
        if isinstance(found, str) and len(found) <= LONGEST and _PLAIN.fullmatch(found):
            return found.strip()  # the usual case, quickly
        return self.spared(partial(clean, found, self.at(key), lines=lines), "")

    def needed(self, key: str, *, lines: bool = False) -> str:
        """A text that may not be empty."""
        text = self.text(key, lines=lines)
        if not text:
            self.report(PlanError("plan.missing", place=self.at(key)))
        return text

    def number(self, key: str) -> Decimal | None:
        """A number from 0 up."""
        found = self._data.get(key)
        return None if found is None else self.spared(partial(number, found, self.at(key)), None)

    def whole(self, key: str) -> int:
        """A whole number; needed."""
        found = self._data.get(key)
        if found is None:
            self.report(PlanError("plan.missing", place=self.at(key)))
        elif isinstance(found, bool) or not _WHOLE.fullmatch(str(found)):
            self.report(PlanError("plan.not_whole", place=self.at(key), found=brief(found)))
        else:
            return int(str(found))
        return 0

    def flag(self, key: str) -> bool:
        """True or false; false where absent."""
        found = self._data.get(key, False)
        if found not in (True, False, "true", "false"):
            self.report(PlanError("plan.not_flag", place=self.at(key)))
        return found in (True, "true")

    def choice(self, key: str, default: Choice) -> Choice:
        """A member of the default's enumeration, by its value."""
        found = self._data.get(key)
        if found is None:
            return default
        try:
            return type(default)(found)
        except ValueError:
            choices = "、".join(str(kind.value) for kind in type(default))
        at = self.at(key)
        self.report(PlanError("plan.not_choice", place=at, found=brief(found), choices=choices))
        return default

    def numbers(self, key: str) -> tuple[Decimal, ...]:
        listed_ = self._listed(key)
        return tuple(self.spared(partial(number, item, at), Decimal(0)) for at, item in listed_)

    def texts(self, key: str) -> tuple[str, ...]:
        """One-line texts, none of them empty."""
        found = (self.spared(partial(_some, item, at), "") for at, item in self._listed(key))
        return tuple(text for text in found if text)

    def tables(self, key: str, known: frozenset[str], named_by: str = "") -> Iterator[Entry]:
        """Each item of a list; places show the text under ``named_by``."""
        for place, item in self._listed(key):
            named = named_by and self.faults is None and isinstance(item, dict)
            name = item.get(named_by) if named and isinstance(item, dict) else None
            at = f"{self.at(key)}[{brief(name)}]" if isinstance(name, str) else place
            yield Entry(item, at, known, self.faults)

    def yearly(self, key: str) -> Iterator[tuple[int, str, object]]:
        """Year, place and value of each entry of a table keyed by years."""
        place = self.at(key)
        for year, value in table(self._data.get(key, {}), place).items():
            if not (len(str(year)) == 4 and str(year).isascii() and str(year).isdecimal()):
                raise PlanError("plan.not_year", place=f"{place}.{brief(year)}")
            yield int(year), f"{place}.{year}", value

    def inner(self, key: str, known: frozenset[str]) -> Entry:
        """The table under a key; an empty one where absent."""
        return Entry(self._data.get(key, {}), self.at(key), known, self.faults)

    def report(self, fault: PlanError) -> None:
        """Raise the fault, or gather it."""
        if self.faults is None:
            raise fault
        self.faults.append(fault)

    def spared(self, read: Callable[[], T], instead: T) -> T:
        """What ``read`` gives; ``instead`` where it found a fault and faults are gathered."""
        if self.faults is None:
            return read()
        try:
            return read()
        except PlanError as fault:
            self.faults.append(fault)
            return instead

    def _listed(self, key: str) -> Iterator[tuple[str, object]]:
        return listed(self._data.get(key, []), self.at(key))


def table(data: object, place: str) -> Mapping[str, object]:
    if not isinstance(data, dict):
        raise PlanError("plan.not_table", place=place or "計画")
    return data


def listed(data: object, place: str) -> Iterator[tuple[str, object]]:
    """Place and value of each item, counted from 1."""
    if not isinstance(data, list):
        raise PlanError("plan.not_list", place=place)
    return ((f"{place}[{n}]", item) for n, item in enumerate(data, start=1))


def lines_of(data: object, place: str) -> tuple[str, ...]:
    """A list of one-line texts, none of them empty."""
    return tuple(_some(item, at) for at, item in listed(data, place))


def clean(data: object, place: str, *, lines: bool = False) -> str:
    """A text without outer blanks and without characters nobody can see."""
    if not isinstance(data, str):
        raise PlanError("plan.not_text", place=place)
    if strange := _STRANGE.search(data):
        shown = f"U+{ord(strange[0]):04X}"
        raise PlanError("plan.strange_character", place=place, character=shown)
    text = data.strip()
    if len(text) > LONGEST:
        raise PlanError("plan.too_long", place=place, length=len(text), limit=LONGEST)
    if "\n" in text and not lines:
        raise PlanError("plan.one_line", place=place)
    return text


def number(data: object, place: str) -> Decimal:
    written = isinstance(data, int | str | Decimal) and not isinstance(data, bool)
    if not written or not _NUMBER.fullmatch(str(data)):
        raise PlanError("plan.not_number", place=place, found=brief(data))
    return Decimal(str(data))


def brief(data: object) -> str:
    """A value as it stands in a sentence."""
    text = str(data)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _some(data: object, place: str) -> str:
    text = clean(data, place)
    if not text:
        raise PlanError("plan.missing", place=place)
    return text
