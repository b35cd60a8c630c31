"""The upper half of a sheet: the plan's own table of the measure, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator

from imari_desk.domain.items import MILESTONE_STATES
from imari_desk.domain.judgement import IndicatorJudgement
from imari_desk.domain.plan import Bar, Indicator, IndicatorKind, Phase, Plan
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import expected_by, number_text, unit_text
from imari_desk.paper.shapes import (
    Given,
    IndicatorRow,
    Line,
    MilestoneMark,
    PhaseRow,
    PlanPart,
    YearValue,
)
from imari_desk.paper.subject import BETWEEN, Subject, answers, conflict, line

_PHASES = {
    Phase.PLAN: "paper.phase.plan",
    Phase.DESIGN: "paper.phase.design",
    Phase.RUN: "paper.phase.run",
}
_KINDS = {
    IndicatorKind.ANNUAL: "paper.kind.annual",
    IndicatorKind.PER_EVENT: "paper.kind.per_event",
    IndicatorKind.RATE: "paper.kind.rate",
    IndicatorKind.TOTAL: "paper.kind.total",
    IndicatorKind.CUMULATIVE: "paper.kind.cumulative",
    IndicatorKind.CEILING: "paper.kind.ceiling",
    IndicatorKind.MILESTONE: "paper.kind.milestone",
}
_PARTS = ("value", "numerator", "denominator", "events")


def plan_part(subject: Subject, department: str) -> PlanPart:
    """Everything above the year's own answers."""
    plan, measure = subject.plan, subject.measure
    group, digest = plan.groups_by_id[measure.group], sentence("paper.digest")
    remarks = tuple(_remarks(subject))
    place = sentence("paper.place", field=plan.field_of(measure).name, group=group.name)
    return PlanPart(
        code=measure.code,
        name=measure.name,
        national_priority=sentence("paper.national") if measure.national_priority else "",
        place=place,
        vision=_stated("paper.vision", measure.vision_action),
        department=_stated("paper.department", department),
        summary=_stated("paper.summary", measure.summary, digest if measure.summary else ""),
        schedule_label=sentence("paper.schedule"),
        schedule_note="" if measure.phases.checked else sentence("paper.bars_unchecked"),
        works=tuple(measure.schedule.get(y, "") for y in plan.years),
        works_label=sentence("paper.works"),
        phases=tuple(_phase(subject, phase) for phase in Phase),
        effect=_stated("paper.effect", measure.effect, digest if measure.effect else ""),
        indicators=tuple(
            _indicator(subject, n, indicator)
            for n, indicator in enumerate(measure.indicators, start=1)
        ),
        results_label=sentence("paper.results"),
        milestones=tuple(_milestones(subject, year) for year in plan.years),
        milestones_label=sentence("paper.milestones"),
        remarks=remarks,
        remarks_label=sentence("paper.remarks") if remarks else "",
    )


def _stated(code: str, text: str, note: str = "") -> Line:
    """A fact of the plan or the assignment; a dash where there is none."""
    if text:
        return Line(sentence(code), text, note=note)
    return Line(sentence(code), sentence("paper.none"), Given.EMPTY)


# --- phases ---


def _phase(subject: Subject, phase: Phase) -> PhaseRow:
    planned = (_span(subject.plan, bar) for bar in subject.measure.phases.bars.get(phase, ()))
    return PhaseRow(
        sentence(_PHASES[phase]),
        tuple(span for span in planned if span[0] < span[1]),
        tuple(_worked(subject, phase)),
    )


def _span(plan: Plan, bar: Bar) -> tuple[float, float]:
    """From the first day of one month to the last of another, in years, within the plan."""
    start = _months(plan, bar.first)
    end = _months(plan, bar.last) + 1
    length = len(plan.years)
    return round(max(start / 12, 0), 4), round(min(end / 12, length), 4)


def _months(plan: Plan, month: tuple[int, int]) -> int:
    return (month[0] - plan.first_year) * 12 + month[1] - 4


