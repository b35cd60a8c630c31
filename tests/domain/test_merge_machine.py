"""Departments, an office, copies, restored backups and workbooks in any order: nothing is lost."""

from __future__ import annotations

import random

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from imari_desk.domain import evaluation
from imari_desk.domain.book import Purpose
from imari_desk.domain.items import Owner
from tests.domain.merge_world import (
    DEPARTMENTS,
    KEYS,
    Book,
    DeskCopy,
    World,
    fresh_office,
    state,
)

numbers = st.integers(0, 10_000)
answers = st.sampled_from(["A", "B", "C", "研修を2回行った。", ""])


class Exchange(RuleBasedStateMachine):
    """People do what people do; after each step every desk holds exactly what it should."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()

    def pick_desk(self, number: int) -> DeskCopy:
        return self.world.desks[number % len(self.world.desks)]

    def pick_book(self, number: int) -> Book:
        return self.world.books[number % len(self.world.books)]

    @rule(desk=numbers, slot=numbers, value=answers)
    def somebody_types(self, desk: int, slot: int, value: str) -> None:
        at = self.pick_desk(desk)
        slots = self.world.slots(at)
        self.world.type(at, slots[slot % len(slots)], value)

    @rule(desk=numbers)
    def somebody_opens_the_program_again(self, desk: int) -> None:
        self.world.reopen(self.pick_desk(desk))

    @precondition(lambda self: len(self.world.desks) < 5)
    @rule(desk=numbers)
    def a_database_is_copied(self, desk: int) -> None:
        self.world.copy(self.pick_desk(desk))

    @rule(desk=numbers)
    def a_backup_is_made(self, desk: int) -> None:
        self.world.back_up(self.pick_desk(desk))

    @precondition(lambda self: self.world.backups)
    @rule(backup=numbers, desk=numbers)
    def a_backup_is_restored(self, backup: int, desk: int) -> None:
        backups = self.world.backups
        self.world.restore(backups[backup % len(backups)], desk)

    @rule(desk=numbers, department=st.sampled_from(DEPARTMENTS), purpose=st.sampled_from(Purpose))
    def a_workbook_is_sent(self, desk: int, department: str, purpose: Purpose) -> None:
        at = self.pick_desk(desk)
        if purpose.from_office == (at.role is Owner.OFFICE):
            self.world.send(at, at.department or department, purpose)

    @precondition(lambda self: self.world.books)
    @rule(book=numbers, slot=numbers, value=answers)
    def a_workbook_is_filled_in_by_hand(self, book: int, slot: int, value: str) -> None:
        chosen = self.pick_book(book)
        mine = self.world.measures_of(chosen.header.department)
        slots = [(m, k) for m in mine for k in KEYS]
        self.world.edit_by_hand(chosen, slots[slot % len(slots)], value)

    @precondition(lambda self: self.world.books)
    @rule(book=numbers, kept=st.integers(0, 2**20))
    def a_workbook_loses_rows(self, book: int, kept: int) -> None:
        self.world.lose_rows(self.pick_book(book), kept)

    @precondition(lambda self: self.world.books)
    @rule(desk=numbers, book=numbers)
    def a_workbook_is_taken_in(self, desk: int, book: int) -> None:
        at, chosen = self.pick_desk(desk), self.pick_book(book)
        self.world.take_in(at, chosen)
        before = state(at)
        again = self.world.take_in(at, chosen)
        assert state(at) == before
        assert not [i for i in again if i.changed_keys]

    @invariant()
    def every_desk_holds_what_it_should(self) -> None:
        for desk in self.world.desks:
            for slot in desk.known:
                assert desk.register(slot) == self.world.expected(desk, slot), slot

    def teardown(self) -> None:
        """All the workbooks in any order, some twice, give a fresh office one content."""
        orders = random.Random(len(self.world.books))
        contents, digests = [], set()
        for _ in range(3):
            books = [*self.world.books, *self.world.books[::2]]
            orders.shuffle(books)
            office = fresh_office()
            for book in books:
                self.world.take_in(office, book)
            contents.append(state(office))
            digests.add(evaluation.digest(office.evaluations.values()))
            for slot in office.known:
                assert office.register(slot) == self.world.expected(office, slot)
        assert contents.count(contents[0]) == len(contents)
        assert len(digests) == 1


@pytest.mark.histories
def test_exchange() -> None:
    # Rare meetings of steps need many histories: eight for each example of an ordinary property.
    examples = settings().max_examples
    run_state_machine_as_test(
        Exchange,
        settings=settings(
            stateful_step_count=40, max_examples=max(examples, min(320, examples * 8))
        ),
    )
