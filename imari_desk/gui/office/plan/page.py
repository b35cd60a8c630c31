"""The page 計画: what the plan is made of at the left, a part of it to be edited at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imari_desk.desk.office.plans import Opened
from imari_desk.domain.era import short_year
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_draft import Path, at, copy_measure, insert, move, remove
from imari_desk.domain.plan_places import measure_name
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.plan import contents
from imari_desk.gui.office.plan.contents import MEASURE, SAVING, SCALE, TERMS, VERSIONS, WHOLE
from imari_desk.gui.office.plan.contents_view import ContentsView
from imari_desk.gui.office.plan.drafting import Drafting
from imari_desk.gui.office.plan.measure_sheet import MeasureSheet
from imari_desk.gui.office.plan.saving import SavingPage
from imari_desk.gui.office.plan.scale_sheet import ScaleSheet
from imari_desk.gui.office.plan.terms_sheet import TermsSheet
from imari_desk.gui.office.plan.versions import VersionsPage
from imari_desk.gui.office.plan.whole_sheet import WholeSheet

_LIST = (336, 460)  # pixels at 100 % of the list at the left
Shown = MeasureSheet | ScaleSheet | TermsSheet | WholeSheet


class PlanPage(QWidget):
    """A draft is open all the time: of the current plan, until another is chosen.

    It becomes a version only when it is saved with its reason.
    """

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self.drafting = Drafting(hand, self)
        self._sheets: dict[str, Shown] = {}
        self._goal: Path = ()
        self._pending: Callable[[], None] | None = None
        self.contents = ContentsView()
        self.versions, self.saving = VersionsPage(hand), SavingPage(hand, self.drafting)
        self.save = Button(sentence("office.plan.save"), "primary")
        self.discard = Button(sentence("office.plan.discard"))
        self.head = PageHead(sentence("office.plan.title"), self.discard, self.save)
        self.message, self.yes = LineMessage(), Button("", "small")
        self.no = Button(sentence("office.plan.no"), "small")
        self.title = Text("", "title")
        self._lay_out()
        self._connect()

    # What the frame calls

    def refresh(self) -> None:
        """Bring what is new; what is being edited stays."""
        self.drafting.open(self.drafting.plan.plan)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"undo": self.drafting.undo, "redo": self.drafting.redo}

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drafting.keep()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """The list at the left as wide as there is room for."""
        least, most = (look.px(n) for n in _LIST)
        self.contents.setFixedWidth(min(max(least, self.width() * 3 // 10), most))

    # What is shown

    @property
    def shown(self) -> str:
        """Which part of the plan is looked at."""
        row = self.contents.row
        return SAVING if self._stack.currentWidget() is self.saving else row.kind if row else ""

    @property
    def sheet(self) -> Shown | None:
        """The sheet that is looked at."""
        return self._sheets.get(self.shown)

    def _opened(self) -> None:
        for part in (self.contents, self._right, self.save):
            part.setVisible(True)
        self._show_contents()
        if self.contents.row is None:
            first = MEASURE if at(self.drafting.draft, ("measures", 0)) else WHOLE
            self.contents.choose((first, 0 if first == MEASURE else -1))
        if self.drafting.plan.behind:
            self.message.say(sentence("office.plan.behind"), "note")
        self._show_row()

    def _changed(self) -> None:
        self._show_contents()
        sheet = self.sheet
        if sheet is not None:
            sheet.show_again()
        self._say_title()

    def _looked(self) -> None:
        found = self.drafting.found
        self._show_contents()
        self.contents.show_faults(found.faults)
        sheet = self.sheet
        if sheet is not None:
            sheet.show_faults()

    def _show_contents(self) -> None:
        row = self.contents.row
        drafting = self.drafting
        self.contents.model_.show_draft(drafting.draft, drafting.plan.base, drafting.found)
        if row is not None and self.contents.row is None:
            last = len(at(drafting.draft, ("measures",)) or []) - 1
            place = min(row.place, last)
            self.contents.choose((row.kind, place) if place >= 0 or row.place < 0 else (WHOLE, -1))
        self.contents.show_tools(len(at(drafting.draft, ("measures",)) or []))
        self._say_head()

    def _say_head(self) -> None:
        drafting, found = self.drafting, self.drafting.found
        measures = at(drafting.draft, ("measures",)) or []
        checked = contents.checked_bars(measures)
        version = drafting.plan.version
        differs = drafting.differs
        self.head.say(
            sentence("office.plan.of_version", version=version)
            if version
            else sentence("office.plan.of_none"),
            sentence("office.plan.bars_checked", done=checked, open=len(measures) - checked),
            sentence("office.plan.to_do", count=len(found.faults)) if found.faults else "",
            sentence("office.plan.changed", count=len(found.changes)) if found.changes else "",
        )
        self.save.setEnabled(differs)
        self.discard.setVisible(differs)

    def _say_title(self) -> None:
        row = self.contents.row
        if self._stack.currentWidget() is self.saving:
            self.title.setText(sentence("office.plan.saving"))
        elif row is not None and row.kind == MEASURE:
            self.title.setText(measure_name(self.drafting.draft, row.place))
        elif row is not None:
            self.title.setText(row.title)

    def _show_row(self) -> None:
        """The sheet of the chosen row."""
        row = self.contents.row
        if row is None:
            return
        self.drafting.rest()
        self.contents.show_tools(len(at(self.drafting.draft, ("measures",)) or []))
        if row.kind == VERSIONS:
            self._stack.setCurrentWidget(self.versions)
            self.versions.refresh()
        else:
            sheet = self._sheet_of(row.kind)
            self._stack.setCurrentWidget(sheet)
            sheet.show_at(row.path if row.kind == MEASURE else ())
        self._say_title()

    def _sheet_of(self, kind: str) -> Shown:
        """The sheet of that kind; it is made when it is first looked at."""
        if kind not in self._sheets:
            makers: dict[str, Callable[[], Shown]] = {
                WHOLE: partial(WholeSheet, self.drafting),
                SCALE: partial(ScaleSheet, self.drafting),
                TERMS: partial(TermsSheet, self.drafting),
                MEASURE: partial(MeasureSheet, self.drafting, self._today),
            }
            self._sheets[kind] = makers[kind]()
            self._stack.addWidget(self._sheets[kind])
        return self._sheets[kind]

    def _today(self) -> date:
        return self._hand.clock().date()

    def go_to(self, path: Path) -> None:
        """Show the part of the plan a place lies in, and put the focus there."""
        kinds = {"scale": SCALE, "glossary": TERMS}
        kind, place = kinds.get(str(path[0]) if path else "", WHOLE), -1
        if path[:1] == ("measures",) and len(path) > 1:
            kind, place = MEASURE, int(path[1])
        self.contents.choose((kind, place))
        self._show_row()
        sheet = self.sheet
        if sheet is not None:
            sheet.go_to(path)

    # What is done with measures

    def _act(self, what: str) -> None:
        row, draft = self.contents.row, self.drafting.draft
        place = row.place if row is not None else -1
        count = len(at(draft, ("measures",)) or [])
        if what == "add":
            self._add(place if place >= 0 else count - 1)
        elif place < 0:
            return
        elif what == "copy":
            self.drafting.edit(copy_measure(draft, place), ("measures", place + 1, "code"))
            self.go_to(("measures", place + 1, "code"))
        elif what == "take_out":
            self._ask_take_out(place)
        elif 0 <= place + (by := {"up": -1, "down": 1}[what]) < count:
            there = ("measures", place + by)
            self.drafting.edit(move(draft, ("measures",), place, by), there)
            self.contents.choose((MEASURE, place + by))
            self.contents.list.setFocus()

    def _add(self, behind: int) -> None:
        """A measure more, in the same ◎, and the focus in its code."""
        draft = self.drafting.draft
        group = at(draft, ("measures", behind, "group")) or at(draft, ("groups", 0, "id"))
        entry = {"group": group} if group else {}
        place = behind + 1
        self.drafting.edit(insert(draft, ("measures",), place, entry), ("measures", place))
        self.go_to(("measures", place, "code"))

    def _ask_take_out(self, place: int) -> None:
        """Say in place what would be lost."""
        draft = self.drafting.draft
        code = str(at(draft, ("measures", place, "code")) or "")
        years = self.drafting.plan.answered.get(code, ())
        told = sentence("office.plan.lost", name=measure_name(draft, place))
        if years:
            named = "・".join(map(short_year, years))
            told += sentence("office.plan.lost_answers", years=named, count=len(years))
        self._ask(told, "office.plan.take_out", partial(self._take_out, place))

    def _take_out(self, place: int) -> None:
        self.drafting.edit(remove(self.drafting.draft, ("measures",), place), ("measures", place))
        self._show_row()
        self.contents.list.setFocus()

    def _ask(self, told: str, yes: str, act: Callable[[], None]) -> None:
        self._pending = act
        self.yes.setText(sentence(yes))
        for button in (self.yes, self.no):
            button.setVisible(True)
        self.message.say(told, "warn")
        self.yes.setFocus()

    def _answered(self, yes: bool) -> None:
        act, self._pending = self._pending, None
        self.yes.setVisible(False)
        self.no.setVisible(False)
        self.message.say("")
        self.contents.list.setFocus()
        if yes and act is not None:
            act()

    # The draft as a whole

    def _start_saving(self) -> None:
        self.drafting.keep()
        self.message.say("")
        self._stack.setCurrentWidget(self.saving)
        self.saving.show_changes()
        self._say_title()
        self.saving.reason.setFocus()

    def _saved(self, plan: Plan) -> None:
        self.message.say(sentence("office.plan.saved", version=plan.version), "ok")
        self.drafting.open(plan.id)
        self._show_row()

    def _discard(self) -> None:
        count = len(self.drafting.found.changes)
        told = sentence("office.plan.discard_told", count=count)
        self._ask(told, "office.plan.discard", self._discard_now)

    def _discard_now(self) -> None:
        base = self.drafting.plan.base
        if base:
            self.drafting.edit(base, ())
            self.drafting.keep()
            return
        plans, plan = self._hand.desk.office.plans, self.drafting.plan.plan
        self._hand.ask(lambda: plans.discard(plan), lambda _none: self.drafting.open())

    def _edit(self, plan: str) -> None:
        self.drafting.open(plan)
        self.contents.choose((WHOLE, -1))

    def _came(self, opened: Opened) -> None:
        self.drafting.replace(opened)
        self.contents.choose((WHOLE, -1))
        self.message.say(
            sentence("office.plan.came", title=str(opened.draft.get("title", ""))), "ok"
        )

    def _went(self, path: Path) -> None:
        """Where a step was taken back, as far as it is there."""
        row = self.contents.row
        if path and at(self.drafting.draft, path[:2]) is not None:
            self.go_to(path)
        elif row is not None:
            self._show_row()

    # Putting it together

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.versions)
        self._stack.addWidget(self.saving)
        self._right = Card()
        right = Column(gap=0)
        top = Column(self.title, margins=(20, 14, 20, 8))
        right.addLayout(top)
        right.addWidget(self._stack, 1)
        self._right.setLayout(right)
        for button in (self.yes, self.no):
            self.message.add_button(button)
            button.setVisible(False)
        self._split = QHBoxLayout()
        self._split.addWidget(self.contents)
        self._split.addWidget(self._right, 1)
        for part in (self.contents, self._right, self.save, self.discard):
            part.setVisible(False)  # until there is a plan
        self._body = QVBoxLayout()
        self._body.addWidget(self.message)
        self._body.addLayout(self._split, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.head)
        page.addLayout(self._body, 1)
        self.setFocusProxy(self.contents.list)
        look.follow(self._dress)

    def _dress(self) -> None:
        self._body.setContentsMargins(look.px(24), 0, look.px(24), look.px(16))
        self._body.setSpacing(look.px(12))
        self._split.setSpacing(look.px(12))
        self._share()

    def _connect(self) -> None:
        self.drafting.opened.connect(self._opened)
        self.drafting.changed.connect(self._changed)
        self.drafting.looked.connect(self._looked)
        self.drafting.went.connect(self._went)
        self.contents.chosen.connect(self._show_row)
        self.contents.entered.connect(self._enter)
        self.contents.acted.connect(self._act)
        self.contents.fault_wanted.connect(self.go_to)
        self.versions.edit_wanted.connect(self._edit)
        self.versions.came.connect(self._came)
        self.saving.saved.connect(self._saved)
        self.saving.closed.connect(self._show_row)
        self.save.clicked.connect(self._start_saving)
        self.discard.clicked.connect(self._discard)
        self.yes.clicked.connect(lambda: self._answered(yes=True))
        self.no.clicked.connect(lambda: self._answered(yes=False))

    def _enter(self) -> None:
        """From the list into what it shows."""
        widget = self._stack.currentWidget()
        sheet = self.sheet
        if isinstance(sheet, MeasureSheet | WholeSheet | ScaleSheet):
            sheet.enter()
        elif widget is not None:
            widget.setFocus()
