"""お願い: the texts that go with the 依頼 workbooks, made of a template for all 課."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.words import sentence

SUBJECT, COVERING, MESSAGE = "subject", "covering", "message"
TEXTS = (SUBJECT, COVERING, MESSAGE)


class Asked(NamedTuple):
    """What one 課 is asked for; ``measures`` are codes with their names, ``file`` the workbook's
    name. ``due`` is None where nobody said.
    """

    department: str
    fiscal_year: int
    measures: tuple[tuple[str, str], ...]
    due: date | None
    file: str


class Letter(NamedTuple):
    """The texts for one 課: for the mail, and what stands in the workbook."""

    subject: str
    covering: str
    message: str

    @property
    def mail(self) -> str:
        """The mail as one text."""
        return f"{sentence('office.year.subject_line', subject=self.subject)}\n\n{self.covering}"


def places() -> tuple[str, ...]:
    """What a template may hold that is another for each 課: 「［課名］」 and the like."""
    return tuple(sentence(f"office.year.place.{name}") for name in _PLACES)


def template(kind: str) -> str:
    """What a template says before anybody has written one."""
    return sentence(f"office.year.template.{kind}")


def filled(text: str, asked: Asked) -> str:
    """A template with everything in its place; what is no place stays as it is."""
    for name, value in zip(_PLACES, _values(asked), strict=True):
        text = text.replace(sentence(f"office.year.place.{name}"), value)
    return text


def together(letters: Iterable[Letter]) -> str:
    """Several mails as one text."""
    return sentence("office.board.between").join(one.mail for one in letters)


_PLACES = ("department", "measures", "count", "due", "year", "file")


def _values(asked: Asked) -> tuple[str, ...]:
    lines = (
        sentence("office.year.measure_line", measure=code, name=name)
        for code, name in asked.measures
    )
    return (
        asked.department,
        "\n".join(lines),
        str(len(asked.measures)),
        _day(asked.due),
        fiscal_year_name(asked.fiscal_year),
        asked.file,
    )


def _day(due: date | None) -> str:
    if due is None:
        return sentence("office.year.no_due")
    weekday = sentence("frame.weekdays")[due.weekday()]
    return sentence("office.board.full_day", day=date_name(due), weekday=weekday)
