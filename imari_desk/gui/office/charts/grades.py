"""How grades are painted: told apart by letter and edge, and in black and white too."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from imari_desk.domain.plan import GradeKind, Scale
from imari_desk.domain.words import sentence
from imari_desk.gui.look import font, is_dark, px, tokens

UNSETTLED = ""


class Look(NamedTuple):
    """Colours of a grade's tile; ``edge`` "" for none, ``heavy`` a thick one."""

    fill: str
    ink: str
    edge: str = ""
    heavy: bool = False
    dashed: bool = False


# Of a scale's letters the first is dark, the last outlined; what lies between goes to the middle.
_RATIO = (
    Look("#2f6f9f", "#ffffff"),
    Look("#8fbbdc", "#1a1a1a"),
    Look("#f3dc9b", "#1a1a1a"),
    Look("#e39a6b", "#1a1a1a", "#8b3200", heavy=True),
)
_DARK_LAST = Look("#e39a6b", "#1a1a1a", "#ffd9bf", heavy=True)


class GradeTile(NamedTuple):
    """A grade to paint: its letter ("" where none is settled) and its look by number."""

    letter: str
    look: int

    @property
    def word(self) -> str:
        """What stands in the tile."""
        return self.letter or sentence("office.whole.unsettled_sign")


NONE_LOOK, UNABLE_LOOK, UNSETTLED_LOOK = 10, 11, 12


def tile_of(scale: Scale, letter: str) -> GradeTile:
    """How a letter of that scale is painted."""
    ratio = [g.letter for g in scale.grades if g.kind is GradeKind.RATIO]
    if letter in ratio:
        place, last = ratio.index(letter), max(len(ratio) - 1, 1)
        return GradeTile(letter, round(place * (len(_RATIO) - 1) / last))
    kind = next((g.kind for g in scale.grades if g.letter == letter), None)
    if kind is GradeKind.NOT_EVALUATED:
        return GradeTile(letter, NONE_LOOK)
    return GradeTile(letter, UNABLE_LOOK if letter else UNSETTLED_LOOK)


def look_of(tile: GradeTile) -> Look:
    """The colours in force for a tile."""
    colours = tokens()
    if tile.look == NONE_LOOK:
        return Look(colours.plain_tint, colours.support, colours.grid)
    if tile.look == UNABLE_LOOK:
        return Look(colours.surface, colours.text, colours.field_line)
    if tile.look == UNSETTLED_LOOK:
        return Look(colours.surface, colours.support, colours.field_line, dashed=True)
    return _DARK_LAST if is_dark() and tile.look == len(_RATIO) - 1 else _RATIO[tile.look]


def paint_box(
    painter: QPainter, rect: QRectF, tile: GradeTile, radius: float | None = None
) -> None:
    """The box of a grade without its letter."""
    look = look_of(tile)
    box = QRectF(rect)
    pen = QPen(Qt.PenStyle.NoPen)
    if look.edge:
        width = px(1.5) if look.heavy else 1.0
        pen = QPen(QColor(look.edge), width)
        if look.dashed:
            pen.setDashPattern([3, 2])
        box.adjust(width / 2, width / 2, -width / 2, -width / 2)
    painter.setPen(pen)
    painter.setBrush(QColor(look.fill))
    round_by = px(3) if radius is None else radius
    painter.drawRoundedRect(box, round_by, round_by)


def paint_tile(painter: QPainter, rect: QRectF, tile: GradeTile, text: str | None = None) -> None:
    """A grade with its letter, or another short text, in the middle."""
    paint_box(painter, rect, tile)
    painter.setFont(font(14, bold=True))
    painter.setPen(QColor(look_of(tile).ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, tile.word if text is None else text)
