"""The phase bars with the tick that they were compared with the printed original."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.plan_bars import Spans, spans_of, texts_of
from imari_desk.domain.plan_draft import Path, at, put, unchecked
from imari_desk.domain.plan_rules import MOST_YEARS
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.form.faults import Faults
from imari_desk.gui.kit import FlagField, LineMessage, Text
from imari_desk.gui.office.plan.box import reveal
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.phase_grid import ROWS, PhaseGrid

_WORDS = (sentence("office.plan.compared"), sentence("office.plan.not_compared"))


class BarsPart(QWidget):
    """Bars that are drawn otherwise are not the ones that were compared: the tick goes.

    ``today`` gives the day as it is written beside the tick.
    """

    def __init__(self, drafting: Drafting, today: Callable[[], str]) -> None:
        super().__init__()
        self._drafting, self._today = drafting, today
        self._root: Path = ()
        self.grid = PhaseGrid()
        self.tick = FlagField(sentence("office.plan.compared_label"), _WORDS)
        self.by = Text("", "support")
        self.periods = Text("", "small", wrap=True)
        self.message = LineMessage()
        self._faults = Faults()
        hint = Text(sentence("office.plan.bars_hint"), "support", wrap=True)
        row = Row(self.tick, self.by, None, gap=16)
        self.setLayout(
            Column(row, self.message, self.grid, self._faults, self.periods, hint, gap=8)
        )
        self.grid.bars_drawn.connect(self._drawn)
        self.tick.edited.connect(self._ticked)

    def show_at(self, root: Path) -> None:
        """Show the bars of the measure there."""
        if root != self._root:
            self.message.say("")
        self._root = root
        years = years_of(self._drafting)
        phases = self._phases()
        texts = {key: phases.get(key, []) for key in ROWS}
        self.grid.show_bars(years, {k: spans_of(v, years.start) for k, v in texts.items()})
        self.periods.setText(self.grid.told() if years else "")
        checked = bool(phases.get("checked"))
        self.tick.show_text(_WORDS[0] if checked else _WORDS[1])
        self.by.setText(str(phases.get("checked_by", "")))
        self.show_faults()

    def show_faults(self) -> None:
        """What is wrong with the bars."""
        here = (*self._root, "phases")
        found = self._drafting.found.faults
        texts = dict.fromkeys(f.text for f in found if f.path[: len(here)] == here)
        self._faults.say(tuple(Finding("", "", text, Severity.MISSING) for text in texts))

    def go_to(self, path: Path) -> bool:
        """Put the focus on the bars, or on the tick."""
        here = (*self._root, "phases")
        if path[: len(here)] != here:
            return False
        part: QWidget = self.tick if path[len(here) : len(here) + 1] == ("checked",) else self.grid
        reveal(part)
        part.setFocus()
        return True

    def _phases(self) -> dict[str, list[str]]:
        return at(self._drafting.draft, (*self._root, "phases")) or {}

    def _drawn(self, phase: str, spans: Spans) -> None:
        before = self._phases()
        texts = texts_of(spans, years_of(self._drafting).start)
        phases = unchecked(before) | {phase: texts}
        path = (*self._root, "phases")
        kept = {key: value for key, value in phases.items() if value}
        self._drafting.edit(put(self._drafting.draft, path, kept), (*path, phase))
        if before.get("checked"):
            self.message.say(sentence("office.plan.tick_gone"), "note")

    def _ticked(self, answer: str) -> None:
        self.message.say("")
        path = (*self._root, "phases")
        phases: dict[str, object] = unchecked(self._phases())
        if answer == _WORDS[0]:
            by = sentence(
                "office.plan.compared_by", day=self._today(), person=self._drafting.plan.person
            ).strip()
            phases = {**phases, "checked": True, "checked_by": by}
        self._drafting.edit(put(self._drafting.draft, path, phases), (*path, "checked"))


def years_of(drafting: Drafting) -> range:
    """The plan's years; none as long as they are not known."""
    first, last = (drafting.at((key,)) for key in ("first_year", "last_year"))
    if isinstance(first, int) and isinstance(last, int) and 0 <= last - first < MOST_YEARS:
        return range(first, last + 1)
    return range(0)
