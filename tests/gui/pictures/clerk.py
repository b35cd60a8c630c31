"""The clerk's pages."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imari_desk.gui.glossary import GlossaryWindow
from imari_desk.gui.history_window import HistoryWindow
from imari_desk.gui.side.sheet_window import SheetWindow
from tests.gui.pictures import rooms
from tests.gui.pictures.stage import Page, Stage
from tests.gui.windows import place


def start(stage: Stage) -> QWidget:
    """A first start."""
    return stage.window(rooms.nothing)


def form(stage: Stage) -> QWidget:
    """The form as it opens, at the first measure with something left."""
    return stage.window(rooms.typing)


def filled(stage: Stage) -> QWidget:
    """A form really filled in, at its texts, the printed page beside it."""
    window = stage.window(rooms.typing)
    place(window).pane.form.go_to("results")
    return window


def signed(stage: Stage) -> QWidget:
    """The end of a form."""
    window = stage.window(rooms.typing)
    place(window).pane.form.go_to("related")
    return window


def returned(stage: Stage) -> QWidget:
    """A form that came back with comments."""
    return stage.window(rooms.returned)


def submit(stage: Stage) -> QWidget:
    """What would be sent to the office."""
    window = stage.window(rooms.typing)
    place(window).errands.submit()
    return window


def handover(stage: Stage) -> QWidget:
    """A copy for a colleague."""
    window = stage.window(rooms.typing)
    place(window).errands.hand_over()
    return window


def taking_in(stage: Stage) -> QWidget:
    """Workbooks looked at: with changes and a conflict, of another 課, refused, known."""
    window = stage.window(rooms.arrived)
    files = sorted((stage.folder / "files").iterdir(), key=lambda file: "引継ぎ" not in file.name)
    place(window).errands.take_in(files)
    return window


def conflict(stage: Stage) -> QWidget:
    """Two answers to one item, side by side."""
    window = stage.window(rooms.torn)
    place(window).pane.form.go_to("results")
    return window


def history(stage: Stage) -> QWidget:
    """Every value of one item."""
    window = stage.window(rooms.torn)
    place(window).errands.show_history("results")
    return stage.front(HistoryWindow)


def printing(stage: Stage) -> QWidget:
    """The printed sheets in a window of their own."""
    window = stage.window(rooms.typing)
    place(window).errands.print()
    return stage.front(SheetWindow)


def glossary(stage: Stage) -> QWidget:
    """The plan's words explained."""
    window = stage.window(rooms.typing)
    place(window).errands.explain()
    return stage.front(GlossaryWindow)


PAGES: dict[str, Page] = {
    "start": start,
    "form": form,
    "filled": filled,
    "signed": signed,
    "returned": returned,
    "submit": submit,
    "handover": handover,
    "import": taking_in,
    "conflict": conflict,
    "history": history,
    "print": printing,
    "glossary": glossary,
}
