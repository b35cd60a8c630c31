"""Menus and shortcuts: each thing the window can do, once, with its name and its keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui.kit.menu import Menu
from imari_desk.gui.settings import DARK, LIGHT, SYSTEM

Handler = Callable[[], object]
COLOURS = (SYSTEM, LIGHT, DARK)
_APART = ""  # a line between entries
_RECENT, _COLOURS = "recent", "colours"
_EVERYWHERE = "manual_here"  # its keys work in every window of the program
_FILE = ("import", _RECENT, _APART, "hand_over", "submit", _APART, "print", _APART)
_GO = ("next_check", _APART, "previous_measure", "next_measure", "previous_year", "next_year")
_HELP = ("manual_here", "manual", _APART, "glossary", "keys")
_MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("file", (*_FILE, "folder", "data", _APART, "leave")),
    ("edit", ("undo", "redo", _APART, "history", "flow", "search")),
    ("go", (*_GO, _APART, "list", "side")),
    ("view", ("facts", _APART, "larger", "smaller", "normal", _APART, _COLOURS)),
    ("help", (*_HELP, _APART, "self_check", "log", "about")),
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
    _EVERYWHERE: ("Shift+F1",),
}
# What an open desk answers; who sits there decides which of it is shown.
_OF_A_DESK = frozenset(
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
        self._handlers: dict[str, Handler] = {}
        self._of_desk: dict[str, Handler] = {}
        self._submenus: dict[str, Menu] = {}
        self.menu = Menu(window)
        for name, entries in _MENUS:
            submenu = self.menu.submenu(sentence(f"menu.{name}"))
            self._fill(window, submenu, entries)
        self.show_only(())

    def on(self, **handlers: Callable[[], object]) -> None:
        """What the window's own actions do, by name."""
        self._handlers.update(handlers)

    def serve(self, handlers: Mapping[str, Handler]) -> None:
        """What the open desk's actions do now; those that nobody answers cannot be chosen."""
        self._of_desk = dict(handlers)
        for name in _OF_A_DESK & self._actions.keys():
            self._actions[name].setEnabled(name in handlers)

    def idle(self) -> tuple[str, ...]:
        """Actions nobody has said anything for: there should be none."""
        chosen = {f"colours.{choice}" for choice in COLOURS}
        shown = {name for name, action in self._actions.items() if action.isVisible()}
        answered = self._handlers.keys() | self._of_desk.keys()
        return tuple(sorted(shown - answered - chosen))

    def _do(self, name: str) -> None:
        if handler := self._of_desk.get(name) or self._handlers.get(name):
            handler()

    def action(self, name: str) -> QAction:
        return self._actions[name]

    def show_only(self, names: Collection[str]) -> None:
        """Show, of what an open desk answers, these and leave the rest out.

        What they do is said by ``serve``.
        """
        for name in _OF_A_DESK:
            if name in self._submenus:
                self._submenus[name].menuAction().setVisible(name in names)
            else:
                self._actions[name].setVisible(name in names)
        self.serve({})

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

    def _fill(self, window: QWidget, menu: Menu, entries: tuple[str, ...]) -> None:
        for name in entries:
            if name == _APART:
                menu.addSeparator()
            elif name in (_RECENT, _COLOURS):
                self._submenus[name] = menu.submenu(sentence(f"menu.{name}"))
                if name == _COLOURS:
                    self._fill_colours(self._submenus[name])
            else:
                action = menu.addAction(sentence(f"menu.{name}"))
                action.setShortcuts([QKeySequence(keys) for keys in _KEYS.get(name, ())])
                if name == _EVERYWHERE:
                    action.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
                action.triggered.connect(lambda _on=False, n=name: self._do(n))
                window.addAction(action)  # the keys work while the menu is closed
                self._actions[name] = action

    def _fill_colours(self, menu: Menu) -> None:
        group = QActionGroup(self)
        for choice in COLOURS:
            action = menu.addAction(sentence(f"menu.colours.{choice}"))
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, c=choice: self.colours_chosen.emit(c))
            self._actions[f"colours.{choice}"] = action
