"""The page 年度の準備: five steps, each shows whether it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from imari_desk.desk.office.year_view import Step, YearView
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.reminding import day_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.year.asks_pane import AsksPane
from imari_desk.gui.office.year.books_pane import BooksPane
from imari_desk.gui.office.year.departments_pane import DepartmentsPane
from imari_desk.gui.office.year.due_pane import DuePane
from imari_desk.gui.office.year.keeper import Keeper
from imari_desk.gui.office.year.plan_pane import PlanPane
from imari_desk.gui.office.year.steps import Said, Steps
from imari_desk.gui.page_area import PageArea

Pane = PlanPane | DepartmentsPane | DuePane | AsksPane | BooksPane
_PLAN_PAGE = "plan"


class YearPage(QWidget):
    """``waiting(int)``: how many measures nobody answers for."""

    waiting = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._view: YearView | None = None
        self._keeper = Keeper(hand, self)
        self.next = Button("", "primary")
        room = self.next.sizePolicy()
        room.setRetainSizeWhenHidden(True)
        self.next.setSizePolicy(room)
        self._head = PageHead(sentence("office.year.title"), self.next)
        self.steps = Steps()
        self.plan = PlanPane(editable=_has_page(_PLAN_PAGE))
        self.departments = DepartmentsPane(hand)
        self.due = DuePane(hand, self._keeper)
        self.asks = AsksPane(self._keeper)
        self.books = BooksPane(hand)
        self._panes: Mapping[Step, Pane] = dict(
            zip(
                Step,
                (self.plan, self.departments, self.due, self.asks, self.books),
                strict=True,
            )
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.steps)
        look.follow(self._dress)

    def refresh(self) -> None:
        """Bring how far the year is."""
        self._keeper.flush()
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._hand.desk.office.setting_up.look(year), self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        if self.steps.step is Step.DEPARTMENTS and self.departments.take_back_possible:
            return {"undo": self.departments.take_back}
        return {}

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keeper.flush()

    # What is shown

    def _show(self, view: YearView) -> None:
        if view.fiscal_year != self._hand.fiscal_year:
            return  # another year was asked for since
        another = self._view is None or self._view.fiscal_year != view.fiscal_year
        self._view = view
        year = fiscal_year_name(view.fiscal_year)
        self._head.say(sentence("office.year.of_year", year=year), view.plan.short_title)
        self.steps.say(said_of(view))
        for pane in self._panes.values():
            pane.show_year(view)
        self.waiting.emit(len(view.unassigned))
        if another:
            self.steps.open(next((s for s in Step if not view.done(s)), Step.BOOKS))

    def _open(self, step: Step) -> None:
        self._keeper.flush()
        for one, pane in self._panes.items():  # one that is not seen asks for no room
            policy = QSizePolicy.Policy.Preferred if one is step else QSizePolicy.Policy.Ignored
            pane.setSizePolicy(policy, policy)
        self._stack.setCurrentWidget(self._panes[step])
        following = list(Step)[list(Step).index(step) + 1 :]
        self.next.setVisible(bool(following))
        if following:
            name = sentence(f"office.year.step.{following[0].value}")
            self.next.setText(sentence("office.year.next", name=name))

    def _go_on(self) -> None:
        """To the next step; who leaves the texts like that has looked at them."""
        here = self.steps.step
        following = list(Step)[list(Step).index(here) + 1]
        view = self._view
        if here is Step.ASKS and view is not None and not view.seen:
            self._keeper.flush()
            setting_up, year = self._hand.desk.office.setting_up, view.fiscal_year
            self._hand.ask(lambda: setting_up.looked_over(year), lambda _none: self.refresh())
        self.steps.open(following)
        self._panes[following].setFocus()

    # Putting it together

    def _connect(self) -> None:
        self.steps.chosen.connect(self._open)
        self.next.clicked.connect(self._go_on)
        self.departments.changed.connect(self._hand.changed)
        self._keeper.kept.connect(self.refresh)
        self.plan.edit_wanted.connect(lambda: self._hand.page_wanted.emit(_PLAN_PAGE))
        for pane in (self.asks, self.books):
            pane.said.connect(lambda text: self._hand.said.emit(text, "ok"))
        self.steps.open(Step.PLAN)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column, self._body = QVBoxLayout(self), QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for pane in self._panes.values():
            self._stack.addWidget(pane)
        self._body.addWidget(self.steps)
        self._body.addWidget(self._stack, 1)
        self._column.addWidget(self._head)
        self._column.addWidget(PageArea(inside), 1)

    def _dress(self) -> None:
        ring = look.px(6)  # around the focus, which the area would cut
        self._body.setContentsMargins(look.px(24), ring, look.px(24), look.px(16))
        self._body.setSpacing(look.px(12))


def said_of(view: YearView) -> dict[Step, Said]:
    """What every step says below its name."""
    texts = {
        Step.PLAN: sentence(
            f"office.year.said.plan{'_fixed' if view.fixed else ''}", version=view.plan.version
        ),
        Step.DEPARTMENTS: _departments(view),
        Step.DUE: _due(view),
        Step.ASKS: sentence(f"office.year.said.{'asks' if view.done(Step.ASKS) else 'no_asks'}"),
        Step.BOOKS: _books(view),
    }
    return {step: Said(view.done(step), text) for step, text in texts.items()}


def _departments(view: YearView) -> str:
    if view.unassigned:
        return sentence("office.year.said.missing", count=len(view.unassigned))
    facts = {"count": len(view.parties), "all": len(view.rows)}
    return sentence("office.year.said.departments", **facts)


def _due(view: YearView) -> str:
    if any(one.odd_due for one in view.parties):
        return sentence("office.year.said.odd_due")
    common = [one.due for one in view.parties if not one.own_due and one.due is not None]
    own = [one for one in view.parties if one.own_due]
    days = common or [one.due for one in own if one.due is not None]
    if not days:
        return sentence("office.year.said.no_due")
    code = "office.year.said.own_due" if own and common else "office.year.said.due"
    return sentence(code, day=day_name(days[0]), count=len(own))


def _books(view: YearView) -> str:
    if not view.parties:
        return sentence("office.year.said.no_books")
    done = sum(not one.open for one in view.parties)
    code = "office.year.said.books" if done == len(view.parties) else "office.year.said.books_part"
    return sentence(code, done=done, all=len(view.parties), count=len(view.parties))


def _has_page(name: str) -> bool:
    from imari_desk.gui.office.pages import PAGES

    return any(entry.name == name for entry in PAGES)
