"""What every verb works with: the open database, the clock of the machine, who sits there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Measure, Plan

if TYPE_CHECKING:
    from imari_desk.domain.records import Assignment, DeskRecord, Origin, Request
    from imari_desk.store.store import Store

T = TypeVar("T")
ByYear = Mapping[int, Evaluation]
Progress = Callable[[str, int, int], None]  # what, done, of how many


def silent(_what: str, _done: int, _total: int) -> None:
    """Progress nobody looks at."""


@dataclass(frozen=True)
class Session:
    """One opening of one database. ``clock`` gives local time; it is shown, never compared.

    ``held``: who has the database, where it is open for reading because of that.
    """

    store: Store
    desk: DeskRecord
    clock: Callable[[], datetime]
    person: str = ""
    held: MachineError | None = None
    _kept: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    def kept(self, kind: Callable[[], T]) -> T:
        """The one of its kind that lasts as long as this opening: what was worked out before."""
        if kind not in self._kept:
            self._kept[kind] = kind()
        return cast("T", self._kept[kind])

    @property
    def is_office(self) -> bool:
        return self.desk.role is Owner.OFFICE

    @property
    def now(self) -> str:
        return self.clock().isoformat(timespec="seconds")

    @property
    def today(self) -> str:
        return self.clock().date().isoformat()

    @property
    def origin(self) -> Origin:
        from imari_desk.domain.records import Origin

        return Origin(self.person, self.now)

    def office_only(self, verb: str) -> None:
        """Raise CallError where this database is a 課's."""
        if not self.is_office:
            raise CallError("office_only", verb=verb)

    def department_only(self, verb: str) -> None:
        """Raise CallError where this database is the office's."""
        if self.is_office:
            raise CallError("department_only", verb=verb)

    def plan(self, fiscal_year: int) -> Plan:
        """The plan version that year is judged by."""
        return self.store.plan_for(fiscal_year)

    def plans(self) -> tuple[Plan, ...]:
        """Every plan in the database, each as it is worked with now, the newest years first."""
        now = self.store.plan()
        newest = {kept.plan: kept.version for kept in self.store.plan_versions()}
        others = (self.store.plan_version(p, v) for p, v in newest.items() if p != now.id)
        return tuple(sorted((now, *others), key=lambda plan: -plan.last_year))

    def measure(self, plan: Plan, code: str) -> Measure:
        """The measure of that code. Raises CallError("measure_unknown")."""
        if code not in plan.by_code:
            raise CallError("measure_unknown", measure=code, plan=plan.title)
        return plan.by_code[code]

    def assignments(self, plan: Plan, fiscal_year: int) -> dict[str, Assignment]:
        """Measure code → who answers in that year."""
        return {a.measure: a for a in self.store.assignments(fiscal_year, plan.id)}

    def requests(self, plan: Plan, fiscal_year: int) -> tuple[Request, ...]:
        """What was asked for that year, oldest first, each of the 課 that goes on for the one
        that was asked."""
        heir = self.store.departments.successions().heir
        asked = (r for r in self.store.requests(fiscal_year) if r.plan == plan.id)
        return tuple(r._replace(department=heir(r.department, fiscal_year)) for r in asked)

    def measures_here(self, plan: Plan, fiscal_year: int) -> tuple[Measure, ...]:
        """The measures this desk is about: all for the office, a 課's own for a 課."""
        if self.is_office:
            return plan.measures
        mine = self.assignments(plan, fiscal_year)
        return tuple(m for m in plan.measures if m.code in mine)

    def by_measure(
        self, plan: Plan, measures: Iterable[Measure] | None = None
    ) -> dict[str, dict[int, Evaluation]]:
        """Measure code → fiscal year → what is written; empty evaluations are not in it."""
        codes = None if measures is None else [m.code for m in measures]
        found: dict[str, dict[int, Evaluation]] = {m.code: {} for m in plan.measures}
        for evaluation in self.store.evaluations(plan.id, None, codes):
            found.setdefault(evaluation.id.measure, {})[evaluation.id.fiscal_year] = evaluation
        return found


def open_session(
    path: Path,
    clock: Callable[[], datetime],
    person: str = "",
    *,
    read_only: bool = False,
    held: MachineError | None = None,
) -> Session:
    """Open a database. Raises MachineError as Store.open does.

    The store is imported here: what merely knows desks does not wait for it.
    """
    from imari_desk.store.store import Store

    store = Store.open(path, read_only=read_only)
    return Session(store, store.desk(), clock, person, held)


def open_or_look(path: Path, clock: Callable[[], datetime], person: str) -> Session:
    """Open a database, for reading only where another program holds it."""
    try:
        return open_session(path, clock, person)
    except MachineError as error:
        if error.code != "database_locked":
            raise
        return open_session(path, clock, person, read_only=True, held=error)


def of_year(plan: Plan, measure: Measure, fiscal_year: int, years: ByYear) -> Evaluation:
    """That year's evaluation out of the measure's, an empty one where nobody has written."""
    there = years.get(fiscal_year)
    return there or Evaluation(EvaluationId(plan.id, measure.code, fiscal_year))
