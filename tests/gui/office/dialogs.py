"""The system's file dialogs, answered with what is to come next."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog


class Dialogs:
    """Whatever is asked for, the answer is ``next``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.next = Path()
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(self.next), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(self.next))
