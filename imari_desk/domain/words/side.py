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

SENTENCES: dict[str, str] = {**_CHECKS}
