"""A chart on its card: title, what stands beside it, chart or table, and copying either."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, Segments, Text
from imari_desk.gui.office.charts.chart import Chart
from imari_desk.gui.office.charts.table import ChartTable, Table

_PICTURE = 900  # pixels: the width of a picture whose chart has none of its own yet


class _Head(QWidget):
    """What of a chart stays above while it is scrolled."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self._chart = chart

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._chart.paint_head(painter, self.width())
        painter.end()


class ChartScroll(QScrollArea):
    """A chart as wide as there is room, scrolled up and down below its head."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self._chart = chart
        self._head = _Head(chart, self)
        self.setWidget(chart)
        chart.setAutoFillBackground(False)  # which the area has just turned on
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().installEventFilter(self)
        chart.moved.connect(self._show)
        look.follow(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def repaint_head(self) -> None:
        self._fit()
        self._head.update()

    def _fit(self) -> None:
        width = self.viewport().width()
        self._chart.resize(width, self._chart.height_for(width))
        self._chart.dress()
        high = self._chart.head_height()
        self._head.setGeometry(QRect(self.viewport().x(), 0, width, high))
        self._head.setVisible(bool(high))

    def _show(self, place: QRect) -> None:
        self.ensureVisible(
            place.center().x(), place.center().y(), place.width() // 2, place.height() // 2 + 4
        )

    def _dress(self) -> None:
        self.setViewportMargins(0, self._chart.head_height(), 0, 0)
        self._fit()


class ChartCard(Card):
    """A chart and the table behind it.

    ``chosen(object)``: the target of a mark or row; ``copied(str)``: what was copied, in words.
    ``beside`` are widgets for the second row of the head, such as a choice of what is counted.
    """

    chosen = Signal(object)
    copied = Signal(str)

    def __init__(self, title: str, chart: Chart, *beside: QWidget) -> None:
        super().__init__()
        self._title, self.chart, self.table = title, chart, ChartTable()
        self._note = ""
        self._about = ""
        self.area = ChartScroll(chart)
        chart.setAccessibleName(title)
        self.table.setAccessibleName(sentence("office.chart.table_of", title=title))
        self.setAccessibleName(title)
        self._make()
        self._lay_out(beside)
        chart.chosen.connect(self.chosen)
        self.table.chosen.connect(self.chosen)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self.copy)
        look.follow(self._dress)

    @property
    def title(self) -> str:
        return self._title

    def name(self, title: str) -> None:
        """Give the card another title."""
        self._title = title
        self._head.setText(title)
        for part in (self, self.chart):
            part.setAccessibleName(title)

    def set_about(self, about: str) -> None:
        """Of what it is where it stands alone, on paper or in a report: a year, a plan."""
        self._about = about

    @property
    def caption(self) -> str:
        """Title and what it is of."""
        return "　".join(filter(None, (self._title, self._about)))

    def say(self, note: str) -> None:
        """What the chart shows, beside its title."""
        self._note = note
        self._said.setToolTip(note)
        self._elide()

    def show_table(self, table: Table) -> None:
        """The numbers behind what the chart shows now."""
        self.table.show_table(table)
        self.area.repaint_head()

    @property
    def as_table(self) -> bool:
        """Whether the table is shown, not the chart."""
        return self._stack.currentWidget() is self.table

    def copy(self) -> None:
        """Copy the chart as a picture, or the table's rows."""
        if self.as_table:
            self.table.copy()
            self.copied.emit(sentence("office.chart.table_copied", title=self._title))
            return
        width = self.chart.width() if self.chart.isVisible() else _PICTURE
        name = "　".join(filter(None, (self.caption, self._note)))
        QGuiApplication.clipboard().setImage(self.chart.picture(name, round(width / look.zoom())))
        self.copied.emit(sentence("office.chart.picture_copied", title=self._title))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        return QSize(look.px(340), look.px(260))

    def _make(self) -> None:
        words = (sentence("office.chart.chart"), sentence("office.chart.table"))
        self._which = Segments(words, small=True)
        self._which.set_names(sentence("office.chart.which", title=self._title), "")
        self._which.show_text(words[0])
        self._which.edited.connect(self._switch)
        self._copy = Button("", "small", sign="copy")
        self._copy.clicked.connect(self.copy)
        self._said = Text("", "support")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.table)
        self._name_copy()

    def _lay_out(self, beside: tuple[QWidget, ...]) -> None:
        self._page, self._row, self._second = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._head = Text(self._title, "subject")
        self._row.addWidget(self._head)
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self._which)
        self._row.addWidget(self._copy)
        self._page.addLayout(self._row)
        if beside:
            for widget in beside:
                self._second.addWidget(widget)
            self._second.addStretch(1)
            self._page.addLayout(self._second)
        self._page.addWidget(self._stack, 1)

    def _switch(self, word: str) -> None:
        """One of both is always shown."""
        table = word == sentence("office.chart.table")
        self._which.show_text(sentence("office.chart.table" if table else "office.chart.chart"))
        self._stack.setCurrentWidget(self.table if table else self.area)
        self._name_copy()

    def _name_copy(self) -> None:
        code = "office.chart.copy_table" if self.as_table else "office.chart.copy_picture"
        self._copy.setAccessibleName(sentence(code))
        self._copy.setToolTip(sentence(code))

    def _elide(self) -> None:
        room = self._said.width()
        metrics = self._said.fontMetrics()
        shown = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, room)
        if shown != self._said.text():
            self._said.setText(shown)
            self._said.setAccessibleName(self._note)

    def _dress(self) -> None:
        side = look.px(16)
        self._page.setContentsMargins(side, look.px(12), side, look.px(12))
        self._page.setSpacing(look.px(8))
        self._row.setSpacing(look.px(8))
        self._copy.setFixedWidth(look.px(34))
