"""Texts made of runs: the shared strings."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers.expat import XMLParserType

from imari_desk.workbook.values import plain_text

_LENGTH_LIMIT = 1024 * 1024  # characters of one text; a cell of a spreadsheet holds 32,767


def check_length(pieces: list[str]) -> None:
    """ValueError when the pieces of a text that is still going on are more than one text has."""
    if sum(map(len, pieces)) > _LENGTH_LIMIT:
        raise ValueError("a text without end")


class StringsScan:
    """The shared strings: ``strings`` in their order, blanks alone as "".

    The runs of a text are joined; furigana (``rPh``) is a reading aid beside it and left out.
    """

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._tags = 0
        self._parts: list[str] = []
        self._phonetic = False

    def attach(self, parser: XMLParserType) -> None:
        self._parser = parser
        parser.StartElementHandler = self._root

    def weight(self) -> int:
        check_length(self._parts)
        return self._tags

    def close(self) -> None:
        """Every string ended with its tag."""

    def _root(self, name: str, _attributes: dict[str, str]) -> None:
        prefix = name.removesuffix("sst")
        if prefix == name:
            raise ValueError(name)
        self._tag_si = prefix + "si"
        self._tag_t = prefix + "t"
        self._tag_rph = prefix + "rPh"
        self._add: Callable[[str], object] = self._parts.append
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._tags += 1
        if name == self._tag_t:
            if not self._phonetic:
                self._parser.CharacterDataHandler = self._add
        elif name == self._tag_rph:
            self._phonetic = True

    def _end(self, name: str) -> None:
        if name == self._tag_t:
            self._parser.CharacterDataHandler = None
        elif name == self._tag_si:
            parts = self._parts
            self.strings.append(plain_text("".join(parts)))
            parts.clear()
        elif name == self._tag_rph:
            self._phonetic = False
