"""The list of measures: what its rows say, how it is searched, and how keys move in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import MeasureLine
from imari_desk.domain.items import Owner
from imari_desk.domain.states import DepartmentState
from imari_desk.gui.measure_list import Filter, MeasureList
from imari_desk.gui.measure_model import MeasureModel, Role, state_chip, state_word
from tests import ready

YEAR = 2025
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with every measure of the packaged plan, two of them begun."""
    ready.copy(_two_begun, tmp_path / "data")
    with Desk.open(tmp_path / "data") as made:
        yield made


def _two_begun(folder: Path) -> None:
    with Desk.create(folder, Owner.OFFICE) as made:
        made.enter(
            "行-②", YEAR, {"activities": "ｵﾝﾗｲﾝ申請の説明会を開きました。", "progress": "遅れ"}
        )
        made.enter("地-①", YEAR, {"author": "有田"})


@pytest.fixture
def lines(desk: Desk) -> tuple[MeasureLine, ...]:
    return desk.lines(YEAR)


@pytest.fixture
def shown(qtbot: QtBot, lines: tuple[MeasureLine, ...]) -> MeasureList:
    made = MeasureList()
    made.resize(256, 600)
    qtbot.addWidget(made)
    made.show_lines(lines)
    made.show()
    return made


def codes(shown: MeasureList) -> list[str]:
    model = shown.tree.model()
    assert isinstance(model, MeasureModel)
    return [place.data(Role.LINE).measure for place in model.places()]


def at(shown: MeasureList) -> str:
    """Code of the row under the keys."""
    return str(shown.tree.currentIndex().data(Role.LINE).measure)


def texts(shown: MeasureList) -> str:
    """Everything written around the rows."""
    parts = (shown._count, shown._nothing, shown._choice)
    return " ".join(part.text() for part in parts if part.isVisible())


def search(shown: MeasureList, words: str) -> None:
    shown.search.setText(words)
    shown._refilter()


# The model


def test_the_model_is_sound(qtlog: Any, lines: tuple[MeasureLine, ...]) -> None:
    model = MeasureModel()
    watcher = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.show_lines(lines)
    model.show_lines(lines[3:9])
    model.update_line(replace(lines[4], filled=3))
    model.show_lines(lines[3:9])
    model.show_lines(())
    assert watcher.model() is model
    assert qtlog.records == []


def test_groups_stand_in_the_plans_order_and_a_field_is_named_once(
    lines: tuple[MeasureLine, ...],
) -> None:
    model = MeasureModel()
    model.show_lines(lines)
    headings = [model.index(n, 0).data(Role.HEADING) for n in range(model.rowCount())]
    assert [h.field for h in headings] == ["産業", "", "行政", "", "地域", ""]
    model.show_lines(lines[4:5])
    assert model.index(0, 0).data(Role.HEADING).field == "産業"


def test_a_row_says_to_a_screen_reader_all_that_it_shows(lines: tuple[MeasureLine, ...]) -> None:
    line = next(one for one in lines if one.measure == "行-②")
    line = replace(line, filled=2, wanted=16, missing=3, odd=2, conflicts=1, comments=1)
    model = MeasureModel()
    model.show_lines((line,))
    place = model.place_of("行-②")
    assert place.data(ACCESSIBLE) == (
        "行-② 行政手続きのオンライン化、国の重点、入力中、16項目中2項目を記入、"
        "要対応1、選択1、残り3、確認1"
    )
    described = place.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    assert described == "行政　◎ デジタル化による市民生活の利便性の向上"


def test_a_year_the_plan_asks_nothing_of_reads_so(lines: tuple[MeasureLine, ...]) -> None:
    silent = next(one for one in lines if not one.evaluated)
    assert (state_word(silent), state_chip(silent)) == ("評価なし", ("plain", "dash"))
    returned = replace(silent, state=DepartmentState.RETURNED)
    assert (state_word(returned), state_chip(returned)) == ("差戻し", ("warn", "back"))


@pytest.mark.parametrize("state", [DepartmentState.UNTOUCHED, DepartmentState.CONFIRMED])
def test_gaps_are_not_counted_before_the_first_word_nor_after_the_last(
    lines: tuple[MeasureLine, ...], state: DepartmentState
) -> None:
    model = MeasureModel()
    model.show_lines((replace(lines[5], state=state, missing=9),))
    assert "残り" not in model.place_of(lines[5].measure).data(ACCESSIBLE)


# Searching


@pytest.mark.parametrize("words", ["ＲＰＡ", "rpa", "rpa ai-ocr"])
def test_search_takes_full_and_half_width_alike(shown: MeasureList, words: str) -> None:
    search(shown, words)
    assert "行-⑭" in codes(shown)
    assert "行-①" not in codes(shown)
    assert texts(shown).startswith(f"28件中{len(codes(shown))}件")


def test_search_finds_what_was_typed_into_an_answer(shown: MeasureList) -> None:
    search(shown, "オンライン申請の説明会")
    assert codes(shown) == ["行-②"]


def test_search_waits_for_a_pause(qtbot: QtBot, shown: MeasureList) -> None:
    shown.focus_search()
    QTest.keyClicks(shown.search, "RPA")
    assert len(codes(shown)) == 28
    qtbot.waitUntil(lambda: len(codes(shown)) < 28)


