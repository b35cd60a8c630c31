"""The office's year between the post and the meeting: review, 差戻し, what a 課 says to it."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from imari_desk.desk.office.review_queue import QueueGroup
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.gui.exchange.import_page import ImportPage
from imari_desk.gui.exchange.submit_page import SubmitPage
from imari_desk.gui.form.comment_box import CommentBox
from imari_desk.gui.form.form import Form
from imari_desk.gui.kit import TextField
from imari_desk.gui.office.review.cells import Bubble, RowWidget
from imari_desk.gui.office.review.page import Review
from imari_desk.gui.office.review.sending import SendPanel
from imari_desk.gui.workplace import Workplace
from tests.desk.office.arriving import CLERKS
from tests.gui.office.officer import CONTROL, Officer
from tests.gui.office.year_begins import CITIZENS, YEAR
from tests.gui.windows import Windows, place

REMARKS = (
    ("行-④", "activities", "見込みの時期をお書きください。"),
    ("行-①", "results", "件数の出どころをお書きください。"),
    ("行-⑭", "results", "業務ごとの時間をお書きください。"),
    ("産-②", "issues", "届かなかった理由を添えてください。"),
)
SEEN, VIEW = "行-⑬", "手順図の作り方が庁内に広がった。周知に力を入れること。"
REPLY, ADDED = "時期は9月です。", "9月から始める。"


def state(officer: Officer, measure: str) -> OfficeState:
    """How an evaluation stands in the office's data."""
    return office_state(officer.ask(lambda desk: desk.leaf(measure, YEAR)).evaluation)


def shown(officer: Officer, measure: str, key: str) -> str:
    """What stands at an item in the office's data."""
    return officer.ask(lambda desk: desk.leaf(measure, YEAR)).shown(key)


def open_(officer: Officer, page: Review, measure: str) -> None:
    """Look for it in the queue, and click it there."""
    officer.key(Qt.Key.Key_F, CONTROL)
    officer.wait(page.queue.words.hasFocus)
    officer.key(Qt.Key.Key_A, CONTROL)
    officer.type(measure)
    officer.wait(lambda: 1 <= len(page.queue.model.shown) <= 12)
    officer.click_row(page.queue.rows, page.queue.model.place_of(measure).row())
    officer.wait(lambda: opened(page) == measure)
    page.queue.words.clear()
    officer.settle()


def opened(page: Review) -> str:
    """The measure whose evaluation is shown."""
    shown = page.evaluation.page
    return shown.leaf.measure.code if shown is not None else ""


def row_of(page: Review, key: str) -> RowWidget:
    return next(one for one in page.evaluation.table.rows if key in one.row.keys)


def give_back(officer: Officer, folder: Path) -> dict[str, Path]:
    """Four go back, remarked on at their items, a workbook a 課 in one go; by the 課's name."""
    page = officer.page("review", Review)
    for measure, key, text in REMARKS:
        send_back(officer, page, measure, key, text)
    officer.press("返却する", page)
    panel = page.panels.panel
    assert isinstance(panel, SendPanel)
    officer.wait(lambda: panel.list.model_.checked)
    officer.type("令和8年6月12日", panel.due.line)
    officer.key(Qt.Key.Key_Tab)
    officer.settle()
    officer.press("選んだ課の文面をすべてコピー", panel)
    covering = QGuiApplication.clipboard().text()
    officer.press("3課のブックを作る", panel)
    officer.wait(lambda: "3つのブック" in panel.message.text())
    assert all(measure in covering for measure, _, _ in REMARKS)
    written = {path.stem.split("_")[-1]: path for path in folder.glob("返却/*差戻し*.xlsx")}
    assert len(written) == 3
    assert "令和8年6月12日" in covering
    assert "令和8年6月12日" in cells(written[CITIZENS])
    officer.press("点検に戻る", page)
    return written


def send_back(officer: Officer, page: Review, measure: str, key: str, text: str) -> None:
    open_(officer, page, measure)
    row = row_of(page, key)
    page.evaluation.table.go_to(key)
    officer.click(next(iter(row.findChildren(Bubble))))
    officer.type(text)
    officer.key(Qt.Key.Key_Return, CONTROL)
    officer.wait(lambda: [c.text for c in row.row.comments] == [text])
    officer.press("差戻し（コメント1件）", page)
    officer.wait(lambda: opened(page) != measure)
    assert state(officer, measure) is OfficeState.RETURNED


def cells(path: Path) -> str:
    """Everything written in a workbook."""
    book = load_workbook(path, read_only=True)
    rows = (row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True))
    text = "\n".join(str(value) for row in rows for value in row if value is not None)
    book.close()
    return text


