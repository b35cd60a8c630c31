from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.domain.errors import MachineError
from imari_desk.gui.background import Background
from imari_desk.gui.notebook import Notebook
from imari_desk.gui.printing import Paper, chosen_pages, print_each, print_pages, printer_for
from imari_desk.gui.side.sheet_window import SheetWindow
from imari_desk.paper import fonts
from tests.desk.people import DEPARTMENT, MINE, OTHER, THEIRS, YEAR, People, meet

Progress = tuple[str, int, int]


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


def to_file(printer: QPrinter, path: Path) -> QPrinter:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def silent(_what: str, _done: int, _total: int) -> None: ...


def ink(path: Path) -> QImage:
    """The first page of a PDF in gray, small enough that hinting does not matter."""
    picture = path.with_suffix("")
    command = ["pdftoppm", "-r", "60", "-gray", "-png", "-singlefile", str(path), str(picture)]
    subprocess.run(command, check=True, capture_output=True)
    image = QImage(str(picture.with_suffix(".png")))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(QSize(120, 85), mode=smooth)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(left: QImage, right: QImage) -> float:
    """Mean difference of gray, 0 to 255."""
    assert left.size() == right.size()
    one, other = bytes(left.constBits()), bytes(right.constBits())
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 842), (Paper.A3, 1191)])
def test_paper_shows_the_very_pages_of_the_pdf(
    people: People, tmp_path: Path, paper: Paper, width: int
) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "研修を2回行った。" * 20, "progress": "遅れ"})
    own, printed = tmp_path / "own.pdf", tmp_path / "printed.pdf"
    people.clerk.print(YEAR, own, [MINE])
    steps: list[Progress] = []

    pages = people.clerk.preview(MINE, YEAR, {}).pages
    count = print_pages(
        to_file(printer_for(paper, "評価シート"), printed), pages, lambda *s: steps.append(s)
    )

    assert count == 1
    assert steps == [("print", 0, 1), ("print", 1, 1)]
    (page,) = PdfReader(printed).pages
    assert round(page.mediabox.width) == pytest.approx(width, abs=1)
    same = difference(ink(own), ink(printed))
    people.clerk.enter(MINE, YEAR, {"activities": "別の文。"})
    people.clerk.print(YEAR, own, [MINE])
    assert same < 5
    assert same < 0.7 * difference(ink(own), ink(printed))


@pytest.mark.slow
def test_several_measures_and_a_choice_of_pages(people: People, tmp_path: Path) -> None:
    page = people.clerk.preview(MINE, YEAR, {}).pages[0]
    printer = to_file(printer_for(Paper.A4, "評価シート"), tmp_path / "all.pdf")
    assert print_pages(printer, [page] * 5, silent) == 5
    assert len(PdfReader(tmp_path / "all.pdf").pages) == 5

    printer = to_file(printer_for(Paper.A4, "評価シート"), tmp_path / "some.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 9)
    assert chosen_pages(printer, 5) == range(1, 5)
    assert print_pages(printer, [page] * 5, silent) == 4


def test_every_page_turns_the_paper_as_it_is_itself(tmp_path: Path) -> None:
    upright, across = (
        f'<svg viewBox="0 0 {wide} {high}" xmlns="http://www.w3.org/2000/svg">'
        f'<rect width="{wide}" height="{high}"/></svg>'.encode()
        for wide, high in ((595, 842), (842, 595))
    )
    printer = to_file(printer_for(Paper.A4, "会議資料"), tmp_path / "both.pdf")
    pages = iter((upright, across, upright))

    assert print_each(printer, pages, 3, silent) == 3
    boxes = [page.mediabox for page in PdfReader(tmp_path / "both.pdf").pages]
    assert [box.width < box.height for box in boxes] == [True, False, True]


def test_a_printer_that_does_not_start_is_said(tmp_path: Path) -> None:
    printer = to_file(printer_for(Paper.A4, "評価シート"), tmp_path / "no" / "such" / "x.pdf")

    with pytest.raises(MachineError, match="印刷を始められません"):
        print_pages(printer, [b"<svg/>"], silent)


# --- the window ---


@pytest.fixture
def window(qtbot: QtBot, people: People) -> SheetWindow:
    notebook = Notebook(people.clerk, Background(inline=True), YEAR)
    notebook.open(MINE)
    made = SheetWindow(notebook)
    qtbot.addWidget(made)
    made.start()
    return made


def test_a_typeface_that_stands_in_is_said(
    window: SheetWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert window.message.text() == ""
    monkeypatch.setattr(fonts, "families", lambda _known: ("IPAexGothic",))
    window.load()
    assert "IPAexGothic" in window.message.text()


def test_it_shows_the_open_measure_or_all(
    qtbot: QtBot, window: SheetWindow, people: People, tmp_path: Path
) -> None:
    assert [sheet.title for sheet in window.pages.sheets] == [MINE]
    assert window.windowTitle() == "評価シートの印刷　令和7年度"
    (tmp_path / "担当2.csv").write_text(
        f"施策番号,担当課,関係課\n{MINE},{DEPARTMENT},\n{THEIRS},{DEPARTMENT},{OTHER}\n", "utf-8"
    )
    people.office.assign(tmp_path / "担当2.csv")
    people.office.request(YEAR, "", tmp_path / "again")
    people.clerk.import_files([tmp_path / "again" / f"{YEAR}_依頼_{DEPARTMENT}.xlsx"])

    window.start(whole=True)

    assert [sheet.title for sheet in window.pages.sheets] == [MINE, THEIRS]
    qtbot.waitUntil(lambda: window.place.text() == "1 / 2 ページ")


def test_printing_goes_through_the_systems_dialog(
    window: SheetWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QPrintDialog] = []

    def accept(dialog: QPrintDialog) -> int:
        asked.append(dialog)
        to_file(dialog.printer(), tmp_path / "out.pdf")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window.paper.show_text("A3")
    window.print_button.click()

    assert (asked[0].minPage(), asked[0].maxPage()) == (1, 1)
    assert "1ページを印刷に送りました" in window.message.text()
    (page,) = PdfReader(tmp_path / "out.pdf").pages
    assert round(page.mediabox.width) == pytest.approx(1191, abs=1)


def test_nothing_is_printed_where_the_dialog_is_left(
    window: SheetWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    window.print_button.click()

    assert window.message.text() == ""


def test_the_pdf_is_the_desks_own(
    qtbot: QtBot, window: SheetWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(name)
        return str(tmp_path / "シート"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(window.written) as written:
        window.pdf_button.click()

    assert proposed == [f"{YEAR}_評価シート_{MINE}.pdf"]
    assert written.args == [tmp_path / "シート.pdf"]
    assert "行政手続きのオンライン化" in PdfReader(tmp_path / "シート.pdf").pages[0].extract_text()
    assert str(tmp_path / "シート.pdf") in window.message.text()


def test_zoom_has_buttons_and_says_where_one_is(qtbot: QtBot, window: SheetWindow) -> None:
    window.larger.click()
    qtbot.waitUntil(lambda: window.zoom.text() == "125 %")
    window.smaller.click()
    window.smaller.click()
    qtbot.waitUntil(lambda: window.zoom.text() == "75 %")
    window.fit.click()
    qtbot.waitUntil(lambda: window.zoom.text() == "100 %")
