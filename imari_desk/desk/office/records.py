"""控え: everything that came in and went out, what was found in it, and the copies kept."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from imari_desk.desk.session import Session
from imari_desk.domain.errors import CallError
from imari_desk.domain.records import Backup, Finding, FindingState, ImportRecord, Sent
from imari_desk.store.store import Store


class Came(NamedTuple):
    """A workbook that came in; ``open`` of what was found in it still asks somebody."""

    record: ImportRecord
    open: int


class Kept(NamedTuple):
    """Everything there is, each the newest first."""

    came: tuple[Came, ...]
    sent: tuple[Sent, ...]
    backups: tuple[Backup, ...]


class Records:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def kept(self) -> Kept:
        """What came in, what went out, and the automatic backups."""
        store = self._session.store
        asking = Counter(one.import_id for one in store.findings(state=FindingState.OPEN))
        came = tuple(Came(record, asking[record.id]) for record in reversed(store.imports()))
        return Kept(came, store.sent()[::-1], Store.backups(store.path))

    def findings(self, import_id: int) -> tuple[Finding, ...]:
        """What was found in one workbook, whatever was made of it."""
        return self._session.store.findings(import_id)

    def original(self, sha256: str) -> bytes:
        """A workbook as it came in. Raises CallError("records_not_kept") where none was kept."""
        content = self._session.store.archived(sha256)
        if content is None:
            raise CallError("records_not_kept")
        return content

    def settle(self, finding: int, state: FindingState) -> None:
        """Note what a person made of a finding."""
        self._session.store.settle_finding(finding, state)
