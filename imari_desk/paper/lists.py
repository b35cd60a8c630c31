"""The long tables of the meeting's paper: who is behind, every indicator, every measure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from imari_desk.domain.meeting import BEHIND, behind, changed_by_office, late
from imari_desk.domain.plan import IndicatorKind
from imari_desk.domain.summary import IndicatorYear, IndicatorYears, MeasureYear, Summary
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, percent_text, unit_text
from imari_desk.paper.report_shapes import (
    IndicatorGroup,
    IndicatorLine,
    Late,
    ListGroup,
    ListLine,
)

_REASON, _NEXT = 100, 70  # characters of the 課's answers that are quoted
_END = re.compile(r"(?<=。)")


def opening(text: str, most: int) -> str:
    """The first whole sentences of a text, no longer than ``most``; cut where the first is."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    taken = ""
    for part in _END.split(flat):
        if len(taken) + len(part) > most:
            break
        taken += part
    return sentence("meeting.paper.goes_on", text=taken or flat[: most - 1])


# --- behind the plan ---


def late_lines(summary: Summary) -> tuple[Late, ...]:
    """The measures behind the plan, the gravest first, with reason and next step as answered."""
    return tuple(_late(m) for m in late(summary.measures))


def _late(m: MeasureYear) -> Late:
    progress = behind(m)
    return Late(
        m.measure.code,
        m.measure.name,
        m.department,
        progress,
        progress != BEHIND[-1],
        m.grade or sentence("meeting.paper.no_grade"),
        _fact(m),
        opening(_reason(m), _REASON) or sentence("meeting.paper.no_reason"),
        opening(m.evaluation.value("next_actions"), _NEXT) or sentence("meeting.paper.no_next"),
    )


def _reason(m: MeasureYear) -> str:
    """課題・要因; where nobody wrote any, the reasons given at 一部・未."""
    if issues := m.evaluation.value("issues").strip():
        return issues
    numbers = range(1, len(m.measure.milestones.get(m.evaluation.id.fiscal_year, ())) + 1)
    found = (m.evaluation.value(f"milestone.{n}.reason").strip() for n in numbers)
    return " ".join(text for text in found if text)


def _fact(m: MeasureYear) -> str:
    """「45.0％（達成率90.0％）」 of the indicator the grade rests on most: the lowest."""
    judged = [j for j in m.judgement.indicators if j.achievement is not None and j.value]
    if not judged:
        return ""
    lowest = min(judged, key=lambda j: j.achievement or Fraction(0))
    name = m.measure.indicators[lowest.number - 1].name
    facts = {"name": name, "value": lowest.value, "achievement": lowest.achievement_text}
    return sentence("meeting.paper.fact", **facts)


# --- indicators ---


def indicator_groups(summary: Summary) -> tuple[IndicatorGroup, ...]:
    """Below the line expected, the lowest first; on it; nothing to compare. Years asked only."""
    place = summary.plan.years.index(summary.fiscal_year)
    asked = [one for one in summary.indicators if one.measure.evaluated_in(summary.fiscal_year)]
    below, reached, open_yet = [], [], []
    for one in asked:
        now = one.years[place]
        if now.achievement is None and now.met is None:
            open_yet.append(one)
        elif now.met or (now.achievement is not None and now.achievement >= 100):
            reached.append(one)
        else:
            below.append(one)
    below.sort(key=lambda one: one.years[place].achievement or Fraction(0))
    groups = (("below", below), ("reached", reached), ("open", open_yet))
    return tuple(
        IndicatorGroup(
            sentence(f"meeting.paper.indicators.{name}", count=len(members)),
            tuple(_indicator(summary, one, place) for one in members),
        )
        for name, members in groups
        if members
    )


def _indicator(summary: Summary, one: IndicatorYears, place: int) -> IndicatorLine:
    now, unit = one.years[place], unit_text(one.indicator.unit)
    stated = one.indicator.kind is IndicatorKind.MILESTONE
    expected = "" if now.expected is None or stated else f"{number_text(now.expected)}{unit}"
    known = [n for y in one.years[: place + 1] for n in (y.amount, y.expected) if n is not None]
    top = max(known, default=Fraction(0))
    actual = tuple(_share(y.amount, top) for y in one.years[: place + 1])
    later = (None,) * (len(one.years) - place - 1)
    return IndicatorLine(
        one.measure.code,
        one.measure.name,
        one.indicator.name,
        one.indicator.target_text,
        expected or sentence("paper.none"),
        now.text or sentence("meeting.paper.no_value"),
        _ratio(summary, now),
        None if now.achievement is None else round(float(now.achievement) / 100, 4),
        (*actual, *later),
        (*(_share(y.expected, top) for y in one.years[: place + 1]), *later),
    )


def _ratio(summary: Summary, now: IndicatorYear) -> str:
    if now.achievement is not None:
        ratio = percent_text(summary.plan.scale, now.achievement)
        return sentence("meeting.paper.ratio", ratio=ratio)
    if now.met is None:
        return sentence("paper.none")
    return sentence("sum.met" if now.met else "sum.not_met")


def _share(amount: Fraction | None, top: Fraction) -> float | None:
    return None if amount is None or not top else round(float(amount / top), 4)


# --- every measure ---


def measure_lists(summary: Summary) -> tuple[ListGroup, ...]:
    """Every measure in the plan's order, 分野 by 分野."""
    names = dict.fromkeys(m.field.name for m in summary.measures)
    return tuple(_group(summary, name) for name in names)


def _group(summary: Summary, name: str) -> ListGroup:
    members = [m for m in summary.measures if m.field.name == name]
    label = sentence("meeting.paper.field", field=name)
    return ListGroup(label, tuple(ListLine(tuple(_cells(summary, m))) for m in members))


def _cells(summary: Summary, m: MeasureYear) -> Iterator[str]:
    none = sentence("paper.none")
    yield m.measure.code
    yield m.measure.name
    yield m.department or none
    yield m.last_grade or none
    yield m.grade or sentence("meeting.paper.no_grade")
    changed = changed_by_office(m)
    yield sentence("meeting.change", before=changed[0], after=changed[1]) if changed else ""
    yield m.evaluation.value("progress") or none
    yield m.evaluation.value("direction") or none
    if summary.fiscal_year == summary.plan.last_year:
        yield m.evaluation.value("next_plan") or none
