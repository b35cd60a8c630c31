"""The end of the office's year: the meeting, figures, papers, 確定 and what comes after it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.papers import PaperKind
from imari_desk.domain.meeting import Decision, Meeting
from imari_desk.domain.states import DepartmentState, OfficeState
from imari_desk.gui.office.charts.heat_map import HeatMap
from imari_desk.gui.office.meeting.page import MeetingPage
from imari_desk.gui.office.meeting.room import Room
from imari_desk.gui.office.papers.page import PaperPage
from imari_desk.gui.office.review.confirming import ConfirmPanel
from imari_desk.gui.office.review.page import Review
from imari_desk.gui.office.review.sending import SendPanel
from imari_desk.gui.office.search.page import SearchPage
from imari_desk.gui.office.whole.page import WholePage
from imari_desk.gui.settings import Place
from tests.desk.office.arriving import CLERKS
from tests.gui.office.dialogs import Dialogs
from tests.gui.office.officer import CONTROL, Officer
from tests.gui.office.year_begins import CITIZENS, YEAR
from tests.gui.office.year_goes_on import ADDED, REMARKS, opened, shown, state

OPINION = "期限を決めて進めること。"
PLAIN = ("産-④", "産-⑤")
REASON = "件数の誤りを直すため。"


def meeting(officer: Officer, folder: Path, dialogs: Dialogs) -> None:
    """Agenda, paper, the screen in the room, 確定 of what was approved."""
    page = officer.page("meeting", MeetingPage)
    officer.press("たたき台を入れる", page)
    officer.wait(lambda: page.rows.rows)
    officer.settle()
    officer.wait(lambda: len(agenda(officer).items) == len(page.rows.rows))
    codes = [item.measure for item in agenda(officer).items if item.measure]
    officer.press("本部付議にする", page)
    officer.press("そうする", page)
    officer.wait(lambda: "本部付議にしました" in page.message.text())
    assert state(officer, codes[0]) is OfficeState.HQ
    in_the_room(officer, page, codes[0])
    dialogs.next = folder / "会議資料.pdf"
    officer.press("会議資料を作る", page)
    officer.wait(lambda: dialogs.next.is_file() and not page.delivery.running)
    text = "".join(one.extract_text() for one in PdfReader(dialogs.next).pages)
    assert "進捗状況について" in text
    officer.press("確定する", page)
    officer.press("そうする", page)
    officer.wait(lambda: "確定しました" in page.message.text())
    assert state(officer, codes[0]) is OfficeState.CONFIRMED


def in_the_room(officer: Officer, page: MeetingPage, first: str) -> None:
    officer.press("会議モード", page)
    officer.wait(lambda: page.room is not None and page.room.isVisible())
    room = page.room
    assert isinstance(room, Room)
    room.activateWindow()
    officer.wait(room.isActiveWindow)
    officer.wait(lambda: first in room.title.text())
    officer.settle()
    noted = room.item.noted
    officer.press(Decision.APPROVED.value, noted.decision)
    officer.type(OPINION, noted.opinion)
    officer.press("公表する", noted.public)
    for _ in range(len(page.rows.rows)):
        officer.key(Qt.Key.Key_PageDown)
        officer.settle()
        if room.item.isVisible() and not noted.decision.text():
            officer.press(Decision.APPROVED.value, noted.decision)
            officer.settle()
    officer.wait(lambda: room.title.text() == "決まったこと")
    officer.click(room.copy_button)
    assert OPINION in QGuiApplication.clipboard().text()
    officer.key(Qt.Key.Key_Escape)
    officer.wait(lambda: not room.isVisible())
    officer.sit_down()
    assert shown(officer, first, "hq_opinion") == OPINION
    assert {item.decision for item in agenda(officer).items} == {Decision.APPROVED}


def agenda(officer: Officer) -> Meeting:
    return officer.ask(lambda desk: desk.office.meeting.meeting(YEAR))


def everything_leads_somewhere(officer: Officer) -> None:
    """A mark of the heat map, and a text that was typed, lead to their evaluations."""
    whole = officer.page("whole", WholePage)
    chart = whole.map.chart
    assert isinstance(chart, HeatMap)
    officer.wait(lambda: chart.count() > 0)
    measure = REMARKS[3][0]
    place = chart.place(chart.row_of(measure) * 5 + 4).center().toPoint()
    officer.click(chart, place)
    officer.wait(lambda: isinstance(officer.office.page, Review))
    review = officer.office.page
    assert isinstance(review, Review)
    officer.wait(lambda: opened(review) == measure)
    officer.key(Qt.Key.Key_F, CONTROL)
    page = officer.page("search", SearchPage)
    officer.wait(page.field.hasFocus)
    officer.type(ADDED)
    officer.wait(lambda: page.rows.isVisible())
    officer.key(Qt.Key.Key_Return)
    officer.wait(page.rows.hasFocus)
    officer.key(Qt.Key.Key_Return)
    officer.wait(lambda: officer.office.page is review and opened(review) == REMARKS[0][0])
    officer.wait(lambda: review.evaluation.table.current_key == REMARKS[0][1])


def confirm_some(officer: Officer) -> None:
    """Those the 本部 need not see, ticked in a list and confirmed with one press."""
    page = officer.page("review", Review)
    officer.press("確定する", page.page_head)
    panel = page.panels.panel
    assert isinstance(panel, ConfirmPanel)
    officer.wait(lambda: panel.list.model_.checked)
    officer.press("選択を外す", panel)
    for measure in PLAIN:
        row = [line.key for line in panel.list.model_.lines].index(measure)
        officer.click_row(panel.list, row)
        officer.key(Qt.Key.Key_Space)
    officer.press(f"{len(PLAIN)}件を確定する", panel)
    officer.wait(lambda: "確定しました" in panel.message.text())
    assert {state(officer, measure) for measure in PLAIN} == {OfficeState.CONFIRMED}
    officer.press("点検に戻る", page)


def send_confirmations(officer: Officer) -> None:
    """All is 確定 after the meeting: a workbook for each 課."""
    states = {one.state for one in officer.ask(lambda desk: desk.lines(YEAR))}
    assert states == {DepartmentState.CONFIRMED}
    page = officer.page("review", Review)
    officer.press("返却する", page)
    panel = page.panels.panel
    assert isinstance(panel, SendPanel)
    officer.press("確定", panel.kind)
    officer.wait(lambda: len(panel.list.model_.checked) == 9)
    officer.press("9課のブックを作る", panel)
    officer.wait(lambda: "9つのブック" in panel.message.text())
    officer.press("点検に戻る", page)


def the_confirmation_arrives(folder: Path) -> None:
    """What a 課 takes in then is locked there."""
    (book,) = folder.glob(f"返却/*確定*{CITIZENS}.xlsx")
    with Desk.open(folder / CLERKS / CITIZENS) as desk:
        desk.import_files([book])
        leaf = desk.leaf(REMARKS[0][0], YEAR)
        assert leaf.locked
        assert leaf.state is DepartmentState.CONFIRMED


def papers(officer: Officer, folder: Path, dialogs: Dialogs) -> None:
    """All sheets, the wrap-up, the consolidated workbook, the public version."""
    page = officer.page("paper", PaperPage)
    for kind, pages in ((PaperKind.SHEETS, 28), (PaperKind.WRAP_UP, 1)):
        officer.click(page.choice.kinds[kind.value])
        dialogs.next = folder / f"{kind.value}.pdf"
        saved(officer, page, dialogs.next)
        assert len(PdfReader(dialogs.next).pages) >= pages
    officer.click(page.choice.kinds["book"])
    dialogs.next = folder / "集計.xlsx"
    saved(officer, page, dialogs.next)
    assert "一覧" in load_workbook(dialogs.next, read_only=True).sheetnames
    officer.click(page.choice.kinds[PaperKind.PUBLIC.value])
    officer.press("公表ファイルを書き出す", page)
    dialogs.next = folder / "公表"
    dialogs.next.mkdir()
    officer.press("フォルダーを選ぶ", page)
    officer.wait(lambda: len(list(dialogs.next.iterdir())) >= 2 and not page.delivery.running)
    told = "".join(table.read_text("utf-8-sig") for table in dialogs.next.glob("*.csv"))
    assert "行-" in told
    assert "手順図の作り方が庁内に広がった" not in told, "所見 are not for everybody"


def saved(officer: Officer, page: PaperPage, path: Path) -> None:
    officer.wait(page.pdf_button.isEnabled)
    officer.click(page.pdf_button)
    officer.wait(lambda: path.is_file() and not page.delivery.running)


def correction(officer: Officer) -> None:
    """After 確定: nothing is typed any more; with a reason it opens again."""
    page = officer.page("review", Review)
    measure = REMARKS[2][0]
    page.show_evaluation(Place(measure))
    officer.wait(lambda: opened(page) == measure)
    officer.settle()
    bar = page.evaluation.bar
    assert bar.view.page.isReadOnly()
    officer.press("訂正する", page)
    officer.press("点検中に戻す", page)
    officer.settle()
    assert state(officer, measure) is OfficeState.CONFIRMED, "not without a reason"
    officer.type(REASON, bar.reason)
    officer.press("点検中に戻す", page)
    officer.wait(lambda: not bar.view.page.isReadOnly())
    assert state(officer, measure) is OfficeState.REVIEWING
    assert REASON in page.evaluation.head.correction.text()
