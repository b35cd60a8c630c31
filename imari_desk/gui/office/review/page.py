"""The page 点検: the queue, one evaluation, and the panels for what is done with many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from imari_desk.desk.leaf import Leaf
from imari_desk.desk.office.review_queue import QueueGroup, QueueLine
from imari_desk.desk.office.reviewing import Reviewing, ReviewPage, Staged
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.states import OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button
from imari_desk.gui.look import px
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.review.evaluation import EvaluationView
from imari_desk.gui.office.review.panels import Panels
from imari_desk.gui.office.review.queue_view import QueueView
from imari_desk.gui.settings import Place

_SLICE, _SHOWN_EVERY = 8, 6  # evaluations looked at in one go; slices after which they are shown
_NARROW = 900  # below this width the queue gives way to the evaluation


class Review(QWidget):
    """``waiting(int)``: how many evaluations wait for the office."""

    waiting = Signal(int)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._kept: Reviewing | None = None  # asked on the background only
        self._measure = ""  # whose page is shown, or asked for
        self._shown: tuple[str, int] | None = None
        self._key = ""  # where to go to once the page is there
        self._slices = 0
        self._narrow = False
        self._lines: tuple[QueueLine, ...] = ()
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    # What the window asks

    def refresh(self) -> None:
        """Bring the queue, and the open evaluation as it stands now."""
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._reviewing.lines(year), self._show_lines)
        self._later.start()
        if self.panels.panel is not None:
            self.panels.panel.refresh()
        leaf = self._hand.notebook.leaf
        if leaf is not None and self._measure == leaf.measure.code and leaf.fiscal_year == year:
            self._bring_leaf(leaf.measure.code, year)

    def show_evaluation(self, place: Place) -> None:
        """Open that evaluation, at that item."""
        self.panels.show_review()
        self._key = place.key
        self._open(place.measure, place.fiscal_year or self._hand.fiscal_year)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the window's actions do here."""
        return {
            "print": self._print,
            "undo": self._hand.notebook.undo,
            "redo": self._hand.notebook.redo,
            "history": self._show_history,
            "search": self.queue.focus_search,
            "next_check": self.evaluation.table.next_mark,
            "previous_measure": lambda: self.step(-1),
            "next_measure": lambda: self.step(1),
        }

    def step(self, by: int) -> None:
        """The evaluation before or after the open one, in the order of the queue."""
        measure = self.queue.beside(self._measure, by)
        if measure:
            self._open(measure, self._hand.fiscal_year)
        else:
            self._hand.said.emit(sentence("office.review.no_more"), "plain")

    # Bringing and showing

    @property
    def _reviewing(self) -> Reviewing:
        """Made once: it remembers the marks. Only the background's thread asks for it."""
        if self._kept is None:
            self._kept = self._hand.desk.office.reviewing
        return self._kept

    def _show_lines(self, lines: tuple[QueueLine, ...]) -> None:
        self._lines = lines
        self.queue.show_lines(lines)
        self.queue.mark(self._measure)
        counts = {group: sum(line.group is group for line in lines) for group in QueueGroup}
        self.waiting.emit(counts[QueueGroup.WAITING])
        self.page_head.say(
            sentence("office.review.of_year", year=fiscal_year_name(self._hand.fiscal_year)),
            sentence(
                "office.review.counts",
                waiting=counts[QueueGroup.WAITING],
                returned=counts[QueueGroup.RETURNED],
                done=counts[QueueGroup.DONE],
            ),
        )
        if not self._measure and lines:
            first = next((x for x in lines if x.group is QueueGroup.WAITING), lines[0])
            self._open(first.measure, self._hand.fiscal_year)

    def _work(self) -> None:
        """Have the marks of a few evaluations worked out, then of a few more."""
        year = self._hand.fiscal_year
        self._slices += 1
        self._hand.background.run(
            lambda: self._reviewing.work(year, _SLICE), self._worked, self._hand.fail
        )

    def _worked(self, left: int) -> None:
        if left:
            self._later.start()
        if not left or self._slices % _SHOWN_EVERY == 0:
            year = self._hand.fiscal_year
            job = self._hand.background.run
            job(lambda: self._reviewing.lines(year), self._show_lines, self._hand.fail)

    def _open(self, measure: str, fiscal_year: int) -> None:
        self.evaluation.head.keep()
        self._leave()
        self._measure = measure
        self.queue.mark(measure)
        self._hand.notebook.open(measure, fiscal_year)

    def _leave(self) -> None:
        """What was looked at is known from now on."""
        if self._shown is not None:
            seen = self._shown
            self._hand.background.run(
                lambda: self._reviewing.looked(*seen), lambda _none: None, self._hand.fail
            )

    def _opened(self, leaf: Leaf) -> None:
        if leaf.measure.code == self._measure or self.isVisible():
            self._measure = leaf.measure.code
            self._bring_page(leaf)

    def _changed(self, leaf: Leaf) -> None:
        if leaf.measure.code == self._measure:
            self._bring_page(leaf)

    def _bring_page(self, leaf: Leaf) -> None:
        self._hand.background.run(
            lambda: self._reviewing.page(leaf), self._show_page, self._hand.fail
        )

    def _bring_leaf(self, measure: str, fiscal_year: int) -> None:
        desk = self._hand.desk
        self._hand.ask(lambda: desk.leaf(measure, fiscal_year), self._hand.notebook.correct)

    def _show_page(self, page: ReviewPage) -> None:
        here = (page.leaf.measure.code, page.leaf.fiscal_year)
        if here[0] != self._measure:
            return
        another = here != self._shown
        self._shown = here
        self.evaluation.show_page(page, another=another)
        self.queue.mark(here[0])
        if self._key:
            self.evaluation.table.go_to(self._key)
            self._key = ""

    # What is done

    def _stage(self, state: OfficeState | None, *, go_on: bool) -> None:
        """Take a step for the open evaluation; then the next one that waits, where wanted."""
        if state is None:
            self._next_waiting()
            return
        if self._shown is None or self._unfinished():
            return
        measure, year = self._shown
        self.evaluation.head.keep()

        def staged(done: Staged) -> None:
            told = "office.review.staged" if done.done else "office.review.not_staged"
            self._hand.said.emit(sentence(told, measure=measure, state=state.value), "ok")
            if go_on:
                self._next_waiting()

        self._hand.tell(lambda: self._reviewing.stage([measure], year, state), staged)

    def _next_waiting(self) -> None:
        following = self.queue.next_waiting(self._measure)
        if following:
            self._open(following, self._hand.fiscal_year)
            self.evaluation.table.enter()
        else:
            others = (x for x in self._lines if x.measure != self._measure)
            hidden = sum(x.group is QueueGroup.WAITING for x in others)
            code = "office.review.shown_done" if hidden else "office.review.all_done"
            self._hand.said.emit(sentence(code, count=hidden), "ok")

    def _unfinished(self) -> bool:
        """Whether a remark is written and not put down: it must not be lost on the way."""
        waiting = self.evaluation.table.unfinished
        if waiting:
            self._hand.said.emit(sentence("office.review.unfinished"), "warn")
            self.evaluation.table.go_to(waiting[0][0])
        return bool(waiting)

    def _remark(self, key: str, text: str) -> None:
        if self._shown is not None:
            at = self._shown
            self._write(lambda: self._reviewing.comment(*at, key, text))

    def _withdraw(self, remark: str) -> None:
        if self._shown is not None:
            at = self._shown
            self._write(lambda: self._reviewing.withdraw(*at, remark))
            self._hand.said.emit(sentence("office.review.withdrawn"), "plain")

    def _correct(self, reason: str) -> None:
        if self._shown is not None:
            at = self._shown
            self._write(lambda: self._reviewing.correct(*at, reason))

    def _hear_of(self, questions: str | None) -> None:
        if self._shown is not None:
            measure, year = self._shown
            self._hand.ask(
                lambda: self._reviewing.hear(measure, year, questions), lambda _none: self.refresh()
            )

    def _write(self, job: Callable[[], Leaf]) -> None:
        self._hand.tell(job, self._hand.notebook.correct)

    def _typed(self, key: str, text: str) -> None:
        self._hand.notebook.type(key, text)
        if key == "second_grade":
            self._hand.notebook.flush()

    # Windows of their own

    def _print(self) -> None:
        from imari_desk.gui.side.sheet_window import SheetWindow

        window = SheetWindow(self._hand.notebook, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.written.connect(lambda path: self._hand.files_used.emit((path,)))
        window.start()

    def _show_history(self) -> None:
        from imari_desk.gui.history_window import HistoryWindow

        leaf, key = self._hand.notebook.leaf, self.evaluation.table.current_key
        if leaf is not None and key:
            HistoryWindow(self._hand.notebook, leaf, key, self).show()

    def _turned(self) -> None:
        """What leads through the queue has no place where many are dealt with at once."""
        self.evaluation.head.keep()
        for button in (self.back, self.on):
            button.setVisible(self.panels.currentIndex() == 0)

    # Putting it together

    def _make(self) -> None:
        self.back = Button(sentence("office.review.previous"), "small", sign="up")
        self.on = Button(sentence("office.review.next"), "small", sign="down")
        self.to_hearing = Button(sentence("office.review.to_hearing"), "small", sign="bubble")
        self.to_confirm = Button(sentence("office.review.to_confirm"), "small", sign="check")
        self.to_send = Button(sentence("office.review.to_send"), "small", sign="out")
        self.unfold = Button(sentence("office.review.unfold"), "small", sign="grid")
        self.many = Button(sentence("office.review.many"), "small", sign="chevron_down")
        self._menu = QMenu(self.many)
        for code, act in (
            ("office.review.to_hearing", lambda: self.panels.show_hearings()),
            ("office.review.to_confirm", lambda: self.panels.show_confirming()),
            ("office.review.to_send", lambda: self.panels.show_sending()),
        ):
            self._menu.addAction(sentence(code)).triggered.connect(lambda _on=False, a=act: a())
        lead = (self.unfold, self.back, self.on)
        buttons = (*lead, self.many, self.to_hearing, self.to_confirm, self.to_send)
        self.page_head = PageHead(sentence("office.page.review"), *buttons)
        self.queue, self.evaluation = QueueView(), EvaluationView()
        self._later = QTimer(self, singleShot=True, interval=0)

    def _lay_out(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.queue)
        self.split.addWidget(self.evaluation)
        self.split.setChildrenCollapsible(False)
        self.split.setStretchFactor(0, 0)
        self.split.setStretchFactor(1, 1)
        self.panels: Panels = Panels(self.split, self._hand, lambda: self._reviewing)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self.page_head)
        self._column.addWidget(self.panels, 1)
        self.setFocusProxy(self.queue.rows)

    def _connect(self) -> None:
        notebook, view = self._hand.notebook, self.evaluation
        notebook.leaf_opened.connect(self._opened)
        notebook.leaf_changed.connect(self._changed)
        self._later.timeout.connect(self._work)
        self.to_send.clicked.connect(lambda _on=False: self.panels.show_sending())
        self.to_confirm.clicked.connect(self.panels.show_confirming)
        self.panels.turned.connect(self._turned)
        self.panels.left.connect(self.queue.rows.setFocus)
        self.panels.wanted.connect(lambda code: self.show_evaluation(Place(code)))
        self.to_hearing.clicked.connect(self.panels.show_hearings)
        self.unfold.clicked.connect(self._unfold)
        self.many.clicked.connect(
            lambda: self._menu.popup(self.many.mapToGlobal(self.many.rect().bottomLeft()))
        )
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.queue.chosen.connect(lambda code: self._open(code, self._hand.fiscal_year))
        self.queue.entered.connect(view.table.enter)
        view.typed.connect(self._typed)
        view.bar.view_left.connect(notebook.flush)
        view.bar.staged.connect(lambda state, on: self._stage(state, go_on=on))
        view.bar.correction_wanted.connect(self._correct)
        view.head.heard.connect(self._hear_of)
        view.head.staged.connect(lambda state: self._stage(state, go_on=False))
        view.table.remarked.connect(self._remark)
        view.table.withdrawn.connect(self._withdraw)
        for keys, by in (("Ctrl+Up", -1), ("Ctrl+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda n=by: self.step(n))

    def showEvent(self, event: QShowEvent) -> None:
        """Another page may have opened another evaluation meanwhile."""
        super().showEvent(event)
        leaf = self._hand.notebook.leaf
        if self._measure and leaf is not None and leaf.measure.code != self._measure:
            self._hand.notebook.open(self._measure, self._hand.fiscal_year)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """The queue can go behind a button, and the other buttons behind another."""
        least = self.evaluation.minimumSizeHint().width() + px(48)
        return QSize(min(least, super().minimumSizeHint().width()), px(320))

    def _arrange(self) -> None:
        """Where there is little room the queue is shown when it is asked for."""
        narrow = self.width() < px(_NARROW)
        for button in (self.to_hearing, self.to_confirm, self.to_send):
            button.setVisible(not narrow)
        for button in (self.unfold, self.many):
            button.setVisible(narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self.queue.setVisible(not narrow)

    def _unfold(self) -> None:
        self.queue.setVisible(self.queue.isHidden())
        (self.queue.rows if self.queue.isVisible() else self.unfold).setFocus()

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self.split.setHandleWidth(px(12))
        self.split.setContentsMargins(px(24), 0, px(24), px(16))
        self.queue.setMinimumWidth(px(180))
        self.split.setSizes([px(264), px(10_000)])
        self._arrange()
