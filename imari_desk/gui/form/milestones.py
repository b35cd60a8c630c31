"""実施状況: what was to be done this year, how far it got, and what was worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imari_desk.domain.items import MILESTONE_STATES, PROGRESS, WORKED
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import Live, items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import ChoiceField, FlagField, Segments, Text, TextField, Well
from imari_desk.gui.kit.keys import show_in_place

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_ASK_WHY = ("一部", "未")
_PHASES = ("phase.plan", "phase.design", "phase.run")


class MilestoneRow(Well):
    """One 実施評価指標: its text, 済 to 対象外, and the reason where one is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Field(Segments(MILESTONE_STATES), Placement.WIDE_LABEL)
        self.reason = Field(TextField(100, min_lines=1), Placement.WIDE_INPUT)
        self.setLayout(Column(self.state, self.reason, gap=8, margins=(16, 8, 8, 8)))

    def show_state(self) -> None:
        """The reason stands there where it is asked for, and where one was written."""
        asked = self.state.text in _ASK_WHY or self.state.in_conflict
        self.reason.setVisible(asked or bool(self.reason.text) or self.reason.speaks)


class MilestonesSection(SectionBox):
    """The milestones of the page's year, 進捗区分 and the phases worked on."""

    def __init__(self) -> None:
        super().__init__("milestones", sentence("form.hint.milestones"))
        self.rows: list[MilestoneRow] = []
        self._list = Column(gap=8)
        self._none = Text(sentence("form.no_milestones"), "support", wrap=True)
        self._progress = Field(ChoiceField(PROGRESS))
        labels = ("計画", "検討・設計・開発", "実施・運用")
        flags = (FlagField(label, WORKED) for label in labels)
        self._phases = [Field(f, Placement.BARE, remarks_inside=False) for f in flags]
        self._phases_label = Text(sentence("form.phases"), "label")
        self._phases_required = Text(sentence("form.required"), "required")
        self._last_phases = Text("", "support", wrap=True)
        row = Turning(720, gap=32)
        row.add(self._progress, 0, Qt.AlignmentFlag.AlignTop)
        row.add(self._phases_box(), 1, Qt.AlignmentFlag.AlignTop)
        self.add(self._none, self._list, row)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known, glossary = items_of(leaf), leaf.plan.glossary
        asked = leaf.measure.milestones.get(leaf.fiscal_year, ())
        while len(self.rows) < len(asked):
            self.rows.append(MilestoneRow())
            self._list.addWidget(self.rows[-1])
        fields: dict[str, Field] = {}
        for n, row in enumerate(self.rows, start=1):
            show_in_place(row, n <= len(asked))
            if n <= len(asked):
                fields[f"milestone.{n}.state"] = row.state
                fields[f"milestone.{n}.reason"] = row.reason
        fields |= {"progress": self._progress, **dict(zip(_PHASES, self._phases, strict=True))}
        for key, field in fields.items():
            field.bind(known[key], known[key].label, glossary)
        self._none.setVisible(not asked)
        self._show_last_phases(leaf)
        return fields

    def _phases_box(self) -> QWidget:
        """The three phases, their label above, what is said about them below."""
        boxes = Turning(500, gap=20)
        for phase in self._phases:
            boxes.add(phase)
        boxes.row.addStretch(1)
        head = Row(self._phases_label, self._phases_required, None)
        whole = QWidget()
        remarks = (phase.remarks for phase in self._phases)
        whole.setLayout(Column(head, boxes, *remarks, self._last_phases, gap=4))
        return whole

    def show_live(self, live: Live) -> None:
        """Follow what is typed."""
        for row in self.rows:
            row.show_state()
        asked = _PHASES[0] in live.required and not live.leaf.locked
        self._phases_required.setVisible(asked)

    def _show_last_phases(self, leaf: Leaf) -> None:
        yes, known = WORKED[0], items_of(leaf)
        worked = [known[key].label for key in _PHASES if leaf.last_year(key) == yes]
        self._last_phases.setText(sentence("form.last_year", value="、".join(worked)))
        self._last_phases.setVisible(bool(worked))
