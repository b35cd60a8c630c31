"""The sheet of one measure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.plan_draft import Path, at
from imari_desk.domain.plan_places import label
from imari_desk.domain.plan_typed import Typing
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Column, Row, Turning
from imari_desk.gui.kit import ChoiceField, FlagField, LineField, Rule, Text, TextField
from imari_desk.gui.office.plan.bars_part import BarsPart
from imari_desk.gui.office.plan.box import Box
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.entries import Entries
from imari_desk.gui.office.plan.indicator_rows import fill_indicator
from imari_desk.gui.office.plan.sheet import Sheet
from imari_desk.gui.office.plan.year_rows import YearRows

_STAR = (sentence("office.plan.star_yes"), sentence("office.plan.star_no"))


class MeasureSheet(Sheet):
    """Everything the plan says of a measure."""

    def __init__(self, drafting: Drafting, today: Callable[[], date]) -> None:
        super().__init__(drafting)
        self._add_head()
        self.bars = BarsPart(drafting, lambda: date_name(today()))
        self.parts.append(self.bars)
        self.column.addWidget(Rule())
        self.head(label("phases"))
        self.column.addWidget(self.bars)
        self.make_later(
            (sentence("office.plan.told"), self._texts),
            (sentence("office.plan.by_year"), self._years),
            (label("indicators"), self._indicators),
        )

    def show_at(self, root: Path) -> None:
        """Show a measure; the ◎ it can belong to are the plan's now."""
        groups = at(self.drafting.draft, ("groups",)) or []
        self.group.offer(
            tuple((one["name"], one.get("id", "")) for one in groups if one.get("name"))
        )
        super().show_at(root)
        self._say_answered()

    def _say_answered(self) -> None:
        """Answers hang on the code: say so where there are any."""
        code = at(self.drafting.draft, (*self.root, "code"))
        years = self.drafting.plan.answered.get(str(code), ())
        named = "・".join(map(fiscal_year_name, years))
        self.answered.setText(sentence("office.plan.answered", years=named) if years else "")
        self.answered.setVisible(bool(years))

    def _add_head(self) -> None:
        add = self.binder.add
        line = LineField
        self.code = add(Box(("code",), line(), label("code"), needed=True))
        self.name = add(Box(("name",), line(), label("name"), needed=True))
        top = Row(gap=16)
        top.addWidget(self.code, 1)
        top.addWidget(self.name, 5)
        self.column.addLayout(top)
        self.answered = Text("", "support", wrap=True)
        self.column.addWidget(self.answered)
        choice = ChoiceField((), required=True)
        self.group = add(Box(("group",), choice, label("group"), words=(("", ""),), needed=True))
        flag = FlagField(label("national_priority"), _STAR)
        words = ((_STAR[0], True), (_STAR[1], ""))
        name = label("national_priority")
        self.star = add(Box(("national_priority",), flag, name, words=words, labelled=False))
        middle = Turning(520)
        middle.add(self.group, 1)
        middle.add(self.star, 0, Qt.AlignmentFlag.AlignBottom)
        self.column.addWidget(middle)

    def _texts(self) -> QWidget:
        """What the plan tells of it, and what it is to other plans."""
        add = self.binder.add
        told, numbers = Turning(560), Turning(560)
        for key in ("summary", "effect"):
            text = TextField(min_lines=3, max_lines=12)
            told.add(add(Box((key,), text, label(key))), 1)
        self.vision = add(Box(("vision_action",), LineField(), label("vision_action")))
        before = label("predecessors")
        self.before = add(Box(("predecessors",), LineField(), before, Typing.CODES))
        for box in (self.vision, self.before):
            numbers.add(box, 1)
        whole = QWidget()
        whole.setLayout(Column(told, numbers, gap=12))
        return whole

    def _years(self) -> QWidget:
        self.years = YearRows(self.drafting)
        self.parts.append(self.years)
        return self.years

    def _indicators(self) -> QWidget:
        self.indicators = Entries(self.drafting, ("indicators",), fill_indicator)
        self.parts.append(self.indicators)
        return self.indicators
