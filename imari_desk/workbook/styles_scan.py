"""The few facts of the style sheet that change what a number means."""

from __future__ import annotations

from xml.parsers.expat import XMLParserType

from imari_desk.workbook.values import Shown, built_in_format, custom_format

_CONTAINERS = frozenset(("numFmts", "cellXfs", "cellStyleXfs", "cellStyles", "dxfs"))


class StylesScan:
    """Which cell formats show a date or a percentage; only start tags are listened to."""

    def __init__(self) -> None:
        self._tags = 0
        self._container = ""
        self._custom: dict[int, Shown] = {}
        self._formats: list[int] = []

    def attach(self, parser: XMLParserType) -> None:
        parser.StartElementHandler = self._start

    def weight(self) -> int:
        return self._tags

    def close(self) -> None:
        """Start tags say it all."""

    def meanings(self) -> dict[str, Shown]:
        """Cell format (the text of a cell's ``s``) → meaning, plain ones left out."""
        shown = {number: self._meaning(number) for number in set(self._formats)}
        return {
            str(index): shown[number]
            for index, number in enumerate(self._formats)
            if shown[number] is not Shown.PLAIN
        }

    def _meaning(self, number: int) -> Shown:
        return self._custom.get(number) or built_in_format(number)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._tags += 1
        tag = name.rpartition(":")[2]
        if tag == "xf":
            if self._container == "cellXfs":
                self._formats.append(int(attributes.get("numFmtId", "0")))
        elif tag in _CONTAINERS:
            self._container = tag
        elif tag == "numFmt" and self._container == "numFmts":
            number = int(attributes.get("numFmtId", "0"))
            self._custom[number] = custom_format(attributes.get("formatCode", ""))
