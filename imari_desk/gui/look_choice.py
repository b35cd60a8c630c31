"""How large and in which colours the person wants everything."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from imari_desk.gui.actions import Actions
from imari_desk.gui.settings import ZOOMS, Settings


class LookChoice(QObject):
    """Keeps the choice in the settings. ``changed()``: another one is in force now."""

    changed = Signal()

    def __init__(self, settings: Settings, menu: Actions) -> None:
        super().__init__(menu)
        self._settings, self._menu = settings, menu
        menu.colours_chosen.connect(self.colour)
        menu.on(
            larger=lambda: self._zoom_by(1),
            smaller=lambda: self._zoom_by(-1),
            normal=self.as_usual,
        )
        menu.show_colours(settings.colours)

    def zoom_to(self, percent: int) -> None:
        """Show everything at this size."""
        self._settings.zoom = percent
        self.changed.emit()

    def as_usual(self) -> None:
        """Show everything at 100 %."""
        self.zoom_to(ZOOMS[0])

    def colour(self, choice: str) -> None:
        """Light, dark, or as the system has it."""
        self._settings.colours = choice
        self._menu.show_colours(choice)
        self.changed.emit()

    def _zoom_by(self, steps: int) -> None:
        at = ZOOMS.index(self._settings.zoom) + steps
        self.zoom_to(ZOOMS[min(max(at, 0), len(ZOOMS) - 1)])
