"""成果指標: for each kind of indicator the input that fits it, and what comes out of it at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imari_desk.domain.items import VALUE_STATES
from imari_desk.domain.plan import Indicator, IndicatorKind
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.form.events_table import EventsTable
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.figures import Figure, against, compared, figure_text
from imari_desk.gui.form.live import Live, five_years, items_of, of_last_year
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.form.small_chart import SmallChart
from imari_desk.gui.form.terms import TermText
from imari_desk.gui.kit import Chip, NumberField, Segments, Text, TextField
from imari_desk.gui.kit.keys import show_in_place

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_TELLING = (
    IndicatorKind.PER_EVENT,
    IndicatorKind.TOTAL,
    IndicatorKind.CUMULATIVE,
    IndicatorKind.CEILING,
)
_NARROW = 700  # below this width the line of years goes below the inputs
_BOTTOM = Qt.AlignmentFlag.AlignBottom
_TOP = Qt.AlignmentFlag.AlignTop


class IndicatorCard(QWidget):
    """One indicator: made for a kind and a unit, bound to any indicator of them."""

    def __init__(self, kind: IndicatorKind, unit: str) -> None:
        super().__init__()
        self.shape = (kind, unit)
        self._number = 0
        self._indicator: Indicator | None = None
        self._name = TermText("subject")
        self._target = Chip()
        self._required = Text(sentence("form.required"), "required")
        self._kind = Chip(sentence(f"form.kind.{kind.value}") if kind in _TELLING else "")
        self._parts: dict[str, Field] = {}
        self._figure = Figure(sentence(f"form.figure.{kind.value}"))
        self._against = Text("", "support", wrap=True)
        self._compared = Text("", "support", wrap=True)
        self._chart = SmallChart()
        inputs = Column(gap=8)
        _COMPOSED[kind](self, inputs, unit)
        for field in self._parts.values():
            field.head.keep_short()
            inputs.addWidget(field.remarks)
        self._state = Field(Segments(VALUE_STATES, small=True), Placement.WIDE_INPUT)
        self._note = Field(TextField(100, min_lines=1), Placement.WIDE_INPUT)
        for line in (self._against, self._compared, self._state, self._note):
            inputs.addWidget(line)
        inputs.addStretch(1)
        left, body = QWidget(), Turning(_NARROW, gap=20)
        left.setLayout(inputs)
        body.add(left, 1)
        body.add(self._chart, 0, _TOP)
        head = Row(gap=8)
        head.addWidget(self._name, 1)
        head.addWidget(self._target)
        head.addWidget(self._kind)
        head.addWidget(self._required)
        head.addStretch(0)
        self.setLayout(Column(head, body, gap=8))
        self._chart.setVisible(kind is not IndicatorKind.MILESTONE)
        self._kind.setVisible(kind in _TELLING)
        self._required.hide()

    def bind(self, leaf: Leaf, number: int) -> dict[str, Field]:
        """Stand for the page's indicator with that number; its fields by key."""
        self._number, indicator = number, leaf.measure.indicators[number - 1]
        self._indicator = indicator
        known, glossary = items_of(leaf), leaf.plan.glossary
        self._name.show_text(indicator.name, glossary)
        target = sentence("form.target", target=indicator.target_text)
        self._target.show_word(target, "plain")
        self._target.setVisible(bool(indicator.target_text))
        named = {**self._parts, "state": self._state, "note": self._note}
        fields = {f"indicator.{number}.{part}": field for part, field in named.items()}
        for key, field in fields.items():
            label = known[key].label
            if key.endswith((".value", ".events")):
                label = sentence(f"form.value.{indicator.kind.value}")
            field.bind(known[key], label, glossary)
        return fields

    def show_live(self, live: Live) -> None:
        """Follow what is typed."""
        indicator, leaf = self._indicator, live.leaf
        if indicator is None:
            return
        judged = live.judgement.indicators[self._number - 1]
        self._figure.show_figure(figure_text(judged, indicator))
        _say(self._against, against(leaf, judged, indicator))
        last = of_last_year(leaf, self._number)
        _say(self._compared, compared(last, judged, indicator, leaf.last_name))
        points = five_years(leaf, live.years, self._number)
        self._chart.show_points(points, leaf.fiscal_year, indicator.unit)
        prefix = f"indicator.{self._number}."
        asked = any(prefix + part in live.required for part in self._parts)
        self._required.setVisible(asked and not leaf.locked)
        events = self._parts.get("events")
        if events is not None and isinstance(events.editor, EventsTable):
            events.editor.show_ratios(indicator.target, leaf.plan.scale)

    # One composition a kind

    def _one_value(self, inputs: Column, unit: str) -> None:
        """The number with its unit, ＝ how much of the target."""
        self._parts["value"] = field = _part(NumberField(unit, width=120))
        row = Row(gap=16)
        row.addWidget(field, 0, _BOTTOM)
        row.addWidget(_Sign("→"), 0, _BOTTOM)
        row.addWidget(self._figure, 0, _BOTTOM)
        row.addStretch(1)
        inputs.addLayout(row)

    def _rate(self, inputs: Column, unit: str) -> None:
        """分子 ÷ 分母 ＝ 率, as one reads it."""
        self._parts["numerator"] = _part(NumberField())
        self._parts["denominator"] = _part(NumberField())
        row = Row(gap=12)
        for widget in (
            self._parts["numerator"],
            _Sign("÷"),
            self._parts["denominator"],
            _Sign("＝"),
            self._figure,
        ):
            stretch = 1 if isinstance(widget, Field) else 0
            row.addWidget(widget, stretch, _BOTTOM)
        inputs.addLayout(row)

    def _events(self, inputs: Column, unit: str) -> None:
        """A row an event, and their mean."""
        self._parts["events"] = field = _part(EventsTable(unit))
        inputs.addWidget(field)
        inputs.addWidget(self._figure)

    def _stated(self, inputs: Column, unit: str) -> None:
        """No number: it is judged by the milestones above."""
        inputs.addWidget(Text(sentence("form.stated"), "body", wrap=True))
        inputs.addWidget(self._figure)


