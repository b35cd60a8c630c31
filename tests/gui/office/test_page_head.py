from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from imari_desk.gui.kit import Button, Text
from imari_desk.gui.office.page_head import PageHead


def test_what_has_no_room_goes_from_the_end_and_is_told_whole(qtbot: QtBot) -> None:
    head = PageHead("提出状況", Button("一覧を印刷"))
    qtbot.addWidget(head)
    head.resize(900, 72)
    head.show()
    head.say("令和7年度評価", "", "期限 令和8年5月29日(金)", "今日 6月3日(水)")
    said = next(t for t in head.findChildren(Text) if "評価" in t.text())
    assert said.text() == "令和7年度評価　|　期限 令和8年5月29日(金)　|　今日 6月3日(水)"
    head.resize(480, 72)
    QApplication.processEvents()
    assert said.text() == "令和7年度評価"
    assert "今日" in said.toolTip()
    assert "今日" in said.accessibleName()
