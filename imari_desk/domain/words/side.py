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

SENTENCES: dict[str, str] = {**_CHECKS, **_PREVIEW, **_PRINT}
