"""印刷・公表: what is chosen, shown, printed, written and published, over a real office."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.papers import PaperKind, PaperOrder
from imari_desk.domain.states import OfficeState
from imari_desk.gui.background import Background
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.papers import page as module
from imari_desk.gui.office.papers.page import PaperPage
from imari_desk.gui.settings import Settings
from tests import ready
from tests.desk.office import meeting_sample as sample
from tests.desk.office.meeting_sample import LATE, SETTLED, YEAR

CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def hand(tmp_path: Path) -> Iterator[Hand]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as desk:
        found: list[Exception] = []
        made = Hand(desk, Background(inline=True), Settings(tmp_path), YEAR, sample.clock)
        made.broken.connect(found.append)
        yield made
        assert found == []


@pytest.fixture
def page(hand: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> PaperPage:
    monkeypatch.setattr(module, "_MOST", 2)
    made = PaperPage(hand)
    qtbot.addWidget(made)
    made.resize(1182, 700)
    made.show()
    hand.changed.connect(made.refresh)
    made.refresh()
    return made


def shown(page: PaperPage, qtbot: QtBot, *titles: str) -> None:
    """Wait until exactly these pages are to be seen."""
    qtbot.waitUntil(lambda: tuple(s.title for s in page.preview.pages.sheets) == titles)


def tick(page: PaperPage, *codes: str) -> None:
    """Choose some of the measures."""
    page.choice.all_or_some.choose(1)
    model = page.choice.picks.model
    for row in range(model.rowCount()):
        index = model.index(row)
        if str(index.data()).split("　")[0] in codes:
            model.setData(index, Qt.CheckState.Checked, CHECK)


def answer(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[str]:
    """The system's dialog chooses that path; gives the names proposed."""
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    return proposed


def test_all_sheets_are_shown_first_a_few_of_them(page: PaperPage, qtbot: QtBot) -> None:
    shown(page, qtbot, "産-①", "産-②")
    assert "ほか26枚" in page.preview.note.text()
    assert page.choice.order == PaperOrder(PaperKind.SHEETS)


def test_until_the_first_page_is_drawn_a_word_stands_there(page: PaperPage, qtbot: QtBot) -> None:
    sheets, instead = page.preview.pages, page.preview.instead
    assert instead.isVisible()
    qtbot.waitUntil(lambda: not instead.isVisible())
    assert not sheets.pages[0].image.isNull()
    first = sheets.sheets[0]
    sheets.show_sheets([first, first])
    assert not sheets.pages[0].image.isNull(), "the page that stays is not drawn again"
    page.choice.choose(PaperKind.MEETING.value)
    qtbot.waitUntil(lambda: "作っています" in instead.text() and len(sheets.sheets) > 2)
    qtbot.waitUntil(lambda: not instead.isVisible())


def test_pages_nobody_looks_at_are_made_when_somebody_does(page: PaperPage, qtbot: QtBot) -> None:
    shown(page, qtbot, "産-①", "産-②")
    page.choice.choose(PaperKind.MEETING.value)
    page.hide()
    assert not page._timer.isActive()
    page.show()
    qtbot.waitUntil(lambda: len(page.preview.pages.sheets) > 2)


@pytest.mark.slow
def test_measures_are_ticked(page: PaperPage, qtbot: QtBot) -> None:
    model = page.choice.picks.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.choice.all_or_some.choose(1)
    assert page.choice.order is None
    assert not page.print_button.isEnabled()
    assert "選んでください" in page.preview.instead.text()

    tick(page, LATE, SETTLED)
    shown(page, qtbot, LATE, SETTLED)
    page.choice.picks.search.setText("窓口改善")
    assert model.rowCount() == 1
    assert model.index(0).data(CHECK) == Qt.CheckState.Checked
    assert not model.setData(QModelIndex(), Qt.CheckState.Checked, CHECK)
    assert page.choice.picks.count.text() == "2施策を選んでいます"
    page.choice.order_of.choose(1)
    shown(page, qtbot, "情報政策課", LATE)


