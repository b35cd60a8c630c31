"""An evaluation as the office reads it: plan, last year, this year side by side, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from imari_desk.desk.leaf import Comment, Leaf
from imari_desk.domain import items
from imari_desk.domain.differences import Span, differences
from imari_desk.domain.items import Item, ItemKind, Section
from imari_desk.domain.judgement import IndicatorJudgement, judge
from imari_desk.domain.likeness import likeness
from imari_desk.domain.marks import Mark
from imari_desk.domain.numbers import shown
from imari_desk.domain.numerals import plain_number
from imari_desk.domain.plan import Indicator, Phase
from imari_desk.domain.predecessors import answer_before, case_before
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text, one_decimal, unit_text

_AKIN = Fraction(1, 3)  # from which on two texts are worth marking what differs between them
_PLANNED = {"activities": 0, "next_actions": 1}  # which year's schedule stands beside a text


class ReviewRow(NamedTuple):
    """One row. ``key`` is the item a remark is made at, ``keys`` every item shown here.

    ``now`` is this year's answer, ``detail`` what is said to it smaller, below; ``last`` and
    ``last_detail`` the same a year ago. ``spans`` are the parts of both texts where they are alike
    enough to be compared. ``short``: a number or a choice, not a text.
    """

    key: str
    keys: tuple[str, ...]
    label: str
    planned: str = ""
    last: str = ""
    last_detail: str = ""
    now: str = ""
    detail: str = ""
    spans: tuple[Span, ...] = ()
    short: bool = True
    marks: tuple[Mark, ...] = ()
    comments: tuple[Comment, ...] = ()


def rows_of(leaf: Leaf, marks: tuple[Mark, ...]) -> tuple[ReviewRow, ...]:
    """Every item of the 課 in the form's order, each with its marks and remarks."""
    rows = (
        *_milestones(leaf),
        *_indicators(leaf),
        _progress(leaf),
        _grade(leaf),
        *_texts(leaf),
        *_direction(leaf),
        *_wrap_up(leaf),
        *_means(leaf),
        *_signature(leaf),
    )
    return tuple(
        row._replace(
            marks=tuple(m for m in marks if m.key in row.keys),
            comments=tuple(c for c in leaf.comments if c.item in row.keys),
        )
        for row in rows
    )


def row_of(leaf: Leaf, key: str) -> str:
    """The key of the row an item stands in; "" for one that has none."""
    place = items.place_of(key)
    return next((row.key for row in rows_of(leaf, ()) if place in row.keys), "")


class _Pages:
    """This year's and last year's answers of a leaf, as people read them."""

    def __init__(self, leaf: Leaf) -> None:
        self._leaf = leaf
        self._items = items.items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)

    def label(self, key: str) -> str:
        return self._items[key].label

    def has(self, key: str) -> bool:
        return key in self._items

    def now(self, key: str) -> str:
        """What stands; of two answers both, one below the other."""
        found = self._leaf.evaluation.values(key)
        return "\n".join(filter(None, (_readable(self._items[key], value) for value in found)))

    def last(self, key: str) -> str:
        before = self._leaf.years.get(self._leaf.fiscal_year - 1)
        if before is None or key not in self._items:
            return answer_before(key, self._leaf.before)
        return _readable(self._items[key], before.value(key))


def _readable(item: Item, value: str) -> str:
    if item.kind is ItemKind.NUMBER and (number := plain_number(value)) is not None:
        return number_text(number) + unit_text(item.unit)
    return shown(item, value)


def _milestones(leaf: Leaf) -> Iterator[ReviewRow]:
    pages = _Pages(leaf)
    before = leaf.years.get(leaf.fiscal_year - 1)
    asked_before = leaf.measure.milestones.get(leaf.fiscal_year - 1, ())
    several = len(leaf.measure.milestones.get(leaf.fiscal_year, ())) > 1
    for n, text in enumerate(leaf.measure.milestones.get(leaf.fiscal_year, ()), start=1):
        state, reason = f"milestone.{n}.state", f"milestone.{n}.reason"
        code = "office.review.milestone_n" if several else "office.review.milestone"
        there = before is not None and n <= len(asked_before)
        yield ReviewRow(
            state,
            (state, reason),
            sentence(code, number=n),
            planned=text,
            last=before.value(state) if before and there else "",
            last_detail=asked_before[n - 1] if there and asked_before[n - 1] != text else "",
            now=pages.now(state),
            detail=pages.now(reason),
        )


def _indicators(leaf: Leaf) -> Iterator[ReviewRow]:
    pages = _Pages(leaf)
    last = judge(leaf.plan, leaf.measure, leaf.fiscal_year - 1, leaf.years).indicators
    judged_before = [_judged_before(leaf, one) for one in leaf.measure.indicators]
    known = items.items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)
    for n, indicator in enumerate(leaf.measure.indicators, start=1):
        keys = tuple(key for key in known if key.startswith(f"indicator.{n}."))
        part = leaf.judgement.indicators[n - 1]
        planned = sentence("office.review.target", target=indicator.target_text or indicator.name)
        if part.expected is not None and part.expected != indicator.target:
            expected = number_text(part.expected) + unit_text(indicator.unit)
            planned += "\n" + sentence("office.review.expected", expected=expected)
        said = (part.parts, pages.now(f"indicator.{n}.state"), pages.now(f"indicator.{n}.note"))
        yield ReviewRow(
            keys[0],
            keys,
            indicator.name,
            planned=planned,
            last=(judged_before[n - 1] or last[n - 1]).value,
            last_detail=(judged_before[n - 1] or last[n - 1]).parts,
            now=part.value,
            detail="　".join(filter(None, said)),
        )


