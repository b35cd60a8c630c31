"""The program's icon, drawn: a sheet with a tick, in the sizes Windows asks for."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

_SIZES = (16, 24, 32, 48, 64, 256)
_GROUND, _SHEET, _TICK, _LINE = (31, 78, 121), (255, 255, 255), (31, 122, 77), (176, 190, 204)
_STROKES = ((0.33, 0.62, 0.45, 0.74), (0.45, 0.74, 0.70, 0.46))


def write(path: Path) -> None:
    """Write the icon as an .ico; only the largest picture may be a PNG everywhere."""
    pictures = [_png(size) if size == _SIZES[-1] else _bitmap(size) for size in _SIZES]
    at = 6 + 16 * len(_SIZES)
    head = struct.pack("<HHH", 0, 1, len(_SIZES))
    for size, picture in zip(_SIZES, pictures, strict=True):
        side = size % 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    path.write_bytes(head + b"".join(pictures))


def _bitmap(size: int) -> bytes:
    """Rows from the bottom, blue first; then a mask of one bit a point, which nobody needs."""
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = []
    for y in reversed(range(size)):
        row = bytearray(_row(y, size))
        row[0::4], row[2::4] = row[2::4], row[0::4]
        rows.append(bytes(row))
    mask = bytes((size + 31) // 32 * 4 * size)
    return head + b"".join(rows) + mask


def _png(size: int) -> bytes:
    rows = b"".join(b"\0" + bytes(_row(y, size)) for y in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _row(y: int, size: int) -> Iterator[int]:
    """Red, green, blue and how solid of each pixel of a row."""
    fine = 4 if size < 100 else 2  # points a pixel is made of, each way
    steps = [(n + 0.5) / fine for n in range(fine)]
    for x in range(size):
        met = [_colour((x + dx) / size, (y + dy) / size) for dy in steps for dx in steps]
        solid = [colour for colour in met if colour]
        for part in range(3):
            yield sum(c[part] for c in solid) // len(solid) if solid else 0
        yield 255 * len(solid) // len(met)


def _colour(x: float, y: float) -> tuple[int, int, int] | None:
    """What stands at a point of the unit square; None for nothing."""
    if not _rounded(x, y, 0.02, 0.02, 0.98, 0.98, 0.2):
        return None
    if any(_near(x, y, stroke) < 0.055 for stroke in _STROKES):
        return _TICK
    if not _rounded(x, y, 0.22, 0.14, 0.78, 0.86, 0.05):
        return _GROUND
    lined = 0.3 < x < 0.7 and (0.24 < y < 0.28 or 0.34 < y < 0.38)
    return _LINE if lined else _SHEET


def _rounded(
    x: float, y: float, left: float, top: float, right: float, bottom: float, radius: float
) -> bool:
    dx = max(left + radius - x, x - right + radius, 0.0)
    dy = max(top + radius - y, y - bottom + radius, 0.0)
    return dx * dx + dy * dy <= radius * radius


def _near(x: float, y: float, stroke: tuple[float, float, float, float]) -> float:
    """How far a point is from a stroke."""
    ax, ay, bx, by = stroke
    along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)
    along = min(1.0, max(0.0, along))
    return math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay))
