"""What all inputs do alike with keys and focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit, QWidget

_OWN = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.MenuBarFocusReason)
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


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
    if field.property(name) != value:
        field.setProperty(name, value)
        field.style().unpolish(field)
        field.style().polish(field)
        field.update()


def show_in_place(part: QWidget, shown: bool) -> None:
    """Show or hide a part; one that is not laid out yet must not open as a window of its own."""
    if shown and part.parentWidget() is None:
        part.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)
    else:
        part.setVisible(shown)


def _shortcut(action: QAction) -> str:
    """The key a menu entry shows: Qt writes it behind a tab in the text."""
    return action.text().rpartition("\t")[2] or action.shortcut().toString()
