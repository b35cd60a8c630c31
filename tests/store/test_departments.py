"""Who answers over all years, and what is written down for a year, come back as they were kept."""

from __future__ import annotations

from imari_desk.domain.records import Assignment
from imari_desk.domain.succession import Change, Succession, Successions
from imari_desk.store.store import Store

OLD = Assignment("small", 2021, "行-①", "市民課", ("財政課", "総務課"))
NEW = OLD._replace(fiscal_year=2025, department="市民生活課")
RENAMED = Succession(2025, "市民課", "市民生活課")


def test_a_change_stands_whole_and_is_taken_back_whole(store: Store) -> None:
    departments = store.departments
    departments.change(Change(new=(OLD,)))
    before = departments.assignments()
    change = Change((), (NEW,), (), (RENAMED,))
    departments.change(change)

    assert departments.assignments() == (OLD, NEW)
    assert departments.successions() == Successions((RENAMED,))
    assert store.assignments(2024, "small") == (OLD,)
    assert store.assignments(2025, "small") == (NEW,)
    assert store.verify().ok

    departments.change(change.inverse)
    assert departments.assignments() == before
    assert departments.successions() == Successions()


def test_a_name_changes_once_a_year(store: Store) -> None:
    store.departments.change(Change(begun=(RENAMED,)))
    again = RENAMED._replace(new="窓口課")
    store.departments.change(Change(begun=(again,)))
    assert store.departments.successions().every == (again,)


def test_what_is_written_down_for_a_year(store: Store) -> None:
    texts = store.preparations
    texts.keep("small", 2024, {"subject": "去年の件名", "due": "2025-05-30"})
    texts.keep("small", 2025, {"due": "2026-05-29", "due/市民課": ""})
    texts.keep("other", 2025, {"due": "2026-06-30"})

    assert texts.of("small", 2025) == {"due": "2026-05-29", "due/市民課": ""}
    assert texts.before("subject", 2025) == "去年の件名"
    assert texts.before("subject", 2024) == ""
    assert store.verify().ok

    texts.keep("small", 2025, {"due/市民課": None, "due": "2026-06-01"})
    assert texts.of("small", 2025) == {"due": "2026-06-01"}
