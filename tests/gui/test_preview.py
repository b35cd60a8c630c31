from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.desk.leaf import Leaf
from imari_desk.domain.sheet_preview import CUT, SheetPreview, Spot
from imari_desk.gui.background import Background
from imari_desk.gui.side.pages import Draughtsman, Drawing, picture
from imari_desk.gui.side.preview import PreviewPane
from imari_desk.gui.side.sheet_pages import Sheet, SheetPages
from tests.desk.people import MINE, YEAR, People, meet

RED = b"""<svg xmlns="http://www.w3.org/2000/svg" width="297" height="210" viewBox="0 0 297 210">
<rect width="297" height="210" fill="#%s"/></svg>"""


def page(colour: bytes) -> bytes:
    return RED % colour


def colour_of(image: QImage) -> str:
    return QColor(image.pixel(image.width() // 2, image.height() // 2)).name()


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


@pytest.fixture
def pane(qtbot: QtBot, people: People) -> PreviewPane:
    made = PreviewPane(Background(inline=True), people.clerk)
    qtbot.addWidget(made)
    made.resize(400, 380)
    made.show()
    return made


def shown(qtbot: QtBot, pane: PreviewPane, leaf: Leaf) -> QImage:
    before = pane.page.image.cacheKey()
    pane.show_leaf(leaf)
    qtbot.waitUntil(lambda: pane.page.image.cacheKey() != before)
    return pane.page.image


def test_a_page_is_a_picture_of_the_papers_shape() -> None:
    image = picture(page(b"ff0000"), 594)

    assert (image.width(), image.height()) == (594, 420)
    assert colour_of(image) == "#ff0000"


def test_what_is_saved_is_on_the_page(qtbot: QtBot, people: People, pane: PreviewPane) -> None:
    first = shown(qtbot, pane, people.clerk.leaf(MINE, YEAR))
    people.clerk.enter(MINE, YEAR, {"activities": "研修を2回行った。" * 10})
    second = shown(qtbot, pane, people.clerk.leaf(MINE, YEAR))

    assert not first.isNull()
    assert first != second
    assert pane.page.width() == second.width()


def test_nothing_is_drawn_while_nobody_sees_it(qtbot: QtBot, people: People) -> None:
    pane = PreviewPane(Background(inline=True), people.clerk)
    qtbot.addWidget(pane)
    pane.show_leaf(people.clerk.leaf(MINE, YEAR))
    pane._timer.timeout.emit()
    assert pane.page.image.isNull()

    pane.show()
    qtbot.waitUntil(lambda: not pane.page.image.isNull())


def test_the_section_being_written_is_framed(
    qtbot: QtBot, people: People, pane: PreviewPane
) -> None:
    shown(qtbot, pane, people.clerk.leaf(MINE, YEAR))
    plain = pane.page.grab().toImage()

    pane.show_section("texts")
    (box,) = pane.page.boxes("texts")
    framed = pane.page.grab().toImage()
    edge = QColor(framed.pixel(round(box.center().x()), round(box.top())))
    assert edge.blue() > edge.red() + 60
    assert QColor(plain.pixel(round(box.center().x()), round(box.top()))).blue() != edge.blue()

    pane.show_section("progress")
    assert len(pane.page.boxes("milestones", "phases")) == 2
    assert pane.page.grab().toImage() != framed


def test_a_text_that_does_not_fit_is_marked_and_said(
    qtbot: QtBot, people: People, pane: PreviewPane
) -> None:
    people.clerk.enter(MINE, YEAR, {"results": "長い文を書いた。" * 400})
    shown(qtbot, pane, people.clerk.leaf(MINE, YEAR))

    assert "別紙" in pane.message.text()
    assert len(pane.page.boxes(CUT)) == 1
    people.clerk.enter(MINE, YEAR, {"results": "短い文。"})
    shown(qtbot, pane, people.clerk.leaf(MINE, YEAR))
    assert pane.message.text() == ""


def test_the_newest_wish_wins_and_the_old_page_stays_until_then(qtbot: QtBot) -> None:
    background = Background()
    draughtsman = Draughtsman(background)
    free, started = threading.Event(), threading.Event()
    drawings: list[Drawing] = []
    asked: list[str] = []
    draughtsman.drawn.connect(drawings.append)

    def slow() -> SheetPreview:
        started.set()
        assert free.wait(10)
        return SheetPreview((page(b"ff0000"),))

    def never() -> SheetPreview:
        asked.append("never")
        return SheetPreview((page(b"00ff00"),))

    draughtsman.draw(slow, 100)
    assert started.wait(10)
    draughtsman.draw(never, 100)
    draughtsman.draw(lambda: SheetPreview((page(b"0000ff"),)), 100)
    free.set()
    qtbot.waitUntil(lambda: bool(drawings))
    background.finish()

    assert [colour_of(d.images[0]) for d in drawings] == ["#0000ff"]
    assert asked == []


def alongside(draw: Callable[[], object]) -> int:
    """How far this thread counts while another one draws."""
    marks: list[int] = []
    counted = 0
    done = threading.Event()

    def work() -> None:
        for _ in range(4):
            marks.append(counted)
            draw()
            marks.append(counted)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        counted += 1
    thread.join()
    return sum(after - before for before, after in zip(marks[::2], marks[1::2], strict=True))


def test_drawing_lets_the_ui_thread_run(people: People) -> None:
    """The reader gives up the interpreter while it draws, which the renderer does not."""
    (svg,) = people.clerk.preview(MINE, YEAR, {}).pages
    renderer = QSvgRenderer(QByteArray(svg))

    def render() -> None:
        image = QImage(2400, 1697, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()

    assert alongside(lambda: picture(svg, 2400)) > 3 * alongside(render)


# --- the window with the pages ---


@pytest.fixture
def pages(qtbot: QtBot) -> SheetPages:
    made = SheetPages(Background(inline=True))
    qtbot.addWidget(made)
    made.resize(640, 300)
    made.show()
    return made


def sheets(count: int) -> tuple[Sheet, ...]:
    spot = Spot("texts", 0, 10.0, 10.0, 50.0, 20.0)
    return tuple(Sheet(f"行-{n}", page(b"%06x" % (n * 20)), (spot,)) for n in range(count))


def test_pages_are_as_wide_however_high_the_window_is(pages: SheetPages) -> None:
    pages.show_sheets(sheets(1))
    found = set()
    for height in range(420, 480, 4):  # around the height of the page
        pages.resize(640, height)
        QApplication.processEvents()
        found.add(pages.pages[0].width())
    assert len(found) == 1


def test_only_pages_in_sight_are_kept_as_pictures(qtbot: QtBot, pages: SheetPages) -> None:
    pages.show_sheets(sheets(12))
    qtbot.waitUntil(lambda: not pages.pages[0].image.isNull())
    assert pages.pages[8].image.isNull()

    pages.go_to(8)
    qtbot.waitUntil(lambda: not pages.pages[8].image.isNull())
    assert colour_of(pages.pages[8].image) == "#0000a0"
    assert pages.pages[0].image.isNull()


def test_pages_are_turned_by_key(qtbot: QtBot, pages: SheetPages) -> None:
    pages.show_sheets(sheets(4))
    moved: list[tuple[int, int]] = []
    wanted: list[tuple[int, int]] = []
    pages.moved.connect(lambda page, count: moved.append((page, count)))

    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End):
        QTest.keyClick(pages, key)
        wanted.append((pages.current + 1, 4))
        qtbot.waitUntil(lambda: moved[-1:] == wanted[-1:])

    assert [page for page, _ in wanted] == [2, 3, 2, 4]


def test_zoom_keeps_the_page_in_sight(qtbot: QtBot, pages: SheetPages) -> None:
    pages.show_sheets(sheets(4))
    pages.go_to(2)
    narrow = pages.pages[2].width()

    pages.step_zoom(1)
    pages.step_zoom(1)

    assert pages.zoom == 1.5
    assert pages.pages[2].width() == pytest.approx(narrow * 1.5, abs=2)
    assert pages.current == 2
    qtbot.waitUntil(lambda: pages.pages[2].image.width() == pages.pages[2].width())
    pages.set_zoom(99)
    assert pages.zoom == 4.0
    pages.step_zoom(1)
    assert pages.zoom == 4.0
