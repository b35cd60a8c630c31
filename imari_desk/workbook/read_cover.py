"""Reads the 提出票: what the workbook is, and anything else someone wrote on it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from imari_desk.domain.book import BookHeader, Purpose
from imari_desk.domain.era import read_date, read_year
from imari_desk.domain.numerals import narrow
from imari_desk.domain.plan import Plan
from imari_desk.domain.words import sentence
from imari_desk.workbook.cover_sheet import FACTS, cover_words
from imari_desk.workbook.earlier import today
from imari_desk.workbook.findings import Findings, Position
from imari_desk.workbook.form_grid import Merges
from imari_desk.workbook.printed import sheet_names
from imari_desk.workbook.recognise import plain
from imari_desk.workbook.source import Sheet

_LABELS = {plain(sentence(code)): code for code in (*FACTS, "cover.message")}
_LONGEST_LABEL = 12  # characters
_PROGRESS = re.compile(r"[0-9]+／[0-9]+項目")


@dataclass(slots=True)
class Cover:
    """What a cover says, by the code of its label, and the cells that say it."""

    sheet: Sheet
    facts: dict[str, str] = field(default_factory=dict)
    taken: set[Position] = field(default_factory=set)

    @property
    def plan_key(self) -> tuple[str, int] | None:
        """(plan id, version), or None where the cover does not say."""
        version = narrow(self.facts.get("cover.version", ""))
        plan = self.facts.get("cover.plan_id", "")
        return (plan, int(version)) if plan and version.isdecimal() else None


def read_cover(sheet: Sheet) -> Cover:
    """Every label of the cover with what stands right of it."""
    cover, merges = Cover(sheet), Merges(sheet)
    for at, cell in sorted(sheet.cells.items()):
        code = _LABELS.get(plain(today(cell.text))) if len(cell.text) <= _LONGEST_LABEL else None
        if code is None or code in cover.facts or at in cover.taken:
            continue
        value = merges.right_of(at)
        there = sheet.cells.get(value)
        cover.facts[code] = there.text if there is not None else ""
        cover.taken |= {at, value}
    return cover


def header_of(cover: Cover) -> BookHeader | None:
    """The header as the cover has it; None where purpose, plan or year cannot be read."""
    facts = cover.facts
    purpose = next((p for p in Purpose if p.value == facts.get("cover.purpose", "").strip()), None)
    year = read_year(facts.get("cover.year", ""))
    if purpose is None or cover.plan_key is None or not isinstance(year, int):
        return None
    plan, version = cover.plan_key
    return BookHeader(
        purpose,
        plan,
        version,
        year,
        facts.get("cover.department", "").strip(),
        facts.get("cover.number", "").strip(),
        iso(facts.get("cover.due", "")),
        iso(facts.get("cover.written_on", "")),
        facts.get("cover.message", ""),
    )


def account_for_cover(cover: Cover, plan: Plan, findings: Findings) -> None:
    """List what is neither ours nor read: above all what was typed into the reply box."""
    words = Counter(cover_words())
    codes = [measure.code for measure in plan.measures]
    words.update((*codes, *sheet_names(codes), *(m.name for m in plan.measures)))
    for at, cell in cover.sheet.cells.items():
        if at in cover.taken or _PROGRESS.fullmatch(cell.text):
            continue
        word = cell.text if words[cell.text] else today(cell.text)
        if words[word]:
            words[word] -= 1
        else:
            findings.leave(cover.sheet, cell)


def iso(text: str) -> str:
    """A date in ISO text, or what was typed where it is none."""
    day = read_date(text)
    return day.isoformat() if isinstance(day, date) else text.strip()