def _worked(subject: Subject, phase: Phase) -> Iterator[tuple[float, float]]:
    """Whole years somebody said they worked on, neighbours as one bar."""
    key, start = f"phase.{phase.value}", None
    years = list(subject.plan.years)
    for place, year in enumerate(years):
        held = subject.evaluations.get(year)
        worked = held is not None and held.value(key) == "true"
        if worked and start is None:
            start = place
        if not worked and start is not None:
            yield float(start), float(place)
            start = None
    if start is not None:
        yield float(start), float(len(years))


# --- indicators ---


def _indicator(subject: Subject, number: int, indicator: Indicator) -> IndicatorRow:
    several = len(subject.measure.indicators) > 1
    shown = indicator.formula_text
    formula = sentence("paper.formula", formula=shown) if shown else ""
    kind = sentence("paper.kind", kind=sentence(_KINDS[indicator.kind]))
    return IndicatorRow(
        label=sentence("paper.target_n", number=number) if several else sentence("paper.target"),
        head=indicator.heading,
        formula=formula + kind,
        years=tuple(_year_value(subject, number, year) for year in subject.plan.years),
        remarks=tuple(_value_remarks(subject, number)),
    )


def _year_value(subject: Subject, number: int, year: int) -> YearValue | None:
    asked = subject.measure.evaluated_in(year)
    if year > subject.fiscal_year:
        return _foreseen(subject, number, year) if asked else None
    held = subject.evaluations[year]
    for key in (f"indicator.{number}.{part}" for part in _PARTS):
        if len(found := held.values(key)) > 1:
            text = BETWEEN.join(found)
            return YearValue(text, given=Given.CONFLICT, note=conflict(len(found)))
    part = subject.judgements[year].indicators[number - 1]
    if part.value or part.parts:
        return _judged(part)
    return YearValue(sentence("paper.unwritten"), given=Given.EMPTY) if asked else None


def _judged(part: IndicatorJudgement) -> YearValue:
    """The value large, what stands in brackets after it small with its parts."""
    value, bracket, rest = part.value.partition("（")
    details = (
        f"{part.parts}　{bracket}{rest}" if part.parts and rest else part.parts + bracket + rest
    )
    ratio = f"{part.achievement_text}％" if part.achievement_text else ""
    return YearValue(value, details, ratio, part.grade)


def _foreseen(subject: Subject, number: int, year: int) -> YearValue:
    indicator = subject.measure.indicators[number - 1]
    expected = expected_by(subject.plan, indicator, year)
    if expected is None:
        return YearValue("", given=Given.EMPTY)
    value = number_text(expected) + unit_text(indicator.unit)
    return YearValue(sentence("paper.foreseen", value=value), given=Given.EMPTY)


def _value_remarks(subject: Subject, number: int) -> Iterator[Line]:
    note, state = f"indicator.{number}.note", f"indicator.{number}.state"
    if answers(subject, note):
        yield line(subject, note, sentence("paper.value_note"))
    if len(answers(subject, state)) > 1:
        yield line(subject, state)


# --- milestones and what was said of them ---


def _milestones(subject: Subject, year: int) -> tuple[MilestoneMark, ...]:
    texts = enumerate(subject.measure.milestones.get(year, ()), start=1)
    held = subject.evaluations.get(year)
    if held is None:
        return tuple(MilestoneMark(text, ()) for _, text in texts)
    return tuple(_mark(text, held.values(f"milestone.{n}.state")) for n, text in texts)


def _mark(text: str, states: tuple[str, ...]) -> MilestoneMark:
    written = tuple(s for s in states if s)
    odd = [s for s in written if s not in MILESTONE_STATES]
    if odd:
        return MilestoneMark(f"{text}（{BETWEEN.join(written)}）", ("？",), conflict(len(written)))
    return MilestoneMark(text, written or (sentence("paper.unwritten"),), conflict(len(written)))


def _remarks(subject: Subject) -> Iterator[Line]:
    """Reasons and notes of the year that have no place of their own."""
    for n, text in enumerate(subject.measure.milestones.get(subject.fiscal_year, ()), start=1):
        if answers(subject, f"milestone.{n}.reason"):
            yield line(subject, f"milestone.{n}.reason", text)
    for phase in Phase:
        if len(answers(subject, f"phase.{phase.value}")) > 1:
            yield line(subject, f"phase.{phase.value}")
    for key in ("submission_note", "correction"):
        if answers(subject, key):
            yield line(subject, key)
