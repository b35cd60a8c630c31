"""The page 印刷・公表."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.desk.office.papers import PaperKind, PaperOrder, PublicLine, Shown
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import DeskError
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Segments
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.page_head import PageHead
from imari_desk.gui.office.papers.choice import BOOK, Choice
from imari_desk.gui.office.papers.delivery import Delivery
from imari_desk.gui.office.papers.preview import Preview
from imari_desk.gui.office.papers.public_box import PublicBox
from imari_desk.gui.printing import Paper
from imari_desk.gui.work import Progress as Report
from imari_desk.gui.work import StoppedError, Work

_PAUSE = 250  # milliseconds without another choice before pages are made
_SIDE = (300, 360)
_WIDE = 1300
_FIRST, _MOST = 2, 40  # papers shown; all of them are printed and written


class PaperPage(QWidget):
    """Choose at the left, see in the middle, print or write with the buttons above."""

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._work = Work(hand.background, self)
        self._shown: Shown | None = None
        self._asked: tuple[int, PaperOrder | None] | None = None
        self._left = False  # whether more pages are to be made once the first are seen
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._make()
        self._lay_out()
        self._connect()
        look.follow(self._dress)

    def refresh(self) -> None:
        """Bring the measures of the year, and the pages of what is chosen."""
        self._asked = None
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._facts(year), self._show_facts)

    def handlers(self) -> dict[str, Callable[[], object]]:
        return {"print": self.print_out}

    def choose(self, kind: str) -> None:
        """Have that paper to be printed."""
        self.choice.choose(kind)

    # What is shown

    def _facts(self, year: int) -> tuple[int, int, tuple[PublicLine, ...]]:
        office = self._hand.desk.office
        return year, office.papers.last_year(year), office.papers.public(year)

    def _show_facts(self, found: tuple[int, int, tuple[PublicLine, ...]]) -> None:
        year, last_year, lines = found
        if year != self._hand.fiscal_year:
            return
        self._head.say(
            sentence("meeting.page.of_year", year=fiscal_year_name(year)),
            sentence("office.paper.of", count=len(lines)),
        )
        self.choice.picks.model.show_measures(lines)
        why = sentence("meeting.wrap.not_yet", year=fiscal_year_name(last_year))
        self.choice.allow_wrap_up(year == last_year, why)
        self.public.show_lines(lines)
        self._chosen()

    def _chosen(self) -> None:
        """Something else is to be printed: show what there is to say at once, the pages soon."""
        kind, order = self.choice.kind, self.choice.order
        self.public.setVisible(kind == PaperKind.PUBLIC.value)
        book = kind == BOOK
        self.print_button.setVisible(not book)
        self.paper.setVisible(not book)
        self.pdf_button.setText(sentence("office.paper.save_book" if book else "office.paper.pdf"))
        self.pdf_button.setEnabled(book or order is not None)
        self.print_button.setEnabled(order is not None)
        if order is None:
            self._timer.stop()
            self._asked, self._shown = None, None
            self.preview.say(sentence("office.paper.book" if book else "office.paper.pick_first"))
        elif self._asked != (self._hand.fiscal_year, order):
            self._timer.start()

    def _bring(self) -> None:
        """Make the pages; those of another choice that are still being made are given up."""
        year, order = self._hand.fiscal_year, self.choice.order
        if order is None:
            return
        if self._work.running:
            self._work.stop()
            self._timer.start()
            return
        self._asked = (year, order)
        self._shown, self._left = None, False
        self.preview.say(sentence("print.making"))
        self._make_pages(year, order, _FIRST)

    def _make_pages(self, year: int, order: PaperOrder, most: int) -> None:
        """The first pages come at once, the others after them."""
        asked = (year, order)

        def shown(found: Shown) -> None:
            if self._asked != asked:
                return
            self._shown = found
            self._left = bool(found.left) and most < _MOST
            self.preview.show_pages(found)

        def failed(error: Exception) -> None:
            if isinstance(error, StoppedError):
                self._asked = None  # made anew when somebody looks again
                return
            if not isinstance(error, DeskError):
                self._hand.broken.emit(error)
            elif self._asked == asked:
                self.preview.say(error.text)

        papers = self._hand.desk.office.papers
        self._hand.notebook.flush()
        self._work.start(lambda report: papers.show(year, order, most, report), shown, failed)

    def _make_rest(self) -> None:
        """One thread makes and draws pages: the first are drawn before the others are made."""
        if self._left and self._asked is not None and self._asked[1] is not None:
            self._left = False
            self._make_pages(self._asked[0], self._asked[1], _MOST)

    def _making(self, done: int, total: int) -> None:
        if total > 1:
            self.preview.note.setText(sentence("office.paper.making", done=done, total=total))

    # Out of here

    def print_out(self) -> None:
        """To the system's printer."""
        order = self.choice.order
        if order is not None:
            paper = Paper.A3 if self.paper.text() == Paper.A3.value else Paper.A4
            year = self._hand.fiscal_year
            self.delivery.paper(year, order, self._file_name(), paper, self._shown)

    def save(self) -> None:
        """As PDF, or the workbook as it is."""
        year, order = self._hand.fiscal_year, self.choice.order
        if order is not None:
            self.delivery.pdf(year, order, self._file_name())
        elif self.choice.kind == BOOK:
            desk, kinds = self._hand.desk, sentence("office.paper.book_kind")

            def write(path: Path, _report: Report) -> None:
                desk.consolidate(year, path)

            self.delivery.file(self._file_name(), kinds, ".xlsx", write)

    def publish(self) -> None:
        """Ask for a folder, write the public version there; it is 公表済 then."""
        title, start = sentence("office.paper.publish_folder"), str(self._hand.out_folder)
        chosen = QFileDialog.getExistingDirectory(self, title, start)
        if not chosen:
            return
        desk, year, folder = self._hand.desk, self._hand.fiscal_year, Path(chosen)

        def write(_report: Report) -> object:
            return desk.publish(year, folder)

        self.delivery.start(sentence("office.paper.publishing"), write, folder)

    def _file_name(self) -> str:
        kind = self.choice.kind
        return sentence(f"office.paper.file.{kind}", year=self._hand.fiscal_year)

    def _written(self, path: Path) -> None:
        if path.is_dir():  # published: other evaluations are 公表済 now
            self._hand.changed.emit()

    # Putting it together

    def _make(self) -> None:
        self.paper = Segments(tuple(paper.value for paper in Paper))
        self.paper.set_names(sentence("print.paper"), "")
        self.paper.show_text(Paper.A4.value)
        self.pdf_button = Button(sentence("office.paper.pdf"))
        self.print_button = Button(sentence("office.paper.print"), "primary")
        title = sentence("office.paper.title")
        self._head = PageHead(title, self.paper, self.pdf_button, self.print_button)
        self.delivery = Delivery(self._hand)
        self.choice, self.public = Choice(), PublicBox()
        self.preview = Preview(self._hand.background)
        self.setFocusProxy(self.choice.kinds[PaperKind.SHEETS.value])

    def _lay_out(self) -> None:
        self._page, self._body, self._right = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout()
        self._right.addWidget(self.public)
        self._right.addWidget(self.preview, 1)
        self._body.addWidget(self.choice)
        self._body.addLayout(self._right, 1)
        self._page.addWidget(self._head)
        self._page.addWidget(self.delivery)
        self._page.addLayout(self._body, 1)
        self.public.setVisible(False)

    def _connect(self) -> None:
        self.choice.changed.connect(self._chosen)
        self._timer.timeout.connect(self._bring)
        self._work.progressed.connect(self._making)
        self.preview.pages.drawn.connect(self._make_rest)
        self.print_button.clicked.connect(self.print_out)
        self.pdf_button.clicked.connect(self.save)
        self.public.publish_wanted.connect(self.publish)
        self.delivery.written.connect(self._written)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for the pages any more, and what is typed elsewhere must not either."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._timer.stop()
            self._work.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        wanted = (self._hand.fiscal_year, self.choice.order)
        if self.choice.order is not None and self._asked != wanted:
            self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, wide = _SIDE
        self.choice.setFixedWidth(look.px(wide if self.width() >= look.px(_WIDE) else narrow))

    def _dress(self) -> None:
        side, gap = look.px(24), look.px(16)
        self._page.setContentsMargins(0, 0, 0, side)
        self._page.setSpacing(look.px(8))
        self._body.setContentsMargins(side, 0, side, 0)
        self._body.setSpacing(gap)
        self._right.setSpacing(gap)
