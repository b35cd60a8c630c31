"""The whole round on the real plan: what it leaves, and that it can be taken in any way at all."""

from __future__ import annotations

import csv
import io
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from pypdf import PdfReader

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal import CONFIRMATIONS, PUBLISHED, REQUESTS, RETURNS
from imari_desk.domain.book import Level
from imari_desk.domain.items import Owner
from imari_desk.domain.records import Outcome
from imari_desk.domain.states import OfficeState
from tests.demo_round import YEAR, answers, fresh_office, office, play, submissions

pytestmark = pytest.mark.slow
Hands = Callable[[list[Path], Path], list[Path]]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "一巡"
    play(folder)
    return folder


@pytest.fixture(scope="module")
def digest(demo: Path) -> str:
    with office(demo) as desk:
        health = desk.verify()
    assert health.ok
    return health.digest


def test_every_file_lies_where_it_was_said(demo: Path) -> None:
    departments = 9
    assert len(list((demo / REQUESTS).glob("*.xlsx"))) == departments
    assert len(list((demo / CONFIRMATIONS).glob("*.xlsx"))) == departments
    assert len(submissions(demo)) == departments + 3  # a second clerk, two handed in again
    assert len(list((demo / RETURNS).glob("*.xlsx"))) == 2
    for name in ("assign.csv", "集計.xlsx", "評価シート.pdf"):
        assert (demo / name).stat().st_size > 1000


def test_everything_was_confirmed_and_published_as_the_office_decided(demo: Path) -> None:
    with office(demo) as desk:
        status = desk.status(YEAR)
        states = {m.code: desk.show(m.code, YEAR).state for m in desk.plan().measures}
    assert sum(d.confirmed for d in status) == 28
    assert sum(d.asked for d in status) == 28
    assert not any(d.missing or d.returned for d in status)
    published = [code for code, s in states.items() if s == OfficeState.PUBLISHED.value]
    text = next((demo / PUBLISHED).glob("*施策.csv")).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["施策番号"] for row in rows] == published
    assert 20 <= len(published) < 28


def test_the_conflict_and_the_return_were_settled(demo: Path) -> None:
    with office(demo) as desk:
        chosen = {a.key: a for a in desk.show("行-⑯", YEAR).answers}
        corrected = {a.key: a for a in desk.show("行-④", YEAR).answers}
    assert chosen["indicator.1.numerator"].value == "152"
    assert not chosen["activities"].conflict
    assert corrected["indicator.1.numerator"].value == "26487"
    assert corrected["submission"].value == "2"


def test_the_submissions_in_any_order_give_the_office_s_content(
    demo: Path, digest: str, tmp_path: Path
) -> None:
    orders = random.Random(20)
    for number in range(20):
        files = submissions(demo)
        orders.shuffle(files)
        with fresh_office(tmp_path / str(number), demo) as desk:
            reports = desk.import_files([*files, *files[: number % 4]])
            assert desk.verify().digest == digest, [f.name for f in files]
        assert not [r for r in reports if r.outcome is Outcome.REFUSED]


def test_the_note_in_the_margin_is_shown(demo: Path, tmp_path: Path) -> None:
    by_hand = next(path for path in submissions(demo) if "手書き" in path.name)
    with fresh_office(tmp_path, demo) as desk:
        report = desk.import_files([by_hand])[0]
    assert [u.text for u in report.unread] == [
        "※スマホ教室の2月分は雪のため3月に振り替えて実施しました（松永）"
    ]
    assert not report.clean


def test_a_department_takes_its_confirmed_answers_in(demo: Path, tmp_path: Path) -> None:
    """A 課 with a new PC gets everything back from its 確定 workbook."""
    path = next((demo / CONFIRMATIONS).glob("*市民窓口課*.xlsx"))
    with Desk.create(tmp_path, Owner.DEPARTMENT, "市民窓口課（例）") as desk:
        assert desk.import_files([path])[0].outcome is Outcome.APPLIED
        view = desk.show("行-③", YEAR)
        last_year = desk.show("行-③", YEAR - 1)
    assert view.state == "確定"
    assert any(a.key.startswith("comment.") for a in view.answers)
    assert any(a.key == "activities" and a.value for a in last_year.answers)


# A workbook that went through other hands still brings the same answers.


def libre_office(paths: list[Path], folder: Path, *formats: str) -> list[Path]:
    """Re-save by LibreOffice, through each format in turn."""
    for number, kind in enumerate(formats):
        out = folder / str(number)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
        subprocess.run([*command, *map(str, paths)], check=True, capture_output=True, timeout=250)
        paths = [out / f"{path.stem}.{kind}" for path in paths]
    return paths


