"""印刷プレビュー: the printed page beside the form, current soon after one stops typing."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import Leaf
from imari_desk.domain.errors import DeskError
from imari_desk.domain.sheet_preview import SheetPreview
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.form.sections import SECTIONS
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.side.page_view import PageView
from imari_desk.gui.side.pages import Draughtsman, Drawing

PAUSE = 30  # milliseconds; what is shown comes after a save, which has waited already
_PARTS = {section.id: [part.value for part in section.parts] for section in SECTIONS}


class PreviewPane(Card):
    """The first page, the section being written framed, and whether everything fits.

    ``enlarged()``: somebody wants to see it large. The old page stays until the new one is there.
    """

    enlarged = Signal()

    def __init__(self, background: Background, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[str, int] | None = None
        self._stale = False
        self.sheet = SheetPreview(())
        self._draughtsman = Draughtsman(background, self)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self.page, self.message = PageView(), LineMessage()
        self.enlarge = Button(sentence("preview.enlarge"), "link")
        self._title = Text(sentence("preview.title"), "subject")
        self._pages, self._legend = Text(role="support"), Text(role="support")
        self._lay_out()
        self._timer.timeout.connect(self._draw)
        self._draughtsman.drawn.connect(self._show)
        self._draughtsman.failed.connect(self._failed)
        self.enlarge.clicked.connect(self.enlarged)
        self.page.setAccessibleName(sentence("preview.title"))
        self.page.setToolTip(sentence("preview.enlarge_help"))
        self.enlarge.setAccessibleDescription(sentence("preview.enlarge_help"))
        look.follow(self._dress)

    def show_leaf(self, leaf: Leaf) -> None:
        """Draw this page as it stands now, as soon as nothing newer comes."""
        self._wanted = (leaf.measure.code, leaf.fiscal_year)
        self._stale = True
        self._timer.start()

    def show_section(self, section: str) -> None:
        """Frame the section of the form that is being written, by its id."""
        self.page.frame(_PARTS.get(section, ()))
        self._legend.setText(sentence("preview.legend") if section in _PARTS else "")

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.page.geometry().contains(event.position().toPoint()):
            self.enlarged.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self.page.image.isNull() and self._device_width() > self.page.image.width():
            self._stale = True
            self._timer.start()

    def _draw(self) -> None:
        if self._wanted is None or not self._stale or not self.isVisible():
            return
        self._stale = False
        desk, (measure, year) = self._desk, self._wanted
        self._draughtsman.draw(lambda: desk.preview(measure, year, {}), self._device_width())

    def _device_width(self) -> int:
        return max(200, round(self.page.width() * self.devicePixelRatioF()))

    def _show(self, drawing: Drawing) -> None:
        self.sheet = drawing.sheet
        self.page.show_page(drawing.images[0], drawing.sheet.spots)
        self._pages.setText(sentence("preview.pages", count=len(drawing.images)))
        over = drawing.sheet.overflows
        self.message.say(sentence("preview.overflows") if over else "", "warn")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.message.say(error.text, "error")

    def _lay_out(self) -> None:
        self._column, self._head, self._foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.enlarge)
        self._foot.addWidget(self._pages, 1)
        self._foot.addWidget(self._legend)
        self._column.addLayout(self._head)
        self._column.addWidget(self.page)
        self._column.addLayout(self._foot)
        self._column.addWidget(self.message)

    def _dress(self) -> None:
        self._column.setContentsMargins(look.px(12), look.px(6), look.px(12), look.px(8))
        self._column.setSpacing(look.px(6))
        self._stale = self._wanted is not None
        self._timer.start()
