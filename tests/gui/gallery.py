"""Every widget of the kit in every state, as pictures to look at.

python -m tests.gui.gallery DIRECTORY
"""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from imari_desk.gui import look
from imari_desk.gui.kit import (
    Button,
    Card,
    Chip,
    ChoiceField,
    DateField,
    FlagField,
    FocusRing,
    LineField,
    LineMessage,
    NumberField,
    Progress,
    Rule,
    Segments,
    Text,
    TextField,
    Well,
)
from imari_desk.gui.kit.calendar import Calendar

LONG = (
    "介護・子育て関係26手続の運用を続けるとともに、転出届の予約、犬の登録など新たに52手続を"
    "オンライン化しました。職員向けの操作研修を4回行い、延べ63人が参加しました。"
)
TONES: tuple[look.Tone, ...] = ("plain", "info", "ok", "note", "warn", "error", "office")
STATES = ("済", "一部", "未", "対象外")
PROGRESS = ("前倒し", "計画どおり", "やや遅れ", "遅れ", "未着手")


class Gallery(QWidget):
    """One page with everything on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("gallery")
        grid = QGridLayout(self)
        grid.setContentsMargins(*[look.px(12)] * 4)
        grid.setSpacing(look.px(8))
        grid.addWidget(self._words(), 0, 0)
        grid.addWidget(self._buttons(), 1, 0)
        grid.addWidget(self._choices(), 0, 1)
        grid.addWidget(self._lines(), 1, 1)
        grid.addWidget(self._texts(), 0, 2)
        grid.addWidget(self._messages(), 1, 2)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        self.ring = FocusRing(self)

    def _card(self) -> tuple[Card, QVBoxLayout]:
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(*[look.px(16)] * 4)
        column.setSpacing(look.px(8))
        return card, column

    def _row(self, *widgets: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(look.px(8))
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        return row

    def _words(self) -> Card:
        card, column = self._card()
        column.addWidget(Text("ページの見出し 24", "page"))
        column.addWidget(Text("行-② 行政手続きのオンライン化 20", "title"))
        column.addWidget(Text("1 実施状況 18", "head"))
        column.addWidget(Rule())
        column.addWidget(Text("行政手続きのオンライン化率 16", "subject"))
        column.addLayout(self._row(Text("取組実績", "label"), Text("必須", "required")))
        column.addWidget(Text(LONG, wrap=True))
        column.addWidget(Text(LONG, "small", wrap=True))
        column.addWidget(Text("率：分子 ÷ 分母 から計算します", "support"))
        column.addWidget(Text("43.2 %", "figure"))
        signs = [Chip("", "plain", sign) for sign in sorted(look.SIGNS)]
        column.addLayout(self._row(*signs[:9]))
        column.addLayout(self._row(*signs[9:]))
        column.addStretch(1)
        return card

    def _buttons(self) -> Card:
        card, column = self._card()
        column.addLayout(self._row(Button("提出する(&S)…", "primary"), Button("引き継ぐ(&H)")))
        column.addLayout(
            self._row(Button("取り込む", "plain", sign="plus"), Button("小さい", "small"))
        )
        off = Button("できません")
        off.setEnabled(False)
        column.addLayout(self._row(off, Button("前年の文を使う", "link")))
        names = ("未着手", "入力中", "提出済", "課内確認", "差戻し", "期限切れ", "コメント")
        signs = ("circle", "pencil", "check", "clock", "back", "bang", "question")
        chips = [Chip(*three) for three in zip(names, TONES, signs, strict=True)]
        column.addLayout(self._row(*chips[:4]))
        column.addLayout(self._row(*chips[4:]))
        column.addLayout(self._row(Chip("☆ なしの語", "office"), Chip("目標 50 %")))
        column.addStretch(1)
        return card

    def _choices(self) -> Card:
        card, column = self._card()
        chosen, locked = Segments(STATES), Segments(STATES)
        chosen.show_text("一部")
        locked.show_text("済")
        locked.set_locked(True, "確定しています")
        small = Segments(("すべて", "残りあり", "確認"), small=True)
        small.show_text("すべて")
        for segments in (Segments(STATES), chosen, locked, small):
            column.addWidget(segments)
        yes, no = FlagField("計画", ("した", "しない")), FlagField("設計", ("した", "しない"))
        yes.show_text("した")
        no.show_text("しない")
        column.addLayout(self._row(FlagField("運用", ("した", "しない")), yes, no))
        choice, other, shut = (ChoiceField(PROGRESS) for _ in range(3))
        choice.show_text("やや遅れ")
        other.show_text("おおむね順調")
        shut.show_text("計画どおり")
        shut.set_locked(True, "確定しています")
        fault = ChoiceField(PROGRESS)
        fault.set_fault(True)
        column.addLayout(self._row(ChoiceField(PROGRESS), choice))
        column.addLayout(self._row(other, shut, fault))
        column.addStretch(1)
        return card

    def _lines(self) -> Card:
        card, column = self._card()
        line, fault, locked = LineField(), LineField(), LineField()
        line.show_text("有田 太郎")
        fault.show_text("内線？")
        fault.set_fault(True)
        locked.show_text("変えられません")
        locked.set_locked(True, "確定しています")
        for field in (line, fault, locked):
            column.addWidget(field)
        part, whole = NumberField("件"), NumberField("件")
        part.show_text("178")
        whole.show_text("412")
        column.addLayout(self._row(part, Text("÷"), whole, Text("＝"), Text("43.2 %", "figure")))
        self.number = NumberField("千円")
        column.addWidget(self.number)
        self.date = DateField()
        self.date.show_text("令和8年5月20日")
        column.addWidget(self.date)
        column.addStretch(1)
        return card

    def _texts(self) -> Card:
        card, column = self._card()
        self.text = TextField(limit=400)
        self.text.show_text(LONG)
        over = TextField(limit=40)
        over.show_text(LONG[:52])
        over.set_fault(True)
        locked = TextField(limit=300)
        locked.show_text(LONG[:60])
        locked.set_locked(True, "確定しています")
        for field in (self.text, over, TextField(limit=300), locked):
            column.addWidget(field)
        column.addStretch(1)
        return card

    def _messages(self) -> Card:
        card, column = self._card()
        said = (
            "変わりません",
            "取り込みました",
            "保存しました",
            "分母が増えています",
            "期限を過ぎました",
            "保存できませんでした。空き容量を確かめてください",
            "推進室から言葉が届いています",
        )
        for tone, words in zip(TONES, said, strict=True):
            message = LineMessage(words, tone)
            if tone == "error":
                message.add_button(Button("もう一度", "small"))
            column.addWidget(message)
        progress, well = Progress(), Well()
        progress.start("28施策を読み込んでいます", 28)
        progress.step(11, 28)
        inner = QVBoxLayout(well)
        inner.addWidget(progress)
        column.addWidget(well)
        column.addStretch(1)
        return card


def draw(directory: Path) -> None:
    """Write the pictures."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    for name, dark, zoom in (("light", False, 1.0), ("dark", True, 1.0), ("150", False, 1.5)):
        look.apply(app, dark=dark, zoom=zoom)
        gallery = Gallery()
        gallery.resize(look.px(1366), look.px(1040))
        gallery.show()
        gallery.activateWindow()
        gallery.text.page.setFocus()
        app.processEvents()
        gallery.grab().save(str(directory / f"kit-{name}.png"))
        gallery.number.line.setFocus()
        gallery.number.line.setText("１，２００")
        app.processEvents()
        gallery.grab().save(str(directory / f"kit-{name}-number.png"))
        calendar = Calendar(date(2026, 5, 20), date(2026, 5, 12), gallery)
        calendar.popup(QPoint(0, 0))
        app.processEvents()
        calendar.grab().save(str(directory / f"kit-{name}-calendar.png"))
        calendar.close()
        gallery.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
