"""The program looks at itself: what is there, what is wrong and what to do, as one text.

Nothing is changed by looking: the database is opened for reading.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import NamedTuple

from imari_desk import __version__
from imari_desk.desk import machine, shipped
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.places import DATABASE

_SHOWN = 3  # names of changed files; the rest is counted
_SMALL = 500_000_000  # bytes; a year's workbooks and backups need less


class Weight(IntEnum):
    """How much a line matters; the greatest is the command's exit code."""

    FINE = 0
    NOTICE = 1  # it works, but somebody should look
    FAULT = 3  # it does not work as it is


class Line(NamedTuple):
    """One thing looked at; ``advice`` is what to do, "" where nothing is."""

    code: str
    value: str
    weight: Weight = Weight.FINE
    advice: str = ""

    @property
    def label(self) -> str:
        return sentence(f"self.label.{self.code}")


class SelfCheck(NamedTuple):
    """Everything that was looked at, and when (local time)."""

    moment: datetime
    lines: tuple[Line, ...]

    @property
    def weight(self) -> Weight:
        return max(line.weight for line in self.lines)

    def line(self, code: str) -> Line:
        return next(line for line in self.lines if line.code == code)

    def text(self) -> str:
        """One text to copy: the verdict, then a line each."""
        head = sentence("self.head", moment=self.moment.isoformat(" ", "seconds"))
        lines = [head, self._verdict(), ""]
        for line in self.lines:
            lines.append(sentence("self.line", label=line.label, value=line.value))
            if line.advice:
                lines.append(sentence("self.advice", advice=line.advice))
        return "\n".join(lines)

    def _verdict(self) -> str:
        counts = {w: sum(line.weight is w for line in self.lines) for w in Weight}
        if counts[Weight.FAULT]:
            return sentence("self.broken", count=counts[Weight.FAULT])
        if counts[Weight.NOTICE]:
            return sentence("self.noticed", count=counts[Weight.NOTICE])
        return sentence("self.good")


def look(folder: Path, clock: Callable[[], datetime] = datetime.now) -> SelfCheck:
    """Look at the program, at the PC and at the data folder."""
    program = shipped.program_folder()
    lines = (
        Line("version", __version__),
        Line("system", machine.system()),
        Line("program", str(program or Path(__file__).parents[1])),
        _files(program),
        _data(folder),
        _database(folder),
        _backup(folder),
        _space(folder),
        _fonts(),
        _printers(),
        Line("region", _region()),
    )
    return SelfCheck(clock(), lines)


def look_at_program() -> Line:
    """Whether the program's files are those that were handed out."""
    return _files(shipped.program_folder())


def _files(program: Path | None) -> Line:
    if program is None:
        return Line("files", sentence("self.files.unknown"))
    again = sentence("self.do.install_again")
    try:
        found = shipped.look(program)
    except (OSError, ValueError, KeyError):
        return Line("files", sentence("self.files.other", names=shipped.LIST), Weight.FAULT, again)
    if not found.other:
        return Line("files", sentence("self.files.same", count=found.total))
    names = list(found.other[:_SHOWN])
    if more := len(found.other) - _SHOWN:
        names += [sentence("self.files.more", count=more)] if more > 0 else []
    value = sentence("self.files.other", names="、".join(names))
    return Line("files", value, Weight.FAULT, again)


def _data(folder: Path) -> Line:
    kind = machine.drive(folder)
    value = sentence("self.data.where", folder=folder, drive=sentence(f"self.drive.{kind}"))
    match kind:
        case machine.NETWORK:
            return Line("data", value, Weight.NOTICE, sentence("self.do.local_disk"))
        case machine.REMOVABLE:
            return Line("data", value, Weight.NOTICE, sentence("self.do.removable"))
        case machine.MISSING:
            return Line("data", value, Weight.FAULT, sentence("self.do.connect"))
    return Line("data", value)


def _database(folder: Path) -> Line:
    from imari_desk.desk.desk import Desk

    if not (folder / DATABASE).is_file():
        return Line("database", sentence("self.database.none"))
    try:
        with Desk.open(folder, read_only=True) as desk:
            health = desk.verify()
    except DeskError as fault:
        value = sentence("self.database.closed", reason=fault.text)
        older = fault.code == "database_older"  # the window brings it up to date when it opens it
        return Line("database", value, *((Weight.NOTICE, "") if older else _unopened()))
    if health.ok:
        return Line("database", sentence("self.database.good", count=health.evaluations))
    facts = {"count": len(health.problems), "first": health.problems[0].text}
    value = sentence("self.database.broken", **facts)
    return Line("database", value, Weight.FAULT, sentence("self.do.restore"))


def _unopened() -> tuple[Weight, str]:
    return Weight.FAULT, sentence("self.do.show")


def _backup(folder: Path) -> Line:
    from imari_desk.desk.keeping import backups

    found = backups(folder)
    if not found:
        return Line("backup", sentence("self.backup.none"))
    facts = {"day": found[0].made_on, "count": len(found), "path": found[0].path}
    return Line("backup", sentence("self.backup.last", **facts))


def _space(folder: Path) -> Line:
    free = machine.free_space(folder)
    if free is None:
        return Line("space", sentence("self.space.unknown"), Weight.NOTICE)
    value = sentence("self.space", megabytes=f"{free // 1_000_000:,}")
    if free < _SMALL:
        return Line("space", value, Weight.NOTICE, sentence("self.do.space"))
    return Line("space", value)


def _fonts() -> Line:
    from imari_desk.desk.publishing import font_notice

    try:
        notice = font_notice()
    except DeskError as fault:
        return Line("fonts", fault.text, Weight.FAULT, sentence("self.do.no_font"))
    if notice:
        return Line("fonts", notice, Weight.NOTICE)
    return Line("fonts", sentence("self.fonts.good"))


def _printers() -> Line:
    found = machine.printers()
    if found is None:
        return Line("printers", sentence("self.printers.unknown"))
    if not found:
        none = sentence("self.printers.none")
        return Line("printers", none, Weight.NOTICE, sentence("self.do.printer"))
    return Line("printers", "、".join((sentence("self.printers.usual", name=found[0]), *found[1:])))


def _region() -> str:
    region, encoding, zone = machine.region()
    return sentence("self.region", region=region, encoding=encoding, zone=zone)
