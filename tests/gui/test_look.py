"""Colours can be read, signs can be told apart, and a change of look reaches everything."""

from __future__ import annotations

import gc
import re

import pytest
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from imari_desk.gui import look
from imari_desk.gui.look.colours import DARK, LIGHT, Tokens
from imari_desk.gui.look.stylesheet import stylesheet

TONES = ("plain", "info", "ok", "note", "warn", "error", "office")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("text", "heading", "support") for ground in ("page", "surface")),
    *((ink, "well") for ink in ("text", "heading", "support", "primary")),
    *((ink, "field") for ink in ("text", "support")),
    *((ink, "surface") for ink in ("primary", "primary_hover", "required", *TONES)),
    *(("on_primary", ground) for ground in ("primary", "primary_hover", "primary_active")),
    *((ink, "hover") for ink in ("primary_hover", "text")),
    ("primary_active", "selected"),
    ("selected_text", "selected"),
    ("text", "mark"),
    *((tone, f"{tone}_tint") for tone in TONES),
    *(("text", f"{tone}_tint") for tone in TONES),
]
EDGE_PAIRS = [("field_line", "field"), ("field_line", "surface"), ("ring", "surface")]


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it, of two #rrggbb."""

    def luminance(colour: str) -> float:
        parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_can_be_read_on_what_it_stands_on(colours: Tokens) -> None:
    pale = {
        pair: round(found, 2)
        for pair in TEXT_PAIRS
        if (found := contrast(getattr(colours, pair[0]), getattr(colours, pair[1]))) < 4.5
    }
    assert pale == {}


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_edges_of_inputs_can_be_seen(colours: Tokens) -> None:
    pale = [p for p in EDGE_PAIRS if contrast(getattr(colours, p[0]), getattr(colours, p[1])) < 3]
    assert pale == []


def test_every_colour_is_six_digits() -> None:
    values = [*LIGHT, *DARK]
    assert [v for v in values if not re.fullmatch("#[0-9a-f]{6}", v)] == []


def test_the_style_sheet_scales_every_length_and_leaves_no_name_open() -> None:
    sheet = stylesheet(LIGHT, lambda n: round(2 * n))
    assert "$" not in sheet
    assert "font-size: 32px" in sheet
    assert "min-height: 78px" in sheet  # 80 with its two borders of one pixel


def _drawn(name: str) -> bytes:
    image = QImage(QSize(48, 48), QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    look.paint_sign(painter, QRectF(0, 0, 48, 48), name, "#000000")
    painter.end()
    return bytes(image.constBits())


def test_every_sign_is_drawn_and_no_two_alike() -> None:
    pictures = {name: _drawn(name) for name in look.SIGNS}
    blank = b"\xff" * 48 * 48
    assert [name for name, picture in pictures.items() if picture == blank] == []
    assert len(set(pictures.values())) == len(pictures)


def test_a_sign_stays_in_its_box() -> None:
    for name in look.SIGNS:
        rows = [_drawn(name)[n * 48 : (n + 1) * 48] for n in range(48)]
        edge = rows[0] + rows[-1] + bytes(r[0] for r in rows) + bytes(r[-1] for r in rows)
        assert set(edge) == {255}, name


def test_an_unknown_sign_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        _drawn("smiley")


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    pixmap = look.sign_icon("check", "#000000").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_lengths_follow_the_zoom_and_nothing_vanishes(qapp: QApplication) -> None:
    look.apply(qapp, dark=False, zoom=1.5)
    assert (look.px(40), look.px(1), look.px(0), look.px(-4)) == (60, 2, 0, -6)
    assert look.font(14).pixelSize() == 21
    look.apply(qapp, dark=False, zoom=0.25)
    assert look.px(1) == 1


def test_the_house_type_is_there() -> None:
    assert QFontInfo(look.font()).family() in look.current.FAMILIES


def test_a_widget_that_follows_hears_of_a_change_until_it_is_gone(qapp: QApplication) -> None:
    heard: list[bool] = []

    class Follower(QWidget):
        def dress(self) -> None:
            heard.append(look.is_dark())

    follower = Follower()
    look.follow(follower.dress)
    look.apply(qapp, dark=True, zoom=1.0)
    assert heard == [False, True]
    follower.deleteLater()
    del follower
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    look.apply(qapp, dark=False, zoom=1.0)
    assert heard == [False, True]


def test_the_palette_turns_dark(qapp: QApplication) -> None:
    look.apply(qapp, dark=True, zoom=1.0)
    assert look.is_dark()
    assert qapp.palette().window().color().name() == DARK.page
    assert look.tone("error") == (DARK.error, DARK.error_tint)
