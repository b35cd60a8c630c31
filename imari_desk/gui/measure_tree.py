"""The rows of the list: moved through by keys, opened by Enter or a click."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QTreeView, QWidget

from imari_desk.gui.look import follow, px
from imari_desk.gui.measure_delegate import MeasureDelegate
from imari_desk.gui.measure_model import Index, MeasureModel, Role

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_NOWHERE = QModelIndex()


class MeasureTree(QTreeView):
    """Keys move a line around one row; the row of the open page stays filled.

    Signals: ``opened(str)`` the code of the measure to open.
    """

    opened = Signal(str)

    def __init__(self, model: MeasureModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setViewport(QWidget())  # of one not made here Python looks for its kind
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._rows = model
        self._painter = MeasureDelegate(self)
        self._typed = ""
        self._pause = QTimer(self, singleShot=True, interval=QApplication.keyboardInputInterval())
        self._pause.timeout.connect(self._forget_typed)
        self.setItemDelegate(self._painter)
        self._set_up()
        self.setModel(model)
        model.modelReset.connect(self._unfolded)
        self.clicked.connect(self._open)
        self._unfolded()
        follow(self._dress)

    def show_opened(self, code: str) -> None:
        """Fill the row of the open page and bring it into view."""
        self._painter.opened = code
        place = self._rows.place_of(code)
        if place.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(place, flag)
            self.scrollTo(place)
        else:
            self.selectionModel().clear()
        self.viewport().update()

    def set_narrow(self, narrow: bool) -> None:
        """Only codes and signs, or whole rows."""
        self._painter.narrow = narrow
        self._measure_rows()

    def move_to_first(self) -> None:
        """Put the line around the first row, unless it is around one already."""
        places = self._rows.places()
        if places and not self.currentIndex().isValid():
            self.setCurrentIndex(places[0])

    # What Qt asks

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """The selected row is the open page; keys and clicks alone do not change it."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not (event.key() == Qt.Key.Key_Space and self._typed):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Type-ahead: the code, its number, or the beginning of the name."""
        self._typed += _plain(search)
        self._pause.start()
        places = self._rows.places()
        here = self.currentIndex()
        start = places.index(here) if here in places else 0
        fresh = len(self._typed) == 1  # the same letter again goes on to the next
        order = places[start + fresh :] + places[: start + fresh]
        found = next((p for p in order if self._begins(p)), None)
        if found is not None:
            self.setCurrentIndex(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure_rows()
        self._show_from_top()

    def _begins(self, place: QModelIndex) -> bool:
        line = place.data(Role.LINE)
        code = _plain(line.measure)
        beginnings = (code, code.rpartition("-")[2], _plain(line.name))
        return any(text.startswith(self._typed) for text in beginnings)

    def _forget_typed(self) -> None:
        self._typed = ""

    def _open(self, place: Index) -> None:
        line = place.data(Role.LINE) if place.isValid() else None
        if line is not None:
            self.opened.emit(line.measure)

    def _unfolded(self) -> None:
        self.expandAll()
        self.show_opened(self._painter.opened)
        self._show_from_top()

    def _show_from_top(self) -> None:
        """Scroll as little as shows the open page's row, so that headings stay in sight."""
        self.doItemsLayout()
        self.scrollToTop()
        self.scrollTo(self._rows.place_of(self._painter.opened))

    def _measure_rows(self) -> None:
        """Rows keep clear of the scroll bar whether or not there is one."""
        self._painter.width = self.width() - px(14)
        self.scheduleDelayedItemsLayout()

    def _dress(self) -> None:
        self._measure_rows()
        self.verticalScrollBar().setSingleStep(px(24))

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("ring", False)  # the row under the keys has it


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
