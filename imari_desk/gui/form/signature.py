"""記入者・確認: who wrote it, who has looked at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from imari_desk.gui.form.arrange import Row
from imari_desk.gui.form.field import Field
from imari_desk.gui.form.live import items_of
from imari_desk.gui.form.placing import Placement
from imari_desk.gui.form.section_box import SectionBox
from imari_desk.gui.kit import DateField, LineField

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_TOP = Qt.AlignmentFlag.AlignTop


class SignatureSection(SectionBox):
    """The writer in one line, the head of the 課 in the next."""

    def __init__(self) -> None:
        super().__init__("signature")
        author = Field(LineField(), Placement.ABOVE)
        extension = Field(LineField(), Placement.ABOVE)
        entered_on = Field(DateField(), Placement.ABOVE)
        approver = Field(LineField(), Placement.ABOVE)
        approved_on = Field(DateField(), Placement.ABOVE)
        self._fields = {
            "author": author,
            "extension": extension,
            "entered_on": entered_on,
            "approver": approver,
            "approved_on": approved_on,
        }
        wrote, looked = Row(gap=20), Row(gap=20)
        wrote.addWidget(author, 3, _TOP)
        wrote.addWidget(extension, 2, _TOP)
        wrote.addWidget(entered_on, 0, _TOP)
        looked.addWidget(approver, 5, _TOP)
        looked.addWidget(approved_on, 0, _TOP)
        self.add(wrote, looked)

    def bind(self, leaf: Leaf) -> dict[str, Field]:
        """Stand for this page; its fields by key."""
        known = items_of(leaf)
        for key, field in self._fields.items():
            field.bind(known[key], known[key].label, leaf.plan.glossary)
        return dict(self._fields)
