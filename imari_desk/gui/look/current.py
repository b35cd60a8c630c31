"""The look in force: one of the two sets of colours, and how much everything is enlarged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from imari_desk.gui.look.colours import DARK, LIGHT, Tokens, Tone
from imari_desk.gui.look.stylesheet import stylesheet

FAMILIES = ["BIZ UDPGothic", "Noto Sans CJK JP"]
STYLE = ("-style", "fusion")  # words to the application: the style it begins with
STYLED = "fusion"  # a property of the application that has it
BODY = 16  # pixels of text at 100 %


class _Look(QObject):
    """What is in force now; ``changed`` after everything below it was set anew."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.zoom = 1.0


_now = _Look()


def tokens() -> Tokens:
    """The colours in force."""
    return _now.tokens


def tone(name: Tone) -> tuple[str, str]:
    """Ink and tint of a tone, #rrggbb each."""
    return getattr(_now.tokens, name), getattr(_now.tokens, f"{name}_tint")


def is_dark() -> bool:
    return _now.tokens is DARK


def zoom() -> float:
    """1.0 is 100 %."""
    return _now.zoom


def px(n: float) -> int:
    """A length of n pixels at 100 %, at the zoom in force; nothing that is there vanishes."""
    return max(1, round(n * _now.zoom)) if n > 0 else round(n * _now.zoom)


def font(size: int = BODY, bold: bool = False) -> QFont:
    """The house's type, ``size`` in pixels at 100 %."""
    made = QFont(FAMILIES)
    made.setPixelSize(px(size))
    made.setBold(bold)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def follow(dress: Callable[[], None]) -> None:
    """Call it now and whenever the look changes. Give a method of a widget: it ends with it."""
    dress()
    _now.changed.connect(dress)


def choose(*, dark: bool, zoom: float) -> None:
    """Say which colours and sizes are in force, without dressing anything: what is painted by
    hand before there are any widgets needs no more.
    """
    _now.tokens, _now.zoom = (DARK if dark else LIGHT), zoom


def ground(app: QApplication) -> None:
    """Style, colours and type as chosen: what widgets have to find when they are made."""
    if not app.property(STYLED):  # getting a style makes all of Qt's enumerations of styles
        app.setStyle("Fusion")
        app.setProperty(STYLED, True)
    app.setPalette(_palette(_now.tokens))
    app.setFont(font())


def dress(app: QApplication) -> None:
    """The style sheet as chosen. It may come when the widgets are put together already."""
    app.setStyleSheet(stylesheet(_now.tokens, px))


def apply(app: QApplication, *, dark: bool, zoom: float) -> None:
    """Put a look in force, at the start or while windows are open."""
    choose(dark=dark, zoom=zoom)
    app.setProperty(STYLED, False)  # a style of its own anew: widgets still hold on to the old one
    ground(app)
    dress(app)
    _now.changed.emit()
    for widget in app.allWidgets():  # what is painted by hand reads colours and sizes as it paints
        widget.updateGeometry()
        widget.update()


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for place, colour in (
        (role.Window, colours.page),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.well),
        (role.Text, colours.text),
        (role.Button, colours.surface),
        (role.ButtonText, colours.text),
        (role.Highlight, colours.primary),
        (role.HighlightedText, colours.on_primary),
        (role.PlaceholderText, colours.support),
        (role.ToolTipBase, colours.surface),
        (role.ToolTipText, colours.text),
        (role.Link, colours.primary),
        (role.LinkVisited, colours.primary),
        (role.Accent, colours.primary),
    ):
        palette.setColor(place, QColor(colour))
    for place in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colours.support))
    return palette
