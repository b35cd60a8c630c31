"""Every version of every plan: who, when and why, which years it judges; two of them compared."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from imari_desk.desk.office.plans import Begun, Version
from imari_desk.domain.era import short_year
from imari_desk.domain.plan_changes import Change, ChangeKind
from imari_desk.domain.taking_in import Effect
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.exchange.import_lines import ChipText, Kind, Line
from imari_desk.gui.exchange.import_model import LineList
from imari_desk.gui.exchange.row_list import Rows
from imari_desk.gui.exchange.rows import LineDelegate
from imari_desk.gui.form.arrange import Column, Row
from imari_desk.gui.form.comment_box import moment
from imari_desk.gui.kit import Button, ChoiceField, Text
from imari_desk.gui.office.hand import Hand

_BOOKS = "*.xlsx *.toml"


class VersionsPage(QWidget):
    """``edit_wanted(str)`` a plan to be edited; ``came(Opened)`` a draft from a workbook, or of
    the next plan."""

    edit_wanted = Signal(str)
    came = Signal(object)

    def __init__(self, hand: Hand) -> None:
        super().__init__()
        self._hand = hand
        self._all: tuple[Version | Begun, ...] = ()
        self.versions, self.rows = LineList(), _rows("versions")
        self.rows.setModel(self.versions)
        self.changes, self.shown = LineList(), _rows("differences")
        self.shown.setModel(self.changes)
        self.edit = Button(sentence("office.plan.edit"), "small", sign="pencil")
        self.current = Button(sentence("office.plan.make_current"), "small")
        self.next = Button(sentence("office.plan.next"), "small", sign="plus")
        self.export = Button(sentence("office.plan.export"), "small", sign="out")
        self.take_in = Button(sentence("office.plan.take_in"), "small", sign="in")
        self.other = ChoiceField((), required=True)
        self.said = Text("", "support", wrap=True)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Bring everything; the chosen one stays chosen."""
        plans = self._hand.desk.office.plans
        self._hand.ask(lambda: (plans.versions(), plans.begun()), lambda f: self._show(*f))

    @property
    def chosen(self) -> Version | Begun | None:
        row = self.rows.currentIndex().row()
        return self._all[row] if 0 <= row < len(self._all) else None

    def _show(self, versions: tuple[Version, ...], begun: tuple[Begun, ...]) -> None:
        before = self.rows.currentIndex().row()
        first = len(begun) if before < 0 and versions else max(0, before)
        self._all = (*begun, *versions)
        self.versions.show([_line(one) for one in self._all])
        if self._all:
            self.rows.setCurrentIndex(self.versions.index(min(first, len(self._all) - 1)))
        self._show_chosen()

    def _show_chosen(self) -> None:
        one = self.chosen
        stored = isinstance(one, Version)
        self.edit.setEnabled(one is not None)
        for button in (self.next, self.export):
            button.setEnabled(stored)
        self.current.setVisible(isinstance(one, Version) and not self._plan_is_current(one.plan))
        others = self._others(one) if isinstance(one, Version) else ()
        self.other.offer(tuple(_name(other) for other in others))
        for part in (self._label, self.other, self.shown):
            part.setVisible(bool(others))
        self._compare()

    def _others(self, one: Version) -> tuple[Version, ...]:
        """What it can be compared with: its own plan's other versions first, the one before it
        before these."""
        found = [v for v in self._all if isinstance(v, Version) and v is not one]
        return tuple(
            sorted(found, key=lambda v: (v.plan != one.plan, v.version > one.version, -v.version))
        )

    def _plan_is_current(self, plan: str) -> bool:
        return any(isinstance(v, Version) and v.plan == plan and v.current for v in self._all)

    def _compare(self) -> None:
        one = self.chosen
        others = self._others(one) if isinstance(one, Version) else ()
        other = next((v for v in others if _name(v) == self.other.text()), None)
        if not isinstance(one, Version) or other is None:
            self.changes.show(())
            self.said.setText(sentence("office.plan.nothing_to_compare"))
            return
        old, new = sorted((one, other), key=lambda v: (v.years.start, v.version))
        plans = self._hand.desk.office.plans
        job = partial(plans.compare, (old.plan, old.version), (new.plan, new.version))
        self._hand.ask(job, partial(self._compared, old, new))

    def _compared(self, old: Version, new: Version, found: tuple[Change, ...]) -> None:
        if self.chosen not in (old, new):
            return
        facts = {"old": _name(old), "new": _name(new), "count": len(found)}
        self.said.setText(sentence("office.plan.compared_versions", **facts))
        self.changes.show(change_lines(found))

    # What can be done

    def _edit(self) -> None:
        if self.chosen is not None:
            self.edit_wanted.emit(self.chosen.plan)

    def _next(self) -> None:
        one = self.chosen
        if one is not None:
            plans = self._hand.desk.office.plans
            self._hand.ask(partial(plans.start_next, one.plan), self.came.emit)

    def _make_current(self) -> None:
        one = self.chosen
        if one is not None:
            plans = self._hand.desk.office.plans
            self._hand.tell(partial(plans.make_current, one.plan), lambda _none: self.refresh())

    def _export(self) -> None:
        one = self.chosen
        if not isinstance(one, Version):
            return
        name = sentence("office.plan.file", plan=one.plan, version=one.version)
        kinds = sentence("office.plan.books", kinds="*.xlsx")
        proposed = str(self._hand.out_folder / name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.export.text(), proposed, kinds)
        if chosen:
            path = Path(chosen).with_suffix(".xlsx")
            plans = self._hand.desk.office.plans
            told = sentence("office.plan.exported", path=path)
            self._hand.ask(
                partial(plans.export, one.plan, one.version, path),
                lambda _none: self._hand.said.emit(told, "ok"),
            )

    def _take_in(self) -> None:
        kinds = sentence("office.plan.books", kinds=_BOOKS)
        folder = str(self._hand.out_folder)
        chosen, _ = QFileDialog.getOpenFileName(self, self.take_in.text(), folder, kinds)
        if chosen:
            plans = self._hand.desk.office.plans
            self._hand.ask(partial(plans.take_in, Path(chosen)), self.came.emit)

    # Putting it together

    def _lay_out(self) -> None:
        self._label = Text(sentence("office.plan.compare_with"), "label")
        self.other.set_names(self._label.text(), "")
        column = Column(gap=8, margins=(20, 4, 20, 16))
        column.addLayout(Row(self.edit, self.next, self.current, None))
        column.addLayout(Row(self.export, self.take_in, None))
        column.addWidget(self.rows, 1)
        column.addLayout(Row(self._label, self.other, None, gap=12))
        column.addWidget(self.said)
        column.addWidget(self.shown, 1)
        self.setLayout(column)
        self.setFocusProxy(self.rows)

    def _connect(self) -> None:
        self.rows.selectionModel().currentChanged.connect(lambda *_rows: self._show_chosen())
        self.rows.entered_row.connect(lambda _index: self._edit())
        self.other.edited.connect(lambda _text: self._compare())
        self.edit.clicked.connect(self._edit)
        self.next.clicked.connect(self._next)
        self.current.clicked.connect(self._make_current)
        self.export.clicked.connect(self._export)
        self.take_in.clicked.connect(self._take_in)