def resaved(paths: list[Path], folder: Path) -> list[Path]:
    return libre_office(paths, folder, "xlsx")


def through_ods(paths: list[Path], folder: Path) -> list[Path]:
    return libre_office(paths, folder, "ods", "xlsx")


def each(change: Callable[[Path, Path], Path]) -> Hands:
    """A change to one file as a change to all."""
    return lambda paths, folder: [change(path, folder) for path in paths]


def only_values(path: Path, folder: Path) -> Path:
    """A gateway that rebuilds the file out of its visible values."""
    source, rebuilt = load_workbook(path), Workbook()
    rebuilt.remove(rebuilt.worksheets[0])
    for sheet in source.worksheets:
        copy = rebuilt.create_sheet(sheet.title)
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.value is not None:
                    there = copy.cell(cell.row, cell.column, cell.value)
                    if isinstance(there, Cell) and isinstance(cell.value, str):
                        there.data_type = "s"
    rebuilt.save(folder / path.name)
    return folder / path.name


def renamed_and_reordered(path: Path, folder: Path) -> Path:
    book = load_workbook(path)
    for number, sheet in enumerate(reversed(book.worksheets)):
        book.move_sheet(sheet, number - book.index(sheet))
        sheet.title = f"表 ({number})"
    book.save(folder / path.name)
    return folder / path.name


def rows_above(path: Path, folder: Path) -> Path:
    book = load_workbook(path)
    for sheet in book.worksheets:
        ranges = list(sheet.merged_cells.ranges)
        sheet.insert_rows(1, 3)
        for merged in ranges:
            merged.shift(row_shift=3)
    book.save(folder / path.name)
    return folder / path.name


@pytest.mark.parametrize(
    "hands",
    [resaved, through_ods, each(only_values), each(renamed_and_reordered), each(rows_above)],
    ids=["resaved", "through_ods", "only_values", "renamed", "rows_above"],
)
def test_a_workbook_that_went_through_other_hands_brings_the_same(
    demo: Path, digest: str, tmp_path: Path, hands: Hands
) -> None:
    paths = hands(submissions(demo), tmp_path)
    with fresh_office(tmp_path / "fresh", demo) as desk:
        reports = desk.import_files(paths)
        assert desk.verify().digest == digest
    assert {r.level for r in reports} == {Level.FULL}
    assert sum(len(r.unread) for r in reports) == 1  # the clerk's own note, nothing else


def test_without_its_data_sheet_a_workbook_still_comes_home(demo: Path, tmp_path: Path) -> None:
    path = next(p for p in submissions(demo) if "建設管理課" in p.name)
    book = load_workbook(path)
    del book["データ"]
    book.save(tmp_path / "a.xlsx")
    with (
        fresh_office(tmp_path / "one", demo) as bare,
        fresh_office(tmp_path / "two", demo) as whole,
    ):
        report = bare.import_files([tmp_path / "a.xlsx"])[0]
        whole.import_files([path])
        assert report.level is Level.CODES
        assert report.questions
        mine, theirs = answers(bare)["行-⑧"], answers(whole)["行-⑧"]
    passage = ("submission", "submission_note")
    assert {k: v for k, v in mine.items() if k not in passage} == {
        k: v for k, v in theirs.items() if k not in passage
    }


# What is printed


def test_the_sheets_hold_what_was_answered(demo: Path) -> None:
    reader = PdfReader(demo / "評価シート.pdf")
    texts = [page.extract_text().replace("\n", "") for page in reader.pages]
    with office(demo) as desk:
        measures = desk.plan().measures
        for measure in measures:
            page = next(t for t in texts if measure.code in t and measure.name in t)
            view = desk.show(measure.code, YEAR)
            assert view.judgement.reason[:12] in page.replace(" ", "")
            long = next((a.value for a in view.answers if a.key == "activities"), "")
            assert long.replace("\n", "")[-20:] in page or not long
    assert len(texts) >= 28


def test_the_consolidated_workbook_has_a_row_a_measure(demo: Path) -> None:
    book = load_workbook(demo / "集計.xlsx")
    flat = book.worksheets[-1]
    assert not flat.merged_cells.ranges
    codes = {row[1].value for row in flat.iter_rows(min_row=2)}
    with office(demo) as desk:
        assert {m.code for m in desk.plan().measures} <= codes


def test_the_demo_wants_an_empty_folder(demo: Path) -> None:
    with pytest.raises(Exception, match="空ではありません"):
        play(demo)
