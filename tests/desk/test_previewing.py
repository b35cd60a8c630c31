"""The sheet on the screen: what was typed stands on it, and nothing of that is kept."""

from __future__ import annotations

from pathlib import Path

from imari_desk.domain.sheet_preview import CUT
from tests.desk.people import MINE, YEAR, meet, value


def test_what_is_typed_is_on_the_page_and_nowhere_else(tmp_path: Path) -> None:
    people = meet(tmp_path)
    with people.office, people.clerk as clerk:
        before = clerk.verify().digest
        empty = clerk.preview(MINE, YEAR, {})
        typed = clerk.preview(MINE, YEAR, {"activities": "研修を2回行った。", "nonsense": "x"})
        clerk.enter(MINE, YEAR, {"progress": "遅れ"})
        saved = clerk.preview(MINE, YEAR, {})

        assert len(empty.pages) == len(typed.pages) == 1
        assert empty.pages != typed.pages
        assert saved.pages not in (empty.pages, typed.pages)
        assert value(clerk, "activities") == ""
        assert clerk.verify().digest != before  # 進捗区分 only


def test_a_text_too_long_is_marked_and_goes_on_on_another_page(tmp_path: Path) -> None:
    people = meet(tmp_path)
    with people.office, people.clerk as clerk:
        found = clerk.preview(MINE, YEAR, {"results": "長い文を書いた。" * 400})

        assert found.overflows
        assert len(found.pages) > 1
        assert not clerk.preview(MINE, YEAR, {"results": "短い文。"}).overflows
        assert {spot.page for spot in found.spots if spot.section == CUT} == {0}


def test_every_page_is_a_drawing_of_a4_landscape(tmp_path: Path) -> None:
    people = meet(tmp_path)
    with people.office, people.clerk as clerk:
        (page,) = clerk.preview(MINE, YEAR, {}).pages

        assert page.startswith(b"<svg")
        assert b'viewBox="0 0 841.88' in page[:200]
