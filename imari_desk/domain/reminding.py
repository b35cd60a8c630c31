"""督促文: what to write or say to a 課 that something is awaited of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.standing import Stand, Standing
from imari_desk.domain.words import sentence


class Manner(Enum):
    """How the 課 is reached; the value is a part of the sentences' codes."""

    MAIL = "mail"
    PHONE = "phone"
    PAPER = "paper"


class Contact(NamedTuple):
    """Who answered last, and for which year; "" and 0 for what is not known."""

    person: str = ""
    extension: str = ""
    fiscal_year: int = 0


UNKNOWN = Contact()


class Reminder(NamedTuple):
    """Ready to be pasted."""

    subject: str
    body: str

    @property
    def whole(self) -> str:
        return f"{sentence('office.board.subject', subject=self.subject)}\n\n{self.body}"


def reminder(
    standing: Standing,
    fiscal_year: int,
    manner: Manner,
    today: date,
    by: date,
    contact: Contact = UNKNOWN,
) -> Reminder | None:
    """What to send, with ``by`` as the day it is asked for; None where nothing is awaited."""
    about = _about(standing, today)
    if not about:
        return None
    year = fiscal_year_name(fiscal_year)
    person = sentence("office.board.someone")
    if contact.person and (manner is Manner.PHONE or contact.fiscal_year == fiscal_year):
        person = contact.person  # who answered years ago may have moved on
    if manner is Manner.PHONE and contact.extension:
        person = sentence("office.board.reached", person=person, extension=contact.extension)
    facts = {
        "department": standing.department,
        "person": person,
        "about": "\n\n".join(about),
        "by": day_name(by),
        "today": date_name(today),
        "year": year,
        "subject": sentence("office.board.subject_of", year=year),
    }
    code = f"office.board.by.{manner.value}"
    return Reminder(str(facts["subject"]), sentence(code, **facts))


def together(reminders: Iterable[Reminder]) -> str:
    """Several of them as one text."""
    return sentence("office.board.between").join(one.whole for one in reminders)


def day_name(day: date) -> str:
    """「6月8日(月)」."""
    weekday = sentence("frame.weekdays")[day.weekday()]
    return sentence("office.board.day", month=day.month, day=day.day, weekday=weekday)


def _about(standing: Standing, today: date) -> list[str]:
    """What is awaited, a paragraph each."""
    found = []
    missing, back = standing.missing, standing.sent_back
    if missing and standing.asked:
        code = "office.board.overdue" if standing.late(today) else "office.board.awaited"
        until = sentence("office.board.until", due=day_name(standing.due)) if standing.due else ""
        found.append(_listed(code, missing, until))
    if back:
        found.append(_listed("office.board.back", back, ""))
    return found


def _listed(code: str, stands: tuple[Stand, ...], until: str) -> str:
    lines = [sentence(code, until=until, count=len(stands))]
    lines += [sentence("office.board.line", measure=s.measure, name=s.name) for s in stands]
    return "\n".join(lines)
