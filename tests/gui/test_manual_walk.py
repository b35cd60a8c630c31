"""The clerk's manual walked step by step: every word pressed here stands where the manual says."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import load_script
from imari_desk.domain.items import Owner
from imari_desk.domain.states import OfficeState
from imari_desk.gui.main_window import MainWindow
from manuals.__main__ import sources
from manuals.blocks import Anchor, Block, Heading, pieces, texts
from tests.demo_round import YEAR
from tests.gui.kit.inputs import commit
from tests.gui.windows import Windows, place

DEPARTMENT, MEASURE, RETURNED = "市民窓口課（例）", "行-①", "行-③"
DUE = "2026-05-29"
REMARK = "加える届出の見込み件数を書き添えてください。"

pytestmark = pytest.mark.slow


class Reader:
    """A newcomer with the manual open at a place: presses and fills in only what it names there."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._qtbot, self._window = qtbot, window
        self._page = _by_place(sources()["clerk"])
        self._named: set[str] = set()

    def read(self, anchor: str) -> None:
        """Go on to a place of the manual."""
        self._named = set(self._page[anchor])

    def press(self, words: str, inside: QWidget | None = None) -> None:
        """Press what carries these words."""
        assert words in self._named, f"the manual does not say 「{words}」 here"
        self.wait(lambda: self.sees(words, inside))
        button, *_ = self.sees(words, inside)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def sees(self, words: str, inside: QWidget | None = None) -> list[QAbstractButton]:
        """What carries these words and can be pressed now."""
        every = (inside or self._window).findChildren(QAbstractButton)
        found = [b for b in every if b.isVisible() and b.isEnabled()]
        return [b for b in found if _seen(b.text()) == _seen(words)]

    def answer(self, label: str, act: Callable[[QWidget], object]) -> None:
        """Do something in the input of that label."""
        assert label in self._named, f"the manual does not say 「{label}」 here"
        leaf = place(self._window).notebook.leaf
        assert leaf is not None
        (key,) = [i.key for i in leaf.items if i.label == label]
        place(self._window).pane.form.go_to(key)
        here = QApplication.focusWidget()
        assert here is not None
        act(here)

    def choose(self, label: str, choice: str) -> None:
        """Press one of an item's choices."""
        self.answer(label, lambda here: self.press(choice, here.parentWidget()))

    def wait(self, fact: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(fact()), timeout=30_000)


def _seen(text: str) -> str:
    """As one reads it; a number is an example's."""
    return re.sub(r"\d+", "1", text.partition("(&")[0].removesuffix("…"))


def _by_place(blocks: tuple[Block, ...]) -> dict[str, list[str]]:
    """What the manual names, by the place it stands under."""
    found: dict[str, list[str]] = {}
    here = ""
    for block in blocks:
        if isinstance(block, Heading | Anchor):
            here = (block.anchor if isinstance(block, Heading) else block.name) or here
        for text in texts([block]):
            named = [p.text.strip("「」") for p in pieces(text) if p.kind in ("word", "code")]
            found.setdefault(here, []).extend(named)
    return found


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    made = Windows(qapp)
    yield made
    made.end()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """The office's data, with the 依頼 of 令和7年度 lying where files arrive."""
    script = load_script()
    rows = [("施策番号", "担当課", "関係課"), *script.assignment_rows()]
    table = tmp_path / "担当.csv"
    table.write_text("".join(f"{','.join(row)}\n" for row in rows), "utf-8")
    with Desk.create(tmp_path / "office", Owner.OFFICE) as desk:
        desk.assign(table)
        for (code, year), answers in script.past.items():
            desk.enter(code, year, answers)
        books = desk.request(YEAR, DUE, tmp_path / "依頼")
        (book,) = [b.path for b in books if b.department == DEPARTMENT]
    (tmp_path / "arrived").mkdir()
    shutil.copy(book, tmp_path / "arrived")
    return tmp_path / "office"


def test_the_clerks_manual(
    qtbot: QtBot,
    windows: Windows,
    office: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    arrived = [str(tmp_path / "arrived")]
    monkeypatch.setattr(QStandardPaths, "standardLocations", lambda _kind: arrived)
    window = windows.open(tmp_path / "data", inline=False)
    window.settings.out_folder = tmp_path
    window.activateWindow()
    reader = Reader(qtbot, window)
    _open(reader, window)
    _fill_in(reader)
    book = _submit(reader, window, tmp_path)
    _give_back(office, book, tmp_path / "差戻し.xlsx")
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "差戻し.xlsx")], "")
    )
    _take_back(reader, window)
    _answers_arrive(tmp_path)


