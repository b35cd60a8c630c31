"""Whether a database file is the one it was, told from outside."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.places import DATABASE
from imari_desk.store.file_state import file_state
from tests.desk.people import MINE, YEAR, People, meet


@pytest.fixture
def people(tmp_path: Path) -> People:
    return meet(tmp_path)


def test_reading_changes_nothing_and_every_write_does(people: People) -> None:
    path = people.folder / "clerk" / DATABASE
    before = file_state(path)
    people.clerk.leaf(MINE, YEAR)
    assert file_state(path) == before
    people.clerk.type(MINE, YEAR, {"results": "窓口を広げた"})
    after = file_state(path)
    assert after != before
    people.clerk.close()
    assert file_state(path) == after  # letting go writes nothing
    Desk.open(path.parent).close()
    assert file_state(path) == after  # nor does opening


def test_a_write_shows_even_where_size_and_time_are_the_same(people: People) -> None:
    path = people.folder / "clerk" / DATABASE
    people.clerk.type(MINE, YEAR, {"extension": "1234"})
    before, times = file_state(path), path.stat()
    people.clerk.type(MINE, YEAR, {"extension": "4321"})
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = file_state(path)
    assert before is not None
    assert after is not None
    assert after[1] == before[1]
    assert after[2] != before[2]


@pytest.mark.parametrize("journal", ["-journal", "-wal"])
def test_a_file_somebody_was_killed_over_has_no_state(tmp_path: Path, journal: str) -> None:
    path = tmp_path / DATABASE
    path.write_bytes(b"whole")
    path.with_name(path.name + journal).touch()
    assert file_state(path) is not None
    path.with_name(path.name + journal).write_bytes(b"half a page")
    assert file_state(path) is None


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=DATABASE):
        file_state(tmp_path / DATABASE)
