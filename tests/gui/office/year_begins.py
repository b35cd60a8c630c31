"""The first half of the office's year: asking, who is missing, a Friday's post."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.outlook import Fate
from imari_desk.desk.office.year_view import Step
from imari_desk.desk.rehearsal_script import Script
from imari_desk.domain.standing import Stand
from imari_desk.gui.office.board.page import BoardPage
from imari_desk.gui.office.receiving.cards import ConflictCard, GroupCard
from imari_desk.gui.office.receiving.page import ReceivingPage
from imari_desk.gui.office.receiving.pick import Pick
from imari_desk.gui.office.year.page import YearPage
from tests.gui.office.officer import CONTROL, Officer
from tests.gui.windows import Windows

YEAR = 2025
CITIZENS, FINANCE, GENERAL = "市民窓口課（例）", "財政契約課（例）", "総務課（例）"
MOVED = "行-⑥"
TORN = "行-⑯"


def begin(qtbot: QtBot, windows: Windows, folder: Path, script: Script) -> Officer:
    """From an empty folder: the office's data are made, who answers is said, all are asked."""
    window = windows.open(folder / "推進室", inline=False)
    officer = Officer(qtbot, window)
    officer.press("推進室としてお使いの方")
    officer.press("推進室のデータを作る")
    officer.wait(lambda: window.frame is not None and window.frame.office is not None)
    officer.sit_down()
    assert isinstance(officer.office.page, BoardPage)
    officer.ask(lambda desk: [desk.enter(*at, typed) for at, typed in script.past.items()])
    set_up(officer, folder, script)
    return officer


def set_up(officer: Officer, folder: Path, script: Script) -> None:
    """年度の準備: a table from a spreadsheet, one day for all, a workbook for each 課."""
    page = officer.page("year", YearPage)
    rows = ("\t".join(row) for row in script.assignment_rows())
    assign(officer, "\n".join(rows))
    officer.press("28施策を書き換える", page)
    officer.wait(lambda: officer.office.rail.entries["year"].waiting == 0)
    officer.press("次へ", page)
    officer.type("令和8年5月29日", page.due.due.line)
    officer.press("次へ", page)
    officer.settle()
    officer.press("次へ", page)
    officer.settle()
    count = len(script.departments)
    (folder / "依頼").mkdir()
    officer.window.settings.out_folder = folder / "依頼"
    page.refresh()
    officer.settle()
    officer.press("送付文をコピー", page.books)
    officer.press(f"{count}課の依頼ブックを作る", page)
    officer.wait(lambda: f"{count}課の依頼ブックを作りました" in page.books.message.text())
    assert len(list((folder / "依頼").iterdir())) == count
    (folder / "返却").mkdir()
    officer.window.settings.out_folder = folder / "返却"


def assign(officer: Officer, table: str) -> None:
    """Paste rows of 施策番号, 担当課, 関係課 over the table of who answers."""
    page = officer.page("year", YearPage)
    officer.click(page.steps.buttons[Step.DEPARTMENTS])
    QGuiApplication.clipboard().setText(table)
    officer.click_row(page.departments.table, 0)
    officer.key(Qt.Key.Key_V, CONTROL)
    officer.settle()


def digest(officer: Officer) -> tuple[str, str]:
    """What the office holds, as two numbers."""
    health = officer.ask(Desk.verify)
    assert health.ok, health.problems
    return health.digest, health.office_digest


def take_in_alone(officer: Officer, path: Path) -> None:
    """One workbook, dropped on the window and taken in."""
    page = looked_at(officer, [path])
    apply(officer, page)


def looked_at(officer: Officer, paths: list[Path]) -> ReceivingPage:
    """Dropped on the window: the page of taking in shows what is in them."""
    page = officer.page("receiving", ReceivingPage)
    officer.drop(paths)
    officer.wait(lambda: page.rows.rows and not page.view.progress.isVisible())
    return page


def apply(officer: Officer, page: ReceivingPage) -> None:
    """Press the button, wait for the receipts."""
    officer.wait(page.view.apply_button.isEnabled)
    officer.click(page.view.apply_button)
    officer.wait(lambda: page.view.stack.currentWidget() is page.view.after)
    officer.settle()


