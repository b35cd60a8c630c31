"""The head of a page: its name, in a line what one looks at, and what can be done."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from imari_desk.gui import look
from imari_desk.gui.kit import Text

_BAR = "　|　"


class PageHead(QWidget):
    """``buttons`` stand at the right, the most wanted last."""

    def __init__(self, title: str, *buttons: QWidget) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._parts: tuple[str, ...] = ()
        self._said = Text("", "support")
        self._said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row.addWidget(Text(title, "page"))
        self._row.addWidget(self._said, 1)
        for button in buttons:
            self._row.addWidget(button)
        look.follow(self._dress)

    def say(self, *parts: str) -> None:
        """What is looked at: parts with a bar between them; empty ones are left out.

        Where there is no room for all of them the last go, and stand in the tooltip.
        """
        self._parts = tuple(part for part in parts if part)
        self._fit()

    def _fit(self) -> None:
        whole = _BAR.join(self._parts)
        items = (self._row.itemAt(at) for at in range(self._row.count()))
        widgets = (item.widget() for item in items if item is not None)
        others = [w for w in widgets if w is not None and w is not self._said and not w.isHidden()]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        room -= sum(w.sizeHint().width() + self._row.spacing() for w in others)
        metrics, shown = QFontMetrics(look.font(14)), list(self._parts)
        while shown and metrics.horizontalAdvance(_BAR.join(shown)) > room:
            shown.pop()
        self._said.setText(_BAR.join(shown))
        self._said.setAccessibleName(whole)
        self._said.setToolTip("" if len(shown) == len(self._parts) else whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _dress(self) -> None:
        self._row.setContentsMargins(look.px(24), look.px(16), look.px(24), look.px(12))
        self._row.setSpacing(look.px(16))
        self._fit()
