"""今後の方向性."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.domain.items import DIRECTIONS
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import Segments, TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf


class DirectionSection(SectionBox):
    """Where the measure goes from here, and why."""

    def __init__(self) -> None:
        super().__init__("direction")
        self._fields = {
            "direction": Field(Segments(DIRECTIONS), Placement.ABOVE),
            "direction_reason": Field(TextField(200, min_lines=1), Placement.ABOVE),
        }
        self.add(*self._fields.values())

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known = items_of(leaf)
        for key, field in self._fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return dict(self._fields)
