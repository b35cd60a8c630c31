"""What happened lately at this desk: typed, taken in, written out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from pathlib import PurePath

from imari_desk.desk.session import Session
from imari_desk.domain.batches import BatchState
from imari_desk.domain.book import Purpose
from imari_desk.domain.records import ImportRecord, Outcome, TypedLately
from imari_desk.domain.words import sentence

_NAMED = 3  # measures named in one sentence; more are counted
_VALUES = 2000  # typed values looked at: more than fit on any screen once they are grouped
_OF_VERBS = {"submission", "submission_note", "office_stage"}


class FlowKind(Enum):
    """What happened."""

    TYPED = "typed"
    TAKEN_IN = "taken_in"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class FlowEntry:
    """One thing that happened. ``when`` is ISO text; ``person`` "" where nobody is known.

    ``purpose`` is the workbook's, None for what was typed and for what is no 評価ブック.
    """

    when: str
    kind: FlowKind
    text: str
    person: str = ""
    purpose: Purpose | None = None


def flow(session: Session, limit: int) -> tuple[FlowEntry, ...]:
    """What happened lately, the newest first."""
    happened = [*_typed(session), *_taken_in(session), *_taken_back(session), *_sent(session)]
    return tuple(sorted(happened, key=lambda entry: entry.when, reverse=True)[:limit])


def _typed(session: Session) -> Iterator[FlowEntry]:
    """What one person typed within one hour is one entry."""
    values = session.store.typed_lately(_VALUES)
    by_hand = (one for one in values if one.key not in _OF_VERBS)
    for (person, _), group in groupby(by_hand, key=_hour):
        found = list(group)
        measures = list(dict.fromkeys(one.evaluation.measure for one in reversed(found)))
        count = len({(one.evaluation, one.key) for one in found})
        named, more = "、".join(measures[:_NAMED]), len(measures) - _NAMED
        code = "flow.typed_in_many" if more > 0 else "flow.typed"
        text = sentence(code, measures=named, more=more, count=count)
        yield FlowEntry(found[0].noted_at, FlowKind.TYPED, text, person)


def _hour(one: TypedLately) -> tuple[str, str]:
    return one.person, one.noted_at[:13]


def _taken_in(session: Session) -> Iterator[FlowEntry]:
    counts = session.store.values_by_import()
    for record in session.store.imports():
        kind = FlowKind.REFUSED if record.outcome is Outcome.REFUSED else FlowKind.TAKEN_IN
        text = _of_import(record, counts.get(record.id, 0))
        yield FlowEntry(record.imported_at, kind, text, record.person, record.purpose)


def _of_import(record: ImportRecord, count: int) -> str:
    book = record.purpose.value if record.purpose else ""
    facts = {"name": record.file_name, "book": book, "count": count}
    return sentence(f"flow.import.{record.outcome.value}", **facts)


def _taken_back(session: Session) -> Iterator[FlowEntry]:
    for one in session.store.batches.all():
        if one.state is BatchState.TAKEN_BACK:
            text = sentence("flow.taken_back", count=len(one.files))
            yield FlowEntry(one.ended_at, FlowKind.TAKEN_BACK, text)


def _sent(session: Session) -> Iterator[FlowEntry]:
    for sent in session.store.sent():
        name = PurePath(sent.path).name
        facts = {"name": name, "department": sent.department}
        text = sentence(f"flow.sent.{sent.purpose.name.lower()}", **facts)
        yield FlowEntry(sent.written_at, FlowKind.SENT, text, purpose=sent.purpose)
