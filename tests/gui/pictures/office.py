"""The office's pages, each over the round that was played."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from imari_desk.gui.office.pages import PAGES as OFFICE_PAGES
from tests.gui.pictures import rooms
from tests.gui.pictures.stage import Page, Stage


def page(name: str, stage: Stage) -> QWidget:
    """A page of the rail as it opens."""
    window = stage.window(rooms.office)
    assert window.frame is not None
    assert window.frame.office is not None
    window.frame.office.show_page(name)
    return window


PAGES: dict[str, Page] = {
    f"office-{entry.name}": partial(page, entry.name) for entry in OFFICE_PAGES
}
