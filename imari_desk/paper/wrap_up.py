"""Domain → 計画期間の総括: a sheet a measure over all years of the plan, and one for the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import NEXT_PLAN, WRAP_UPS
from imari_desk.domain.meeting import Meeting
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.summary import ByMeasure, MeasureYear, Summary, counted_grade
from imari_desk.domain.words import sentence
from imari_desk.paper.charts import charts
from imari_desk.paper.counting import (
    bar,
    evaluated_letters,
    looks,
    runs_of_codes,
    share_text,
)
from imari_desk.paper.report_shapes import (
    CountRow,
    GradeCell,
    ListGroup,
    ListLine,
    Run,
    Runs,
    Section,
    Slice,
    WrapUpData,
    WrapUpSummary,
    YearSpread,
)
from imari_desk.paper.shapes import Passage
from imari_desk.paper.sheet import evaluation_sheet, without_remarks
from imari_desk.paper.subject import Subject, answers, line, passage, subject_of

_NAMED = 12  # runs of codes named in one row
_TEXTS = (("wrap_up_text",), ("results", "next_actions"), ("office_view", "hq_opinion"))
_DONE_WELL = WRAP_UPS[:2]


# --- a measure ---


def wrap_up_sheet(
    plan: Plan, measure: Measure, evaluations: Mapping[int, Evaluation], department: str
) -> WrapUpData:
    """The measure's years in one page, as they stand at the end of the plan's last year."""
    subject = subject_of(plan, measure, plan.last_year, evaluations)
    own = evaluation_sheet(plan, measure, plan.last_year, evaluations, department)
    title = sentence("meeting.wrap.title")
    sheet = replace(own, title=title, plan=without_remarks(own.plan))
    return WrapUpData(
        title=title,
        sheet=sheet,
        grades_label=sentence("meeting.wrap.grades"),
        grades=tuple(_grade(subject, year) for year in plan.years),
        done_label=sentence("meeting.wrap.done"),
        done=tuple(_done_text(*_done(measure, year, subject.evaluations)) for year in plan.years),
        verdicts=(line(subject, "wrap_up"), line(subject, "next_plan")),
        charts=charts(subject),
        texts=tuple(
            tuple(
                _passage(subject, key)
                for key in row
                if key != "hq_opinion" or answers(subject, key)
            )
            for row in _TEXTS
        ),
    )


def _passage(subject: Subject, key: str) -> Passage:
    """A text of the last year; what is not about the whole period says which year's it is."""
    found = passage(subject, key)
    if key not in ("results", "next_actions"):
        return found
    year = fiscal_year_name(subject.fiscal_year)
    return replace(found, label=sentence("meeting.wrap.of_year", label=found.label, year=year))


def _grade(subject: Subject, year: int) -> GradeCell:
    held = subject.evaluations[year]
    found = counted_grade(subject.plan, subject.measure, held)
    letter = found if found in evaluated_letters(subject.plan.scale) else ""
    text = subject.judgements[year].achievement_text if letter else ""
    achievement = sentence("meeting.paper.ratio", ratio=text) if text else ""
    return GradeCell(letter, achievement, held.value("progress"))


def _done(measure: Measure, year: int, years: Mapping[int, Evaluation]) -> tuple[int, int]:
    """済 of asked milestones; 対象外 is not asked."""
    asked = len(measure.milestones.get(year, ()))
    held = years.get(year)
    states = [held.value(f"milestone.{n}.state") if held else "" for n in range(1, asked + 1)]
    return states.count("済"), asked - states.count("対象外")


def _done_text(done: int, asked: int) -> str:
    if not asked:
        return sentence("paper.none")
    return sentence("meeting.wrap.done_of", done=done, asked=asked)


# --- the plan ---


def wrap_up_summary(summary: Summary, written: ByMeasure, meeting: Meeting) -> WrapUpSummary:
    """All measures over the years; ``summary`` is that of the plan's last year."""
    plan = summary.plan
    first, last = short_year(plan.first_year), fiscal_year_name(plan.last_year)
    sections = ("years", "wrap_up", "next_plan", "list")
    return WrapUpSummary(
        title=sentence("meeting.wrap.whole", first=first, last=last),
        plan_title=plan.title,
        presenter=meeting.presenter,
        lead=_lead(summary, written),
        sections=tuple(
            Section(str(n), sentence(f"meeting.wrap.{part}"), sentence(f"meeting.wrap.{part}.sub"))
            for n, part in enumerate(sections, start=1)
        ),
        years=tuple(fiscal_year_name(year) for year in plan.years),
        spreads=_spreads(summary, written),
        legend=tuple(Slice(letter, 0, look) for letter, look in looks(plan.scale).items()),
        wrap_ups=_rows(summary, "wrap_up", WRAP_UPS),
        next_plans=_rows(summary, "next_plan", NEXT_PLAN),
        milestone_label=sentence("meeting.wrap.done"),
        milestones=tuple(_milestones(plan, written, year) for year in plan.years),
        list_heads=_list_heads(plan),
        lists=_lists(summary, written),
        footer=sentence("meeting.paper.footer", plan=plan.title, version=plan.version),
    )


