"""What the 課 says to a remark of the office: it goes along with everything else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.desk.leaf import Comment
from imari_desk.domain import items
from imari_desk.domain.errors import CallError
from imari_desk.domain.records import Outcome
from imari_desk.domain.states import DepartmentState
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR, People, meet


@pytest.fixture
def returned(tmp_path: Path) -> Iterator[People]:
    """The office has sent it back with one remark."""
    people = meet(tmp_path)
    people.office.import_files([people.submit()])
    people.office.enter(MINE, YEAR, {"comment.issues": "要因を書いてください。"})
    back = people.office.give_back(YEAR, DEPARTMENT, people.folder / "差戻し.xlsx")
    people.clerk.import_files([back.path])
    with people.office, people.clerk:
        yield people


def remark(people: People) -> Comment:
    return people.clerk.leaf(MINE, YEAR).comments[0]


def test_a_reply_reaches_the_office_and_so_does_that_it_is_dealt_with(returned: People) -> None:
    key = remark(returned).key
    page = returned.clerk.type(MINE, YEAR, {items.reply_key(key): "人手不足です。\n5月に補充。"})
    assert page.state is DepartmentState.TYPING
    assert (page.comments[0].open, page.comments[0].settled) == (True, False)
    page = returned.clerk.type(MINE, YEAR, {items.settled_key(key): "true"})
    assert (page.comments[0].open, page.comments[0].settled) == (False, True)
    assert [line.comments for line in returned.clerk.lines(YEAR)] == [0]
    report = returned.office.import_files([returned.submit("再提出.xlsx")])[0]
    assert report.outcome is Outcome.APPLIED
    there = returned.office.leaf(MINE, YEAR).comments[0]
    assert (there.text, there.reply, there.settled) == (
        "要因を書いてください。",
        "人手不足です。\n5月に補充。",
        True,
    )
    assert returned.office.verify().digest == returned.clerk.verify().digest


def test_taking_it_back_opens_it_again(returned: People) -> None:
    key = items.settled_key(remark(returned).key)
    returned.clerk.type(MINE, YEAR, {key: "true"})
    undone = returned.clerk.undo()
    assert undone is not None
    assert (undone.key, undone.leaf.comments[0].open) == (key, True)
    returned.clerk.redo()
    assert remark(returned).settled


def test_two_replies_are_both_there_and_no_choice_is_asked_for(returned: People) -> None:
    key = items.reply_key(remark(returned).key)
    book = returned.clerk.hand_over(YEAR, returned.folder / "引継ぎ.xlsx").path
    with returned.colleague() as colleague:
        colleague.import_files([book])
        colleague.type(MINE, YEAR, {key: "乙"})
        back = colleague.hand_over(YEAR, returned.folder / "乙.xlsx").path
    returned.clerk.type(MINE, YEAR, {key: "甲"})
    returned.clerk.import_files([back])
    page = returned.clerk.leaf(MINE, YEAR)
    assert sorted(page.comments[0].reply.split("\n")) == ["乙", "甲"]
    assert dict(page.conflicts) == {}
    assert returned.clerk.lines(YEAR)[0].conflicts == 0
    page = returned.clerk.type(MINE, YEAR, {key: "甲と乙"})
    assert page.comments[0].reply == "甲と乙"


def test_there_is_no_reply_to_a_remark_nobody_made(returned: People) -> None:
    for key in ("reply.issues~none", "settled.grade", "reply.grade~x~y"):
        with pytest.raises(CallError):
            returned.clerk.enter(MINE, YEAR, {key: "はい"})


def test_what_was_said_is_shown_with_the_answers(returned: People) -> None:
    key = items.reply_key(remark(returned).key)
    returned.clerk.enter(MINE, YEAR, {key: "人手不足です。"})
    answers = {a.key: a for a in returned.clerk.show(MINE, YEAR).answers}
    assert (answers[key].value, answers[key].item_code) == ("人手不足です。", "T03")
    assert answers[key].label == "課題・要因：推進室への返信"
    assert answers[remark(returned).key].label == "課題・要因：推進室のコメント"
    assert items.reply_key("comment.x~y") not in answers


def test_another_department_cannot_reply(returned: People) -> None:
    key = items.reply_key(remark(returned).key)
    page = returned.clerk.leaf(MINE, YEAR)
    item = items.item_of(page.plan, page.measure, YEAR, key)
    assert item is not None
    assert item.owner is items.Owner.DEPARTMENT
    with pytest.raises(CallError):
        returned.clerk.enter(THEIRS, YEAR, {key: "よそから"})