_COMPOSED: dict[IndicatorKind, Callable[[IndicatorCard, Column, str], None]] = {
    IndicatorKind.ANNUAL: IndicatorCard._one_value,
    IndicatorKind.TOTAL: IndicatorCard._one_value,
    IndicatorKind.CUMULATIVE: IndicatorCard._one_value,
    IndicatorKind.CEILING: IndicatorCard._one_value,
    IndicatorKind.RATE: IndicatorCard._rate,
    IndicatorKind.PER_EVENT: IndicatorCard._events,
    IndicatorKind.MILESTONE: IndicatorCard._stated,
}


class IndicatorsSection(SectionBox):
    """The measure's indicators, a card each."""

    def __init__(self) -> None:
        super().__init__("indicators", sentence("form.hint.indicators"))
        self._cards: list[IndicatorCard] = []
        self.shown: list[IndicatorCard] = []
        self._list = Column(gap=20)
        self.add(self._list)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key. Cards made before are used again."""
        free = list(self._cards)
        self.shown = []
        fields: dict[str, Field] = {}
        for number, indicator in enumerate(leaf.measure.indicators, start=1):
            shape = (indicator.kind, indicator.unit)
            card = next((c for c in free if c.shape == shape), None)
            if card is None:
                card = IndicatorCard(*shape)
                self._cards.append(card)
            else:
                free.remove(card)
            self.shown.append(card)
            fields |= card.bind(leaf, number)
        for place, card in enumerate(self.shown):
            if self._list.indexOf(card) != place:
                self._list.insertWidget(place, card)
        for card in self._cards:
            show_in_place(card, card in self.shown)
        return fields

    def show_live(self, live: Live) -> None:
        """Follow what is typed."""
        for card in self.shown:
            card.show_live(live)


def _part(editor: NumberField | EventsTable) -> Field:
    """A field whose remarks stand below the whole line it is in."""
    return Field(editor, Placement.ABOVE, remarks_inside=False)


class _Sign(Text):
    """÷, ＝ or →, in the middle of the inputs it stands between."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "head")
        look.follow(self._dress)

    def _dress(self) -> None:
        self.setFixedHeight(look.px(40))


def _say(label: Text, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
