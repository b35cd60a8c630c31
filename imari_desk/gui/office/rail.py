"""The rail at the left of the office's window: whose it is, which year, the pages, the menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.empty_window import RAIL, RAIL_NARROW
from imari_desk.gui.kit import Button, ChoiceField, Text
from imari_desk.gui.office.pages import Entry
from imari_desk.gui.page_area import PageArea
from imari_desk.gui.settings import PROGRAM

_HIGH, _LOW = 44, 34  # an entry, and where there is little height
_SIGN = 18
_BADGE = 24


class RailEntry(QRadioButton):
    """One page: its sign, its name, and how many things wait there."""

    def __init__(self, entry: Entry, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = entry.name
        self._sign, self._number = entry.sign, number
        self._word = sentence(f"office.page.{entry.name}")
        self._waiting = 0
        self._narrow = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._name_it()

    @property
    def waiting(self) -> int:
        return self._waiting

    def show_waiting(self, count: int) -> None:
        self._waiting = count
        self._name_it()
        self.update()

    def fold(self, narrow: bool) -> None:
        """Show the sign alone, the word in the tooltip."""
        self._narrow = narrow
        self._name_it()
        self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole entry, not the words alone."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        return QSize(look.px(RAIL), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(RAIL_NARROW), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, chosen = look.tokens(), self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(self.rect(), QColor(colours.hover if chosen else colours.well))
        if chosen:
            painter.fillRect(QRectF(0, 0, look.px(4), self.height()), QColor(colours.primary))
        ink = QColor(colours.primary if chosen else colours.text)
        side = look.px(_SIGN)
        left = (self.width() - side) / 2 if self._narrow else look.px(20)
        place = QRectF(left, (self.height() - side) / 2, side, side)
        look.paint_sign(painter, place, self._sign, ink)
        if not self._narrow:
            painter.setFont(look.font(16, bold=chosen))
            painter.setPen(ink)
            words = QRectF(left + side + look.px(11), 0, self.width(), self.height())
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, middle, self._word)
        if self._waiting:
            self._paint_waiting(painter, chosen)
        painter.end()

    def _paint_waiting(self, painter: QPainter, chosen: bool) -> None:
        colours, text = look.tokens(), str(self._waiting)
        face = look.font(14, bold=True)
        high = look.px(18 if self._narrow else _BADGE)
        pad = look.px(8 if self._narrow else 14)
        wide = max(high, QFontMetricsF(face).horizontalAdvance(text) + pad)
        top = look.px(2) if self._narrow else (self.height() - high) / 2
        right = self.width() - look.px(4 if self._narrow else 12)
        place = QRectF(right - wide, top, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.surface if chosen else colours.plain_tint))
        painter.drawRoundedRect(place, high / 2, high / 2)
        painter.setFont(face)
        painter.setPen(QColor(colours.primary if chosen else colours.text))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _name_it(self) -> None:
        told = self._word
        if self._waiting:
            told = sentence("office.waiting", page=self._word, count=self._waiting)
        keys = sentence("office.page_keys", number=self._number) if self._number <= 9 else ""
        self.setText(told)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{told}　{keys}" if self._narrow else keys)


class Rail(QFrame):
    """``chosen(str)`` a page by its name; ``year_chosen(int)``. Ctrl+1…9 goes to a page."""

    chosen = Signal(str)
    year_chosen = Signal(int)

    def __init__(self, pages: Sequence[Entry]) -> None:
        super().__init__()
        self.setProperty("kit", "bar")
        self._narrow = self._low = False
        self._program = Text(PROGRAM, "head")
        self._office = Text(sentence("office.name"), "support")
        self._years = QVBoxLayout()
        self._year: ChoiceField | None = None
        self._shown_year = 0
        self.years: tuple[int, ...] = ()
        self._group = QButtonGroup(self)
        self.entries: dict[str, RailEntry] = {}
        self._list = QWidget()
        self._menu = Button(sentence("frame.menu"), "plain")
        self._menu.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the sign behind the word
        for number, entry in enumerate(pages, start=1):
            self._add(entry, number)
        self._lay_out()
        look.follow(self._dress)

    def set_menu(self, menu: QMenu) -> None:
        """The window's menu, which has no bar here to stand in."""
        self._menu.setMenu(menu)

    def show_years(self, years: Sequence[int]) -> None:
        """The years that can be looked at."""
        if self._year is not None:
            self._years.removeWidget(self._year)
            self._year.deleteLater()
        self.years = tuple(years)
        by_name = {fiscal_year_name(year): year for year in years}
        self._year = ChoiceField(tuple(by_name), required=True)
        self._year.set_names(sentence("office.year"), "")
        self._year.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._year.show_text(fiscal_year_name(self._shown_year))
        self._year.edited.connect(lambda name: self.year_chosen.emit(by_name[name]))
        self._years.addWidget(self._year)  # shown before, it would be a window of its own
        self._year.setHidden(self._narrow)

    def show_year(self, fiscal_year: int) -> None:
        """The year that is looked at."""
        self._shown_year = fiscal_year
        if self._year is not None:
            self._year.show_text(fiscal_year_name(fiscal_year))

    def mark(self, name: str) -> None:
        """The page that is open."""
        self.entries[name].setChecked(True)

    def show_waiting(self, name: str, count: int) -> None:
        """How many things wait on a page."""
        self.entries[name].show_waiting(count)

    def fold(self, *, narrow: bool, low: bool) -> None:
        """Signs alone where there is little width; entries closer where there is little height."""
        if (narrow, low) != (self._narrow, self._low):
            self._narrow, self._low = narrow, low
            self._dress()

    # Making

    def _add(self, entry: Entry, number: int) -> None:
        made = RailEntry(entry, number, self._list)
        made.clicked.connect(lambda _on=False, name=entry.name: self.chosen.emit(name))
        self.entries[entry.name] = made
        self._group.addButton(made)
        if number <= 9:
            keys = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            keys.activated.connect(made.click)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._head = QWidget()
        self._head_column = QVBoxLayout(self._head)
        self._head_column.setContentsMargins(0, 0, 0, 0)
        for text in (self._program, self._office):
            self._head_column.addWidget(text)
        pages = QVBoxLayout(self._list)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        for entry in self.entries.values():
            pages.addWidget(entry)
        pages.addStretch(1)
        self._list.setAccessibleName(sentence("office.pages"))
        self._foot = QHBoxLayout()
        self._foot.addWidget(self._menu)
        self._column.addWidget(self._head)
        self._column.addLayout(self._years)
        self._column.addWidget(PageArea(self._list), 1)
        self._column.addLayout(self._foot)

    def _dress(self) -> None:
        self.setFixedWidth(look.px(RAIL_NARROW if self._narrow else RAIL))
        side = look.px(16)
        self._column.setContentsMargins(0, look.px(14), 1, look.px(8))
        self._head_column.setContentsMargins(look.px(20), 0, side, look.px(10))
        self._head_column.setSpacing(look.px(2))
        self._head.setHidden(self._narrow or self._low)
        self._years.setContentsMargins(side, 0, side, 0 if self._narrow else look.px(10))
        if self._year is not None:
            self._year.setHidden(self._narrow)
        self._foot.setContentsMargins(*(look.px(4 if self._narrow else 16),) * 3, 0)
        self._menu.setText("" if self._narrow else sentence("frame.menu"))
        self._menu.setAccessibleName(sentence("office.menu"))
        self._menu.setToolTip(sentence("office.menu") if self._narrow else "")
        sign, size = ("menu", 16) if self._narrow else ("chevron_down", 12)
        self._menu.setIcon(look.sign_icon(sign, look.tokens().primary, size))
        for entry in self.entries.values():
            entry.setFixedHeight(look.px(_LOW if self._low else _HIGH))
            entry.fold(self._narrow)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        edge = QRectF(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, QColor(look.tokens().line))
        painter.end()
