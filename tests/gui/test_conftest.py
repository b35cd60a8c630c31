"""The guard against dialogs guards."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox


@pytest.mark.parametrize(
    ("name", "open_it"),
    [
        ("QDialog.exec", lambda: QDialog().exec()),
        ("QMessageBox.exec", lambda: QMessageBox().exec()),
        ("QMessageBox.critical", lambda: QMessageBox.critical(None, "", "")),
        ("QFileDialog.getOpenFileName", lambda: QFileDialog.getOpenFileName(None)),
    ],
)
def test_a_dialog_nobody_asked_for_is_refused_and_remembered(
    no_dialog: list[str], name: str, open_it: Callable[[], object]
) -> None:
    with pytest.raises(AssertionError, match="nobody asked"):
        open_it()
    assert no_dialog == [name]
    no_dialog.clear()
