"""What stands beside the form says: checks, preview, history, glossary. See words/__init__.py."""

from __future__ import annotations

_CHECKS = {
    "checks.title": "確認すること",
    "checks.count": "{count}件",
    "checks.next": "F8 で次へ",
    "checks.kind.comment": "要対応",
    "checks.kind.conflict": "選択",
    "checks.kind.missing": "必須",
    "checks.kind.doubt": "確認",
    "checks.kind.note": "参考",
    "checks.kind_count": "{kind}{count}",
    "checks.row": "{kind}、{section}、{text}",
    "checks.help": "Enterで、その欄へ移ります。",
    "checks.none": "確認することはありません",
    "checks.settled": "確定しています。確認することはありません",
}
_PREVIEW = {
    "preview.title": "印刷プレビュー",
    "preview.enlarge": "拡大(&P)",
    "preview.enlarge_help": "大きく表示して、拡大や印刷ができます。",
    "preview.pages": "A4横 {count}ページ",
    "preview.legend": "青枠＝記入中",
    "preview.overflows": "文が1ページに入りません。続きは別紙に印刷されます（破線の欄）。",
}
_PRINT = {
    "print.window": "評価シートの印刷　{year}",
    "print.which": "印刷する施策",
    "print.one": "この施策",
    "print.all": "すべての施策",
    "print.paper": "用紙の大きさ",
    "print.smaller": "縮小（Ctrl+-）",
    "print.larger": "拡大（Ctrl++）",
    "print.fit": "幅に合わせる(&W)",
    "print.zoom": "{percent} %",
    "print.place": "{page} / {count} ページ",
    "print.print": "印刷(&P)…",
    "print.pdf": "PDFに保存(&S)…",
    "print.pages": "印刷されるページ",
    "print.pages_help": "PageUp・PageDownでページを移ります。Ctrl+プラスとCtrl+マイナスで"
    "大きさを変えます。",
    "print.making": "ページを作っています",
    "print.dialog": "評価シートの印刷",
    "print.printing": "印刷しています",
    "print.printed": "{count}ページを印刷に送りました。",
    "print.save": "PDFの保存先",
    "print.pdf_kind": "PDF (*.pdf)",
    "print.file": "{year}_評価シート_{measures}.pdf",
    "print.file_all": "{year}_評価シート.pdf",
    "print.saving": "PDFを作っています",
    "print.saved": "PDFを保存しました：{path}",
    "print.stopped": "中止しました。",
    "print.failed": "「{printer}」で印刷を始められません。電源と接続を確かめるか、"
    "別のプリンターを選んでください。PDFに保存することもできます。",
}
_FLOW = {
    "flow.title": "これまでの流れ",
    "flow.all": "すべて見る",
    "flow.nothing": "まだ記録はありません",
    "flow.when": "{month}月{day}日 {clock}",
    "flow.by": "{person}さん",
}
_HISTORY = {
    "history.title": "{label}の履歴",
    "history.about": "{measure}　{year}　　これまでに記入・取り込みされた値です。"
    "新しいものが上です。",
    "history.nothing": "この項目には、まだ記入がありません。",
    "history.here": "この画面で記入",
    "history.by": "{person}さんが記入",
    "history.from_file": "{file}から取り込み",
    "history.at": "シート「{sheet}」{cell}",
    "history.standing": "今の値",
    "history.held": "反映していない記入",
    "history.taken_back": "取り消した取込",
    "history.restore": "この値に戻す(&R)",
    "history.restored": "この値に戻しました。戻す前の値も履歴に残っています。",
    "history.is_standing": "今の値です",
    "history.locked": "確定しているため、戻せません",
}
_WORDS = {
    "words.title": "用語の説明",
    "words.search": "用語を探す",
    "words.search_help": "用語と説明の両方から探します。全角と半角は同じに扱います。",
    "words.list": "用語",
    "words.none": "「{text}」に当てはまる用語はありません。ことばを短くしてみてください。",
    "words.all": "ほかの用語も見る(&A)",
    "words.note": "説明は、計画の用語集をもとにした要約です。",
}

SENTENCES: dict[str, str] = {
    **_CHECKS,
    **_PREVIEW,
    **_PRINT,
    **_FLOW,
    **_HISTORY,
    **_WORDS,
}
