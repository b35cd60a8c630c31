"""Puts together how far a year is set up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from imari_desk.desk.before import plan_before
from imari_desk.desk.office.year_view import DUE, Party, Row, YearView
from imari_desk.desk.sending import book_name
from imari_desk.desk.session import Session
from imari_desk.domain.asking import COVERING, MESSAGE, SUBJECT, TEXTS, Asked, Letter, filled
from imari_desk.domain.asking import template as first_template
from imari_desk.domain.book import Purpose
from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.records import Assignment, Sent
from imari_desk.domain.succession import Successions
from imari_desk.domain.taking_in import department_key, same_department

# Keys of what is written down for a year; "/課" behind one is for that 課 alone.
SEEN, ASKED = "seen", "asked"

Texts = Mapping[str, str]
Assigned = Mapping[str, Assignment]


def look(session: Session, fiscal_year: int) -> YearView:
    """See SettingUp.look."""
    store = session.store
    plan, successions = session.plan(fiscal_year), store.departments.successions()
    kept = store.preparations.of(plan.id, fiscal_year)
    texts = {kind: _template(session, kept, fiscal_year, kind) for kind in TEXTS}
    versions = store.plan_versions()
    newest = {v.plan: v.version for v in versions}
    others = (store.plan_version(id, n) for id, n in newest.items() if id != plan.id)
    first = fiscal_year == plan.first_year
    every = store.departments.assignments()
    assigned = _assigned(every, plan, fiscal_year)
    parties = tuple(_parties(session, plan, fiscal_year, assigned, kept, texts))
    last = _Last(session, plan, fiscal_year, every)
    return YearView(
        fiscal_year,
        plan,
        fiscal_year in store.fixed_plans(plan.id),
        tuple(v for v in versions if v.plan == plan.id),
        tuple(others),
        plan_before(session, plan) if first else None,
        tuple(_row(plan, m, assigned.get(m.code), last, successions) for m in plan.measures),
        parties,
        _names(every, successions),
        tuple(s for s in successions.every if s.fiscal_year == fiscal_year),
        kept.get(DUE) or _usual(parties),
        texts,
        SEEN in kept,
    )


def _template(session: Session, kept: Texts, fiscal_year: int, kind: str) -> str:
    """What is written for this year, else what was for the last one, else the first."""
    if kind in kept:
        return kept[kind]
    return session.store.preparations.before(kind, fiscal_year) or first_template(kind)


def _names(every: Iterable[Assignment], successions: Successions) -> tuple[str, ...]:
    """Every name there is of a 課, the newest assignments first."""
    rows = sorted(every, key=lambda row: -row.fiscal_year)
    found = dict.fromkeys(name for row in rows for name in (row.department, *row.related))
    found |= dict.fromkeys(one.new for one in successions.every)
    return tuple(name for name in found if name)


def _assigned(every: Iterable[Assignment], plan: Plan, fiscal_year: int) -> Assigned:
    """Measure code → the newest assignment up to that year; ``every`` goes by years."""
    here = (row for row in every if row.plan == plan.id and row.fiscal_year <= fiscal_year)
    return {row.measure: row for row in here}


class _Last:
    """Who answered the year before."""

    def __init__(
        self, session: Session, plan: Plan, fiscal_year: int, every: Iterable[Assignment]
    ) -> None:
        self.year = fiscal_year
        self._first = fiscal_year == plan.first_year
        before = plan_before(session, plan) if self._first else plan
        there = _assigned(every, before, fiscal_year - 1) if before else {}
        self._departments = {code: one.department for code, one in there.items()}
        self._codes = frozenset(before.by_code) if before and self._first else frozenset()

    def predecessors(self, measure: Measure) -> tuple[str, ...]:
        """The codes it goes on from, in the first year of a plan."""
        return tuple(code for code in measure.predecessors if code in self._codes)

    def of(self, measure: Measure) -> str:
        """The 課; the first one's where a measure goes on from several."""
        codes = self.predecessors(measure) if self._first else (measure.code,)
        names = (self._departments.get(code, "") for code in codes)
        return next(filter(None, names), "")


def _row(
    plan: Plan,
    measure: Measure,
    one: Assignment | None,
    last: _Last,
    successions: Successions,
) -> Row:
    before, now = last.of(measure), one.department if one else ""
    renamed = before and now and not same_department(before, now)
    return Row(
        measure.code,
        measure.name,
        plan.field_of(measure).name,
        now,
        one.related if one else (),
        before,
        one.fiscal_year if one else 0,
        bool(renamed) and same_department(successions.heir(before, last.year), now),
        last.predecessors(measure),
    )


def _parties(
    session: Session,
    plan: Plan,
    fiscal_year: int,
    assigned: Assigned,
    kept: Texts,
    texts: Texts,
) -> Iterable[Party]:
    """Every 課 that is asked, in the plan's order."""
    successions = session.store.departments.successions()
    written: dict[str, Sent] = {}
    for sent in session.store.sent(fiscal_year):
        if sent.plan == plan.id and sent.purpose is Purpose.REQUEST:
            heir = successions.heir(sent.department, fiscal_year)
            written[department_key(heir)] = sent
    asked_for = session.requests(plan, fiscal_year)
    dues = {department_key(r.department): _day(r.due)[0] for r in asked_for}
    by_department: dict[str, list[Measure]] = {}
    for measure in plan.measures:
        if measure.code in assigned:
            by_department.setdefault(assigned[measure.code].department, []).append(measure)
    for name, measures in by_department.items():
        own = kept.get(f"{DUE}/{name}", "")
        typed, odd = _day(own or kept.get(DUE, ""))
        book, told = written.get(department_key(name)), dues.get(department_key(name))
        said = _day(book.due)[0] if book else None
        # What was typed counts until the workbook says it; then whoever was given more time.
        due = told if (typed is None and not odd) or typed == said else typed
        codes = tuple((m.code, m.name) for m in measures)
        file = book_name(fiscal_year, Purpose.REQUEST, name)
        asked = Asked(name, fiscal_year, codes, due, file)
        mine = {kind: kept.get(f"{kind}/{name}") for kind in TEXTS}
        there = {k: filled(texts[k] if t is None else t, asked) for k, t in mine.items()}
        yield Party(
            name,
            successions.formers(name, fiscal_year, fiscal_year),
            codes,
            own,
            due,
            odd,
            Letter(there[SUBJECT], there[COVERING], there[MESSAGE]),
            frozenset(kind for kind, text in mine.items() if text is not None),
            book.written_at if book else "",
            book is not None and (bool(odd) or (typed is not None and typed != said)),
            _added(codes, kept.get(f"{ASKED}/{name}")) if book else (),
        )


def _usual(parties: Iterable[Party]) -> str:
    """The day most 課 were told where nobody has typed one."""
    days = Counter(one.due for one in parties if one.due is not None and not one.own_due)
    return date_name(days.most_common(1)[0][0]) if days else ""


def _day(text: str) -> tuple[date | None, str]:
    """The day a text means, and the text where it means none."""
    if not text.strip():
        return None, ""
    day = read_date(text)
    return (day, "") if isinstance(day, date) else (None, text)


def _added(codes: tuple[tuple[str, str], ...], asked: str | None) -> tuple[str, ...]:
    """What is in no workbook yet; nobody knows where the command line wrote it."""
    if asked is None:
        return ()
    there = asked.splitlines()
    return tuple(code for code, _ in codes if code not in there)
