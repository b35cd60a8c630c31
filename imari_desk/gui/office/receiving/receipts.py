"""受領書 of what was taken in: one a 課, to be copied into a mail or kept as a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QSplitter, QTextEdit, QVBoxLayout, QWidget

from imari_desk.desk.office.receipts import Receipt
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.difference_view import lead
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Row
from imari_desk.gui.kit import Button, Card, Text

_APART = "\n\n" + "―" * 20 + "\n\n"
_DOTS = 300  # an inch of the PDF


class ReceiptsView(QWidget):
    """The 課 at the left, the receipt of the chosen one at the right.

    ``said(str)``: something was copied; ``pdf_wanted()``.
    """

    said = Signal(str)
    pdf_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._receipts: tuple[Receipt, ...] = ()
        self.lines, self.rows = LineList(), Rows()
        self.rows.setModel(self.lines)
        self.rows.setItemDelegate(LineDelegate(self.rows))
        self.rows.setAccessibleName(sentence("office.receiving.receipts"))
        self.text = QTextEdit(readOnly=True)
        self.text.setAccessibleName(sentence("office.receiving.receipt"))
        self.text.setTabChangesFocus(True)
        self.copy_button = Button(sentence("office.receiving.copy_receipt"))
        self.copy_all = Button(sentence("office.receiving.copy_receipts"))
        self.pdf_button = Button(sentence("office.receiving.pdf_receipts"))
        self._left, self._right = Card(), Card()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.rows.selectionModel().currentChanged.connect(self._show_chosen)
        self.copy_button.clicked.connect(self._copy)
        self.copy_all.clicked.connect(self._copy_all)
        self.pdf_button.clicked.connect(self.pdf_wanted)
        look.follow(self._dress)

    def show_receipts(self, receipts: Sequence[Receipt]) -> None:
        """Show these, the first chosen."""
        self._receipts = tuple(receipts)
        self.lines.show([_line(one) for one in receipts])
        if receipts:
            self.rows.setCurrentIndex(self.lines.index(0))
        self._show_chosen()

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        return self._receipts

    def _show_chosen(self) -> None:
        row = self.rows.currentIndex().row()
        there = 0 <= row < len(self._receipts)
        self.text.setPlainText(self._receipts[row].text if there else "")
        lead(self.text.document())
        self.copy_button.setVisible(there)

    def _copy(self) -> None:
        row = self.rows.currentIndex().row()
        QGuiApplication.clipboard().setText(self._receipts[row].text)
        self.said.emit(sentence("office.receiving.receipt_copied"))

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(_APART.join(r.text for r in self._receipts))
        self.said.emit(sentence("office.receiving.receipts_copied", count=len(self._receipts)))

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(self._left), QVBoxLayout(self._right)
        self._inner = (left, right)
        left.addWidget(Text(sentence("office.receiving.receipts"), "head"))
        left.addWidget(self.rows, 1)
        right.addWidget(self.text, 1)
        right.addLayout(Row(self.pdf_button, self.copy_all, None, self.copy_button))
        self._split.addWidget(self._left)
        self._split.addWidget(self._right)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(0, 2)
        self._split.setStretchFactor(1, 3)
        self._split.setSizes([2000, 3000])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._split)

    def _dress(self) -> None:
        self._split.setHandleWidth(look.px(12))
        for one in self._inner:
            one.setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12))
            one.setSpacing(look.px(8))


def _line(one: Receipt) -> Line:
    facts = {"files": len(one.files), "measures": len(one.measures)}
    said = sentence("office.receiving.receipt_line", **facts)
    chip: ChipText | None = None
    if one.unclear:
        text = sentence("office.receiving.receipt_unclear", count=one.unclear)
        chip = (text, "note", "question")
    return Line(Kind.REMARK, one.department, said, chip=chip)


def write_pdf(receipts: Sequence[Receipt], path: Path) -> None:
    """A PDF with a page for each 課."""
    document = QTextDocument()
    document.setDefaultFont(look.font(16))
    cursor = QTextCursor(document)
    for n, one in enumerate(receipts):
        shape = QTextBlockFormat()
        shape.setLineHeight(150, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        title, _, rest = one.text.partition("\n")
        head = QTextBlockFormat(shape)
        head.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if n:
            head.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.insertBlock(head)
        else:
            cursor.setBlockFormat(head)
        large = cursor.charFormat()
        large.setFont(look.font(22, bold=True))
        cursor.insertText(title, large)
        cursor.insertBlock(shape)
        small = cursor.charFormat()
        small.setFont(look.font(16))
        cursor.insertText(rest, small)
    writer = QPdfWriter(str(path))
    writer.setResolution(_DOTS)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(22, 22, 22, 22),
        QPageLayout.Unit.Millimeter,
    )
    writer.setPageLayout(page)
    document.setPageSize(QSizeF(writer.width(), writer.height()) * 96 / _DOTS)
    document.print_(writer)
