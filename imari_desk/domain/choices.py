"""Choices and yes/no as people type, tick or paste them."""

from __future__ import annotations

import unicodedata

from imari_desk.domain.unclear import Unclear, unclear

_TICKS = "☑✓✔■●◉⦿レ"
_WRAPPERS = str.maketrans("", "", "「」『』【】[]() 　\t\n\r.。")
_DASHES = dict.fromkeys(map(ord, "-‐‑–—―−ー─ｰ一"), "-")
_SPELLINGS = (
    ("通り", "どおり"),
    ("概ね", "おおむね"),
    ("引継", "引き継"),
    ("引きつ", "引き継"),
    ("前だおし", "前倒し"),
    ("差し戻し", "差戻し"),
)
_SAME = {
    "済": ("済み", "実施済", "実施済み", "済んだ"),
    "一部": ("一部済", "一部済み", "一部実施"),
    "未": ("未実施", "未済"),
    "測定不能": ("測定不可", "計測不能"),
    "集計中": ("計算中",),
    "確定": ("確定値",),
    "速報": ("速報値",),
}
_YES: tuple[str, ...] = (
    "true",
    "はい",
    "yes",
    "y",
    "○",
    "〇",
    "◯",
    "◎",
    "有",
    "あり",
    "する",
    "可",
    "済",
    "1",
)
_YES += ("公表",)
_NO: tuple[str, ...] = (
    "false",
    "いいえ",
    "no",
    "n",
    "×",
    "✕",
    "✗",
    "✖",
    "☐",
    "□",
    "無",
    "なし",
    "0",
)
_NO += ("していない", "しなかった", "不可", "否", "未", "非公表")


def read_choice(text: str, choices: tuple[str, ...]) -> str | Unclear:
    """The choice meant: widths, blanks, ticks, letter case and common spellings do not matter."""
    if text in choices:
        return text
    typed = _folded(text)
    bare = typed.lstrip(_TICKS)
    found = [c for c in choices if {typed, bare} & {_folded(w) for w in (c, *_SAME.get(c, ()))}]
    if len(found) == 1:
        return found[0]
    inside = [c for c in choices if len(c) > 1 and _folded(c) in typed]
    inside += [c for c in choices if len(c) == 1 and typed.startswith(_folded(c))]
    might = inside[0] if len(inside) == 1 else ""
    code = "choice.similar" if might else "choice.unknown"
    return unclear(code, text, might=might, choices="・".join(choices))


def read_flag(text: str, choices: tuple[str, ...]) -> str | Unclear:
    """true or false as a register holds them; ``choices`` are the item's words for yes and no."""
    typed = _folded(text)
    bare = typed.lstrip(_TICKS)
    yes, no = map(_folded, choices)
    if bare in (no, *map(_folded, _NO)):
        return "false"
    if not bare or bare in (yes, *map(_folded, _YES)):
        return "true"
    return unclear("choice.unknown", text, choices="・".join(choices))


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_WRAPPERS).casefold()
    for spelled, usual in _SPELLINGS:
        plain = plain.replace(spelled, usual)
    return plain.translate(_DASHES)
