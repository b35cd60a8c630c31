"""The meeting's paper and the wrap-up as plain values, final in every word.

As in shapes.py: the templates in resources/paper draw them and decide nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from imari_desk.paper.shapes import Chart, Line, Passage, SheetData


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a sentence; ``strong`` is set in bold."""

    text: str
    strong: bool = False


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Look:
    """How a letter's part of a bar is filled: a gray (0 black, 1 white), hatched or dotted."""

    gray: float
    pattern: str = ""  # "hatch", "dots" or ""


@dataclass(frozen=True, slots=True)
class Slice:
    """A letter's part of a bar. ``share`` of it all, 0 to 1."""

    label: str
    share: float
    look: Look


@dataclass(frozen=True, slots=True)
class Count:
    """A number of measures, and its share in words ("" for none)."""

    number: str
    share: str


@dataclass(frozen=True, slots=True)
class Spread:
    """A row of the distribution. ``bar`` is empty where nothing was evaluated; then ``note``."""

    label: str
    total: str
    counts: tuple[Count, ...]
    bar: tuple[Slice, ...]
    note: str = ""
    strong: bool = False
    dim: bool = False


@dataclass(frozen=True, slots=True)
class Distribution:
    """How many measures got which letter, 分野 by 分野."""

    heads: tuple[str, ...]  # 分野, 施策数, the letters, 内訳
    rows: tuple[Spread, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A way grades went since last year: its sign, how many, and which."""

    sign: str
    label: str
    count: str
    text: Runs


@dataclass(frozen=True, slots=True)
class Late:
    """A measure behind the plan, with what the 課 says."""

    code: str
    name: str
    department: str
    progress: str
    grave: bool
    grade: str
    fact: str
    reason: str
    next_step: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to be decided. ``chosen`` is the decision once there is one."""

    number: str
    about: str
    text: str
    chosen: str


@dataclass(frozen=True, slots=True)
class IndicatorLine:
    """An indicator against the line expected. ``bar`` is its achievement, 1.0 on the line;
    ``actual`` and ``expected`` over the years are shares of the highest of them."""

    code: str
    measure: str
    name: str
    target: str
    expected_text: str
    actual_text: str
    ratio: str
    bar: float | None
    actual: tuple[float | None, ...]
    expected: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class IndicatorGroup:
    """Indicators below the line, on it, or with nothing to compare."""

    label: str
    lines: tuple[IndicatorLine, ...]


@dataclass(frozen=True, slots=True)
class ListLine:
    """A measure in the list of all: a text a column."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListGroup:
    """The measures of a 分野."""

    label: str
    lines: tuple[ListLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered heading with its small print; ``empty`` is said where there is nothing."""

    number: str
    title: str
    sub: str = ""
    empty: str = ""


@dataclass(frozen=True, slots=True)
class MeetingData:
    """The 本部会議資料. ``sections`` head its six parts in order."""

    meeting: str
    paper: str
    title: str
    presenter: str
    lead: tuple[Runs, ...]
    sections: tuple[Section, ...]
    distribution: Distribution
    changes: tuple[Change, ...]
    late_heads: tuple[str, ...]
    late: tuple[Late, ...]
    asks: tuple[Ask, ...]
    decisions: tuple[str, ...]
    indicator_heads: tuple[str, ...]
    indicators: tuple[IndicatorGroup, ...]
    list_heads: tuple[str, ...]
    lists: tuple[ListGroup, ...]
    follows: str
    footer: str
    counted: str


@dataclass(frozen=True, slots=True)
class GradeCell:
    """The grade that counted in a year, with its achievement and how far the year was to go."""

    letter: str
    achievement: str
    progress: str


@dataclass(frozen=True, slots=True)
class WrapUpData:
    """計画期間の総括 of one measure. ``sheet`` is the last year's sheet: the plan's table with
    what became of it year by year. ``verdicts``: 総括の区分 and 次期計画での扱い."""

    title: str
    sheet: SheetData
    grades_label: str
    grades: tuple[GradeCell, ...]
    done_label: str
    done: tuple[str, ...]
    verdicts: tuple[Line, ...]
    charts: tuple[Chart, ...]
    texts: tuple[tuple[Passage, ...], ...]  # in rows


@dataclass(frozen=True, slots=True)
class YearSpread:
    """A row of grades over the years: a bar a year, with how many were evaluated."""

    label: str
    bars: tuple[tuple[Slice, ...], ...]
    counts: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class CountRow:
    """A label, how many, their share, and which."""

    label: str
    count: str
    share: str
    codes: str
    bar: float


@dataclass(frozen=True, slots=True)
class WrapUpSummary:
    """The plan's period as a whole, in front of the measures' sheets."""

    title: str
    plan_title: str
    presenter: str
    lead: tuple[Runs, ...]
    sections: tuple[Section, ...]
    years: tuple[str, ...]
    spreads: tuple[YearSpread, ...]
    legend: tuple[Slice, ...]
    wrap_ups: tuple[CountRow, ...]
    next_plans: tuple[CountRow, ...]
    milestones: tuple[str, ...]
    milestone_label: str
    list_heads: tuple[str, ...]
    lists: tuple[ListGroup, ...]
    footer: str


@dataclass(frozen=True, slots=True)
class Divider:
    """A leaf before the sheets of one 課: its name, and the measures that follow."""

    label: str
    sub: str
    measures: tuple[tuple[str, str], ...]
    footer: str


@dataclass(frozen=True, slots=True)
class StatusLine:
    """A 課 in the list of who has sent what: its name, the numbers, and what is missing."""

    department: str
    numbers: tuple[str, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class StatusList:
    """提出状況の一覧: those with something missing first."""

    title: str
    sub: str
    lead: Runs
    heads: tuple[str, ...]
    lines: tuple[StatusLine, ...]
    total: tuple[str, ...]
    footer: str
