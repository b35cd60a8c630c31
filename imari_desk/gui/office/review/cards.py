"""算出 › 自己評価 › 二次評価: three grades, each with why."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from imari_desk.desk.office.reviewing import ReviewPage
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import Text
from imari_desk.gui.look import font, px, tokens
from imari_desk.gui.office.review.marks import grade_colours
from imari_desk.gui.painted import paint_lines, wrapped

_TILE = 46
_LEAD, _MOST = 20, 3  # of the sentence beside a grade: pixels a line, lines
_NARROW = 620  # below this width the cards stand below one another


class _Tile(QWidget):
    """A grade, large."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self._letters: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_letter(self, letter: str, letters: tuple[str, ...]) -> None:
        self._letter, self._letters = letter, letters
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(_TILE), px(_TILE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_letter(painter, QRectF(self.rect()), self._letter, self._letters)
        painter.end()


def paint_letter(
    painter: QPainter, rect: QRectF, letter: str, letters: tuple[str, ...], size: int = 26
) -> None:
    """A letter on the colour of its place in the scale; a dash where there is none."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground, ink = grade_colours(letter, letters)
    painter.setPen(
        QPen(QColor(tokens().grid), 1) if letter not in letters[:-1] else Qt.PenStyle.NoPen
    )
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8))
    painter.setPen(QColor(ink))
    painter.setFont(font(size, bold=True))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letter or "―")


class _Words(QWidget):
    """A sentence in at most three lines; the whole of it as a tooltip where that is too little."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._lines: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        self._text = text
        self._break()

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(_LEAD * _MOST))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(_LEAD * _MOST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    def _break(self) -> None:
        found = wrapped(self._text, font(14), self.width(), _MOST)
        self._lines = found.lines
        self.setToolTip(self._text if found.cut else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(font(14))
        painter.setPen(QColor(tokens().text))
        paint_lines(painter, 0, 0, self._lines, px(_LEAD))
        painter.end()


class _Card(QFrame):
    """A grade with the sentence that says why."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setProperty("kit", "well")
        self._title = title
        self._tile, self.words = _Tile(), _Words()
        inner = Row(gap=12)
        inner.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        inner.addWidget(self.words, 1)
        head = Text(title, "label")
        self.setLayout(Column(head, inner, None, gap=6, margins=(14, 8, 12, 8)))

    def show_grade(self, letter: str, letters: tuple[str, ...], words: str) -> None:
        self._tile.show_letter(letter, letters)
        self.words.say(words)
        self.setAccessibleName(f"{self._title}　{letter or '―'}　{words}")


class _Letter(QRadioButton):
    """One letter to choose; the chosen one again takes the choice back."""

    cleared = Signal()

    def __init__(self, letter: str, letters: tuple[str, ...]) -> None:
        super().__init__(letter)
        self._letters = letters
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence("office.review.second_is", letter=letter))

    def sizeHint(self) -> QSize:
        return QSize(px(44), px(_TILE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(34), px(_TILE))

    def hitButton(self, _pos: object) -> bool:
        return True

    def nextCheckState(self) -> None:
        if self.isChecked():
            self.cleared.emit()
        else:
            self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked():
            inner = box.adjusted(px(3), px(3), -px(3), -px(3))
            paint_letter(painter, inner, self.text(), self._letters, 22)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.primary), px(3)))
            edge = px(3) / 2
            painter.drawRoundedRect(box.adjusted(edge, edge, -edge, -edge), px(8), px(8))
            self._paint_check(painter, box)
        else:
            hover = self.underMouse() and self.isEnabled()
            painter.setBrush(QColor(colours.hover if hover else colours.field))
            painter.setPen(
                QPen(QColor(colours.field_line if self.isEnabled() else colours.line), 1)
            )
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(8), px(8))
            painter.setPen(QColor(colours.text if self.isEnabled() else colours.support))
            painter.setFont(font(22))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_check(self, painter: QPainter, box: QRectF) -> None:
        """The chosen one has a sign too."""
        side = px(16)
        disc = QRectF(box.right() - side, box.top(), side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().primary))
        painter.drawEllipse(disc)
        inner = disc.adjusted(px(3), px(3), -px(3), -px(3))
        look.paint_sign(painter, inner, "check", tokens().on_primary)


class _Second(QFrame):
    """The office's own grade. ``chosen(str)``: a letter, or "" for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._letters: tuple[str, ...] = ()
        self._buttons: list[_Letter] = []
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout()
        self._head = Text(sentence("office.review.second"), "label", tone="info")
        self._hint = Text(sentence("office.review.second_why"), "support")
        head = Row(self._head, None, self._hint)
        self.setLayout(Column(head, self._row, None, gap=8, margins=(14, 8, 14, 8)))
        look.follow(self._dress)

    def show_grade(self, letter: str, letters: tuple[str, ...], *, open_: bool, why: str) -> None:
        if letters != self._letters:
            self._make(letters)
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(button.text() == letter)
            button.setEnabled(open_)
            button.setAccessibleDescription(why)
        self._group.setExclusive(True)
        code = "office.review.second_settled" if why else "office.review.second_why"
        self._hint.setText(sentence(code))
        self._hint.setToolTip(why)

    def _make(self, letters: tuple[str, ...]) -> None:
        for button in self._buttons:
            self._group.removeButton(button)
            button.deleteLater()
        self._letters = letters
        self._buttons = [_Letter(letter, letters) for letter in letters]
        for button in self._buttons:
            self._group.addButton(button)
            self._row.addWidget(button)
            button.clicked.connect(lambda _on=False, b=button: self.chosen.emit(b.text()))
            button.cleared.connect(self._clear)

    def _clear(self) -> None:
        self._group.setExclusive(False)
        for button in self._buttons:
            button.setChecked(False)
        self._group.setExclusive(True)
        self.chosen.emit("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.primary), px(2)))
        painter.setBrush(QColor(colours.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(8), px(8))
        painter.end()

    def _dress(self) -> None:
        self._row.setSpacing(px(6))


class Cards(QWidget):
    """The three grades of an evaluation. ``second_chosen(str)``."""

    second_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._proposed = _Card(sentence("office.review.proposal"))
        self._own = _Card(sentence("office.review.own"))
        self._second = _Second()
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self._proposed, 12), (self._own, 9), (self._second, 9)):
            self._line.addWidget(part, stretch)
        self._second.chosen.connect(self.second_chosen)
        look.follow(self._dress)

    def show_page(self, page: ReviewPage, *, open_: bool, why: str) -> None:
        """Show the grades of that page."""
        leaf = page.leaf
        letters, judged, held = leaf.plan.scale.letters, leaf.judgement, leaf.evaluation
        self._proposed.show_grade(judged.grade, letters, judged.reason)
        self._own.show_grade(held.value("grade"), letters, _compared(page))
        self._second.show_grade(held.value("second_grade"), letters, open_=open_, why=why)

    def minimumSizeHint(self) -> QSize:
        """The cards can stand below one another."""
        parts = (self._proposed, self._own, self._second)
        least = max(part.minimumSizeHint().width() for part in parts)
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        narrow = event.size().width() < px(_NARROW)
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Between the cards, that one leads to the other."""
        painter = QPainter(self)
        side = px(14)
        for left, right in pairwise((self._proposed, self._own, self._second)):
            if right.x() > left.x():
                middle = (left.geometry().right() + right.x()) / 2
                spot = QRectF(middle - side / 2, (self.height() - side) / 2, side, side)
                look.paint_sign(painter, spot, "chevron_right", tokens().support)
        painter.end()

    def _dress(self) -> None:
        self._line.setSpacing(px(20))


def _compared(page: ReviewPage) -> str:
    """The 課's grade against the proposed one, and the reason it gave."""
    leaf, letters = page.leaf, page.leaf.plan.scale.letters[:-1]  # none is no step of it
    own, proposed = leaf.evaluation.value("grade"), leaf.judgement.grade
    reason = leaf.evaluation.value("grade_reason")
    if len(leaf.evaluation.values("grade")) > 1:
        told = sentence("office.review.own_torn")
    elif not own:
        asked = leaf.measure.evaluated_in(leaf.fiscal_year)
        told = sentence("office.review.own_none" if asked else "office.review.own_not_asked")
    elif own == proposed or proposed not in letters or own not in letters:
        told = sentence("office.review.own_same" if own == proposed else "office.review.own_other")
    else:
        steps = letters.index(proposed) - letters.index(own)
        code = "office.review.own_above" if steps > 0 else "office.review.own_below"
        told = sentence(code, steps=abs(steps))
    because = sentence("office.review.own_reason", text=reason) if reason else ""
    return "\n".join(filter(None, (told, because)))
