"""The page kept for the next start: shown where it fits, and never anything but a picture."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from imari_desk.desk import first_page
from imari_desk.desk.desk import Desk
from imari_desk.desk.first_page import FirstPage
from imari_desk.places import DATABASE, FIRST_PAGE
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR, People, meet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clerk's folder, left with a page."""
    people: People = meet(tmp_path)
    people.office.close()
    people.clerk.type(MINE, YEAR, {"results": "窓口を広げた", "indicator.1.numerator": "118"})
    leave(people.clerk)
    return tmp_path / "clerk"


def leave(desk: Desk) -> None:
    assert desk.session is not None
    first_page.keep(desk.session, MINE, YEAR)
    desk.close()


def take(folder: Path) -> FirstPage | None:
    return first_page.take(folder, MINE, YEAR)


def test_what_is_taken_is_what_the_database_says(folder: Path) -> None:
    page = take(folder)
    with Desk.open(folder) as desk:
        assert page == FirstPage(DEPARTMENT, desk.lines(YEAR), desk.leaf(MINE, YEAR))


def test_it_is_taken_once(folder: Path) -> None:
    assert take(folder) is not None
    assert not (folder / FIRST_PAGE).exists()
    assert take(folder) is None


@pytest.mark.parametrize("page", [(THEIRS, YEAR), (MINE, YEAR - 1)])
def test_another_page_is_not_shown(folder: Path, page: tuple[str, int]) -> None:
    assert first_page.take(folder, *page) is None


def test_nothing_written_since_is_hidden(folder: Path) -> None:
    with Desk.open(folder) as desk:
        desk.type(MINE, YEAR, {"results": "予約を受け付けた"})
    assert take(folder) is None


def test_it_does_not_fit_another_database(folder: Path, tmp_path: Path) -> None:
    other = meet(tmp_path / "other")
    other.office.close()
    other.clerk.close()
    whole = (tmp_path / "other" / "clerk" / DATABASE).read_bytes()
    (folder / DATABASE).write_bytes(whole)
    assert take(folder) is None


def test_it_does_not_fit_another_program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_page, "_PROGRAM", ("0.0.1", "3.11"))
    assert take(folder) is None


def test_it_does_not_fit_other_shapes(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_page, "_shape", lambda _kind: ("other", "parts"))
    assert take(folder) is None


def broken(kept: bytes) -> bytes:
    return kept[: len(kept) // 2]


def turned(kept: bytes) -> bytes:
    middle = len(kept) // 2
    return kept[:middle] + bytes(255 - b for b in kept[middle:])


def another_letter(kept: bytes) -> bytes:
    return kept.replace("窓口".encode(), "窓内".encode())


def foreign(_kept: bytes) -> bytes:
    return b"PK\x03\x04 something else altogether"


def empty(_kept: bytes) -> bytes:
    return b""


def bare(kept: bytes) -> bytes:
    return kept[: kept.index(b".\x80") + 1]  # the head alone


@pytest.mark.parametrize("spoil", [broken, turned, another_letter, foreign, empty, bare])
def test_a_broken_or_foreign_file_is_ignored_and_goes(
    folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    path = folder / FIRST_PAGE
    path.write_bytes(spoil(path.read_bytes()))
    assert take(folder) is None
    assert not path.exists()


class Evil:
    """What somebody might put there: a call made while it is read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self._path,)


@pytest.mark.parametrize("where", ["head", "page"])
def test_reading_it_calls_nothing(folder: Path, tmp_path: Path, where: str) -> None:
    path, touched = folder / FIRST_PAGE, tmp_path / "touched"
    kept = path.read_bytes()
    bad = pickle.dumps(Evil(touched))
    head = kept[: kept.index(b".\x80") + 1]
    path.write_bytes(bad + kept if where == "head" else head + bad)
    assert take(folder) is None
    assert not touched.exists()


@pytest.mark.parametrize(
    "name",
    [
        b"cbuiltins\neval\n.",
        b"cos\nsystem\n.",
        b"cimari_desk.domain.items\nforget\n.",
        b"cimari_desk.desk.first_page\nkeep\n.",
        b"\x80\x04\x8c\x17imari_desk.domain.items\x8c\x0bItem.__eq__\x93.",
    ],
)
def test_only_values_are_made(name: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError):
        first_page._Reader(BytesIO(name)).load()


def test_who_only_reads_leaves_none(folder: Path) -> None:
    assert take(folder) is not None
    with Desk.open(folder), Desk.at(folder) as reader:
        assert reader.read_only
        leave(reader)
    assert not (folder / FIRST_PAGE).exists()


def test_a_folder_that_takes_nothing_is_no_fault(folder: Path) -> None:
    (folder / FIRST_PAGE).unlink()
    (folder / FIRST_PAGE).mkdir()
    with Desk.open(folder) as desk:
        leave(desk)
    assert take(folder) is None
