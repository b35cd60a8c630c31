"""集計: the page with its cards, laid out for the room there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMarginsF, QObject, Qt, QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.errors import DeskError
from imari_desk.domain.whole import Whole
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Progress, Segments
from imari_desk.gui.office.charts.card import ChartCard
from imari_desk.gui.office.charts.printing import print_charts
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.whole.ahead import Ahead
from imari_desk.gui.office.whole.cards import (
    ChangesCard,
    GradesCard,
    IndicatorsCard,
    MapCard,
    MilestonesCard,
)
from imari_desk.gui.office.whole.values import Several
from imari_desk.gui.printing import Paper, printer_for
from imari_desk.gui.settings import Place
from imari_desk.gui.work import Work

_WIDE, _MIDDLE = 1080, 700  # pixels at 100 %: three columns, two
_MAP = 500  # the map's width at most
_EDGE = 12  # millimetres around what is printed
_MANY = 100  # measures whose cards are not filled in one go
_TOP, _LINES, _LAST, _ALONE = 366, 392, 350, 420  # heights of the rows


Card = GradesCard | ChangesCard | IndicatorsCard | MapCard | MilestonesCard


class WholePage(QWidget):
    """The year, or all years of the plan, in five cards."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._whole: Whole | None = None
        self._asked = 0
        self._work = Work(hand.background, self)
        self._ahead = Ahead(hand, self)
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def refresh(self) -> None:
        """Bring the figures; where many are not reckoned yet, a few at a time."""
        self._asked += 1
        number, year, desk = self._asked, self._hand.fiscal_year, self._hand.desk
        whole_plan = self.period.text() == sentence("office.whole.all_years")

        def bring() -> Whole:
            whole = desk.office.whole
            return whole.whole_plan(year) if whole_plan else whole.year(year)

        def show(found: Whole) -> None:
            if number == self._asked:
                self._show(found)

        self._ahead.reckon(year, lambda: self._hand.ask(bring, show), self._say_left)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self.print_out}

    # What can be done

    def save_book(self) -> None:
        """Ask where to, then write the consolidated workbook in the background."""
        if self._work.running:
            return
        year, desk = self._hand.fiscal_year, self._hand.desk
        proposed = self._hand.out_folder / sentence("office.whole.excel_file", year=year)
        title, kinds = sentence("office.whole.excel_title"), sentence("office.whole.excel_kind")
        name, _ = QFileDialog.getSaveFileName(self, title, str(proposed), kinds)
        if not name:
            return
        path = Path(name).with_suffix(".xlsx")
        self.progress.start(sentence("office.whole.excel_saving"))
        self._work.start(
            lambda _report: desk.consolidate(year, path),
            lambda _none: self._saved(path),
            self._failed,
        )

    def print_out(self) -> None:
        """Ask with the system's dialog, then print the charts."""
        if self._whole is None:
            return
        name = sentence("office.whole.print_name", year=fiscal_year_name(self._hand.fiscal_year))
        printer = printer_for(Paper.A4, name)
        printer.setFullPage(False)
        printer.setPageMargins(QMarginsF(_EDGE, _EDGE, _EDGE, _EDGE), QPageLayout.Unit.Millimeter)
        dialog = QPrintDialog(printer, self)
        dialog.setWindowTitle(sentence("office.whole.print_title"))
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print every chart of the page."""
        try:
            count = print_charts(printer, [(card.caption, card.chart) for card in self._cards])
        except DeskError as error:
            self._hand.said.emit(error.text, "error")
            return
        self._hand.said.emit(sentence("office.whole.printed", count=count), "ok")

    def follow(self, target: object) -> None:
        """Go where a mark leads: to an evaluation, or to the map with several of them."""
        if isinstance(target, Place):
            self._hand.go_to(target.measure, target.fiscal_year or None, target.key)
        elif isinstance(target, Several):
            self.map.show_only(target)

    def _saved(self, path: Path) -> None:
        self.progress.finish()
        self._hand.said.emit(sentence("office.whole.excel_saved", path=path), "ok")
        self._hand.files_used.emit((path,))

    def _failed(self, error: Exception) -> None:
        self.progress.finish()
        self._hand.fail(error)

    # What is shown

    def _show(self, whole: Whole) -> None:
        self._whole = whole
        plan = whole.plan
        years = {"first": short_year(plan.first_year), "last": short_year(plan.last_year)}
        title = sentence("office.whole.plan_years", plan=plan.short_title, **years)
        year = fiscal_year_name(whole.fiscal_year) if whole.fiscal_year else ""
        for card in self._cards:
            card.set_about(year or title)
        self._fill(whole, self._cards)
        count = len(whole.standings)
        graded = whole.overall.total - whole.overall.unsettled
        said = sentence("office.whole.graded", count=count, graded=graded)
        if not whole.fiscal_year:
            said = sentence("office.whole.graded_years", count=count, years=len(whole.years))
        self._head.say(year, title, said)

    def _fill(self, whole: Whole, cards: tuple[Card, ...]) -> None:
        """All cards; of hundreds of measures one at a time, or they would hold up what is typed."""
        at_once = 1 if len(whole.standings) > _MANY else len(cards)
        if whole is self._whole and cards:
            for card in cards[:at_once]:
                card.show_whole(whole)
            QTimer.singleShot(0, self, lambda: self._fill(whole, cards[at_once:]))

    def _say_left(self, count: int) -> None:
        self._head.say(sentence("office.whole.reckoning", count=count))

    # How it is made

    def _make(self) -> None:
        words = (sentence("office.whole.this_year"), sentence("office.whole.all_years"))
        self.period = Segments(words)
        self.period.set_names(sentence("office.whole.which"), "")
        self.period.show_text(words[0])
        self.excel = Button(sentence("office.whole.excel"))
        self.print_button = Button(sentence("office.whole.print"), "primary")
        self.progress = Progress()
        self._head = PageHead(
            sentence("office.page.whole"), self.period, self.excel, self.print_button
        )
        self.grades, self.changes, self.map = GradesCard(), ChangesCard(), MapCard()
        self.indicators, self.milestones = IndicatorsCard(), MilestonesCard()
        self.setFocusProxy(self.grades.bars)
        self._cards: tuple[Card, ...]
        self._cards = (self.grades, self.changes, self.map, self.indicators, self.milestones)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._inside.setProperty("kit", "scrolled")
        self._grid = QGridLayout(self._inside)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._scroll.viewport().installEventFilter(self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self._head)
        page.addWidget(self.progress)
        page.addWidget(self._scroll, 1)

    def _connect(self) -> None:
        self.period.edited.connect(self._period_chosen)
        self.excel.clicked.connect(self.save_book)
        self.print_button.clicked.connect(self.print_out)
        self.progress.cancelled.connect(self._work.stop)
        for card in self._cards:
            card.chosen.connect(self.follow)
            card.chart.moved.connect(lambda _place, c=card: self._scroll.ensureWidgetVisible(c))
            card.copied.connect(lambda said: self._hand.said.emit(said, "ok"))

    def _period_chosen(self, word: str) -> None:
        if not word:  # one of both is always looked at
            self.period.show_text(sentence("office.whole.this_year"))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll.viewport() and event.type() == QEvent.Type.Resize:
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Three columns, two or one; the map stands tall at the right where there is room."""
        width = self._scroll.viewport().width() / look.zoom()
        for card in self._cards:
            self._grid.removeWidget(card)
        if width >= _WIDE:
            self._three(width)
        else:
            self._stacked(2 if width >= _MIDDLE else 1)

    def _three(self, width: float) -> None:
        grid = self._grid
        grid.addWidget(self.grades, 0, 0)
        grid.addWidget(self.changes, 0, 1)
        grid.addWidget(self.map, 0, 2, 2, 1)
        grid.addWidget(self.indicators, 1, 0, 1, 2)
        grid.addWidget(self.milestones, 2, 0, 1, 3)
        self._weigh((11, 9, 0), (_TOP, _LINES, _LAST))
        self.map.setFixedWidth(look.px(min(_MAP, width * 0.38)))

    def _stacked(self, columns: int) -> None:
        grid, two = self._grid, columns == 2
        self.map.setMinimumWidth(0)
        self.map.setMaximumWidth(16_777_215)
        rows: tuple[tuple[ChartCard, ...], ...] = (
            (self.grades, self.changes) if two else (self.grades,),
            *(() if two else ((self.changes,),)),
            (self.map,),
            (self.indicators,),
            (self.milestones,),
        )
        for row, cards in enumerate(rows):
            span = columns // len(cards)
            for column, card in enumerate(cards):
                grid.addWidget(card, row, column, 1, span)
        self._weigh((1, 1, 0) if two else (1, 0, 0), (_TOP, *([_ALONE] * (len(rows) - 1))))

    def _weigh(self, columns: tuple[int, ...], heights: tuple[int, ...]) -> None:
        for column, stretch in enumerate(columns):
            self._grid.setColumnStretch(column, stretch)
        for row in range(5):
            high = heights[row] if row < len(heights) else 0
            self._grid.setRowMinimumHeight(row, look.px(high) if high else 0)
            self._grid.setRowStretch(row, high)

    def _dress(self) -> None:
        side = look.px(24)
        self._grid.setContentsMargins(side, look.px(4), side, side)
        self._grid.setSpacing(look.px(16))
        self._arrange()
