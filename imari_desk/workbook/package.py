"""The parts of a workbook file the gate has let in, each parsed under guard."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol
from xml.parsers import expat
from xml.parsers.expat import XMLParserType

from imari_desk.domain.errors import WorkbookError

WEIGHT_LIMIT = 2_100_000  # tags in all parts; a million empty rows with a cell each pass
_CHUNK = 256 * 1024  # bytes inflated at a time
_TAG_LIMIT = 1024 * 1024  # bytes of one tag or comment, which the parser must hold as a whole

Thin = Callable[[Iterator[bytes]], Iterator[bytes]]


class Scan(Protocol):
    """What listens to one part. Its methods raise ValueError or LookupError for nonsense."""

    def attach(self, parser: XMLParserType) -> None:
        """Hang the handlers on a parser that has not begun."""

    def weight(self) -> int:
        """What was taken in so far, in tags; asked for now and then while the part goes by.

        The limit on it bounds time and memory, also what tags nested without end would cost.
        """

    def close(self) -> None:
        """The part has ended."""


class Package:
    """A zip file read part by part. Part names differing only in case are one part's."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._entries = {entry.filename.lower(): entry for entry in archive.infolist()}
        self._weight = 0
        self._name = name

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def refuse(self, code: str, **facts: object) -> WorkbookError:
        """The error that names this file."""
        return WorkbookError(code, file=self._name, **facts)

    @contextmanager
    def guard(self, place: str) -> Iterator[None]:
        """Turns what reading stumbles over inside into the error that names ``place``."""
        try:
            yield
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise self.refuse("workbook.damaged_part", place=place) from error

    def size(self, part: str) -> int:
        """Bytes of a part, as the directory says; no more than that are ever given."""
        return self._entries[part.lower()].file_size

    def read(self, part: str) -> bytes:
        """A part as it is. WorkbookError when it is damaged."""
        return b"".join(self._chunks(part, part))

    def parse(self, part: str, scan: Scan, place: str = "", thin: Thin = iter) -> None:
        """Let ``scan`` listen to a part. WorkbookError for what is damaged, forbidden or too much.

        ``place`` names the part for people: a sheet's name. ``thin`` may leave out of its bytes
        what nobody listens for.
        """
        place = place or part
        parser = self._parser(place)
        scan.attach(parser)
        try:
            with self.guard(place):
                self._feed(parser, thin(self._chunks(part, place)), scan, place)
        finally:
            # The handlers know the parser and it knows them: let both go at once.
            parser.StartElementHandler = None
            parser.EndElementHandler = None
            parser.CharacterDataHandler = None
        self.weigh(scan.weight(), place)

    def check(self, data: bytes, place: str) -> None:
        """That a part held as a whole is well-formed. WorkbookError as for ``parse``."""
        with self.guard(place):
            self._parser(place).Parse(data, True)

    def weigh(self, tags: int, place: str) -> None:
        """Count what a part held as a whole is worth. WorkbookError when it is too much."""
        self._weight += tags
        if self._weight > WEIGHT_LIMIT:
            raise self.refuse("workbook.too_much", place=place)

    def _parser(self, place: str) -> XMLParserType:
        def refuse_doctype(*_: object) -> None:
            raise self.refuse("workbook.doctype", place=place)

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = refuse_doctype
        return parser

    def _feed(self, parser: XMLParserType, chunks: Iterator[bytes], scan: Scan, place: str) -> None:
        fed = 0
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if self._weight + scan.weight() > WEIGHT_LIMIT:
                raise self.refuse("workbook.too_much", place=place)
            if fed - parser.CurrentByteIndex > _TAG_LIMIT:
                raise self.refuse("workbook.damaged_part", place=place)
        parser.Parse(b"", True)
        scan.close()

    def _chunks(self, part: str, place: str) -> Iterator[bytes]:
        """A part, inflated bit by bit: whatever the directory says of its size."""
        try:
            with self._archive.open(self._entries[part.lower()]) as stream:
                while chunk := stream.read(_CHUNK):
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error) as error:
            raise self.refuse("workbook.damaged_part", place=place) from error
