"""The dialog for our own mistakes: what happened, where the record lies, how to pass it on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, FocusRing, Text
from imari_desk.gui.kit.room import open_at


class CrashDialog(QDialog):
    """``saved``: whether everything typed is in the database; ``log``: None if not written."""

    def __init__(self, text: str, log: Path | None, *, saved: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(sentence("crash.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._log = log
        self.details = QTextEdit(text, readOnly=True)
        self.details.setAcceptRichText(False)
        self.details.setAccessibleName(sentence("crash.details"))
        self.copy = Button(sentence("crash.copy"))
        self.folder = Button(sentence("crash.open_folder"))
        self.go_on = Button(sentence("crash.continue"), "primary")
        place = sentence("crash.log", log=log) if log else sentence("crash.no_log")
        column = QVBoxLayout(self)
        column.setSpacing(look.px(12))
        column.addWidget(Text(sentence("crash.head"), "head"))
        said = sentence("crash.text") if saved else sentence("crash.text_unsaved")
        column.addWidget(Text(said, wrap=True))
        column.addWidget(Text(place, "small", wrap=True))
        column.addWidget(self.details, 1)
        column.addLayout(self._buttons())
        pad = look.px(20)
        column.setContentsMargins(pad, pad, pad, pad)
        open_at(self, 720, 480)
        self._ring = FocusRing(self)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> list[Text]:
        """What it says, from top to bottom."""
        return self.findChildren(Text)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        self.copy.clicked.connect(self._copy)
        self.folder.clicked.connect(self._open_folder)
        self.folder.setVisible(self._log is not None)
        self.go_on.clicked.connect(self.accept)
        for button in (self.copy, self.folder):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.go_on)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _open_folder(self) -> None:
        if self._log is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log.parent)))
