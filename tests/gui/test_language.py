"""What Qt itself says, it says in Japanese."""

from __future__ import annotations

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.gui.kit import LineField
from imari_desk.gui.kit.keys import context_menu
from imari_desk.gui.language import speak_japanese


def test_the_menu_of_a_text_is_japanese_and_still_has_no_undo(
    qtbot: QtBot, qapp: QApplication
) -> None:
    speak_japanese(qapp)
    line = LineField()
    qtbot.addWidget(line)
    menu = context_menu(line)
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    menu.deleteLater()
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    assert len(words) == 5
    assert "貼り付け" in "".join(words)
    assert "元に戻す" not in "".join(words)
