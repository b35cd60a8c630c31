"""Where everything stands on a form sheet: one description for the writer and the reader.

A form is a list of rows on one grid of eight columns, twice label | code | input | 前年度. The
writer draws the rows; the reader only asks which words are ours (``FormLayout.words``) and never
where they stand, because people move rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.items import Item, ItemKind, Owner, Section, items_for
from imari_desk.domain.plan import Indicator, IndicatorKind, Measure, Plan
from imari_desk.domain.words import sentence

LEFT, RIGHT, COLUMNS = 1, 5, 8  # first column of each half; columns of the grid
CODE, INPUT, PREVIOUS = 1, 2, 3  # how far right of the label

CHOICE_MARK = " ▼"
_LONG = 200  # characters from which an answer is told its limit and given room


class Look(Enum):
    """How a cell looks; styles.py says what that means in fonts and colours."""

    TITLE = "title"
    HINT = "hint"
    LABEL = "label"
    CODE = "code"
    INPUT = "input"
    PROSE = "prose"
    ASKED = "asked"  # an input a 差戻し asks for
    ASKED_PROSE = "asked_prose"
    ASIDE = "aside"  # an input a 差戻し does not ask for
    ASIDE_PROSE = "aside_prose"
    PREVIOUS = "previous"
    PREVIOUS_PROSE = "previous_prose"
    HEAD = "head"
    SECTION = "section"
    LEGEND = "legend"
    FACT = "fact"
    STRONG_FACT = "strong_fact"
    NOTE = "note"
    PROPOSAL = "proposal"
    REMARK_HEAD = "remark_head"
    REMARK_LABEL = "remark_label"
    REMARK_CODE = "remark_code"
    REMARK = "remark"
    REPLY = "reply"
    FOOT = "foot"


class Fact(Enum):
    """What is printed on a form and differs from workbook to workbook."""

    DEPARTMENT = "department"
    DUE = "due"
    PROPOSAL = "proposal"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell, or ``span`` merged ones: it shows ``text``, a fact, or an item's answer.

    ``last_year`` marks the cell that shows what stood for the item the year before.
    """

    column: int
    look: Look
    text: str = ""
    span: int = 1
    fact: Fact | None = None
    item: Item | None = None
    last_year: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row, never lower than ``height`` points. ``roomy`` rows share what the page has left."""

    slots: tuple[Slot, ...]
    height: float
    roomy: bool = False


@dataclass(frozen=True, slots=True)
class FormLayout:
    """A form: rows above and below the office's box, and every word printed on it, counted."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]
    words: Mapping[str, int]


def form_label(item: Item, measure: Measure) -> str:
    """The label as printed: with its number, unit and limit, and ▼ for a choice."""
    number = ""
    if item.section is Section.MILESTONES:
        number = f"取組{item.number}　"
    elif item.section is Section.INDICATORS and len(measure.indicators) > 1:
        number = f"指標{item.number}　"
    unit = f"（{item.unit}）" if item.unit else ""
    limit = f"（{item.limit}字）" if item.limit >= _LONG else ""
    mark = CHOICE_MARK if item.choices else ""
    return f"{number}{item.label}{unit}{limit}{mark}"


@lru_cache(maxsize=4096)
def form_items(plan: Plan, measure: Measure, fiscal_year: int) -> tuple[Item, ...]:
    """What a clerk fills in on that form, in the order of the description."""
    return tuple(
        item
        for item in items_for(plan, measure, fiscal_year)
        if item.owner is Owner.DEPARTMENT and item.section is not Section.PASSAGE
    )


@lru_cache(maxsize=4096)
def form_layout(plan: Plan, measure: Measure, fiscal_year: int) -> FormLayout:
    """The form of one measure in one year, without what the office wrote on it."""
    head = (*_head(plan, measure, fiscal_year), _column_heads(fiscal_year))
    body = (*_sections(plan, measure, fiscal_year), _footer())
    words = Counter(slot.text for row in (*head, *body) for slot in row.slots if slot.text)
    return FormLayout(head, body, dict(words))


class OfficeLine(NamedTuple):
    """One line of the office's box; ``open``: what the 課 may say to the line above it."""

    label: str
    code: str
    text: str
    open: bool


def office_rows(lines: Iterable[OfficeLine]) -> tuple[Row, ...]:
    """The office's box, line by line; empty where the office is silent."""
    rows = [
        Row(
            (
                Slot(LEFT, Look.REMARK_LABEL, line.label),
                Slot(LEFT + CODE, Look.REMARK_CODE, line.code),
                Slot(LEFT + INPUT, Look.REPLY if line.open else Look.REMARK, line.text, span=6),
            ),
            20,
        )
        for line in lines
    ]
    return (_banner(sentence("form.office"), Look.REMARK_HEAD), *rows) if rows else ()


