"""What one workbook changes: joined within the sender's authority, shown before it is applied."""

from __future__ import annotations

import functools

import pytest

from imari_desk.domain import register
from imari_desk.domain.book import BookHeader, HandEdit, Place, Purpose, ReadEvaluation
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.register import Dot, Register
from imari_desk.domain.states import submission_of
from imari_desk.domain.taking_in import Effect, Intake, Receiver, same_department, take_in
from tests.domain.plans import small_plan

PLAN = small_plan()
CODE = PLAN.measures[0].code
AT = EvaluationId(PLAN.id, CODE, 2025)
HERE = Place("行-②", "C9")


def wrote(value: str, replica: str = "a", on: Register = ()) -> Register:
    return register.write(on, value, Dot(replica, 1 + len(register.seen(on))))


HANDED_IN = {"submission": wrote("1")}


def taken(
    purpose: Purpose = Purpose.SUBMISSION,
    sender: str = "企画課",
    *,
    rows: dict[str, Register] | None = None,
    edits: dict[str, str] | None = None,
    there: dict[str, Register] | None = None,
    role: Owner = Owner.OFFICE,
    department: str = "",
    assigned: str = "企画課",
    year: int = 2025,
) -> Intake:
    header = BookHeader(purpose, PLAN.id, PLAN.version, year, sender, "2025-1")
    by_hand = {k: (HandEdit(v, HERE),) for k, v in (edits or {}).items()}
    found = ReadEvaluation(AT, sender, rows or {}, by_hand, {})
    receiver = Receiver(role, department, {CODE: assigned} if assigned else {})
    return take_in(PLAN, header, found, Evaluation(AT, there or {}), receiver)


def effects(intake: Intake) -> dict[str, Effect]:
    return {change.key: change.effect for change in intake.changes}


def test_a_first_answer_is_new_and_a_later_one_a_change() -> None:
    first = wrote("A")
    assert effects(taken(rows={"grade": first})) == {"grade": Effect.NEW}
    later = wrote("B", "b", first)
    intake = taken(rows={"grade": later}, there={"grade": first})
    assert effects(intake) == {"grade": Effect.CHANGED}
    assert intake.after.value("grade") == "B"
    assert intake.changed_keys == ("grade",)


def test_two_answers_given_apart_are_a_conflict_and_both_stand() -> None:
    intake = taken(rows={"grade": wrote("B", "b")}, there={"grade": wrote("A")})
    assert effects(intake) == {"grade": Effect.CONFLICT}
    assert intake.after.values("grade") == ("A", "B")


def test_an_older_file_changes_nothing_but_its_values_are_kept() -> None:
    old = wrote("A")
    new = wrote("B", "b", old)
    intake = taken(rows={"grade": old}, there={"grade": new})
    assert not intake.changes
    assert not intake.changed_keys
    assert [(a.key, a.written.value, a.held) for a in intake.arrivals] == [("grade", "A", False)]


def test_the_same_value_given_apart_is_no_change_to_show() -> None:
    intake = taken(rows={"grade": wrote("A", "b")}, there={"grade": wrote("A")})
    assert not intake.changes
    assert intake.changed_keys == ("grade",)


def test_an_edit_by_hand_lies_on_top_of_what_it_was_based_on() -> None:
    base = wrote("A")
    other = wrote("C", "c", base)
    alone = taken(rows={"grade": base}, edits={"grade": "B"}, there={"grade": base})
    assert alone.after.values("grade") == ("B",)
    assert alone.changes[0].by_hand
    assert alone.changes[0].place == HERE
    beside = taken(rows={"grade": base}, edits={"grade": "B"}, there={"grade": other})
    assert beside.after.values("grade") == ("B", "C")


def test_an_edit_by_hand_can_clear_an_answer() -> None:
    base = {"grade": wrote("A"), **HANDED_IN}
    intake = taken(rows=base, edits={"grade": ""}, there=base)
    assert intake.after.value("grade") == ""
    assert effects(intake) == {"grade": Effect.CHANGED}


