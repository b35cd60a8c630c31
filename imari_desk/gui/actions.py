"""Menus and shortcuts: each thing the window can do, once, with its name and its keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.settings import DARK, LIGHT, SYSTEM

COLOURS = (SYSTEM, LIGHT, DARK)
_APART = ""  # a line between entries
_RECENT, _COLOURS = "recent", "colours"
_FILE = ("import", _RECENT, _APART, "hand_over", "submit", _APART, "print", _APART)
_GO = ("next_check", _APART, "previous_measure", "next_measure", "previous_year", "next_year")
_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("file", (*_FILE, "folder", "leave")),
    ("edit", ("undo", "redo", _APART, "history", "flow", "search")),
    ("go", (*_GO, _APART, "list", "side")),
    ("view", ("facts", _APART, "larger", "smaller", "normal", _APART, _COLOURS)),
    ("help", ("glossary", "keys", _APART, "log", "about")),
)
_KEYS: dict[str, tuple[str, ...]] = {
    "import": ("Ctrl+O",),
    "submit": ("Ctrl+Return", "Ctrl+Enter"),
    "print": ("Ctrl+P",),
    "leave": ("Ctrl+Q",),
    "undo": ("Ctrl+Z",),
    "redo": ("Ctrl+Y", "Ctrl+Shift+Z"),
    "search": ("Ctrl+F",),
    "history": ("Ctrl+H",),
    "next_check": ("F8",),
    "previous_measure": ("Ctrl+PgUp",),
    "next_measure": ("Ctrl+PgDown",),
    "previous_year": ("Alt+Left",),
    "next_year": ("Alt+Right",),
    # On a Japanese keyboard + shares its key with ; and people do not press Shift for it.
    "larger": ("Ctrl++", "Ctrl+=", "Ctrl+;"),
    "smaller": ("Ctrl+-",),
    "normal": ("Ctrl+0",),
    "glossary": ("F1",),
}
# What needs an open desk of a 課 is not shown without one: nothing there could answer it.
_NEEDS_DESK = frozenset(
    {"hand_over", "submit", "print", "undo", "redo", "history", "flow", "search", "facts"}
    | {"next_check", "previous_measure", "next_measure", "previous_year", "next_year"}
    | {"list", "side", "glossary", "import", _RECENT}
)


class Actions(QObject):
    """The window's actions by name, and the menu made of them.

    ``colours_chosen(str)`` one of COLOURS; ``recent_chosen(Path)`` a file to take in again.
    """

    colours_chosen = Signal(str)
    recent_chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._handlers: dict[str, Callable[[], object]] = {}
        self._submenus: dict[str, QMenu] = {}
        self.menu = QMenu(window)
        for name, entries in _MENUS:
            submenu = self.menu.addMenu(sentence(f"menu.{name}"))
            self._fill(window, submenu, entries)
        self.needs_desk(False)

    def on(self, **handlers: Callable[[], object]) -> None:
        """What actions do, by name; another desk's handlers take the place of the last one's."""
        self._handlers.update(handlers)

    def idle(self) -> tuple[str, ...]:
        """Actions nobody has said anything for: there should be none."""
        chosen = {f"colours.{choice}" for choice in COLOURS}
        return tuple(sorted(self._actions.keys() - self._handlers.keys() - chosen))

    def _do(self, name: str) -> None:
        if handler := self._handlers.get(name):
            handler()

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def needs_desk(self, there: bool) -> None:
        """Show what works only with an open desk, or leave it out."""
        for name in _NEEDS_DESK:
            if name in self._submenus:
                self._submenus[name].menuAction().setVisible(there)
            else:
                self._actions[name].setVisible(there)
                self._actions[name].setEnabled(there)

    def show_recent(self, files: Iterable[Path]) -> None:
        """Fill the list of recent files."""
        menu = self._submenus[_RECENT]
        menu.clear()
        for number, path in enumerate(files, start=1):
            entry = menu.addAction(f"&{number} {path.name}")
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda _checked=False, p=path: self.recent_chosen.emit(p))
        if menu.isEmpty():
            menu.addAction(sentence("menu.no_recent")).setEnabled(False)

    def show_colours(self, choice: str) -> None:
        """Mark the choice in force."""
        self._actions[f"colours.{choice}"].setChecked(True)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Every action that has keys: its name in words and its first keys, for the help."""
        found = []
        for _, entries in _MENUS:
            for name in entries:
                if name in _KEYS:
                    word = sentence(f"menu.{name}").partition("(&")[0]
                    found.append((word, QKeySequence(_KEYS[name][0]).toString()))
        return tuple(found)

    def _fill(self, window: QWidget, menu: QMenu, entries: tuple[str, ...]) -> None:
        for name in entries:
            if name == _APART:
                menu.addSeparator()
            elif name in (_RECENT, _COLOURS):
                self._submenus[name] = menu.addMenu(sentence(f"menu.{name}"))
                if name == _COLOURS:
                    self._fill_colours(self._submenus[name])
            else:
                action = menu.addAction(sentence(f"menu.{name}"))
                action.setShortcuts([QKeySequence(keys) for keys in _KEYS.get(name, ())])
                action.triggered.connect(lambda _on=False, n=name: self._do(n))
                window.addAction(action)  # the keys work while the menu is closed
                self._actions[name] = action

    def _fill_colours(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for choice in COLOURS:
            action = menu.addAction(sentence(f"menu.colours.{choice}"))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, c=choice: self.colours_chosen.emit(c))
            self._actions[f"colours.{choice}"] = action
