"""The draft that is open: edits, taking them back, keeping it, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from imari_desk.desk.office.plans import Looked, Opened
from imari_desk.domain.plan_draft import Draft, Path, at, put
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.work import Work

_PAUSE = 350  # milliseconds without a key press before the draft is kept
_NOTHING = Opened("", 0, {}, {}, "", False, {}, "")
_MOST = 500  # steps that can be taken back


class Drafting(QObject):
    """One plan being edited.

    ``opened()``: another plan, or its draft anew. ``changed()``: the draft is another now;
    ``looked()``: what is wrong with it and what it changes is known; ``went(Path)``: a step was
    taken back, or made again, there. A draft is kept on the background, the last one of many.
    """

    opened = Signal()
    changed = Signal()
    looked = Signal()
    went = Signal(object)

    def __init__(self, hand: Hand, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand = hand
        self._work = Work(hand.background, self)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self.keep)
        self._undo: list[tuple[Draft, Path]] = []
        self._redo: list[tuple[Draft, Path]] = []
        self._typing: Path | None = None  # the field typed in just now: one step
        self._unkept = False
        self.plan = _NOTHING
        self.draft: Draft = {}
        self.found = Looked((), ())
        self.kept_at = ""

    # Opening

    def open(self, plan: str = "") -> None:
        """Bring a plan's draft, or its newest version as one; of the same plan, what is new."""
        self.keep()
        plans = self._hand.desk.office.plans
        self._hand.ask(lambda: plans.open(plan), self.show)

    def show(self, plan: Opened) -> None:
        """Go on with this one."""
        same = plan.plan == self.plan.plan and plan.draft == self.draft
        if not same:
            self._undo, self._redo = [], []
        self._typing = None
        self.plan, self.draft, self.kept_at = plan, plan.draft, plan.kept
        self.opened.emit()
        self._look()

    def replace(self, plan: Opened) -> None:
        """Take a draft that came from elsewhere in the place of this one, as one step."""
        if plan.plan == self.plan.plan:
            self._undo.append((self.draft, ()))
            self._redo = []
            self.draft = plan.draft
        self.show(plan)

    def at(self, path: Path) -> object:
        """What stands there."""
        return at(self.draft, path)

    @property
    def differs(self) -> bool:
        """Whether there is anything to be saved."""
        return self.draft != self.plan.base

    # Editing

    def put(self, path: Path, value: object) -> None:
        """Write what was typed at a place; typing on there is one step."""
        self.edit(put(self.draft, path, value), path, typing=True)

    def edit(self, draft: Draft, about: Path, *, typing: bool = False) -> None:
        """Let the draft be this one; ``about`` is where it changed."""
        if draft == self.draft:
            return
        if not (typing and self._typing == about):
            self._undo = [*self._undo[-_MOST:], (self.draft, about)]
        self._typing = about if typing else None
        self._redo = []
        self._become(draft)

    def rest(self) -> None:
        """A field was left: what is typed there next is another step."""
        self._typing = None
        self.keep()

    def undo(self) -> None:
        self._step(self._undo, self._redo)

    def redo(self) -> None:
        self._step(self._redo, self._undo)

    def _step(self, back: list[tuple[Draft, Path]], forth: list[tuple[Draft, Path]]) -> None:
        if not back:
            return
        draft, about = back.pop()
        forth.append((self.draft, about))
        self._typing = None
        self._become(draft)
        self.went.emit(about)

    def _become(self, draft: Draft) -> None:
        self.draft = draft
        self._unkept = True
        self._timer.start()
        self.changed.emit()

    # Keeping

    def keep(self) -> None:
        """Keep the draft now, if there is anything to keep."""
        if self._unkept:
            self._look()

    def _look(self) -> None:
        self._timer.stop()
        plan, draft, unkept = self.plan.plan, self.draft, self._unkept
        self._unkept = False
        plans = self._hand.desk.office.plans

        def done(found: Looked) -> None:
            if unkept:
                self.kept_at = self._hand.clock().isoformat(timespec="seconds")
            if draft is self.draft:
                self.found = found
                self.looked.emit()

        def failed(error: Exception) -> None:
            self._unkept = self._unkept or unkept
            self._hand.fail(error)

        self._work.ask(lambda: plans.look(plan, draft, keep=unkept), done, failed)