def _head(plan: Plan, measure: Measure, fiscal_year: int) -> Iterator[Row]:
    title = sentence("form.title", year=fiscal_year_name(fiscal_year))
    hint = sentence("form.hint")
    yield Row((Slot(LEFT, Look.TITLE, title, 3), Slot(LEFT + PREVIOUS, Look.HINT, hint, 5)), 28)
    yield _facts(
        Slot(LEFT, Look.LABEL, sentence("form.measure")),
        Slot(LEFT + 1, Look.STRONG_FACT, measure.code, 2),
        Slot(4, Look.LABEL, sentence("form.name")),
        Slot(5, Look.STRONG_FACT, _full_name(plan, measure), 4),
    )
    yield _facts(
        Slot(LEFT, Look.LABEL, sentence("form.year")),
        Slot(LEFT + 1, Look.STRONG_FACT, fiscal_year_name(fiscal_year), 2),
        Slot(4, Look.LABEL, sentence("form.department")),
        Slot(5, Look.STRONG_FACT, span=4, fact=Fact.DEPARTMENT),
    )
    yield _facts(
        Slot(LEFT, Look.LABEL, sentence("form.due")),
        Slot(LEFT + 1, Look.STRONG_FACT, span=2, fact=Fact.DUE),
        Slot(4, Look.LABEL, sentence("form.schedule")),
        Slot(5, Look.FACT, measure.schedule.get(fiscal_year) or sentence("form.none"), 4),
    )


def _full_name(plan: Plan, measure: Measure) -> str:
    star = "　☆" if measure.national_priority else ""
    vision = sentence("form.vision", action=measure.vision_action) if measure.vision_action else ""
    group = plan.groups_by_id[measure.group]
    return f"{measure.name}{star}{vision}　（{plan.field_of(measure).name}　◎{group.name}）"


def _column_heads(fiscal_year: int) -> Row:
    words = (
        sentence("form.item"),
        sentence("form.code"),
        sentence("form.input"),
        sentence("form.previous", year=short_year(fiscal_year - 1)),
    )
    slots = (Slot(c, Look.HEAD, word) for c, word in enumerate(words * 2, start=LEFT))
    return Row(tuple(slots), 15)


def _sections(plan: Plan, measure: Measure, fiscal_year: int) -> Iterator[Row]:
    by_section: dict[Section, list[Item]] = {}
    for item in form_items(plan, measure, fiscal_year):
        by_section.setdefault(item.section, []).append(item)
    yield _banner(sentence("form.section.indicators"))
    for n, indicator in enumerate(measure.indicators, start=1):
        yield _banner(_indicator_line(n, indicator), Look.NOTE)
        yield from _two_by_two(
            measure, (i for i in by_section[Section.INDICATORS] if i.number == n)
        )
    yield _banner(sentence("form.section.progress"))
    if not measure.evaluated_in(fiscal_year):
        yield _banner(sentence("form.not_evaluated"), Look.NOTE)
    yield from _two_by_two(measure, by_section.get(Section.MILESTONES, ()))
    yield from _two_by_two(measure, by_section[Section.PHASES])
    yield _banner(sentence("form.section.grade", legend=_legend(plan)), Look.LEGEND)
    yield Row((Slot(LEFT, Look.PROPOSAL, span=COLUMNS, fact=Fact.PROPOSAL),), 18)
    yield from _two_by_two(measure, by_section[Section.GRADE])
    yield _banner(sentence("form.section.texts"))
    yield from _two_by_two(measure, by_section[Section.TEXTS])
    yield _banner(sentence("form.section.outlook"))
    yield from _side_by_side(
        measure, by_section[Section.DIRECTION], by_section.get(Section.WRAP_UP, ())
    )
    yield from _two_by_two(measure, by_section[Section.MEANS])
    signature = by_section[Section.SIGNATURE]
    yield from _side_by_side(measure, signature[:3], signature[3:])


def _indicator_line(n: int, indicator: Indicator) -> str:
    formula = f"　【{indicator.formula_text}】" if indicator.formula_text else ""
    line = f"指標{n}　{indicator.heading}{formula}"
    hint = sentence("form.rate") if indicator.kind is IndicatorKind.RATE else ""
    return line + hint


def _legend(plan: Plan) -> str:
    return "　".join(f"{grade.letter} {grade.legend}" for grade in plan.scale.grades)


def _two_by_two(measure: Measure, items: Iterable[Item]) -> Iterator[Row]:
    """Rows of two items, read from left to right."""
    rest = list(items)
    return _side_by_side(measure, rest[0::2], rest[1::2])


def _side_by_side(measure: Measure, left: Iterable[Item], right: Iterable[Item]) -> Iterator[Row]:
    """Rows of two items, each half read downwards."""
    for pair in zip_longest(left, right):
        halves = [(first, item) for first, item in zip((LEFT, RIGHT), pair, strict=True) if item]
        slots = tuple(slot for first, item in halves for slot in _half(first, item, measure))
        limit = max(item.limit for _, item in halves)
        yield Row(slots, 19.5, roomy=limit >= _LONG)


def _half(first: int, item: Item, measure: Measure) -> tuple[Slot, ...]:
    prose = item.kind is ItemKind.TEXT
    previous = Look.PREVIOUS_PROSE if prose else Look.PREVIOUS
    return (
        Slot(first, Look.LABEL, form_label(item, measure)),
        Slot(first + CODE, Look.CODE, item.code),
        Slot(first + INPUT, Look.PROSE if prose else Look.INPUT, item=item),
        Slot(first + PREVIOUS, previous, item=item, last_year=True),
    )


def _facts(*slots: Slot) -> Row:
    return Row(slots, 20)


def _banner(text: str, look: Look = Look.SECTION) -> Row:
    return Row((Slot(LEFT, look, text, COLUMNS),), 18)


def _footer() -> Row:
    return Row((Slot(LEFT, Look.FOOT, span=COLUMNS, fact=Fact.FOOTER),), 16)
