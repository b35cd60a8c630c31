"""Everything that was looked at, taken in as one act: whole, or nothing of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from imari_desk.desk import taking
from imari_desk.desk.files import read_file
from imari_desk.desk.office.looking import Cell, LookedFile, amended
from imari_desk.desk.office.outlook import Fate, Outlook
from imari_desk.desk.session import Progress, Session
from imari_desk.domain.deciding import Deal, Decisions, Side, dealt, of_cell
from imari_desk.domain.errors import CallError, DeskError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import comment_key
from imari_desk.domain.records import Finding, FindingState, ImportAct, ImportRecord, Typed
from imari_desk.domain.words import sentence
from imari_desk.workbook.collector import collector_paused

_STATES = {
    Deal.ITEM: FindingState.TAKEN,
    Deal.APPEND: FindingState.TAKEN,
    Deal.ASK: FindingState.ASKED,
    Deal.NOTE: FindingState.NOTED,
    Deal.ASIDE: FindingState.SET_ASIDE,
}


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A batch that was taken in: its number, and each workbook's record in the list's order."""

    batch: int
    records: tuple[ImportRecord, ...]
    items: int


def content_of(session: Session, digest: str, path: Path) -> bytes:
    """The file that was looked at. What began to be taken in lies in the archive as well.

    Raises CallError("receiving_changed") where it is another one by now, and as reading does.
    """
    with suppress(DeskError):
        data = read_file(path)
        if sha256(data).hexdigest() == digest:
            return data
    kept = session.store.archived(digest)
    if kept is None:
        read_file(path)  # says what is wrong with it, if that is it
        raise CallError("receiving_changed", name=path.name)
    return kept


def apply(session: Session, found: Outlook, progress: Progress) -> TakenIn:
    """Take in the files of an outlook. Whatever ``progress`` raises leaves everything as it was."""
    rows = [row.file for row in found.of(Fate.TAKE)]
    contents = {f.sha256: content_of(session, f.sha256, f.path) for f in rows}
    session.store.safeguard("import", now=session.now)
    batch = session.store.batches.under_way()
    if batch is None or not rows:
        raise CallError("batch_missing")
    session.store.batches.begin(contents)
    acts = _Acts(session, rows, contents, found.decisions, progress)
    try:
        records = session.store.batches.apply(acts, lambda: _deeds(found, rows), session.origin)
    except BaseException:
        session.store.batches.go_back()
        raise
    _keep_refused(session, [row.file for row in found.of(Fate.REFUSED)])
    progress("import", len(rows), len(rows))
    return TakenIn(batch.id, records, len(found.changed))


def _keep_refused(session: Session, files: Sequence[LookedFile]) -> None:
    """Beside what was taken in, the files nobody could read are kept with the reason."""
    for file in files:
        with suppress(DeskError):  # what is gone or another one by now cannot be kept
            data = content_of(session, file.sha256, file.path)
            taking.keep_refused(session, file.path, data)


class _Acts:
    """The acts of all files, worked out one by one, each on top of those before.

    Everything that has to be asked of the database is asked beforehand: while the acts are
    stored it answers nobody.
    """

    def __init__(
        self,
        session: Session,
        files: Sequence[LookedFile],
        contents: Mapping[str, bytes],
        decisions: Decisions,
        progress: Progress,
    ) -> None:
        self._session, self._files, self._contents = session, files, contents
        self._decisions, self._progress = decisions, progress
        self._ground = taking.Ground(session)
        self._standing = _Standing(self._ground, files)

    def __iter__(self) -> Iterator[ImportAct]:
        for done, file in enumerate(self._files):
            self._progress("import", done, len(self._files))
            with collector_paused():
                yield self._act(file)

    def _act(self, file: LookedFile) -> ImportAct:
        data = self._contents[file.sha256]
        amend = amended(self._ground, file.sha256, self._decisions)
        taken = taking.look(self._ground, data, file.name, accept=True, amend=amend)
        self._standing.keep(taken)
        again = file.seen is not None
        act = taking.act_of(self._session, file.path, data, taken, again=again)
        settled = tuple(self._settled(file, one) for one in act.findings)
        return act._replace(findings=settled)

    def _settled(self, file: LookedFile, one: Finding) -> Finding:
        subject = of_cell(file.sha256, one.sheet, one.cell, one.text)
        deal = dealt(self._decisions.get(subject, ""))
        return one if deal is None else one._replace(state=_STATES[deal.deal])


class _Standing:
    """What stands, in memory: as in the database, and then as each file leaves it."""

    def __init__(self, ground: taking.Ground, files: Sequence[LookedFile]) -> None:
        self._standing: dict[EvaluationId, Evaluation] = {}
        codes: dict[str, set[str]] = {}
        for file in files:
            header = file.report.header
            plan = ground.known.get((header.plan, header.plan_version)) if header else None
            if header is not None and plan is not None:
                ground.receiver(plan, header.fiscal_year)
                codes.setdefault(plan.id, set()).update(file.codes)
        for plan_id, wanted in codes.items():
            self._standing |= {e.id: e for e in ground.present(plan_id, wanted)}
        ground.hold(self._standing)

    def keep(self, taken: taking.Taken) -> None:
        for intake in taken.intakes:
            self._standing[intake.after.id] = intake.after


def _deeds(found: Outlook, files: Sequence[LookedFile]) -> list[Typed]:
    """What was decided beside the files: which answer stands, what the 課 is asked."""
    deeds = []
    for conflict in found.conflicts:
        if conflict.choice is None or conflict.choice.side is Side.BOTH:
            continue
        at, values = conflict.evaluation, [a.value for a in conflict.answers]
        if conflict.choice.side is Side.ASK:
            text = sentence("office.receiving.ask_conflict", answers="」「".join(values))
            deeds.append(_remark(at, conflict.key, text))
        elif conflict.choice.value in values:
            deeds.append(Typed(at, conflict.key, conflict.choice.value))
    for file in files:
        deeds += _asked(file.margin, "office.receiving.ask_margin", found.decisions)
        deeds += _asked(file.asked, "office.receiving.ask_question", found.decisions)
    return deeds


def _asked(cells: Sequence[Cell], code: str, decisions: Decisions) -> Iterator[Typed]:
    for cell in cells:
        deal = dealt(decisions.get(cell.subject, ""))
        if deal is not None and deal.deal is Deal.ASK and deal.evaluation is not None:
            place = f"{cell.sheet} {cell.cell}".strip()
            yield _remark(deal.evaluation, deal.key, sentence(code, place=place, text=cell.text))


def _remark(at: EvaluationId, key: str, text: str) -> Typed:
    return Typed(at, comment_key(key, secrets.token_hex(4)), text)
