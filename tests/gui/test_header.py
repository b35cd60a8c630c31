"""Over the form: the measure, its years, what the plan says of it, and the parts of the form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.leaf import Leaf
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Phases
from imari_desk.gui import look
from imari_desk.gui.facts import Passage
from imari_desk.gui.header import Header
from imari_desk.gui.section_tabs import SectionState, SectionTabs, section_states
from imari_desk.gui.timeline import Timeline
from tests import ready
from tests.desk.people import MINE, YEAR, meet

BPR = "行-⑬"  # whose bars are in the plan


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(_four_years, tmp_path / "data")
    with Desk.open(tmp_path / "data") as made:
        yield made


def _four_years(folder: Path) -> None:
    with Desk.create(folder, Owner.OFFICE) as made:
        made.enter(BPR, 2021, {"grade": "A", "phase.plan": "true"})
        made.enter(BPR, 2022, {"grade": "C", "second_grade": "B"})
        made.enter(BPR, 2023, {"author": "有田"})
        made.enter(BPR, YEAR, {"grade": "B", "phase.run": "true"})


@pytest.fixture
def leaf(desk: Desk) -> Leaf:
    return desk.leaf(BPR, YEAR)


@pytest.fixture
def header(qtbot: QtBot, leaf: Leaf) -> Header:
    made = Header()
    made.resize(774, 180)
    qtbot.addWidget(made)
    made.show()
    made.show_leaf(leaf)
    return made


def seen(header: Header) -> list[str]:
    """Every text a label of the header shows."""
    return [x.text() for x in header.findChildren(QLabel) if x.isVisible() and x.text()]


def captions(timeline: Timeline) -> dict[int, str]:
    return {b.column.fiscal_year: b.column.caption for b in timeline.years}


# The years


def test_each_year_says_its_letter_or_its_state(header: Header) -> None:
    assert captions(header.timeline) == {
        2021: "評価 A",
        2022: "評価 B",
        2023: "入力中",
        2024: "記入なし",
        2025: "入力中",
    }


def test_a_year_the_plan_asks_nothing_of_says_so(desk: Desk, header: Header) -> None:
    header.show_leaf(desk.leaf("産-②", YEAR))
    assert captions(header.timeline)[2025] == "評価なし"


def test_the_open_year_shows_its_letter_once_it_is_handed_in(
    tmp_path: Path, header: Header
) -> None:
    people = meet(tmp_path)
    people.clerk.enter(MINE, YEAR, {"grade": "B"})
    header.show_leaf(people.clerk.leaf(MINE, YEAR))
    assert captions(header.timeline)[YEAR] == "入力中"
    people.submit()
    header.show_leaf(people.clerk.leaf(MINE, YEAR))
    assert captions(header.timeline)[YEAR] == "評価 B"


def test_years_are_a_list_of_choices_with_names(header: Header) -> None:
    years = header.timeline.years
    assert [y.isChecked() for y in years] == [False, False, False, False, True]
    assert years[0].text() == "令和3年度　評価 A"
    assert years[4].text() == "令和7年度　入力中"
    assert header.timeline.accessibleName() == "評価年度"


def test_a_click_anywhere_in_its_column_chooses_a_year(qtbot: QtBot, header: Header) -> None:
    first = header.timeline.years[0]
    with qtbot.waitSignal(header.year_chosen) as chosen:
        foot = QPoint(first.width() - 4, first.height() - 4)
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=foot)
    assert chosen.args == [2021]


def test_arrow_keys_go_from_year_to_year(qtbot: QtBot, header: Header) -> None:
    header.activateWindow()
    header.timeline.years[4].setFocus()
    with qtbot.waitSignal(header.year_chosen) as chosen:
        QTest.keyClick(header.timeline.years[4], Qt.Key.Key_Left)
    assert chosen.args == [2024]
    assert header.timeline.years[3].hasFocus()


def test_a_step_never_leaves_the_plan(qtbot: QtBot, desk: Desk, header: Header) -> None:
    with qtbot.waitSignal(header.year_chosen) as chosen:
        header.step(-1)
    assert chosen.args == [2024]
    with qtbot.assertNotEmitted(header.year_chosen):
        header.step(1)
        header.show_leaf(desk.leaf(BPR, 2021))
        header.step(-1)


def test_the_focus_stays_on_its_year_when_captions_change(desk: Desk, header: Header) -> None:
    header.activateWindow()
    header.timeline.years[4].setFocus()
    desk.enter(BPR, 2024, {"grade": "D"})
    header.show_leaf(desk.leaf(BPR, YEAR))
    assert captions(header.timeline)[2024] == "評価 D"
    assert header.timeline.years[4].hasFocus()


# The bars


def test_bars_are_told_in_words(header: Header) -> None:
    told = header.timeline.accessibleDescription()
    assert told.startswith(
        "計画：計画 令和3・令和4・令和5・令和6・令和7、取り組んだ年度 令和3。"
        "検討・設計・開発：計画 令和5・令和6・令和7、取り組んだ年度 なし。"
    )


def test_what_was_planned_is_a_bar_and_what_was_worked_on_a_line(header: Header) -> None:
    picture = header.timeline.grab().toImage()
    middle = {
        y.column.fiscal_year: (y.geometry().left() + y.geometry().right()) // 2
        for y in header.timeline.years
    }
    run = 48 + 2 * 18  # top of the third phase's row
    colours = look.tokens()
    at = {
        (year, y): picture.pixelColor(middle[year], run + y).name()
        for year in middle
        for y in (6, 13)
    }
    assert at[2025, 6] == at[2023, 6] == colours.phase_3
    assert at[2021, 6] != colours.phase_3
    assert at[2025, 13] == colours.heading
    assert at[2024, 13] != colours.heading


def test_bars_nobody_compared_with_the_original_say_so(leaf: Leaf, header: Header) -> None:
    assert header.timeline._legend.endswith("※ 段階のバーは原本と未照合")
    phases = Phases(leaf.measure.phases.bars, checked=True)
    header.show_leaf(replace(leaf, measure=replace(leaf.measure, phases=phases)))
    assert header.timeline._legend == "枠は計画、線は取り組んだ年度"
    bare = replace(leaf.measure, phases=Phases({}))
    header.show_leaf(replace(leaf, measure=bare))
    assert "未登録" in header.timeline._legend


# One line, or all of it


def test_folded_it_is_one_line_with_the_year(qtbot: QtBot, header: Header) -> None:
    header.show_facts(True)
    tall = header.sizeHint().height()
    header.fold(True)
    assert header.sizeHint().height() < 60 < tall
    assert not header.timeline.isVisible()
    assert not header.facts.isVisible()
    assert "令和7年度　入力中" in seen(header)
    with qtbot.waitSignal(header.year_chosen) as chosen:
        QTest.mouseClick(header._back, Qt.MouseButton.LeftButton)
    assert chosen.args == [2024]
    assert header._on.toolTip() == "計画の最後の年度です。"
    QTest.mouseClick(header._unfold, Qt.MouseButton.LeftButton)
    assert header.timeline.isVisible()
    assert header.facts.isVisible()


def test_a_name_without_room_is_cut_and_told(header: Header) -> None:
    assert header._title.toolTip() == ""
    header.resize(300, 180)
    QApplication.sendPostedEvents()
    assert header._title.toolTip() == "行-⑬　全庁的な業務分析によるBPR"


# What the plan says


def test_the_plans_facts_open_and_close(qtbot: QtBot, leaf: Leaf, header: Header) -> None:
    assert not header.facts.isVisible()
    with qtbot.waitSignal(header.facts_toggled) as toggled:
        QTest.mouseClick(header._facts_link, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]
    read = " ".join(p.accessibleName() for p in header.facts.findChildren(Passage))
    measure = leaf.measure
    assert measure.summary in read
    assert measure.effect in read
    assert all(text in read for text in measure.schedule.values())
    assert all(text in read for asked in measure.milestones.values() for text in asked)
    assert all(i.heading in read for i in measure.indicators)
    header.toggle_facts()
    assert not header.facts.isVisible()


def test_facts_of_another_measure_take_their_place(desk: Desk, header: Header) -> None:
    header.show_facts(True)
    header.show_leaf(desk.leaf("行-②", YEAR))
    passages = [p.accessibleName() for p in header.facts.findChildren(Passage) if p.isVisible()]
    assert any("オンライン化率" in text and " ÷ " in text for text in passages)
    assert not any("BPR" in text for text in passages)


def test_years_of_the_facts_stand_below_their_columns(header: Header) -> None:
    header.show_facts(True)
    QApplication.sendPostedEvents()
    cells = [p for p in header.facts.findChildren(Passage) if p.isVisible()]
    lefts = sorted({p.mapTo(header, QPoint(0, 0)).x() for p in cells})
    starts = [y.mapTo(header, QPoint(0, 0)).x() for y in header.timeline.years]
    assert len(lefts) == 5
    assert all(0 <= left - start <= 8 for left, start in zip(lefts, starts, strict=True))


def test_a_plan_term_asks_for_its_word_by_mouse_and_by_key(qtbot: QtBot, header: Header) -> None:
    header.show_facts(True)
    passage = next(p for p in header.facts.findChildren(Passage) if "BPR" in p.accessibleName())
    assert passage.focusPolicy() == Qt.FocusPolicy.StrongFocus
    header.activateWindow()
    passage.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(header.word_wanted) as wanted:
        QTest.keyClick(passage, Qt.Key.Key_Return)
    assert wanted.args == ["BPR"]


# The parts of the form


@pytest.fixture
def tabs(qtbot: QtBot, leaf: Leaf) -> SectionTabs:
    made = SectionTabs()
    made.resize(1200, 40)
    qtbot.addWidget(made)
    made.show()
    made.show_sections(section_states(leaf))
    return made


def test_tabs_say_in_words_what_is_left(tabs: SectionTabs) -> None:
    tabs.show_sections(
        (
            SectionState("a", "実施状況"),
            SectionState("b", "成果指標", missing=2),
            SectionState("c", "取組と課題", missing=1, conflicts=1, comments=3),
            SectionState("d", "経費等", optional=True),
        )
    )
    assert [tab.text() for tab in tabs.tabs] == [
        "1 実施状況、済み",
        "2 成果指標、残り2",
        "3 取組と課題、要対応3、選択1、残り1",
        "4 経費等、任意",
    ]


def test_tabs_are_the_parts_of_the_page(tabs: SectionTabs, leaf: Leaf) -> None:
    assert [tab.state.title for tab in tabs.tabs][:2] == ["実施状況", "成果指標"]
    progress = tabs.tabs[0].state
    wanted = [f for f in leaf.findings if f.key.startswith(("milestone", "phase", "progress"))]
    assert progress.missing == len(wanted)


def test_a_tab_is_chosen_by_mouse_or_by_number(qtbot: QtBot, tabs: SectionTabs) -> None:
    keys = [tab.state.key for tab in tabs.tabs]
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.mouseClick(tabs.tabs[3], Qt.MouseButton.LeftButton)
    assert chosen.args == [keys[3]]
    tabs.activateWindow()
    with qtbot.waitSignal(tabs.chosen) as chosen:
        QTest.keyClick(tabs.tabs[3], Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [keys[1]]


def test_the_part_being_read_is_marked_without_a_jump(qtbot: QtBot, tabs: SectionTabs) -> None:
    with qtbot.assertNotEmitted(tabs.chosen):
        tabs.set_current("texts")
    assert tabs.current == "texts"
    states = tuple(tab.state for tab in tabs.tabs)
    tabs.show_sections(tuple(replace(s, missing=0) for s in states))
    assert tabs.current == "texts"


def test_in_little_room_the_words_stand_below_the_titles(tabs: SectionTabs) -> None:
    assert not tabs.tabs[0].two_lines
    tabs.resize(600, 40)
    assert all(tab.two_lines for tab in tabs.tabs)
    assert tabs.height() > 40
    last = tabs.tabs[-1].geometry()
    assert last.right() < 600