def test_the_pdf_is_the_order_as_it_is_chosen(
    page: PaperPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = answer(monkeypatch, tmp_path / "選んだもの")
    tick(page, LATE)
    with qtbot.waitSignal(page.delivery.written) as written:
        page.pdf_button.click()

    assert proposed == ["2025_評価シート.pdf"]
    assert written.args == [tmp_path / "選んだもの.pdf"]
    assert len(PdfReader(tmp_path / "選んだもの.pdf").pages) == 1
    assert page.delivery.open_button.isVisible()


def test_a_file_that_cannot_be_written_is_said(
    page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x").write_text("")
    answer(monkeypatch, tmp_path / "x" / "y.pdf")
    tick(page, LATE)
    page.pdf_button.click()
    assert "y.pdf" in page.delivery.message.text()
    assert not page.delivery.open_button.isVisible()


@pytest.mark.slow
def test_the_meetings_paper_is_printed_upright(
    page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    page.choice.choose(PaperKind.MEETING.value)
    page.handlers()["print"]()

    boxes = [p.mediabox for p in PdfReader(tmp_path / "out.pdf").pages]
    assert len(boxes) >= 2
    assert all(box.width < box.height for box in boxes)
    assert f"{len(boxes)}ページを印刷に送りました" in page.delivery.message.text()
    page.choice.with_sheets.choose(1)
    order = PaperOrder(PaperKind.MEETING, sheets=True)
    assert page.choice.order == order
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    page.print_button.click()


@pytest.mark.slow
def test_the_workbook_is_saved_from_here_too(
    page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = answer(monkeypatch, tmp_path / "集計")
    page.choice.choose("book")
    assert not page.print_button.isVisible()
    page.pdf_button.click()

    assert proposed == ["2025_集計.xlsx"]
    assert "一覧" in load_workbook(tmp_path / "集計.xlsx").sheetnames


@pytest.mark.slow
def test_what_goes_out_is_told_and_asked_before(
    page: PaperPage, qtbot: QtBot, hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.choice.choose(PaperKind.PUBLIC.value)
    shown(page, qtbot, SETTLED)
    assert page.public.head.text() == "公表する 1施策　見送る 27施策"
    page.public.publish_button.click()
    assert "1施策の公表用シート" in page.public.ask.text()
    assert hand.desk.show(SETTLED, YEAR).state == OfficeState.CONFIRMED.value

    folder = tmp_path / "公表"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    page.public.yes.click()
    assert len(list(folder.iterdir())) == 3
    assert hand.desk.show(SETTLED, YEAR).state == OfficeState.PUBLISHED.value
    assert str(folder) in page.delivery.message.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.publish()


def test_nothing_to_publish_is_said_in_place_of_pages(
    page: PaperPage, qtbot: QtBot, hand: Hand
) -> None:
    hand.look_at(YEAR - 1)
    page.refresh()
    page.choice.choose(PaperKind.PUBLIC.value)
    qtbot.waitUntil(lambda: "公表する" in page.preview.instead.text())
    assert not page.public.publish_button.isEnabled()


def test_the_wrap_up_waits_for_the_plans_last_year(page: PaperPage, hand: Hand) -> None:
    button = page.choice.kinds[PaperKind.WRAP_UP.value]
    page.choice.choose(PaperKind.WRAP_UP.value)
    assert button.isEnabled()
    hand.look_at(YEAR - 1)
    page.refresh()

    assert not button.isEnabled()
    assert "最終年度（令和7年度）" in button.toolTip()
    assert page.choice.kind == PaperKind.SHEETS.value


def test_zoom_and_a_choice_that_is_never_empty(page: PaperPage, qtbot: QtBot) -> None:
    shown(page, qtbot, "産-①", "産-②")
    page.preview.larger.click()
    qtbot.waitUntil(lambda: page.preview.zoom.text() == "125 %")
    page.preview.smaller.click()
    page.preview.fit.click()
    qtbot.waitUntil(lambda: page.preview.zoom.text() == "100 %")
    page.choice.order_of.choose(-1)
    assert page.choice.order_of.text() == "計画の順"
    page.grab()
