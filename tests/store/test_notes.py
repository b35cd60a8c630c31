"""Notes stand, are put in the place of older ones, and are checked like everything else."""

from __future__ import annotations

from pathlib import Path

from imari_desk.domain.evaluation import EvaluationId
from imari_desk.store.store import Store
from tests.store.acts import E_2025, PLAN, SECOND

OTHER = EvaluationId(PLAN.id, SECOND, 2025)
LAST_YEAR = EvaluationId(PLAN.id, SECOND, 2024)


def test_a_note_stands_until_another_takes_its_place(store: Store) -> None:
    store.notes.put("seen", {E_2025: "3", OTHER: "1", LAST_YEAR: "9"})
    store.notes.put("hearing", {E_2025: "人数を聞く"})
    store.notes.put("seen", {E_2025: "5"})
    assert store.notes.of(PLAN.id, 2025, "seen") == {E_2025: "5", OTHER: "1"}
    assert store.notes.of(PLAN.id, 2025, "hearing") == {E_2025: "人数を聞く"}
    assert store.notes.of(PLAN.id, 2024, "seen") == {LAST_YEAR: "9"}


def test_an_empty_note_is_none(store: Store) -> None:
    store.notes.put("hearing", {E_2025: "人数を聞く"})
    store.notes.put("hearing", {E_2025: "", OTHER: ""})
    assert store.notes.of(PLAN.id, 2025, "hearing") == {}


def test_notes_are_no_answers_and_survive_the_closing(store: Store, path: Path) -> None:
    digest, revision = store.verify().digest, store.revisions.of(E_2025)
    store.notes.put("seen", {E_2025: "3"})
    assert store.verify().ok
    assert store.verify().digest == digest
    assert store.revisions.of(E_2025) == revision
    store.close()
    with Store.open(path) as again:
        assert again.notes.of(PLAN.id, 2025, "seen") == {E_2025: "3"}
