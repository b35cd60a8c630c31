"""What is to be printed: which paper, which measures, in which order."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from imari_desk.desk.office.papers import PaperKind, PaperOrder
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Card, Segments, Text
from imari_desk.gui.office.papers.picks import Picks

BOOK = "book"  # the consolidated workbook: no paper, but asked for in the same place
_KINDS = (*(kind.value for kind in PaperKind), BOOK)
_OF_MEASURES = (PaperKind.SHEETS.value, PaperKind.WRAP_UP.value)


class _Kind(QRadioButton):
    """One paper; painted, as the system's circle is lost on a dark card."""

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(look.font()).horizontalAdvance(self.text())
        return QSize(wide + look.px(32), look.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, side = look.tokens(), look.px(18)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = QRectF(look.px(2), (self.height() - side) / 2, side, side)
        edge = colours.primary if self.isChecked() else colours.field_line
        painter.setPen(QPen(QColor(edge if self.isEnabled() else colours.grid), 2))
        painter.setBrush(QColor(colours.field))
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.primary))
            inner = look.px(5)
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))
        painter.setFont(look.font(16, self.isChecked()))
        painter.setPen(QColor(colours.text if self.isEnabled() else colours.support))
        words = QRectF(self.rect()).adjusted(look.px(30), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()


class Choice(Card):
    """``changed()``: something else is to be printed."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.kinds: dict[str, QRadioButton] = {}
        self.all_or_some = _segments("all", "some")
        self.order_of = _segments("plan", "department")
        self.with_sheets = _segments("alone", "with_sheets")
        self.picks = Picks()
        self._column = QVBoxLayout(self)
        self._title = Text(sentence("office.paper.what"), "head")
        self._column.addWidget(self._title)
        for kind in _KINDS:
            button = _Kind(sentence(f"office.paper.kind.{kind}"))
            button.setToolTip(sentence(f"office.paper.hint.{kind}"))
            button.setAccessibleDescription(sentence(f"office.paper.hint.{kind}"))
            self.kinds[kind] = button
            self._group.addButton(button)
            self._column.addWidget(button)
        self.hint = Text(role="support", wrap=True)
        self._column.addWidget(self.hint)
        for part in (self.all_or_some, self.order_of, self.with_sheets):
            self._column.addWidget(part)
        self._column.addWidget(self.picks, 1)
        self._filler = QWidget()
        self._column.addWidget(self._filler, 1)
        self.kinds[PaperKind.SHEETS.value].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        for part in (self.all_or_some, self.order_of, self.with_sheets):
            part.edited.connect(lambda _text: self._say())
        self.picks.model.picked.connect(self.changed)
        self._arrange()
        look.follow(self._dress)

    @property
    def kind(self) -> str:
        """The value of a PaperKind, or BOOK."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    @property
    def order(self) -> PaperOrder | None:
        """What to print; None for the workbook, and where measures are to be ticked first."""
        kind = self.kind
        if kind == BOOK:
            return None
        measures = self.picks.model.measures if self._picking() else ()
        if self._picking() and not measures:
            return None
        ordered = kind in (PaperKind.SHEETS.value, PaperKind.MEETING.value)
        return PaperOrder(
            PaperKind(kind),
            measures,
            ordered and self.order_of.text() == sentence("office.paper.order.department"),
            kind == PaperKind.MEETING.value
            and self.with_sheets.text() == sentence("office.paper.order.with_sheets"),
        )

    def choose(self, kind: str) -> None:
        """Another paper."""
        self.kinds[kind].setChecked(True)

    def allow_wrap_up(self, there: bool, why: str) -> None:
        """The wrap-up is of the plan's last year."""
        button = self.kinds[PaperKind.WRAP_UP.value]
        button.setEnabled(there)
        button.setToolTip(sentence("office.paper.hint.wrap_up") if there else why)
        if not there and button.isChecked():
            self.choose(PaperKind.SHEETS.value)

    def _picking(self) -> bool:
        some = self.all_or_some.text() == sentence("office.paper.order.some")
        return some and self.kind in _OF_MEASURES

    def _toggled(self, _button: object, on: bool) -> None:
        if on:
            self._say()

    def _say(self) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        """Show what can be chosen for this paper."""
        kind = self.kind
        self.hint.setText(sentence(f"office.paper.hint.{kind}"))
        self.all_or_some.setVisible(kind in _OF_MEASURES)
        meeting = kind == PaperKind.MEETING.value
        self.with_sheets.setVisible(meeting)
        sheets = meeting and self.with_sheets.text() == sentence("office.paper.order.with_sheets")
        self.order_of.setVisible(kind == PaperKind.SHEETS.value or sheets)
        self.picks.setVisible(self._picking())
        self._filler.setVisible(not self._picking())

    def _dress(self) -> None:
        side = look.px(16)
        self._column.setContentsMargins(side, look.px(12), side, side)
        self._column.setSpacing(look.px(8))


def _segments(*names: str) -> Segments:
    """Small segments of which one is always chosen, the first one to begin with."""
    made = Segments(tuple(sentence(f"office.paper.order.{name}") for name in names), small=True)
    made.set_names(sentence("office.paper.order"), "")
    first = sentence(f"office.paper.order.{names[0]}")
    made.show_text(first)
    made.edited.connect(lambda text: None if text else made.show_text(first))
    return made
