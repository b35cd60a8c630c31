"""The form played through real widgets: typing, saves coming back, remarks, conflicts, locks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.domain.states import DepartmentState
from imari_desk.gui import look
from imari_desk.gui.form.comment_box import CommentBox
from imari_desk.gui.form.form import Form
from imari_desk.gui.form.grade import GradeSection, Proposal
from imari_desk.gui.form.indicators import IndicatorCard, IndicatorsSection
from imari_desk.gui.kit import TextField
from tests.gui.form.pages import ONLINE, VISITS, page, remark

RATE = {"indicator.1.numerator": "178", "indicator.1.denominator": "412"}
LONG = "税・証明と環境の分野を中心に64手続を電子申請の対象に加え、研修を5回開いた。"


def focused() -> QWidget:
    """What has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def typed(form: Form, key: str, text: str) -> None:
    """Type with the keyboard into an item."""
    form.go_to(key)
    QTest.keyClicks(focused(), text)


def button(form: Form, words: str) -> QPushButton:
    """The button a person sees with these words."""
    return next(b for b in form.findChildren(QPushButton) if words in b.text() and b.isVisible())


# What is typed


def test_every_key_press_is_said_at_once(form: Form) -> None:
    form.show_leaf(page())
    said: list[tuple[str, str]] = []
    form.typed.connect(lambda key, text: said.append((key, text)))
    typed(form, "author", "ab")
    assert said == [("author", "a"), ("author", "ab")]


def test_leaving_a_field_is_said(form: Form, qtbot: QtBot) -> None:
    form.show_leaf(page())
    form.go_to("author")
    with qtbot.waitSignal(form.field_left, timeout=1000):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert form.current_key == "extension"


def test_texts_survive_a_storm_of_older_pages(form: Form) -> None:
    form.show_leaf(page({"results": "元の文"}))
    form.go_to("results")
    QTest.keyClick(focused(), Qt.Key.Key_End)
    for n in range(12):
        QTest.keyClicks(focused(), str(n % 10))
        cursor = form.fields["results"].editor
        assert isinstance(cursor, TextField)
        place = cursor.page.textCursor().position()
        form.update_leaf(page({"results": "元の文" + "0123456789"[: max(0, n - 3)]}))
        assert cursor.page.textCursor().position() == place
    assert form.fields["results"].editor.text() == "元の文012345678901"


def test_what_is_not_saved_yet_stays_when_the_focus_is_elsewhere(form: Form) -> None:
    form.show_leaf(page())
    typed(form, "author", "abc")
    form.go_to("extension")
    form.update_leaf(page())
    assert form.fields["author"].editor.text() == "abc"


def test_an_undo_shows_even_where_the_cursor_is(form: Form) -> None:
    form.show_leaf(page({"author": "x"}))
    typed(form, "author", "y")
    text = form.fields["author"].editor.text()
    form.update_leaf(page({"author": text}))
    form.update_leaf(page({"author": "x"}))
    assert form.fields["author"].editor.text() == "x"


def test_another_page_brings_its_own_answers(form: Form) -> None:
    form.show_leaf(page({"author": "佐藤"}))
    typed(form, "author", "z")
    form.show_leaf(page({"author": "田中"}, code="行-③"))
    assert form.fields["author"].editor.text() == "田中"
    assert not form.fields["author"].unsaved


def test_a_page_is_shown_where_it_was_left(form: Form) -> None:
    form.show_leaf(page())
    form.go_to_section("signature")
    below = form._scroll.verticalScrollBar().value()
    form.show_leaf(page(code="行-③"))
    assert form._scroll.verticalScrollBar().value() == 0
    form.show_leaf(page())
    assert form._scroll.verticalScrollBar().value() == below > 0


# What comes out of it


def proposal(form: Form) -> Proposal:
    section = form.section("grade")
    assert isinstance(section, GradeSection)
    return section.proposal


def cards(form: Form) -> list[IndicatorCard]:
    section = form.section("indicators")
    assert isinstance(section, IndicatorsSection)
    return section.shown


def test_the_rate_and_the_proposal_appear_while_typing(form: Form) -> None:
    form.show_leaf(page({"indicator.1.denominator": "412", "milestone.1.state": "済"}))
    assert "178" not in proposal(form).reason
    typed(form, "indicator.1.numerator", "178")
    card = cards(form)[0]
    assert card._figure.text() == "43.2％"
    assert proposal(form).letter == "B"
    assert "178÷412" in proposal(form).reason


