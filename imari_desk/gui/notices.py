"""Lines under the top bar that stay until what they speak of is over. In place of dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, LineMessage


class Notices(QWidget):
    """One line for each thing there is to say, by its name; the same name says it anew."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[str, LineMessage] = {}
        self._column = QVBoxLayout(self)
        self.setVisible(False)
        look.follow(self._dress)

    def say(
        self,
        name: str,
        text: str,
        tone: look.Tone,
        answers: Mapping[str, Callable[[], object]] | None = None,
        *,
        closable: bool = False,
    ) -> None:
        """Show a line. ``answers``: what can be done now, by the button's text."""
        self.take_back(name)
        line = LineMessage()
        for words, act in (answers or {}).items():
            button = Button(words, "small")
            button.clicked.connect(lambda _checked=False, do=act: do())
            line.add_button(button)
        if closable:
            close = Button("", "link", sign="close")
            close.setAccessibleName(sentence("frame.close_notice"))
            close.clicked.connect(lambda: self.take_back(name))
            line.add_button(close)
        self._lines[name] = line
        self._column.addWidget(line)
        self.setVisible(True)
        line.say(text, tone)

    def take_back(self, name: str) -> None:
        """Remove a line, if it is there."""
        line = self._lines.pop(name, None)
        if line is not None:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.setVisible(bool(self._lines))

    def texts(self) -> dict[str, str]:
        """What is said now, by name."""
        return {name: line.text() for name, line in self._lines.items()}

    def _dress(self) -> None:
        self._column.setContentsMargins(look.px(12), look.px(8), look.px(12), 0)
        self._column.setSpacing(look.px(4))
