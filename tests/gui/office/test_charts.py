"""Charts: walked by keys, read aloud, copied as a picture or a table; each mark leads somewhere."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from imari_desk.domain.plan import Grade
from imari_desk.domain.summary import Trend
from imari_desk.gui import look
from imari_desk.gui.office.charts.card import ChartCard
from imari_desk.gui.office.charts.changes import Change, Changes, Figure
from imari_desk.gui.office.charts.chart import Chart, Mark, Stepper
from imari_desk.gui.office.charts.grades import UNABLE_LOOK, GradeTile, look_of, tile_of
from imari_desk.gui.office.charts.heat_map import Cell, HeatMap, HeatRow
from imari_desk.gui.office.charts.small_multiples import Multiple, Point, SmallMultiples
from imari_desk.gui.office.charts.stacked_bars import Bar, LegendEntry, Share, StackedBars
from imari_desk.gui.office.charts.table import ChartTable, Table, TableModel, as_tsv
from tests.domain.plans import SCALE, UNABLE, with_grades

TILES = [tile_of(SCALE, letter) for letter in ("A", "B", "C", "D", "―", "")]
Key = Qt.Key


def bars() -> StackedBars:
    chart = StackedBars()

    def bar(label: str, counts: tuple[int, ...]) -> Bar:
        shares = tuple(
            Share(t, n, f"{t.word} {n}", Mark(f"{label}{t.word}{n}", (label, t.letter)))
            for t, n in zip(TILES, counts, strict=True)
        )
        return Bar(
            label, sum(counts), shares, ((TILES[0], 1), (TILES[1], 0)), apart=label == "全体"
        )

    shown = (bar("全体", (9, 3, 0, 1, 0, 0)), bar("空", (0,) * 6), bar("行政", (1, 1, 1, 1, 1, 1)))
    chart.show_values(shown, tuple(LegendEntry(t, t.word) for t in TILES))
    return chart


def heat(rows: int = 3) -> HeatMap:
    chart = HeatMap()
    lines = tuple(
        HeatRow(
            f"行-{n}",
            f"施策{n}",
            tuple(Cell(TILES[c], Mark(f"{n}:{c}", (n, c))) for c in range(5)),
            apart=n == 2,
        )
        for n in range(rows)
    )
    chart.show_values(("R3", "R4", "R5", "R6", "R7"), lines, 4)
    return chart


def multiples(count: int = 5) -> SmallMultiples:
    chart = SmallMultiples("実績", "期待")
    points = tuple(Point(Fraction(n) if n else None, Fraction(n + 1)) for n in range(5))
    chart.show_values(
        tuple(
            Multiple(
                title=f"行-{n} 率",
                value="47.3",
                unit="％",
                verdict="期待の95％",
                trend=Trend.DOWN,
                points=points,
                place=4,
                first="R3",
                goal="目標 50％",
                last="R7",
                mark=Mark(f"率{n}", n),
            )
            for n in range(count)
        )
    )
    return chart


def changes() -> Changes:
    chart = Changes()
    figures = tuple(Figure(t, n, t.value, Mark(t.value, t)) for n, t in enumerate(Trend))
    moved = (
        Change(Trend.DOWN, "行-①", "窓口", TILES[0], TILES[1], Mark("行-①", "行-①")),
        Change(Trend.UP, "行-②", "手続き", TILES[1], TILES[0], Mark("行-②", "行-②")),
    )
    chart.show_values(figures, moved)
    return chart


Make = Callable[[], Chart]
CHARTS: tuple[Make, ...] = (bars, heat, multiples, changes)


def shown(qtbot: QtBot, chart: Chart, width: int = 700) -> Chart:
    qtbot.addWidget(chart)
    chart.resize(width, 100)
    chart.dress()
    return chart


@pytest.mark.parametrize("make", CHARTS)
@pytest.mark.parametrize("width", [240, 700])
def test_marks_lie_where_they_are_found(qtbot: QtBot, make: Make, width: int) -> None:
    chart = shown(qtbot, make(), width)
    assert chart.count()
    for number in range(chart.count()):
        place = chart.place(number)
        assert chart.at(place.center()) == number
        assert 0 <= place.left() <= place.right() <= width + 1
        assert place.bottom() <= chart.height()
        assert chart.mark(number).spoken
    assert chart.at(QPointF(width / 2, chart.height() + 5)) == -1


@pytest.mark.parametrize("make", CHARTS)
def test_every_mark_is_reached_by_keys_and_said(qtbot: QtBot, make: Make) -> None:
    chart = shown(qtbot, make())
    seen = set()
    for key in (Key.Key_End, *[Key.Key_Left] * chart.count(), Key.Key_Up, Key.Key_PageUp):
        QTest.keyClick(chart, key)
        seen.add(chart.current)
        assert chart.accessibleDescription() == chart.mark(chart.current).spoken
    assert seen == set(range(chart.count()))
    for key in (Key.Key_Down, Key.Key_PageDown, Key.Key_Right, Key.Key_Home):
        QTest.keyClick(chart, key)
    assert chart.current == 0


@pytest.mark.parametrize("make", CHARTS)
def test_enter_and_a_click_lead_where_the_mark_does(qtbot: QtBot, make: Make) -> None:
    chart = shown(qtbot, make())
    last = chart.count() - 1
    QTest.keyClick(chart, Key.Key_End)
    with qtbot.waitSignal(chart.chosen) as by_key:
        QTest.keyClick(chart, Key.Key_Return)
    chart.go_to(0)
    with qtbot.waitSignal(chart.chosen) as by_mouse:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=chart.place(last).center().toPoint())
    assert by_key.args == by_mouse.args == [chart.mark(last).target]


def test_a_mark_without_a_target_leads_nowhere(qtbot: QtBot) -> None:
    chart = StackedBars()
    chart.show_values((Bar("全体", 1, (Share(TILES[0], 1, "A 1", Mark("A")),)),))
    shown(qtbot, chart)
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.keyClick(chart, Key.Key_Return)


def test_an_empty_chart_does_nothing(qtbot: QtBot) -> None:
    chart = shown(qtbot, HeatMap())
    QTest.keyClick(chart, Key.Key_Return)
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.accessibleDescription() == ""
    assert chart.at(QPointF(3, 3)) == -1


def test_up_and_down_go_to_what_lies_above_and_below(qtbot: QtBot) -> None:
    chart = shown(qtbot, heat())
    chart.go_to(7)
    QTest.keyClick(chart, Key.Key_Down)
    assert chart.current == 12
    QTest.keyClick(chart, Key.Key_Up)
    assert chart.current == 7
    shares = shown(qtbot, bars())
    shares.go_to(2)  # D at the right end
    QTest.keyClick(shares, Key.Key_Down)  # nothing is counted there
    assert shares.current == 2
    QTest.keyClick(shares, Key.Key_PageDown)
    assert shares.mark(shares.current).target == ("行政", "")


def test_a_click_on_a_name_means_the_chosen_year(qtbot: QtBot) -> None:
    chart = shown(qtbot, heat())
    middle = chart.place(5).center().y()
    assert chart.mark(chart.at(QPointF(10, middle))).target == (1, 4)


def test_what_is_under_the_mouse_is_said(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    chart = shown(qtbot, heat())
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_more: said.append(text))
    at = chart.place(3).center().toPoint()
    for point in (at, QPoint(at.x(), -5)):
        QApplication.sendEvent(chart, QHelpEvent(QHelpEvent.Type.ToolTip, point, point))
    assert said == ["0:3", ""]
    QTest.mouseMove(chart, at)


def painted(chart: Chart) -> QImage:
    return chart.grab().toImage()


@pytest.mark.parametrize("make", CHARTS)
def test_a_part_is_painted_as_in_the_whole(qtbot: QtBot, make: Make) -> None:
    """What is scrolled into sight is all that is painted."""
    chart = shown(qtbot, make())
    whole = painted(chart)
    place = chart.place(chart.count() - 1).toAlignedRect()
    part = chart.grab(place).toImage()
    assert part == whole.copy(place)


@pytest.mark.parametrize("make", CHARTS)
def test_the_picture_is_light_fine_and_whole(qtbot: QtBot, qapp: QApplication, make: Make) -> None:
    look.apply(qapp, dark=True, zoom=1.5)
    chart = shown(qtbot, make())
    before = chart.size()
    picture = chart.picture("評価の内訳", 500)
    assert picture.devicePixelRatio() == 2
    assert picture.width() == 2 * (500 + 48)
    assert picture.pixelColor(2, 2).name() == "#ffffff"
    assert chart.size() == before
    assert look.is_dark()
    assert look.zoom() == 1.5


@pytest.mark.slow
def test_a_picture_is_never_too_large_to_be_taken_in(qtbot: QtBot) -> None:
    picture = shown(qtbot, heat(1500)).picture("図", 500)
    assert picture.height() <= 16_000


def test_pages_end_between_rows(qtbot: QtBot) -> None:
    for make in CHARTS:
        chart = shown(qtbot, make())
        for y in (90.0, 150.0):
            assert chart.cut(y) <= y
    tall = shown(qtbot, heat(40))
    assert tall.cut(300.0) == tall.place(5 * 12).top() - 1 or tall.cut(300.0) < 300


def test_grades_are_told_apart_without_colour() -> None:
    """The letter stands in each tile; the last one is outlined, an unsettled one dashed."""
    assert [t.word for t in TILES] == ["A", "B", "C", "D", "―", "未"]
    edges = [look_of(t) for t in TILES]
    assert [bool(e.edge) for e in edges] == [False, False, False, True, True, True]
    assert (edges[3].heavy, edges[5].dashed) == (True, True)
    five = with_grades(Grade("E", "", at_least=SCALE.grades[3].at_least))
    assert [tile_of(five, letter).look for letter in "ABCDE"] == [0, 1, 2, 2, 3]
    assert tile_of(with_grades(UNABLE), "Z") == GradeTile("Z", UNABLE_LOOK)


def lightness(colour: str) -> float:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_neighbouring_grades_differ_in_gray() -> None:
    gray = [lightness(look_of(t).fill) for t in TILES[:4]]
    assert all(abs(a - b) > 25 for a, b in pairwise(gray))


def test_a_row_is_found_by_its_first_mark() -> None:
    stepper = Stepper((0, 3, 3, 5))
    assert [stepper.row_of(n) for n in range(5)] == [0, 0, 0, 2, 2]


# Card and table

ROWS = (("行-①", "A", "12.5％"), ("行-②", "B\n二", "1,024"))
TABLE = Table(("番号", "評価", "割合"), ROWS, ("a", None))


def card(qtbot: QtBot) -> ChartCard:
    made = ChartCard("施策ごとの評価", heat())
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.say("A～D")
    made.show_table(TABLE)
    made.show()
    return made


def choose(made: ChartCard, place: int) -> None:
    made._which.choose(place)


def test_the_chart_is_copied_as_a_picture_and_the_table_as_cells(qtbot: QtBot) -> None:
    made = card(qtbot)
    with qtbot.waitSignal(made.copied) as copied:
        made.copy()
    assert copied.args == ["「施策ごとの評価」の図をコピーしました。"]
    assert not QGuiApplication.clipboard().image().isNull()
    choose(made, 1)
    assert made.as_table
    made.copy()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "番号\t評価\t割合",
        "行-①\tA\t12.5％",
        "行-②\tB 二\t1,024",
    ]
    choose(made, 0)
    assert not made.as_table


def test_one_of_chart_and_table_is_always_shown(qtbot: QtBot) -> None:
    made = card(qtbot)
    choose(made, 1)
    choose(made, -1)
    assert not made.as_table
    assert made._which.text() == "図"


def test_a_row_of_the_table_leads_where_its_mark_does(qtbot: QtBot) -> None:
    table = ChartTable()
    qtbot.addWidget(table)
    table.show_table(TABLE)
    table.setCurrentIndex(table.cells.index(0, 1))
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Key.Key_Return)
    assert chosen.args == ["a"]
    table.setCurrentIndex(table.cells.index(1, 1))
    with qtbot.assertNotEmitted(table.chosen):
        QTest.keyClick(table, Key.Key_Return)


def test_selected_rows_are_copied_with_their_heads(qtbot: QtBot) -> None:
    table = ChartTable()
    qtbot.addWidget(table)
    rows = tuple((str(n), "x", "y") for n in range(5))
    table.show_table(Table(("番号", "a", "b"), rows))
    table.selectAll()
    table.selectionModel().select(
        table.cells.index(0, 0),
        table.selectionModel().SelectionFlag.Deselect | table.selectionModel().SelectionFlag.Rows,
    )
    QTest.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied == ["番号\ta\tb", *(f"{n}\tx\ty" for n in range(1, 5))]


def test_the_tables_model_is_one_qt_can_work_with() -> None:
    model = TableModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_table(TABLE)
    right = model.data(model.index(0, 2), Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.data(model.index(0, 1), Qt.ItemDataRole.AccessibleTextRole) == "評価 A"
    assert tester.model() is model


def test_cells_hold_no_tabs_and_line_ends() -> None:
    assert as_tsv((("a\tb", "c\nd"), ("", "e"))) == "a b\tc d\n\te"
