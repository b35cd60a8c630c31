"""A workbook file as cells: through the gate, then one guarded pass over each part needed."""

from __future__ import annotations

from posixpath import dirname

from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.empty_rows import without_empty_rows
from imari_desk.workbook.facts import BookFacts
from imari_desk.workbook.gate import admit
from imari_desk.workbook.package import Package
from imari_desk.workbook.quick_sheet import find_cells, make_cells
from imari_desk.workbook.quick_table import find_table, without_rows
from imari_desk.workbook.sheet_scan import CELL_WEIGHT, SheetScan
from imari_desk.workbook.small_parts import (
    ListedSheet,
    Node,
    Relationship,
    TreeScan,
    comments,
    counts_from_1904,
    diagram_texts,
    has_silent_vml,
    listed_sheets,
    persons,
    property_text,
    relationships,
    relationships_part,
    shapes,
    threaded_comments,
)
from imari_desk.workbook.source import (
    Cell,
    CellKind,
    Comment,
    Found,
    Sheet,
    SourceBook,
    Table,
    cell_name,
)
from imari_desk.workbook.styles_scan import StylesScan
from imari_desk.workbook.text_scan import StringsScan

__all__ = [
    "Cell",
    "CellKind",
    "Comment",
    "Sheet",
    "SourceBook",
    "cell_name",
    "read_cells",
]

_QUICK_LIMIT = 4 * 1024 * 1024  # bytes of a sheet held as a whole
_PICTURES = frozenset(("image", "oleObject", "package", "control", "ctrlProp"))


def read_cells(data: bytes, name: str) -> SourceBook:
    """Everything a workbook file holds for people to read. Nothing in it is run or fetched.

    ``name``: the file's, for people. Raises WorkbookError for what is no workbook, is damaged,
    or would take more time and memory than a workbook ever needs.
    """
    return _BookReader(Package(admit(data, name), name)).read()


