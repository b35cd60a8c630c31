"""取組と課題: four texts, last year's beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.domain.words import sentence
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import TextField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf


class TextsSection(SectionBox):
    """取組実績, 成果, 課題・要因, 次年度の取組."""

    def __init__(self) -> None:
        super().__init__("texts", sentence("form.hint.texts"))
        self._fields = {
            "activities": Field(TextField(400, min_lines=3, max_lines=30), Placement.PAIR),
            "results": Field(TextField(300, min_lines=3, max_lines=30), Placement.PAIR),
            "issues": Field(TextField(300, min_lines=3, max_lines=30), Placement.PAIR),
            "next_actions": Field(TextField(300, min_lines=3, max_lines=30), Placement.PAIR),
        }
        self.add(*self._fields.values())

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known = items_of(leaf)
        for key, field in self._fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return dict(self._fields)
