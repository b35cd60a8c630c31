"""How the parts of a field lie, in much room and in little."""

from __future__ import annotations

from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from imari_desk.gui import look
from imari_desk.gui.form.arrange import Grid
from imari_desk.gui.form.events_table import EventsTable
from imari_desk.gui.form.field_head import FieldHead
from imari_desk.gui.form.last_year import LastYearBox, LastYearLine
from imari_desk.gui.kit import Editor, LineField, TextField
from imari_desk.gui.kit.keys import show_in_place


class Placement(Enum):
    """How a field's parts lie."""

    ABOVE = "above"  # the label above the input
    WIDE_LABEL = "wide label"  # the label takes the room, the input stands at its right
    WIDE_INPUT = "wide input"  # a short label, the input takes the room
    PAIR = "pair"  # the label above, last year's answer beside the input
    BARE = "bare"  # the input says itself what it is


_NARROW = {Placement.PAIR: 560, Placement.WIDE_LABEL: 480, Placement.WIDE_INPUT: 320}
_STRETCHING = (LineField, TextField, EventsTable)
_NO_LIMIT = 16777215  # what Qt takes for no maximum
_TOP = Qt.AlignmentFlag.AlignTop
_LEFT = Qt.AlignmentFlag.AlignLeft
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class Placing(QObject):
    """Puts head, input, last year's answer and remarks of a field into the cells of its grid."""

    def __init__(
        self,
        field: QWidget,
        placement: Placement,
        editor: Editor,
        head: FieldHead,
        past: LastYearBox | LastYearLine,
    ) -> None:
        super().__init__(field)
        self._placement, self._editor = placement, editor
        self._head, self._past = head, past
        self._narrow = False
        self._grid = Grid(across=16 if placement is Placement.PAIR else 12)
        field.setLayout(self._grid)
        if placement is Placement.PAIR:
            self._grid.setColumnStretch(0, 62)
            self._grid.setColumnStretch(1, 38)
        if placement is Placement.WIDE_INPUT:
            head.label.setWordWrap(False)
            head.stand_beside()
        if isinstance(past, LastYearBox) and isinstance(editor, TextField):
            past.box.needs.connect(self._keep_level)
            editor.page.installEventFilter(self)
        self._arrange()

    def add_below(self, remarks: QWidget) -> None:
        """Put the remarks below everything."""
        self._grid.addWidget(remarks, 4, 0, 1, 2)

    def fit(self, width: int) -> None:
        """The field is that wide now."""
        narrow = width < look.px(_NARROW.get(self._placement, 0))
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def least_width(self, least: int) -> int:
        """What stands beside can go below: then the widest part is what is needed."""
        if self._placement not in (Placement.PAIR, Placement.WIDE_LABEL):
            return least
        parts = (self._head, self._editor.widget(), self._past)
        return max(part.minimumSizeHint().width() for part in parts)

    def show_input(self, wanted: bool) -> None:
        """Show the input and what stands beside it, or hide both."""
        show_in_place(self._editor.widget(), wanted)
        if isinstance(self._past, LastYearBox):
            self._past.setVisible(wanted)
            self._past.box.setVisible(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Last year's text stands at the same height as this year's."""
        past = self._past
        if event.type() == QEvent.Type.Resize and isinstance(past, LastYearBox):
            height = cast("QWidget", watched).height()
            if not self._narrow:
                past.box.setFixedHeight(height)
        return False

    def _keep_level(self, height: int) -> None:
        """The input is as high as last year's text beside it needs."""
        if isinstance(self._editor, TextField):
            self._editor.keep_high(0 if self._narrow else height)

    def _arrange(self) -> None:
        widget, past = self._editor.widget(), self._past
        if self._placement is Placement.BARE:
            self._grid.addWidget(widget, 0, 0, _LEFT)
            for unseen in (self._head, past):
                unseen.setParent(self._grid.parentWidget())
                unseen.hide()
        elif isinstance(past, LastYearBox):
            self._arrange_pair(past)
        elif self._narrow or self._placement is Placement.ABOVE:
            self._grid.addWidget(self._head, 0, 0, 1, 2)
            self._grid.addWidget(widget, 1, 0, 1, 2, self._align)
            self._grid.addWidget(past, 3, 0, 1, 2)
        else:
            self._arrange_beside(past)

    def _arrange_beside(self, past: LastYearLine) -> None:
        text = isinstance(self._editor, TextField)  # has a counter below it
        self._grid.addWidget(self._head, 0, 0, _TOP if text else _MIDDLE)
        self._grid.addWidget(self._editor.widget(), 0, 1, self._align | _MIDDLE)
        wide_label = self._placement is Placement.WIDE_LABEL
        self._grid.setColumnStretch(0 if wide_label else 1, 1)
        self._grid.addWidget(past, 3, 0, 1, 2)

    def _arrange_pair(self, past: LastYearBox) -> None:
        grid, widget = self._grid, self._editor.widget()
        grid.addWidget(self._head, 0, 0)
        if self._narrow:
            past.box.setMinimumHeight(0)
            past.box.setMaximumHeight(_NO_LIMIT)
            self._keep_level(0)
            grid.addWidget(widget, 1, 0, 1, 2)
            grid.addWidget(past, 2, 0, 1, 2)
            grid.addWidget(past.box, 3, 0, 1, 2)
        else:
            grid.addWidget(widget, 1, 0)
            grid.addWidget(past, 0, 1)
            grid.addWidget(past.box, 1, 1, _TOP)

    @property
    def _align(self) -> Qt.AlignmentFlag:
        """An input of its own width stands at the left."""
        fills = isinstance(self._editor, _STRETCHING)
        return Qt.AlignmentFlag(0) if fills else _LEFT