def test_filters(shown: MeasureList, lines: tuple[MeasureLine, ...]) -> None:
    changed: dict[str, dict[str, Any]] = {
        "行-①": {"state": DepartmentState.RETURNED, "comments": 2, "missing": 0},
        "行-③": {"state": DepartmentState.SUBMITTED, "missing": 0},
        "行-④": {"state": DepartmentState.CONFIRMED, "missing": 4},
    }
    shown.show_lines(tuple(replace(one, **changed.get(one.measure, {})) for one in lines[5:9]))
    assert codes(shown) == ["行-①", "行-②", "行-③", "行-④"]
    found = {}
    for choice in Filter:
        shown._set_filter(choice)
        found[choice] = codes(shown)
    assert found[Filter.GAPS] == ["行-②"]
    assert found[Filter.RETURNED] == ["行-①"]
    assert found[Filter.UNSENT] == ["行-①", "行-②"]
    assert "未提出" in texts(shown)
    assert shown._choice.accessibleName() == "絞り込み：未提出"


def test_what_is_not_there_is_said(shown: MeasureList) -> None:
    search(shown, "どこにもない語")
    assert "28件中0件" in texts(shown)
    assert "条件に合う施策はありません" in texts(shown)
    assert not shown.tree.isVisible()
    QTest.mouseClick(shown._show_all, Qt.MouseButton.LeftButton)
    assert len(codes(shown)) == 28
    assert shown.tree.isVisible()
    shown.show_lines(())
    assert "依頼ブックを取り込むと" in texts(shown)


def test_escape_empties_the_search_then_the_filter(shown: MeasureList) -> None:
    shown._set_filter(Filter.UNSENT)
    search(shown, "オンライン")
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert (shown.search.text(), shown._filter) == ("", Filter.UNSENT)
    QTest.keyClick(shown.search, Qt.Key.Key_Escape)
    assert len(codes(shown)) == 28


def test_down_from_the_search_goes_into_what_was_found(shown: MeasureList) -> None:
    shown.search.setText("デジタルデバイド")
    QTest.keyClick(shown.search, Qt.Key.Key_Down)
    assert at(shown) == codes(shown)[0] == "地-①"


# Keys and the open page


def test_keys_move_over_headings_and_enter_opens(qtbot: QtBot, shown: MeasureList) -> None:
    shown.select("産-⑤")
    with qtbot.assertNotEmitted(shown.chosen):
        QTest.keyClick(shown.tree, Qt.Key.Key_Down)  # over two headings
        assert at(shown) == "行-①"
        QTest.keyClick(shown.tree, Qt.Key.Key_End)
        assert at(shown) == "地-②"
        QTest.keyClick(shown.tree, Qt.Key.Key_Home)
        assert at(shown) == "産-①"
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.keyClick(shown.tree, Qt.Key.Key_Return)
    assert chosen.args == ["産-①"]


@pytest.mark.parametrize(("keys", "code"), [("15", "行-⑮"), ("1", "行-①"), ("dx", "産-①")])
def test_type_ahead_by_number_or_name(shown: MeasureList, keys: str, code: str) -> None:
    shown.select("産-⑤" if code != "産-①" else "行-⑤")
    QTest.keyClicks(shown.tree, keys)
    assert at(shown) == code


def test_a_click_opens(qtbot: QtBot, shown: MeasureList) -> None:
    shown.select("産-①")
    place = shown.tree.visualRect(shown.tree.indexBelow(shown.tree.currentIndex()))
    with qtbot.waitSignal(shown.chosen) as chosen:
        QTest.mouseClick(shown.tree.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert chosen.args == ["産-②"]


def selected(shown: MeasureList) -> list[str]:
    return [i.data(Role.LINE).measure for i in shown.tree.selectionModel().selectedIndexes()]


def test_the_open_page_stays_marked(shown: MeasureList, lines: tuple[MeasureLine, ...]) -> None:
    shown.select("行-②")
    QTest.keyClick(shown.tree, Qt.Key.Key_Down)
    shown.update_line(replace(lines[6], filled=5))
    assert (selected(shown), at(shown)) == (["行-②"], "行-③")
    shown.show_lines(tuple(replace(one, missing=1) for one in lines))
    assert (selected(shown), at(shown)) == (["行-②"], "行-③")
    search(shown, "オンライン化")
    search(shown, "")
    assert selected(shown) == ["行-②"]


def test_a_finished_measure_stays_in_sight_under_its_filter(
    shown: MeasureList, lines: tuple[MeasureLine, ...]
) -> None:
    shown._set_filter(Filter.GAPS)
    before = codes(shown)
    line = next(one for one in lines if one.measure == before[2])
    shown.update_line(replace(line, missing=0, filled=line.wanted))
    assert codes(shown) == before
    place = shown.tree.model().index(0, 0, QModelIndex())
    assert place.isValid()
    shown._set_filter(Filter.ALL)
    shown._set_filter(Filter.GAPS)
    assert line.measure not in codes(shown)


# Room


def test_little_room_leaves_the_codes(shown: MeasureList) -> None:
    shown.select("行-②")
    place = shown.tree.currentIndex()
    delegate = shown.tree.itemDelegate()
    wide = delegate.sizeHint(QStyleOptionViewItem(), place).height()
    shown.resize(72, 600)
    assert delegate.sizeHint(QStyleOptionViewItem(), place).height() < wide
    assert not shown.search.isVisible()
    assert shown.tree.isVisible()
    shown.resize(256, 600)
    assert delegate.sizeHint(QStyleOptionViewItem(), place).height() == wide
    assert shown.search.isVisible()


def test_a_long_name_takes_more_lines_where_there_is_less_room(shown: MeasureList) -> None:
    model = shown.tree.model()
    assert isinstance(model, MeasureModel)
    place = model.place_of("行-⑨")
    delegate = shown.tree.itemDelegate()
    narrow = delegate.sizeHint(QStyleOptionViewItem(), place).height()
    shown.resize(420, 600)
    assert delegate.sizeHint(QStyleOptionViewItem(), place).height() < narrow