def _judged_before(leaf: Leaf, indicator: Indicator) -> IndicatorJudgement | None:
    """The year before of an indicator that was in the plan before."""
    case = case_before(indicator, leaf.before)
    if case is None:
        return None
    found = judge(case.plan, case.measure, case.fiscal_year, case.evaluations)
    return found.indicators[case.number - 1]


def _progress(leaf: Leaf) -> ReviewRow:
    pages = _Pages(leaf)
    phases = tuple(f"phase.{phase.value}" for phase in Phase)
    planned = [
        pages.label(f"phase.{phase.value}")
        for phase, bars in leaf.measure.phases.bars.items()
        if any(_in_year(bar.first, bar.last, leaf.fiscal_year) for bar in bars)
    ]
    worked = [pages.label(key) for key in phases if leaf.evaluation.value(key) == "true"]
    worked_last = [
        pages.label(key)
        for key in phases
        if (before := leaf.years.get(leaf.fiscal_year - 1)) and before.value(key) == "true"
    ]
    return ReviewRow(
        "progress",
        ("progress", *phases),
        pages.label("progress"),
        planned="、".join(planned),
        last=pages.last("progress"),
        last_detail="、".join(worked_last),
        now=pages.now("progress"),
        detail="、".join(worked),
    )


def _in_year(first: tuple[int, int], last: tuple[int, int], fiscal_year: int) -> bool:
    """Whether a bar from month to month touches the fiscal year."""
    return first <= (fiscal_year + 1, 3) and last >= (fiscal_year, 4)


def _grade(leaf: Leaf) -> ReviewRow:
    pages = _Pages(leaf)
    return ReviewRow(
        "grade",
        ("grade", "grade_reason"),
        pages.label("grade"),
        planned=sentence("office.review.proposed", grade=leaf.judgement.grade or "―"),
        last=pages.last("grade"),
        last_detail=pages.last("grade_reason"),
        now=pages.now("grade"),
        detail=pages.now("grade_reason"),
    )


def _texts(leaf: Leaf) -> Iterator[ReviewRow]:
    known = items.items_for(leaf.plan, leaf.measure, leaf.fiscal_year)
    for item in known:
        if item.section is Section.TEXTS:
            planned = leaf.measure.effect if item.key == "results" else ""
            if item.key in _PLANNED:
                year = leaf.fiscal_year + _PLANNED[item.key]
                planned = leaf.measure.schedule.get(year, "")
            yield _text(leaf, item.key, planned)


def _text(leaf: Leaf, key: str, planned: str = "") -> ReviewRow:
    pages = _Pages(leaf)
    last, now = pages.last(key), pages.now(key)
    alike = bool(last and now) and likeness(last, now) >= _AKIN
    spans = differences(last, now) if alike else ()
    return ReviewRow(
        key, (key,), pages.label(key), planned=planned, last=last, now=now, spans=spans, short=False
    )


def _direction(leaf: Leaf) -> Iterator[ReviewRow]:
    yield _reasoned(leaf, "direction", "direction_reason")


def _reasoned(leaf: Leaf, key: str, *reasons: str) -> ReviewRow:
    """A choice with what is said to it below."""
    pages = _Pages(leaf)
    return ReviewRow(
        key,
        (key, *reasons),
        pages.label(key),
        last=pages.last(key),
        last_detail="\n".join(filter(None, map(pages.last, reasons))),
        now=pages.now(key),
        detail="\n".join(filter(None, map(pages.now, reasons))),
    )


def _wrap_up(leaf: Leaf) -> Iterator[ReviewRow]:
    pages = _Pages(leaf)
    if pages.has("wrap_up"):
        yield _reasoned(leaf, "wrap_up", "wrap_up_text")
        yield _reasoned(leaf, "next_plan")


def _means(leaf: Leaf) -> Iterator[ReviewRow]:
    """Optional items: those nobody has filled in, this year or last, are left out."""
    pages = _Pages(leaf)
    for key in ("budget", "settlement", "evidence", "related"):
        last, now = pages.last(key), pages.now(key)
        if last or now or any(c.item == key for c in leaf.comments):
            yield ReviewRow(
                key, (key,), pages.label(key), last=last, now=now, detail=_change(leaf, key)
            )


def _change(leaf: Leaf, key: str) -> str:
    """「＋4.0％」 of a sum of money against last year; "" where there is nothing to compare."""
    before = leaf.years.get(leaf.fiscal_year - 1)
    then = plain_number(before.value(key)) if before else None
    now = plain_number(leaf.evaluation.value(key))
    if not then or now is None or then < 0 or then == now:
        return ""
    share = Fraction(abs(Decimal(now) - Decimal(then))) / Fraction(then) * 100
    code = "office.review.more" if now > then else "office.review.less"
    return sentence(code, percent=one_decimal(share))


def _signature(leaf: Leaf) -> Iterator[ReviewRow]:
    pages = _Pages(leaf)
    keys = ("author", "extension", "entered_on", "approver", "approved_on")

    def signed(read: str) -> str:
        values = (pages.now(key) if read == "now" else pages.last(key) for key in keys)
        return "　".join(filter(None, values))

    label = sentence("office.review.signature")
    yield ReviewRow("author", keys, label, last=signed("last"), now=signed("now"))
    if leaf.evaluation.value("submission_note"):
        note = pages.now("submission_note")
        key = "submission_note"
        yield ReviewRow(key, (key,), pages.label(key), now=note, short=False)
