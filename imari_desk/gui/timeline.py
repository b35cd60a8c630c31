"""The years of a measure as columns to choose from, with its phases below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.look import follow, font, px, tokens, tone
from imari_desk.gui.painted import paint_signed, signed_width
from imari_desk.gui.year_columns import PhaseRow, YearColumn, columns_of, phases_of

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

NAMES = 150  # width of the names left of the years
RIGHT = 12  # kept free, so that what scrolls below lines up
_HEAD = 48
_ROW = 18
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft


class YearButton(QRadioButton):
    """One year's column: paints its head; the timeline behind it paints all the rest."""

    def __init__(self, column: YearColumn, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = column
        self.setText(sentence("head.year", year=column.name, caption=column.caption))
        self.setToolTip(self.text())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(px(96), px(_HEAD))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), px(_HEAD))

    def hitButton(self, pos: QPoint) -> bool:
        """The whole column, not the words alone."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, colours = self.isChecked(), tokens()
        painter.setFont(font(16 if chosen else 14, bold=chosen))
        painter.setPen(QColor(colours.selected_text if chosen else colours.text))
        room = self.width() - px(8)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(self.column.name) <= room
        name = self.column.name if wide else self.column.short_name
        top = QRectF(0, px(4), self.width(), px(22))
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, name)
        painter.setFont(font(14, bold=chosen))
        self._paint_caption(painter, QRectF(0, px(26), self.width(), px(20)))
        painter.end()

    def _paint_caption(self, painter: QPainter, rect: QRectF) -> None:
        """A letter or a state; where there is no room for a sign and a word, the word."""
        column, face = self.column, painter.font()
        ink = QColor(tone(column.tone)[0] if column.tone != "plain" else tokens().support)
        width = signed_width(column.caption, face)
        if column.sign and width <= rect.width() - px(8):
            place = rect.adjusted((rect.width() - width) / 2, 0, 0, 0)
            paint_signed(painter, place, column.caption, column.sign, ink)
            return
        painter.setPen(ink)
        room = rect.width() - px(4)
        text = QFontMetricsF(face).elidedText(column.caption, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class Timeline(QWidget):
    """One column a year; the chosen one is a rounded column through head and bars.

    Signals: ``year_chosen(int)`` the fiscal year a person has chosen.
    """

    year_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[YearColumn, ...] = ()
        self._rows: tuple[PhaseRow, ...] = ()
        self._legend = ""
        self._shown: object = None  # what was shown last
        self._buttons: list[YearButton] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self.setAccessibleName(sentence("head.years"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self._dress)

    def show_leaf(self, leaf: Leaf) -> None:
        """Show the years of this page's measure; its own year is the chosen one."""
        columns, rows, legend = columns_of(leaf), phases_of(leaf), _legend(leaf)
        told = _told(leaf, rows)
        shown = (columns, rows, legend, leaf.fiscal_year, told)
        if columns != self._columns:
            self._columns = columns
            self._make_buttons()
        self._rows, self._legend = rows, legend
        self.setAccessibleDescription(told)
        for button in self._buttons:
            button.setChecked(button.column.fiscal_year == leaf.fiscal_year)
        if shown != self._shown:  # a save seldom changes what stands here
            self._shown = shown
            self._dress()

    @property
    def years(self) -> tuple[YearButton, ...]:
        """The years' buttons, in order."""
        return tuple(self._buttons)

    def column_left(self, number: int) -> float:
        """Where a year's column begins, from 0; the number of years gives the right edge."""
        room = self.width() - px(NAMES) - px(RIGHT)
        return px(NAMES) + room * number / max(1, len(self._columns))

    # What Qt asks

    def sizeHint(self) -> QSize:
        return QSize(px(700), px(_HEAD + _ROW * len(self._rows) + 4) + px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(NAMES) + px(44) * max(1, len(self._columns)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, button in enumerate(self._buttons):
            self._paint_column(painter, number, button)
        self._paint_names(painter)
        for number, row in enumerate(self._rows):
            self._paint_phase(painter, number, row)
        self._paint_legend(painter)
        painter.end()

    # Columns

    def _make_buttons(self) -> None:
        """New years, or new captions: the focus stays on the year it was on."""
        focused = next((b.column.fiscal_year for b in self._buttons if b.hasFocus()), None)
        for old in self._buttons:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self._buttons = [YearButton(column, self) for column in self._columns]
        for button in self._buttons:
            self._group.addButton(button)
            button.show()
            if button.column.fiscal_year == focused:
                button.setFocus()
        self._place_buttons()

    def _place_buttons(self) -> None:
        height = self._columns_height()
        for number, button in enumerate(self._buttons):
            left, right = round(self.column_left(number)), round(self.column_left(number + 1))
            button.setGeometry(left, 0, right - left, height)

    def _columns_height(self) -> int:
        return px(_HEAD + _ROW * len(self._rows) + 4)

    def _clicked(self, button: QRadioButton) -> None:
        if isinstance(button, YearButton):
            self.year_chosen.emit(button.column.fiscal_year)
        self.update()

    def _dress(self) -> None:
        self._place_buttons()
        self.updateGeometry()
        self.update()

    # Painting

    def _paint_column(self, painter: QPainter, number: int, button: YearButton) -> None:
        colours = tokens()
        left, right = self.column_left(number), self.column_left(number + 1)
        box = QRectF(left + 1, 1, right - left - 2, self._columns_height() - 2)
        beside_chosen = number and self._buttons[number - 1].isChecked()
        if button.isChecked():
            painter.setPen(QPen(QColor(colours.primary), 2))
            painter.setBrush(QColor(colours.info_tint))
            painter.drawRoundedRect(box, px(8), px(8))
            return
        if button.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(box, px(8), px(8))
        if number and not beside_chosen:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(QPointF(left, px(8)), QPointF(left, box.bottom() - px(4)))

    def _paint_names(self, painter: QPainter) -> None:
        colours = tokens()
        painter.setFont(font(14, bold=True))
        painter.setPen(QColor(colours.heading))
        width = px(NAMES) - px(8)
        painter.drawText(QRectF(0, px(4), width, px(22)), _LEFT | _MIDDLE, self.accessibleName())
        painter.setFont(font(14))
        painter.setPen(QColor(colours.support))
        hint = QRectF(0, px(26), width, px(20))
        painter.drawText(hint, _LEFT | _MIDDLE, sentence("head.years_hint"))
        painter.setPen(QColor(colours.text))
        for number, row in enumerate(self._rows):
            place = QRectF(0, px(_HEAD + _ROW * number), width, px(_ROW))
            painter.drawText(place, _LEFT | _MIDDLE, row.name)

    def _paint_phase(self, painter: QPainter, number: int, row: PhaseRow) -> None:
        """What was planned as a bar with a line around, what was worked on as a line below it."""
        colours = tokens()
        top = px(_HEAD + _ROW * number)
        start = self.column_left(0)
        year = self.column_left(1) - start
        fills = (colours.phase_1, colours.phase_2, colours.phase_3)
        painter.setPen(QPen(QColor(colours.phase_line), 1))
        painter.setBrush(QColor(fills[min(number, len(fills) - 1)]))
        for first, last in row.planned:
            left, right = start + first * year + px(6), start + last * year - px(6)
            bar = QRectF(left, top + px(2) + 0.5, max(px(4), right - left), px(8))
            painter.drawRoundedRect(bar, px(3), px(3))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.heading))
        for worked in row.worked:
            place = next((n for n, c in enumerate(self._columns) if c.fiscal_year == worked), None)
            if place is not None:
                left, right = self.column_left(place) + px(6), self.column_left(place + 1) - px(6)
                painter.drawRect(QRectF(left, top + px(12), right - left, px(3)))

    def _paint_legend(self, painter: QPainter) -> None:
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().support))
        place = QRectF(0, self._columns_height(), self.width() - px(RIGHT), px(_ROW))
        right = Qt.AlignmentFlag.AlignRight
        painter.drawText(place, right | _MIDDLE, self._legend)


def _legend(leaf: Leaf) -> str:
    """What bars and lines mean, and whether a person has compared the bars with the original."""
    if not any(leaf.measure.phases.bars.values()):
        return sentence("head.no_bars")
    legend = sentence("head.legend")
    return legend if leaf.measure.phases.checked else f"{legend}　※ {sentence('head.unchecked')}"


def _told(leaf: Leaf, rows: tuple[PhaseRow, ...]) -> str:
    """The bars in words, for those who do not see them."""
    names = {column.fiscal_year: column.short_name for column in columns_of(leaf)}
    nothing = sentence("head.none")
    told = []
    for row in rows:
        spans = (
            [
                y
                for y in leaf.plan.years
                if first < y - leaf.plan.first_year + 1 and last > y - leaf.plan.first_year
            ]
            for first, last in row.planned
        )
        planned = "・".join(names[y] for years in spans for y in years) or nothing
        worked = "・".join(names[y] for y in row.worked) or nothing
        told.append(sentence("head.bars", phase=row.name, planned=planned, worked=worked))
    return "。".join(told)
