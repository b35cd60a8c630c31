"""What the panels beside the review share: a head with the way back, a list, a side."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.kit import Button, Card, LineMessage, Text
from imari_desk.gui.look import px
from imari_desk.gui.office.review.check_list import CheckList

_NARROW = 740  # below this width the side stands below the list


def scrolled(inside: QWidget) -> QScrollArea:
    """The widget in an area that scrolls up and down where it has to."""
    inside.setProperty("kit", "scrolled")
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


class Panel(QWidget):
    """``above`` stands over the list, ``side`` beside it, ``foot`` below both.

    ``shares`` of list and side; ``closed()``: back to the review. Escape does it too.
    """

    closed = Signal()

    def __init__(self, title: str, about: str, shares: tuple[int, int] = (60, 40)) -> None:
        super().__init__()
        self._shares = shares
        self.list = CheckList(title)
        self.said, self.message = Text(about, "support", wrap=True), LineMessage()
        self.every = Button(sentence("office.review.check_all"), "link")
        self.none = Button(sentence("office.review.check_none"), "link")
        self.back = Button(sentence("office.review.back"), sign="chevron_left")
        self._list_card, self._side_card = Card(), Card()
        self.above, self.foot = QVBoxLayout(), QHBoxLayout()
        self._title = Text(title, "head")
        self._lay_out_list()
        self.side = self._lay_out_side()
        self._lay_out_page()
        self.setFocusProxy(self.list)
        self.back.clicked.connect(self.closed)
        self.every.clicked.connect(lambda: self.list.model_.check_all(True))
        self.none.clicked.connect(lambda: self.list.model_.check_all(False))
        escape = QShortcut(QKeySequence("Escape"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        look.follow(self._dress)

    def _lay_out_list(self) -> None:
        column = QVBoxLayout(self._list_card)
        self._list_column, self._ticks = column, QHBoxLayout()
        column.addLayout(self.above)
        self._ticks.addWidget(self.every)
        self._ticks.addWidget(self.none)
        self._ticks.addStretch(1)
        column.addLayout(self._ticks)
        column.addWidget(self.list, 1)

    def _lay_out_side(self) -> QVBoxLayout:
        inside = QWidget()
        side = QVBoxLayout(inside)
        self._side_column = QVBoxLayout(self._side_card)
        self._side_column.addWidget(scrolled(inside))
        return side

    def _lay_out_page(self) -> None:
        self._top = QHBoxLayout()
        self._top.addWidget(self.back)
        self._top.addWidget(self._title)
        self._top.addStretch(1)
        self.body = QSplitter(Qt.Orientation.Horizontal)
        self.body.addWidget(self._list_card)
        self.body.addWidget(self._side_card)
        self.body.setChildrenCollapsible(False)
        for place, share in enumerate(self._shares):
            self.body.setStretchFactor(place, share)
        self._page = QVBoxLayout(self)
        self._page.addLayout(self._top)
        self._page.addWidget(self.said)
        self._page.addWidget(self.message)
        self._area = scrolled(self.body)
        self._page.addWidget(self._area, 1)
        self._page.addLayout(self.foot)

    def minimumSizeHint(self) -> QSize:
        """List and side can stand below one another, and scroll."""
        return QSize(px(380), px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < px(_NARROW)
        across = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self.body.orientation() is not across:
            self.body.setOrientation(across)
            self.body.setSizes([px(10 * share) for share in self._shares])
        self.body.setMinimumHeight(px(560) if narrow else 0)

    def _dress(self) -> None:
        self._page.setContentsMargins(px(24), 0, px(24), px(16))
        self._page.setSpacing(px(12))
        self._top.setSpacing(px(12))
        self.body.setHandleWidth(px(12))
        side = px(14)
        self._list_column.setContentsMargins(1, px(12), 1, px(4))
        self.above.setContentsMargins(side, 0, side, 0)
        self.above.setSpacing(px(8))
        self._ticks.setContentsMargins(side, 0, side, 0)
        self._side_column.setContentsMargins(px(6), px(6), px(6), px(6))
        self.side.setContentsMargins(px(12), px(10), px(12), px(10))
        self.side.setSpacing(px(8))
        self.foot.setSpacing(px(12))
        self.body.setSizes([px(10 * share) for share in self._shares])
        self._list_card.setMinimumWidth(px(300))
        self.list.setMinimumHeight(px(130))
        self._side_card.setMinimumWidth(px(300))
