"""Many printed pages below one another, at any zoom; only those in sight are kept as pictures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from imari_desk.domain.sheet_preview import Spot
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.side.page_view import PageView
from imari_desk.gui.side.pages import picture, shape_of
from imari_desk.gui.work import Work

ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)  # of the width there is


class Sheet(NamedTuple):
    """One page: its drawing, and what stands where on it."""

    title: str
    svg: bytes
    spots: tuple[Spot, ...] = ()


class SheetPages(QScrollArea):
    """``moved(int, int)``: the page in sight, from 1, and how many there are; ``drawn()``:
    everything in sight can be seen.
    """

    moved = Signal(int, int)
    drawn = Signal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work = Work(background, self)
        self._sheets: tuple[Sheet, ...] = ()
        self._pages: list[PageView] = []
        self._drawing: set[tuple[int, int]] = set()  # page and width
        self._zoom = 1.0
        self._inside = QWidget()
        self._inside.setProperty("kit", "scrolled")
        self.setFrameShape(QFrame.Shape.NoFrame)
        # A bar that comes and goes would change the pages' width, and that whether it is needed.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setWidget(self._inside)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._draw_in_sight)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.follow(self._resize_pages)

    @property
    def zoom(self) -> float:
        """1.0: as wide as the window."""
        return self._zoom

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return self._sheets

    @property
    def pages(self) -> tuple[PageView, ...]:
        return tuple(self._pages)

    def show_sheets(self, sheets: Sequence[Sheet]) -> None:
        """Show these pages instead; one that is the same where it was keeps its picture."""
        pairs = enumerate(zip(self._sheets, sheets, strict=False))
        before = {n: old for n, (old, new) in pairs if old == new}
        self._sheets = tuple(before.get(n, sheet) for n, sheet in enumerate(sheets))
        while len(self._pages) > len(sheets):
            page = self._pages.pop()
            page.hide()
            page.deleteLater()
        while len(self._pages) < len(sheets):
            page = PageView(page=0)
            page.setParent(self._inside)
            page.show()
            self._pages.append(page)
        for number, (page, sheet) in enumerate(zip(self._pages, self._sheets, strict=True)):
            if number not in before:
                page.setAccessibleName(sheet.title)
                page.set_shape(shape_of(sheet.svg))
                page.show_page(QImage(), sheet.spots)
        self._drawing = {(number, wide) for number, wide in self._drawing if number in before}
        self._resize_pages()

    def set_zoom(self, zoom: float) -> None:
        """Show pages larger or smaller; the page in sight stays in sight."""
        here = self.current
        self._zoom = min(max(zoom, ZOOMS[0]), ZOOMS[-1])
        self._resize_pages()
        self.go_to(here)

    def step_zoom(self, by: int) -> None:
        """The next larger or smaller zoom."""
        larger = [z for z in ZOOMS if z > self._zoom + 0.01]
        smaller = [z for z in ZOOMS if z < self._zoom - 0.01]
        if by > 0 and larger:
            self.set_zoom(larger[0])
        elif by < 0 and smaller:
            self.set_zoom(smaller[-1])

    @property
    def current(self) -> int:
        """The page in sight, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        at = [n for n, page in enumerate(self._pages) if page.y() <= middle]
        return at[-1] if at else 0

    def go_to(self, page: int) -> None:
        """Bring a page into sight, from 0."""
        if self._pages:
            target = self._pages[min(max(page, 0), len(self._pages) - 1)]
            self.verticalScrollBar().setValue(target.y() - look.px(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._pages) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            self.go_to(self.current + steps[key])
        elif key in ends:
            self.go_to(ends[key])
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        here = self.current
        super().resizeEvent(event)
        self._resize_pages()
        self.go_to(here)

    def _resize_pages(self) -> None:
        """Put the pages below one another, in the middle, all at the same scale."""
        side, apart = look.px(8), look.px(12)
        room = self.viewport().width() - 2 * side
        width = max(look.px(120), round(room * self._zoom))
        shapes = [shape_of(sheet.svg) for sheet in self._sheets]
        widest = max((wide for wide, _ in shapes), default=1.0)
        left = max(0, (self.viewport().width() - width - 2 * side) // 2)
        y = side
        for page, (wide, _) in zip(self._pages, shapes, strict=True):
            own = round(width * wide / widest)
            page.setGeometry(side + left + (width - own) // 2, y, own, page.heightForWidth(own))
            y += page.height() + apart
        self._inside.resize(width + 2 * (side + left), y)
        self._timer.start()

    def _scrolled(self) -> None:
        self._timer.start()

    def _draw_in_sight(self) -> None:
        """Draw the pages in sight and their neighbours; let the others' pictures go."""
        if not self._pages:
            return
        here = self.current
        self.moved.emit(here + 1, len(self._pages))
        for number, page in enumerate(self._pages):
            if abs(number - here) > 1 + self._in_sight():
                page.show_page(QImage(), self._sheets[number].spots)
            else:
                self._draw(number, page)
        self._tell()

    def _in_sight(self) -> int:
        """How many pages the window shows at once."""
        return self.viewport().height() // max(1, self._pages[0].height())

    def _draw(self, number: int, page: PageView) -> None:
        width = round(page.width() * self.devicePixelRatioF())
        if page.image.width() == width or (number, width) in self._drawing:
            return
        self._drawing.add((number, width))
        sheet = self._sheets[number]

        def drawn(image: QImage) -> None:
            self._drawing.discard((number, width))
            if number < len(self._sheets) and self._sheets[number] is sheet:
                self._pages[number].show_page(image, sheet.spots)
            self._tell()

        def broken(error: Exception) -> None:
            raise error

        self._work.ask(lambda: picture(sheet.svg, width), drawn, broken)

    def _tell(self) -> None:
        if self._sheets and not self._drawing:
            self.drawn.emit()
