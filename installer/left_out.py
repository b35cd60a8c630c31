"""What of the inputs does not go into the program folder, and why: ``left_out.toml``."""

from __future__ import annotations

import tomllib
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

LIST = Path(__file__).with_name("left_out.toml")


class Entry(NamedTuple):
    """Files left out for one reason."""

    source: str  # "cpython", "stdlib" or "wheels"
    files: tuple[str, ...]  # patterns; * goes over folders
    why: str
    kept: tuple[str, ...] = ()  # names the patterns meet that stay all the same


class LeftOut:
    """The list, and which of its patterns have met a file."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self.entries = entries
        self.met: set[str] = set()

    @classmethod
    def read(cls) -> LeftOut:
        found = tomllib.loads(LIST.read_text("utf-8"))["left_out"]
        return cls(
            tuple(
                Entry(e["from"], tuple(e["files"]), e["why"], tuple(e.get("kept", ())))
                for e in found
            )
        )

    def covers(self, source: str, name: str) -> bool:
        """Whether a file of that source is left out."""
        entries = (e for e in self.entries if e.source == source and name not in e.kept)
        met = {pattern for e in entries for pattern in e.files if fnmatchcase(name, pattern)}
        self.met |= met
        return bool(met)

    def unmet(self, source: str) -> tuple[str, ...]:
        """Patterns that no file of the source answers to: the list is out of date."""
        patterns = (p for e in self.entries if e.source == source for p in e.files)
        return tuple(pattern for pattern in patterns if pattern not in self.met)