@pytest.mark.parametrize("purpose", [Purpose.REQUEST, Purpose.RETURN])
def test_a_request_that_comes_back_filled_in_counts_as_handed_in(purpose: Purpose) -> None:
    rows = {"submission": wrote("1")} if purpose is Purpose.RETURN else {}
    intake = taken(purpose, rows=rows, edits={"grade": "A"}, there=rows)
    assert intake.after.value("submission") == ("2" if rows else "1")
    again = taken(purpose, rows=rows, edits={"grade": "A"}, there=dict(intake.after.registers))
    assert not again.changed_keys


def test_a_submission_that_lost_what_the_program_wrote_counts_as_handed_in() -> None:
    lost = taken(edits={"grade": "A"})
    assert lost.after.value("submission") == "1"
    whole = taken(rows={"submission": wrote("2")}, edits={"grade": "A"})
    assert whole.after.value("submission") == "2"
    there = {"submission": wrote("2")}
    again = taken(edits={"grade": "A"}, there=there)
    assert submission_of(again.after).count == 2, "of two submissions the newer counts"


def test_only_the_year_asked_for_is_handed_in_and_only_at_the_office() -> None:
    last_year = taken(Purpose.REQUEST, edits={"grade": "A"}, year=2026)
    assert "submission" not in last_year.after.registers
    own = taken(Purpose.REQUEST, edits={"grade": "A"}, role=Owner.DEPARTMENT, department="企画課")
    assert own.after.value("grade") == "A"
    assert "submission" not in own.after.registers
    untouched = taken(Purpose.REQUEST, rows={"grade": wrote("A")})
    assert "submission" not in untouched.after.registers


def test_another_department_s_answers_are_shown_and_kept_and_not_applied() -> None:
    intake = taken(sender="市民課", rows={"grade": wrote("A")}, edits={"results": "成果"})
    held = dict.fromkeys(("grade", "results", "submission"), Effect.HELD)
    assert effects(intake) == held
    assert not intake.changed_keys
    assert all(a.held for a in intake.arrivals)
    assert intake.changes[0].after == ("A",)


def test_a_measure_nobody_answers_for_takes_what_comes() -> None:
    assert taken(sender="市民課", rows={"grade": wrote("A")}, assigned="").after.value("grade")


def test_office_items_are_the_office_s_to_write() -> None:
    view, remark = wrote("よくできている"), "comment.grade~k7"
    rows = {"office_view": view, remark: wrote("確認してください")}
    rows |= HANDED_IN
    sent = taken(rows=rows, edits={"second_grade": "A"}, there=HANDED_IN)
    assert set(effects(sent).values()) == {Effect.HELD}
    assert not sent.changed_keys
    own_book = taken(Purpose.CONFIRMATION, rows=rows)
    assert own_book.after.value("office_view") == "よくできている"


def test_an_item_the_plan_does_not_have_is_held() -> None:
    found = taken(rows=HANDED_IN, edits={"nonsense": "x"}, there=HANDED_IN)
    assert effects(found) == {"nonsense": Effect.HELD}


def test_a_department_takes_what_the_office_and_its_own_people_send() -> None:
    mine = functools.partial(taken, role=Owner.DEPARTMENT, department="企画課")
    rows = {"grade": wrote("A"), "office_view": wrote("所見")}
    for purpose in (Purpose.RETURN, Purpose.HANDOVER):
        intake = mine(purpose, rows=rows)
        assert intake.after.value("office_view") == "所見"
    for purpose in (Purpose.RETURN, Purpose.HANDOVER):
        intake = mine(purpose, "市民課", rows=rows, edits={"results": "成果"})
        assert set(effects(intake).values()) == {Effect.HELD}


def test_width_and_blanks_do_not_tell_departments_apart() -> None:
    assert same_department("ＤＸ推進 課", "DX推進課")
    assert not same_department("企画課", "市民課")
