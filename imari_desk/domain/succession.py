"""組織改編: which 課 goes on with what another answered for, and what that changes.

Nothing of the years before is touched: there the old names stand, as they stood then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from imari_desk.domain.records import Assignment
from imari_desk.domain.taking_in import department_key, same_department


class Succession(NamedTuple):
    """From a fiscal year on ``new`` answers for what ``old`` answered for."""

    fiscal_year: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Successions:
    """Every 組織改編 there was, in any order."""

    every: tuple[Succession, ...] = ()

    def heir(self, department: str, fiscal_year: int) -> str:
        """The 課 that in that year answers for what this one answered for; mostly itself."""
        name, passed = department, {department_key(department)}
        while (step := self._step(name, fiscal_year)) and department_key(step.new) not in passed:
            name = step.new
            passed.add(department_key(name))
        return name

    def formers(self, department: str, first: int, last: int) -> tuple[str, ...]:
        """The names that became this one in those years, the newest change first."""
        found = [
            one.old
            for one in sorted(self.every, key=lambda s: (-s.fiscal_year, s.old))
            if first <= one.fiscal_year <= last
            and not same_department(one.old, department)
            and same_department(self.heir(one.old, last), department)
        ]
        return tuple(dict.fromkeys(found))

    def speaking_for(self, department: str, fiscal_year: int) -> frozenset[str]:
        """The keys (department_key) of the 課 whose workbooks count as those of this one.

        Those it goes on for by that year; and those that go on for it since, for a year of before
        they have to answer as well.
        """
        names = {department, *self._every_heir(department)}
        names |= {s.old for s in self.every if self._leads(s.old, department, fiscal_year)}
        return frozenset(map(department_key, names))

    def _leads(self, old: str, department: str, fiscal_year: int) -> bool:
        return same_department(self.heir(old, fiscal_year), department)

    def _every_heir(self, department: str) -> Iterable[str]:
        years = sorted({s.fiscal_year for s in self.every})
        return (self.heir(department, year) for year in years)

    def _step(self, department: str, fiscal_year: int) -> Succession | None:
        """The newest change of that name by then."""
        there = [
            s
            for s in self.every
            if s.fiscal_year <= fiscal_year and same_department(s.old, department)
        ]
        return max(there, default=None)


class Change(NamedTuple):
    """What somebody changed about who answers: rows that go, and rows that come.

    A row that comes stands in the place of one of the same plan, year and measure.
    """

    gone: tuple[Assignment, ...] = ()
    new: tuple[Assignment, ...] = ()
    ended: tuple[Succession, ...] = ()
    begun: tuple[Succession, ...] = ()

    @property
    def inverse(self) -> Change:
        """What takes it back."""
        return Change(self.new, self.gone, self.begun, self.ended)


class Answering(NamedTuple):
    """Who is to answer for a measure."""

    measure: str
    department: str
    related: tuple[str, ...] = ()


class Term(NamedTuple):
    """Years in a row in which the same 課 answered; ``department`` "" where nobody did.

    ``former``: the 課 of before, where this one goes on for it.
    """

    first: int
    last: int
    department: str
    related: tuple[str, ...] = ()
    former: str = ""


def assigned(
    rows: Iterable[Assignment], plan: str, first: int, year: int, wanted: Sequence[Answering]
) -> Change:
    """Let those answer from ``first`` on, as it stands in ``year``; what was said of the years
    between is gone. "" for a 課: nobody is said for that year, and who answered before goes on.
    """
    there = {one.measure: one for one in wanted}
    gone = tuple(
        row
        for row in rows
        if row.plan == plan and row.measure in there and first <= row.fiscal_year <= year
    )
    new = tuple(
        Assignment(plan, first, one.measure, one.department, one.related)
        for one in there.values()
        if one.department
    )
    kept = set(gone) & set(new)
    return Change(
        tuple(row for row in gone if row not in kept),
        tuple(row for row in new if row not in kept),
    )


def reorganised(rows: Iterable[Assignment], begun: Succession) -> Change:
    """Let the new 課 answer from that year on for all the old one does, and stand in its place
    among the 関係課. ``rows`` are every row of the plans that go on."""
    gone: list[Assignment] = []
    new: list[Assignment] = []
    for found in _by_measure(rows):
        before: list[Assignment] = []
        for row in found:
            if row.fiscal_year > begun.fiscal_year:
                if _named(row, begun.old):
                    gone.append(row)
                    new.append(_renamed(row, begun))
            else:
                before.append(row)
        if before and _named(newest := max(before), begun.old):
            if newest.fiscal_year == begun.fiscal_year:
                gone.append(newest)
            new.append(_renamed(newest, begun)._replace(fiscal_year=begun.fiscal_year))
    return Change(tuple(gone), tuple(new), (), (begun,))


def dissolved(rows: Iterable[Assignment], ended: Succession) -> Change:
    """Take a 組織改編 back: what the new 課 answers for from that year on only because of it is
    the old one's again."""
    gone: list[Assignment] = []
    for found in _by_measure(rows):
        by_year = {row.fiscal_year: row for row in found}
        here = by_year.pop(ended.fiscal_year, None)
        before = [row for year, row in by_year.items() if year < ended.fiscal_year]
        if here is not None and before and _renamed(max(before), ended)[3:] == here[3:]:
            gone.append(here)
    return Change(tuple(gone), (), (ended,), ())


def terms(
    rows: Iterable[Assignment], years: Iterable[int], successions: Successions
) -> tuple[Term, ...]:
    """Who answered for one measure over the years; ``rows`` are that measure's."""
    ordered = sorted(rows, key=lambda row: row.fiscal_year)
    found: list[Term] = []
    for year in years:
        row = next((r for r in reversed(ordered) if r.fiscal_year <= year), None)
        department, related = (row.department, row.related) if row else ("", ())
        last = found[-1] if found else None
        if last and (last.department, last.related) == (department, related):
            found[-1] = last._replace(last=year)
            continue
        follows = last is not None and department and last.department != department
        former = last.department if last and follows else ""
        goes_on = former and same_department(successions.heir(former, year), department)
        found.append(Term(year, year, department, related, former if goes_on else ""))
    return tuple(found)


def _by_measure(rows: Iterable[Assignment]) -> Iterable[Iterable[Assignment]]:
    """The rows of each measure of each plan, by year."""
    ordered = sorted(rows, key=lambda row: (row.plan, row.measure, row.fiscal_year))
    return (found for _, found in groupby(ordered, key=lambda row: (row.plan, row.measure)))


def _named(row: Assignment, name: str) -> bool:
    return any(same_department(one, name) for one in (row.department, *row.related))


def _renamed(row: Assignment, begun: Succession) -> Assignment:
    def now(name: str) -> str:
        return begun.new if same_department(name, begun.old) else name

    department = now(row.department)
    related = dict.fromkeys(map(now, row.related))
    others = (name for name in related if not same_department(name, department))
    return row._replace(department=department, related=tuple(others))
