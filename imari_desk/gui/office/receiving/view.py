"""What the page 取込 is made of, and where it stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_view import DropPlace
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.kit import Button, Card, LineMessage, Progress, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.receiving.detail import Detail
from imari_desk.gui.office.receiving.file_delegate import ColumnHeads, FileRowDelegate
from imari_desk.gui.office.receiving.receipts import ReceiptsView
from imari_desk.gui.office.receiving.take_back import TakeBack

_LOW = 560  # pixels at 100 % below which there is room for one sentence at the foot


class ReceivingView(QWidget):
    """Head, files beside one of them, and below what will be done; before and after it others."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self.add_button = Button(sentence("office.receiving.add"))
        self.folder_button = Button(sentence("office.receiving.add_folder"))
        self.again_button = Button(sentence("office.receiving.again"))
        self.clear_button = Button(sentence("office.receiving.clear"))
        self.head = PageHead(
            sentence("office.receiving.title"),
            self.again_button,
            self.clear_button,
            self.folder_button,
            self.add_button,
        )
        self.message, self.progress = LineMessage(), Progress()
        self.files, self.detail = Rows(), Detail()
        self.files.setItemDelegate(FileRowDelegate(self.files))
        self.files.setAccessibleName(sentence("exchange.files"))
        self.files.setAccessibleDescription(sentence("exchange.files_help"))
        self.summary, self.not_taken = (
            Text("", "subject", wrap=True),
            Text("", "support", wrap=True),
        )
        self.copy_button = Button(sentence("office.receiving.copy_summary"))
        self.apply_button = Button("", "primary")
        self.receipts = ReceiptsView()
        self.last = TakeBack(hand)
        self.done = TakeBack(hand)
        self.empty, self.body, self.after = QWidget(), QWidget(), QWidget()
        self.stack = QStackedWidget()
        self.footer, self._list = Card(), Card()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out_empty()
        self._lay_out_body()
        self._lay_out()
        look.follow(self._dress)

    def turn(self, page: QWidget) -> None:
        """Show before, the files, or after."""
        self.stack.setCurrentWidget(page)
        self.footer.setVisible(page is self.body)

    def say(self, summary: str, not_taken: str) -> None:
        """What will be done and what not; where the page is low the latter is a tooltip."""
        self.summary.setText(summary)
        self.not_taken.setText(not_taken)
        self.apply_button.setToolTip(not_taken)
        self.apply_button.setAccessibleDescription(not_taken)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        low = self.height() < look.px(_LOW)
        self.not_taken.setVisible(bool(self.not_taken.text()) and not low)

    def make_ready(self) -> None:
        """Dress what is not shown yet, so that it is there at once when it is."""
        for part in (*self.body.findChildren(QWidget), *self.after.findChildren(QWidget)):
            part.ensurePolished()

    def _lay_out_empty(self) -> None:
        self.drop = DropPlace()
        self.drop.text.setText(sentence("office.receiving.empty"))
        self.drop.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._before = QVBoxLayout(self.empty)
        self._before.addWidget(self.drop, 1)
        self._before.addWidget(self.last)

    def _lay_out_body(self) -> None:
        self.heads = ColumnHeads(self.files)
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.heads)
        inside.addWidget(self.files, 1)
        self._split.addWidget(self._list)
        self._split.addWidget(self.detail)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 9)
        self._split.setStretchFactor(1, 11)
        self._split.setSizes([9000, 11000])
        row = QHBoxLayout(self.body)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def _lay_out(self) -> None:
        self._after = QVBoxLayout(self.after)
        self._after.setContentsMargins(0, 0, 0, 0)
        self._after.addWidget(self.done)
        self._after.addWidget(self.receipts, 1)
        for part in (self.empty, self.body, self.after):
            self.stack.addWidget(part)
        said = QVBoxLayout()
        said.addWidget(self.summary)
        said.addWidget(self.not_taken)
        said.setSpacing(0)
        foot = Row(gap=12, margins=(20, 10, 20, 10))
        foot.addLayout(said, 1)
        foot.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.footer.setLayout(foot)
        self._inner = QVBoxLayout()
        for part in (self.message, self.progress):
            self._inner.addWidget(part)
        self._inner.addWidget(self.stack, 1)
        self._inner.addWidget(self.footer)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(self._inner, 1)

    def _dress(self) -> None:
        self._inner.setContentsMargins(look.px(24), 0, look.px(24), look.px(16))
        self._inner.setSpacing(look.px(12))
        self._before.setContentsMargins(0, 0, 0, 0)
        self._before.setSpacing(look.px(12))
        self._after.setSpacing(look.px(12))
        self._split.setHandleWidth(look.px(12))
        self._list.setMinimumWidth(look.px(300))
        self.detail.setMinimumWidth(look.px(360))
