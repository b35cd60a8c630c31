"""The parts of the page in a line: where one is, and what is left in each, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.sections import FormSection, Remaining

_HEIGHT = 50
_PAD = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def told(left: Remaining, *, optional: bool) -> tuple[str, str, look.Tone]:
    """Word, sign and tone of what is left; what waits longest on the person first."""
    if left.comments:
        return sentence("form.standing.comment", count=left.comments), "back", "warn"
    if left.conflicts:
        return sentence("form.standing.conflict", count=left.conflicts), "both", "note"
    if left.missing:
        return sentence("form.standing.missing", count=left.missing), "circle", "error"
    if left.odd:
        return sentence("form.standing.odd", count=left.odd), "question", "note"
    if optional and not left.answered:
        return sentence("form.standing.optional"), "dash", "plain"
    return sentence("form.standing.done"), "check", "ok"


class SectionTabs(QTabBar):
    """One stop for Tab, arrow keys inside. ``wanted(str)``: the person chose that section."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[str, ...] = ()
        self._told: dict[str, tuple[str, str, look.Tone]] = {}
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(sentence("form.tabs_name"))
        self.currentChanged.connect(self._chosen)

    def show_sections(
        self, sections: Sequence[FormSection], remaining: Mapping[str, Remaining]
    ) -> None:
        """The page's parts and what is left in each."""
        ids = tuple(section.id for section in sections)
        self.blockSignals(True)
        if ids != self._ids:
            while self.count():
                self.removeTab(0)
            for id in ids:
                self.addTab(sentence(f"form.tab.{id}"))
            self._ids = ids
        for n, id in enumerate(ids):
            self._told[id] = told(remaining[id], optional=id == "means")
            facts = {"number": n + 1, "title": sentence(f"form.title.{id}")}
            name = sentence("form.standing.told", standing=self._told[id][0], **facts)
            self.setAccessibleTabName(n, name)
            self.setTabToolTip(n, name)
        self.blockSignals(False)
        self.update()

    def show_current(self, id: str) -> None:
        """Mark where one is, without saying that somebody chose it."""
        if id in self._ids and self._ids.index(id) != self.currentIndex():
            self.blockSignals(True)
            self.setCurrentIndex(self._ids.index(id))
            self.blockSignals(False)
            self.update()

    def standing_of(self, id: str) -> str:
        """What the tab says is left there."""
        return self._told[id][0]

    def tabSizeHint(self, index: int) -> QSize:
        title = QFontMetricsF(look.font(14, True)).horizontalAdvance(self._title(index))
        word = QFontMetricsF(look.font(14)).horizontalAdvance(self._told_at(index)[0])
        wide = max(title, word + look.px(18)) + 2 * look.px(_PAD)
        return QSize(round(wide), look.px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, look.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in range(self.count()):
            self._paint_tab(painter, QRectF(self.tabRect(n)), n)
        painter.end()

    def _paint_tab(self, painter: QPainter, box: QRectF, n: int) -> None:
        colours = look.tokens()
        word, sign, tone = self._told_at(n)
        here = n == self.currentIndex()
        if here:
            bar = QRectF(box.left(), box.bottom() - look.px(3), box.width(), look.px(3))
            painter.fillRect(bar, QColor(colours.primary))
        inner = box.adjusted(look.px(_PAD), look.px(4), 0, -look.px(5))
        upper, lower = QRectF(inner), QRectF(inner)
        upper.setHeight(inner.height() / 2)
        lower.setTop(upper.bottom())
        painter.setFont(look.font(14, here))
        painter.setPen(QColor(colours.primary if here else colours.text))
        painter.drawText(upper, _LEFT, self._title(n))
        plain = tone in ("plain", "ok")
        ink = QColor(colours.support if plain else look.tone(tone)[0])
        side = look.px(13)
        place = QRectF(lower.left(), lower.center().y() - side / 2, side, side)
        look.paint_sign(painter, place, sign, ink)
        painter.setPen(ink)
        painter.setFont(look.font(14, not plain))
        painter.drawText(lower.adjusted(look.px(17), 0, 0, 0), _LEFT, word)

    def _title(self, n: int) -> str:
        return f"{n + 1} {self.tabText(n)}"

    def _told_at(self, n: int) -> tuple[str, str, look.Tone]:
        return self._told.get(self._ids[n] if n < len(self._ids) else "", ("", "dash", "plain"))

    def _chosen(self, n: int) -> None:
        if 0 <= n < len(self._ids):
            self.wanted.emit(self._ids[n])