def test_events_show_mean_lowest_and_share_of_the_target(form: Form) -> None:
    form.show_leaf(page(code=VISITS, year=2024))
    typed(form, "indicator.2.events", "11")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "7")
    assert form.fields["indicator.2.events"].editor.text() == "11・7"
    card = cards(form)[1]
    assert card._figure.text() == "9.0社"
    assert "90.0" in card._against.text()


def test_the_reason_of_a_milestone_appears_when_it_is_asked_for(form: Form) -> None:
    form.show_leaf(page())
    reason = form.fields["milestone.1.reason"]
    assert not reason.isVisible()
    form.go_to("milestone.1.state")
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert form.fields["milestone.1.state"].editor.text() == "一部"
    assert reason.isVisible()
    assert reason.head.required


def test_another_grade_than_the_proposed_one_needs_its_reason(form: Form) -> None:
    form.show_leaf(page({**RATE, "indicator.1.state": "確定", "milestone.1.state": "済"}))
    reason = form.fields["grade_reason"]
    assert not reason.head.required
    form.go_to("grade")
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert form.fields["grade"].editor.text() == "A"
    assert reason.head.required
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert not reason.head.required


# What is said


def test_a_missing_answer_is_told_after_one_was_there(form: Form) -> None:
    form.show_leaf(page())
    field = form.fields["results"]
    assert field.head.required
    assert field.faults == ()
    form.go_to("results")
    form.go_to("issues")
    assert field.faults == ("「成果」をご記入ください。",)


def test_an_unclear_number_is_asked_about_at_once(form: Form) -> None:
    form.show_leaf(page({"indicator.1.numerator": "約10"}))
    assert "約10" in form.fields["indicator.1.numerator"].faults[0]


def test_a_fault_goes_when_it_is_mended(form: Form) -> None:
    form.show_leaf(page({"indicator.1.numerator": "約10"}))
    form.update_leaf(page({"indicator.1.numerator": "10"}))
    assert form.fields["indicator.1.numerator"].faults == ()


def test_remarks_of_the_office_stand_at_their_items(form: Form) -> None:
    answers = {"submission": "1", "office_stage": "差戻し（提出1）"}
    comment = remark("results", "件数の出どころを書き添えてください。")
    form.show_leaf(page(answers, state=DepartmentState.RETURNED, comments=(comment,)))
    boxes = form.fields["results"].remarks.findChildren(CommentBox)
    told = [box.accessibleName() for box in boxes if box.isVisible()]
    assert any("件数の出どころ" in name for name in told)
    assert "1件のコメント" in form.banner.text()


def test_last_years_text_is_taken_over_and_marked_until_it_is_changed(form: Form) -> None:
    form.show_leaf(page(last={"results": LONG}))
    field = form.fields["results"]
    said: list[str] = []
    form.typed.connect(lambda _key, text: said.append(text))
    button(form, "前年の文を使う").click()
    assert said == [LONG]
    assert field.editor.text() == LONG
    assert field.head.taken
    QTest.keyClicks(focused(), "a")
    assert not field.head.taken


def test_several_answers_are_shown_side_by_side_and_one_is_chosen(form: Form, qtbot: QtBot) -> None:
    form.show_leaf(page({"results": ("12社に紹介した。", "20社に紹介した。")}))
    field = form.fields["results"]
    assert field.in_conflict
    assert not field.editor.widget().isVisible()
    with qtbot.waitSignal(form.candidate_chosen, timeout=1000) as chosen:
        button(form, "こちらを使う(&2)").click()
    assert chosen.args == ["results", "20社に紹介した。"]
    form.update_leaf(page({"results": "20社に紹介した。"}))
    assert field.editor.text() == "20社に紹介した。"
    assert field.editor.widget().isVisible()


def test_several_answers_can_be_written_anew(form: Form) -> None:
    form.show_leaf(page({"results": ("12社に紹介した。", "20社に紹介した。")}))
    said: list[str] = []
    form.typed.connect(lambda _key, text: said.append(text))
    button(form, "新しく書き直す").click()
    assert said == []
    assert form.fields["results"].editor.widget().isVisible()
    QTest.keyClicks(focused(), "a")
    assert len(said) == 1


