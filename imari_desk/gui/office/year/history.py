"""Who answered for a measure over the years, in words."""

from __future__ import annotations

from collections.abc import Sequence

from imari_desk.desk.office.year_view import YearView
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.succession import Term
from imari_desk.domain.words import sentence


def history_text(view: YearView, code: str, found: Sequence[Term]) -> str:
    """The measure, and every 課 with its years."""
    row = next(row for row in view.rows if row.measure == code)
    parts = [sentence("office.year.history", measure=code, name=row.name)]
    if row.predecessors:
        parts.append(sentence("office.year.predecessor", codes="・".join(row.predecessors)))
    return "\n".join([*parts, sentence("office.year.between").join(map(_term, found))])


def _term(one: Term) -> str:
    years = fiscal_year_name(one.first)
    if one.last != one.first:
        facts = {"first": fiscal_year_name(one.first), "last": fiscal_year_name(one.last)}
        years = sentence("office.year.years", **facts)
    department = one.department or sentence("office.year.nobody")
    text = sentence("office.year.term", years=years, department=department)
    if one.former:
        text += sentence("office.year.term_former", former=one.former)
    if one.related:
        text += sentence("office.year.term_related", related="、".join(one.related))
    return text
