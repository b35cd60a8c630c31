"""Workbooks taken in together: all or none, and taken back so that nothing knows of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import evaluation, register
from imari_desk.domain.batches import BatchFile, BatchState
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import Owner
from imari_desk.domain.records import FindingState, ImportAct, Outcome
from imari_desk.domain.register import Dot, Register
from imari_desk.domain.taking_in import Arrival, Intake
from imari_desk.store.batches import KEPT
from imari_desk.store.store import Store
from tests.store.acts import E_2025, ME, PLAN, import_act, typed
from tests.store.conftest import NOW

Brought = dict[str, Register]  # what a workbook carries, by key


def files_of(acts: Sequence[ImportAct]) -> list[BatchFile]:
    return [BatchFile(f"/in/{act.record.file_name}", act.record.sha256) for act in acts]


def take_in(store: Store, *acts: ImportAct) -> int:
    """Take in a batch of those workbooks; gives its number."""
    number = store.batches.look_at(files_of(acts), person="推進室", now=NOW).id
    store.batches.begin({act.record.sha256: act.content or b"" for act in acts})
    store.batches.apply(acts, tuple, ME)
    return number


def book(name: str, brought: Brought, there: Evaluation) -> ImportAct:
    """A workbook that carries registers, joined into what is there."""
    content = name.encode()
    after = dict(there.registers)
    arrivals = []
    for key, one in brought.items():
        standing = after.get(key, ())
        arrivals += [Arrival(key, w, None, False, False) for w in one if w not in standing]
        after[key] = register.join(standing, one)
    act = import_act(content)
    record = act.record._replace(file_name=name)
    intake = Intake(there, Evaluation(there.id, after), (), tuple(arrivals))
    return ImportAct(record, content, (intake,), act.findings)


def written(value: str, replica: str = "c1", counter: int = 1) -> Register:
    return register.write((), value, Dot(replica, counter))


def digest(store: Store) -> str:
    found = store.verify()
    assert found.ok, found.problems
    return found.digest


def test_what_is_looked_at_is_kept_over_a_restart(store: Store, path: Path) -> None:
    assert store.batches.under_way() is None
    files = [BatchFile("/in/a.xlsx", "aa"), BatchFile("/in/b.xlsx", "bb")]
    store.batches.look_at(files, person="推進室", now=NOW)
    store.batches.decide({"labels": "take", "file:bb": "leave"}, person="推進室", now=NOW)
    store.batches.decide({"labels": ""}, person="推進室", now=NOW)
    store.batches.look_at(files[1:], person="推進室", now=NOW)
    store.close()
    with Store.open(path) as again:
        found = again.batches.under_way()
        assert found is not None
        assert (found.state, found.files) == (BatchState.LOOKING, (files[1],))
        assert found.decisions == {"file:bb": "leave"}
        again.batches.forget()
        assert again.batches.under_way() is None
        assert again.verify().ok


def test_taking_in_is_whole_or_not_at_all(store: Store) -> None:
    one = book("a.xlsx", {"activities": written("一つ目")}, Evaluation(E_2025))

    def broken() -> Iterator[ImportAct]:
        yield one
        raise RuntimeError("stopped")

    before = digest(store)
    store.batches.look_at(files_of([one]), person="推進室", now=NOW)
    store.batches.begin({one.record.sha256: one.content or b""})
    with pytest.raises(RuntimeError, match="stopped"):
        store.batches.apply(broken(), tuple, ME)

    assert digest(store) == before
    assert store.imports() == ()
    assert store.history(E_2025) == ()
    found = store.batches.under_way()
    assert found is not None
    assert found.state is BatchState.APPLYING
    store.batches.go_back()
    assert store.batches.under_way() == found._replace(state=BatchState.LOOKING)
    assert store.archived(one.record.sha256) == one.content


def test_a_batch_says_what_it_brought(store: Store) -> None:
    one = book("a.xlsx", {"activities": written("一つ目")}, Evaluation(E_2025))
    number = take_in(store, one)
    (found,) = store.batches.all()
    (record,) = store.imports()
    assert found == store.batches.last()
    assert (found.id, found.state, found.ended_at) == (number, BatchState.APPLIED, ME.noted_at)
    assert found.files == (BatchFile("/in/a.xlsx", record.sha256, record.id),)
    assert store.batches.on_top(number) == ()
    assert digest(store)


def test_taken_back_everything_stands_as_before_and_the_file_may_come_again(store: Store) -> None:
    store.write([typed("activities", "推進室の文"), typed("results", "そのまま")], ME)
    there, before = store.evaluation(E_2025), digest(store)
    one = book("a.xlsx", {"activities": written("課の文"), "issues": written("課題")}, there)
    number = take_in(store, one)
    after = digest(store)
    assert store.evaluation(E_2025).conflicts == ("activities",)

    store.batches.take_back(number, now=NOW)

    assert digest(store) == before
    assert store.evaluation(E_2025) == there
    assert store.batches.last() is None
    assert [b.state for b in store.batches.all()] == [BatchState.TAKEN_BACK]
    marks = {e.written.value: e.taken_back for e in store.history(E_2025)}
    assert marks == {"推進室の文": False, "そのまま": False, "課の文": True, "課題": True}
    assert store.import_by_digest(one.record.sha256) is None
    assert store.findings(state=FindingState.OPEN) == ()

    take_in(store, one)
    assert digest(store) == after
    assert store.import_by_digest(one.record.sha256) is not None
    assert len(store.findings(state=FindingState.OPEN)) == 1


def test_what_is_written_along_goes_back_with_it(store: Store) -> None:
    before = digest(store)
    one = book(
        "a.xlsx", {"grade": tuple(sorted(written("A") + written("B", "c2")))}, Evaluation(E_2025)
    )
    store.batches.look_at(files_of([one]), person="推進室", now=NOW)
    store.batches.begin({})
    store.batches.apply([one], lambda: [typed("grade", "B"), typed("grade", "C")], ME)
    assert store.evaluation(E_2025).values("grade") == ("C",)
    last = store.batches.last()
    assert last is not None
    assert store.batches.on_top(last.id) == ()
    store.batches.take_back(last.id, now=NOW)
    assert digest(store) == before
    assert all(e.taken_back for e in store.history(E_2025))


def test_what_was_typed_on_top_keeps_it_from_being_taken_back(store: Store) -> None:
    number = take_in(store, book("a.xlsx", {"activities": written("文")}, Evaluation(E_2025)))
    store.write([typed("office_view", "所見")], ME)
    after = digest(store)
    (found,) = store.batches.on_top(number)
    assert (found.evaluation, found.key, found.person) == (E_2025, "office_view", ME.person)
    with pytest.raises(CallError) as caught:
        store.batches.take_back(number, now=NOW)
    assert caught.value.code == "batch_written_since"
    assert digest(store) == after


def test_what_was_typed_elsewhere_or_before_is_not_in_the_way(store: Store) -> None:
    elsewhere = E_2025._replace(fiscal_year=2024)
    store.write([typed("office_view", "前から")], ME)
    number = take_in(store, book("a.xlsx", {"activities": written("文")}, store.evaluation(E_2025)))
    store.write([typed("activities", "別の年", elsewhere)], ME)
    assert store.batches.on_top(number) == ()
    store.batches.take_back(number, now=NOW)
    assert store.evaluation(E_2025).value("office_view") == "前から"
    assert store.evaluation(elsewhere).value("activities") == "別の年"


def test_a_workbook_taken_in_since_is_in_the_way_a_refused_one_is_not(store: Store) -> None:
    number = take_in(store, book("a.xlsx", {"activities": written("文")}, Evaluation(E_2025)))
    refused = import_act(b"PK refused")
    store.apply_import(
        refused._replace(record=refused.record._replace(outcome=Outcome.REFUSED), intakes=())
    )
    assert store.batches.on_top(number) == ()
    store.apply_import(import_act(b"PK other"))
    (found,) = store.batches.on_top(number)
    assert (found.evaluation, found.file_name) == (None, import_act().record.file_name)
    with pytest.raises(CallError):
        store.batches.take_back(number, now=NOW)


def test_only_the_last_goes_back_and_then_the_one_before(store: Store) -> None:
    states = [digest(store)]
    numbers = []
    for n in range(KEPT + 2):
        there = store.evaluation(E_2025)
        brought = {
            "activities": register.write(
                there.registers.get("activities", ()), f"文{n}", Dot("c1", n + 1)
            )
        }
        numbers.append(take_in(store, book(f"{n}.xlsx", brought, there)))
        states.append(digest(store))
    with pytest.raises(CallError) as caught:
        store.batches.take_back(numbers[-2], now=NOW)
    assert caught.value.code == "batch_not_last"
    for number, before in list(zip(numbers, states[:-1], strict=True))[: -KEPT - 1 : -1]:
        store.batches.take_back(number, now=NOW)
        assert digest(store) == before
    assert store.batches.last() is None
    assert [b.state for b in store.batches.all()][-2:] == [BatchState.SETTLED] * 2
    with pytest.raises(CallError):
        store.batches.apply([], tuple, ME)


KEYS = ("activities", "results", "submission")
WRITES = st.lists(
    st.tuples(st.sampled_from(KEYS), st.integers(0, 2), st.integers(0, 2)), max_size=4
)


@given(
    ours=st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 2)), max_size=4),
    batches=st.lists(st.lists(WRITES, min_size=1, max_size=3), min_size=1, max_size=3),
)
def test_the_last_batch_taken_back_and_in_again(
    ours: list[tuple[str, int]], batches: list[list[list[tuple[str, int, int]]]], shared: Store
) -> None:
    """Three clerks write on copies of their own; whoever's files come, back is back."""
    at = E_2025._replace(measure=f"例-{len(shared.batches.all()) + 1}")
    clerks = [Clerk(n) for n in range(3)]
    for n, files in enumerate(batches):
        shared.write([typed(key, f"推{v}", at) for key, v in ours[n : n + 1]], ME)
        before, stood = answers(shared), shared.evaluation(at)
        there, acts = stood, []
        for m, writes in enumerate(files):
            for key, value, who in writes:
                clerks[who].write(key, f"値{value}")
            brought = {k: r for clerk in clerks for k, r in clerk.own.items()}
            acts.append(book(f"{at.measure} {n}-{m}.xlsx", brought, there))
            there = acts[-1].intakes[0].after
        number = take_in(shared, *acts)
        after = answers(shared)
        shared.batches.take_back(number, now=NOW)
        assert answers(shared) == before
        assert shared.evaluation(at) == stood
        take_in(shared, *acts)
        assert answers(shared) == after