def view_and_grade(officer: Officer) -> None:
    """所見 and 二次評価 at one; undone and done again by the keys."""
    page = officer.page("review", Review)
    open_(officer, page, SEEN)
    officer.type(VIEW, page.evaluation.bar.view.page)
    (letter,) = [
        b
        for b in page.evaluation.cards.findChildren(QRadioButton)
        if b.accessibleName() == "二次評価 B"
    ]
    officer.click(letter)
    officer.wait(lambda: shown(officer, SEEN, "second_grade") == "B")
    assert shown(officer, SEEN, "office_view") == VIEW
    officer.press("ヒアリング", page.evaluation.head)
    officer.type("記録票の様式の案", page.evaluation.head.questions)
    officer.press("確認済にして次へ", page)
    officer.wait(lambda: opened(page) != SEEN)
    assert state(officer, SEEN) is OfficeState.CHECKED
    heard = officer.ask(lambda desk: desk.office.reviewing.hearings(YEAR))
    assert [(line.measure, text) for line, text in heard] == [(SEEN, "記録票の様式の案")]


def clerk_answers(qtbot: QtBot, windows: Windows, folder: Path, book: Path) -> Path:
    """The 課 takes the 差戻し in, replies, completes its text, hands in again."""
    window = windows.open(folder / CLERKS / CITIZENS, [book], inline=False)
    window.settings.out_folder = folder
    clerk = Officer(qtbot, window)
    clerk.wait(lambda: window.frame is not None and window.frame.workplace is not None)
    here = place(window)
    clerk.wait(lambda: isinstance(here.errands.page, ImportPage))
    clerk.sit_down()
    clerk.press("取り込む（")
    clerk.press("閉じる")
    measure, key, text = REMARKS[0]
    clerk.wait(lambda: here.errands.page is None)
    for _ in range(4):
        go_on(clerk, here, measure)
    form = here.pane.form
    clerk.wait(lambda: key in form.fields and not locked(form, key))
    assert locked(form, "results"), "only what was remarked on is open"
    form.go_to(key)
    box = next(b for b in form.findChildren(CommentBox) if b.isVisible())
    clerk.press("返信する", box)
    clerk.type(REPLY)
    editor = form.fields[key].editor
    assert isinstance(editor, TextField)
    clerk.click(editor.page)
    clerk.key(Qt.Key.Key_End, CONTROL)
    clerk.type(ADDED)
    clerk.wait(lambda: not here.notebook.unsaved and ADDED in value_of(here, key))
    clerk.key(Qt.Key.Key_Return, CONTROL)
    clerk.wait(lambda: isinstance(here.errands.page, SubmitPage))
    page = here.errands.page
    assert isinstance(page, SubmitPage)
    clerk.wait(page.go_button.isEnabled)
    if page.reason_part.isVisible():
        clerk.type("ほかは変わりません。", page.reason.page)
    with qtbot.waitSignal(page.written, timeout=60_000) as written:
        clerk.click(page.go_button)
    window.close()
    clerk.wait(lambda: not window.isVisible())
    path = written.args[0]
    assert isinstance(path, Path)
    assert text in cells(book)
    return path


def go_on(clerk: Officer, here: Workplace, wanted: str) -> None:
    before = measure_of(here)
    if before != wanted:
        clerk.key(Qt.Key.Key_PageDown, CONTROL)
        clerk.wait(lambda: measure_of(here) != before)


def measure_of(here: Workplace) -> str:
    leaf = here.notebook.leaf
    return leaf.measure.code if leaf is not None else ""


def value_of(here: Workplace, key: str) -> str:
    leaf = here.notebook.leaf
    return leaf.shown(key) if leaf is not None else ""


def locked(form: Form, key: str) -> bool:
    editor = form.fields[key].editor
    assert isinstance(editor, TextField)
    return editor.page.isReadOnly()


def the_reply_is_seen(officer: Officer) -> None:
    """What came again stands first in what waits, with the reply beside the remark."""
    measure, key, _ = REMARKS[0]
    assert state(officer, measure) is OfficeState.RECEIVED
    assert ADDED in shown(officer, measure, key)
    page = officer.page("review", Review)
    open_(officer, page, measure)
    (comment,) = row_of(page, key).row.comments
    assert comment.reply == REPLY


def check_the_rest(officer: Officer) -> None:
    """What did not come again is taken as it is; then one press after the other."""
    page = officer.page("review", Review)
    as_it_is = [measure for measure, *_ in REMARKS[1:]]
    officer.ask(lambda desk: desk.office.reviewing.stage(as_it_is, YEAR, OfficeState.REVIEWING))
    officer.office.hand.changed.emit()
    officer.settle()
    while left(page):
        check_one(officer, page)
    assert officer.office.rail.entries["review"].waiting == 0


def check_one(officer: Officer, page: Review) -> None:
    here = opened(page)
    mine = any(x.measure == here and x.group is QueueGroup.WAITING for x in page.queue.model.shown)
    officer.press("確認済にして次へ" if mine else "次の点検へ", page)
    officer.wait(lambda: opened(page) != here or not left(page))
    officer.settle()


def left(page: Review) -> int:
    return sum(one.group is QueueGroup.WAITING for one in page.queue.model.shown)
