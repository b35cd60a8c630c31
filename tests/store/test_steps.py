"""What was typed can be taken back and made again; what somebody else changed never is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import register
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.records import ImportAct, Manner, Origin, Step
from imari_desk.domain.register import Dot, Register, Written
from imari_desk.domain.taking_in import Arrival, Intake
from imari_desk.store import steps
from imari_desk.store.store import Store
from tests import ready
from tests.store.acts import E_2025, ME, PLAN, import_act, typed
from tests.store.conftest import database


def choose(store: Store, key: str, *values: str) -> None:
    for value in values:
        store.write([typed(key, value, manner=Manner.CHOICE)], ME)


def letters(store: Store, value: str, second: int, key: str = "activities") -> None:
    origin = Origin("伊万里花子", f"2026-05-20T10:15:{second:02}")
    store.write([typed(key, value, manner=Manner.LETTERS)], origin)


def undo(store: Store) -> Step | None:
    step = store.to_undo()
    if step is not None:
        store.take_step(step, ME)
    return step


def redo(store: Store) -> Step | None:
    step = store.to_redo()
    if step is not None:
        store.take_step(step, ME)
    return step


def value(store: Store, key: str = "activities") -> str:
    """What stands; what the store remembers has to agree with what it has kept."""
    remembered = store.evaluation(E_2025)
    kept = store.evaluations(PLAN.id) or (Evaluation(E_2025),)
    assert kept == (remembered,)
    return remembered.value(key)


def joined(store: Store, key: str, other: Register) -> ImportAct:
    """An import that brings a register to be joined."""
    before = store.evaluation(E_2025)
    after = {**before.registers, key: register.join(before.registers.get(key, ()), other)}
    intake = Intake(before, Evaluation(E_2025, after), (), ())
    return import_act()._replace(content=None, intakes=(intake,))


def test_steps_go_back_and_forth_across_items(store: Store) -> None:
    choose(store, "progress", "遅れ")
    choose(store, "grade", "C", "B")
    for key in ("grade", "grade", "progress"):
        assert (step := undo(store))
        assert step.key == key
    assert undo(store) is None
    assert (value(store, "progress"), value(store, "grade")) == ("", "")
    for found in ("遅れ", "C", "B"):
        assert (step := redo(store))
        assert step.values == (found,)
    assert redo(store) is None
    assert (value(store, "progress"), value(store, "grade")) == ("遅れ", "B")
    assert (step := undo(store))
    assert step.values == ("C",)


def test_steps_outlive_a_restart(store: Store, path: Path) -> None:
    choose(store, "grade", "C", "B")
    undo(store)
    store.close()
    with Store.open(path) as again:
        assert value(again, "grade") == "C"
        redo(again)
        assert value(again, "grade") == "B"
        undo(again)
        undo(again)
        assert value(again, "grade") == ""
        assert again.verify().ok


def test_typing_on_drops_what_could_be_made_again(store: Store) -> None:
    choose(store, "grade", "C", "B")
    undo(store)
    choose(store, "progress", "遅れ")
    assert store.to_redo() is None
    assert (step := undo(store))
    assert step.key == "progress"
    assert (step := undo(store))
    assert (step.key, step.values) == ("grade", ("",))


def test_a_step_back_is_a_write_on_top(store: Store) -> None:
    (before,) = store.write([typed("grade", "C", manner=Manner.CHOICE)], ME)[E_2025, "grade"]
    undo(store)
    (after,) = store.evaluation(E_2025).registers["grade"]
    assert after.supersedes(before.dot)
    assert [e.written.value for e in store.history(E_2025, "grade")] == ["C", ""]


def test_what_a_verb_wrote_is_no_step(store: Store) -> None:
    store.write([typed("submission", "1")], ME)
    assert store.to_undo() is None


def test_what_an_import_changed_is_not_undone(store: Store) -> None:
    choose(store, "progress", "遅れ")
    choose(store, "grade", "C")
    (mine,) = store.evaluation(E_2025).registers["grade"]
    theirs = register.write((mine,), "B", Dot("other", 1))
    store.apply_import(joined(store, "grade", theirs))
    assert (step := undo(store))
    assert step.key == "progress"
    assert value(store, "grade") == "B"
    assert undo(store) is None


def test_the_same_answer_from_somebody_else_is_not_undone_either(store: Store) -> None:
    choose(store, "grade", "C")
    store.apply_import(joined(store, "grade", (Written(Dot("other", 1), "C"),)))
    assert undo(store) is None


def test_a_file_that_changes_nothing_takes_no_step_away(store: Store) -> None:
    choose(store, "grade", "C")
    store.apply_import(joined(store, "grade", store.evaluation(E_2025).registers["grade"]))
    assert undo(store) is not None


def test_a_choice_taken_back_lets_both_answers_stand_again(store: Store) -> None:
    store.write([typed("issues", "甲")], ME)
    store.apply_import(joined(store, "issues", (Written(Dot("other", 1), "乙"),)))
    mine = store.history(E_2025, "issues")
    assert len(mine) == 1
    # The history has to know the other answer, as it does after a real import.
    both = store.evaluation(E_2025).registers["issues"]
    arrived = [w for w in both if w.dot.replica == "other"]
    act = import_act(b"PK2")._replace(content=None, intakes=(_arriving(store, arrived),))
    store.apply_import(act)
    choose(store, "issues", "甲")
    undo(store)
    assert store.evaluation(E_2025).values("issues") == ("乙", "甲")
    again = store.evaluation(E_2025).registers["issues"]
    assert register.join(again, both) == again
    redo(store)
    assert store.evaluation(E_2025).values("issues") == ("甲",)
    undo(store)
    assert store.evaluation(E_2025).values("issues") == ("乙", "甲")


def _arriving(store: Store, arrived: list[Written]) -> Intake:
    here = store.evaluation(E_2025)
    return Intake(here, here, (), tuple(Arrival("issues", w, None, False, False) for w in arrived))


def test_a_step_whose_value_is_gone_is_passed_over(store: Store) -> None:
    """Two answers stood of which the history knows one: nothing is made up."""
    store.apply_import(joined(store, "issues", (Written(Dot("other", 1), "乙"),)))
    choose(store, "issues", "甲")
    assert undo(store) is None


def test_the_oldest_steps_go(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "KEPT", 3)
    choose(store, "grade", *"ABCDE")
    taken = 0
    while undo(store):
        taken += 1
    assert taken == 3
    assert value(store, "grade") == "B"


def test_letters_typed_on_are_one_entry_and_one_step(store: Store) -> None:
    choose(store, "grade", "B")
    for second, text in enumerate(("窓口", "窓口を見", "窓口を見直した")):
        letters(store, text, second)
    (entry,) = store.history(E_2025, "activities")
    (standing,) = store.evaluation(E_2025).registers["activities"]
    assert entry.written == standing
    assert entry.origin.noted_at == "2026-05-20T10:15:02"
    assert standing.dot.counter == 4
    assert undo(store)
    assert value(store) == ""
    assert redo(store)
    assert value(store) == "窓口を見直した"
    assert store.verify().ok


@pytest.mark.parametrize(
    "between",
    [
        lambda store: letters(store, "速くなった", 1, "results"),
        lambda store: store.write([typed("submission", "1")], ME),
        lambda store: store.apply_import(import_act()),
        lambda store: store.record_sent([]),
        lambda store: undo(store) and redo(store),
    ],
)
def test_anything_in_between_ends_the_entry(
    store: Store, between: Callable[[Store], object]
) -> None:
    letters(store, "窓口", 0)
    between(store)
    letters(store, "窓口を", 2)
    assert [e.written.value for e in store.history(E_2025, "activities")][-1] == "窓口を"
    found = [e.written.value for e in store.history(E_2025, "activities")]
    assert "窓口" in found


def test_a_write_that_failed_ends_the_entry(store: Store) -> None:
    letters(store, "窓口", 0)
    with pytest.raises(CallError):
        letters(store, "窓口\ud800", 1)
    letters(store, "窓口を", 2)
    found = [e.written.value for e in store.history(E_2025, "activities")]
    assert found == ["窓口", "窓口を"]
    assert store.verify().ok


def test_somebody_else_begins_an_entry(store: Store) -> None:
    letters(store, "窓口", 0)
    other = Origin("有田次郎", "2026-05-20T10:15:01")
    store.write([typed("activities", "窓口を", manner=Manner.LETTERS)], other)
    found = [(e.origin.person, e.written.value) for e in store.history(E_2025, "activities")]
    assert found == [("伊万里花子", "窓口"), ("有田次郎", "窓口を")]


acts = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["grade", "progress"]), st.sampled_from("ABC")),
        st.sampled_from([("undo", ""), ("redo", ""), ("reopen", "")]),
    ),
    max_size=14,
)


@given(acts)
def test_any_acts_agree_with_a_list_of_states(done: list[tuple[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        ready.copy(database, Path(folder))
        path = Path(folder) / "desk.db"
        store = Store.open(path)
        states: list[dict[str, str]] = [{}]
        at = 0
        for key, text in done:
            now = states[at]
            if key == "undo":
                at -= bool(undo(store))
            elif key == "redo":
                at += bool(redo(store))
            elif key == "reopen":
                store.close()
                store = Store.open(path)
            elif now.get(key) != text:
                choose(store, key, text)
                states, at = [*states[: at + 1], {**now, key: text}], at + 1
            assert 0 <= at < len(states)
            for item in ("grade", "progress"):
                assert value(store, item) == states[at].get(item, "")
            assert (store.to_undo() is None) == (at == 0)
            assert (store.to_redo() is None) == (at == len(states) - 1)
        assert store.verify().ok
        store.close()


def test_a_step_that_changes_nothing_one_can_see_is_passed_over(store: Store) -> None:
    choose(store, "grade", "C")
    store.write([typed("activities", "窓口")], ME)
    for second, text in enumerate(("窓口を", "窓口")):
        letters(store, text, second)
    step = undo(store)
    assert step is not None
    assert step.key == "grade"


def test_a_step_passed_over_does_not_keep_others_from_being_dropped(store: Store) -> None:
    choose(store, "grade", "C")
    choose(store, "progress", "遅れ")
    (mine,) = store.evaluation(E_2025).registers["progress"]
    theirs = register.write((mine,), "完了", Dot("other", 1))
    store.apply_import(joined(store, "progress", theirs))
    step = undo(store)
    assert step is not None
    assert step.key == "grade"
    choose(store, "issues", "甲")
    assert store.to_redo() is None
