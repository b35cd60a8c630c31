"""Answers that cannot both be right, and numbers and dates that hardly can."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from imari_desk.domain.era import DAYS_1904, date_name, read_date
from imari_desk.domain.finding import Finding, Severity, Subject
from imari_desk.domain.indicators import NO_VALUE_STATES, Case, reached
from imari_desk.domain.items import ItemKind
from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.yardstick import number_text, one_decimal, unit_text

_VALUES = ("value", "numerator", "denominator", "events")
_CLOSED = ("済", "一部")
_OPEN = ("一部", "未")
_GOES_ON = ("拡充", "継続", "改善", "延伸")
_CARRIED_ON = ("引き継ぐ", "見直して引き継ぐ")
_OFF, _DOUBT = Severity.CONTRADICTION, Severity.CAUTION
_JUMP = Fraction(1, 2)
# Where a number made of several typed ones is compared as a whole, and at which item it is said.
_WHOLE_AT = {IndicatorKind.RATE: "numerator", IndicatorKind.PER_EVENT: "events"}


def contradictions(subject: Subject) -> Iterator[Finding]:
    """Answers that contradict each other."""
    yield from _progress(subject)
    yield from _states(subject)
    yield from _outlook(subject)


def out_of_range(subject: Subject) -> Iterator[Finding]:
    """Numbers and dates outside what they can or usually do lie in."""
    yield from _numbers(subject)
    yield from _rates(subject)
    yield from _money(subject)
    yield from _dates(subject)


def jumps(subject: Subject) -> Iterator[Finding]:
    """Numbers more than half away from last year's, unless the note beside them says why."""
    for n, indicator in enumerate(subject.measure.indicators, start=1):
        if not subject.blank(f"indicator.{n}.note"):
            continue
        if indicator.kind is IndicatorKind.TOTAL:
            yield from _fell(subject, f"indicator.{n}.value")
            continue
        for key, (before, now) in _compared(subject, n).items():
            unit = "" if key.endswith("denominator") else unit_text(indicator.unit)
            if before > 0 and abs(now - before) > before * _JUMP:
                yield _jump(subject, key, before, now, unit)


def _progress(subject: Subject) -> Iterator[Finding]:
    """進捗区分 against the milestones and the phases worked on."""
    progress = subject.value("progress")
    phases = [k for k in subject.items if k.startswith("phase.") and subject.value(k) == "true"]
    for prefix, state in subject.milestones:
        facts = {"milestone": subject.items[f"{prefix}.state"].label, "state": state}
        facts["progress"] = progress
        if (
            (progress == "完了" and state in _OPEN)
            or (progress == "未着手" and state in _CLOSED)
            or (progress == "対象外" and state in (*_CLOSED, *_OPEN))
        ):
            yield subject.found(_OFF, "progress", "contradiction.progress", **facts)
        elif progress in ("前倒し", "計画どおり") and state == "未":
            yield subject.found(_DOUBT, "progress", "contradiction.progress", **facts)
    if progress == "未着手" and phases:
        phase = subject.items[phases[0]].label
        yield subject.found(_OFF, "progress", "contradiction.phase", phase=phase)


def _states(subject: Subject) -> Iterator[Finding]:
    """A value beside a state that says there is none."""
    for n in range(1, len(subject.measure.indicators) + 1):
        key, values = f"indicator.{n}.state", [f"indicator.{n}.{part}" for part in _VALUES]
        state = subject.value(key)
        if state in NO_VALUE_STATES and not all(subject.blank(v) for v in values):
            name = subject.measure.indicators[n - 1].name
            yield subject.found(_OFF, key, "contradiction.state", name=name, state=state)


def _outlook(subject: Subject) -> Iterator[Finding]:
    """今後の方向性 and 総括 against what becomes of the measure."""
    direction, following = subject.value("direction"), subject.value("next_plan")
    ends = direction in ("完了", "廃止") and following in _CARRIED_ON
    if ends or (direction in _GOES_ON and following == "終了する"):
        facts = {"direction": direction, "next_plan": following}
        yield subject.found(_OFF, "next_plan", "contradiction.next_plan", **facts)
    if subject.value("wrap_up") == "達成" and subject.is_low:
        grade = subject.value("grade")
        yield subject.found(_DOUBT, "wrap_up", "contradiction.wrap_up", grade=grade)


def _numbers(subject: Subject) -> Iterator[Finding]:
    for key, item in subject.items.items():
        number = subject.number(subject.held, key) if item.kind is ItemKind.NUMBER else None
        if number is None:
            continue
        if number < 0:
            yield subject.found(_DOUBT, key, "range.negative", number=number_text(number))
        if item.unit == "%" and number > 100:
            yield subject.found(_DOUBT, key, "range.over_hundred", number=number_text(number))