class _BookReader:
    """One file on its way from parts to sheets."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._links = self._relationships("")
        self._book_part = self._target(self._links, "officeDocument")
        if self._book_part not in package:
            raise package.refuse("workbook.part_missing", place=self._book_part or "workbook.xml")
        self._book_links = self._relationships(self._book_part)

    def read(self) -> SourceBook:
        book = self._tree(self._book_part)
        with self._package.guard(self._book_part):
            listed = listed_sheets(book)
        if not listed:
            raise self._package.refuse("workbook.no_sheets")
        facts = self._facts(counts_from_1904(book))
        people = persons(self._tree(self._target(self._book_links, "person")))
        core = self._target(self._links, "core-properties", "coreProperties")
        extended = self._target(self._links, "extended-properties", "extendedProperties")
        return SourceBook(
            tuple(
                self._sheet(sheet, part, kind, facts, people)
                for sheet, part, kind in self._located(listed)
            ),
            saved_at=self._property(core, "modified"),
            program=self._property(extended, "Application"),
        )

    def _relationships(self, part: str) -> list[Relationship]:
        place = relationships_part(part)
        root = self._tree(place)
        with self._package.guard(place):
            return relationships(root, part)

    def _target(self, links: list[Relationship], *kinds: str) -> str:
        return next((link.target for link in links if link.kind in kinds), "")

    def _tree(self, part: str) -> Node:
        """A small part as a tree, an empty one where there is no such part."""
        scan = TreeScan()
        if part in self._package:
            self._package.parse(part, scan)
        return scan.root

    def _property(self, part: str, tag: str) -> str:
        """What the file says of itself, "" where that part is damaged: no answer stands in it."""
        try:
            return property_text(self._tree(part), tag)
        except WorkbookError as error:
            if error.code != "workbook.damaged_part":
                raise
            return ""

    def _facts(self, since_1904: bool) -> BookFacts:
        strings, styles = StringsScan(), StylesScan()
        for kind, scan in (("sharedStrings", strings), ("styles", styles)):
            part = self._target(self._book_links, kind)
            if part in self._package:
                self._package.parse(part, scan)
        return BookFacts(strings.strings, styles.meanings(), since_1904)

    def _located(self, listed: list[ListedSheet]) -> list[tuple[ListedSheet, str, str]]:
        """The sheets with part and kind. WorkbookError where a part is missing or out of place."""
        links = {link.id: link for link in self._book_links}
        folder = dirname(self._book_part)
        located = []
        seen: set[str] = set()
        for sheet in listed:
            link = links.get(sheet.relationship)
            part = link.target if link else ""
            if part and folder and not part.startswith(f"{folder}/"):
                raise self._package.refuse("workbook.part_outside", place=sheet.name)
            if not link or part not in self._package:
                raise self._package.refuse("workbook.sheet_missing", place=sheet.name)
            if part in seen:
                raise self._package.refuse("workbook.part_twice", place=sheet.name)
            seen.add(part)
            located.append((sheet, part, link.kind))
        return located

    def _sheet(
        self, listed: ListedSheet, part: str, kind: str, facts: BookFacts, people: dict[str, str]
    ) -> Sheet:
        if kind != "worksheet":  # a chart that fills a sheet, a dialog or macros of long ago
            return Sheet(listed.name, (), drawings=True, hidden=listed.hidden)
        cells, merges = self._cells(part, listed.name, facts)
        links = self._relationships(part)
        with self._package.guard(listed.name):
            notes = self._notes(links, people)
            texts, silent = self._shapes(links)
        return Sheet(listed.name, cells, tuple(merges), notes, texts, silent, listed.hidden)

    def _cells(
        self, part: str, place: str, facts: BookFacts
    ) -> tuple[list[Found] | Table, list[tuple[int, int, int, int]]]:
        """The filled cells: the short way where the sheet is of the usual shape."""
        package = self._package
        if package.size(part) <= _QUICK_LIMIT:
            data = package.read(part)
            with package.guard(place):
                table = find_table(data, facts)
                usual = None if table else find_cells(data)
            if table:
                package.check(without_rows(data), place)
                package.weigh(CELL_WEIGHT * len(table.heads) * (len(table.rows) + 1), place)
                return table, []
            if usual:
                package.check(data, place)
                package.weigh(CELL_WEIGHT * len(usual.filled), place)
                with package.guard(place):
                    return make_cells(usual, facts), usual.merges
        scan = SheetScan(facts)
        package.parse(part, scan, place, without_empty_rows)
        return list(scan.cells.values()), scan.merges

    def _notes(self, links: list[Relationship], people: dict[str, str]) -> tuple[Comment, ...]:
        """Notes and threads; a thread stands among the notes too, as a stand-in to be left out."""
        threads: list[Comment] = []
        notes: list[Comment] = []
        for link in links:
            if link.kind == "threadedComment":
                threads += threaded_comments(self._tree(link.target), people)
            elif link.kind == "comments":
                notes += comments(self._tree(link.target))
        threaded = {thread[:2] for thread in threads}
        return (*(note for note in notes if note[:2] not in threaded), *threads)

    def _diagrams(self, drawing: str) -> dict[str, list[str]]:
        return {
            link.id: diagram_texts(self._tree(link.target))
            for link in self._relationships(drawing)
            if link.kind == "diagramData"
        }

    def _shapes(self, links: list[Relationship]) -> tuple[tuple[str, ...], bool]:
        texts: list[str] = []
        silent = False
        for link in links:
            if link.kind == "drawing":
                found, mute = shapes(self._tree(link.target), self._diagrams(link.target))
                texts += found
                silent = silent or mute
            elif link.kind == "vmlDrawing" and link.target in self._package:
                silent = silent or has_silent_vml(self._package.read(link.target))
            elif link.kind in _PICTURES:
                silent = True
        return tuple(texts), silent
