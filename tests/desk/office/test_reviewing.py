"""The office reviews: queue, marks, remarks, stages, 訂正, hearings, and what goes back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.review_queue import QueueGroup, QueueLine
from imari_desk.desk.office.reviewing import Reviewing, ReviewPage
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import CallError
from imari_desk.domain.marks import MarkKind
from imari_desk.domain.states import DepartmentState, OfficeState
from tests import ready
from tests.desk.office.review_sample import handed_in
from tests.desk.people import (
    DEPARTMENT,
    MINE,
    THEIRS,
    YEAR,
    People,
    at_their_desks,
    edited,
)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    ready.copy(handed_in, tmp_path)
    met = at_their_desks(tmp_path)
    yield met
    met.clerk.close()
    met.office.close()


@pytest.fixture
def reviewing(people: People) -> Reviewing:
    return people.office.office.reviewing


def line(reviewing: Reviewing, measure: str = MINE) -> QueueLine:
    while reviewing.work(YEAR):
        pass
    return next(one for one in reviewing.lines(YEAR) if one.measure == measure)


def page(people: People, reviewing: Reviewing) -> ReviewPage:
    return reviewing.page(people.office.leaf(MINE, YEAR))


def kinds(reviewing: Reviewing) -> set[MarkKind]:
    return {mark.kind for mark in line(reviewing).marks or ()}


def hand_in_again(people: People, **answers: str) -> None:
    people.clerk.enter(MINE, YEAR, answers)
    people.office.import_files([people.submit(f"提出{len(answers)}_{len(str(answers))}.xlsx")])


def test_the_queue_begins_with_what_waits(reviewing: Reviewing) -> None:
    lines = reviewing.lines(YEAR)
    assert lines[0].measure == MINE
    assert lines[0].state is OfficeState.RECEIVED
    assert lines[0].marks is None, "nobody has worked them out yet"
    assert {one.group for one in lines[1:]} == {QueueGroup.MISSING}
    assert line(reviewing).department == DEPARTMENT


def test_marks_are_worked_out_a_few_at_a_time_and_kept(
    people: People, reviewing: Reviewing
) -> None:
    left = reviewing.work(YEAR, 5)
    assert left == len(people.office.plan().measures) - 5
    while left := reviewing.work(YEAR, 10):
        pass
    assert kinds(reviewing) >= {MarkKind.LIKE, MarkKind.JUMP, MarkKind.GRADE, MarkKind.EMPTY}
    people.office.enter(MINE, YEAR, {"office_view": "確認します。"})
    assert reviewing.work(YEAR, 0) == 1, "only what was written in is looked at again"
    people.office.enter(MINE, YEAR - 1, {"activities": "別の文"})
    assert reviewing.work(YEAR) == 0
    assert MarkKind.LIKE not in kinds(reviewing), "last year's text is another one now"


def test_the_page_stands_plan_last_year_and_this_year_side_by_side(
    people: People, reviewing: Reviewing
) -> None:
    rows = {row.key: row for row in page(people, reviewing).rows}
    rate = rows["indicator.1.numerator"]
    assert (rate.last, rate.now) == ("20.0％", "48.0％")
    assert "目標" in rate.planned
    assert [mark.word for mark in rate.marks] == ["前年から140％増"]
    text = rows["activities"]
    assert [span.text for span in text.spans if span.kind.value == "new"] == ["済"]
    assert rows["results"].spans == (), "nothing to compare with"
    assert rows["grade"].marks[0].kind is MarkKind.GRADE


def test_a_remark_begins_the_review_and_can_be_taken_back(
    people: People, reviewing: Reviewing
) -> None:
    leaf = reviewing.comment(MINE, YEAR, "activities", " 今年度のことをお書きください。 ")
    (comment,) = leaf.comments
    assert comment.text == "今年度のことをお書きください。"
    assert page(people, reviewing).state is OfficeState.REVIEWING
    assert page(people, reviewing).remarks == 1
    assert reviewing.withdraw(MINE, YEAR, comment.key).comments == ()
    assert page(people, reviewing).remarks == 0
    undone = people.office.undo()
    assert undone is not None
    assert [c.text for c in undone.leaf.comments] == ["今年度のことをお書きください。"]
    assert reviewing.withdraw(MINE, YEAR, "comment.activities~none").comments != ()
    with pytest.raises(CallError):
        reviewing.comment(MINE, YEAR, "office_stage", "x")


def test_a_return_reopens_what_was_remarked_on_and_tells_the_rest(
    people: People, reviewing: Reviewing, tmp_path: Path
) -> None:
    reviewing.comment(MINE, YEAR, "activities", "今年度のことをお書きください。")
    assert reviewing.stage([MINE, THEIRS], YEAR, OfficeState.RETURNED) == ((MINE,), (THEIRS,))
    assert line(reviewing).group is QueueGroup.RETURNED
    assert line(reviewing).returned_at
    assert line(reviewing).comments == 1
    returning = reviewing.returning
    (going,) = returning.outgoing(YEAR, Purpose.RETURN, "2026-06-12")
    assert going.waits
    assert [one.remarks for one in going.lines] == [1]
    assert "令和8年6月12日" in going.covering
    assert "コメント1件" in going.covering
    out = tmp_path / "返却"
    told: list[int] = []
    (book,) = returning.send(
        *(YEAR, Purpose.RETURN, [DEPARTMENT], out, "2026-06-12", "お願いします。"),
        lambda _what, done, _of: told.append(done),
    )
    assert told == [0, 1]
    assert not returning.outgoing(YEAR, Purpose.RETURN)[0].waits
    (again,) = returning.send(YEAR, Purpose.RETURN, [DEPARTMENT], out)
    assert again.path.stem.endswith("_2"), "nothing that stands there is written over"

    people.clerk.import_files([book.path])
    leaf = people.clerk.leaf(MINE, YEAR)
    assert leaf.state is DepartmentState.RETURNED
    assert leaf.due == "2026-06-12"
    assert leaf.reopened is not None
    assert leaf.reopened.has("activities")
    assert not leaf.reopened.has("results")
    reviewing.looked(MINE, YEAR)
    (remark,) = leaf.comments
    people.clerk.enter(MINE, YEAR, {remark.key.replace("comment.", "reply."): "直しました。"})
    hand_in_again(people, activities="まったく別の取組を行った。", results="件数が増えた。")
    marks = {mark.key: mark for mark in line(reviewing).marks or () if mark.kind < MarkKind.EMPTY}
    assert marks["results"].kind is MarkKind.OUTSIDE
    assert "来庁が減った。" in marks["results"].text
    assert {m.kind for m in line(reviewing).marks or () if m.key == "activities"} == {
        MarkKind.CHANGED,
        MarkKind.REPLY,
    }
    assert line(reviewing).again
    assert page(people, reviewing).remarks == 0, "a new submission, a new look"
    reviewing.looked(MINE, YEAR)
    assert MarkKind.CHANGED not in kinds(reviewing)
    reviewing.looked(MINE, YEAR)


def test_what_was_said_after_it_went_out_has_to_go_out_again(
    people: People, reviewing: Reviewing, tmp_path: Path
) -> None:
    reviewing.stage([MINE], YEAR, OfficeState.RETURNED)
    people.office.give_back(YEAR, DEPARTMENT, tmp_path / "差戻し.xlsx", [MINE])
    assert not reviewing.returning.outgoing(YEAR, Purpose.RETURN)[0].waits
    reviewing.comment(MINE, YEAR, "results", "件数をお書きください。")
    assert reviewing.returning.outgoing(YEAR, Purpose.RETURN)[0].waits


def test_confirming_many_fixes_the_plan_and_only_a_correction_opens_again(
    people: People, reviewing: Reviewing, tmp_path: Path
) -> None:
    with pytest.raises(CallError) as early:
        reviewing.correct(MINE, YEAR, "件数の誤り")
    assert early.value.code == "office.review.not_settled"
    assert reviewing.stage([MINE], YEAR, OfficeState.CHECKED).done == (MINE,)
    ready_ones = {one.line.measure: one for one in reviewing.ready(YEAR)}
    assert ready_ones[MINE].ready
    assert not ready_ones[THEIRS].possible
    assert ready_ones[THEIRS].why
    assert reviewing.stage([MINE], YEAR, OfficeState.CONFIRMED).done == (MINE,)
    now = page(people, reviewing)
    assert now.correctable
    assert now.may == {OfficeState.PUBLISHED}
    (going,) = reviewing.returning.outgoing(YEAR, Purpose.CONFIRMATION, "2026-06-12")
    assert "期限" not in going.covering
    reviewing.returning.send(YEAR, Purpose.CONFIRMATION, [DEPARTMENT], tmp_path)
    with pytest.raises(CallError):
        reviewing.correct(MINE, YEAR, " ")
    leaf = reviewing.correct(MINE, YEAR, "件数の誤り")
    assert leaf.evaluation.value("correction") == "件数の誤り"
    again = page(people, reviewing)
    assert (again.state, again.correction) == (OfficeState.REVIEWING, "件数の誤り")
    assert line(reviewing).corrected
    assert reviewing.stage([MINE], YEAR, OfficeState.CONFIRMED).done == (MINE,)
    assert reviewing.returning.outgoing(YEAR, Purpose.CONFIRMATION)[0].waits
    assert not line(reviewing).corrected


def test_why_one_cannot_be_confirmed_is_said(reviewing: Reviewing) -> None:
    def why() -> str:
        return next(one.why for one in reviewing.ready(YEAR) if one.line.measure == MINE)

    assert "確認済" in why()
    reviewing.stage([MINE], YEAR, OfficeState.RETURNED)
    assert "差戻し" in why()


def test_hearings_stand_on_a_list_of_the_offices_own(people: People, reviewing: Reviewing) -> None:
    digest = people.office.verify().office_digest
    reviewing.hear(MINE, YEAR, "")
    assert page(people, reviewing).questions == ""
    reviewing.hear(MINE, YEAR, "増えた手続きの内訳")
    assert page(people, reviewing).questions == "増えた手続きの内訳"
    assert line(reviewing).hearing
    ((heard, questions),) = reviewing.hearings(YEAR)
    assert (heard.measure, questions) == (MINE, "増えた手続きの内訳")
    assert people.office.verify().office_digest == digest
    reviewing.hear(MINE, YEAR, None)
    assert reviewing.hearings(YEAR) == ()
    assert page(people, reviewing).questions is None


def test_only_the_office_reviews(people: People) -> None:
    with pytest.raises(CallError):
        _ = people.clerk.office


def test_the_queue_of_a_year_nobody_has_handed_in_is_all_missing(people: People) -> None:
    desk: Desk = people.office
    reviewing = desk.office.reviewing
    assert {one.group for one in reviewing.lines(YEAR - 2)} == {QueueGroup.MISSING}
    while reviewing.work(YEAR - 2):
        pass
    assert {one.marks for one in reviewing.lines(YEAR - 2)} == {()}


def test_a_returned_workbook_marks_what_is_asked_for_and_takes_everything_in(
    people: People, reviewing: Reviewing, tmp_path: Path
) -> None:
    reviewing.comment(MINE, YEAR, "activities", "今年度のことをお書きください。")
    reviewing.stage([MINE], YEAR, OfficeState.RETURNED)
    (book,) = reviewing.returning.send(YEAR, Purpose.RETURN, [DEPARTMENT], tmp_path)

    def cell_of(workbook: Workbook, code: str) -> Cell:
        sheet = workbook[MINE]
        place = next(c for row in sheet for c in row if c.value == code)
        found = sheet.cell(place.row, place.column + 1)
        assert isinstance(found, Cell)
        return found

    def change(workbook: Workbook) -> None:
        asked, aside, signed = (cell_of(workbook, code) for code in ("T01", "T02", "A01"))
        assert not asked.protection.locked
        assert asked.border.left.color.rgb == "FF5C10BE"
        assert aside.protection.locked
        assert not signed.protection.locked
        asked.value, aside.value = "今年度は18の手続きを加えた。", "待ち時間も減った。"

    people.office.import_files([edited(book.path, tmp_path / "直した.xlsx", change)])
    marks = {mark.key for mark in line(reviewing).marks or () if mark.kind is MarkKind.OUTSIDE}
    assert marks == {"results"}
    leaf = people.office.leaf(MINE, YEAR)
    assert leaf.evaluation.value("activities") == "今年度は18の手続きを加えた。"
    assert leaf.evaluation.value("results") == "待ち時間も減った。"
