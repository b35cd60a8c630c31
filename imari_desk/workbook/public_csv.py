"""公表: what everyone may read, as CSV: one row a measure, and one row an indicator."""

from __future__ import annotations

from collections.abc import Iterator

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.publication import held_back
from imari_desk.domain.summary import MeasureYear, Summary
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import number_text
from imari_desk.workbook.tables import csv_bytes


def to_publish(summary: Summary) -> tuple[MeasureYear, ...]:
    """The measures everyone may read about: 確定, and 公表する in the office's own word.

    Where the word is missing, or two of them stand, nothing is published.
    """
    return tuple(m for m in summary.measures if held_back(m.evaluation) is None)


def public_csv(summary: Summary) -> bytes:
    """A row for each measure to publish: the plan's facts, the grade that counts, 公表文."""
    heads = sentence("public.heads").split("｜")
    year = fiscal_year_name(summary.fiscal_year)
    return csv_bytes([heads, *(_measure(summary, m, year) for m in to_publish(summary))])


def public_indicators_csv(summary: Summary) -> bytes:
    """A row for each indicator of those measures: target, value, achievement."""
    heads = sentence("public.indicator_heads").split("｜")
    rows = (row for m in to_publish(summary) for row in _indicators(summary, m))
    return csv_bytes([heads, *rows])


def _measure(summary: Summary, m: MeasureYear, year: str) -> list[str]:
    return [
        summary.plan.title,
        year,
        m.measure.code,
        m.field.name,
        m.group.name,
        m.measure.name,
        m.department,
        m.measure.schedule.get(summary.fiscal_year, ""),
        m.grade,
        m.evaluation.value("public_text"),
    ]


def _indicators(summary: Summary, m: MeasureYear) -> Iterator[list[str]]:
    """Number and text apart, so that a program reads the one and a person the other."""
    year = fiscal_year_name(summary.fiscal_year)
    for judged in m.judgement.indicators:
        indicator = m.measure.indicators[judged.number - 1]
        yield [
            year,
            m.measure.code,
            m.measure.name,
            indicator.name,
            indicator.target_text,
            judged.value,
            "" if judged.amount is None else number_text(judged.amount).replace(",", ""),
            indicator.unit,
            judged.achievement_text.replace(",", ""),
        ]
