from __future__ import annotations

import pytest
import typst

from imari_desk.domain.errors import MachineError
from imari_desk.paper import fonts
from imari_desk.paper.print import font_notice


def test_the_wanted_font_comes_first_and_others_supply_what_it_lacks() -> None:
    known = ["MS Gothic", "Noto Sans CJK JP", "BIZ UDPGothic", "DejaVu Sans"]

    assert fonts.families(known) == ("BIZ UDPGothic", "Noto Sans CJK JP", "MS Gothic")
    assert fonts.notice(known) == ""


def test_another_font_stands_in_and_that_is_said() -> None:
    known = ["IPAexGothic", "DejaVu Sans"]

    assert fonts.families(known) == ("IPAexGothic",)
    assert "BIZ UDPゴシック" in fonts.notice(known)
    assert "IPAexGothic" in fonts.notice(known)


def test_without_any_japanese_font_it_is_said_what_to_install() -> None:
    bare = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)

    with pytest.raises(MachineError) as caught:
        fonts.families(bare.families())
    assert caught.value.code == "paper.no_font"
    assert "fonts-morisawa-bizud-gothic" in caught.value.text


def test_the_machine_that_builds_this_has_the_right_font() -> None:
    assert font_notice() == ""
