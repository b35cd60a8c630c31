"""Plans being edited, and who stored which version, come back as they were kept."""

from __future__ import annotations

from imari_desk.store.drafts import KeptDraft
from imari_desk.store.store import Store
from tests.store.acts import ME, typed

DRAFT = KeptDraft("small", 1, "高木", "2026-05-25T11:40:00", {"id": "small", "measures": [{}]})


def test_a_draft_stands_until_it_is_let_go(store: Store) -> None:
    drafts = store.drafts
    drafts.keep(DRAFT)
    newer = DRAFT._replace(draft={"id": "small", "title": "計画"}, person="松尾")
    drafts.keep(newer)
    other = DRAFT._replace(plan="another", version=0)
    drafts.keep(other)

    assert drafts.kept() == (other, newer)
    assert store.verify().ok
    drafts.drop("small")
    assert drafts.kept() == (other,)


def test_who_stored_a_version_is_noted_once(store: Store) -> None:
    for person in ("", "高木", "松尾"):
        store.drafts.sign("small", 2, person)
    assert store.drafts.authors() == {("small", 2): "高木"}


def test_measures_somebody_has_answered(store: Store) -> None:
    first = typed("activities", "書いた")
    earlier = first._replace(evaluation=first.evaluation._replace(fiscal_year=2024))
    store.write([first, earlier], ME)
    plan, measure, year = first.evaluation
    assert store.drafts.answered(plan) == {measure: (2024, year)}
    assert store.drafts.answered("another") == {}
