"""The cards of 集計: what is counted, shown as chart and as table."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.whole import By, Whole
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Segments, Text
from imari_desk.gui.office.charts.card import ChartCard
from imari_desk.gui.office.charts.changes import Changes
from imari_desk.gui.office.charts.heat_map import HeatMap
from imari_desk.gui.office.charts.small_multiples import SmallMultiples
from imari_desk.gui.office.charts.stacked_bars import StackedBars
from imari_desk.gui.office.whole import indicators, values
from imari_desk.gui.office.whole.values import Several


class ByChoice(Segments):
    """What a card counts by."""

    def __init__(self, title: str) -> None:
        super().__init__(tuple(_word(by) for by in By), small=True)
        self.set_names(f"{title} {sentence('office.whole.count_by')}", "")
        self.show_text(_word(By.FIELD))

    @property
    def by(self) -> By:
        return next((by for by in By if _word(by) == self.text()), By.FIELD)


def _word(by: By) -> str:
    return sentence(f"office.whole.by.{by.value}")


class GradesCard(ChartCard):
    """評価の内訳."""

    def __init__(self) -> None:
        title = sentence("office.whole.grades")
        self.bars, self.by = StackedBars(), ByChoice(title)
        self._whole: Whole | None = None
        super().__init__(title, self.bars, self.by)
        self.by.edited.connect(lambda _word: self._show())

    def show_whole(self, whole: Whole) -> None:
        self._whole = whole
        self._show()

    def _show(self) -> None:
        whole = self._whole
        if whole is None:
            return
        self.by.show_text(_word(self.by.by))  # one is always chosen
        legend = values.grade_legend(whole)
        self.bars.show_values(values.grade_bars(whole, self.by.by), legend)
        code = (
            "office.whole.grades_note" if whole.fiscal_year else "office.whole.grades_note_period"
        )
        self.say(sentence(code, years=len(whole.years)))
        self.show_table(values.grade_table(whole, self.by.by))


class MilestonesCard(ChartCard):
    """取組の進み."""

    def __init__(self) -> None:
        title = sentence("office.whole.milestones")
        self.bars, self.by = StackedBars(), ByChoice(title)
        self._whole: Whole | None = None
        super().__init__(title, self.bars, self.by)
        self.say(sentence("office.whole.milestones_note"))
        self.by.edited.connect(lambda _word: self._show())

    def show_whole(self, whole: Whole) -> None:
        self._whole = whole
        self._show()

    def _show(self) -> None:
        whole = self._whole
        if whole is None:
            return
        self.by.show_text(_word(self.by.by))
        bars = values.milestone_bars(whole, self.by.by)
        self.bars.show_values(bars, values.milestone_legend())
        self.show_table(values.milestone_table(whole, self.by.by))


class ChangesCard(ChartCard):
    """前年度からの変化."""

    def __init__(self) -> None:
        self.changes = Changes()
        super().__init__(sentence("office.whole.changes"), self.changes)

    def show_whole(self, whole: Whole) -> None:
        self.changes.show_values(values.figures(whole), values.changes(whole))
        self.name(sentence(f"office.whole.changes{'' if whole.fiscal_year else '_period'}"))
        self.say(values.span(whole))
        self.show_table(values.change_table(whole))


class IndicatorsCard(ChartCard):
    """成果指標と期待される値."""

    def __init__(self) -> None:
        words = (sentence("office.whole.actual"), sentence("office.whole.expected"))
        self.multiples = SmallMultiples(*words)
        super().__init__(sentence("office.whole.indicators"), self.multiples)

    def show_whole(self, whole: Whole) -> None:
        self.multiples.show_values(indicators.multiples(whole))
        self.say(sentence("office.whole.indicators_note", count=len(whole.indicators)))
        self.show_table(indicators.indicator_table(whole))


class MapCard(ChartCard):
    """施策ごとの評価; shows all measures, or those another chart's mark stands for.

    ``widened()``: all are shown again.
    """

    widened = Signal()

    def __init__(self) -> None:
        self.map = HeatMap()
        self._whole: Whole | None = None
        self._only: Several | None = None
        self._said_only = _Only()
        super().__init__(sentence("office.whole.map"), self.map, self._said_only)
        self._said_only.button.clicked.connect(lambda: self.show_only(None))
        self._said_only.hide()

    def show_whole(self, whole: Whole) -> None:
        if self._whole is None or whole.fiscal_year != self._whole.fiscal_year:
            self._only = None
        self._whole = whole
        self._show()

    def show_only(self, several: Several | None) -> None:
        """Show the measures of those evaluations, and put the keys on the first of them."""
        self._only = several
        self._show()
        self.map.setFocus()
        if several is not None and self._whole is not None:
            self.map.go_to(self._mark_of(self._whole, several.places[0]))
        else:
            self.widened.emit()

    def _mark_of(self, whole: Whole, at: EvaluationId) -> int:
        row = max(self.map.row_of(at.measure), 0)
        return row * len(whole.plan.years) + at.fiscal_year - whole.plan.first_year

    def _show(self) -> None:
        whole = self._whole
        if whole is None:
            return
        only = frozenset(at.measure for at in self._only.places) if self._only else None
        columns, chosen = values.year_columns(whole.plan), values.chosen_column(whole)
        self.map.show_values(columns, values.heat_rows(whole, only), chosen)
        self.say(values.heat_note(whole.plan))
        self._said_only.show_only(self._only)
        self.show_table(values.heat_table(whole, only))


class _Only(QWidget):
    """Which measures alone are shown, and the button that shows all again."""

    def __init__(self) -> None:
        super().__init__()
        self._said = Text("", "small", wrap=True)
        self.button = Button(sentence("office.whole.show_all"), "link", sign="close")
        self._page = QVBoxLayout(self)
        self._page.addWidget(self._said)
        self._page.addWidget(self.button)
        look.follow(self._dress)

    def show_only(self, several: Several | None) -> None:
        self.setVisible(several is not None)
        if several is not None:
            count = len(several.places)
            self._said.setText(sentence("office.whole.only", name=several.name, count=count))

    def _dress(self) -> None:
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(look.px(2))
