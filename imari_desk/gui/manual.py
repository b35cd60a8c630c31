"""The manuals: which place of them speaks of what is looked at, and how it is opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from imari_desk.domain.words import sentence
from imari_desk.places import packaged

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Place(NamedTuple):
    """A place in a manual."""

    manual: str
    anchor: str

    @property
    def file(self) -> str:
        """The file that leads there, below the folder of the manuals."""
        return f"place/{self.manual}-{self.anchor}.html"


# Parts of a page, by their class: meant where the focus is in them.
PARTS: dict[str, Place] = {
    "MilestonesSection": Place("clerk", "milestones"),
    "IndicatorsSection": Place("clerk", "indicators"),
    "GradeSection": Place("clerk", "grade"),
    "TextsSection": Place("clerk", "texts"),
    "DirectionSection": Place("clerk", "direction"),
    "WrapUpSection": Place("clerk", "wrap-up"),
    "MeansSection": Place("clerk", "means"),
    "SignatureSection": Place("clerk", "signature"),
    "MeasureList": Place("clerk", "window"),
    "SideColumn": Place("clerk", "checks"),
}
# Pages and windows. Of two that are in sight the upper one is meant.
PLACES: dict[str, Place] = {
    # Windows of their own
    "SheetWindow": Place("clerk", "print"),
    "HistoryWindow": Place("clerk", "history"),
    "GlossaryWindow": Place("clerk", "words"),
    "ListWindow": Place("clerk", "history"),
    "SelfCheckWindow": Place("it", "trouble"),
    "CrashDialog": Place("it", "trouble"),
    "HelpWindow": Place("clerk", "keys"),
    "Room": Place("office", "room"),
    # A clerk
    "SubmitPage": Place("clerk", "submit"),
    "HandoverPage": Place("clerk", "handover"),
    "ImportPage": Place("clerk", "import"),
    "Form": Place("clerk", "window"),
    # The office
    "SendPanel": Place("office", "returning"),
    "ConfirmPanel": Place("office", "confirming"),
    "HearingPanel": Place("office", "hearing"),
    "BoardPage": Place("office", "board"),
    "YearPage": Place("office", "year"),
    "ReceivingPage": Place("office", "receiving"),
    "Review": Place("office", "review"),
    "WholePage": Place("office", "whole"),
    "SearchPage": Place("office", "search"),
    "MeetingPage": Place("office", "meeting"),
    "PaperPage": Place("office", "paper"),
    "PlanPage": Place("office", "plan"),
    "RecordsPage": Place("office", "records"),
    # Nothing open yet
    "BeginPage": Place("office", "begin"),
    "StartPage": Place("clerk", "open"),
}
_FIRST = Place("clerk", "window")


def here(window: QWidget) -> Place:
    """The place that speaks of where the focus is, else of what is in sight."""
    from PySide6.QtWidgets import QApplication, QWidget

    active = QApplication.activeWindow()
    top = active if active is not None and type(active).__name__ in PLACES else window
    inside: QWidget | None = top.focusWidget()
    while inside is not None and inside is not top:
        name = type(inside).__name__
        if place := PARTS.get(name) or PLACES.get(name):
            return place
        inside = inside.parentWidget()
    seen = {type(top).__name__}
    seen |= {type(w).__name__ for w in top.findChildren(QWidget) if w.isVisible()}
    return next((place for name, place in PLACES.items() if name in seen), _FIRST)


def open_here(window: QWidget) -> None:
    """Open the manual at the place that speaks of what is looked at."""
    _open(here(window).file, window)


def open_whole(window: QWidget) -> None:
    """Open the manual of who sits here, from its beginning."""
    _open(f"{here(window).manual}.html", window)


def folder() -> Path:
    """Where the manuals lie: in the package, or in a checkout with the other documents.

    Raises FileNotFoundError where they are missing.
    """
    try:
        return packaged("manual")
    except FileNotFoundError:
        return packaged("docs") / "manual"


def _open(name: str, window: QWidget) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    try:
        file = folder() / name
    except FileNotFoundError:
        file = Path(name)
    if not file.is_file():
        _say([sentence("manual.gone")], window)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        _say([sentence("manual.not_opened"), str(file)], window)


def _say(lines: list[str], window: QWidget) -> None:
    from imari_desk.gui.help_window import HelpWindow

    HelpWindow(sentence("manual.title"), window).show_lines(lines)
