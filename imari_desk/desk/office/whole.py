"""集計: grades, indicators and changes over the plan, and the search through every answer."""

from __future__ import annotations

from imari_desk.desk.office import finding
from imari_desk.desk.office.finding import Found, Question
from imari_desk.desk.office.reckoned import Reckoned
from imari_desk.desk.session import Session
from imari_desk.domain.plan import Plan
from imari_desk.domain.whole import WHOLE_PLAN
from imari_desk.domain.whole import Whole as Figures
from imari_desk.domain.words import sentence


class Whole:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._reckoned = session.kept(Reckoned)

    def year(self, fiscal_year: int) -> Figures:
        """A year in numbers, each measure beside the year before."""
        return self._figures(self._session.plan(fiscal_year), fiscal_year)

    def whole_plan(self, fiscal_year: int) -> Figures:
        """All years of the plan that year belongs to."""
        return self._figures(self._session.plan(fiscal_year), WHOLE_PLAN)

    def prepare(self, fiscal_year: int, most: int) -> int:
        """Reckon a few measures ahead, so that nobody waits for all; gives how many are left."""
        return self._reckoned.prepare(self._session, self._session.plan(fiscal_year), most)

    def search(self, question: Question) -> Found:
        """Every answer of every year, and the plans' texts, in which all words stand."""
        return finding.find(self._session, question)

    def departments(self) -> tuple[str, ...]:
        """Every 課 that answers, or has answered, in any plan; those of the newest year first."""
        found: dict[str, None] = {}
        for plan in self._session.plans():
            for year in reversed(plan.years):
                assigned = self._session.assignments(plan, year)
                names = (assigned[m.code].department for m in plan.measures if m.code in assigned)
                found |= dict.fromkeys(names)
        return tuple(name for name in found if name)

    def _figures(self, plan: Plan, fiscal_year: int) -> Figures:
        last = fiscal_year or plan.last_year
        answering = self._session.assignments(plan, last)
        names = _Names(self._session, fiscal_year or plan.first_year, last)
        departments = {code: names.of(one.department) for code, one in answering.items()}
        return self._reckoned.whole(self._session, plan, fiscal_year, departments)


class _Names:
    """The 課, each with the names it had before the 組織改編 of those years."""

    def __init__(self, session: Session, first: int, last: int) -> None:
        self._successions = session.store.departments.successions()
        self._first, self._last = first, last
        self._known: dict[str, str] = {}

    def of(self, department: str) -> str:
        if department not in self._known:
            former = "・".join(self._successions.formers(department, self._first, self._last))
            told = sentence("office.board.formerly", department=department, former=former)
            self._known[department] = told if former else department
        return self._known[department]
