"""前年度から変わったこと: which grades went up, down or nowhere, and which cannot be compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from imari_desk.domain.plan import Indicator, IndicatorKind
from imari_desk.domain.summary import IndicatorYear, IndicatorYears, MeasureYear, Summary, Trend
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import percent_text, ratio_grades
from imari_desk.paper.counting import evaluated_letters, good_letters, runs_of_codes
from imari_desk.paper.report_shapes import Change, Run, Runs

_NAMED = 12  # measures named in one row; the list at the end has them all
_LONGEST = 32  # characters of a name


def changes(summary: Summary) -> tuple[Change, ...]:
    """Four rows; none of those that nothing is in, but for 上がった and 下がった."""
    up, down, same, none = (
        summary.trend(t) for t in (Trend.UP, Trend.DOWN, Trend.SAME, Trend.NONE)
    )
    rows = []
    if up or down or same:
        rows += [
            _change("up", up, _moved(summary, up, {})),
            _change("down", down, _moved(summary, down, _indicators(summary))),
        ]
    if same:
        rows.append(_change("same", same, _same(summary, same)))
    if none:
        rows.append(_change("none", none, (Run(_incomparable(summary, none)),)))
    return tuple(rows)


def _change(trend: str, measures: Sequence[MeasureYear], text: Runs) -> Change:
    sign, label = sentence(f"meeting.paper.trend.{trend}").split("｜")
    return Change(sign, label, str(len(measures)), text)


def _moved(
    summary: Summary,
    measures: Sequence[MeasureYear],
    indicators: dict[str, list[IndicatorYears]],
) -> Runs:
    """Each measure with both letters; where asked, with the number that moved."""
    if not measures:
        return (Run(sentence("meeting.paper.nobody")),)
    runs: list[Run] = []
    for place, m in enumerate(measures[:_NAMED]):
        before = sentence("meeting.paper.moved", measure=_named(m), before=m.last_grade)
        number = _number(summary, m, indicators.get(m.measure.code, []))
        runs += [Run(("、" if place else "") + before), Run(m.grade, True), Run(number)]
    if len(measures) > _NAMED:
        runs.append(Run(sentence("meeting.paper.more", count=len(measures) - _NAMED)))
    return tuple(run for run in runs if run.text)


def _number(summary: Summary, m: MeasureYear, indicators: list[IndicatorYears]) -> str:
    """「（利用率 41％→38％）」 of the first indicator that fell; "" where none did."""
    year = m.evaluation.id.fiscal_year
    for one in indicators:
        before, now = ([y for y in one.years if y.fiscal_year == n] for n in (year - 1, year))
        if not before or not now or before[0].achievement is None or now[0].achievement is None:
            continue
        if now[0].achievement < before[0].achievement:
            return _fell(summary, one.indicator, before[0], now[0])
    return ""


def _fell(summary: Summary, indicator: Indicator, before: IndicatorYear, now: IndicatorYear) -> str:
    """The values; where these did not fall but more was expected, the achievements."""
    stated = indicator.kind is IndicatorKind.MILESTONE
    facts = {"name": sentence("meeting.paper.done") if stated else indicator.name}
    told = {"before": before.text, "now": now.text}
    if before.amount is not None and now.amount is not None and now.amount >= before.amount:
        scale = summary.plan.scale
        told = {
            name: sentence("meeting.paper.achieved", ratio=percent_text(scale, one.achievement))
            for name, one in (("before", before), ("now", now))
            if one.achievement is not None
        }
    return sentence("meeting.paper.fell", **facts, **told)


def _indicators(summary: Summary) -> dict[str, list[IndicatorYears]]:
    found: dict[str, list[IndicatorYears]] = {}
    for one in summary.indicators:
        found.setdefault(one.measure.code, []).append(one)
    return found


def _same(summary: Summary, same: Sequence[MeasureYear]) -> Runs:
    """「Aのまま7、…Dのまま1（行-⑩）」: the worse half by name."""
    good = good_letters(summary.plan.scale)
    worst = ratio_grades(summary.plan.scale)[-1].letter
    runs: list[Run] = []
    for letter in evaluated_letters(summary.plan.scale):
        members = [m.measure.code for m in same if m.grade == letter]
        if not members:
            continue
        text = sentence("meeting.paper.stayed", letter=letter, count=len(members))
        if letter not in good:
            text += sentence("meeting.paper.codes", codes=_codes(summary, members))
        runs.append(Run(("、" if runs else "") + text, letter == worst and letter not in good))
    return tuple(runs)


def _incomparable(summary: Summary, none: Sequence[MeasureYear]) -> str:
    """Why they cannot be compared, and which they are."""
    letters = evaluated_letters(summary.plan.scale)
    new = [m for m in none if m.grade in letters]
    open_yet = [m for m in none if not m.grade and m.measure.evaluated_in(summary.fiscal_year)]
    rest = [m for m in none if m not in new and m not in open_yet]
    year = summary.fiscal_year
    groups = {
        "not_asked": [m for m in rest if not m.measure.evaluated_in(year)],
        "no_value": [m for m in rest if m.measure.evaluated_in(year)],
        "new": new,
        "open": open_yet,
    }
    told = []
    for code, members in groups.items():
        if members:
            codes = _codes(summary, (m.measure.code for m in members))
            facts = {"count": len(members), "codes": codes}
            told.append(sentence(f"meeting.paper.none.{code}", **facts))
    return "、".join(told)


def _codes(summary: Summary, codes: Iterable[str]) -> str:
    return runs_of_codes(summary.plan, codes, _NAMED)


def _named(m: MeasureYear) -> str:
    """Code and name; a name too long for a sentence is cut, the list at the end has it whole."""
    name = m.measure.name
    return f"{m.measure.code} {name if len(name) <= _LONGEST else name[: _LONGEST - 1] + '…'}"
