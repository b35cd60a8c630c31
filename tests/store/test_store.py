"""The desk's own record, plans, assignments, requests and what was sent."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Phases
from imari_desk.domain.records import Assignment, DeskRecord, PlanVersion, Request, Sent
from imari_desk.store import opening
from imari_desk.store.revisions import Revisions
from imari_desk.store.store import Store
from tests.domain.plans import small_plan
from tests.store.acts import E_2025, ME, PLAN, import_act, typed
from tests.store.conftest import NOW

SECOND_VERSION = replace(PLAN, version=2, version_note="目標を直した")
NEXT = replace(
    PLAN,
    id="next",
    title="次の計画",
    first_year=2026,
    last_year=2030,
    measures=tuple(
        replace(m, schedule={}, milestones={}, phases=Phases({})) for m in PLAN.measures[2:3]
    ),
)


def test_a_new_database_knows_whose_it_is(store: Store) -> None:
    assert store.desk() == DeskRecord(Owner.OFFICE, "", PLAN.id, 1, NOW, "0.1")
    assert store.plan() == PLAN


def test_what_was_written_is_there_after_opening_again(store: Store, path: Path) -> None:
    store.write([typed("activities", "書いた")], ME)
    store.close()
    store.close()
    with Store.open(path) as again:
        assert again.desk().role is Owner.OFFICE
        assert again.plan() == PLAN
        assert again.evaluations(PLAN.id)[0].value("activities") == "書いた"


def test_a_database_that_is_there_is_not_made_anew(store: Store, path: Path) -> None:
    store.close()
    before = path.read_bytes()
    with pytest.raises(MachineError) as caught:
        Store.create(path, Owner.DEPARTMENT, "市民課", PLAN, now=NOW, program="0.1")
    assert caught.value.code == "database_exists"
    assert path.read_bytes() == before
    Store.open(path).close()


def test_a_missing_database_is_named(path: Path) -> None:
    with pytest.raises(MachineError) as caught:
        Store.open(path)
    assert caught.value.code == "database_missing"
    assert str(path) in caught.value.text
    assert not path.parent.exists()


def test_a_new_version_becomes_the_current_one(store: Store) -> None:
    store.add_plan(SECOND_VERSION, now="2026-06-01")
    assert store.plan() == SECOND_VERSION
    assert store.plan_version(PLAN.id, 1) == PLAN
    assert store.plan_versions() == (
        PlanVersion(PLAN.id, 1, "", NOW, False),
        PlanVersion(PLAN.id, 2, "目標を直した", "2026-06-01", True),
    )


def test_a_version_can_be_kept_without_becoming_current(store: Store) -> None:
    store.add_plan(SECOND_VERSION, now=NOW, current=False)
    assert store.plan() == PLAN
    assert len(store.plan_versions()) == 2


def test_the_same_version_again_is_nothing_new_and_another_content_is_refused(store: Store) -> None:
    store.add_plan(small_plan(), now="2030-01-01")
    assert [v.added_at for v in store.plan_versions()] == [NOW]
    with pytest.raises(CallError) as caught:
        store.add_plan(replace(PLAN, title="別の題"), now=NOW)
    assert caught.value.code == "plan_version_exists"
    assert store.plan() == PLAN


def test_a_fixed_year_keeps_the_version_it_was_judged_by(store: Store) -> None:
    assert store.fix_plan(2024) == PLAN
    store.add_plan(SECOND_VERSION, now=NOW)
    assert store.plan_for(2024) == PLAN
    assert store.plan_for(2025) == SECOND_VERSION
    assert store.fix_plan(2024) == PLAN
    assert store.fixed_plans(PLAN.id) == {2024: 1}


def test_a_year_is_judged_by_the_plan_that_covers_it(store: Store) -> None:
    store.add_plan(SECOND_VERSION, now=NOW)
    store.add_plan(NEXT, now=NOW)
    assert store.plan() == NEXT
    assert store.plan_for(2026) == NEXT
    assert store.plan_for(2025) == SECOND_VERSION
    with pytest.raises(CallError) as caught:
        store.plan_for(2031)
    assert caught.value.code == "year_without_plan"


def test_an_unknown_version_is_named(store: Store) -> None:
    with pytest.raises(CallError) as caught:
        store.plan_version(PLAN.id, 9)
    assert caught.value.code == "plan_version_unknown"


def test_an_assignment_holds_until_another_follows(store: Store) -> None:
    first = Assignment(PLAN.id, 2021, "行-①", "市民課", ("税務課", "DX推進課"))
    other = Assignment(PLAN.id, 2023, "行-②", "総務課")
    later = Assignment(PLAN.id, 2025, "行-①", "情報課")
    elsewhere = Assignment("next", 2021, "行-①", "よその課")
    store.set_assignments([later, other, first, elsewhere])
    assert store.assignments(2020) == ()
    assert store.assignments(2024) == (first, other)
    assert store.assignments(2025) == (later, other)
    assert store.assignments(2025, "next") == (elsewhere,)
    store.set_assignments([first._replace(department="窓口課")])
    assert store.assignments(2024)[0].department == "窓口課"
    assert len(store.assignments(2024)) == 2


def test_book_numbers_are_never_given_twice(store: Store, path: Path) -> None:
    numbers = [store.next_number(Purpose.REQUEST, 2025) for _ in range(3)]
    store.close()
    with Store.open(path) as again:
        numbers.append(again.next_number(Purpose.CONFIRMATION, 2026))
    heads = [number.rpartition("-")[0] for number in numbers]
    assert heads == ["2025-R-0001", "2025-R-0002", "2025-R-0003", "2026-C-0004"]
    assert len({number.rpartition("-")[2] for number in numbers}) > 1


def test_what_was_sent_and_asked_is_kept(store: Store) -> None:
    sent = Sent(
        "2025-R-0001-abcd",
        Purpose.REQUEST,
        PLAN.id,
        2025,
        "市民課",
        "依頼/市民課.xlsx",
        "ab" * 32,
        NOW,
        "2026-05-29",
    )
    asked = Request(PLAN.id, 2025, "市民課", "2026-05-29", "お願いします。\n室", NOW)
    store.record_sent([sent], [asked])
    last_year = sent._replace(number="2024-R-0001-abcd", fiscal_year=2024)
    store.record_sent([last_year])
    assert store.sent(2025) == (sent,)
    assert store.sent() == (sent, last_year)
    assert store.requests(2025) == (asked,)
    assert store.requests(2024) == ()


def test_a_database_moves_with_its_archive_and_backups(store: Store, path: Path) -> None:
    store.write([typed("activities", "書いた")], ME)
    store.safeguard("import", now=NOW)
    record = store.apply_import(import_act())
    store.close()
    target = path.parent.parent / "新しい所" / "desk.db"
    opening.move(path, target)
    assert not path.exists()
    with Store.open(target) as moved:
        assert moved.verify().ok
        assert moved.archived(record.sha256) == b"PK workbook"
        assert [b.reason for b in Store.backups(target)] == ["import"]


def test_a_database_goes_with_all_that_is_its_own(store: Store, path: Path) -> None:
    store.apply_import(import_act())
    with pytest.raises(MachineError) as caught:
        opening.remove(path)
    assert caught.value.code == "database_locked"
    store.close()
    opening.remove(path)
    assert [p.name for p in path.parent.iterdir() if p.suffix != ".lock"] == []
    opening.remove(path)


def test_a_new_version_covers_the_year_at_once(store: Store) -> None:
    assert store.plan_for(2025).version == 1
    store.add_plan(SECOND_VERSION, now=NOW)
    assert store.plan_for(2025).version == 2
    store.fix_plan(2025)
    store.add_plan(replace(PLAN, version=3), now=NOW)
    assert store.plan_for(2025).version == 2
    assert store.plan_for(2024).version == 3
    act = import_act()
    store.apply_import(act._replace(content=None, plan=replace(PLAN, version=4)))
    assert store.plan_for(2024).version == 4


def test_what_was_written_has_another_revision(store: Store) -> None:
    other = EvaluationId(PLAN.id, PLAN.measures[2].code, 2025)
    before = store.revisions.of(E_2025), store.revisions.of(other)
    store.write([typed("activities", "書いた")], ME)
    assert store.revisions.of(E_2025) > before[0]
    assert store.revisions.of(other) == before[1]
    between = store.revisions.of(E_2025)
    store.next_number(Purpose.REQUEST, 2025)
    assert store.revisions.of(E_2025) == between
    store.apply_import(import_act())
    assert store.revisions.of(E_2025) > between


def test_a_writer_that_does_not_say_of_what_touches_everything() -> None:
    revisions = Revisions()
    revisions.touch([E_2025])
    before = revisions.of(E_2025)
    revisions.touch(None)
    assert revisions.of(E_2025) == before + 1
    assert revisions.of(EvaluationId("other", "行-①", 2021)) == 1
