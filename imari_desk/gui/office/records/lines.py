"""What came in, what went out and the backups, a line each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from imari_desk.desk.office.records import Came, Kept
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.records import Backup, Finding, FindingState, Outcome, Sent
from imari_desk.domain.words import SENTENCES, sentence
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line, day_name
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.look import Tone

CAME, SENT, BACKUPS = "came", "sent", "backups"
PARTS = (CAME, SENT, BACKUPS)
_OUTCOMES: dict[Outcome, tuple[Tone, str]] = {
    Outcome.APPLIED: ("ok", "check"),
    Outcome.NOTHING_NEW: ("plain", "same"),
    Outcome.NEEDS_REVIEW: ("note", "question"),
    Outcome.REFUSED: ("plain", "close"),
}
_STATES: dict[FindingState, tuple[Tone, str]] = {
    FindingState.OPEN: ("note", "question"),
    FindingState.NOTED: ("plain", "check"),
    FindingState.SET_ASIDE: ("plain", "dash"),
    FindingState.TAKEN: ("ok", "plus"),
    FindingState.ASKED: ("office", "back"),
}


def lines_of(kept: Kept, part: str) -> tuple[Line, ...]:
    """The lines of one part."""
    found: dict[str, Iterable[Line]] = {
        CAME: map(_came, kept.came),
        SENT: map(_sent, kept.sent),
        BACKUPS: map(_backup, kept.backups),
    }
    return tuple(found[part])


def _came(one: Came) -> Line:
    record = one.record
    text = sentence("office.records.unknown")
    if record.purpose is not None:
        facts = {"purpose": record.purpose.value, "department": record.department}
        text = sentence("office.records.came", year=fiscal_year_name(record.fiscal_year), **facts)
    when = sentence(
        "office.records.when", when=moment(record.imported_at), person=record.person
    ).strip()
    return Line(Kind.REMARK, record.file_name, text, when, chip=_came_chip(one))


def _came_chip(one: Came) -> ChipText:
    if one.record.taken_back:
        return (sentence("office.records.taken_back"), "plain", "back")
    if one.open:
        return (sentence("office.records.open", count=one.open), "note", "question")
    tone, sign = _OUTCOMES[one.record.outcome]
    return (sentence(f"office.records.outcome.{one.record.outcome.value}"), tone, sign)


def _sent(one: Sent) -> Line:
    facts = {"purpose": one.purpose.value, "department": one.department}
    text = sentence("office.records.sent", year=fiscal_year_name(one.fiscal_year), **facts)
    due = sentence("office.records.due", day=day_name(one.due)) if one.due else ""
    note = "　".join(
        filter(
            None,
            (moment(one.written_at), sentence("office.records.number", number=one.number), due),
        )
    )
    return Line(Kind.REMARK, PurePath(one.path).name, text, note)


def _backup(one: Backup) -> Line:
    code = f"office.records.reason.{one.reason}"
    title = sentence(code if code in SENTENCES else "office.records.reason.other")
    facts = {"day": moment(one.made_on), "size": _size(one.size)}
    return Line(Kind.REMARK, title, sentence("office.records.backup", **facts), one.path)


def _size(size: int) -> str:
    return f"{max(1, round(size / 1024)):,} KB"


def finding_line(one: Finding) -> Line:
    """One cell, question or problem, with what became of it."""
    where = sentence("exchange.place", sheet=one.sheet, cell=one.cell) if one.sheet else ""
    tone, sign = _STATES[one.state]
    chip: ChipText = (sentence(f"office.records.state.{one.state.value}"), tone, sign)
    title = sentence(f"office.records.kind.{one.kind.value}")
    return Line(Kind.REMARK, title, one.text, where, chip=chip)
