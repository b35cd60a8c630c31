"""The small parts of a workbook file, read as trees: what holds it together, comments, shapes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from xml.parsers.expat import XMLParserType

from imari_desk.workbook.source import Comment, cell_position
from imari_desk.workbook.values import plain_text

_DEPTH_LIMIT = 100
_NODE_WEIGHT = 10  # tags' worth of memory a kept node takes
_TEXT_LIMIT = 16 * 1024 * 1024  # characters in all

_VML_OBJECT = re.compile(rb"ObjectType\s*=\s*[\"'](\w+)[\"']")
_SILENT_SHAPES = frozenset(("pic", "graphicFrame", "cxnSp", "contentPart"))


class Node:
    """An element: ``tag`` without prefix, ``text`` its own character data, blanks and all."""

    __slots__ = ("attributes", "children", "pieces", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[Node] = []
        self.pieces: list[str] = []

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    def walk(self, leave_out: str = "") -> Iterator[Node]:
        """All elements below, in the order of the file, without those inside ``leave_out``."""
        for child in self.children:
            if child.tag != leave_out:
                yield child
                yield from child.walk(leave_out)

    def all(self, tag: str, leave_out: str = "") -> list[Node]:
        return [node for node in self.walk(leave_out) if node.tag == tag]


class TreeScan:
    """A whole part as a tree under ``root``; for small parts only."""

    def __init__(self) -> None:
        self.root = Node("", {})
        self._path = [self.root]
        self._nodes = 0
        self._length = 0

    def attach(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text

    def weight(self) -> int:
        if self._length > _TEXT_LIMIT:
            raise ValueError("more text than a small part holds")
        return self._nodes * _NODE_WEIGHT

    def close(self) -> None:
        """Every element ended with its tag."""

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._path) > _DEPTH_LIMIT:
            raise ValueError("nested too deep")
        node = Node(name.rpartition(":")[2], attributes)
        self._path[-1].children.append(node)
        self._path.append(node)
        self._nodes += 1

    def _end(self, _name: str) -> None:
        self._path.pop()

    def _text(self, text: str) -> None:
        self._path[-1].pieces.append(text)
        self._length += len(text)


@dataclass(frozen=True, slots=True)
class Relationship:
    """``kind`` is the last word of its type (the same in both dialects of the format), ``target``
    the full name of a part, or "" for something outside the file."""

    id: str
    kind: str
    target: str


def relationships_part(part: str) -> str:
    """Where the relationships of a part stand; of the whole file for ""."""
    folder, name = dirname(part), part.rpartition("/")[2]
    return join(folder, "_rels", f"{name}.rels")


def relationships(root: Node, part: str) -> list[Relationship]:
    """The relationships of ``part``. KeyError where one is not whole."""
    return [
        Relationship(
            node.attributes["Id"],
            node.attributes["Type"].rpartition("/")[2],
            _target(node.attributes, dirname(part)),
        )
        for node in root.all("Relationship")
    ]


def _target(attributes: Mapping[str, str], folder: str) -> str:
    if attributes.get("TargetMode") == "External":
        return ""
    return normpath(join(folder, attributes["Target"])).lstrip("/")


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A sheet as the workbook part lists it; ``relationship`` leads to its own part."""

    name: str
    relationship: str
    hidden: bool


def listed_sheets(root: Node) -> list[ListedSheet]:
    """The sheets in the order of their tabs. KeyError where one has no name."""
    return [
        ListedSheet(
            plain_text(node.attributes["name"]),
            next((text for key, text in node.attributes.items() if key.endswith(":id")), ""),
            node.attributes.get("state", "visible") != "visible",
        )
        for sheets in root.all("sheets")
        for node in sheets.children
    ]


def counts_from_1904(root: Node) -> bool:
    """Whether the workbook's calendar begins on 1904-01-01."""
    return any(
        node.attributes.get("date1904", "0") in ("1", "true") for node in root.all("workbookPr")
    )


def property_text(root: Node, tag: str) -> str:
    """A document property; "" where it is not given."""
    return "".join(node.text for node in root.all(tag)[:1]).strip()


def comments(root: Node) -> list[Comment]:
    """The notes of a comments part. ValueError where one hangs nowhere."""
    authors = [node.text for node in root.all("author")]
    return [
        Comment(
            *cell_position(node.attributes["ref"]),
            _author(authors, node.attributes.get("authorId", "")),
            plain_text("".join(run.text for run in node.all("t", leave_out="rPh"))),
        )
        for node in root.all("comment")
    ]


def _author(authors: list[str], number: str) -> str:
    return authors[int(number)] if number.isdecimal() and int(number) < len(authors) else ""


def persons(root: Node) -> dict[str, str]:
    """Who writes in threads: id → name."""
    return {
        node.attributes.get("id", ""): node.attributes.get("displayName", "")
        for node in root.all("person")
    }


def threaded_comments(root: Node, people: Mapping[str, str]) -> list[Comment]:
    """The comments of a thread part, answers after what they answer."""
    return [
        Comment(
            *cell_position(node.attributes["ref"]),
            people.get(node.attributes.get("personId", ""), ""),
            plain_text("".join(text.text for text in node.all("text"))),
        )
        for node in root.all("threadedComment")
    ]


def shapes(root: Node, diagrams: Mapping[str, list[str]]) -> tuple[list[str], bool]:
    """The texts of the shapes drawn, one a shape, and whether any shape has none to read.

    ``diagrams``: the texts of each diagram (SmartArt), by the relationship that leads to it.
    """
    texts: list[str] = []
    silent = False
    # What stands in a Fallback is the same shape once more, for older programs.
    for node in root.walk(leave_out="Fallback"):
        if node.tag == "sp":
            text = "\n".join(_paragraph(part) for part in node.all("p")).strip()
            if text:
                texts.append(text)
            else:
                silent = True
        elif node.tag in _SILENT_SHAPES:
            found = _diagram(node, diagrams)
            texts += found
            silent = silent or not found
    return texts, silent


def _diagram(frame: Node, diagrams: Mapping[str, list[str]]) -> list[str]:
    """The texts of the diagram a frame holds; [] for a frame around something else."""
    return [
        text
        for node in frame.all("relIds")
        for key, link in node.attributes.items()
        if key.endswith(":dm")
        for text in diagrams.get(link, ())
    ]


def diagram_texts(root: Node) -> list[str]:
    """What stands in the boxes of a diagram, one text a box."""
    boxes = (
        "\n".join(_paragraph(part) for text in box.all("t") for part in text.all("p")).strip()
        for box in root.all("pt")
    )
    return [text for text in boxes if text]


def _paragraph(paragraph: Node) -> str:
    signs = (node for node in paragraph.walk() if node.tag in ("t", "br"))
    return "".join("\n" if node.tag == "br" else node.text for node in signs)


def has_silent_vml(data: bytes) -> bool:
    """Whether a drawing in the old dialect holds anything but the frames of comments."""
    named = _VML_OBJECT.search(data)
    return not named or any(found[1] != b"Note" for found in _VML_OBJECT.finditer(data))
