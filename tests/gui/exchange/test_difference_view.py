from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication

from imari_desk.gui import look
from imari_desk.gui.exchange.difference_view import laid_out, marked, marked_in, plain


def parts(html: str) -> list[tuple[str, str]]:
    """(line through or under, text) of every marked part."""
    found = re.findall(r'<span style="([^"]*)">(.*?)</span>', html)
    return [(style.rpartition(":")[2], text) for style, text in found]


def test_what_went_and_what_came_is_marked_by_a_line_too() -> None:
    html = marked("研修を1回行った。", "研修を2回行った。")

    assert parts(html) == [("line-through", "1"), ("underline", "2")]
    assert html.startswith("研修を")
    assert html.endswith("回行った。")


def test_of_two_answers_only_the_differing_words_are_marked() -> None:
    html = marked_in("参加は12社。", "参加は延べ20社。")

    assert parts(html) == [("underline", "12")]
    assert "延べ" not in html


def test_texts_are_never_taken_for_html() -> None:
    html = marked("a<b>\nc", "a<b>\nd")

    assert "a&lt;b&gt;<br>" in html
    assert laid_out(html, 300).toPlainText() == "a<b>\ncd"


def test_nothing_is_said_with_a_word() -> None:
    assert laid_out(plain(""), 300).toPlainText() == "（空欄）"


@pytest.mark.parametrize("zoom", [1.0, 2.0])
def test_lines_are_led_as_everywhere(zoom: float, qapp: QApplication) -> None:
    look.apply(qapp, dark=False, zoom=zoom)
    one, two = (laid_out(plain("\n".join("行" * n)), 400).size().height() for n in (1, 2))

    assert two - one == 24 * zoom
