"""計画 through real widgets: edited, faulty, drawn, undone, saved as a version, begun anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.plans import Begun
from imari_desk.domain.items import Owner
from imari_desk.domain.plan_draft import at
from imari_desk.gui import look
from imari_desk.gui.background import Background
from imari_desk.gui.kit import ChoiceField, LineField, NumberField, TextField
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.plan.box import Box
from imari_desk.gui.office.plan.contents import MEASURE, SCALE, TERMS, VERSIONS, WHOLE
from imari_desk.gui.office.plan.measure_sheet import MeasureSheet
from imari_desk.gui.office.plan.page import PlanPage
from imari_desk.gui.office.plan.phase_grid import PhaseGrid
from imari_desk.gui.office.plan.scale_sheet import ScaleSheet
from imari_desk.gui.office.plan.sheet import Sheet
from imari_desk.gui.office.plan.terms_sheet import TermsSheet
from imari_desk.gui.office.plan.whole_sheet import WholeSheet
from imari_desk.gui.settings import Settings
from tests import ready
from tests.domain.plans import small_plan

YEAR = 2025
RATE = ("measures", 1, "indicators", 0, "target")
BARS = ("measures", 1, "phases")


def clock() -> datetime:
    return datetime(2026, 5, 25, 11, 40)


def fill(folder: Path) -> None:
    with Desk.create(folder, Owner.OFFICE, plan=small_plan(), clock=clock) as desk:
        desk.enter("行-①", YEAR, {"activities": "26手続を始めた。"})


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(fill, tmp_path)
    with Desk.open(tmp_path, clock=clock, person="高木") as desk:
        found: list[Exception] = []
        made = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR, clock)
        made.broken.connect(found.append)
        yield made
        assert found == []


def shown(hand: Hand, qtbot: QtBot) -> PlanPage:
    page = PlanPage(hand)
    qtbot.addWidget(page)
    page.resize(1182, 660)
    page.show()
    page.refresh()
    return page


@pytest.fixture
def page(hand: Hand, qtbot: QtBot) -> PlanPage:
    return shown(hand, qtbot)


def measure(page: PlanPage, place: int) -> MeasureSheet:
    page.contents.choose((MEASURE, place))
    assert isinstance(page.sheet, MeasureSheet)
    page.sheet.make_all()
    QApplication.processEvents()  # what is new in a layout is shown a moment later
    return page.sheet


def write(box: Box, text: str) -> None:
    """As a person types it, whatever the field is."""
    field = box.editor.widget()
    if isinstance(field, TextField):
        field.page.setPlainText(text)
    else:
        line = field.line if isinstance(field, NumberField) else field
        assert isinstance(line, LineField)
        line.setText(text)


def kept(hand: Hand) -> dict[str, object]:
    return hand.desk.office.plans.open("small").draft


def test_what_is_typed_waits_as_a_draft(page: PlanPage, hand: Hand, qtbot: QtBot) -> None:
    sheet = measure(page, 1)
    target = sheet.indicators.rows[0].binder.box_of(RATE)
    assert target is not None
    write(target, "６０")
    page.drafting.keep()

    assert at(kept(hand), RATE) == "60"
    assert hand.desk.plan().version == 1
    assert page.save.isEnabled()
    assert page.contents.row is not None
    assert page.contents.row.chip is not None
    assert page.contents.row.chip[0] == "変更"
    again = shown(hand, qtbot)
    assert measure(again, 1).indicators.rows[0].binder.boxes[1].value() == "60"


def test_faults_stand_at_their_field_and_lead_there(page: PlanPage, hand: Hand) -> None:
    sheet = measure(page, 1)
    page.drafting.put(RATE, "たくさん")
    page.drafting.put(("measures", 4, "name"), "")
    page.drafting.keep()

    rows = page.contents.faults.model()
    assert rows.rowCount() == 2
    box = sheet.indicators.rows[0].binder.box_of(RATE)
    assert box is not None
    assert box.faults == ("「たくさん」は0以上の数として読めません。数だけを書いてください。",)
    page.contents.faults.clicked.emit(rows.index(1, 0))
    assert page.contents.row is not None
    assert page.contents.row.place == 4
    assert isinstance(page.sheet, MeasureSheet)
    assert page.sheet.name.faults == ("値がありません。書き加えてください。",)

    page.save.click()
    page.saving.reason.page.setPlainText("理由")
    page.saving.save.click()
    assert "2件" in page.saving.message.text()
    assert hand.desk.plan().version == 1
    page.saving.back.click()
    assert page.sheet is not None


def test_a_version_is_saved_with_its_reason(page: PlanPage, hand: Hand) -> None:
    page.drafting.put(RATE, "60")
    page.drafting.keep()
    page.save.click()
    lines = page.saving.rows.model()
    told = [lines.index(n, 0).data(Qt.ItemDataRole.AccessibleTextRole) for n in range(2)]
    assert told[0].startswith("行-① 手続きのオンライン化")
    assert "指標1の数値目標" in told[1]
    page.saving.save.click()
    assert "理由" in page.saving.message.text()

    page.saving.reason.page.setPlainText("議会で改めた")
    page.saving.save.click()
    assert (hand.desk.plan().version, hand.desk.plan().version_note) == (2, "議会で改めた")
    assert "版2を保存しました" in page.message.text()
    assert not page.save.isEnabled()
    assert not page.discard.isVisible()
    assert isinstance(page.sheet, MeasureSheet)


def test_steps_are_taken_back_and_made_again(page: PlanPage) -> None:
    sheet = measure(page, 0)
    QTest.keyClicks(sheet.name.editor.widget(), "x")
    QTest.keyClicks(sheet.name.editor.widget(), "y")
    measure(page, 1)
    page.handlers()["undo"]()

    assert page.contents.row is not None
    assert page.contents.row.place == 0
    assert sheet.name.value() == "県内企業の視察"
    page.handlers()["undo"]()
    page.handlers()["redo"]()
    assert "x" in str(sheet.name.value())
    assert "y" in str(sheet.name.value())
    page.handlers()["redo"]()


def test_measures_are_added_copied_moved_and_taken_out(page: PlanPage) -> None:
    model = page.contents.model_
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    measure(page, 1)
    page.contents.tools["add"].click()
    draft = page.drafting.draft
    assert draft["measures"][2] == {"group": "g2"}
    assert page.contents.row is not None
    assert page.contents.row.place == 2

    page.contents.choose((MEASURE, 1))
    page.contents.tools["copy"].click()
    assert page.drafting.draft["measures"][2]["name"] == "手続きのオンライン化（写し）"
    QTest.keyClick(page.contents.list, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.drafting.draft["measures"][1]["name"] == "手続きのオンライン化（写し）"
    page.contents.tools["down"].click()

    page.contents.choose((MEASURE, 1))
    QTest.keyClick(page.contents.list, Qt.Key.Key_Delete)
    assert "令和7年度の回答1件" in page.message.text()
    page.no.click()
    assert len(page.drafting.draft["measures"]) == 7
    QTest.keyClick(page.contents.list, Qt.Key.Key_Delete)
    page.yes.click()
    assert [m.get("code", "") for m in page.drafting.draft["measures"]] == [
        *("産-①", "", "", "行-②", "行-③", "地-①"),
    ]
    for _ in range(6):
        page.contents.choose((MEASURE, 0))
        page._act("take_out")
        page.yes.click()
    assert "measures" not in page.drafting.draft
    page.contents.tools["add"].click()
    assert len(page.drafting.draft["measures"]) == 1


def test_the_sheets_hold_what_the_plan_holds(page: PlanPage) -> None:
    """Showing everything changes nothing."""
    for name in [(WHOLE, -1), (SCALE, -1), (TERMS, -1), (VERSIONS, -1)]:
        page.contents.choose(name)
    for place in range(5):
        measure(page, place)
    page.drafting.keep()
    assert not page.drafting.differs


def test_the_kind_decides_what_is_asked(page: PlanPage) -> None:
    sheet = measure(page, 1)
    row = sheet.indicators.rows[0]
    kind = next(box for box in row.binder.boxes if box.path == ("kind",))
    parts = [box for box in row.binder.boxes if box.path in (("numerator",), ("denominator",))]
    assert all(box.isVisibleTo(sheet) for box in parts)
    kind.edited.emit(("kind",), "ceiling")
    assert page.drafting.at((*RATE[:-1], "direction")) == "down"
    kind.edited.emit(("kind",), "annual")
    assert page.drafting.at((*RATE[:-1], "direction")) is None
    page.drafting.keep()
    assert all(box.faults for box in parts)
    for box in parts:
        box.editor.show_text("")
        box.edited.emit(box.path, "")
    assert not any(box.isVisibleTo(sheet) for box in parts)
    kind.edited.emit(("kind",), "milestone")
    assert "済んだ割合" in next(
        text.text() for text in row.findChildren(type(row.title)) if "割合" in text.text()
    )


def test_indicators_are_listed(page: PlanPage) -> None:
    sheet = measure(page, 0)
    entries = sheet.indicators
    assert len(entries.shown) == 2
    entries.rows[0].buttons["down"].click()
    assert page.drafting.at(("measures", 0, "indicators", 0, "kind")) == "per_event"
    entries.add_button.click()
    assert len(entries.shown) == 3
    entries.rows[2].buttons["remove"].click()
    entries.rows[1].buttons["up"].click()
    page.drafting.keep()
    assert not page.drafting.differs
    measure(page, 3)
    entries.rows[0].buttons["remove"].click()
    assert entries.shown == ()


def test_years_hold_a_milestone_a_line(page: PlanPage) -> None:
    sheet = measure(page, 1)
    box = sheet.years.binder.box_of(("measures", 1, "milestones", "2023"))
    assert box is not None
    write(box, "調査\n\n承認\n")
    assert page.drafting.at(("measures", 1, "milestones", "2023")) == ["調査", "承認"]
    assert box.editor.text() == "調査\n\n承認\n"
    page.drafting.put(("last_year",), 2022)
    page.drafting.keep()
    assert box.faults
    page.go_to(("measures", 1, "schedule", "2024"))
    page.drafting.put(("last_year",), "いつか")
    page.drafting.keep()
    assert page.contents.faults.model().rowCount() == 1


# --- the bars ---


def press(grid: PhaseGrid, *keys: Qt.Key, with_: Qt.KeyboardModifier | None = None) -> None:
    for key in keys:
        modifier = with_ or Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(grid, QKeyEvent(QEvent.Type.KeyPress, key, modifier))


def test_bars_are_drawn_by_keys(page: PlanPage) -> None:
    grid = measure(page, 1).bars.grid
    key, held = Qt.Key, Qt.KeyboardModifier
    press(grid, key.Key_Down, key.Key_Right, key.Key_Space)
    assert page.drafting.at((*BARS, "design")) == ["2021-04/2022-03"]
    press(grid, key.Key_End, key.Key_Home, key.Key_Right, key.Key_Right, key.Key_Right)
    press(grid, key.Key_Right, with_=held.ShiftModifier)
    assert page.drafting.at((*BARS, "design")) == ["2021-04/2022-06"]
    press(grid, key.Key_Right, with_=held.ControlModifier)
    press(grid, key.Key_Left, with_=held.ShiftModifier | held.AltModifier)
    assert page.drafting.at((*BARS, "design")) == ["2021-07/2022-08"]
    assert grid.cursor_span is not None
    assert "検討・設計・開発：令和3年7月～令和4年8月" in grid.accessibleDescription()
    press(grid, key.Key_Delete, key.Key_Delete)
    assert page.drafting.at((*BARS, "design")) is None
    press(grid, key.Key_Right, with_=held.ShiftModifier)
    press(grid, key.Key_Space, key.Key_Up, key.Key_Up, key.Key_A)
    assert page.drafting.at((*BARS, "plan")) == ["2021-04/2021-09"]


def drag(grid: PhaseGrid, row: int, first: float, last: float, alone: bool = False) -> None:
    """From one month to another with the left button held."""
    y = look.px(32 + 40 * row + 20)
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    keys = Qt.KeyboardModifier.AltModifier if alone else none
    for kind, month in (
        (QEvent.Type.MouseMove, first),
        (QEvent.Type.MouseButtonPress, first),
        (QEvent.Type.MouseMove, last),
        (QEvent.Type.MouseButtonRelease, last),
    ):
        spot = QPointF(grid._x(month), y)
        there = grid.mapToGlobal(spot)
        QApplication.sendEvent(grid, QMouseEvent(kind, spot, there, button, button, keys))


def test_bars_are_drawn_with_the_mouse(page: PlanPage) -> None:
    grid = measure(page, 1).bars.grid
    drag(grid, 2, 13.5, 21.5)
    assert page.drafting.at((*BARS, "run")) == ["2022-04/2023-03"]
    drag(grid, 2, 18.5, 30.5)
    assert page.drafting.at((*BARS, "run")) == ["2023-04/2024-03"]
    drag(grid, 2, 35.95, 39.2)
    assert page.drafting.at((*BARS, "run")) == ["2023-04/2024-06"]
    drag(grid, 2, 24.05, 23.3, alone=True)
    assert page.drafting.at((*BARS, "run")) == ["2023-03/2024-06"]
    drag(grid, 2, 23.5, 23.6)
    drag(grid, 9, 23.5, 23.6)
    page.handlers()["undo"]()
    page.handlers()["undo"]()
    assert page.drafting.at((*BARS, "run")) == ["2023-04/2024-03"]
    grid.setFocus()
    grid.grab()


def test_bars_that_were_compared_say_who_did_and_lose_it_when_drawn_anew(page: PlanPage) -> None:
    bars = measure(page, 1).bars
    bars.tick.click()
    assert page.drafting.at((*BARS, "checked_by")) == "令和8年5月25日　高木"
    assert bars.by.text() == "令和8年5月25日　高木"
    page.drafting.keep()
    assert "照合　済1・未4" in page.head._said.accessibleName()
    press(bars.grid, Qt.Key.Key_Delete)
    assert page.drafting.at((*BARS, "checked")) is None
    assert "照合の印を外しました" in bars.message.text()
    bars.tick.click()
    bars.tick.click()
    assert page.drafting.at((*BARS, "checked_by")) is None
    page.drafting.put((*BARS, "run"), ["2031-04/2032-03"])
    page.drafting.keep()
    assert bars._faults.texts
    page.go_to((*BARS, "run", 0))
    page.go_to((*BARS, "checked"))


# --- the plan as a whole, the yardstick, the glossary ---


def test_fields_and_groups(page: PlanPage) -> None:
    page.contents.choose((WHOLE, -1))
    sheet = page.sheet
    assert isinstance(sheet, WholeSheet)
    sheet.make_all()
    sheet.fields.add_button.click()
    sheet.groups.add_button.click()
    assert page.drafting.draft["fields"][-1] == {"id": "f4"}
    assert page.drafting.draft["groups"][-1] == {"id": "g4", "field": "f1"}
    page.drafting.keep()
    box = sheet.fields.rows[3].binder.boxes[0]
    assert box.faults == ("値がありません。書き加えてください。",)
    box.edited.emit(("name",), "共通")
    choice = sheet.groups.rows[0].binder.boxes[1].editor.widget()
    assert isinstance(choice, ChoiceField)
    assert choice.count() == 4
    measure(page, 0)
    page.go_to(("fields", 1, "name"))
    assert page.shown == WHOLE


def test_the_yardstick(page: PlanPage) -> None:
    page.contents.choose((SCALE, -1))
    sheet = page.sheet
    assert isinstance(sheet, ScaleSheet)
    sheet.make_all()
    assert len(sheet.grades.shown) == 5
    assert sheet.combine.value() == "lowest"
    sheet.combine.edited.emit(("scale", "combine"), "mean")
    share = sheet.shares.boxes[2]
    assert share.value() == "60"
    write(share, "30")
    page.drafting.keep()
    assert share.faults
    assert page.drafting.at(("scale", "expected", 2)) == "30"
    write(share, "")
    assert page.drafting.at(("scale", "expected", 2)) == "0"
    assert "令和5年度 0％" in sheet.shares.line.accessibleDescription()
    page.drafting.put(("last_year",), 2026)
    write(sheet.shares.boxes[5], "１００")
    assert page.drafting.at(("scale", "expected", 5)) == "100"
    page.drafting.put(("scale", "expected", 1), "半分")
    sheet.shares.line.grab()
    page.drafting.put(("scale", "grades", 1, "at_least"), "100")
    page.drafting.keep()
    page.contents.choose((WHOLE, -1))
    page.contents.faults.entered_row.emit(page.contents.faults.model().index(0, 0))
    assert page.shown == SCALE
    page.go_to(("scale", "expected"))


def test_the_glossary(page: PlanPage) -> None:
    page.contents.choose((TERMS, -1))
    sheet = page.sheet
    assert isinstance(sheet, TermsSheet)
    QAbstractItemModelTester(sheet.words, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert sheet.place == 0
    sheet.add_button.click()
    assert sheet.place == 1
    write(sheet.binder.boxes[0], "BPR")
    page.drafting.keep()
    assert sheet.words.index(1).data() == "BPR"
    sheet.up.click()
    assert [t["word"] for t in page.drafting.draft["glossary"]] == ["BPR", "DX"]
    sheet.up.click()
    sheet.down.click()
    sheet.remove_button.click()
    page.go_to(("glossary", 0, "text"))
    page.go_to(("glossary",))
    while page.drafting.at(("glossary", 0)):
        sheet.remove_button.click()
    assert sheet.place == -1
    page.contents.entered.emit()


# --- versions ---


def test_versions_are_listed_compared_and_written(
    page: PlanPage, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.drafting.put(RATE, "60")
    hand.desk.office.plans.save(page.drafting.draft, "議会で改めた")
    page.contents.choose((VERSIONS, -1))
    view = page.versions
    assert [view.versions.index(n).data() for n in range(3)] == [
        "見本市デジタル計画",
        "令和3～令和7　版2",
        "令和3～令和7　版1",
    ]
    assert isinstance(view._all[0], Begun)
    assert "への変更　1件" in view.said.text()
    view.rows.setCurrentIndex(view.versions.index(0))
    assert view.said.text() == "比べる版がありません。"
    view.rows.setCurrentIndex(view.versions.index(2))
    assert view.other.text() == "令和3～令和7　版2"

    book = tmp_path / "計画.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(book), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_a: (str(book), ""))
    view.export.click()
    assert book.exists()
    view.take_in.click()
    assert page.drafting.at(RATE) == "50"
    assert "下書きとして開きました" in page.message.text()
    page.handlers()["undo"]()
    assert page.drafting.at(RATE) == "60"


def test_the_next_plan_is_begun_and_the_draft_let_go(page: PlanPage, hand: Hand) -> None:
    page.contents.choose((VERSIONS, -1))
    page.versions.next.click()
    assert page.drafting.plan.plan == "small-2026"
    assert page.contents.faults.model().rowCount() > 3
    assert page.drafting.at(("measures", 0, "predecessors")) == ["産-①"]
    assert [one.plan for one in hand.desk.office.plans.begun()] == ["small-2026"]
    page.discard.click()
    page.yes.click()
    assert hand.desk.office.plans.begun() == ()
    assert page.drafting.plan.plan == "small"
    page.drafting.put(RATE, "60")
    page.discard.click()
    page.yes.click()
    assert not page.drafting.differs
    page.contents.choose((VERSIONS, -1))
    page.versions.edit.click()
    assert page.shown == WHOLE


def test_a_draft_that_was_overtaken_says_so(page: PlanPage, hand: Hand) -> None:
    page.drafting.put(RATE, "70")
    page.drafting.keep()
    session = hand.desk.session
    assert session is not None
    (draft,) = session.store.drafts.kept()
    session.store.drafts.keep(draft._replace(version=0))
    page.refresh()
    assert "新しい版が加わっています" in page.message.text()


@pytest.mark.parametrize(("dark", "zoom"), [(False, 1.0), (True, 1.5), (False, 2.0)])
def test_every_part_can_be_painted(
    page: PlanPage, qapp: QApplication, dark: bool, zoom: float
) -> None:
    look.apply(qapp, dark=dark, zoom=zoom)
    for name in [(WHOLE, -1), (SCALE, -1), (TERMS, -1), (VERSIONS, -1), (MEASURE, 1)]:
        page.contents.choose(name)
        assert not page.grab().isNull()
    assert page.minimumSizeHint().width() <= look.px(1182)


def test_where_one_is_led_to_is_in_sight(page: PlanPage, qtbot: QtBot) -> None:
    """Also in a sheet that is only made now, far below what is seen first."""
    page.contents.choose((WHOLE, -1))
    page._sheets.pop(MEASURE).deleteLater()
    page.go_to(RATE)
    sheet = page.sheet
    assert isinstance(sheet, MeasureSheet)
    box = sheet.indicators.rows[0].binder.box_of(RATE)
    assert box is not None
    qtbot.waitUntil(lambda: not box.editor.widget().visibleRegion().isEmpty())
    assert sheet.focusWidget() is box.editor.widget()


def test_everything_the_keyboard_reaches_has_a_name(page: PlanPage) -> None:
    page.drafting.put(RATE, "たくさん")
    page.drafting.keep()
    for name in [(WHOLE, -1), (SCALE, -1), (TERMS, -1), (VERSIONS, -1), (MEASURE, 1)]:
        page.contents.choose(name)
        if isinstance(page.sheet, Sheet):
            page.sheet.make_all()
        QApplication.processEvents()
        reached = [
            widget
            for widget in page.findChildren(QWidget)
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert len(reached) > 10
        for widget in reached:
            found = QAccessible.queryAccessibleInterface(widget)
            assert found.text(QAccessible.Text.Name), (name, widget)
