"""One question, the file: the 課's data made out of it; and sample data that stay apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from imari_desk.desk import first_start
from imari_desk.desk.desk import Desk
from imari_desk.domain.book import Purpose
from imari_desk.domain.errors import DeskError, MachineError
from imari_desk.domain.records import Outcome
from imari_desk.domain.states import DepartmentState
from imari_desk.places import DATABASE
from tests import ready
from tests.desk.people import DEPARTMENT, MINE, OTHER, YEAR, People, edited, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    met = meet(tmp_path)
    yield met
    met.office.close()
    met.clerk.close()


def clock() -> datetime:
    return datetime(2026, 5, 20, 9, 0)


def refused(job: object, *arguments: object) -> DeskError:
    assert callable(job)
    with pytest.raises(DeskError) as caught:
        job(*arguments)
    assert caught.value.text
    return caught.value


def test_a_request_is_all_that_is_needed(people: People) -> None:
    folder = people.folder / "新しい 机"
    request = people.folder / "依頼" / f"{YEAR}_依頼_{OTHER}.xlsx"
    assert first_start.begin(folder, request, person="有田") == folder
    assert sorted(p.name for p in folder.iterdir()) == ["archive", "backups", DATABASE]
    with Desk.open(folder) as desk:
        assert desk.department == OTHER
        assert desk.current_year() == YEAR
        (line,) = desk.lines(YEAR)
        assert line.state is DepartmentState.UNTOUCHED
        assert desk.leaf(line.measure, YEAR).due == "2026-05-29"
        assert desk.verify().ok
        assert desk.undo() is None


def test_a_handover_brings_what_the_colleague_wrote(people: People) -> None:
    people.clerk.type(MINE, YEAR, {"activities": "窓口を見直した"})
    people.clerk.hand_over(YEAR, people.folder / "引継ぎ.xlsx")
    folder = first_start.begin(people.folder / "新", people.folder / "引継ぎ.xlsx")
    with Desk.open(folder) as desk:
        assert value(desk, "activities") == "窓口を見直した"


def test_a_glance_says_what_the_file_is(people: People) -> None:
    glance = first_start.inspect(people.request)
    assert glance == first_start.Glance(
        Purpose.REQUEST,
        DEPARTMENT,
        YEAR,
        1,
        "2026-05-29",
        people.clerk.plan().title,
        sure=True,
    )


def test_what_is_no_evaluation_workbook_is_refused(people: People) -> None:
    Workbook().save(people.folder / "別.xlsx")
    (people.folder / "文.xlsx").write_text("ただの文", "utf-8")
    assert refused(first_start.inspect, people.folder / "別.xlsx").code == "first.no_book"
    for name in ("別.xlsx", "文.xlsx", "無い.xlsx"):
        refused(first_start.begin, people.folder / "新", people.folder / name)
    assert not (people.folder / "新").exists()


def test_a_submission_is_for_the_office(people: People) -> None:
    error = refused(first_start.begin, people.folder / "新", people.submit())
    assert error.code == "first.submission"


def test_what_is_there_is_not_replaced(people: People) -> None:
    error = refused(first_start.begin, people.folder / "clerk", people.request)
    assert error.code == "database_exists"


def without_codes(book: Workbook) -> None:
    """Only the labels of the form are left to tell what it is."""
    for name in book.sheetnames:
        if name == "データ":
            del book[name]
            continue
        for row in book[name].iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value[:1].isupper() and len(cell.value) < 4:
                    cell.value = None


def test_a_workbook_told_by_its_labels_only_is_asked_about(people: People) -> None:
    bare = edited(people.request, people.folder / "見出しだけ.xlsx", without_codes)
    assert not first_start.inspect(bare).sure
    assert refused(first_start.begin, people.folder / "新", bare).code == "first.unsure"
    folder = first_start.begin(people.folder / "新", bare, accept=True)
    with Desk.open(folder) as desk:
        assert desk.department == DEPARTMENT


def test_a_start_that_fails_leaves_nothing(people: People, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise MachineError("disk_full", path=people.folder)

    folder = people.folder / "新"
    monkeypatch.setattr(Desk, "import_files", fails)
    refused(first_start.begin, folder, people.request)
    assert list(folder.iterdir()) == []
    monkeypatch.undo()
    first_start.begin(folder, people.request)


@pytest.fixture
def practice(tmp_path: Path) -> Path:
    ready.copy(_practice, tmp_path / "机")
    (practice,) = (folder for folder in (tmp_path / "机").iterdir() if folder.is_dir())
    return practice


def _practice(folder: Path) -> None:
    first_start.rehearsal(folder, clock=clock)


def test_practice_has_sample_data_of_its_own(practice: Path) -> None:
    assert practice.parent.name == "机"
    assert not (practice.parent / DATABASE).exists()
    with Desk.open(practice) as desk:
        assert desk.is_practice
        assert desk.department.endswith("（練習）")
        lines = desk.lines(YEAR)
        assert len(lines) == 4
        page = desk.leaf(lines[0].measure, YEAR)
        assert page.state is DepartmentState.UNTOUCHED
        assert page.due == "2026-06-03"
        assert page.last_year("activities")
        assert desk.undo() is None


def test_practice_begins_anew_each_time(practice: Path) -> None:
    with Desk.open(practice) as desk:
        desk.type(MINE, YEAR, {"activities": "試しに書く"})
        with pytest.raises(MachineError) as caught:
            first_start.rehearsal(practice.parent, clock=clock)
        assert caught.value.code == "database_locked"
        assert value(desk, "activities") == "試しに書く"
    first_start.rehearsal(practice.parent, clock=clock)
    with Desk.open(practice) as desk:
        assert value(desk, "activities") == ""


def test_practice_and_the_real_thing_cannot_be_mixed_up(practice: Path, people: People) -> None:
    (request,) = (practice / "archive").glob("*.xlsx")
    with Desk.open(practice) as desk:
        desk.type(MINE, YEAR, {"activities": "試しに書く"})
        sent = desk.submit(YEAR, people.folder / "提出.xlsx").path
        assert sent.is_file()
        (report,) = desk.import_files([people.request])
        assert (report.outcome, report.problems[0].code) == (Outcome.REFUSED, "book_in_practice")
    before = people.office.verify().digest
    for real in (people.office, people.clerk):
        (report,) = real.import_files([sent])
        assert (report.outcome, report.problems[0].code) == (Outcome.REFUSED, "practice_book")
    assert people.office.verify().digest == before
    assert refused(first_start.begin, people.folder / "新", request).code == "practice_book"
