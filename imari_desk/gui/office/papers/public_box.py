"""What goes out to everyone and what is held back, and the step that publishes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from imari_desk.desk.office.papers import PublicLine
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Text


class PublicBox(Card):
    """``publish_wanted()``: the person has confirmed it."""

    publish_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = Text(role="subject")
        self.publish_button = Button(sentence("office.paper.publish"))
        self.ask = LineMessage()
        self.yes = Button(sentence("office.paper.publish_yes"), "small")
        self.ask.add_button(self.yes)
        self.held = QWidget()
        self.held.setProperty("kit", "scrolled")
        self._rows = QVBoxLayout(self.held)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.held)
        self.area.setAccessibleName(sentence("office.paper.held"))
        self._top, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self.publish_button)
        self._column.addLayout(self._top)
        self._column.addWidget(self.ask)
        self._column.addWidget(self.area)
        self._going = 0
        self.publish_button.clicked.connect(self._ask)
        self.yes.clicked.connect(self._wanted)
        look.follow(self._dress)

    def show_lines(self, lines: Sequence[PublicLine]) -> None:
        """What stands now."""
        going = [one for one in lines if one.held is None]
        held = [one for one in lines if one.held is not None]
        self._going = len(going)
        self.head.setText(sentence("office.paper.going", count=len(going), held=len(held)))
        self.publish_button.setEnabled(bool(going))
        self.ask.say("")
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()):
                widget.hide()
                widget.deleteLater()
        without = [one for one in going if not one.text]
        if without:
            self._say(sentence("office.paper.no_text", count=len(without), codes=_codes(without)))
        counts = Counter(one.held for one in held if one.held)
        for why in counts:
            members = [one for one in held if one.held is why]
            facts = {"count": len(members), "codes": _codes(members)}
            self._say(sentence(f"office.paper.held.{why.value}", **facts))
        self._rows.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        """No higher than what is said, up to a few lines."""
        self.area.setMaximumHeight(min(look.px(120), self._rows.sizeHint().height() + look.px(8)))

    def _say(self, text: str) -> None:
        self._rows.addWidget(Text(text, "small", wrap=True))

    def _ask(self) -> None:
        self.ask.say(sentence("office.paper.ask_publish", count=self._going), "note")
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wanted(self) -> None:
        self.ask.say("")
        self.publish_wanted.emit()

    def _dress(self) -> None:
        side = look.px(16)
        self._column.setContentsMargins(side, look.px(10), side, look.px(12))
        self._column.setSpacing(look.px(8))
        self._fit()


def _codes(lines: Sequence[PublicLine]) -> str:
    return "、".join(one.measure for one in lines)