def change_lines(found: tuple[Change, ...]) -> list[Line]:
    """Changes under the measures they belong to, what differs marked in the text."""
    lines: list[Line] = []
    for one in found:
        if not lines or lines_subject(lines) != one.subject:
            lines.append(Line(Kind.HEADING, one.subject))
        chip, effect = _CHIPS[one.kind]
        before = (one.before,) if one.before else ()
        after = (one.after,) if one.after else ()
        word = (sentence(f"office.plan.kind_of_change.{one.kind.value}"), *chip)
        told = one.text if one.kind is ChangeKind.ORDERED else ""
        lines.append(Line(Kind.CHANGE, one.field, told, "", before, after, effect, chip=word))
    return lines


def lines_subject(lines: list[Line]) -> str:
    """What the last heading says."""
    return next(line.title for line in reversed(lines) if line.kind is Kind.HEADING)


_CHIPS: dict[ChangeKind, tuple[tuple[look.Tone, str], Effect | None]] = {
    ChangeKind.ADDED: (("ok", "plus"), Effect.NEW),
    ChangeKind.REMOVED: (("warn", "dash"), Effect.CHANGED),
    ChangeKind.CHANGED: (("info", "pencil"), Effect.CHANGED),
    ChangeKind.ORDERED: (("plain", "both"), None),
}


def _rows(name: str) -> Rows:
    rows = Rows()
    rows.setItemDelegate(LineDelegate(rows))
    rows.setAccessibleName(sentence(f"office.plan.{name}"))
    return rows


def _name(one: Version) -> str:
    years = sentence(
        "office.plan.span", first=short_year(one.years.start), last=short_year(one.years[-1])
    )
    return sentence("office.plan.version", years=years, version=one.version)


def _line(one: Version | Begun) -> Line:
    """A version, or a draft that waits."""
    if isinstance(one, Begun):
        when = sentence("office.plan.when", when=moment(one.changed_at), person=one.person).strip()
        chip: ChipText = (sentence("office.plan.draft"), "note", "pencil")
        return Line(
            Kind.REMARK, one.title or one.plan, sentence("office.plan.draft_told"), when, chip=chip
        )
    when = sentence("office.plan.when", when=moment(one.added_at), person=one.person).strip()
    years = "・".join(map(short_year, one.judges)) or sentence("office.plan.no_years")
    fixed = "・".join(map(short_year, one.fixed))
    told = sentence("office.plan.judges", years=years)
    if fixed:
        told += sentence("office.plan.fixed", years=fixed)
    reason = one.reason or sentence("office.plan.no_reason")
    current: ChipText = (sentence("office.plan.current"), "ok", "check")
    text = f"{one.title}\n{reason}\n{told}"
    return Line(Kind.REMARK, _name(one), text, when, chip=current if one.current else None)
