"""The words a workbook prints and later recognises: answers, last year's, footers, row codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from imari_desk.domain import items, register
from imari_desk.domain.book import BookHeader, Purpose
from imari_desk.domain.era import date_name, fiscal_year_name, read_date, read_year
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import (
    Item,
    ItemKind,
    Section,
    items_by_code,
    items_by_key,
    items_for,
)
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.register import Register, Written
from imari_desk.domain.words import sentence
from imari_desk.workbook.layout import OfficeLine, form_items

DATA_HEADINGS = ("年度", "施策番号", "項目コード", "項目名", "値", "単位", "版")
PROPOSAL_CODE = "提案"  # a row of データ without 版: what the program proposed when it wrote
BEFORE_CODE = "前年"  # the same: what the 前年度 column shows of the plan before
REMARK_MARK = "~"
REPLY_MARK, SETTLED_MARK = "~R", "~S"  # behind the code of a remark
_ANSWERING = {REPLY_MARK: items.reply_key, SETTLED_MARK: items.settled_key}
NUMBER_MARK = "ブック番号"
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31
_CIRCLED = "①②③④⑤⑥⑦⑧⑨"


@dataclass(frozen=True, slots=True)
class Footer:
    """What the last row of a form says; ``purpose`` is None where that is no known one."""

    plan: str
    version: int
    fiscal_year: int
    measure: str
    purpose: Purpose | None
    number: str


def item_of(plan: Plan, measure: Measure, fiscal_year: int, key: str) -> Item | None:
    """The item a key answers; a remark, and what is said to it, have theirs too."""
    return items.item_of(plan, measure, fiscal_year, key)


def code_of(plan: Plan, measure: Measure, fiscal_year: int, key: str) -> str:
    """The 項目コード of a key: T01, a remark on it T01~k7f3, the reply to that T01~k7f3~R.

    A key that has no code is its own.
    """
    remark = items.answered_remark(key)
    if remark is not None:
        mark = REPLY_MARK if key.startswith(items.REPLY) else SETTLED_MARK
        return code_of(plan, measure, fiscal_year, remark) + mark
    by_key = items_by_key(plan, measure, fiscal_year)
    commented = items.commented_item(key)
    if commented is None:
        return by_key[key].code if key in by_key else key
    place = by_key[commented].code if commented in by_key else commented
    return f"{place}{REMARK_MARK}{key.rpartition(REMARK_MARK)[2]}"


def key_of(plan: Plan, measure: Measure, fiscal_year: int, code: str) -> str | None:
    """The inverse of code_of; None for a code that belongs to nothing."""
    by_code = items_by_code(plan, measure, fiscal_year)
    if code in by_code:
        return by_code[code].key
    for ending, answering in _ANSWERING.items():
        remark = code.removesuffix(ending)
        if remark != code and REMARK_MARK in remark:
            found = key_of(plan, measure, fiscal_year, remark)
            return answering(found) if found else None
    place, mark, remark = code.rpartition(REMARK_MARK)
    if mark:
        commented = by_code[place].key if place in by_code else place
        return items.comment_key(commented, remark) if commented and remark else None
    return code if "." in code else None


def label_of(plan: Plan, measure: Measure, fiscal_year: int, key: str) -> str:
    """The 項目名 of a key."""
    by_key = items_by_key(plan, measure, fiscal_year)
    commented = items.commented_item(key)
    if commented is None:
        item = item_of(plan, measure, fiscal_year, key)
        return item.label if item else key
    label = by_key[commented].label if commented in by_key else commented
    return sentence("form.comment", label=label)


def answer(item: Item, held: Register) -> str:
    """What the cell of an item shows: the answer, or every answer where several stand."""
    if len(held) == 1:
        return shown(item, held[0].value)
    values = register.values(held)
    if len(values) < 2:
        return shown(item, values[0]) if values else ""
    lines = (
        f"{mark} {shown(item, value) or sentence('form.empty_answer')}"
        for mark, value in zip(_marks(len(values)), values, strict=True)
    )
    return "\n".join((sentence("form.conflict"), *lines))


def last_year(
    plan: Plan, measure: Measure, fiscal_year: int, item: Item, before: Mapping[str, Register]
) -> str:
    """What the 前年度 column shows beside an item; last year's milestone was another."""
    asked = items_by_key(plan, measure, fiscal_year - 1).get(item.key)
    held = before.get(item.key, ())
    if asked is None or not held:
        return ""
    text = "／".join(shown(asked, v) for v in register.values(held) if v)
    state = item.section is Section.MILESTONES and item.kind is ItemKind.CHOICE
    return f"{text}：{asked.label}" if text and state else text


