"""The sheet of the yardstick: letters, thresholds, how grades combine, what is expected by when."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.domain.era import initial_year, short_year
from imari_desk.domain.plan import GradeKind
from imari_desk.domain.plan_draft import Path, at, put
from imari_desk.domain.plan_names import COMBINE_WORDS, GRADE_WORDS
from imari_desk.domain.plan_places import label, of_year
from imari_desk.domain.plan_typed import Typing
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.kit import ChoiceField, LineField, NumberField, Text, TextField
from imari_desk.gui.office.plan.bars_part import years_of
from imari_desk.gui.office.plan.box import Box
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.entries import Entries, EntryRow
from imari_desk.gui.office.plan.sheet import Sheet

_RATIO = GradeKind.RATIO.value


class ScaleSheet(Sheet):
    """評価の物差し."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        words = tuple(word for word, _ in COMBINE_WORDS)
        choice = ChoiceField(words, required=True)
        help_ = sentence("office.plan.combine_help")
        name = label("combine")
        box = Box(("scale", "combine"), choice, name, help=help_, words=COMBINE_WORDS)
        self.combine = self.binder.add(box)
        self.column.addWidget(self.combine)
        self.make_later((label("expected"), self._shares), (label("grades"), self._grades))

    def _shares(self) -> QWidget:
        self.shares = SharesPart(self.drafting)
        self.parts.append(self.shares)
        return _under(sentence("office.plan.shares_help"), self.shares)

    def _grades(self) -> QWidget:
        self.grades = Entries(self.drafting, ("scale", "grades"), _fill_grade, compact=True)
        self.parts.append(self.grades)
        return _under(sentence("office.plan.grades_help"), self.grades)


def _under(text: str, part: QWidget) -> QWidget:
    """A part below a sentence about it."""
    whole = QWidget()
    whole.setLayout(Column(Text(text, "support", wrap=True), part, gap=8))
    return whole


def _fill_grade(row: EntryRow) -> None:
    """Letter, what it stands for, from how much on, and its legend."""
    add = row.binder.add
    letter = add(Box(("letter",), LineField(), label("letter"), needed=True))
    words = tuple((w, "" if v == _RATIO else v) for w, v in GRADE_WORDS)
    choice = ChoiceField(tuple(word for word, _ in words), required=True)
    kind = add(Box(("kind",), choice, label("kind"), words=words))
    reach = NumberField(sentence("office.plan.percent_or_more"), width=72)
    at_least = add(Box(("at_least",), reach, label("at_least"), Typing.NUMBER))
    legend = add(
        Box(
            ("legend",),
            TextField(min_lines=1, max_lines=4),
            label("legend"),
            labelled=False,
            needed=True,
        )
    )
    letter.keep_narrow(88)
    top = Row(gap=16)
    for box in (letter, kind, at_least):
        top.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    top.addStretch(1)
    row.body.addLayout(Column(top, legend, gap=4), 1)

    def show() -> None:
        ratio = not kind.value()
        at_least.setVisible(ratio or bool(at_least.value()))

    row.binder.shown.connect(show)


class SharesPart(QWidget):
    """A number a year, and the line they make."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self._drafting = drafting
        self._years = range(0)
        self.boxes: list[Box] = []
        self.line = ShareLine()
        self._row = Row(gap=16)
        row = Row(gap=0)
        row.addLayout(self._row)
        row.addStretch(1)
        self.setLayout(Column(self.line, row, gap=8))

    def show_at(self, _root: Path) -> None:
        """Show the shares of the plan's years."""
        years = years_of(self._drafting)
        while len(self.boxes) < len(years):
            self._add(len(self.boxes))
        shares = at(self._drafting.draft, ("scale", "expected")) or []
        for n, box in enumerate(self.boxes):
            box.setVisible(n < len(years))
            if n < len(years):
                box.rename(short_year(years[n]), of_year("expected", years[n]))
                box.show_value(shares[n] if n < len(shares) else "")
        self._years = years
        self.line.show_shares(years, [_number(share) for share in shares[: len(years)]])
        self.show_faults()

    def show_faults(self) -> None:
        """What is wrong with a year's share; what is wrong with all of them stands at the first."""
        here = ("scale", "expected")
        said: dict[int, list[str]] = {}
        for fault in self._drafting.found.faults:
            if fault.path[:2] == here:
                n = fault.path[2] if len(fault.path) > 2 else 0
                said.setdefault(int(n), []).append(fault.text)
        for n, box in enumerate(self.boxes):
            box.show_fault(said.get(n, []))

    def go_to(self, path: Path) -> bool:
        """Put the focus on a year's share."""
        if path[:2] != ("scale", "expected") or not self.boxes:
            return False
        n = int(path[2]) if len(path) > 2 else 0
        self.boxes[min(n, len(self.boxes) - 1)].go()
        return True

    def _add(self, n: int) -> None:
        field = NumberField("％", width=72)
        box = Box((n,), field, label("expected"), Typing.NUMBER)
        box.edited.connect(self._typed)
        box.left.connect(self._drafting.rest)
        self.boxes.append(box)
        self._row.addWidget(box)

    def _typed(self, path: Path, value: object) -> None:
        """The shares up to the last year that has one; what is missing between is 0."""
        count, n = len(self._years), int(path[0])
        shares = [*(at(self._drafting.draft, ("scale", "expected")) or [])][:count]
        shares += ["0"] * (max(n + 1, len(shares)) - len(shares))
        shares[n] = value or "0"
        here = ("scale", "expected")
        self._drafting.edit(put(self._drafting.draft, here, shares), (*here, n), typing=True)


class ShareLine(QWidget):
    """How much of a target is expected by the end of each year, as a line from 0 to 100 %."""

    def __init__(self) -> None:
        super().__init__()
        self._years = range(0)
        self._shares: list[float | None] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.follow(self.updateGeometry)

    def show_shares(self, years: range, shares: list[float | None]) -> None:
        """Show these; what is no number is left out."""
        self._years, self._shares = years, shares
        told = "、".join(
            sentence("office.plan.share_told", year=short_year(year), share=f"{share:g}")
            for year, share in zip(years, shares, strict=False)
            if share is not None
        )
        self.setAccessibleName(sentence("office.plan.share_line"))
        self.setAccessibleDescription(told)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(look.px(480), look.px(132))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(240), look.px(132))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, px = look.tokens(), look.px
        area = QRectF(px(48), px(14), min(self.width(), px(720)) - px(72), self.height() - px(44))
        painter.setFont(look.font(14))
        for share in (0, 50, 100):
            y = area.bottom() - area.height() * share / 100
            painter.setPen(QPen(QColor(colours.line if share else colours.grid), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(QColor(colours.support))
            place = QRectF(0, y - px(10), px(42), px(20))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(place, right, f"{share}%")
        points = []
        step = area.width() / max(1, len(self._years))
        for n, year in enumerate(self._years):
            x = area.left() + step * (n + 0.5)
            painter.setPen(QColor(colours.text))
            place = QRectF(x - step / 2, area.bottom() + px(6), step, px(20))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, initial_year(year))
            share_here = self._shares[n] if n < len(self._shares) else None
            if share_here is not None:
                y = area.bottom() - area.height() * min(share_here, 100) / 100
                points.append(QPointF(x, y))
        painter.setPen(QPen(QColor(colours.primary), px(2)))
        painter.drawPolyline(points)
        painter.setBrush(QColor(colours.primary))
        for point in points:
            painter.drawEllipse(point, px(4), px(4))
        painter.end()


def _number(text: object) -> float | None:
    try:
        return float(Decimal(str(text)))
    except InvalidOperation:
        return None
