"""A workbook is stored whole or not at all, byte for byte."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from imari_desk.domain.book import Place
from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.records import (
    Assignment,
    FindingState,
    Origin,
    Outcome,
    Request,
)
from imari_desk.store import archive, exchange
from imari_desk.store.store import Store
from tests.store.acts import E_2025, FIRST, ME, PLAN, import_act, typed
from tests.store.conftest import NOW


def test_everything_a_workbook_brings_is_there(store: Store) -> None:
    act = import_act()
    record = store.apply_import(act)
    assert record == act.record._replace(id=record.id, archived=True)
    assert store.imports() == (record,)
    assert store.imports(2024) == ()
    assert store.import_by_digest(record.sha256) == record
    assert store.archived(record.sha256) == act.content
    assert store.evaluation(E_2025).registers == act.intakes[0].after.registers


def test_the_history_names_file_sheet_cell_and_what_was_held_back(store: Store) -> None:
    record = store.apply_import(import_act())
    origin = Origin("市民課", record.imported_at, record.id, record.file_name, record.sha256)
    applied, held = store.history(E_2025)
    assert (applied.key, applied.held, applied.origin) == ("activities", False, origin)
    assert applied.place == Place(FIRST, "C12")
    assert (held.key, held.held, held.written.value) == ("office_view", True, "よその課の値")
    assert store.evaluation(E_2025).value("office_view") == ""


def test_an_import_replaces_only_the_registers_that_changed(store: Store) -> None:
    store.write([typed("activities", "前の文"), typed("results", "残る")], ME)
    store.apply_import(import_act(value="新しい文"))
    assert store.evaluation(E_2025).value("activities") == "新しい文"
    assert store.evaluation(E_2025).value("results") == "残る"


def test_notes_in_the_margin_stay_until_a_person_settles_them(store: Store) -> None:
    record = store.apply_import(import_act())
    (note,) = store.findings()
    assert (note.text, note.import_id, note.state) == (
        "あとで電話します",
        record.id,
        FindingState.OPEN,
    )
    store.settle_finding(note.id, FindingState.NOTED)
    assert store.findings(state=FindingState.OPEN) == ()
    assert store.findings(record.id) == (note._replace(state=FindingState.NOTED),)
    assert store.verify().ok
    with pytest.raises(CallError):
        store.settle_finding(99, FindingState.NOTED)


def test_plan_assignments_and_requests_come_in_with_the_workbook(store: Store) -> None:
    newer = replace(PLAN, version=2)
    assigned = Assignment(PLAN.id, 2025, FIRST, "市民課")
    asked = Request(PLAN.id, 2025, "市民課", "2026-05-29", "", NOW)
    act = import_act()._replace(plan=newer, assignments=(assigned,), requests=(asked,))
    store.apply_import(act)
    assert store.plan() == newer
    assert store.assignments(2025) == (assigned,)
    assert store.requests(2025) == (asked,)


def test_an_import_that_fails_leaves_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise sqlite3.OperationalError("made up")

    act = import_act()._replace(plan=replace(PLAN, version=2))
    monkeypatch.setattr(exchange, "add_requests", broken)
    with pytest.raises(sqlite3.OperationalError):
        store.apply_import(act)
    assert store.imports() == ()
    assert store.plan() == PLAN
    assert store.evaluations(PLAN.id) == ()
    monkeypatch.undo()
    store.apply_import(act)
    assert len(store.imports()) == 1


def test_a_refused_workbook_is_kept_and_does_not_count_as_taken_in(store: Store) -> None:
    act = import_act()
    refused = act._replace(record=act.record._replace(outcome=Outcome.REFUSED), intakes=())
    record = store.apply_import(refused)
    assert store.import_by_digest(record.sha256) is None
    assert store.archived(record.sha256) == act.content
    again = store.apply_import(act)
    assert store.import_by_digest(record.sha256) == again


def test_a_workbook_too_large_to_keep_is_noted_without_its_bytes(store: Store) -> None:
    record = store.apply_import(import_act()._replace(content=None))
    assert not record.archived
    assert store.archived(record.sha256) is None
    assert store.verify().ok


def test_an_archived_workbook_that_changed_is_not_given_out(store: Store, path: Path) -> None:
    act = import_act()
    store.apply_import(act)
    file = archive.file_of(path, act.record.sha256)
    file.write_bytes(b"PK w0rkbook")
    with pytest.raises(MachineError) as caught:
        store.archived(act.record.sha256)
    assert caught.value.code == "archive_damaged"
    store.apply_import(act)
    assert store.archived(act.record.sha256) == act.content
