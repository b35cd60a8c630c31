"""One item of the agenda on the screen in the room: what is known, and what is written down."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.items import PUBLIC, items_by_key
from imari_desk.domain.meeting import DECISIONS, AgendaItem, Decision
from imari_desk.domain.states import editable
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Card, Segments
from imari_desk.gui.office.meeting.big import BODY, SMALL, BigLabel, BigText
from imari_desk.gui.office.meeting.big_pictures import BigChart, GradeStrip
from imari_desk.gui.office.meeting.facing import Facing, facing

OPINION, TEXT, OPEN = "hq_opinion", "public_text", "public"


class Known(QScrollArea):
    """What is asked, the grade, the numbers, and what the 課 says."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(sentence("meeting.room.known"))
        inside = QWidget()
        inside.setProperty("kit", "scrolled")
        self.asked = BigLabel("", BODY, bold=True, wrap=True)
        self.grade = GradeStrip()
        self.progress = BigLabel("", BODY, wrap=True)
        self.figures = [BigLabel("", BODY, wrap=True) for _ in range(3)]
        self.chart = BigChart()
        self._heads = {
            name: BigLabel(sentence(f"meeting.room.{name}"), SMALL, bold=True)
            for name in ("reason", "next")
        }
        self.reason, self.next_step = (BigLabel("", BODY, wrap=True) for _ in range(2))
        self._column = QVBoxLayout(inside)
        for part in (self.asked, self.grade, self.progress, *self.figures, self.chart):
            self._column.addWidget(part)
        for head, text in (
            (self._heads["reason"], self.reason),
            (self._heads["next"], self.next_step),
        ):
            self._column.addWidget(head)
            self._column.addWidget(text)
        self._column.addStretch(1)
        self.setWidget(inside)
        look.follow(self._dress)

    def show_item(self, item: AgendaItem, found: Facing) -> None:
        """Another measure, from the top."""
        self.asked.setText(item.text)
        self.asked.setVisible(bool(item.text))
        self.grade.show_facing(found)
        self._show_progress(found)
        for label, figure in zip(self.figures, (*found.figures, None, None, None), strict=False):
            text = "" if figure is None else sentence("meeting.room.figure", **figure._asdict())
            label.setText(text)
            label.setVisible(bool(text))
        self.chart.show_figure(next((f for f in found.figures if f.points), None))
        for head, label, text in (
            (self._heads["reason"], self.reason, found.reason),
            (self._heads["next"], self.next_step, found.next_step),
        ):
            label.setText(text)
            head.setVisible(bool(text))
            label.setVisible(bool(text))

    def show_whole(self, item: AgendaItem, lines: tuple[str, ...]) -> None:
        """What concerns the whole plan: what is asked, and the year in sentences."""
        self.asked.setText(item.text)
        self.asked.setVisible(True)
        self.grade.setVisible(False)
        self.progress.setText("\n".join(lines))
        self.progress.setVisible(bool(lines))
        for part in (*self.figures, self.chart, *self._heads.values(), self.reason, self.next_step):
            part.setVisible(False)

    def _show_progress(self, found: Facing) -> None:
        self.grade.setVisible(True)
        parts = [found.department]
        if found.progress:
            parts.append(sentence("meeting.room.progress", progress=found.progress))
        if found.own_grade:
            parts.append(sentence("meeting.room.own", own=found.own_grade))
        self.progress.setText("　".join(part for part in parts if part))
        self.progress.setVisible(True)

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, look.px(16), 0)
        self._column.setSpacing(look.px(10))


class Noted(Card):
    """決定, 本部意見, 公表文, 公表可否: written down while everybody looks on.

    ``decided(object)``: a Decision or None; ``typed(str key, str text)``; ``left()`` a field.
    """

    decided = Signal(object)
    typed = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.decision = Segments(DECISIONS, big=True)
        self.opinion, self.public_text = BigText(), BigText()
        self.public = Segments(PUBLIC, big=True)
        self._labels = [
            BigLabel(sentence(f"meeting.room.{name}"), SMALL, bold=True)
            for name in ("decision", "opinion", "public_text", "public")
        ]
        self._column = QVBoxLayout(self)
        fields: list[BigText | Segments] = [self.decision, self.opinion, self.public_text]
        fields.append(self.public)
        for label, field in zip(self._labels, fields, strict=True):
            self._column.addWidget(label)
            self._column.addWidget(field, 1 if isinstance(field, BigText) else 0)
            field.set_names(label.text(), "")
        self._column.addStretch(0)
        self.decision.edited.connect(self._decide)
        for key, field in self._items().items():
            field.edited.connect(lambda text, key=key: self.typed.emit(key, text))
            field.left.connect(self.left)
        look.follow(self._dress)

    def show_decision(self, decision: Decision | None) -> None:
        self.decision.show_text(decision.value if decision else "")

    def show_leaf(self, leaf: Leaf) -> None:
        """The answers of a measure; what is 確定 already can be read only."""
        self._show_items(True)
        known = items_by_key(leaf.plan, leaf.measure, leaf.fiscal_year)
        for key, field in self._items().items():
            field.show_text(leaf.shown(key))
            locked = leaf.read_only or not editable(leaf.evaluation, key)
            field.set_locked(locked, sentence("meeting.room.locked", label=known[key].label))

    def show_whole(self) -> None:
        """Only what is decided: nothing of a measure."""
        self._show_items(False)

    def _items(self) -> dict[str, BigText | Segments]:
        return {OPINION: self.opinion, TEXT: self.public_text, OPEN: self.public}

    def _show_items(self, there: bool) -> None:
        for part in (*self._labels[1:], *self._items().values()):
            part.setVisible(there)
        self._column.setStretch(self._column.count() - 1, 0 if there else 1)

    def _decide(self, text: str) -> None:
        self.decided.emit(Decision(text) if text else None)

    def _dress(self) -> None:
        side = look.px(16)
        self._column.setContentsMargins(side, look.px(12), side, side)
        self._column.setSpacing(look.px(7))
        for label in self._labels[1:]:
            label.setContentsMargins(0, look.px(8), 0, 0)


class RoomItem(QWidget):
    """Both side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.known, self.noted = Known(), Noted()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.known, 11)
        self._row.addWidget(self.noted, 9)
        look.follow(self._dress)

    def show_measure(self, item: AgendaItem, leaf: Leaf) -> None:
        self.known.show_item(item, facing(leaf))
        self.known.verticalScrollBar().setValue(0)
        self.noted.show_decision(item.decision)
        self.noted.show_leaf(leaf)

    def show_whole(self, item: AgendaItem, lines: tuple[str, ...]) -> None:
        self.known.show_whole(item, lines)
        self.noted.show_decision(item.decision)
        self.noted.show_whole()

    def _dress(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(16))
