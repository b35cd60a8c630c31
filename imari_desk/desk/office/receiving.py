"""Taking in many workbooks: look first, decide once, apply all, take the whole back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from imari_desk.desk import taking
from imari_desk.desk.office import applying, receipts
from imari_desk.desk.office.applying import TakenIn, content_of
from imari_desk.desk.office.looking import LookedFile, look_at
from imari_desk.desk.office.outlook import Outlook, outlook
from imari_desk.desk.office.receipts import Receipt
from imari_desk.desk.session import Progress, Session, silent
from imari_desk.domain.batches import Batch, BatchFile, BatchState, OnTop
from imari_desk.domain.deciding import Decisions
from imari_desk.domain.plan import Plan

Found = Callable[[LookedFile], None]


def _unheard(_file: LookedFile) -> None:
    """Nobody listens."""


_LITTER = ("~$", ".", "Thumbs.db", "desktop.ini")  # what programs and systems leave in folders


@dataclass(frozen=True, slots=True)
class Waiting:
    """What was looked at before, at an earlier start. ``broken_off``: while it was taken in."""

    paths: tuple[Path, ...]
    broken_off: bool


@dataclass(frozen=True, slots=True)
class LastBatch:
    """The last that was taken in. ``on_top``: what was written since, so that it cannot go."""

    batch: Batch
    on_top: tuple[OnTop, ...]


class Receiving:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, paths: Sequence[Path]) -> tuple[Path, ...]:
        """The files themselves, and those in folders and their folders, in order of name."""
        found: list[Path] = []
        for path in paths:
            inside = sorted(path.rglob("*")) if path.is_dir() else [path]
            found += (one for one in inside if one.is_file() or one == path)
        files = (one for one in found if not one.is_dir() and not one.name.startswith(_LITTER))
        return tuple(dict.fromkeys(files))

    def look(
        self,
        paths: Sequence[Path],
        before: Sequence[LookedFile] = (),
        found: Found = _unheard,
        progress: Progress = silent,
    ) -> Outlook:
        """Look at files beside those looked at before; each is told of as soon as it is read.

        What was looked at is kept over a restart. Nothing is taken in.
        """
        ground, decisions = taking.Ground(self._session), self._decisions()
        files = list(before)
        known = {file.path for file in before}
        new = [path for path in self.find(paths) if path not in known]
        kept = self._kept()
        for done, path in enumerate(new):
            progress("look", done, len(new))
            read = partial(content_of, self._session, kept[path]) if path in kept else None
            one = (
                look_at(ground, path, decisions, read) if read else look_at(ground, path, decisions)
            )
            files.append(one)
            found(one)
        progress("look", len(new), len(new))
        if kept:  # what was broken off is looked at again, like anything else
            self._session.store.batches.go_back()
        return self._outlook(ground, files, decisions)

    def waiting(self) -> Waiting | None:
        """What an earlier start left looked at; None where nothing is."""
        batch = self._session.store.batches.under_way()
        if batch is None or not batch.files:
            return None
        paths = tuple(Path(one.path) for one in batch.files)
        return Waiting(paths, batch.state is BatchState.APPLYING)

    def decide(self, now: Outlook, decisions: Mapping[str, str]) -> Outlook:
        """Keep decisions, by subject ("" takes one back), and say what comes of the files then."""
        store, files = self._session.store, [row.file for row in now.files]
        store.batches.decide(decisions, person=self._session.person, now=self._session.now)
        ground, made = taking.Ground(self._session), self._decisions()
        for n, file in enumerate(files):
            if any(cell.subject in decisions for cell in file.margin):
                read = partial(content_of, self._session, file.sha256)
                files[n] = look_at(ground, file.path, made, read)
        return self._outlook(ground, files, made)

    def again(self, now: Outlook) -> Outlook:
        """Look once more at the same files: something else stands now, or they have changed."""
        return self.look([row.file.path for row in now.files])

    def forget(self) -> None:
        """Look at nothing any longer, and let go of what was decided."""
        self._session.store.batches.forget()

    def apply(self, now: Outlook, progress: Progress = silent) -> TakenIn:
        """Take in everything at once; raised in ``progress``, anything leaves all as it was.

        Raises CallError("receiving_changed") where a file is another one since the look.
        """
        return applying.apply(self._session, now, progress)

    def last(self) -> LastBatch | None:
        """What was taken in last and may be taken back; None where there is none."""
        batches = self._session.store.batches
        batch = batches.last()
        return LastBatch(batch, batches.on_top(batch.id)) if batch else None

    def take_back(self, number: int) -> None:
        """Let everything stand as before that batch. Raises CallError("batch_written_since")."""
        self._session.store.safeguard("takeback", now=self._session.now)
        self._session.store.batches.take_back(number, now=self._session.now)

    def receipts(self, number: int, progress: Progress = silent) -> tuple[Receipt, ...]:
        """The 受領書 of a batch, one a 課."""
        return receipts.receipts(self._session, number, progress)

    def _outlook(
        self, ground: taking.Ground, files: Sequence[LookedFile], decisions: Decisions
    ) -> Outlook:
        """What the files come to; that they were looked at is kept."""
        plans: dict[str, Plan] = {plan.id: plan for plan in ground.known.values()}
        if files:
            kept = [BatchFile(str(one.path), one.sha256) for one in files]
            self._session.store.batches.look_at(
                kept, person=self._session.person, now=self._session.now
            )
        return outlook(self._session, plans, files, decisions)

    def _decisions(self) -> Decisions:
        batch = self._session.store.batches.under_way()
        return batch.decisions if batch else {}

    def _kept(self) -> dict[Path, str]:
        """What began to be taken in lies in the archive, wherever the file itself has gone."""
        batch = self._session.store.batches.under_way()
        if batch is None or batch.state is not BatchState.APPLYING:
            return {}
        return {Path(one.path): one.sha256 for one in batch.files if one.sha256}
