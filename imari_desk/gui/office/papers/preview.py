"""The pages as they will be printed, with their zoom."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from imari_desk.desk.office.papers import Shown
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.kit import Button, Card, Text
from imari_desk.gui.side.sheet_pages import Sheet, SheetPages


class Preview(Card):
    """Says above the pages which of them are shown, and in their place why there are none."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.note, self.place, self.zoom = (
            Text(role="small"),
            Text(role="small"),
            Text(role="small"),
        )
        self.smaller, self.larger = (
            Button("", "small", sign="dash"),
            Button("", "small", sign="plus"),
        )
        self.fit = Button(sentence("print.fit"), "small")
        for button, code in ((self.smaller, "print.smaller"), (self.larger, "print.larger")):
            button.setAccessibleName(sentence(code))
            button.setToolTip(sentence(code))
        self.pages = SheetPages(background)
        self.pages.setAccessibleName(sentence("print.pages"))
        self.pages.setAccessibleDescription(sentence("print.pages_help"))
        self._bar, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._bar.addWidget(self.note, 1)
        for part in (self.place, self.smaller, self.zoom, self.larger, self.fit):
            self._bar.addWidget(part)
        self.instead, self._cover = Text("", "support", wrap=True), QFrame()
        self.instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._cover.setProperty("kit", "bar")
        QVBoxLayout(self._cover).addWidget(self.instead)
        over = QGridLayout()
        over.addWidget(self.pages, 0, 0)
        over.addWidget(self._cover, 0, 0)
        self._column.addLayout(self._bar)
        self._column.addLayout(over, 1)
        self.smaller.clicked.connect(lambda: self.pages.step_zoom(-1))
        self.larger.clicked.connect(lambda: self.pages.step_zoom(1))
        self.fit.clicked.connect(lambda: self.pages.set_zoom(1.0))
        self.pages.moved.connect(self._moved)
        self.pages.drawn.connect(self._see)
        look.follow(self._dress)

    def show_pages(self, shown: Shown) -> None:
        """Show these; what is in sight stays there where it is among them."""
        here = self.pages.current
        self.pages.show_sheets([Sheet(page.title, page.svg) for page in shown.pages])
        self.pages.go_to(here)
        code = "office.paper.shown_some" if shown.left else "office.paper.shown"
        self.note.setText(sentence(code, count=len(shown.pages), left=shown.left))

    def say(self, text: str) -> None:
        """In place of pages, until the next are drawn: what is being made, or why not."""
        self.pages.show_sheets([])
        self.instead.setText(text)
        self._cover.show()
        self.note.setText("")
        self.place.setText("")

    def _see(self) -> None:
        """White sheets would be taken for what will be printed: pages are shown once drawn."""
        self._cover.hide()

    def _moved(self, page: int, count: int) -> None:
        self.place.setText(sentence("print.place", page=page, count=count))
        self.zoom.setText(sentence("print.zoom", percent=round(self.pages.zoom * 100)))

    def _dress(self) -> None:
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(8), side, side)
        self._column.setSpacing(look.px(8))
        self._bar.setSpacing(look.px(8))
        for button in (self.smaller, self.larger):
            button.setFixedWidth(look.px(36))