def office_lines(plan: Plan, measure: Measure, held: Evaluation) -> list[OfficeLine]:
    """What the office wrote, its remarks first, each with room for the 課's reply."""
    year, lines = held.id.fiscal_year, []
    remarks = sorted(k for k in held.registers if items.commented_item(k) is not None)
    told = [i.key for i in items_for(plan, measure, year) if i.section is Section.OFFICE]
    written = [k for remark in remarks for k in (remark, items.reply_key(remark))]
    for key in (*written, *(k for k in told if any(held.values(k)))):
        item = item_of(plan, measure, year, key)
        text = answer(item, held.registers.get(key, ())) if item else ""
        label, code = line_label(plan, measure, year, key), code_of(plan, measure, year, key)
        lines.append(OfficeLine(label, code, text, items.answered_remark(key) is not None))
    return lines


def line_label(plan: Plan, measure: Measure, fiscal_year: int, key: str) -> str:
    """What stands before a line of the office's box."""
    if items.answered_remark(key) is not None:
        return sentence("form.reply_row")
    return label_of(plan, measure, fiscal_year, key)


def progress(
    plan: Plan, measure: Measure, fiscal_year: int, registers: Mapping[str, Register]
) -> str:
    """How much of a form is filled in: 「12／31項目」."""
    asked = form_items(plan, measure, fiscal_year)
    answered = sum(any(w.value for w in registers.get(item.key, ())) for item in asked)
    return sentence("cover.progress", answered=answered, all=len(asked))


def footer(plan: Plan, header: BookHeader, measure: str) -> str:
    """The last row of a form."""
    return sentence(
        "form.footer",
        title=plan.short_title,
        plan=plan.id,
        version=plan.version,
        year=fiscal_year_name(header.fiscal_year),
        measure=measure,
        purpose=header.purpose.value,
        number=header.number,
    )


def read_footer(text: str) -> Footer | None:
    """The inverse of footer; None for any other text."""
    parts = text.rsplit("／", 3)
    plan, closing, version = parts[0].rpartition("（")[2].partition("）第")
    if len(parts) < 4 or not plan or not closing or not version.endswith("版"):
        return None
    year = read_year(parts[1])
    purpose, mark, number = parts[3].partition(NUMBER_MARK)
    if not isinstance(year, int) or not version[:-1].isdecimal() or not mark:
        return None
    named = next((p for p in Purpose if p.value == purpose.strip()), None)
    return Footer(plan, int(version[:-1]), year, parts[2], named, number.strip())


def sheet_names(codes: Iterable[str]) -> list[str]:
    """The codes as sheet names: nothing a sheet name may not hold, no two alike."""
    taken = {sentence(code).casefold() for code in ("cover.sheet", "data.sheet", "plan.sheet")}
    names = []
    for code in codes:
        plain = _FORBIDDEN.sub("_", code)[: _LONGEST_NAME - 4].strip("'") or "_"
        name, n = plain, 1
        while name.casefold() in taken:
            n += 1
            name = f"{plain}_{n}"
        taken.add(name.casefold())
        names.append(name)
    return names


def stamp(fiscal_year: int, measure: str, code: str, written: Written) -> str:
    """The 版 of a row of データ, with a check that shows when someone changed the row."""
    version = register.to_text(written)
    return f"{version} {check(fiscal_year, measure, code, written.value, version)}"


def check(fiscal_year: int, measure: str, code: str, value: str, version: str) -> str:
    """Eight characters that change with anything in the row."""
    row = f"{fiscal_year}\x1f{measure}\x1f{code}\x1f{value}\x1f{version}"
    return f"{crc32(row.encode('utf-8', 'surrogatepass')):08x}"


def day(text: str) -> str:
    """A date in ISO text as a workbook prints it; anything else as it is."""
    read = read_date(text)
    return date_name(read) if isinstance(read, date) else text


def _marks(count: int) -> list[str]:
    return [_CIRCLED[n] if n < len(_CIRCLED) else f"({n + 1})" for n in range(count)]