def _rates(subject: Subject) -> Iterator[Finding]:
    for n, indicator in enumerate(subject.measure.indicators, start=1):
        if indicator.kind is not IndicatorKind.RATE:
            continue
        key = f"indicator.{n}.denominator"
        numerator = subject.number(subject.held, f"indicator.{n}.numerator")
        denominator = subject.number(subject.held, key)
        if denominator == 0:
            yield subject.found(_OFF, key, "range.zero_denominator")
        elif numerator is not None and denominator is not None and numerator > denominator:
            facts = {"numerator": number_text(numerator), "denominator": number_text(denominator)}
            yield subject.found(
                _OFF, f"indicator.{n}.numerator", "range.numerator", name=indicator.name, **facts
            )


def _money(subject: Subject) -> Iterator[Finding]:
    budget = subject.number(subject.held, "budget")
    spent = subject.number(subject.held, "settlement")
    if budget is not None and spent is not None and spent > budget:
        facts = {"budget": number_text(budget), "settlement": number_text(spent)}
        yield subject.found(Severity.NOTE, "settlement", "range.settlement", **facts)


def _dates(subject: Subject) -> Iterator[Finding]:
    days = {key: read_date(subject.value(key)) for key in ("entered_on", "approved_on")}
    for key, day in days.items():
        if isinstance(day, date):
            yield from _far(subject, key, day)
    entered, approved = days["entered_on"], days["approved_on"]
    if isinstance(entered, date) and isinstance(approved, date) and approved < entered:
        facts = {"entered": date_name(entered), "approved": date_name(approved)}
        yield subject.found(_OFF, "approved_on", "contradiction.approved", **facts)


def _far(subject: Subject, key: str, day: date) -> Iterator[Finding]:
    """A date years away, and whether a workbook that counts from 1904 explains it."""
    first, last = date(subject.fiscal_year, 4, 1), date(subject.fiscal_year + 3, 3, 31)
    if first <= day <= last:
        return
    meant = next((d for d in _shifted(day) if first <= d <= last), None)
    code = "range.date_1904" if meant else "range.date"
    meant_name = date_name(meant) if meant else ""
    yield subject.found(_DOUBT, key, code, day=date_name(day), meant=meant_name)


def _shifted(day: date) -> Iterator[date]:
    for days in (DAYS_1904, -DAYS_1904):
        ordinal = day.toordinal() + days
        if 1 <= ordinal <= date.max.toordinal():
            yield day + timedelta(days=days)


def _fell(subject: Subject, key: str) -> Iterator[Finding]:
    """A total counted to the year's end that is smaller than a year ago."""
    before, now = subject.number(subject.last, key), subject.number(subject.held, key)
    if before is not None and now is not None and now < before:
        unit = unit_text(subject.items[key].unit)
        facts = {"before": number_text(before) + unit, "now": number_text(now) + unit}
        yield subject.found(_DOUBT, key, "range.fell", **facts)


def _compared(subject: Subject, n: int) -> dict[str, tuple[Fraction, Fraction]]:
    """Item key → last year's number and this year's, where both are there."""
    kind, prefix = subject.measure.indicators[n - 1].kind, f"indicator.{n}"
    pairs: dict[str, tuple[Fraction | Decimal | None, Fraction | Decimal | None]] = {}
    if kind in _WHOLE_AT:
        before, now = (
            reached(Case(subject.plan, subject.measure, n, year, subject.evaluations)).amount
            for year in (subject.fiscal_year - 1, subject.fiscal_year)
        )
        pairs[f"{prefix}.{_WHOLE_AT[kind]}"] = (before, now)
    for key in (f"{prefix}.value", f"{prefix}.denominator"):
        if key in subject.items:
            pairs[key] = (subject.number(subject.last, key), subject.number(subject.held, key))
    return {
        key: (Fraction(before), Fraction(now))
        for key, (before, now) in pairs.items()
        if before is not None and now is not None
    }


def _jump(subject: Subject, key: str, before: Fraction, now: Fraction, unit: str) -> Finding:
    change = abs(now - before) / before * 100
    shown = {"before": f"{_short(before)}{unit}", "now": f"{_short(now)}{unit}"}
    code = "range.rose" if now > before else "range.sank"
    percent = f"{Decimal(round(change)):,}"
    return subject.found(_DOUBT, key, code, percent=percent, **shown)


def _short(number: Fraction) -> str:
    return number_text(number) if number.denominator == 1 else one_decimal(number)
