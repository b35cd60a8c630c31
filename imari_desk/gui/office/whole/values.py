"""What the charts of 集計 show, made of the figures: words, tiles and where each mark leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from imari_desk.domain.era import fiscal_year_name, initial_year
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.plan import Grade, GradeKind, Plan, Scale
from imari_desk.domain.summary import Tally, Trend
from imari_desk.domain.whole import WHOLE_PLAN, By, Milestones, MilestoneTally, Standing, Whole
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text
from imari_desk.gui.office.charts.changes import Change, Figure
from imari_desk.gui.office.charts.chart import Mark
from imari_desk.gui.office.charts.grades import GradeTile, tile_of
from imari_desk.gui.office.charts.heat_map import Cell, HeatRow
from imari_desk.gui.office.charts.stacked_bars import Bar, LegendEntry, Share
from imari_desk.gui.office.charts.table import Table
from imari_desk.gui.settings import Place

Members = Mapping[tuple[str, str], Sequence[EvaluationId]]  # by label and what is counted
_TRENDS = (Trend.UP, Trend.SAME, Trend.DOWN, Trend.NONE)
_STATES = ("done", "partly", "undone", "blank", "exempt")
_STATE_LOOKS = (0, 1, 2, 12, 10)  # of grades: full, half, light, dashed, gray


class Several(NamedTuple):
    """What a mark leads to that stands for several evaluations."""

    name: str
    places: tuple[EvaluationId, ...]


def target_of(name: str, places: Sequence[EvaluationId]) -> object:
    """Where to go: an evaluation, several of them, or nowhere."""
    if len(places) == 1:
        return Place(places[0].measure, places[0].fiscal_year)
    return Several(name, tuple(places)) if places else None


def word_of(grade: str) -> str:
    return grade or sentence("office.whole.unsettled")


def label_of(by: By | None, label: str) -> str:
    """A row's label in words."""
    if by is None:
        return sentence("office.whole.all")
    if by is By.YEAR:
        return fiscal_year_name(int(label))
    return label or sentence("office.whole.nobody")


# 評価の内訳


def grade_bars(whole: Whole, by: By) -> tuple[Bar, ...]:
    """All measures, then a bar a 分野, ◎, 課 or year."""
    rest = whole.tallies(by)
    first = _grade_bar(whole, None, whole.overall, _graded(whole, None))
    members = _graded(whole, by)
    bars = (_grade_bar(whole, by, tally, members) for tally in rest)
    return (first._replace(strong=True, apart=bool(rest)), *bars)


def grade_legend(whole: Whole) -> tuple[LegendEntry, ...]:
    """Every letter of the scale in short, and the tile for none where one is shown."""
    scale = whole.plan.scale
    known = [LegendEntry(tile_of(scale, g.letter), _short(scale, g)) for g in scale.grades]
    none = [LegendEntry(tile_of(scale, ""), word_of(""))] if whole.overall.unsettled else []
    return (*known, *none)


def _short(scale: Scale, grade: Grade) -> str:
    """What a letter stands for: 「80％以上」, the worst as 「60％未満」."""
    if grade.kind is GradeKind.NOT_EVALUATED:
        return sentence("office.whole.not_evaluated")
    if grade.kind is not GradeKind.RATIO:
        return grade.legend
    ratio = [g for g in scale.grades if g.kind is GradeKind.RATIO]
    if grade is ratio[-1] and len(ratio) > 1:
        return sentence("office.whole.below", percent=number_text(ratio[-2].at_least or 0))
    return sentence("office.whole.from", percent=number_text(grade.at_least or 0))


def grade_table(whole: Whole, by: By) -> Table:
    """Counts and last year's counts, a row a bar."""
    letters = [word_of(letter) for letter in (*whole.plan.scale.letters, "")]
    before = [sentence("office.whole.before", grade=letter) for letter in letters[:-1]]
    heads = (
        sentence(f"office.whole.by.{by.value}"),
        sentence("office.whole.measures"),
        *letters,
        *(before if whole.fiscal_year else ()),
    )
    rows = []
    for mine, tally in ((None, whole.overall), *((by, t) for t in whole.tallies(by))):
        last = tally.last_counts if whole.fiscal_year else ()
        counts = (tally.total, *tally.counts, tally.unsettled, *last)
        rows.append((label_of(mine, tally.label), *(f"{count:,}" for count in counts)))
    return Table(heads, tuple(rows))


def _graded(whole: Whole, by: By | None) -> Members:
    """The evaluations by label and grade."""
    found: dict[tuple[str, str], list[EvaluationId]] = {}
    for one in whole.counted(by):
        found.setdefault((one.label, one.grade), []).append(one.at)
    return found


