"""Every input of the kit with two answers it takes, and how an input method speaks to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.gui.kit import (
    ChoiceField,
    DateField,
    Editor,
    FlagField,
    LineField,
    NumberField,
    Segments,
    TextField,
)

STATES = ("済", "一部", "未", "対象外")
Made = tuple[Callable[[], Editor], str, str]
INPUTS: dict[str, Made] = {
    "line": (LineField, "有田 太郎", "伊万里 花子"),
    "text": (lambda: TextField(400), "一行目\n二行目", "別の文"),
    "number": (lambda: NumberField("件"), "178", "412"),
    "date": (DateField, "令和8年5月20日", "令和8年5月21日"),
    "choice": (lambda: ChoiceField(STATES), "一部", "済"),
    "segments": (lambda: Segments(STATES), "一部", "済"),
    "flag": (lambda: FlagField("計画", ("した", "しない")), "した", "しない"),
}


def focused_part(editor: Editor) -> QWidget:
    """The widget inside the input that takes keys."""
    widget: QWidget = editor.widget()
    while (proxy := widget.focusProxy()) is not None:
        widget = proxy
    return widget


def compose(widget: QWidget, preedit: str) -> None:
    """An input method shows what is being converted."""
    QApplication.sendEvent(widget, QInputMethodEvent(preedit, []))


def commit(widget: QWidget, text: str) -> None:
    """An input method hands over what was chosen."""
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