def who_is_missing(officer: Officer, script: Script) -> None:
    """All but one 課 are late; the texts of all are on the clipboard with one press."""
    board = officer.page("board", BoardPage)
    late = set(script.departments) - {CITIZENS}
    assert board.chosen is not None
    assert board.chosen.department in late
    officer.wait(lambda: officer.office.rail.entries["board"].waiting == len(late))
    officer.press("本文をコピー", board)
    text = QGuiApplication.clipboard().text()
    assert all(stand.measure in text for stand in board.chosen.missing)
    officer.press(f"期限を過ぎた{len(late)}課の文をまとめてコピー", board)
    text = QGuiApplication.clipboard().text()
    assert all(name.removesuffix("（例）") in text for name in late)
    assert CITIZENS not in text


def fridays_post(officer: Officer, folder: Path, script: Script) -> None:
    """A whole folder: looked at, taken in, taken back as a whole, put right, taken in again."""
    assign(officer, f"{MOVED}\t{GENERAL}")
    before = digest(officer)
    page = looked_at(officer, [folder / "届いた"])
    fates = [row.fate for row in page.rows.rows]
    assert len(fates) == 15
    assert {f: fates.count(f) for f in (Fate.REFUSED, Fate.TWIN, Fate.SEEN, Fate.ASKS)} == {
        Fate.REFUSED: 3,
        Fate.TWIN: 1,
        Fate.SEEN: 1,
        Fate.ASKS: 1,
    }
    refused_is_told(officer, page)
    assert digest(officer) == before, "nothing is applied until asked"
    apply(officer, page)
    board = officer.page("board", BoardPage)
    officer.wait(lambda: [s.measure for s in late_of(board, GENERAL)] == [MOVED])
    page = officer.page("receiving", ReceivingPage)
    officer.press("この取込を取り消す", page)
    officer.press("取り消す", page)
    officer.wait(lambda: page.view.stack.currentWidget() is page.view.empty)
    assert digest(officer) == before, "the last import is undone as a whole"
    assign(officer, f"{MOVED}\t{FINANCE}")
    page = looked_at(officer, [folder / "届いた"])
    decide(officer, page)
    apply(officer, page)
    assert len(page.view.receipts.receipts) == len(script.departments)
    officer.press("この課の文面を写す", page)
    assert "受け取りました" in QGuiApplication.clipboard().text()
    board = officer.page("board", BoardPage)
    officer.wait(lambda: officer.office.rail.entries["board"].waiting == 0)


def late_of(board: BoardPage, department: str) -> tuple[Stand, ...]:
    for row in range(board.model.rowCount()):
        one = board.model.standing(row)
        if one is not None and one.department == department:
            return one.missing
    return ()


def choose(officer: Officer, page: ReceivingPage, name: str) -> None:
    names = [row.file.name for row in page.rows.rows]
    officer.click_row(page.view.files, names.index(name) + page.rows.first)
    officer.settle()


def refused_is_told(officer: Officer, page: ReceivingPage) -> None:
    choose(officer, page, "提出-途中で切れた.xlsx")
    officer.press("課への返事として写す", page)
    assert "途中で切れた" in QGuiApplication.clipboard().text()


def decide(officer: Officer, page: ReceivingPage) -> None:
    """One decision for all of a kind, one conflict picked, the other asked about."""
    if page.rows.first:
        officer.click_row(page.view.files, 0)
    cards = page.view.detail.contents
    officer.wait(lambda: cards.findChildren(GroupCard))
    officer.press("すべて取り込む", cards)
    officer.press("食い違い2件　すべて課に尋ねる", cards)
    officer.settle()
    choose(officer, page, "提出-情報政策課（例）（佐藤）.xlsx")
    officer.wait(lambda: cards.findChildren(ConflictCard))
    card = next(c for c in cards.findChildren(ConflictCard) if "自己評価" in c.accessibleName())
    officer.click(next(p for p in card.findChildren(Pick) if p.accessibleName() == "A"))
    officer.settle()
