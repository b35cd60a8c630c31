"""One evaluation sheet as plain values: what the template draws, nothing it would have to decide.

Every text is final, words and numbers as people read them. The template in resources/paper is
handed the same fields under the same names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from unicodedata import east_asian_width


class Given(StrEnum):
    """What an answer is: there, not there, or more than one."""

    YES = "given"
    EMPTY = "empty"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Line:
    """A short answer with its label; ``note`` says that several stand, in which case all do."""

    label: str
    text: str
    given: Given = Given.YES
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A long answer in paragraphs. ``note`` is the count against the limit, or says that several
    answers stand (all of them are among the paragraphs)."""

    label: str
    paragraphs: tuple[str, ...]
    given: Given = Given.YES
    note: str = ""
    widths: tuple[float, ...] = field(init=False)  # of each paragraph in em, roughly

    def __post_init__(self) -> None:
        widths = tuple(round(sum(map(_em, p)), 1) for p in self.paragraphs)
        object.__setattr__(self, "widths", widths)


@dataclass(frozen=True, slots=True)
class Year:
    """A column of the yearly grid: 令和7年度, and 令和7 or R7 where there is less room."""

    label: str
    short: str
    shortest: str


@dataclass(frozen=True, slots=True)
class PhaseRow:
    """Spans in years from the plan's first day: (0.0, 0.5) is its first half year."""

    label: str
    planned: tuple[tuple[float, float], ...]
    actual: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class YearValue:
    """One indicator in one year; ``note`` says that several answers stand."""

    value: str
    parts: str = ""
    ratio: str = ""
    grade: str = ""
    given: Given = Given.YES
    note: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """``head`` is name and target. A year the plan asks nothing of has None."""

    label: str
    head: str
    formula: str
    years: tuple[YearValue | None, ...]
    remarks: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class MilestoneMark:
    """A 実施評価指標 and its mark; ``states`` is empty for a year still to come."""

    text: str
    states: tuple[str, ...]
    note: str = ""  # says that several answers stand


@dataclass(frozen=True, slots=True)
class Chart:
    """Values against what was expected by then. One entry a year, None where there is none."""

    title: str
    actual: tuple[float | None, ...]
    labels: tuple[str, ...]
    expected: tuple[float | None, ...]
    ticks: tuple[float, ...]
    tick_labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeBox:
    """The year's own grade. ``letters`` holds two where two answers stand, none where nobody has
    written one; ``empty`` is what is said then, ``alert`` what is said of two."""

    label: str
    letters: tuple[str, ...]
    empty: str
    alert: str
    achievement_label: str
    achievement: str
    lines: tuple[str, ...]
    sentences: Passage


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A letter of the scale and what it means; ``chosen`` is the year's own."""

    letter: str
    text: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Signature:
    """Who wrote, approved or checked it, and when."""

    role: str
    name: str
    day: str
    given: Given = Given.YES


@dataclass(frozen=True, slots=True)
class PlanPart:
    """The upper half: what the plan says of the measure, and what became of it year by year."""

    code: str
    name: str
    national_priority: str  # 国の重点取組, "" where it is not
    place: str  # 分野 and ◎ group
    vision: Line
    department: Line
    summary: Line
    schedule_label: str
    schedule_note: str  # says that the bars were not compared with the printed plan
    works: tuple[str, ...]
    works_label: str
    phases: tuple[PhaseRow, ...]
    effect: Line
    indicators: tuple[IndicatorRow, ...]
    results_label: str
    milestones: tuple[tuple[MilestoneMark, ...], ...]
    milestones_label: str
    remarks: tuple[Line, ...]  # reasons given for 一部・未 and the like
    remarks_label: str


@dataclass(frozen=True, slots=True)
class YearPart:
    """The lower half: the year's answers. ``calm`` stands instead of the texts where the plan
    asks nothing of that year and nobody wrote anything."""

    heading: str
    legend: tuple[LegendEntry, ...]
    lines: tuple[Line, ...]
    grade: GradeBox
    charts: tuple[Chart, ...]
    passages: tuple[tuple[Passage, ...], ...]  # in rows
    band: tuple[Passage, ...]  # the row below them; none on a public sheet
    second: Line
    signatures: tuple[Signature, ...]
    signatures_label: str
    calm: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetData:
    """One evaluation sheet. ``year`` is the index of the evaluated year in ``years``."""

    title: str
    plan_title: str
    state: str
    years: tuple[Year, ...]
    year: int
    plan: PlanPart
    answers: YearPart
    footer: str
    remark: str  # middle of the footer: 見本 and the like
    municipality: str
    words: dict[str, str]  # the template's own few labels


@cache
def _em(character: str) -> float:
    """The advance of a character in BIZ UDPGothic in em: by class, right to a few percent."""
    for first, last, width in _ADVANCES:
        if first <= character <= last:
            return width
    return 1.0 if east_asian_width(character) in "WFA" else 0.5


_ADVANCES = (
    ("ぁ", "ゟ", 0.96),
    ("゠", "ヺ", 0.92),
    ("0", "9", 0.75),
    ("A", "Z", 0.76),
    ("a", "z", 0.62),
    ("、", "。", 0.6),
    ("「", "』", 0.5),
    ("・", "・", 0.5),
    ("（", "）", 0.5),
    ("０", "ｚ", 0.75),
)
