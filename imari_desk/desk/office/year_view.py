"""How far a year is set up, as the page shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.asking import Letter
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import PlanVersion
from imari_desk.domain.succession import Answering, Succession

DUE = "due"  # the kind of text that says until when


class Step(Enum):
    """The steps of the page, in their order; the value ends a sentence's code."""

    PLAN = "plan"
    DEPARTMENTS = "departments"
    DUE = "due"
    ASKS = "asks"
    BOOKS = "books"


class Row(NamedTuple):
    """Who answers for a measure. ``since``: the fiscal year it was said for, 0 where nobody is.

    ``last``: who answered the year before, under the name it had then; for the first year of a
    plan who answered for the ``predecessors``. ``goes_on``: the 課 is last year's after a 組織改編.
    """

    measure: str
    name: str
    field: str
    department: str = ""
    related: tuple[str, ...] = ()
    last: str = ""
    since: int = 0
    goes_on: bool = False
    predecessors: tuple[str, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether another 課 answers than last year."""
        return bool(self.last and self.department) and self.last != self.department


class Party(NamedTuple):
    """A 課 that is asked, with its measures as code and name.

    ``own_due`` is what was typed for it alone, "" for nothing; ``due`` the day that counts, None
    where there is none, or none that can be read (``odd_due``). ``written``: when its workbook was
    written last, ISO text; ``moved``: another day was typed since; ``added``: codes that are its
    own since. ``letter`` is ready to be sent, ``own`` whether it is for this 課 alone.
    """

    department: str
    former: tuple[str, ...]
    measures: tuple[tuple[str, str], ...]
    own_due: str
    due: date | None
    odd_due: str
    letter: Letter
    own: frozenset[str]
    written: str = ""
    moved: bool = False
    added: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether its workbook is still to be written, or again."""
        return not self.written or bool(self.added) or self.moved


class YearView(NamedTuple):
    """A year being set up. ``known``: every name of a 課 that is known, to be completed.

    ``due`` is what was typed for all; ``texts`` the templates by their kind (domain/asking.py);
    ``seen``: somebody has looked at them. ``others``: the other plans there are; ``before``: the
    one this plan's measures go on from, in its first year.
    """

    fiscal_year: int
    plan: Plan
    fixed: bool
    versions: tuple[PlanVersion, ...]
    others: tuple[Plan, ...]
    before: Plan | None
    rows: tuple[Row, ...]
    parties: tuple[Party, ...]
    known: tuple[str, ...]
    successions: tuple[Succession, ...]
    due: str
    texts: Mapping[str, str]
    seen: bool

    @property
    def unassigned(self) -> tuple[str, ...]:
        """Codes of the measures nobody answers for."""
        return tuple(row.measure for row in self.rows if not row.department)

    def done(self, step: Step) -> bool:
        """Whether nothing is left to do there."""
        match step:
            case Step.PLAN:
                return True
            case Step.DEPARTMENTS:
                return not self.unassigned
            case Step.DUE:
                dues = [party.due for party in self.parties]
                return bool(dues) and all(dues)
            case Step.ASKS:
                return self.seen or any(party.written for party in self.parties)
            case _:
                return bool(self.parties) and not any(party.open for party in self.parties)


class Proposed(NamedTuple):
    """One measure a list would change. ``first``: names nobody has heard of yet."""

    answering: Answering
    name: str
    before: str
    related_before: tuple[str, ...]
    first: tuple[str, ...] = ()


class Proposal(NamedTuple):
    """What a list comes to: the measures that change, how many stay, and a sentence of every row
    that cannot be used."""

    changes: tuple[Proposed, ...]
    same: int
    faults: tuple[str, ...] = ()
