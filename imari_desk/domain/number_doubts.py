"""What stands where a number should, and is none: each kind told apart by its own question."""

from __future__ import annotations

import re
import unicodedata

from imari_desk.domain.numerals import canonical_number, plain_number
from imari_desk.domain.unclear import Unclear, unclear

_STATES = {
    "集計中": ("集計中", "計算中", "確認中", "調査中", "集計待ち", "未集計", "未確定"),
    "測定不能": ("測定不能", "測定不可", "計測不能", "算定不能", "未測定", "不明", "未把握"),
    "対象外": ("対象外", "該当せず", "N/A", "NA"),
}
_WORDS = {word: ("number.state", state) for state, words in _STATES.items() for word in words}
_WORDS |= dict.fromkeys(("なし", "ナシ", "無し", "無", "該当なし"), ("number.none", ""))
_WORDS |= dict.fromkeys(
    ("未実施", "未", "未開催", "実施なし", "実施せず", "中止"), ("number.not_held", "")
)
_WORDS |= dict.fromkeys(("TRUE", "FALSE", "○", "×", "〇", "◯", "✓"), ("number.mark", ""))
_WORDS[""] = ("number.no_digits", "")
_DASHES = frozenset("-ー―—─一")  # the kanji 一 is typed for a dash, and the other way round

_ABOUT = (
    "約|およそ|概ね|おおむね|ほぼ|だいたい|程度|くらい|ぐらい|ほど|前後|以上|以下|未満|超|余|強|弱|近く"
    "|数"
)
_RANGE = r"[0-9][^0-9eE]?\s*(?:~|-|から)\s*[0-9]"
_DATE = r"[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?(?:[ T].*)?|[0-9]{1,2}月.*"
_SEVERAL = r"[・、/;\n]"
_SOME_NUMBER = r"[-▲△]?[0-9][0-9,]*(?:\.[0-9]+)?"


def word_for_none(typed: str, seen: str) -> Unclear | None:
    """The question about a word, a dash or a cell error; None for anything else.

    ``typed`` is narrow, ``seen`` is what the person typed.
    """
    word = unicodedata.normalize("NFKC", typed).upper()
    if word in _WORDS:
        code, state = _WORDS[word]
        return unclear(code, seen, state=state)
    if _DASHES.issuperset(word):
        return unclear("number.dash", seen)
    if word.startswith("#"):
        return unclear("number.error_cell", seen)
    if word.startswith("="):
        return unclear("number.formula", seen)
    return date_for_number(typed, seen)


def date_for_number(typed: str, seen: str) -> Unclear | None:
    """The question about something a spreadsheet has made a date of."""
    return unclear("number.date", seen) if re.fullmatch(_DATE, typed) else None


def phrase(typed: str, seen: str) -> Unclear | None:
    """The question about 約10社, 10以上, 10～12 or 11・7 where one number was asked for."""
    if re.search(_ABOUT, typed):
        return unclear("number.about", seen, might=only_number(typed))
    if re.search(_RANGE, typed):
        return unclear("number.range", seen)
    return unclear("number.several", seen) if re.search(_SEVERAL, typed) else None


def unreadable(typed: str, seen: str) -> Unclear:
    """The question about anything else; with the number inside it where there is just one."""
    if not any(c.isdecimal() for c in typed):
        return unclear("number.no_digits", seen)
    might = only_number(typed)
    return unclear("number.similar" if might else "number.unreadable", seen, might=might)


def only_number(typed: str) -> str:
    """The one number inside a phrase in canonical form; "" where there are more or none."""
    found = re.findall(_SOME_NUMBER, typed)
    number = plain_number(found[0]) if len(found) == 1 else None
    return "" if number is None else canonical_number(number)
