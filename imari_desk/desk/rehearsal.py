"""The demo: the whole round of one year on the packaged plan, with made-up 課 and answers.

Everybody in it works as in life: the office with its database, each 課 with its own, two clerks
with a copy each, one 課 with nothing but a spreadsheet program.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.desk.files import read_file, write_file
from imari_desk.desk.rehearsal_script import Script, load_script
from imari_desk.desk.reports import FileReport
from imari_desk.domain.errors import CallError
from imari_desk.domain.items import Owner, items_by_key
from imari_desk.domain.words import sentence
from imari_desk.workbook.by_hand import fill_in
from imari_desk.workbook.tables import csv_bytes

Say = Callable[[str], None]

REQUESTS, SUBMISSIONS, RETURNS, CONFIRMATIONS = "依頼", "提出", "差戻し", "確定"
HANDOVERS, DATA, PUBLISHED = "引継ぎ", "データ", "公表"
DUE = "2026-05-29"


def rehearse(folder: Path, say: Say) -> None:
    """Play the round into an empty folder, saying what happens and where each file lies.

    Raises CallError("demo_folder_full") where something lies in the folder already.
    """
    if folder.exists() and any(folder.iterdir()):
        raise CallError("demo_folder_full", folder=folder)
    _Rehearsal(folder, load_script(), say, _Calendar()).play()


class _Calendar:
    """A made-up clock, so that the round falls into the season it belongs to."""

    def __init__(self) -> None:
        self._now = datetime(2026, 5, 1, 9, 0)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def turn_to(self, month: int, day: int) -> None:
        self._now = datetime(2026, month, day, 9, 0)


@dataclass(frozen=True)
class _Rehearsal:
    folder: Path
    script: Script
    say: Say
    calendar: _Calendar

    def play(self) -> None:
        with self._create("推進室", Owner.OFFICE) as office:
            self._prepare(office)
            self._answer()
            self._take_in(office)
            self._return(office)
            self._settle(office)
            self._show(office)
        self._where()

    # What happens, in order

    def _prepare(self, office: Desk) -> None:
        """The office says who answers, brings in the years before, and asks."""
        rows = [("施策番号", "担当課", "関係課"), *self.script.assignment_rows()]
        path = self.folder / "assign.csv"
        write_file(path, csv_bytes(rows))
        assigned = office.assign(path)
        self._step(
            "demo_assigned", measures=len(assigned), departments=len(self.script.departments)
        )
        for (code, year), answers in self.script.past.items():
            office.enter(code, year, answers)
        self._step("demo_past", count=len(self.script.past))
        books = office.request(
            self.script.fiscal_year, DUE, self.folder / REQUESTS, sentence("demo_message")
        )
        self._step("demo_requested", count=len(books))

    def _answer(self) -> None:
        """Each 課 fills in what it was sent and hands it in."""
        self.calendar.turn_to(5, 22)
        for department in self.script.departments:
            if department == self.script.by_hand.department:
                self._fill_in_by_hand(department)
            elif department == self.script.conflict.department:
                self._two_clerks(department)
            else:
                with self._open_request(department) as desk:
                    self._enter(desk, self.script.answers_of(department))
                    self._submit(desk)

    def _two_clerks(self, department: str) -> None:
        """Two clerks work on copies of one database, and both hand in."""
        conflict, year = self.script.conflict, self.script.fiscal_year
        handover = self.folder / HANDOVERS / f"{year}_引継ぎ_{department}.xlsx"
        with self._open_request(department) as first:
            self._enter(first, self.script.answers_of(department))
            first.hand_over(year, handover)
            first.enter(conflict.measure, year, conflict.first)
            self._submit(first, "_1人目")
        with self._create(f"{department}_2人目", Owner.DEPARTMENT, department) as second:
            second.import_files([handover])
            second.enter(conflict.measure, year, conflict.second)
            self._submit(second, "_2人目")
        self._step("demo_two_clerks", department=department, measure=conflict.measure)

    def _fill_in_by_hand(self, department: str) -> None:
        """One 課 has no program: it types into the 依頼 workbook and sends that back."""
        plan = self.script.plan
        typed: dict[str, dict[str, str | float]] = {}
        for code, answers in self.script.answers_of(department).items():
            known = items_by_key(plan, plan.by_code[code], self.script.fiscal_year)
            typed[code] = {known[key].code: value for key, value in answers.items()}
        by_hand = self.script.by_hand
        measure = plan.by_code[by_hand.number_measure]
        number = items_by_key(plan, measure, self.script.fiscal_year)[by_hand.number_key]
        typed[measure.code][number.code] = by_hand.number_value
        data = read_file(self._request_path(department))
        filled = fill_in(data, typed, {by_hand.note_measure: by_hand.note_text})
        write_file(self._submission_path(department, "_手書き"), filled)
        self._step("demo_by_hand", department=department)

    def _take_in(self, office: Desk) -> None:
        """The office takes in whatever has come."""
        self.calendar.turn_to(5, 29)
        reports = office.import_files(sorted((self.folder / SUBMISSIONS).iterdir()))
        for report in reports:
            self._report(report)
        missing = [m.measure for m in office.check(self.script.fiscal_year)]
        self._step("demo_checked", count=len(missing))

    def _return(self, office: Desk) -> None:
        """One 課 is asked to complete, another to choose between its two answers."""
        back, conflict, year = (
            self.script.giving_back,
            self.script.conflict,
            self.script.fiscal_year,
        )
        for measure, item, text in back.comments:
            office.enter(measure, year, {f"comment.{item}": text})
        self.calendar.turn_to(6, 1)
        for department, measures, message in (
            (back.department, back.measures, back.message),
            (conflict.department, [conflict.measure], sentence("demo_choose")),
        ):
            path = self.folder / RETURNS / f"{year}_差戻し_{department}.xlsx"
            office.give_back(year, department, path, measures, message)
            self._step("demo_returned", department=department, measures="、".join(measures))
        self.calendar.turn_to(6, 4)
        self._correct(back.department, self.script.corrections)
        self._correct(conflict.department, {conflict.measure: conflict.chosen})
        for report in office.import_files(
            sorted((self.folder / SUBMISSIONS).glob("*_再提出.xlsx"))
        ):
            self._report(report)

    def _correct(self, department: str, answers: Mapping[str, Mapping[str, str]]) -> None:
        """The 課 takes the returned workbook in, completes its answers and hands in again."""
        with Desk.open(self._data(department), clock=self.calendar) as desk:
            desk.import_files(sorted((self.folder / RETURNS).glob(f"*_{department}.xlsx")))
            self._enter(desk, answers)
            self._submit(desk, "_再提出")

    def _settle(self, office: Desk) -> None:
        """The office adds its view and confirms everything; each 課 gets its 確定 workbook."""
        self.calendar.turn_to(6, 19)
        for code, answers in self.script.office.items():
            office.enter(code, self.script.fiscal_year, answers)
        books = office.confirm(self.script.fiscal_year, self.folder / CONFIRMATIONS)
        for book in books:
            if book.department != self.script.by_hand.department:
                with Desk.open(self._data(book.department), clock=self.calendar) as desk:
                    desk.import_files([book.path])
        self._step("demo_confirmed", count=sum(len(book.measures) for book in books))

    def _show(self, office: Desk) -> None:
        """The consolidated workbook, the printed sheets, the public version."""
        year = self.script.fiscal_year
        self.calendar.turn_to(7, 3)
        office.consolidate(year, self.folder / "集計.xlsx")
        self._step("demo_consolidated")
        sheets = office.print(year, self.folder / "評価シート.pdf")
        self._step("demo_printed", count=sheets)
        office.publish(year, self.folder / PUBLISHED)
        self._step("demo_published")

    def _where(self) -> None:
        """Say where each file lies."""
        self.say(sentence("demo_where"))
        names = ["assign.csv", REQUESTS, HANDOVERS, SUBMISSIONS, RETURNS, CONFIRMATIONS]
        names += ["集計.xlsx", "評価シート.pdf", PUBLISHED, DATA]
        for name in names:
            self.say(f"  {self.folder / name}")

    # The people's desks

    def _create(self, name: str, role: Owner, department: str = "") -> Desk:
        return Desk.create(self._data(name), role, department, clock=self.calendar)

    def _open_request(self, department: str) -> Desk:
        desk = self._create(department, Owner.DEPARTMENT, department)
        desk.import_files([self._request_path(department)])
        return desk

    def _enter(self, desk: Desk, answers: Mapping[str, Mapping[str, str]]) -> None:
        for code, typed in answers.items():
            desk.enter(code, self.script.fiscal_year, typed)

    def _submit(self, desk: Desk, suffix: str = "") -> None:
        path = self._submission_path(desk.department, suffix)
        book = desk.submit(self.script.fiscal_year, path, sentence("demo_reason"))
        gaps = sum(len(gap.findings) for gap in book.gaps)
        self._step(
            "demo_submitted", department=desk.department, measures=len(book.measures), gaps=gaps
        )

    def _data(self, name: str) -> Path:
        return self.folder / DATA / name

    def _request_path(self, department: str) -> Path:
        return self.folder / REQUESTS / f"{self.script.fiscal_year}_依頼_{department}.xlsx"

    def _submission_path(self, department: str, suffix: str) -> Path:
        name = f"{self.script.fiscal_year}_提出_{department}{suffix}.xlsx"
        return self.folder / SUBMISSIONS / name

    def _report(self, report: FileReport) -> None:
        self._step(
            "demo_taken_in",
            name=report.path.name,
            count=len(report.changes),
            questions=len(report.questions),
            unread=len(report.unread),
        )

    def _step(self, code: str, **facts: object) -> None:
        self.say(sentence(code, **facts))
