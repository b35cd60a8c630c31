"""Registers come back as they went in, and every write has a name of its own."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import register
from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.records import Origin
from imari_desk.domain.register import Dot, Register, Written
from imari_desk.store import answers, written
from imari_desk.store.store import Store
from tests import ready
from tests.store.acts import E_2025, FIRST, ME, PLAN, SECOND, import_act, typed
from tests.store.conftest import database

E_2024 = EvaluationId(PLAN.id, FIRST, 2024)
OTHER = EvaluationId(PLAN.id, SECOND, 2025)

replicas = st.text("abcdefgh234", min_size=1, max_size=10)
counters = st.integers(1, 10**9)
pasts = st.dictionaries(replicas, counters, max_size=4).map(lambda d: tuple(sorted(d.items())))
texts = st.text(st.characters(codec="utf-8"), max_size=60)
registers = st.lists(
    st.builds(Written, st.builds(Dot, replicas, counters), texts, pasts), max_size=4
).map(lambda found: tuple(sorted(set(found))))


@given(st.dictionaries(texts, registers, max_size=6))
def test_registers_come_back_as_they_were(found: dict[str, Register]) -> None:
    with TemporaryDirectory() as folder:
        ready.copy(database, Path(folder))
        with Store.open(Path(folder) / "desk.db") as store:
            with store._database.transaction(writing=True) as connection:
                number = answers.identify(connection, [E_2025])[E_2025]
                answers.put(connection, {(number, key): r for key, r in found.items()})
            kept = {key: r for key, r in found.items() if r}
            assert store.evaluation(E_2025) == Evaluation(E_2025, kept)
            assert store.verify().ok


@given(pasts)
def test_a_past_comes_back_as_it_was(past: register.Past) -> None:
    assert written.past_from_text(written.past_to_text(past)) == past


def test_a_write_stands_on_all_that_was_there(store: Store) -> None:
    first = store.write([typed("activities", "一"), typed("results", "成果")], ME)
    second = store.write([typed("activities", "二"), typed("activities", "三")], ME)
    (one,) = first[E_2025, "activities"]
    (three,) = second[E_2025, "activities"]
    assert three.value == "三"
    assert three.supersedes(one.dot)
    assert store.evaluation(E_2025).registers == {
        "activities": (three,),
        "results": first[E_2025, "results"],
    }


def test_two_answers_in_one_item_both_come_back(store: Store) -> None:
    both = (Written(Dot("ra", 1), "こちら"), Written(Dot("rb", 1), "あちら"))
    with store._database.transaction(writing=True) as connection:
        number = answers.identify(connection, [E_2025])[E_2025]
        answers.put(connection, {(number, "activities"): both})
    assert store.evaluation(E_2025).conflicts == ("activities",)
    (chosen,) = store.write([typed("activities", "こちら")], ME)[E_2025, "activities"]
    assert all(chosen.supersedes(w.dot) for w in both)
    assert store.evaluation(E_2025).conflicts == ()


def test_a_fork_keeps_both_values_of_one_dot(store: Store) -> None:
    fork = (Written(Dot("ra", 1), "い"), Written(Dot("ra", 1), "ろ"))
    with store._database.transaction(writing=True) as connection:
        number = answers.identify(connection, [E_2025])[E_2025]
        answers.put(connection, {(number, "activities"): fork})
    assert store.evaluation(E_2025).registers["activities"] == fork


def test_evaluations_are_chosen_by_plan_year_measure_and_key(store: Store) -> None:
    for where in (OTHER, E_2025, E_2024, EvaluationId("next", FIRST, 2026)):
        store.write([typed("activities", "書いた", where), typed("results", "成果", where)], ME)
    assert [e.id for e in store.evaluations(PLAN.id)] == [E_2024, E_2025, OTHER]
    assert [e.id for e in store.evaluations(PLAN.id, 2025)] == [E_2025, OTHER]
    assert [e.id for e in store.evaluations(PLAN.id, 2025, [SECOND])] == [OTHER]
    (limited,) = store.evaluations(PLAN.id, 2024, keys=["results", "grade"])
    assert set(limited.registers) == {"results"}
    assert store.evaluation(EvaluationId(PLAN.id, FIRST, 2021)).registers == {}


def test_copies_of_one_database_never_share_a_dot(store: Store, path: Path) -> None:
    store.write([typed("activities", "元")], ME)
    store.close()
    copy = path.with_name("copy.db")
    shutil.copyfile(path, copy)
    dots = []
    for which in (path, copy, path):
        with Store.open(which) as opened:
            (new,) = opened.write([typed("results", which.name)], ME)[E_2025, "results"]
            dots.append(new.dot)
    assert len({dot.replica for dot in dots}) == 3
    assert all(dot.replica.isalnum() and dot.counter == 1 for dot in dots)


def test_a_dot_is_not_given_again_after_a_write_that_failed(store: Store) -> None:
    (before,) = store.write([typed("results", "成果")], ME)[E_2025, "results"]
    with pytest.raises(CallError) as caught:
        store.write([typed("activities", "よい"), typed("results", "半端\ud800")], ME)
    assert caught.value.code == "text_not_storable"
    assert store.evaluation(E_2025).registers == {"results": (before,)}
    assert len(store.history(E_2025)) == 1
    (after,) = store.write([typed("results", "成果")], ME)[E_2025, "results"]
    assert after.dot.counter > before.dot.counter + 1


def test_the_history_tells_who_wrote_what_when(store: Store) -> None:
    store.write([typed("activities", "一"), typed("results", "成果")], ME)
    store.write([typed("activities", "二")], Origin("有田次郎", "2026-05-22T08:00:00+09:00"))
    store.write([typed("activities", "よその年", E_2024)], ME)
    entries = store.history(E_2025, "activities")
    assert [(e.written.value, e.origin.person) for e in entries] == [
        ("一", "伊万里花子"),
        ("二", "有田次郎"),
    ]
    assert entries[0].origin == ME
    assert not entries[0].held
    assert entries[0].place is None
    assert len(store.history(E_2025)) == 3


def test_a_typed_answer_grows_the_database_by_less_than_a_kilobyte(
    store: Store, path: Path
) -> None:
    store.write([typed("issues", "初めの値")], ME)
    before = path.stat().st_size
    for n in range(300):
        store.write([typed("issues", f"課題は{n}番目の手続きの見直し")], ME)
    assert path.stat().st_size - before <= 300 * 1024


def test_a_read_only_desk_does_not_write(store: Store, path: Path) -> None:
    with Store.open(path, read_only=True) as second, pytest.raises(MachineError) as caught:
        second.write([typed("activities", "書けない")], ME)
    assert caught.value.code == "database_read_only"
    assert store.evaluations(PLAN.id) == ()


def test_what_is_remembered_is_what_is_kept(store: Store) -> None:
    def agrees() -> bool:
        return store.evaluations(PLAN.id, 2025) == (store.evaluation(E_2025),)

    assert store.evaluation(E_2025) == Evaluation(E_2025)
    store.write([typed("activities", "一"), typed("results", "成果")], ME)
    assert agrees()
    store.write([typed("activities", "よその年", E_2024)], ME)
    assert agrees()
    store.write([typed("activities", "二"), typed("activities", "前の年", E_2024)], ME)
    assert agrees()
    store.apply_import(import_act())
    assert agrees()
    with pytest.raises(CallError):
        store.write([typed("results", "半端\ud800")], ME)
    assert agrees()


def test_a_reader_sees_what_the_writer_writes(store: Store, path: Path) -> None:
    store.write([typed("activities", "一")], ME)
    with Store.open(path, read_only=True) as reader:
        assert reader.evaluation(E_2025).value("activities") == "一"
        store.write([typed("activities", "二")], ME)
        assert reader.evaluation(E_2025).value("activities") == "二"
