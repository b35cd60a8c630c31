"""What the window remembers from one start to the next: an ini file in the data folder.

Never the registry: who copies the folder takes everything along, who deletes it leaves nothing.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSettings

FILE = "window.ini"
PROGRAM = "Imari Desk"
ZOOMS = (100, 110, 125, 150, 175, 200)  # percent
SYSTEM, LIGHT, DARK = "system", "light", "dark"
RECENT = 8  # files
_WORDS = 6  # times one searched


class Place(NamedTuple):
    """Where one was: a measure's code, a fiscal year (0 for none yet), an item's key."""

    measure: str = ""
    fiscal_year: int = 0
    key: str = ""


NOWHERE = Place()


class Settings:
    """Reads and writes the file. What stands in it and makes no sense counts as not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ini = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def zoom(self) -> int:
        """Percent, one of ZOOMS."""
        found = self._number("view/zoom")
        return found if found in ZOOMS else ZOOMS[0]

    @zoom.setter
    def zoom(self, percent: int) -> None:
        self._ini.setValue("view/zoom", percent)

    @property
    def colours(self) -> str:
        """SYSTEM, LIGHT or DARK."""
        found = self._text("view/colours")
        return found if found in (LIGHT, DARK) else SYSTEM

    @colours.setter
    def colours(self, choice: str) -> None:
        self._ini.setValue("view/colours", choice)

    @property
    def was_dark(self) -> bool:
        """Whether the colours were dark last, for the first paint of the next start."""
        return self._text("view/dark") == "true"

    @was_dark.setter
    def was_dark(self, dark: bool) -> None:
        self._ini.setValue("view/dark", "true" if dark else "false")

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window as Qt saves them; empty at the first start."""
        found = self._ini.value("view/geometry")
        return found if isinstance(found, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, saved: QByteArray) -> None:
        self._ini.setValue("view/geometry", saved)

    @property
    def title(self) -> tuple[str, str]:
        """課 and year as they stood in the top bar last, to be there from the first paint on."""
        return self._text("last/department"), self._text("last/year_name")

    @title.setter
    def title(self, shown: tuple[str, str]) -> None:
        self._ini.setValue("last/department", shown[0])
        self._ini.setValue("last/year_name", shown[1])

    @property
    def window_title(self) -> str:
        """What the window was called last; the program's name before the first time."""
        return self._text("last/title") or PROGRAM

    @window_title.setter
    def window_title(self, title: str) -> None:
        self._ini.setValue("last/title", title)

    @property
    def place(self) -> Place:
        """The page that was open."""
        year = self._number("last/fiscal_year")
        return Place(self._text("last/measure"), year, self._text("last/key"))

    @place.setter
    def place(self, place: Place) -> None:
        self._ini.setValue("last/measure", place.measure)
        self._ini.setValue("last/fiscal_year", place.fiscal_year)
        self._ini.setValue("last/key", place.key)

    @property
    def page(self) -> str:
        """The page of the office's window that was open; "" in the window of a 課."""
        return self._text("last/page")

    @page.setter
    def page(self, name: str) -> None:
        self._ini.setValue("last/page", name)

    @property
    def out_folder(self) -> Path | None:
        """Where workbooks were written last; None before the first one, or where it is gone."""
        found = Path(self._text("last/folder"))
        return found if found.is_absolute() and found.is_dir() else None

    @out_folder.setter
    def out_folder(self, folder: Path) -> None:
        self._ini.setValue("last/folder", str(folder))

    @property
    def recent(self) -> tuple[Path, ...]:
        """Files taken in or written lately, the newest first; those that are gone are left out."""
        found = self._ini.value("last/files")
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return tuple(path for name in names if name and (path := Path(str(name))).is_file())

    def remember(self, *paths: Path) -> None:
        """Put files at the head of the recent ones."""
        there = [path for path in self.recent if path not in paths]
        self._ini.setValue("last/files", [str(p) for p in (*paths, *there)][:RECENT])

    @property
    def words(self) -> tuple[str, ...]:
        """What was searched for lately, the newest first."""
        found = self._ini.value("last/words")
        return tuple(map(str, found if isinstance(found, list) else [found] if found else []))

    def remember_words(self, words: str) -> None:
        """Put words at the head of those searched for lately."""
        words = " ".join(words.split())
        if words:
            there = [one for one in self.words if one != words]
            self._ini.setValue("last/words", [words, *there][:_WORDS])

    def save(self) -> None:
        """Write now what has changed; a folder that cannot be written to keeps what it has."""
        self._ini.sync()

    def _text(self, key: str) -> str:
        found = self._ini.value(key)
        return str(found) if isinstance(found, str | int) else ""

    def _number(self, key: str) -> int:
        found = self._text(key)
        return int(found) if found.isascii() and found.isdigit() else 0
