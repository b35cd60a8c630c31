"""確認すること: what stands in the list, in which order, and where it leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.states import DepartmentState
from imari_desk.gui.side.check_model import CheckKind, CheckModel, rows_of
from imari_desk.gui.side.checks import ChecksPanel
from tests import ready
from tests.desk.people import DEPARTMENT, MINE, YEAR, People, at_their_desks, meet


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    """A page the office has sent back with a remark, with two answers to 成果."""
    ready.copy(_remarked, tmp_path)
    found = at_their_desks(tmp_path)
    with found.clerk, found.office:
        yield found


def _remarked(folder: Path) -> None:
    found = meet(folder)
    with found.clerk, found.office, found.colleague() as colleague:
        answers = {"results": "率が上がりました。", "indicator.1.numerator": "118"}
        found.clerk.enter(MINE, YEAR, answers)
        found.office.import_files([found.submit()])
        found.office.enter(MINE, YEAR, {"comment.activities": "回数をご確認ください。"})
        found.office.give_back(YEAR, DEPARTMENT, folder / "差戻し.xlsx")
        colleague.import_files([found.request])
        colleague.enter(MINE, YEAR, {"results": "窓口が空きました。"})
        colleague.hand_over(YEAR, folder / "引継ぎ.xlsx")
        found.clerk.import_files([folder / "差戻し.xlsx", folder / "引継ぎ.xlsx"])


@pytest.fixture
def leaf(people: People) -> Leaf:
    return people.clerk.leaf(MINE, YEAR)


@pytest.fixture
def panel(qtbot: QtBot, leaf: Leaf) -> ChecksPanel:
    made = ChecksPanel()
    made.resize(288, 400)
    qtbot.addWidget(made)
    made.show()
    made.show_leaf(leaf)
    return made


def seen(panel: ChecksPanel) -> str:
    return " ".join(x.text() for x in panel.findChildren(QLabel) if x.isVisible())


def test_the_most_pressing_comes_first_and_then_the_order_of_the_form(panel: ChecksPanel) -> None:
    kinds = [row.kind for row in panel.rows]
    assert kinds == sorted(kinds, key=list(CheckKind).index)
    comment, conflict, *rest = panel.rows
    assert (comment.kind, comment.key) == (CheckKind.COMMENT, "activities")
    assert comment.text == "回数をご確認ください。"
    assert (conflict.kind, conflict.key) == (CheckKind.CONFLICT, "results")
    missing = [row.section[0] for row in rest if row.kind is CheckKind.MISSING]
    assert missing == sorted(missing)
    assert len(set(missing)) > 3


def test_each_finding_of_the_form_is_listed_once(panel: ChecksPanel, leaf: Leaf) -> None:
    texts = [row.text for row in panel.rows if row.kind is not CheckKind.COMMENT]
    assert sorted(texts) == sorted(finding.text for finding in leaf.findings)


def test_a_row_says_kind_part_and_sentence(panel: ChecksPanel) -> None:
    spoken = panel.view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "要対応、4 取組と課題、回数をご確認ください。"
    assert panel.view.accessibleName() == "確認すること"


def test_severities_have_their_kinds(leaf: Leaf) -> None:
    every = tuple(Finding("grade", f"x.{s.value}", s.value, s) for s in Severity)
    rows = rows_of(replace(leaf, findings=every, comments=()))
    assert [(r.kind.word, r.text) for r in rows] == [
        ("必須", "missing"),
        ("確認", "contradiction"),
        ("確認", "caution"),
        ("参考", "note"),
    ]


def test_answered_remarks_are_not_asked_for_again(leaf: Leaf) -> None:
    answered = tuple(replace(c, waiting=False) for c in leaf.comments)
    assert all(
        row.kind is not CheckKind.COMMENT for row in rows_of(replace(leaf, comments=answered))
    )


def test_how_many_and_of_which_kinds(panel: ChecksPanel) -> None:
    missing = sum(row.kind is CheckKind.MISSING for row in panel.rows)
    assert f"{len(panel.rows)}件" in seen(panel)
    assert f"要対応1　選択1　必須{missing}" in seen(panel)


def test_nothing_to_look_at_is_said(panel: ChecksPanel, leaf: Leaf) -> None:
    panel.show_leaf(replace(leaf, findings=(), comments=()))
    assert "確認することはありません" in seen(panel)
    assert "F8" not in seen(panel)
    panel.next()
    panel.show_leaf(replace(leaf, state=DepartmentState.CONFIRMED))
    assert "確定しています" in seen(panel)
    assert panel.rows == ()


def test_a_click_goes_there(qtbot: QtBot, panel: ChecksPanel) -> None:
    place = panel.view.visualRect(panel.view.model().index(1, 0)).center()
    with qtbot.waitSignal(panel.wanted) as wanted:
        QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == ["results"]


def test_keys_move_and_enter_goes_there(qtbot: QtBot, panel: ChecksPanel) -> None:
    with qtbot.assertNotEmitted(panel.wanted):
        QTest.keyClick(panel.view, Qt.Key.Key_Home)
        QTest.keyClick(panel.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.wanted) as wanted:
        QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert wanted.args == ["results"]


def go_on(qtbot: QtBot, panel: ChecksPanel) -> str:
    with qtbot.waitSignal(panel.wanted) as wanted:
        panel.next()
    return str(wanted.args[0])


def test_next_goes_through_all_and_round(qtbot: QtBot, panel: ChecksPanel) -> None:
    keys = [row.key for row in panel.rows]
    assert [go_on(qtbot, panel) for _ in range(len(keys) + 1)] == [*keys, keys[0]]


def test_next_goes_on_where_a_row_was_settled(
    qtbot: QtBot, panel: ChecksPanel, people: People
) -> None:
    keys = [row.key for row in panel.rows]
    assert [go_on(qtbot, panel), go_on(qtbot, panel)] == keys[:2]
    people.clerk.enter(MINE, YEAR, {"results": "率が上がりました。"})
    panel.show_leaf(people.clerk.leaf(MINE, YEAR))
    assert "results" not in [row.key for row in panel.rows]
    assert go_on(qtbot, panel) == keys[2]


def test_another_page_begins_at_its_top(
    qtbot: QtBot, panel: ChecksPanel, people: People, leaf: Leaf
) -> None:
    go_on(qtbot, panel)
    go_on(qtbot, panel)
    panel.show_leaf(people.clerk.leaf(MINE, YEAR - 1))
    panel.show_leaf(leaf)
    assert go_on(qtbot, panel) == panel.rows[0].key


def test_a_save_keeps_the_row_under_the_keys(panel: ChecksPanel, people: People) -> None:
    here = panel.view.model().index(4, 0)
    panel.view.setCurrentIndex(here)
    text = here.data()
    people.clerk.enter(MINE, YEAR, {panel.rows[2].key: "済"})
    panel.show_leaf(people.clerk.leaf(MINE, YEAR))
    assert panel.view.currentIndex().data() == text
    assert panel.view.currentIndex().row() != 4


def test_a_long_sentence_takes_more_lines_where_there_is_less_room(panel: ChecksPanel) -> None:
    place = panel.view.model().index(1, 0)
    option = QStyleOptionViewItem()
    narrow = panel.view.itemDelegate().sizeHint(option, place).height()
    panel.resize(600, 400)
    assert panel.view.itemDelegate().sizeHint(option, place).height() < narrow


def test_the_model_is_sound(qtlog: Any, leaf: Leaf) -> None:
    model = CheckModel()
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    watcher = QAbstractItemModelTester(model, mode)
    model.show_rows(rows_of(leaf))
    model.show_rows(rows_of(leaf)[2:])
    model.show_rows(())
    assert watcher.model() is model
    assert qtlog.records == []
