"""A desk that is opened by the first thing asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.domain.errors import MachineError
from imari_desk.places import DATABASE
from tests.desk.people import DEPARTMENT, MINE, YEAR, meet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clerk's folder that nobody has open."""
    people = meet(tmp_path)
    people.office.close()
    people.clerk.close()
    return tmp_path / "clerk"


def test_it_holds_nothing_before_it_is_asked(folder: Path) -> None:
    with Desk.at(folder) as late:
        assert late.session is None
        with Desk.open(folder) as desk:
            desk.type(MINE, YEAR, {"results": "窓口を広げた"})
        assert late.department == DEPARTMENT
        assert late.session is not None
        assert late.held is None
        assert late.leaf(MINE, YEAR).shown("results") == "窓口を広げた"
        with pytest.raises(MachineError, match="ほかの"):
            Desk.open(folder)


def test_closing_one_that_was_never_asked_opens_nothing(tmp_path: Path) -> None:
    Desk.at(tmp_path).close()
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_held_is_opened_to_be_read(folder: Path) -> None:
    with Desk.open(folder), Desk.at(folder) as late:
        assert late.read_only
        assert late.held is not None
        assert late.held.code == "database_locked"


def test_what_cannot_be_opened_is_tried_again(folder: Path) -> None:
    whole = (folder / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(b"something else altogether" * 100)
    late = Desk.at(folder)
    for _ in range(2):
        with pytest.raises(MachineError):
            late.leaf(MINE, YEAR)
    (folder / DATABASE).write_bytes(whole)
    assert late.department == DEPARTMENT
    late.close()