def _open(reader: Reader, window: MainWindow) -> None:
    reader.read("open")
    reader.press("この依頼を開く")
    reader.wait(lambda: window.frame is not None and window.frame.workplace is not None)
    reader.wait(lambda: place(window).notebook.leaf is not None)
    leaf = place(window).notebook.leaf
    assert leaf is not None
    assert leaf.measure.code == MEASURE


def _fill_in(reader: Reader) -> None:
    reader.read("milestones")
    reader.choose("マイナンバーカードの普及促進施策", "済")
    reader.answer("進捗区分", lambda here: pick(here, "計画どおり"))
    reader.answer("実施・運用", lambda here: QTest.keyClick(here, Qt.Key.Key_Space))
    reader.read("indicators")
    reader.answer("マイナンバーカードの保有者数", lambda here: QTest.keyClicks(here, "43120"))
    label = "マイナンバー保有対象となる全市民数"
    reader.answer(label, lambda here: QTest.keyClicks(here, "51100"))
    reader.choose("数値の状態", "確定")
    reader.read("grade")
    reader.choose("自己評価", "B")
    reader.read("texts")
    for label in ("取組実績", "成果", "次年度の取組"):
        reader.answer(label, lambda here: commit(here, "日曜窓口を月2回開いた。"))
    reader.read("direction")
    reader.choose("今後の方向性", "継続")
    reader.read("wrap-up")
    reader.choose("総括の区分", "おおむね達成")
    reader.answer("計画期間の総括", lambda here: commit(here, "保有率は84％まで上がった。"))
    reader.choose("次期計画での扱い", "見直して引き継ぐ")
    reader.read("signature")
    for label, text in (("記入者", "高木 由佳"), ("内線", "2131"), ("所属長", "前田 浩二")):
        reader.answer(label, partial(write, text))
    reader.answer("記入日", lambda here: QTest.keyClicks(here, "R8.5.20"))
    reader.answer("所属長の確認日", lambda here: QTest.keyClicks(here, "2026/5/20"))


def write(text: str, here: QWidget) -> None:
    """As an input method writes."""
    commit(here, text)


def pick(box: QWidget, choice: str) -> None:
    """Go down a list of choices to that one."""
    assert isinstance(box, QComboBox)
    while box.currentText() != choice:
        before = box.currentIndex()
        QTest.keyClick(box, Qt.Key.Key_Down)
        assert box.currentIndex() != before, choice


def _submit(reader: Reader, window: MainWindow, folder: Path) -> Path:
    reader.read("checks")
    place(window).notebook.flush()
    reader.wait(lambda: not place(window).notebook.unsaved)
    leaf = place(window).notebook.leaf
    assert leaf is not None
    assert [found for found in leaf.findings if found.severity.value == "missing"] == []
    reader.read("submit")
    reader.press("提出する")
    reader.press("提出ブックを書き出す")
    reader.press("提出ブックを書き出す")
    book = folder / f"{YEAR}_提出_{DEPARTMENT}.xlsx"
    reader.wait(book.exists)
    reader.press("閉じる")
    return book


def _give_back(office: Path, book: Path, file: Path) -> None:
    with Desk.open(office) as desk:
        (report,) = desk.import_files([book])
        assert report.clean
        desk.office.reviewing.comment(RETURNED, YEAR, "next_actions", REMARK)
        desk.office.reviewing.stage([RETURNED], YEAR, OfficeState.RETURNED)
        desk.give_back(YEAR, DEPARTMENT, file, [RETURNED])


def _take_back(reader: Reader, window: MainWindow) -> None:
    reader.read("import")
    reader.press("ファイルを取り込む")
    reader.press("取り込む（3項目）")
    reader.wait(lambda: not reader.sees("取り込む（3項目）"))
    reader.press("閉じる")
    reader.read("returned")
    place(window).list.chosen.emit(RETURNED)
    reader.wait(lambda: _shown(window) == RETURNED)
    place(window).pane.form.go_to("next_actions")
    reader.press("返信する")
    here = QApplication.focusWidget()
    assert here is not None
    commit(here, "見込みは年400件です。")
    reader.press("対応済みにする")
    place(window).notebook.flush()
    reader.wait(lambda: not place(window).notebook.unsaved)


def _shown(window: MainWindow) -> str:
    leaf = place(window).notebook.leaf
    return leaf.measure.code if leaf is not None else ""


def _answers_arrive(folder: Path) -> None:
    with Desk.open(folder / "data", read_only=True) as desk:
        leaf = desk.leaf(MEASURE, YEAR)
        assert leaf.shown("grade") == "B"
        assert leaf.shown("indicator.1.numerator") == "43120"
        (remark,) = desk.leaf(RETURNED, YEAR).comments
        assert remark.text == REMARK
        assert remark.settled
