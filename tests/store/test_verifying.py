"""A bit that flips in any record is noticed, and the record named."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from imari_desk.domain.batches import BatchFile
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import MachineError
from imari_desk.domain.evaluation import digest
from imari_desk.domain.meeting import AgendaItem, Decision, Meeting
from imari_desk.domain.records import Assignment, Manner, Request, Sent
from imari_desk.domain.register import Dot, Written
from imari_desk.domain.succession import Change, Succession
from imari_desk.store import answers, archive, rows, schema, sqlite
from imari_desk.store.drafts import KeptDraft
from imari_desk.store.store import Store
from tests import ready
from tests.store.acts import E_2025, FIRST, ME, PLAN, import_act, typed
from tests.store.conftest import NOW, database


@pytest.fixture
def full(path: Path) -> Iterator[Store]:
    """A store with a record in every table."""
    ready.copy(_full, path.parent)
    with Store.open(path) as store:
        yield store


def _full(folder: Path) -> None:
    ready.copy(database, folder)
    with Store.open(folder / "desk.db") as store:
        _fill(store)


def _fill(store: Store) -> None:
    store.write([typed("results", "文書の電子化"), typed("results", "文書の電子化を進めた")], ME)
    store.write([typed("results", "文書の電子化", manner=Manner.CHOICE)], ME)
    store.write([typed("results", "文書の電子化を進めた")], ME)
    store.apply_import(import_act())
    store.set_assignments([Assignment(PLAN.id, 2025, FIRST, "市民課")])
    request = Request(PLAN.id, 2025, "市民課", "2026-05-29", "", NOW)
    sent = Sent("2025-R-0001-abcd", Purpose.REQUEST, PLAN.id, 2025, "市民課", "a", "b", NOW)
    store.record_sent([sent], [request])
    store.fix_plan(2025)
    store.notes.put("seen", {E_2025: "2026-06-01"})
    items = (AgendaItem("継続の可否", FIRST, Decision.APPROVED),)
    store.meetings.keep(Meeting(PLAN.id, 2025, "本部会議", "2026-07-03", "資料1", "推進室", items))
    store.departments.change(Change(begun=(Succession(2025, "市民課", "市民生活課"),)))
    store.preparations.keep(PLAN.id, 2025, {"due": "2026-05-29"})
    store.drafts.keep(KeptDraft(PLAN.id, 1, "推進室", NOW, {"title": "次の計画"}))
    store.drafts.sign(PLAN.id, 1, "推進室")
    act = import_act(b"PK another", "さらに取り組んだ")
    file = BatchFile("提出.xlsx", act.record.sha256)
    store.batches.look_at([file], person="推進室", now=NOW)
    store.batches.decide({"subject": "choice"}, person="推進室", now=NOW)
    store.batches.apply([act], list, ME)


def spoil(store: Store, statement: str) -> None:
    raw = sqlite.driver(store._database.connection)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute(statement)


def test_a_whole_database_is_found_whole(full: Store) -> None:
    found = full.verify()
    assert found.ok
    assert found.problems == ()
    assert found.evaluations == 1
    assert found.digest == digest(full.evaluations(PLAN.id))


def test_every_record_has_been_written_to_in_these_tests(full: Store) -> None:
    raw = sqlite.driver(full._database.connection)
    empty = [
        name
        for name in schema.metadata.tables
        if not raw.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
    ]
    assert empty == []


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table, columns in schema.SEALED.items() for column in columns],
)
def test_a_changed_value_is_noticed_wherever_it_stands(
    full: Store, table: str, column: str
) -> None:
    kind = schema.metadata.tables[table].c[column].type.python_type
    if kind is str:
        spoil(full, f"UPDATE {table} SET {column} = {column} || 'x'")
    elif kind is bool:
        spoil(full, f"UPDATE {table} SET {column} = 1 - {column}")
    else:
        spoil(full, f"UPDATE {table} SET {column} = coalesce({column}, 1) + 1")
    assert not full.verify().ok


def test_the_measure_and_the_item_are_named(full: Store) -> None:
    spoil(full, "UPDATE answer SET value = '文書の電子化を進めな' WHERE key = 'results'")
    (problem,) = full.verify().problems
    assert (problem.code, problem.measure, problem.fiscal_year, problem.key) == (
        "record_damaged",
        FIRST,
        2025,
        "results",
    )
    assert FIRST in problem.text
    assert "令和7年度" in problem.text
    assert "results" in problem.text


@pytest.mark.parametrize("year", ["-7", "4611686018427389929", "'20x5'"])
def test_a_year_that_is_none_is_noticed(full: Store, year: str) -> None:
    spoil(full, f"UPDATE evaluation SET fiscal_year = {year}")
    problems = full.verify().problems
    assert any(year.strip("'") in p.text for p in problems)


def test_a_past_that_does_not_read_is_noticed_though_its_seal_fits(full: Store) -> None:
    raw = sqlite.driver(full._database.connection)
    row = raw.execute(
        "SELECT evaluation, key, replica, counter, value FROM answer WHERE key = 'results'"
    ).fetchone()
    raw.execute(
        "UPDATE answer SET past = 'no past', seal = ? WHERE key = 'results'",
        (rows.seal(*row, "no past"),),
    )
    problems = full.verify().problems
    assert [p.key for p in problems] == ["results"]
    assert full.verify().digest == ""
    with pytest.raises(MachineError) as caught:
        full.evaluations(PLAN.id)
    assert caught.value.code == "answer_damaged"


def test_a_plan_that_does_not_read_is_noticed(full: Store) -> None:
    spoil(full, "UPDATE plan_version SET text = '{}'")
    assert "plan_damaged" in {p.code for p in full.verify().problems}


def test_a_reference_that_leads_nowhere_is_noticed(full: Store) -> None:
    spoil(full, "DELETE FROM evaluation")
    found = full.verify()
    assert {"engine_complains", "record_damaged"} & {p.code for p in found.problems}
    assert found.evaluations == 0


def test_archived_workbooks_are_looked_at(full: Store, path: Path) -> None:
    file = archive.file_of(path, import_act().record.sha256)
    file.write_bytes(b"PK w0rkbook")
    (changed,) = full.verify().problems
    assert changed.code == "archive_changed"
    file.unlink()
    (missing,) = full.verify().problems
    assert missing.code == "archive_missing"
    assert import_act().record.file_name in missing.text


def test_damage_to_the_file_itself_is_noticed(full: Store, path: Path) -> None:
    """Bits flipped all over the file, one at a time: none may change an answer unnoticed."""
    good = full.verify()
    full.close()
    content = path.read_bytes()
    text = "文書の電子化を進めた".encode()
    at = [n for n in range(len(content)) if content.startswith(text, n)]
    assert at
    for place in at:
        spoiled = bytearray(content)
        spoiled[place + 5] ^= 0x04
        path.write_bytes(spoiled)
        with Store.open(path) as store:
            assert not store.verify().ok
    path.write_bytes(content)
    with Store.open(path) as store:
        assert store.verify() == good


def test_the_order_in_which_things_came_makes_no_difference_to_the_digest(
    store: Store, tmp_path: Path
) -> None:
    other_path = tmp_path / "b" / "desk.db"
    role = store.desk().role
    with Store.create(other_path, role, "", PLAN, now=NOW, program="0.1") as other:
        store.write([typed("results", "い")], ME)
        store.write([typed("activities", "ろ")], ME)
        other.write([typed("activities", "ろ"), typed("results", "い")], ME)
        assert store.verify().digest == other.verify().digest
        assert json.dumps(store.verify().digest)


def test_a_copy_that_went_on_by_itself_is_named(full: Store) -> None:
    forked = (Written(Dot("ra", 1), "い"), Written(Dot("ra", 1), "ろ"))
    with full._database.transaction(writing=True) as connection:
        (number,) = answers.identify(connection, [E_2025]).values()
        answers.put(connection, {(number, "issues"): forked})
    (fault,) = (f for f in full.verify().problems if f.code == "answer_forked")
    assert (fault.measure, fault.fiscal_year, fault.key) == (FIRST, 2025, "issues")
    assert "コピー" in fault.text
