"""Steps back and forth, choices and old values, with real databases and workbooks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.undo import Undone
from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.states import DepartmentState
from tests.desk.people import DEPARTMENT, MINE, YEAR, People, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    met = meet(tmp_path)
    yield met
    met.office.close()
    met.clerk.close()


def taken(found: Undone | None) -> tuple[str, int, str, str]:
    assert found is not None
    return found.leaf.measure.code, found.leaf.fiscal_year, found.key, found.leaf.shown(found.key)


def test_undo_says_which_page_and_item_and_goes_across_years(people: People) -> None:
    clerk = people.clerk
    clerk.type(MINE, YEAR, {"progress": "遅れ"})
    clerk.type(MINE, YEAR - 1, {"progress": "完了"})
    clerk.type(MINE, YEAR, {"activities": "窓口を見直した"})
    assert taken(clerk.undo()) == (MINE, YEAR, "activities", "")
    assert taken(clerk.undo()) == (MINE, YEAR - 1, "progress", "")
    assert taken(clerk.redo()) == (MINE, YEAR - 1, "progress", "完了")
    clerk.undo()
    clerk.undo()
    assert clerk.undo() is None
    assert value(clerk, "progress") == ""


def test_undo_goes_on_after_a_restart(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"progress": "遅れ"})
    people.clerk.close()
    with Desk.open(people.folder / "clerk") as again:
        assert taken(again.undo()) == (MINE, YEAR, "progress", "")
        again.type(MINE, YEAR, {"grade": "B"})
        assert again.redo() is None


def test_several_answers_typed_together_are_steps_of_their_own(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"progress": "遅れ", "grade": "C"})
    assert taken(people.clerk.undo())[2] == "grade"
    assert value(people.clerk, "progress") == "遅れ"


def test_what_came_in_is_not_undone(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"progress": "遅れ", "results": "速くなった"})
    people.clerk.hand_over(YEAR, people.folder / "引継ぎ.xlsx")
    with people.colleague() as colleague:
        colleague.import_files([people.folder / "引継ぎ.xlsx"])
        colleague.type(MINE, YEAR, {"results": "とても速くなった"})
        colleague.hand_over(YEAR, people.folder / "戻り.xlsx")
    people.clerk.import_files([people.folder / "戻り.xlsx"])
    assert taken(people.clerk.undo())[2] == "progress"
    assert value(people.clerk, "results") == "とても速くなった"
    assert people.clerk.undo() is None


def test_a_confirmed_evaluation_is_not_undone(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"progress": "遅れ"})
    people.office.import_files([people.submit()])
    book = people.office.confirm(YEAR, people.folder, [DEPARTMENT])[0]
    people.clerk.import_files([book.path])
    assert people.clerk.undo() is None
    assert value(people.clerk, "progress") == "遅れ"


def test_undoing_after_the_submission_takes_it_up_again(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"grade": "B", "progress": "遅れ"})
    people.submit()
    undone = people.clerk.undo()
    assert undone is not None
    assert undone.leaf.state is DepartmentState.TYPING
    assert value(people.clerk, "submission") == "1（入力中）"
    people.submit()
    assert value(people.clerk, "submission") == "2"


def test_what_is_undone_travels(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"progress": "遅れ"})
    people.office.import_files([people.submit("一.xlsx")])
    people.clerk.undo()
    people.office.import_files([people.submit("二.xlsx")])
    assert value(people.office, "progress") == ""


def in_conflict(people: People) -> tuple[str, str]:
    """Two clerks have answered one item; the first has both answers now."""
    with people.colleague() as colleague:
        colleague.import_files([people.request])
        colleague.type(MINE, YEAR, {"results": "とても速くなった"})
        colleague.hand_over(YEAR, people.folder / "二人目.xlsx")
    people.clerk.type(MINE, YEAR, {"results": "速くなった"})
    people.clerk.import_files([people.folder / "二人目.xlsx"])
    return "とても速くなった", "速くなった"


def test_exactly_the_chosen_answer_stands_and_both_after_undo(people: People) -> None:
    theirs, mine = in_conflict(people)
    page = people.clerk.choose(MINE, YEAR, "results", theirs)
    assert page.shown("results") == theirs
    assert page.conflicts == {}
    undone = people.clerk.undo()
    assert undone is not None
    assert {c.value for c in undone.leaf.conflicts["results"]} == {theirs, mine}
    again = people.clerk.redo()
    assert again is not None
    assert again.leaf.conflicts == {}


def test_the_candidates_say_who_gave_them(people: People) -> None:
    theirs, mine = in_conflict(people)
    found = {c.value: c for c in people.clerk.leaf(MINE, YEAR).conflicts["results"]}
    assert found[mine].source == ""
    assert found[theirs].source.startswith("二人目.xlsx ")


def test_only_what_stands_can_be_chosen(people: People) -> None:
    with pytest.raises(CallError) as caught:
        people.clerk.choose(MINE, YEAR, "results", "速い")
    assert caught.value.code == "candidate_gone"


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("activities", " 前の空白と\n改行 "),
        ("settlement", "約120"),
        ("budget", "1,200千円"),
        ("entered_on", "2026年5月20日"),
        ("entered_on", "先週"),
        ("phase.plan", "した"),
    ],
)
def test_an_old_value_comes_back_exactly(people: People, key: str, text: str) -> None:
    clerk = people.clerk
    clerk.type(MINE, YEAR, {key: text})
    before = clerk.leaf(MINE, YEAR).evaluation.value(key)
    assert before
    clerk.type(MINE, YEAR, {key: ""})
    assert clerk.leaf(MINE, YEAR).evaluation.value(key) == ""
    entries = clerk.history(MINE, YEAR, key)
    page = clerk.restore_value(MINE, YEAR, key, entries[0].written.value)
    assert page.evaluation.value(key) == before
    undone = clerk.undo()
    assert undone is not None
    assert undone.leaf.evaluation.value(key) == ""


def test_an_item_can_be_put_back_to_nothing(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"grade": "B"})
    assert people.clerk.restore_value(MINE, YEAR, "grade", "").shown("grade") == ""


def test_only_values_of_the_history_are_restored(people: People) -> None:
    with pytest.raises(CallError) as caught:
        people.clerk.restore_value(MINE, YEAR, "grade", "A")
    assert caught.value.code == "value_not_in_history"
    with pytest.raises(CallError) as caught:
        people.clerk.restore_value(MINE, YEAR, "office_view", "")
    assert caught.value.code == "item_of_office"


def test_nothing_is_undone_where_only_reading_is_allowed(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"grade": "B"})
    with Desk.open(people.folder / "clerk", read_only=True) as second:
        assert second.leaf(MINE, YEAR).shown("grade") == "B"
        with pytest.raises(MachineError) as caught:
            second.undo()
    assert caught.value.code == "database_read_only"


def test_remarks_of_the_office_are_added_for_good(people: People) -> None:
    people.office.enter(MINE, YEAR, {"comment.results": "数を書いてください"})
    assert people.office.undo() is None


def test_letters_typed_on_are_one_entry(people: People) -> None:
    for text in ("窓", "窓口", "窓口を", "窓口を見直した"):
        people.clerk.type(MINE, YEAR, {"activities": text})
    (entry,) = people.clerk.history(MINE, YEAR, "activities")
    assert entry.written.value == "窓口を見直した"


def test_what_was_sent_stays_in_the_history(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"activities": "窓口"})
    people.clerk.hand_over(YEAR, people.folder / "引継ぎ.xlsx")
    people.clerk.type(MINE, YEAR, {"activities": "窓口を見直した"})
    found = [e.written.value for e in people.clerk.history(MINE, YEAR, "activities")]
    assert found == ["窓口", "窓口を見直した"]


def test_choices_are_one_step_each(people: People) -> None:
    for text in ("遅れ", "やや遅れ"):
        people.clerk.type(MINE, YEAR, {"progress": text})
    assert taken(people.clerk.undo()) == (MINE, YEAR, "progress", "遅れ")
