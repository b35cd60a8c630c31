"""Workbooks looked at one by one come to what they come to when taken in one after the other."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import register
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.register import Dot, Register
from imari_desk.domain.taking_in import Intake
from imari_desk.domain.together import Joined, Part, brought_by, parts_of, stands, together

AT = EvaluationId("p", "行-②", 2025)


def written(value: str, replica: str, on: Register = (), counter: int = 1) -> Register:
    return register.write(on, value, Dot(replica, counter))


def part(before: Register, brought: Register) -> Part:
    return Part(AT, "grade", before, register.join(before, brought))


def test_one_newer_than_the_other_stands_alone() -> None:
    first = written("B", "c")
    second = written("A", "c", first, 2)
    old, new = part((), first), part((), second)
    for books in ({1: [old], 2: [new]}, {1: [new], 2: [old]}):
        (joined,) = together(books).values()
        assert (joined.values, joined.torn, joined.changes) == (("A",), False, True)
        assert joined.brought == (1, 2)
    assert not stands(old, joined)
    assert stands(new, joined)


def test_two_that_know_nothing_of_each_other_are_a_conflict() -> None:
    one, other = part((), written("A", "c")), part((), written("B", "d"))
    joined = together({7: [one], 8: [other]})[AT, "grade"]
    assert joined.torn
    assert joined.values == ("A", "B")
    assert [w.value for w in brought_by(one)] == ["A"]
    assert stands(one, joined)
    assert stands(other, joined)


def test_a_conflict_that_stood_before_is_no_new_one() -> None:
    before = tuple(sorted(written("A", "c") + written("B", "d")))
    joined = Joined(before, before, ())
    assert not joined.torn
    assert not joined.changes


def test_only_changed_items_are_parts() -> None:
    same, new = written("x", "c"), written("y", "c")
    before = Evaluation(AT, {"results": same})
    after = Evaluation(AT, {"results": same, "grade": new})
    assert parts_of([Intake(before, after, (), ())]) == (Part(AT, "grade", (), new),)


WRITES = st.lists(st.tuples(st.sampled_from("cde"), st.sampled_from("ABC")), max_size=6)


@given(there=WRITES, books=st.lists(WRITES, max_size=4))
def test_looked_at_together_as_taken_in_one_after_the_other(
    there: list[tuple[str, str]], books: list[list[tuple[str, str]]]
) -> None:
    clerks: dict[str, Register] = {}
    counter = 0

    def grown(writes: list[tuple[str, str]]) -> Register:
        nonlocal counter
        found: Register = ()
        for who, value in writes:
            counter += 1
            clerks[who] = register.write(clerks.get(who, ()), value, Dot(who, counter))
            found = register.join(found, clerks[who])
        return found

    before = grown(there)
    carried = [grown(writes) for writes in books]
    joined = together({n: [part(before, one)] for n, one in enumerate(carried)})
    expected = before
    for one in carried:
        expected = register.join(expected, one)
    assert (joined[AT, "grade"].after if joined else before) == expected
