"""What all inputs do alike with keys and focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, SignalInstance
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

if TYPE_CHECKING:
    _Input = QWidget
else:
    _Input = object  # the widget is Qt's own class, which comes second
_OWN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class Typing(_Input):
    """What a line and a page one types on do alike; stands before Qt's own class.

    Nothing is said while a composition is open; undo and redo keys are left to the window;
    ``left`` is emitted when the focus really goes elsewhere.
    """

    left: SignalInstance
    composing = False

    def say(self) -> None:
        """Say what was typed, if anything was. Called when a composition ends as well."""
        raise NotImplementedError

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self.say()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if leaves(event):
            self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if isinstance(self, QLineEdit | QTextEdit):
            context_menu(self).popup(event.globalPos())


def leaves(event: QFocusEvent) -> bool:
    """Whether the focus really goes elsewhere, not to a popup or menu of the input's own."""
    return event.reason() not in _OWN and QApplication.activePopupWidget() is None


def is_undo(event: QEvent) -> bool:
    """Undo and redo keys: they belong to the window, which undoes across fields."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


def context_menu(field: QLineEdit | QTextEdit) -> QMenu:
    """The system's menu for a text, without its own undo; deleted when it closes."""
    menu = field.createStandardContextMenu()
    shortcuts = {QKeySequence(key).toString() for key in _UNDO}
    for action in list(menu.actions()):
        if _shortcut(action) in shortcuts:
            menu.removeAction(action)
    if menu.actions() and menu.actions()[0].isSeparator():
        menu.removeAction(menu.actions()[0])
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def describe(field: QWidget, *parts: str) -> None:
    """What a screen reader says after the name: the parts that are there."""
    field.setAccessibleDescription("　".join(filter(None, parts)))


def mark(field: QWidget, name: str, value: bool) -> None:
    """Set a property the style sheet looks at."""
    if bool(field.property(name)) != value:  # never set counts as not so
        field.setProperty(name, value)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


def show_in_place(part: QWidget, shown: bool) -> None:
    """Show or hide a part; one that is not laid out yet must not open as a window of its own.

    Showing dresses a part with all that is in it: not where it is going to be seen anyway.
    """
    if shown and part.parentWidget() is None:
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    elif part.isHidden() == shown:
        part.setVisible(shown)


def _shortcut(action: QAction) -> str:
    """The key a menu entry shows: Qt writes it behind a tab in the text."""
    return action.text().rpartition("\t")[2] or action.shortcut().toString()
