"""Numbers, and every other answer, as people type them and as a register holds them.

``canonical`` is the one place where typed text becomes a register value. What is not certain
stays as it was typed and comes back with a question; nothing is guessed and nothing raises.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from imari_desk.domain.choices import read_choice, read_flag
from imari_desk.domain.era import date_name, read_date
from imari_desk.domain.items import Item, ItemKind
from imari_desk.domain.number_doubts import phrase, unreadable, word_for_none
from imari_desk.domain.numerals import canonical_number, kanji_number, narrow, plain_number
from imari_desk.domain.unclear import Unclear, unclear

_FAST = re.compile("-?(?:0|[1-9][0-9]{0,14})")
_UNIT = r"(?s)(?P<body>.*[0-9.〇一二三四五六七八九十百千万億])\s*(?P<unit>\D*)"
_STRONG = r"[・、/;\n]"
_WEAK = r"[,\s]\s*|と(?=[0-9])"
_THOUSANDS = r"(?<![0-9,])[1-9][0-9]{0,2}(?:[, ][0-9]{3})+(?![0-9,])"
_EVENT_NAME = r"第?([0-9]{1,2})回目?[:\s]*(?=[0-9])"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# What things are counted in. A count without a unit of its own may be typed with any of them.
_SAME_UNITS = ({"人", "名"}, {"社", "企業"}, {"%", "パーセント"}, {"団体", "組"})
_COUNTERS = {"件", "人", "名", "社", "回", "台", "個", "校", "組", "枚", "通", "本", "世帯", "施設"}
_COUNTERS |= {"団体", "部署", "業務", "手続", "手続き", "会議", "か所", "箇所"}


@dataclass(frozen=True, slots=True)
class Canonical:
    """A register value made of typed text. Where ``question`` is set, ``value`` is the raw text."""

    value: str
    question: Unclear | None = None

    @property
    def certain(self) -> bool:
        return self.question is None

    @property
    def code(self) -> str:
        return self.question.code if self.question else ""

    @property
    def text(self) -> str:
        """The question as a sentence, "" where there is none."""
        return self.question.text if self.question else ""


def canonical(item: Item, text: str, *, percent: bool = False) -> Canonical:
    """The register value for typed text; ``percent``: a number cell formatted as a percentage.

    Free text and names stay as typed but for line ends; characters a workbook cannot carry are
    asked about. In items counted in % a value of at most 1 keeps its sign ("0.8%"), because a
    bare 0.8 may as well mean 80 %.
    """
    if item.kind in (ItemKind.LINE, ItemKind.TEXT):
        return _free_text(text)
    if not text.strip():
        return Canonical("")
    read: str | Unclear
    match item.kind:
        case ItemKind.NUMBER:
            read = _number_value(text, item.unit, percent=percent)
        case ItemKind.EVENTS:
            read = _events_value(text, item.unit, percent=percent)
        case ItemKind.DATE:
            day = read_date(text)
            read = day.isoformat() if isinstance(day, date) else day
        case ItemKind.FLAG:
            read = read_flag(text, item.choices)
        case _:
            read = read_choice(text, item.choices)
    return Canonical(text, read) if isinstance(read, Unclear) else Canonical(read)


def shown(item: Item, value: str) -> str:
    """A register value as people and workbooks show it; ``canonical`` is its inverse.

    Flags in the item's words, dates in 元号, numbers in plain digits, all else as it is.
    """
    if item.kind is ItemKind.FLAG and value in ("true", "false"):
        return item.choices[0 if value == "true" else 1]
    if item.kind is ItemKind.DATE:
        try:
            return date_name(date.fromisoformat(value))
        except ValueError:
            return value
    return value


def read_number(text: str, unit: str = "") -> Decimal | Unclear:
    """One number, typed with or without its unit."""
    percent = unit in ("%", "％")
    if not percent and _FAST.fullmatch(text):
        return Decimal(text)
    typed = narrow(text)
    question = word_for_none(typed, text) or phrase(typed, text)
    if question is not None:
        return question
    unit = narrow(unit)
    body, found = _without_unit(typed, unit)
    number = plain_number(body)
    if number is None and not unit.startswith("千"):  # 1万2千円: is 千円 the unit or a part?
        number = kanji_number(body)
    if number is None:
        return unreadable(typed, text)
    if not _fits(found, unit):
        return unclear("number.other_unit", text, might=canonical_number(number), unit=unit)
    if percent and not found and 0 < abs(number) <= 1:
        might, bare = canonical_number(number * 100), canonical_number(number)
        return unclear("number.share", text, might=might, bare=bare)
    return number


def read_events(text: str, unit: str = "") -> tuple[Decimal, ...] | Unclear:
    """The number of each event in the order typed: 11・7, 11、7, 11/7, 9社, 11社, line by line."""
    typed = narrow(text)
    question = word_for_none(typed, text)
    if question is not None:
        return question
    strong = re.search(_STRONG, typed)
    if not strong and (doubtful := re.search(_THOUSANDS, typed)):
        several = re.sub("[, ]", "・", doubtful[0])
        one = re.sub("[, ]", "", doubtful[0])
        return unclear("number.one_or_several", text, one=one, several=several)
    parts = [p.strip() for p in re.split(_STRONG if strong else _WEAK, typed)]
    read = [read_number(p, unit) for p in _without_event_names([p for p in parts if p], unit)]
    doubts = [n for n in read if isinstance(n, Unclear)]
    numbers = tuple(n for n in read if isinstance(n, Decimal))
    if doubts or not numbers:
        return doubts[0] if doubts else unclear("number.unreadable", text)
    if narrow(unit) in _COUNTERS and any(n % 1 for n in numbers):
        return unclear("number.part_of_event", text)
    if any(re.match("0[0-9]", p) for p in parts):
        return unclear("number.date", text)
    return numbers


def _number_value(text: str, unit: str, *, percent: bool) -> str | Unclear:
    bare = plain_number(narrow(text)) if percent else None
    if bare is None:
        read = read_number(text, unit)
        return read if isinstance(read, Unclear) else _in_unit(read, unit)
    if unit not in ("%", "％"):
        return unclear("number.percent_cell", text, might=canonical_number(bare))
    return _in_unit(bare * 100, unit)


def _events_value(text: str, unit: str, *, percent: bool) -> str | Unclear:
    if percent and plain_number(narrow(text)) is not None:
        return _number_value(text, unit, percent=True)
    read = read_events(text, unit)
    return read if isinstance(read, Unclear) else "・".join(_in_unit(n, unit) for n in read)


def _in_unit(number: Decimal, unit: str) -> str:
    text = canonical_number(number)
    return f"{text}%" if unit in ("%", "％") and 0 < abs(number) <= 1 else text


def _free_text(text: str) -> Canonical:
    text = text.replace("\r\n", "\n") if "\r" in text else text
    found = _NOT_XML.search(text)
    if found is None:
        return Canonical(text)
    return Canonical(text, unclear("text.control", text, character=f"U+{ord(found[0]):04X}"))


def _without_unit(typed: str, unit: str) -> tuple[str, str]:
    """The number's own characters, and the unit it was typed with."""
    if unit and typed.endswith(unit):
        return typed.removesuffix(unit).rstrip(), unit
    found = re.fullmatch(_UNIT, typed)
    return (found["body"], found["unit"]) if found else (typed, "")


def _fits(found: str, unit: str) -> bool:
    if found in ("", unit):
        return True
    if not unit:
        return found in _COUNTERS
    return any({found, unit} <= same for same in _SAME_UNITS)


def _without_event_names(parts: list[str], unit: str) -> list[str]:
    """The parts without 「1回目」「第2回」, where they count from one and 回 is not the unit."""
    named = [re.match(_EVENT_NAME, p) for p in parts]
    in_order = all(m and int(m[1]) == n for n, m in enumerate(named, start=1))
    if not in_order or unit == "回":
        return parts
    return [re.sub(_EVENT_NAME, "", p, count=1) for p in parts]
