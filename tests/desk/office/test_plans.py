"""The plan edited at a real office: drafts that wait, versions with a reason, the plan after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.domain.errors import CallError, PlanError
from imari_desk.domain.items import Owner
from imari_desk.domain.plan_draft import at, put, remove
from tests import ready
from tests.domain.plans import small_plan

NEXT = Path(__file__).parents[2] / "data" / "next_plan.toml"
YEAR = 2025
TARGET = ("measures", 1, "indicators", 0, "target")


def clock() -> datetime:
    return datetime(2026, 5, 25, 11, 40)


def fill(folder: Path) -> None:
    with Desk.create(folder, Owner.OFFICE, plan=small_plan(), clock=clock) as desk:
        desk.enter("行-①", YEAR, {"activities": "26手続を始めた。"})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(fill, tmp_path)
    with Desk.open(tmp_path, clock=clock, person="高木") as opened:
        yield opened


def test_a_draft_waits_over_a_restart(desk: Desk, tmp_path: Path) -> None:
    plans = desk.office.plans
    opened = plans.open()
    assert (opened.plan, opened.version, opened.kept) == ("small", 1, "")
    assert opened.draft == opened.base
    assert opened.answered == {"行-①": (YEAR,)}

    draft = put(put(opened.draft, TARGET, "60"), ("measures", 0, "name"), "")
    looked = plans.look("small", draft, keep=True)
    assert [f.place.field for f in looked.faults] == ["名称"]
    assert [c.field for c in looked.changes] == ["名称", "指標1の数値目標"]
    assert desk.plan().version == 1
    desk.close()
    with Desk.open(tmp_path, clock=clock) as again:
        found = again.office.plans.open("small")
        assert found.draft == draft
        assert found.kept == "2026-05-25T11:40:00"
        assert [b[:4] for b in again.office.plans.begun()] == [
            ("small", "見本市デジタル計画", 1, "高木")
        ]
        again.office.plans.look("small", found.base, keep=True)
        assert again.office.plans.begun() == ()


def test_a_version_has_its_reason_and_fixed_years_keep_theirs(desk: Desk) -> None:
    plans = desk.office.plans
    session = desk.session
    assert session is not None
    session.store.fix_plan(YEAR)
    draft = put(plans.open().draft, TARGET, "60")
    for reason, code in ((" ", "office.plan.needs_reason"),):
        with pytest.raises(CallError) as caught:
            plans.save(draft, reason)
        assert caught.value.code == code
    with pytest.raises(CallError) as caught:
        plans.save(put(draft, TARGET, "多い"), "理由")
    assert caught.value.code == "office.plan.faulty"

    plans.look("small", draft, keep=True)
    saved = plans.save(draft, " 議会で改めた ")
    assert (saved.version, saved.version_note) == (2, "議会で改めた")
    assert plans.begun() == ()
    assert session.plan(2024) == saved
    assert session.plan(YEAR).version == 1
    newest, first = plans.versions()
    assert (newest.reason, newest.person, newest.current) == ("議会で改めた", "高木", True)
    assert (newest.judges, newest.fixed) == ((2021, 2022, 2023, 2024), ())
    assert (first.judges, first.fixed, first.person) == ((YEAR,), (YEAR,), "")
    with pytest.raises(CallError) as caught:
        plans.save(plans.open().draft, "同じ")
    assert caught.value.code == "office.plan.unchanged"
    (change,) = plans.compare(("small", 1), ("small", 2))
    assert (change.before, change.after) == ("50", "60")


def test_a_version_that_came_meanwhile_is_noticed(desk: Desk) -> None:
    plans = desk.office.plans
    draft = plans.open().draft
    plans.look("small", put(draft, ("title",), "わたしの計画"), keep=True)
    plans.save(put(draft, TARGET, "60"), "別の人が直した")
    assert not plans.begun()
    plans.look("small", put(draft, ("title",), "わたしの計画"), keep=True)
    assert not plans.open().behind

    session = desk.session
    assert session is not None
    (kept,) = session.store.drafts.kept()
    session.store.drafts.keep(kept._replace(version=1))
    assert plans.open().behind


def test_the_next_plan_begins_from_this_one(desk: Desk) -> None:
    plans = desk.office.plans
    opened = plans.start_next("small")
    assert (opened.plan, opened.version, opened.base) == ("small-2026", 0, {})
    plans.look(opened.plan, put(opened.draft, ("title",), "第二次計画"), keep=True)
    assert plans.start_next("small").draft["title"] == "第二次計画"

    draft = opened.draft
    while at(draft, ("measures", 1)):
        draft = remove(draft, ("measures",), 1)
    indicators = [
        {**one, "target": "3", "target_text": "3以上"}
        for one in at(draft, ("measures", 0, "indicators"))
    ]
    saved = plans.save(put(draft, ("measures", 0, "indicators"), indicators), "次期計画")
    assert saved.version == 1
    session = desk.session
    assert session is not None
    assert session.plan(2026) == saved
    assert session.plan(YEAR).id == "small"
    assert desk.plan().id == "small"
    assert plans.start_next("small").plan == "small-2026"
    plans.make_current("small-2026")
    assert desk.plan() == saved
    assert session.plan(YEAR).id == "small"
    with pytest.raises(CallError):
        plans.open("nowhere")


def test_a_workbook_comes_back_as_a_draft(desk: Desk, tmp_path: Path) -> None:
    plans = desk.office.plans
    plans.save(put(plans.open().draft, TARGET, "60"), "議会で改めた")
    plans.export("small", 1, tmp_path / "計画.xlsx")
    opened = plans.take_in(tmp_path / "計画.xlsx")
    assert [c.after for c in plans.look("small", opened.draft, keep=True).changes] == ["50"]
    assert desk.plan().version == 2

    (tmp_path / "計画.toml").write_text("title = ", "utf-8")
    with pytest.raises(PlanError):
        plans.take_in(tmp_path / "計画.toml")


def test_a_plan_nobody_knows_can_be_taken_in(desk: Desk) -> None:
    opened = desk.office.plans.take_in(NEXT)
    assert (opened.version, opened.base) == (0, {})
    assert desk.office.plans.look(opened.plan, opened.draft, keep=True).faults == ()
    assert [one.plan for one in desk.office.plans.begun()] == [opened.plan]
    assert desk.plan().id == "small"
