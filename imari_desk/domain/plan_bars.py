"""The phase bars of a measure as they are drawn: months counted from the plan's first April."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from imari_desk.domain.era import date_name
from imari_desk.domain.words import sentence

_INTERVAL = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{4})-([0-9]{2})")
YEAR, QUARTER = 12, 3  # months


class Span(NamedTuple):
    """A bar from the beginning of one month to the end of another, both counted from 0."""

    first: int
    last: int


Spans = tuple[Span, ...]


def spans_of(texts: Iterable[str], first_year: int) -> Spans:
    """The bars of one phase as the plan writes them: 「2022-04/2023-03」. Others are left out."""
    found = (_INTERVAL.fullmatch(text) for text in texts)
    spans = (
        Span(_count(int(f[1]), int(f[2]), first_year), _count(int(f[3]), int(f[4]), first_year))
        for f in found
        if f is not None
    )
    return tuple(sorted(spans))


def texts_of(spans: Spans, first_year: int) -> list[str]:
    """The inverse of spans_of."""
    return ["/".join(f"{y:04d}-{m:02d}" for y, m in _months(s, first_year)) for s in spans]


def told(span: Span, first_year: int) -> str:
    """「令和4年4月～令和5年3月」."""
    days = (date(year, month, 1) for year, month in _months(span, first_year))
    first, last = (date_name(day).removesuffix("1日") for day in days)
    return sentence("office.plan.period", first=first, last=last)


def found_at(spans: Spans, month: int) -> int | None:
    """Which bar a month lies in."""
    return next((n for n, span in enumerate(spans) if span.first <= month <= span.last), None)


def drawn(spans: Spans, one: int, other: int, months: int) -> Spans:
    """With a bar over these months and all between; bars it touches upon become one with it.

    ``months`` of the whole plan: what lies outside is cut off.
    """
    first, last = max(0, min(one, other)), min(months - 1, max(one, other))
    if last < first:
        return spans
    within = [s for s in spans if s.first <= last and first <= s.last]
    whole = Span(min([first, *(s.first for s in within)]), max([last, *(s.last for s in within)]))
    return tuple(sorted([whole, *(s for s in spans if s not in within)]))


def erased(spans: Spans, place: int) -> Spans:
    """Without that bar."""
    return spans[:place] + spans[place + 1 :]


def moved(spans: Spans, place: int, by: int, months: int) -> Spans:
    """With that bar so many months later, as far as there is room."""
    low, high = _room(spans, place, months)
    span = spans[place]
    by = max(low - span.first, min(high - span.last, by))
    return _replaced(spans, place, Span(span.first + by, span.last + by))


def stretched(spans: Spans, place: int, by: int, months: int, *, at_end: bool) -> Spans:
    """With one end of that bar so many months later; it stays at least a month long."""
    low, high = _room(spans, place, months)
    first, last = spans[place]
    if at_end:
        last = max(first, min(high, last + by))
    else:
        first = min(last, max(low, first + by))
    return _replaced(spans, place, Span(first, last))


def _room(spans: Spans, place: int, months: int) -> tuple[int, int]:
    """The first and last month that bar may cover: what its neighbours leave it."""
    low = spans[place - 1].last + 1 if place else min(0, spans[place].first)
    after = place + 1 < len(spans)
    high = spans[place + 1].first - 1 if after else max(months - 1, spans[place].last)
    return low, high


def _replaced(spans: Spans, place: int, span: Span) -> Spans:
    return (*spans[:place], span, *spans[place + 1 :])


def _count(year: int, month: int, first_year: int) -> int:
    return (year - first_year) * YEAR + month - 4


def _months(span: Span, first_year: int) -> list[tuple[int, int]]:
    counted = (first_year * YEAR + 3 + n for n in span)
    return [(n // YEAR, n % YEAR + 1) for n in counted]
