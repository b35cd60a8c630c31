"""The sheet of the plan as a whole: its name, its years, its 分野 and ◎."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan_draft import Draft, Path, add_named, at
from imari_desk.domain.plan_places import label
from imari_desk.domain.plan_typed import Typing
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Turning
from imari_desk.gui.kit import ChoiceField, LineField, Text
from imari_desk.gui.office.plan.box import Box, Words
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.entries import Entries, EntryRow
from imari_desk.gui.office.plan.sheet import Sheet


class WholeSheet(Sheet):
    """計画全体. What stands in a 分野 or a ◎ is known by an id nobody has to see."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        self._within: list[Box] = []
        self._add_head()
        self.make_later((label("fields"), self._fields), (label("groups"), self._groups))

    def show_at(self, root: Path) -> None:
        """Show it; a ◎ can belong to the 分野 there are now."""
        for box in self._within:
            box.offer(self._fields_now())
        super().show_at(root)

    def _fields(self) -> QWidget:
        self.fields = Entries(
            self.drafting,
            ("fields",),
            self._fill_field,
            grow=lambda draft: add_named(draft, "fields", {}),
            compact=True,
        )
        self.parts.append(self.fields)
        return self.fields

    def _groups(self) -> QWidget:
        self.groups = Entries(
            self.drafting, ("groups",), self._fill_group, grow=_with_group, compact=True
        )
        self.parts.append(self.groups)
        return self.groups

    def _fields_now(self) -> Words:
        fields = at(self.drafting.draft, ("fields",)) or []
        return tuple((one["name"], one.get("id", "")) for one in fields if one.get("name"))

    def _add_head(self) -> None:
        add = self.binder.add
        self.column.addWidget(add(Box(("title",), LineField(), label("title"), needed=True)))
        names = Turning(560)
        for key in ("short_title", "municipality"):
            names.add(add(Box((key,), LineField(), label(key), needed=True)), 1)
        self.column.addWidget(names)
        years = Turning(560)
        for key in ("first_year", "last_year"):
            box = Box((key,), LineField(), label(key), Typing.YEAR, needed=True)
            years.add(add(box), 1)
        self.column.addWidget(years)
        self.column.addWidget(Text(sentence("office.plan.years_help"), "support", wrap=True))

    def _fill_field(self, row: EntryRow) -> None:
        box = Box(("name",), LineField(), label("name"), labelled=False, needed=True)
        row.body.addWidget(row.binder.add(box), 1)

    def _fill_group(self, row: EntryRow) -> None:
        name = Box(("name",), LineField(), label("name"), labelled=False, needed=True)
        field = Box(
            ("field",),
            ChoiceField((), required=True),
            label("field"),
            words=(("", ""),),
            labelled=False,
        )
        row.body.addWidget(row.binder.add(name), 1)
        row.body.addWidget(row.binder.add(field))
        field.offer(self._fields_now())
        self._within.append(field)


def _with_group(draft: Draft) -> Draft:
    """One ◎ more, in the first 分野 until somebody says otherwise."""
    first = at(draft, ("fields", 0, "id"))
    return add_named(draft, "groups", {"field": first} if first else {})
