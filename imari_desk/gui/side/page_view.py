"""One printed page on the screen, with the section being written framed on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imari_desk.domain.sheet_preview import CUT, Spot
from imari_desk.gui import look
from imari_desk.gui.side.pages import A4


class PageView(QWidget):
    """A page as wide as it is given room, as high as the paper's shape asks for."""

    def __init__(self, page: int = 0) -> None:
        super().__init__()
        self._page = page
        self._shape = A4
        self._image = QImage()
        self._spots: tuple[Spot, ...] = ()
        self._framed: frozenset[str] = frozenset()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def image(self) -> QImage:
        return self._image

    def show_page(self, image: QImage, spots: Iterable[Spot]) -> None:
        """Show another drawing of the page; until then the old one stays."""
        self._image = image
        self._spots = tuple(spot for spot in spots if spot.page == self._page)
        self.update()

    def set_shape(self, shape: tuple[float, float]) -> None:
        """The paper's width and height in millimetres, where it is not landscape A4."""
        if shape != self._shape:
            self._shape = shape
            self.updateGeometry()

    def frame(self, sections: Iterable[str]) -> None:
        """Frame what belongs to these sections."""
        self._framed = frozenset(sections)
        self.update()

    def boxes(self, *sections: str) -> list[QRectF]:
        """Where sections stand on the widget."""
        scale = self.width() / self._shape[0]
        return [
            QRectF(s.x * scale, s.y * scale, s.width * scale, s.height * scale)
            for s in self._spots
            if s.section in sections
        ]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self._shape[1] / self._shape[0])

    def sizeHint(self) -> QSize:
        return QSize(look.px(264), self.heightForWidth(look.px(264)))

    def minimumSizeHint(self) -> QSize:
        return QSize(look.px(120), self.heightForWidth(look.px(120)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(0, 0, self.width(), self.heightForWidth(self.width()))
        painter.fillRect(box, QColor("white"))
        if not self._image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(box, self._image, QRectF(self._image.rect()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours, wide = look.tokens(), self.width() / look.px(400)
        # On paper, which is white in the dark as well: the light set's ink.
        self._outline(painter, self.boxes(*self._framed), "#0017c1", max(1.5, 2 * wide))
        self._outline(painter, self.boxes(CUT), "#8b3200", max(1.5, 2 * wide), dashed=True)
        painter.setPen(QPen(QColor(colours.grid), 1))
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    @staticmethod
    def _outline(
        painter: QPainter, boxes: list[QRectF], ink: str, width: float, *, dashed: bool = False
    ) -> None:
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(ink), width, style))
        tint = QColor(ink)
        tint.setAlphaF(0.05)
        painter.setBrush(tint)
        for box in boxes:
            painter.drawRoundedRect(box, 2, 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
