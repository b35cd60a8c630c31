"""The bar below: 所見, and the steps that may be taken now."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imari_desk.desk.office.reviewing import ReviewPage
from imari_desk.domain.states import SETTLED, OfficeState
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.arrange import Column
from imari_desk.gui.kit import Button, LineField, Rule, Text, TextField
from imari_desk.gui.look import px

_LIMIT = 300
_NARROW = 760  # below this width the buttons stand below the words


class _Reason(LineField):
    """The reason of a 訂正. Enter opens the evaluation again, Escape leaves it as it is."""

    given = Signal()
    stopped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.given.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
        else:
            super().keyPressEvent(event)


class Bar(QWidget):
    """``staged(OfficeState, bool on)``: a step, and whether to go on to the next one;
    ``view_typed(str)``, ``view_left()``; ``correction_wanted(str reason)``.
    """

    staged = Signal(object, bool)
    view_typed = Signal(str)
    view_left = Signal()
    correction_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def show_page(self, page: ReviewPage, *, another: bool, open_: bool) -> None:
        """Show the office's view, and the steps that may follow."""
        stored = page.leaf.evaluation.value("office_view")
        if another or not self.view.page.hasFocus():
            self.view.show_text(stored)
        locked = "" if open_ else sentence("office.review.settled")
        self.view.set_locked(not open_, locked)
        may = page.may
        code = "office.review.give_back_with" if page.remarks else "office.review.give_back"
        self.back.setText(sentence(code, count=page.remarks))
        self.back.setVisible(OfficeState.RETURNED in may and page.state not in SETTLED)
        self.check.setVisible(OfficeState.CHECKED in may and page.state is not OfficeState.CHECKED)
        self.following.setVisible(not self.check.isVisibleTo(self))
        self.correct.setVisible(page.correctable)
        if another or not page.correctable:
            self.stop_correcting()

    def start_correcting(self) -> None:
        """Ask for the reason, where one reads."""
        self._correcting.show()
        self.reason.show_text("")
        self.reason.setFocus()

    def stop_correcting(self) -> None:
        """Leave the evaluation as it is."""
        self._correcting.hide()

    def _make(self) -> None:
        self.label = Text(sentence("office.review.view"), "label")
        self.view = TextField(_LIMIT, min_lines=1, max_lines=2)
        self.view.set_names(sentence("office.review.view"), "")
        self.back = Button(sentence("office.review.give_back"), sign="back")
        self.check = Button(sentence("office.review.check_next"), "primary", sign="check")
        self.following = Button(sentence("office.review.next_waiting"), "primary")
        self.correct = Button(sentence("office.review.correct"), sign="pencil")
        self._correcting = QWidget()
        self.reason = _Reason()
        self.reason.set_names(
            sentence("office.review.reason"), sentence("office.review.reason_help")
        )
        self._reopen = Button(sentence("office.review.reopen"), "small")
        self._stop = Button(sentence("office.review.stop"), "small")

    def _lay_out(self) -> None:
        self._line, self._second = QHBoxLayout(), QHBoxLayout(self._correcting)
        words = QHBoxLayout()
        words.addWidget(self.label)
        words.addWidget(self.view, 1)
        words.addWidget(self.view.counter)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.back, self.correct, self.following, self.check):
            buttons.addWidget(button)
        self._rows = (words, buttons)
        self._line.addLayout(words, 1)
        self._line.addLayout(buttons)
        self._second.setContentsMargins(0, 0, 0, 0)
        self._second.addWidget(Text(sentence("office.review.reason"), "label"))
        self._second.addWidget(self.reason, 1)
        self._second.addWidget(Text(sentence("office.review.reason_help"), "support"))
        self._second.addWidget(self._stop)
        self._second.addWidget(self._reopen)
        self._correcting.hide()
        self._column = Column(self._correcting, self._line, gap=8, margins=(20, 10, 20, 10))
        whole = Column(Rule(), self._column, gap=0)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.view.edited.connect(self.view_typed)
        self.view.left.connect(self.view_left)
        self.back.clicked.connect(lambda: self.staged.emit(OfficeState.RETURNED, True))
        self.check.clicked.connect(lambda: self.staged.emit(OfficeState.CHECKED, True))
        self.following.clicked.connect(lambda: self.staged.emit(None, True))
        self.correct.clicked.connect(self.start_correcting)
        self.reason.given.connect(self._correct)
        self.reason.stopped.connect(self._stopped)
        self._reopen.clicked.connect(self._correct)
        self._stop.clicked.connect(self._stopped)

    def _correct(self) -> None:
        self.correction_wanted.emit(self.reason.text())

    def _stopped(self) -> None:
        self.stop_correcting()
        self.correct.setFocus()

    def minimumSizeHint(self) -> QSize:
        """The buttons can go below the words."""
        least = max(row.minimumSize().width() for row in self._rows)
        return QSize(least + px(40), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        narrow = event.size().width() < px(_NARROW)
        self._line.setDirection(direction.TopToBottom if narrow else direction.LeftToRight)

    def _dress(self) -> None:
        for row in self._rows:
            row.setSpacing(px(10))
        self._line.setSpacing(px(10))
        self._second.setSpacing(px(10))
