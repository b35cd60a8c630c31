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

SENTENCES: dict[str, str] = {**_CHECKS, **_PREVIEW}
