"""What is done and what is asked in each year of a measure."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.plan_draft import Path
from imari_desk.domain.plan_places import label, of_year
from imari_desk.domain.plan_typed import Typing
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Grid
from imari_desk.gui.kit import Text, TextField
from imari_desk.gui.office.plan.bars_part import years_of
from imari_desk.gui.office.plan.box import Binder, Box
from imari_desk.gui.office.plan.drafting import Drafting


class YearRows(QWidget):
    """A row a year: 取組内容, and the 実施評価指標 one a line. Years outside the plan stand below
    as long as something is written for them."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self._drafting = drafting
        self._years: tuple[int, ...] = ()
        self.binder = Binder(drafting, self)
        self._rows: dict[int, tuple[Text, Box, Box]] = {}
        self._grid = Grid(across=14, down=8)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        self._grid.addWidget(Text(label("schedule"), "label"), 0, 1)
        self._grid.addWidget(Text(sentence("office.plan.milestones_head"), "label"), 0, 2)
        self.setLayout(Column(self._grid))

    def show_at(self, root: Path) -> None:
        """Show the years of the measure there."""
        years = self._wanted(root)
        for year in years:
            if year not in self._rows:
                self._add(year)
        if years != self._years:
            self._place(years)
        self.binder.show_at(root)

    def show_faults(self) -> None:
        """What is wrong in a year."""
        self.binder.show_faults()

    def go_to(self, path: Path) -> bool:
        """Put the focus on a year's field."""
        return self.binder.go_to(path)

    def _wanted(self, root: Path) -> tuple[int, ...]:
        written: set[int] = set()
        for key in ("schedule", "milestones"):
            found = self._drafting.at((*root, key))
            if isinstance(found, dict):
                written |= {int(year) for year in found}
        return tuple(sorted({*years_of(self._drafting), *written}))

    def _add(self, year: int) -> None:
        boxes = []
        for key, typing in (("schedule", Typing.PHRASE), ("milestones", Typing.LINES)):
            editor = TextField(min_lines=1, max_lines=6)
            name = of_year(key, year)
            boxes.append(
                self.binder.add(Box((key, str(year)), editor, name, typing, labelled=False))
            )
        self._rows[year] = (Text(fiscal_year_name(year), "label"), boxes[0], boxes[1])

    def _place(self, years: tuple[int, ...]) -> None:
        """Rows in their order; those of other measures or plans wait unseen."""
        self._years = years
        for row in self._rows.values():
            for widget in row:
                self._grid.removeWidget(widget)
                widget.setParent(self)
                widget.hide()
        for n, year in enumerate(years, start=1):
            for column, part in enumerate(self._rows[year]):
                self._grid.addWidget(part, n, column)
                part.show()
