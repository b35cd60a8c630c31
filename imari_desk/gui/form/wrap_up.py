"""計画期間の総括: asked in the plan's last year alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.domain.items import NEXT_PLAN, WRAP_UPS
from imari_desk.domain.words import sentence
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import Segments, TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf


class WrapUpSection(SectionBox):
    """What became of the measure over the plan's years, and what becomes of it after."""

    def __init__(self) -> None:
        super().__init__("wrap_up", sentence("form.hint.wrap_up"))
        self._fields = {
            "wrap_up": Field(Segments(WRAP_UPS), Placement.ABOVE),
            "wrap_up_text": Field(TextField(300, min_lines=3, max_lines=30), Placement.ABOVE),
            "next_plan": Field(Segments(NEXT_PLAN), Placement.ABOVE),
        }
        self.add(*self._fields.values())

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key, none in a year that does not ask for them."""
        known = items_of(leaf)
        asked = "wrap_up" in known
        self.setVisible(asked)
        if not asked:
            return {}
        for key, field in self._fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return dict(self._fields)
