"""計画の版: which plan and version judges the year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import YearView
from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, Chip, LineMessage, Text
from imari_desk.gui.page_area import PageArea


class PlanPane(QWidget):
    """``edit_wanted()``: the plan is to be looked at and corrected."""

    edit_wanted = Signal()

    def __init__(self, *, editable: bool) -> None:
        super().__init__()
        self._card = Card()
        self._title = Text("", "title", wrap=True)
        self._facts = Text("", "body", wrap=True)
        self.version = Text("", "subject")
        self.chip = Chip()
        self._meaning = Text("", "body", wrap=True)
        self.before = LineMessage()
        self._versions = Text("", "body", wrap=True)
        self._others_head = Text(sentence("office.year.plan.others"), "label")
        self._others = Text("", "body", wrap=True)
        self.edit = Button(sentence("office.year.plan.edit"))
        if not editable:
            self.edit.hide()
        self.edit.clicked.connect(self.edit_wanted)
        if editable:
            self.setFocusProxy(self.edit)
        self._lay_out()
        look.follow(self._dress)

    def show_year(self, view: YearView) -> None:
        plan, year = view.plan, view.fiscal_year
        self._title.setText(plan.title)
        asked = sum(m.evaluated_in(year) for m in plan.measures)
        facts = (
            sentence("office.year.plan.years", **_years(plan.first_year, plan.last_year)),
            sentence("office.year.plan.measures", count=len(plan.measures), asked=asked),
        )
        self._facts.setText("\n".join(facts))
        self.version.setText(sentence("office.year.plan.now", version=plan.version))
        code = "fixed" if view.fixed else "open"
        self.chip.show_word(
            sentence(f"office.year.plan.chip_{code}"),
            "ok" if view.fixed else "info",
            "check" if view.fixed else "pencil",
        )
        self._meaning.setText(sentence(f"office.year.plan.{code}", version=plan.version))
        self._versions.setText("\n".join(_versions(view)))
        others = [
            sentence("office.year.plan.other", title=p.title, **_years(p.first_year, p.last_year))
            for p in view.others
        ]
        self._others.setText("\n".join(others))
        for part in (self._others_head, self._others):
            part.setVisible(bool(others))
        goes_on = view.before is not None and any(row.predecessors for row in view.rows)
        last = fiscal_year_name(year - 1)
        self.before.say(sentence("office.year.plan.before", year=last) if goes_on else "")

    def _lay_out(self) -> None:
        inside, around = QWidget(), QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(PageArea(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)
        column.addStretch(1)
        self._column, now = QVBoxLayout(self._card), QHBoxLayout()
        self._now = now
        now.addWidget(self.version)
        now.addWidget(self.chip)
        now.addStretch(1)
        self._column.addWidget(Text(sentence("office.year.plan.head"), "label"))
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        self._column.addLayout(now)
        self._column.addWidget(self._meaning)
        self._column.addWidget(self.before)
        self._column.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(Text(sentence("office.year.plan.versions"), "label"))
        self._column.addWidget(self._versions)
        self._column.addWidget(self._others_head)
        self._column.addWidget(self._others)

    def _dress(self) -> None:
        pad = look.px(20)
        self._column.setContentsMargins(pad, look.px(16), pad, pad)
        self._column.setSpacing(look.px(10))
        self._now.setSpacing(look.px(10))


def _years(first: int, last: int) -> dict[str, str]:
    return {"first": fiscal_year_name(first), "last": fiscal_year_name(last)}


def _versions(view: YearView) -> Iterator[str]:
    for one in reversed(view.versions):
        here = one.version == view.plan.version
        code = "office.year.plan.version_here" if here else "office.year.plan.version"
        day = date_name(date.fromisoformat(one.added_at[:10]))
        yield sentence(code, version=one.version, day=day, note=one.note)