def _lead(summary: Summary, written: ByMeasure) -> tuple[Runs, ...]:
    total = len(summary.measures)
    well = sum(m.evaluation.value("wrap_up") in _DONE_WELL for m in summary.measures)
    facts = {"total": total, "words": "・".join(_DONE_WELL), "count": well}
    first = sentence("meeting.wrap.lead", **facts, share=share_text(well, total))
    years = [_done_all(summary.plan, written, year) for year in summary.plan.years]
    done, asked = sum(d for d, _ in years), sum(a for _, a in years)
    facts = {"done": done, "asked": asked, "share": share_text(done, asked)}
    milestones = sentence("meeting.wrap.lead_done", **facts) if asked else ""
    handed = _named_counts(summary, "next_plan", NEXT_PLAN)
    third = sentence("meeting.wrap.lead_next", counts=handed) if handed else ""
    lines = ((Run(first, True), Run(milestones)), (Run(third),))
    return tuple(
        tuple(run for run in line if run.text) for line in lines if any(r.text for r in line)
    )


def _named_counts(summary: Summary, key: str, choices: Sequence[str]) -> str:
    found = Counter(m.evaluation.value(key) for m in summary.measures)
    named = (
        sentence("meeting.wrap.named", name=choice, count=found[choice])
        for choice in choices
        if found[choice]
    )
    return "、".join(named)


def _done_all(plan: Plan, written: ByMeasure, year: int) -> tuple[int, int]:
    found = [_done(m, year, written.get(m.code, {})) for m in plan.measures]
    return sum(done for done, _ in found), sum(asked for _, asked in found)


def _milestones(plan: Plan, written: ByMeasure, year: int) -> str:
    done, asked = _done_all(plan, written, year)
    if not asked:
        return sentence("paper.none")
    text = sentence("meeting.wrap.done_of", done=done, asked=asked)
    return sentence("meeting.wrap.with_share", text=text, share=share_text(done, asked))


def _spreads(summary: Summary, written: ByMeasure) -> tuple[YearSpread, ...]:
    fields = dict.fromkeys(m.field.name for m in summary.measures)
    rows = [
        _spread(
            summary.plan,
            sentence("meeting.paper.field", field=name),
            [m.measure for m in summary.measures if m.field.name == name],
            written,
        )
        for name in fields
    ]
    whole = _spread(summary.plan, sentence("meeting.paper.all"), summary.plan.measures, written)
    return (*rows, replace(whole, strong=True))


def _spread(plan: Plan, label: str, measures: Sequence[Measure], written: ByMeasure) -> YearSpread:
    years = [
        bar(plan.scale, [_letter(plan, m, year, written) for m in measures]) for year in plan.years
    ]
    named = (" ".join(part.label for part in parts) for parts in years)
    return YearSpread(label, tuple(years), tuple(text or sentence("paper.none") for text in named))


def _letter(plan: Plan, measure: Measure, year: int, written: ByMeasure) -> str:
    held = written.get(measure.code, {}).get(year)
    return counted_grade(plan, measure, held) if held else ""


def _rows(summary: Summary, key: str, choices: Iterable[str]) -> tuple[CountRow, ...]:
    """A row a choice, and one for those nobody has answered for, or twice."""
    total = len(summary.measures)
    found: dict[str, list[str]] = {choice: [] for choice in choices}
    for m in summary.measures:
        found.setdefault(m.evaluation.value(key), []).append(m.measure.code)
    unwritten = found.pop("", [])
    if unwritten:
        found[sentence("paper.unwritten")] = unwritten
    return tuple(
        CountRow(
            choice,
            str(len(codes)),
            share_text(len(codes), total),
            runs_of_codes(summary.plan, codes, _NAMED),
            round(len(codes) / total, 4) if total else 0.0,
        )
        for choice, codes in found.items()
    )


def _list_heads(plan: Plan) -> tuple[str, ...]:
    before, after = (part.split("｜") for part in sentence("meeting.wrap.list.heads").split("／"))
    return (*before, *(short_year(year) for year in plan.years), *after)


def _lists(summary: Summary, written: ByMeasure) -> tuple[ListGroup, ...]:
    names = dict.fromkeys(m.field.name for m in summary.measures)
    return tuple(
        ListGroup(
            sentence("meeting.paper.field", field=name),
            tuple(
                _list_line(summary.plan, m, written)
                for m in summary.measures
                if m.field.name == name
            ),
        )
        for name in names
    )


def _list_line(plan: Plan, m: MeasureYear, written: ByMeasure) -> ListLine:
    none = sentence("paper.none")
    grades = [_letter(plan, m.measure, year, written) or none for year in plan.years]
    ends = [m.evaluation.value(key) or none for key in ("wrap_up", "next_plan")]
    return ListLine((m.measure.code, m.measure.name, m.department or none, *grades, *ends))