def _grade_bar(whole: Whole, by: By | None, tally: Tally, members: Members) -> Bar:
    label = label_of(by, tally.label)
    counted = zip((*whole.plan.scale.letters, ""), (*tally.counts, tally.unsettled), strict=True)
    shares = tuple(
        _grade_share(whole, label, letter, tally.total, members[tally.label, letter])
        for letter, count in counted
        if count
    )
    before: tuple[tuple[GradeTile, int], ...] = ()
    if whole.fiscal_year:
        tiles = (tile_of(whole.plan.scale, letter) for letter in whole.plan.scale.letters)
        before = tuple(zip(tiles, tally.last_counts, strict=True))
    return Bar(label, tally.total, shares, before)


def _grade_share(
    whole: Whole, label: str, letter: str, total: int, members: Sequence[EvaluationId]
) -> Share:
    grade, count = word_of(letter), len(members)
    facts = {"label": label, "grade": grade, "count": count}
    spoken = sentence("office.whole.share", percent=_percent(count, total), **facts)
    target = target_of(sentence("office.whole.share_of", **facts), members)
    text = f"{letter or grade} {count:,}"
    return Share(tile_of(whole.plan.scale, letter), count, text, Mark(spoken, target))


def _percent(count: int, total: int) -> int:
    return round(100 * count / total) if total else 0


# 取組の進み


def milestone_bars(whole: Whole, by: By) -> tuple[Bar, ...]:
    """All milestones, then a bar a 分野, ◎, 課 or year."""
    rest = whole.milestone_tallies(by)
    first = _milestone_bar(None, whole.milestones, _stated(whole, None))
    members = _stated(whole, by)
    bars = (_milestone_bar(by, tally, members) for tally in rest)
    return (first._replace(strong=True, apart=bool(rest)), *bars)


def milestone_legend() -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(_state_tile(n), sentence(f"office.whole.{state}"))
        for n, state in enumerate(_STATES)
    )


def milestone_table(whole: Whole, by: By) -> Table:
    """Counts by state, a row a bar; below them every measure."""
    heads = (
        sentence(f"office.whole.by.{by.value}"),
        sentence("office.whole.milestones_asked"),
        *(sentence(f"office.whole.{state}") for state in _STATES),
    )
    rows: list[tuple[str, ...]] = []
    targets: list[object] = []
    counted = [(None, whole.milestones), *((by, t) for t in whole.milestone_tallies(by))]
    for mine, tally in counted:
        rows.append((label_of(mine, tally.label), *_state_counts(tally.milestones)))
        targets.append(None)
    for standing in whole.standings:
        found = _milestones_of(whole, standing)
        rows.append((f"{standing.measure.code} {standing.measure.name}", *_state_counts(found)))
        targets.append(_place(whole, standing))
    return Table(heads, tuple(rows), tuple(targets))


def _milestones_of(whole: Whole, standing: Standing) -> Milestones:
    first = whole.plan.first_year
    found = [standing.years.milestones[year - first] for year in whole.years]
    return Milestones(*map(sum, zip(*found, strict=True)))


def _state_counts(found: Milestones) -> tuple[str, ...]:
    return (f"{sum(found):,}", *(f"{getattr(found, state):,}" for state in _STATES))


def _stated(whole: Whole, by: By | None) -> Members:
    """The evaluations by label and by the states their milestones have."""
    found: dict[tuple[str, str], list[EvaluationId]] = {}
    for one in whole.counted(by):
        for state in _STATES:
            if getattr(one.milestones, state):
                found.setdefault((one.label, state), []).append(one.at)
    return found


def _milestone_bar(by: By | None, tally: MilestoneTally, members: Members) -> Bar:
    name, total = label_of(by, tally.label), sum(tally.milestones)
    shares = []
    for n, state in enumerate(_STATES):
        count = getattr(tally.milestones, state)
        if count:
            word = sentence(f"office.whole.{state}")
            facts = {"label": name, "state": word, "count": count}
            percent = _percent(count, total)
            spoken = sentence("office.whole.milestone_share", percent=percent, **facts)
            several = sentence("office.whole.milestone_of", **facts)
            mark = Mark(spoken, target_of(several, members[tally.label, state]))
            shares.append(Share(_state_tile(n), count, f"{word} {count:,}", mark))
    return Bar(name, total, tuple(shares))


def _state_tile(number: int) -> GradeTile:
    return GradeTile(sentence(f"office.whole.{_STATES[number]}")[:1], _STATE_LOOKS[number])


# 前年度からの変化


def figures(whole: Whole) -> tuple[Figure, ...]:
    """How many measures went up, stayed, went down, cannot be compared."""
    found = []
    for trend in _TRENDS:
        members = whole.trend(trend)
        word = sentence(f"office.whole.trend.{trend.value}")
        spoken = sentence("office.whole.trend_told", trend=word, count=len(members))
        places = tuple(_at(whole, standing) for standing in members)
        found.append(Figure(trend, len(members), word, Mark(spoken, target_of(word, places))))
    return tuple(found)


