"""The join of registers: a semilattice in which no write is lost but to one that had seen it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import register
from imari_desk.domain.register import Dot, Register, Written


def grown(steps: list[tuple[int, int, str]]) -> list[Register]:
    """Copies of one answer at four desks after writes and meetings, as they can really come up."""
    copies: list[Register] = [(), (), (), ()]
    for number, (at, other, value) in enumerate(steps, start=1):
        if value:
            copies[at] = register.write(copies[at], value, Dot(f"r{at}", number))
        else:
            copies[at] = register.join(copies[at], copies[other])
    return copies


desks = st.integers(0, 3)
histories = st.lists(st.tuples(desks, desks, st.sampled_from(["", "A", "B", "C"])), max_size=14)
copies = histories.map(grown)


@given(copies)
def test_join_is_idempotent_commutative_and_associative(four: list[Register]) -> None:
    a, b, c, _ = four
    assert register.join(a, a) == a
    assert register.join(a, b) == register.join(b, a)
    left = register.join(register.join(a, b), c)
    assert left == register.join(a, register.join(b, c))


@given(copies)
def test_nothing_that_stands_supersedes_another(four: list[Register]) -> None:
    a, b, *_ = four
    merged = register.join(a, b)
    assert not [(w, o) for w in merged for o in merged if o.supersedes(w.dot)]


@given(copies)
def test_a_write_stands_alone_and_has_seen_everything(four: list[Register]) -> None:
    for copy in four:
        after = register.write(copy, "neu", Dot("w", 1))
        assert register.join(copy, after) == after
        assert register.values(after) == ("neu",)


def test_two_answers_given_apart_both_stand() -> None:
    base = register.write((), "80", Dot("a", 1))
    left = register.write(base, "90", Dot("a", 2))
    right = register.write(base, "95", Dot("b", 1))
    assert register.values(register.join(left, right)) == ("90", "95")


def test_the_same_answer_given_apart_is_no_conflict() -> None:
    left = register.write((), "B", Dot("a", 1))
    right = register.write((), "B", Dot("b", 1))
    both = register.join(left, right)
    assert len(both) == 2
    assert register.values(both) == ("B",)


def test_a_copy_that_lost_a_row_erases_nothing() -> None:
    left = register.write((), "90", Dot("a", 1))
    right = register.write((), "95", Dot("b", 1))
    both = register.join(left, right)
    assert register.join(both, both[:1]) == both
    assert register.join(both, ()) == both


def test_one_dot_with_two_values_is_a_fork_and_both_stand() -> None:
    left = register.write((), "90", Dot("a", 1))
    right = register.write((), "95", Dot("a", 1))
    both = register.join(left, right)
    assert register.values(both) == ("90", "95")
    assert register.forks(both) == (Dot("a", 1),)
    assert register.forks(left) == ()


def test_a_hand_edit_taken_in_twice_is_one_write() -> None:
    base = register.write((), "80", Dot("a", 1))
    once = register.write_by_hand(base, "85", "p/行-②/2025/grade")
    again = register.write_by_hand(base, "85", "p/行-②/2025/grade")
    elsewhere = register.write_by_hand(base, "85", "p/行-③/2025/grade")
    assert once == again
    assert once[0].dot != elsewhere[0].dot
    assert register.join(base, once) == once


@given(copies)
def test_the_version_text_brings_a_write_back(four: list[Register]) -> None:
    for copy in four:
        for written in copy:
            assert register.from_text(written.value, register.to_text(written)) == written


@pytest.mark.parametrize("text", ["", "a", "a.", ".1", "a.x", "a.1<b", "a b.1", "a.1<b.2,"])
def test_a_version_text_that_was_tampered_with_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        register.from_text("x", text)


def test_a_replica_has_seen_its_own_earlier_writes() -> None:
    later = Written(Dot("a", 5), "x")
    assert later.supersedes(Dot("a", 4))
    assert not later.supersedes(Dot("a", 5))
    assert not later.supersedes(Dot("b", 1))


def test_answers_put_down_side_by_side_all_stand_and_go_over_what_was_there() -> None:
    there = register.write(register.write((), "一", Dot("r", 1)), "二", Dot("s", 1))
    new = register.write_several(there, {Dot("r", 2): "甲", Dot("t", 1): "乙"})
    assert register.values(new) == ("乙", "甲")
    assert register.join(there, new) == register.join(new, there) == new
    assert register.values(register.write(new, "甲", Dot("r", 3))) == ("甲",)