class Clerk:
    """Somebody with a copy of their own."""

    def __init__(self, number: int) -> None:
        self.own: Brought = {}
        self._name, self._counter = f"c{number}", 0

    def write(self, key: str, value: str) -> None:
        self._counter += 1
        dot = Dot(self._name, self._counter)
        self.own[key] = register.write(self.own.get(key, ()), value, dot)


def answers(store: Store) -> str:
    return evaluation.digest(store.evaluations(PLAN.id))


@pytest.fixture(scope="module")
def shared() -> Iterator[Store]:
    """One database for all examples: each writes in an evaluation of its own."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "desk.db"
        with Store.create(path, Owner.OFFICE, "", PLAN, now=NOW, program="0") as store:
            yield store


def test_the_same_file_twice_in_one_batch(store: Store) -> None:
    one = book("a.xlsx", {"activities": written("文")}, Evaluation(E_2025))
    again = one._replace(record=one.record._replace(file_name="b.xlsx"), intakes=(), findings=())
    before = digest(store)
    number = take_in(store, one, again)
    assert [f.import_id for f in store.batches.all()[0].files] == [1, 2]
    assert one.record.sha256 == sha256(b"a.xlsx").hexdigest()
    store.batches.take_back(number, now=NOW)
    assert digest(store) == before
