"""The window itself: there and painted at once, filled when what fills it has been imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imari_desk.gui.empty_window import EmptyWindow
from imari_desk.gui.settings import Settings
from imari_desk.places import DATABASE

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from imari_desk.gui.background import Background
    from imari_desk.gui.frame import Frame
    from imari_desk.gui.listener import Listener

FIRST_SIZE = QSize(1366, 720)
LEAST_SIZE = QSize(640, 480)


class MainWindow(QWidget):
    """One window, one data folder; ``files`` are taken in once its desk is open.

    ``painted()``: the empty window has reached the screen; ``furnished()``: its frame is made,
    not yet dressed; ``usable()``: there is something to work on; ``broken(Exception)``: our own
    mistake; ``look_chosen()``: zoom or colours in the settings are others now.
    """

    painted = Signal()
    furnished = Signal()
    usable = Signal()
    broken = Signal(object)
    look_chosen = Signal()

    def __init__(self, settings: Settings, files: Sequence[Path] = ()) -> None:
        super().__init__()
        self.settings = settings
        self.frame: Frame | None = None
        self._files = tuple(files)
        self._may_close = self._closed = False
        self._listener: Listener | None = None
        # A timer of its own comes after the paint that waits; singleShot would come before it.
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._make_rest)
        self.setMinimumSize(LEAST_SIZE)
        if not self.restoreGeometry(settings.geometry):
            self.resize(FIRST_SIZE)
        self.setWindowTitle(settings.window_title)
        self.setAcceptDrops(True)
        there = (settings.folder / DATABASE).is_file()
        department = settings.title[0] if there else None
        self._empty = EmptyWindow(self, department, office=bool(settings.page))
        self._empty.painted.connect(self.painted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._empty)

    def begin(self, background: Background | None = None) -> None:
        """Make what fills the window. Called once the empty one has been painted."""
        from imari_desk.gui.background import Background
        from imari_desk.gui.frame import Frame

        self._background = background or Background(self)
        self.frame = Frame(self, self.settings, self._files, self._background)
        self.frame.filling.connect(self._put_in_place)
        self.frame.usable.connect(self._show_frame)
        self.frame.broken.connect(self.broken)
        self.frame.look_chosen.connect(self.look_chosen)
        self.frame.titled.connect(self.setWindowTitle)
        self.frame.leaving.connect(self.close_for_good)
        self.frame.begin()

    def _put_in_place(self) -> None:
        """Dress the frame and put it into the window; a second call does nothing.

        Before the frame is filled: what is in a widget is dressed again when that is moved.
        """
        frame = self.frame
        if frame is None or frame.parentWidget() is self:
            return
        from imari_desk.gui.kit import FocusRing

        self.furnished.emit()
        self._empty.hide()
        self._empty.deleteLater()
        self._column.addWidget(frame)
        self._ring = FocusRing(self)

    def _show_frame(self) -> None:
        """Put the focus where work begins, and say that the window can be used."""
        self._put_in_place()
        if self.frame is not None:
            self.frame.enter()
        self.usable.emit()
        self._rest.start()

    def _make_rest(self) -> None:
        """What nobody waits for; from now on a second start brings this window to the front."""
        from imari_desk.gui.listener import Listener

        if self.frame is not None:
            self.frame.make_rest()
        if self._listener is None and not self._closed:
            self._listener = Listener(self.settings.folder, self._background, self)
            self._listener.called.connect(self.come_forward)

    def come_forward(self, files: Sequence[Path] = ()) -> None:
        """Be in sight, with the focus, and take in these files."""
        from PySide6.QtCore import Qt

        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if files and self.frame is not None:
            self.frame.take_in(files)

    def save_now(self) -> None:
        """Write what is typed, waiting for it: the session ends, or the program is broken."""
        if self.frame is not None:
            self.frame.saving.save_now()

    def tell_crash(self, text: str, log: Path | None) -> None:
        """Show what went wrong in the program itself."""
        from imari_desk.gui.crash_dialog import CrashDialog

        saved = self.frame is None or not self.frame.saving.unsaved_text()
        CrashDialog(text, log, saved=saved, parent=self).exec()

    # What Qt asks

    def focusNextPrevChild(self, next: bool) -> bool:
        if self.frame is not None:
            from PySide6.QtCore import Qt

            from imari_desk.gui.tab_walk import following

            if self.frame.workplace is not None:
                self.frame.workplace.pane.form.make_all()
            stop = following(self.frame, self.focusWidget(), next)
            if stop is not None:
                reason = Qt.FocusReason
                stop.setFocus(reason.TabFocusReason if next else reason.BacktabFocusReason)
                return True
        return super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.frame is not None and not self._may_close:
            event.ignore()
            QTimer.singleShot(0, self.frame.leave)
            return
        self._closed = True
        if self._listener is not None:
            self._listener.end()
        if self.frame is not None:
            self.frame.close_desk()
            self._background.finish()
        self.settings.geometry = self.saveGeometry()
        self.settings.window_title = self.windowTitle()
        self.settings.save()
        event.accept()

    def close_for_good(self) -> None:
        """Close, whether everything is saved or was given up."""
        self._may_close = True
        self.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self.frame is not None and not self.isActiveWindow():
            self.frame.saving.save()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = _files_of(event)
        if paths and self.frame is not None:
            event.acceptProposedAction()
            self.frame.take_in(paths)


def _files_of(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
