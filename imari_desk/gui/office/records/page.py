"""The page 控え."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.desk.office.records import Came, Kept
from imari_desk.desk.reports import Health
from imari_desk.domain.records import Backup, Finding, FindingState, ImportRecord, Sent
from imari_desk.domain.words import sentence
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.receiving.opening import copy_of, show
from imari_desk.gui.office.records.lines import CAME, PARTS, finding_line, lines_of
from imari_desk.gui.office.records.view import RecordsView

_NAMED = 3  # problems that are named


class RecordsPage(QWidget):
    """Everything kept: lists at the left, what the chosen one holds at the right."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._kept = Kept((), (), ())
        self._findings: tuple[Finding, ...] = ()
        self.lines, self.found = LineList(), LineList()
        self.view = RecordsView(hand)
        self.view.rows.setModel(self.lines)
        self.view.found.setModel(self.found)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.view)
        self.setFocusProxy(self.view.rows)
        self._connect()

    # What the frame calls

    def refresh(self) -> None:
        """Bring everything; the chosen one stays chosen where it still is there."""
        self.view.last.refresh()
        self._hand.ask(self._hand.desk.office.records.kept, self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {}

    # What is shown

    @property
    def part(self) -> str:
        """Which list is looked at."""
        words = {sentence(f"office.records.part.{part}"): part for part in PARTS}
        return words.get(self.view.parts.text(), CAME)

    @property
    def chosen(self) -> Came | Sent | Backup | None:
        """What the chosen line is about."""
        row = self.view.rows.currentIndex().row()
        kept: tuple[Came | Sent | Backup, ...] = getattr(self._kept, self.part)
        return kept[row] if 0 <= row < len(kept) else None

    def _show(self, kept: Kept) -> None:
        before = self.chosen
        self._kept = kept
        counts = {"came": len(kept.came), "sent": len(kept.sent), "backups": len(kept.backups)}
        self.view.head.say(sentence("office.records.counts", **counts))
        self._turn(self._id(before))

    def _turn(self, wanted: object = None) -> None:
        lines = lines_of(self._kept, self.part)
        self.lines.show(lines)
        self.view.show_empty("" if lines else sentence(f"office.records.empty.{self.part}"))
        every: tuple[Came | Sent | Backup, ...] = getattr(self._kept, self.part)
        row = next((n for n, one in enumerate(every) if self._id(one) == wanted), 0)
        if lines:
            self.view.rows.setCurrentIndex(self.lines.index(row))
        self._show_chosen()

    @staticmethod
    def _id(one: Came | Sent | Backup | None) -> object:
        if isinstance(one, Came):
            return one.record.id
        return one.number if isinstance(one, Sent) else one and one.path

    def _show_chosen(self) -> None:
        one = self.chosen
        row = self.view.rows.currentIndex().row()
        line = lines_of(self._kept, self.part)[row] if one is not None else None
        self.view.show_one(line, came=isinstance(one, Came), backup=isinstance(one, Backup))
        self._show_findings(())
        if isinstance(one, Came):
            self.view.original.setVisible(one.record.archived)
            number = one.record.id
            self._hand.ask(
                lambda: self._hand.desk.office.records.findings(number),
                lambda found: self._findings_came(number, found),
            )

    def _findings_came(self, number: int, found: tuple[Finding, ...]) -> None:
        one = self.chosen
        if isinstance(one, Came) and one.record.id == number:
            self._show_findings(found)
            code = "office.records.found" if found else "office.records.found_none"
            self.view.said.setText(sentence(code, count=len(found)))

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        row = self.view.found.currentIndex().row()
        self._findings = found
        self.found.show([finding_line(one) for one in found])
        self.view.show_findings(bool(found))
        if found:
            self.view.found.setCurrentIndex(self.found.index(min(max(row, 0), len(found) - 1)))

    # What can be done

    def _settle(self, state: FindingState) -> None:
        row = self.view.found.currentIndex().row()
        if 0 <= row < len(self._findings):
            number = self._findings[row].id
            records = self._hand.desk.office.records
            self._hand.tell(lambda: records.settle(number, state), lambda _none: self.refresh())

    def _open(self) -> None:
        one = self.chosen
        if isinstance(one, Came):
            self._hand.ask(partial(self._copy_of, one.record), show)

    def _copy_of(self, record: ImportRecord) -> Path:
        """On the background: the original as a copy of its own."""
        content = self._hand.desk.office.records.original(record.sha256)
        return copy_of(self._hand.out_folder, record.file_name, content)

    def _copy_place(self) -> None:
        one = self.chosen
        if isinstance(one, Backup | Sent):
            QGuiApplication.clipboard().setText(one.path)
            self._hand.said.emit(sentence("office.records.place_copied"), "ok")

    def verify(self) -> None:
        """Look at every record."""
        self.view.message.say(sentence("office.records.verifying"), "info")
        self.view.verify.setEnabled(False)
        self._hand.ask(self._hand.desk.verify, self._verified)

    def _verified(self, health: Health) -> None:
        self.view.verify.setEnabled(True)
        if health.ok:
            said = sentence("office.records.whole", count=health.evaluations)
            self.view.message.say(said, "ok")
            return
        named = "".join(problem.text for problem in health.problems[:_NAMED])
        facts = {"count": len(health.problems), "said": named}
        self.view.message.say(sentence("office.records.broken", **facts), "error")

    def _connect(self) -> None:
        view = self.view
        view.parts.edited.connect(lambda _text: self._turn())
        view.rows.selectionModel().currentChanged.connect(self._show_chosen)
        view.rows.entered_row.connect(lambda _index: view.found.setFocus())
        view.note.clicked.connect(lambda: self._settle(FindingState.NOTED))
        view.aside.clicked.connect(lambda: self._settle(FindingState.SET_ASIDE))
        view.reopen.clicked.connect(lambda: self._settle(FindingState.OPEN))
        view.original.clicked.connect(self._open)
        view.place.clicked.connect(self._copy_place)
        view.verify.clicked.connect(self.verify)