def test_a_confirmed_page_is_read_and_not_changed(form: Form) -> None:
    answers = {**RATE, "results": "結果", "grade": "B", "phase.run": "true"}
    form.show_leaf(page(answers, state=DepartmentState.CONFIRMED, last={"results": LONG}))
    assert "確定" in form.banner.text()
    said: list[str] = []
    form.typed.connect(lambda key, _text: said.append(key))
    for key in ("results", "indicator.1.numerator", "grade", "phase.run", "author"):
        typed(form, key, "1 ")
    assert said == []
    assert form.fields["results"].editor.text() == "結果"
    assert not any("前年の文" in b.text() and b.isVisible() for b in form.findChildren(QPushButton))


def test_a_submitted_page_says_what_changing_it_means(form: Form) -> None:
    form.show_leaf(page({"results": "結果"}, state=DepartmentState.SUBMITTED))
    assert "入力中" in form.banner.text()
    typed(form, "results", "a")
    assert form.fields["results"].editor.text() != "結果"


# Where one is


def test_tab_goes_through_the_form_in_reading_order(form: Form) -> None:
    leaf = page({"milestone.1.state": "一部"}, last={"results": LONG})
    form.show_leaf(leaf)
    form.go_to("milestone.1.state")
    seen = [form.current_key]
    while len(seen) < 60 and form.current_key != "approved_on":
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if form.current_key != seen[-1]:
            seen.append(form.current_key)
    order = [item.key for item in leaf.items]
    moved = ["progress", *(k for k in order if k.startswith("phase."))]
    reading = [k for k in order if k not in moved]
    place = reading.index("milestone.1.reason") + 1
    reading[place:place] = moved
    assert seen == reading


def test_going_to_an_item_scrolls_and_puts_the_focus_there(form: Form) -> None:
    form.show_leaf(page())
    form.go_to("approver")
    assert form.current_key == "approver"
    assert not form.fields["approver"].visibleRegion().isEmpty()


def test_an_item_is_in_sight_at_once_on_a_page_just_shown(form: Form) -> None:
    form.show_leaf(page({"indicator.1.numerator": "約10"}, last={"results": LONG}))
    form.go_to("results")
    for _ in range(5):
        QApplication.processEvents()
    field = form.fields["results"]
    assert 0 < field.mapTo(form, field.rect().topLeft()).y() < 120


def test_the_section_one_is_in_is_said(form: Form, qtbot: QtBot) -> None:
    form.show_leaf(page())
    with qtbot.waitSignal(form.section_changed, timeout=1000) as entered:
        form.go_to_section("texts")
    assert entered.args == ["texts"]
    assert form.current_key == "activities"


def test_scrolling_away_from_the_top_is_said_once(form: Form) -> None:
    form.show_leaf(page())
    said: list[bool] = []
    form.scrolled.connect(said.append)
    for key in ("results", "issues", "milestone.1.state"):
        form.go_to(key)
    assert said == [True, False]


def test_history_is_asked_for_at_the_field(form: Form, qtbot: QtBot) -> None:
    form.show_leaf(page())
    form.go_to("results")
    with qtbot.waitSignal(form.history_wanted, timeout=1000) as wanted:
        button(form, "履歴").click()
    assert wanted.args == ["results"]


def test_words_of_the_glossary_are_known_at_the_field(form: Form) -> None:
    form.show_leaf(page(code="行-⑭"))
    form.go_to("indicator.1.value")
    assert cards(form)[0]._name.terms
    assert form.fields["indicator.1.value"].terms == ()


# In any look


@pytest.mark.slow
def test_nothing_needs_scrolling_sideways_at_any_zoom(form: Form, qapp: QApplication) -> None:
    for zoom in (1.0, 1.5, 2.0):
        look.apply(qapp, dark=zoom > 1, zoom=zoom)
        form.resize(round(520 * zoom), 600)
        for code, year in ((ONLINE, 2025), (VISITS, 2024), ("地-①", 2025), ("行-⑲", 2025)):
            form.show_leaf(page({"results": ("一", "二")}, code=code, year=year))
            form.grab()
            assert form._page.minimumSizeHint().width() <= form._scroll.viewport().width()


def test_no_window_flashes_up_when_a_page_is_built(form: Form) -> None:
    for code, year in ((VISITS, 2024), ("地-①", 2025), ("行-⑲", 2025)):
        form.show_leaf(page({"results": ("一", "二")}, code=code, year=year))
        assert QApplication.activeWindow() is form


def test_every_input_has_a_name_for_a_screen_reader(form: Form) -> None:
    form.show_leaf(page(code=VISITS, year=2024))
    for key, field in form.fields.items():
        form.go_to(key)
        if field.isVisible():
            assert field.isAncestorOf(focused()), key
            assert focused().accessibleName(), key
