"""The texts of a request: a template for all 課, with everything in its place."""

from __future__ import annotations

from datetime import date

import pytest

from imari_desk.domain.asking import (
    COVERING,
    TEXTS,
    Asked,
    Letter,
    filled,
    places,
    template,
    together,
)

MEASURES = (("行-①", "窓口"), ("行-②", "手続"))
ASKED = Asked("市民課", 2025, MEASURES, date(2026, 5, 29), "2025_依頼_市民課.xlsx")


def test_everything_comes_to_its_place() -> None:
    text = filled("／".join(places()), ASKED)
    lines = "・行-①　窓口\n・行-②　手続"
    assert text == f"市民課／{lines}／2／令和8年5月29日(金)／令和7年度／2025_依頼_市民課.xlsx"


def test_what_is_no_place_stays() -> None:
    assert filled("{0} ［ほか］ %s", ASKED) == "{0} ［ほか］ %s"


def test_without_a_day_nothing_is_promised() -> None:
    assert filled("［期限］", ASKED._replace(due=None)) == "（期限は追ってお知らせします）"


@pytest.mark.parametrize("kind", TEXTS)
def test_the_first_templates_leave_nothing_open(kind: str) -> None:
    text = filled(template(kind), ASKED)
    assert "［" not in text
    assert "令和7年度" in text


def test_mails_to_be_pasted() -> None:
    one = Letter("件名1", "本文1", "")
    assert one.mail == "件名：件名1\n\n本文1"
    both = together([one, one._replace(covering="本文2")])
    assert both.index("本文1") < both.index("本文2")
    assert COVERING in TEXTS
