"""The list of hearings: who is asked about what, to be copied or printed."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from imari_desk.desk.office.review_queue import QueueLine
from imari_desk.desk.office.reviewing import Reviewing
from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.kit import Button, Text, TextField
from imari_desk.gui.look.current import FAMILIES
from imari_desk.gui.office.hand import Hand
from imari_desk.gui.office.review.check_list import CheckLine
from imari_desk.gui.office.review.marks import STATES
from imari_desk.gui.office.review.panel import Panel

_COLUMNS = ("measure", "department", "questions", "marks")


class HearingPanel(Panel):
    """``wanted(str)``: look at that measure."""

    wanted = Signal(str)

    def __init__(self, hand: Hand, reviewing: Callable[[], Reviewing]) -> None:
        super().__init__(
            sentence("office.review.hearing_title"), sentence("office.review.hearing_about")
        )
        self._hand, self._reviewing = hand, reviewing
        self._heard: dict[str, tuple[QueueLine, str]] = {}
        self.name = Text("", "subject", wrap=True)
        self.marks = Text("", "small", wrap=True)
        self.questions = TextField(min_lines=4, max_lines=12)
        self.questions.set_names(sentence("office.review.questions"), "")
        self.look = Button(sentence("office.review.look_at"), "small", sign="eye")
        self.copy = Button(sentence("office.review.copy_list"), sign="doc")
        self.print = Button(sentence("office.review.print_list"), "primary", sign="print")
        for part in (self.name, self.marks, Text(sentence("office.review.questions"), "label")):
            self.side.addWidget(part)
        self.side.addWidget(self.questions)
        self.side.addLayout(Row(self.look, None))
        self.side.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.copy)
        self.foot.addWidget(self.print)
        self.list.model_.changed.connect(self._count)
        self.list.looked_at.connect(self._explain)
        self.list.entered_row.connect(lambda _index: self.questions.setFocus())
        self.questions.left.connect(self._keep)
        self.look.clicked.connect(lambda: self.wanted.emit(self._looked_at()))
        self.copy.clicked.connect(self.copy_list)
        self.print.clicked.connect(self.print_list)

    def refresh(self) -> None:
        """Bring the list."""
        year = self._hand.fiscal_year
        self._hand.ask(lambda: self._reviewing().hearings(year), self._show)

    def html(self) -> str:
        """The ticked ones as a table, with room for what is said."""
        year = fiscal_year_name(self._hand.fiscal_year)
        heads = "".join(
            f"<th>{escape(sentence(f'office.review.hearing_column.{name}'))}</th>"
            for name in (*_COLUMNS, "said")
        )
        rows = "".join(_row(*self._heard[key]) for key in self.list.model_.checked)
        title = escape(sentence("office.review.hearing_paper", year=year))
        style = "border-collapse:collapse"
        return (
            f'<h2>{title}</h2><table border="1" cellpadding="6" width="100%" style="{style}">'
            f"<tr>{heads}</tr>{rows}</table>"
        )

    def copy_list(self) -> None:
        """Put the ticked ones on the clipboard, a line each.

        As plain text alone: data made in Python would outlive Python on the clipboard.
        """
        told = (_told(*self._heard[key]) for key in self.list.model_.checked)
        QApplication.clipboard().setText("\n".join(told))
        self._hand.said.emit(sentence("office.review.copied"), "ok")

    def print_list(self) -> None:
        """Print the ticked ones through the system's dialog."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.document().print_(printer)

    def document(self) -> QTextDocument:
        """The list set for paper."""
        document = QTextDocument(self)
        face = document.defaultFont()
        face.setFamilies(FAMILIES)
        face.setPointSizeF(10.5)
        document.setDefaultFont(face)
        document.setHtml(self.html())
        return document

    def _show(self, heard: tuple[tuple[QueueLine, str], ...]) -> None:
        self._heard = {line.measure: (line, questions) for line, questions in heard}
        self.list.show_lines(tuple(_line(line, questions) for line, questions in heard))
        if not heard:
            self.name.setText(sentence("office.review.hearing_empty"))
            self.marks.setText("")
        for part in (self.questions, self.look):
            part.setVisible(bool(heard))
        self._explain(self._looked_at())

    def _looked_at(self) -> str:
        index = self.list.currentIndex()
        return self.list.model_.lines[index.row()].key if index.isValid() else ""

    def _explain(self, measure: str) -> None:
        if measure in self._heard:
            line, questions = self._heard[measure]
            self.name.setText(f"{line.measure}　{line.name}")
            self.marks.setText("\n".join(mark.text for mark in line.marks or ()))
            if not self.questions.page.hasFocus():
                self.questions.show_text(questions)

    def _keep(self) -> None:
        measure, text = self._looked_at(), self.questions.text()
        year = self._hand.fiscal_year
        if measure in self._heard and text != self._heard[measure][1]:
            self._hand.tell(
                lambda: self._reviewing().hear(measure, year, text), lambda _none: self.refresh()
            )

    def _count(self) -> None:
        any_ = bool(self.list.model_.checked)
        self.copy.setEnabled(any_)
        self.print.setEnabled(any_)


def _line(line: QueueLine, questions: str) -> CheckLine:
    return CheckLine(
        line.measure,
        f"{line.measure}　{line.name}",
        "　".join(filter(None, (line.department, " ".join(questions.split())))),
        checked=True,
        chip=line.state.value,
        look=STATES[line.state],
    )


def _told(line: QueueLine, questions: str) -> str:
    return "\t".join((line.measure, line.name, line.department, " ".join(questions.split())))


def _row(line: QueueLine, questions: str) -> str:
    marks = "、".join(mark.word for mark in line.marks or ())
    cells = (f"{line.measure} {line.name}", line.department, questions, marks, "")
    told = "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in cells)
    return f"<tr>{told}</tr>"
