"""What the page of 取り込み is made of, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import FileDelegate, LineDelegate
from imari_desk.gui.kit import Button, Card, LineMessage, Progress, Text
from imari_desk.gui.page_area import turn


class DropPlace(QWidget):
    """What stands there before there are files: where to put them."""

    def __init__(self) -> None:
        super().__init__()
        self.text = Text(sentence("exchange.empty"), "body", wrap=True)
        self._row = QVBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self.text)
        self._row.addStretch(1)
        look.follow(self._dress)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.tokens().field_line), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(look.tokens().surface))
        radius = look.px(8)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def _dress(self) -> None:
        side = look.px(48)
        self._row.setContentsMargins(side, side, side, side)


class ImportView(QWidget):
    """Title and buttons, files beside what one of them changes, and below what will be done."""

    def __init__(self) -> None:
        super().__init__()
        self._make()
        self._lay_out()
        look.follow(self._dress)

    def _make(self) -> None:
        self.title = Text(sentence("exchange.import_title"), "page")
        self.title_note = Text(role="support", wrap=True)
        self.add_button = Button(sentence("exchange.add"))
        self.close_button = Button(sentence("exchange.close"))
        self.message, self.progress = LineMessage(), Progress()
        self.empty = DropPlace()
        self.file_view, self.line_view = Rows(), Rows()
        self.file_view.setItemDelegate(FileDelegate(self.file_view))
        self.file_view.setAccessibleName(sentence("exchange.files"))
        self.file_view.setAccessibleDescription(sentence("exchange.files_help"))
        self.line_view.setItemDelegate(LineDelegate(self.line_view))
        self.line_view.setAccessibleName(sentence("exchange.changes"))
        self.line_view.setAccessibleDescription(sentence("exchange.changes_help"))
        self.detail_title, self.detail_sender = (
            Text(role="head", wrap=True),
            Text(role="support", wrap=True),
        )
        self.detail_level = LineMessage()
        self.nothing = Text(sentence("exchange.nothing_new"), "support", wrap=True)
        self.copy_button = Button(sentence("exchange.copy"), "small")
        self.summary = Text(role="subject", wrap=True)
        self.not_taken = Text(role="support", wrap=True)
        self.apply_button = Button("", "primary")
        self.body, self.footer = QSplitter(Qt.Orientation.Horizontal), Card()
        self.list_card, self.detail_card = Card(), Card()

    def _lay_out(self) -> None:
        self._head, self._files = QHBoxLayout(), QVBoxLayout(self.list_card)
        self._head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBottom)
        self._head.addWidget(self.title_note, 1, Qt.AlignmentFlag.AlignBottom)
        self._head.addWidget(self.add_button)
        self._head.addWidget(self.close_button)
        self._files.addWidget(self.file_view)
        self._detail, self._detail_head = QVBoxLayout(self.detail_card), QVBoxLayout()
        self._detail_row = QHBoxLayout()
        self._detail_row.addWidget(self.detail_title, 1)
        self._detail_row.addWidget(self.copy_button)
        self._detail_head.addLayout(self._detail_row)
        self._detail_head.addWidget(self.detail_sender)
        self._detail_head.addWidget(self.detail_level)
        self._detail_head.addWidget(self.nothing)
        self._detail.addLayout(self._detail_head)
        self._detail.addWidget(self.line_view, 1)
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.detail_card)
        self.body.setChildrenCollapsible(False)
        self.body.setStretchFactor(0, 2)
        self.body.setStretchFactor(1, 3)
        self._foot, self._said = QHBoxLayout(self.footer), QVBoxLayout()
        self._said.addWidget(self.summary)
        self._said.addWidget(self.not_taken)
        self._foot.addLayout(self._said, 1)
        self._foot.addWidget(self.apply_button)
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._head)
        self._page.addWidget(self.message)
        self._page.addWidget(self.progress)
        self._page.addWidget(self.empty, 1)
        self._page.addWidget(self.body, 1)
        self._page.addWidget(self.footer)

    def _dress(self) -> None:
        self._page.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._page.setSpacing(look.px(12))
        self._head.setSpacing(look.px(12))
        self.body.setHandleWidth(look.px(12))
        self._files.setContentsMargins(1, look.px(8), 1, look.px(8))
        self._detail.setContentsMargins(1, look.px(16), 1, look.px(8))
        self._detail_head.setContentsMargins(look.px(16), 0, look.px(16), look.px(4))
        self._detail_head.setSpacing(look.px(6))
        self._foot.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
        self._foot.setSpacing(look.px(16))
        self._said.setSpacing(look.px(2))
        self.list_card.setMinimumSize(look.px(280), look.px(160))
        self.detail_card.setMinimumSize(look.px(360), look.px(280))
        turn(self.body, self.body.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margins = self._page.contentsMargins()
        turn(self.body, event.size().width() - margins.left() - margins.right())
