"""Keys around a remark of the office: the remark, the 課's reply to it, that it is dealt with."""

from __future__ import annotations

import pytest

from imari_desk.domain import items
from imari_desk.domain.items import ItemKind, Owner
from imari_desk.domain.taking_in import Effect
from tests.domain.plans import small_plan
from tests.domain.test_taking_in import effects, taken, wrote

PLAN = small_plan()
REMARK = items.comment_key("activities", "k7f3")
REPLY, SETTLED = items.reply_key(REMARK), items.settled_key(REMARK)


def test_what_is_said_to_a_remark_names_it() -> None:
    assert (REPLY, SETTLED) == ("reply.activities~k7f3", "settled.activities~k7f3")
    assert items.answered_remark(REPLY) == items.answered_remark(SETTLED) == REMARK
    assert items.answered_remark(REMARK) is None
    assert items.answered_remark("activities") is None


@pytest.mark.parametrize("key", ["activities", REMARK, REPLY, SETTLED])
def test_all_of_it_stands_at_the_item(key: str) -> None:
    assert items.place_of(key) == "activities"


@pytest.mark.parametrize(
    ("key", "kind", "owner", "label"),
    [
        ("activities", ItemKind.TEXT, Owner.DEPARTMENT, "取組実績"),
        (REMARK, ItemKind.TEXT, Owner.OFFICE, "取組実績：推進室のコメント"),
        (REPLY, ItemKind.TEXT, Owner.DEPARTMENT, "取組実績：推進室への返信"),
        (SETTLED, ItemKind.FLAG, Owner.DEPARTMENT, "取組実績：コメントへの対応"),
        (
            "reply.milestone.9.state~a",
            ItemKind.TEXT,
            Owner.DEPARTMENT,
            "milestone.9.state：推進室への返信",
        ),
    ],
)
def test_each_is_an_item_of_whoever_writes_it(
    key: str, kind: ItemKind, owner: Owner, label: str
) -> None:
    item = items.item_of(PLAN, PLAN.measures[0], 2025, key)
    assert item is not None
    assert (item.key, item.kind, item.owner, item.label) == (key, kind, owner, label)


@pytest.mark.parametrize("key", ["nothing", "nothing~a", "reply.activities", "settled."])
def test_other_keys_are_no_items(key: str) -> None:
    assert items.item_of(PLAN, PLAN.measures[0], 2025, key) is None


def test_only_the_department_that_is_asked_replies() -> None:
    rows = {REPLY: wrote("4回です。"), SETTLED: wrote("true")}
    assert set(effects(taken(rows=rows)).values()) == {Effect.NEW}
    assert set(effects(taken(rows=rows, sender="よその課")).values()) == {Effect.HELD}
    assert effects(taken(rows={REMARK: wrote("？")})) == {REMARK: Effect.HELD}
