"""Reads one form sheet: every answer that differs from what データ says was edited by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from imari_desk.domain import items
from imari_desk.domain.book import HandEdit, Level
from imari_desk.domain.era import short_year
from imari_desk.domain.items import Item, items_by_key, items_for
from imari_desk.domain.numbers import canonical
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.register import Register
from imari_desk.domain.words import sentence
from imari_desk.workbook.earlier import today
from imari_desk.workbook.findings import Findings, Position, place
from imari_desk.workbook.form_grid import Grid, GridFinder, Merges, Spot
from imari_desk.workbook.layout import form_items, form_label, form_layout
from imari_desk.workbook.printed import (
    REMARK_MARK,
    answer,
    code_of,
    item_of,
    key_of,
    label_of,
    last_year,
    line_label,
)
from imari_desk.workbook.read_data import Known
from imari_desk.workbook.read_head import Head
from imari_desk.workbook.recognise import FormSheet
from imari_desk.workbook.source import Cell, CellKind, cell_name

_CONFLICT = sentence("form.conflict")
_PROPOSAL = sentence("form.proposal", text="")
_MANY = 3  # answers that vanish together were not cleared one by one


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known before a form is read. ``known`` is empty where データ is gone."""

    plan: Plan
    measure: Measure
    fiscal_year: int
    known: Known
    before: Mapping[str, Register]
    has_data: bool
    printed: frozenset[str] = frozenset()  # facts the book prints on it: 課, due date, last row


@dataclass(slots=True)
class FormReading:
    """What one form sheet gave, by item key, and how its cells were found."""

    edits: dict[str, HandEdit] = field(default_factory=dict)
    level: Level = Level.NONE


@lru_cache(maxsize=4096)
def _labels(plan: Plan, measure: Measure, fiscal_year: int) -> dict[str, str]:
    items = form_items(plan, measure, fiscal_year)
    return {form_label(item, measure): item.code for item in items}


@lru_cache(maxsize=4096)
def _codes(plan: Plan, measure: Measure, fiscal_year: int) -> dict[str, str]:
    return {item.code: item.key for item in items_for(plan, measure, fiscal_year)}


def read_form(form: FormSheet, frame: Frame, head: Head, findings: Findings) -> FormReading:
    """Compare a form with データ and account for every cell on it."""
    return _FormReader(form, frame, head.merges, findings).read(head.taken)


