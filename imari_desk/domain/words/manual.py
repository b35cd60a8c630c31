"""What leads to the manuals."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "menu.manual_here": "このページの手引き(&P)",
    "menu.manual": "手引き(&M)",
    "manual.title": "手引き",
    "manual.gone": "手引きのファイルが見つかりません。プログラムを入れ直すと戻ります。"
    "急ぐときは推進室へお尋ねください。",
    "manual.not_opened": "手引きを開くブラウザーが見つかりませんでした。"
    "次のファイルをブラウザーで開いてください。",
    "start.manual": "手引き",
}
