"""経費・根拠・関係課: what may be written, and need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import LineField, NumberField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_TOP = Qt.AlignmentFlag.AlignTop


class MeansSection(SectionBox):
    """予算額 and 決算額 side by side, 根拠資料, 関係課."""

    def __init__(self) -> None:
        super().__init__("means", sentence("form.hint.means"))
        budget = Field(NumberField("千円", width=136), Placement.ABOVE)
        settlement = Field(NumberField("千円", width=136), Placement.ABOVE)
        evidence = Field(LineField(), Placement.ABOVE)
        related = Field(LineField(), Placement.ABOVE)
        self._fields = {
            "budget": budget,
            "settlement": settlement,
            "evidence": evidence,
            "related": related,
        }
        money, papers = Row(gap=32), Row(gap=20)
        for field in (budget, settlement):
            money.addWidget(field, 0, _TOP)
        money.addStretch(1)
        papers.addWidget(evidence, 3, _TOP)
        papers.addWidget(related, 2, _TOP)
        self.add(money, papers)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known = items_of(leaf)
        for key, field in self._fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return dict(self._fields)