class _FormReader:
    def __init__(self, form: FormSheet, frame: Frame, merges: Merges, findings: Findings) -> None:
        self._sheet, self._frame, self._findings = form.sheet, frame, findings
        self._where = (frame.plan, frame.measure, frame.fiscal_year)
        self._merges = merges
        year = short_year(frame.fiscal_year - 1)
        self._previous_head = sentence("form.previous", year=year)
        self._keys = self._known_codes()
        self._reading = FormReading()
        self._emptied: dict[str, Spot] = {}
        self._kept = 0

    def read(self, taken: set[Position]) -> FormReading:
        labels = _labels(*self._where)
        codes = {text: text for text in self._keys}
        finder = GridFinder(self._sheet, codes, labels, self._merges)
        grid = finder.find(labels.values())
        for code, spot in grid.spots.items():
            self._answer(self._keys[code], spot)
        for code, at in grid.twice:
            self._ask("read.code_twice", at, self._keys[code])
        self._clear()
        self._level(grid)
        self._account(grid, grid.taken | taken)
        return self._reading

    def _known_codes(self) -> dict[str, str]:
        """Item code → key: the plan's items, and the remarks データ or the sheet has."""
        keys = dict(_codes(*self._where))
        for key in self._frame.known.registers:
            keys.setdefault(code_of(*self._where, key), key)
            if items.commented_item(key) is not None:
                reply = items.reply_key(key)
                keys.setdefault(code_of(*self._where, reply), reply)
        if not self._frame.has_data:
            for cell in self._sheet.cells.values():
                remark = key_of(*self._where, cell.text) if REMARK_MARK in cell.text else None
                if remark is not None:
                    keys.setdefault(cell.text, remark)
        return keys

    def _answer(self, key: str, spot: Spot) -> None:
        """One answer: as データ has it, edited, emptied, or unreadable."""
        held = self._frame.known.registers.get(key, ())
        if spot.at is None:
            self._ask("read.merged", spot.code, key)
            return
        cell = self._sheet.cells.get(spot.at)
        text = cell.text if cell is not None else ""
        if len(held) == 1 and text == held[0].value:
            self._kept += bool(text)
            return
        item = item_of(*self._where, key)
        if item is None or text == answer(item, held):
            self._kept += bool(text)
        elif cell is None:
            if any(w.value.strip() for w in held):
                self._emptied[key] = spot
        else:
            self._typed(key, item, cell, held, spot)

    def _typed(self, key: str, item: Item, cell: Cell, held: Register, spot: Spot) -> None:
        at = (cell.row, cell.column)
        if cell.kind in (CellKind.FORMULA, CellKind.ERROR):
            empty = cell.kind is CellKind.FORMULA
            self._report("read.formula_empty" if empty else "read.error_cell", at, key, cell.text)
            self._findings.leave(self._sheet, cell)
            return
        if cell.text.startswith(_CONFLICT):
            self._ask("read.conflict_kept", at, key)
            self._findings.leave(self._sheet, cell)
            return
        self._kept += 1
        read = canonical(item, cell.text, percent=cell.percent)
        if [read.value] == [w.value for w in held] or self._was(key, read.value):
            return
        self._reading.edits[key] = HandEdit(read.value, place(self._sheet, at))
        if read.question is not None:
            text = sentence("read.unclear", text=read.text, **self._facts(key))
            self._findings.wonder(read.code, self._sheet, at, text)
        if cell.formula:
            self._ask("read.formula", at, key, seen=cell.text)
        if spot.by_label:
            self._ask("read.by_label", at, key)

    def _was(self, key: str, value: str) -> bool:
        """Whether a row of データ that someone changed used to say this."""
        return any(right(value) for right in self._frame.known.doubts.get(key, ()))

    def _clear(self) -> None:
        """Emptied cells are answers taken back, unless the whole form was wiped."""
        if not self._kept and len(self._emptied) >= _MANY:
            self._findings.ask("read.all_empty", self._sheet.name, None, sheet=self._sheet.name)
            return
        for key, spot in self._emptied.items():
            if spot.labelled and not spot.by_label and spot.at is not None:
                self._reading.edits[key] = HandEdit("", place(self._sheet, spot.at))
            else:
                self._ask("read.perhaps_empty", spot.code, key)

    def _level(self, grid: Grid) -> None:
        if any(not spot.by_label for spot in grid.spots.values()):
            self._reading.level = Level.CODES
        elif grid.spots:
            self._reading.level = Level.LABELS
            self._findings.ask("read.no_codes", self._sheet.name, None, sheet=self._sheet.name)

    def _account(self, grid: Grid, taken: set[Position]) -> None:
        """List every cell whose text is none of ours."""
        words = self._words(grid)
        odd = []
        for at, cell in self._sheet.cells.items():
            if at in taken:
                continue
            word = cell.text if cell.text in words else today(cell.text)
            left = words.get(word)
            if left:
                words[word] = left - 1
            else:
                odd.append(cell)
        if not self._frame.has_data:
            odd = self._without_last_year(odd, grid)
        for cell in odd:
            self._findings.leave(self._sheet, cell)

    def _words(self, grid: Grid) -> dict[str, int]:
        """Every text we printed on this form, and how often."""
        plan, measure, year = self._where
        words = dict(form_layout(plan, measure, year).words)
        known = self._frame.known
        asked = items_by_key(*self._where)
        before = self._frame.before
        texts = [last_year(*self._where, asked[key], before) for key in before if key in asked]
        texts += [known.proposal, *known.told_before, *self._frame.printed]
        told = [key for code in grid.spots if _in_office_box(key := self._keys[code])]
        texts += [line_label(*self._where, key) for key in told]
        texts += [sentence("form.office")] if told else []
        for text in texts:
            if text:
                words[text] = words.get(text, 0) + 1
        return words

    def _without_last_year(self, odd: list[Cell], grid: Grid) -> list[Cell]:
        """Without データ nobody knows last year's column: one entry tells all of it."""
        columns = {
            at[1]
            for at, cell in self._sheet.cells.items()
            if today(cell.text) == self._previous_head
        }
        rows = {spot.code[0] for spot in grid.spots.values()}
        shown = [c for c in odd if c.column in columns and c.row in rows]
        if shown:
            first, last = (
                min((c.row, c.column) for c in shown),
                max((c.row, c.column) for c in shown),
            )
            text = sentence("read.previous", text="／".join(c.text for c in shown))
            self._findings.leave_text(self._sheet, f"{cell_name(*first)}:{cell_name(*last)}", text)
        return [c for c in odd if c not in shown and not today(c.text).startswith(_PROPOSAL)]

    def _label(self, key: str) -> str:
        return label_of(*self._where, key)

    def _facts(self, key: str) -> dict[str, str]:
        return {"measure": self._frame.measure.code, "label": self._label(key)}

    def _ask(self, code: str, at: Position, key: str, **facts: str) -> None:
        self._findings.ask(code, self._sheet.name, at, **self._facts(key), **facts)

    def _report(self, code: str, at: Position, key: str, seen: str) -> None:
        self._findings.report(code, self._sheet.name, at, **self._facts(key), seen=seen)


def _in_office_box(key: str) -> bool:
    return items.written_by_office(key) or items.answered_remark(key) is not None
