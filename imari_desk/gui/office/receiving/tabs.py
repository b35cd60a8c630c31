"""What of a file is shown, as a row of tabs with their counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Row

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TabText(NamedTuple):
    """A tab by its name; ``many`` stands beside the title where it is not None."""

    name: str
    title: str
    many: int | None


class _Tab(QRadioButton):
    def __init__(self, tab: TabText) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_tab(tab)

    def show_tab(self, tab: TabText) -> None:
        self.tab = tab
        spoken = tab.title
        if tab.many is not None:
            spoken += sentence("exchange.count", count=tab.many)
        self.setText(tab.title)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def hitButton(self, _pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        group, step = self.group(), _STEPS.get(Qt.Key(event.key()))
        if group is None or step is None:
            super().keyPressEvent(event)
            return
        tabs = [one for one in group.buttons() if one.isVisible()]
        there = tabs[(tabs.index(self) + step) % len(tabs)]
        there.setFocus(Qt.FocusReason.TabFocusReason)
        there.click()

    def sizeHint(self) -> QSize:
        return QSize(look.px(20) + self._title() + self._badge(), look.px(40))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _title(self) -> int:
        return QFontMetrics(look.font(14, True)).horizontalAdvance(self.tab.title)

    def _badge(self) -> int:
        if self.tab.many is None:
            return 0
        wide = QFontMetrics(look.font(14, True)).horizontalAdvance(str(self.tab.many))
        return max(wide + look.px(12), look.px(22)) + look.px(6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = look.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        ink = colours.primary if here or self.underMouse() else colours.text
        painter.setFont(look.font(14, here))
        painter.setPen(QColor(ink))
        left, middle = look.px(10), Qt.AlignmentFlag.AlignVCenter
        box = QRectF(left, 0, self._title() + look.px(2), self.height() - look.px(2))
        painter.drawText(box, middle | Qt.AlignmentFlag.AlignLeft, self.tab.title)
        if self.tab.many is not None:
            side = look.px(20)
            wide = self._badge() - look.px(6)
            place = QRectF(box.right() + look.px(4), (box.height() - side) / 2, wide, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if here else colours.plain_tint))
            painter.drawRoundedRect(place, side / 2, side / 2)
            painter.setPen(QColor(colours.selected_text if here else colours.plain))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(self.tab.many))
        if here:
            bar = QRectF(left, self.height() - look.px(3), self.width() - 2 * left, look.px(3))
            painter.fillRect(bar, QColor(colours.primary))
        painter.end()


class Tabs(QWidget):
    """``chosen(str)``: another tab, by its name. Arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._tabs = {name: _Tab(TabText(name, "", None)) for name in names}
        for tab in self._tabs.values():
            self._group.addButton(tab)
        self._tabs[names[0]].setChecked(True)
        self.setLayout(Row(*self._tabs.values(), None, gap=0, margins=(6, 0, 6, 0)))
        self._group.buttonClicked.connect(lambda tab: self.chosen.emit(tab.tab.name))

    @property
    def here(self) -> str:
        """The chosen tab's name."""
        return next(name for name, tab in self._tabs.items() if tab.isChecked())

    def show_tabs(self, tabs: Sequence[TabText]) -> None:
        """These tabs, all others hidden; where the chosen one goes the first is chosen."""
        shown = {tab.name for tab in tabs}
        for tab in tabs:
            self._tabs[tab.name].show_tab(tab)
        for name, widget in self._tabs.items():
            widget.setVisible(name in shown)
        if tabs and self.here not in shown:
            self._tabs[tabs[0].name].setChecked(True)

    def choose(self, name: str) -> None:
        """Choose a tab, as a click does."""
        self._tabs[name].click()