def changes(whole: Whole) -> tuple[Change, ...]:
    """The measures that went down, then those that went up."""
    moved = (*whole.trend(Trend.DOWN), *whole.trend(Trend.UP))
    scale = whole.plan.scale
    return tuple(
        Change(
            s.trend,
            s.measure.code,
            s.measure.name,
            tile_of(scale, s.last_grade),
            tile_of(scale, s.grade),
            Mark(_change_told(s), _place(whole, s)),
        )
        for s in moved
    )


def change_table(whole: Whole) -> Table:
    """Every measure with both grades."""
    codes = ("code", "name", "department", "last_grade", "grade", "trend")
    order = {trend: n for n, trend in enumerate((Trend.DOWN, Trend.UP, Trend.SAME, Trend.NONE))}
    listed = sorted(whole.standings, key=lambda s: order[s.trend])
    rows = tuple(
        (
            s.measure.code,
            s.measure.name,
            s.department,
            s.last_grade,
            word_of(s.grade),
            sentence(f"office.whole.trend.{s.trend.value}"),
        )
        for s in listed
    )
    heads = tuple(sentence(f"office.whole.{code}") for code in codes)
    return Table(heads, rows, tuple(_place(whole, s) for s in listed))


def span(whole: Whole) -> str:
    """From when to when: 「R6→R7」."""
    year, plan = whole.fiscal_year, whole.plan
    before, after = (year - 1, year) if year else (plan.first_year, plan.last_year)
    facts = {"before": initial_year(before), "after": initial_year(after)}
    return sentence("office.whole.changes_note", **facts)


def _change_told(standing: Standing) -> str:
    return sentence(
        "office.whole.change",
        code=standing.measure.code,
        name=standing.measure.name,
        before=standing.last_grade,
        after=standing.grade,
        trend=sentence(f"office.whole.trend.{standing.trend.value}"),
    )


# 施策ごとの評価


def year_columns(plan: Plan) -> tuple[str, ...]:
    return tuple(initial_year(year) for year in plan.years)


def chosen_column(whole: Whole) -> int:
    """The column of the year looked at, -1 for all of them."""
    looked_at = whole.fiscal_year
    return -1 if looked_at == WHOLE_PLAN else looked_at - whole.plan.first_year


def heat_rows(whole: Whole, only: frozenset[str] | None = None) -> tuple[HeatRow, ...]:
    """A row a measure, of those asked for; a line where another 分野 begins."""
    rows: list[HeatRow] = []
    field = ""
    for standing in whole.standings:
        if only is not None and standing.measure.code not in only:
            continue
        rows.append(_heat_row(whole, standing, apart=bool(rows) and standing.field != field))
        field = standing.field
    return tuple(rows)


def heat_table(whole: Whole, only: frozenset[str] | None = None) -> Table:
    listed = [s for s in whole.standings if only is None or s.measure.code in only]
    heads = (
        sentence("office.whole.code"),
        sentence("office.whole.name"),
        sentence("office.whole.by.field"),
        sentence("office.whole.department"),
        *(fiscal_year_name(year) for year in whole.plan.years),
    )
    rows = tuple(
        (s.measure.code, s.measure.name, s.field, s.department, *map(word_of, s.years.grades))
        for s in listed
    )
    return Table(heads, rows, tuple(_place(whole, s) for s in listed))


def heat_note(plan: Plan) -> str:
    ratio = [g.letter for g in plan.scale.grades if g.kind is GradeKind.RATIO]
    none = [g.letter for g in plan.scale.grades if g.kind is GradeKind.NOT_EVALUATED]
    letters = f"{ratio[0]}～{ratio[-1]}"
    return sentence("office.whole.map_note", letters=letters, none=none[0]) if none else letters


def _heat_row(whole: Whole, standing: Standing, *, apart: bool) -> HeatRow:
    measure, scale = standing.measure, whole.plan.scale
    cells = tuple(
        Cell(
            tile_of(scale, grade),
            Mark(
                sentence(
                    "office.whole.cell",
                    code=measure.code,
                    name=measure.name,
                    year=fiscal_year_name(year),
                    grade=word_of(grade),
                ),
                Place(measure.code, year),
            ),
        )
        for year, grade in zip(whole.plan.years, standing.years.grades, strict=True)
    )
    return HeatRow(measure.code, measure.name, cells, apart)


# What they share


def amounts(values: Iterable[Fraction | None]) -> Iterator[str]:
    """Numbers for a table: plain, without separators, so that a spreadsheet counts with them."""
    for value in values:
        yield "" if value is None else f"{float(value):.4f}".rstrip("0").rstrip(".")


def _at(whole: Whole, standing: Standing) -> EvaluationId:
    year = whole.fiscal_year or whole.plan.last_year
    return EvaluationId(whole.plan.id, standing.measure.code, year)


def _place(whole: Whole, standing: Standing) -> Place:
    at = _at(whole, standing)
    return Place(at.measure, at.fiscal_year)
