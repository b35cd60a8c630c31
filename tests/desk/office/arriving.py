"""A Friday's post at the office: workbooks of every 課, among them all that can be wrong with one.

Made with real desks from the demo's answers; about one 課 has written twice, two clerks of another
know nothing of each other, and some files are no 評価ブック at all.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook

from imari_desk.desk.desk import Desk
from imari_desk.desk.rehearsal_script import Answers, Script, load_script
from imari_desk.domain.items import Owner, items_by_key
from imari_desk.workbook.by_hand import fill_in
from imari_desk.workbook.tables import csv_bytes
from tests import ready

OFFICE, POST, CLERKS = "推進室", "届いた", "課"
YEAR = 2025


class Clock:
    """A made-up one, so that what it shows is the same each time."""

    def __init__(self, day: int = 1) -> None:
        self._now = datetime(2026, 5, day, 9, 0)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=7)
        return self._now


def arrive(folder: Path) -> None:
    """Put the office's desk (OFFICE) and the post (POST) into the folder."""
    ready.copy(_arrive, folder)


def _arrive(folder: Path) -> None:
    script = load_script()
    with Desk.create(folder / OFFICE, Owner.OFFICE, clock=Clock(), person="佐藤（例）") as office:
        _assign(office, folder, script)
        for (code, year), answers in script.past.items():
            office.enter(code, year, answers)
        office.request(YEAR, "2026-05-29", folder / "依頼")
        put_into_the_post(folder, script, lambda path: office.import_files([path]))
        _assign(office, folder, script, moved=script.departments["財政契約課（例）"][:1])
    shutil.rmtree(folder / CLERKS)


def put_into_the_post(folder: Path, script: Script, early: Callable[[Path], object]) -> Path:
    """Every 課 answers the 依頼 in ``folder/依頼``; its desk stays in ``CLERKS``. ``early``: at
    once one workbook is taken in, which comes again with the others. Gives the folder ``POST``.
    """
    post = folder / POST
    post.mkdir()
    for n, name in enumerate(script.departments):
        _answer(folder, post, script, name, n, early)
    _litter(post)
    return post


def _assign(office: Desk, folder: Path, script: Script, moved: tuple[str, ...] = ()) -> None:
    """Who answers; ``moved`` goes to another 課."""
    rows = [("施策番号", "担当課", "関係課")]
    rows += [(c, "総務課（例）" if c in moved else d, r) for c, d, r in script.assignment_rows()]
    path = folder / "assign.csv"
    path.write_bytes(csv_bytes(rows))
    office.assign(path)


def _answer(
    folder: Path, post: Path, script: Script, name: str, n: int, early: Callable[[Path], object]
) -> None:
    request = folder / "依頼" / f"{YEAR}_依頼_{name}.xlsx"
    answers = script.answers_of(name)
    if name == script.by_hand.department:
        _by_hand(request, post / f"{name}_R7評価シート（記入済）.xlsx", script, answers)
        return
    home = folder / CLERKS / name
    with Desk.create(
        home, Owner.DEPARTMENT, name, clock=Clock(10 + n), person=f"{name}担当"
    ) as desk:
        desk.import_files([request])
        _enter(desk, answers)
        if name == script.conflict.department:
            _two_clerks(folder, post, script, desk)
            return
        first = post / f"提出-{name}.xlsx"
        desk.submit(YEAR, first, "数値は集計中です。")
        if name == "市民窓口課（例）":
            early(first)
            _again(desk, post / f"提出-{name}_0602.xlsx", answers)
            shutil.copyfile(first, post / f"コピー ～ 提出-{name}.xlsx")
            first.unlink()
        elif name == "総務課（例）":
            shutil.copyfile(first, post / f"コピー ～ 提出-{name}.xlsx")
        elif name == "学校教育課（例）":
            _without(first, post / f"{name}（再保存）.xlsx", codes=False)
            first.unlink()
        elif name == "建設管理課（例）":
            _without(first, post / f"評価シート_{name}(2).xlsx", codes=True)
            first.unlink()
        elif name == "企画広報課（例）":
            first.rename(post / "提出 2 9 .xlsx")


def _enter(desk: Desk, answers: dict[str, Answers]) -> None:
    for code, typed in answers.items():
        desk.enter(code, YEAR, typed)


def _again(desk: Desk, path: Path, answers: dict[str, Answers]) -> None:
    """The 課 has thought again: some words more, some less, another number."""
    for code, typed in answers.items():
        text = typed.get("activities", "")
        changed = text.replace("実施した", "2回実施し、延べ41人が参加した", 1)
        desk.enter(code, YEAR, {"activities": changed + "窓口の様式も見直した。"})
        if typed.get("indicator.1.numerator", "").isdecimal():
            more = str(int(typed["indicator.1.numerator"]) + 12)
            desk.enter(code, YEAR, {"indicator.1.numerator": more})
    desk.submit(YEAR, path, "")


def _two_clerks(folder: Path, post: Path, script: Script, first: Desk) -> None:
    conflict, name = script.conflict, script.conflict.department
    handover = folder / CLERKS / "引継ぎ.xlsx"
    first.hand_over(YEAR, handover)
    text = script.answers[conflict.measure]["activities"]
    first.enter(
        conflict.measure, YEAR, {**conflict.first, "grade": "A", "activities": f"{text}（追記）"}
    )
    first.submit(YEAR, post / f"提出-{name}（佐藤）.xlsx", "")
    with Desk.create(
        folder / CLERKS / "二人目", Owner.DEPARTMENT, name, clock=Clock(27), person="田中（例）"
    ) as second:
        second.import_files([handover])
        second.enter(conflict.measure, YEAR, {**conflict.second, "grade": "C"})
        second.enter(conflict.measure, YEAR, {"activities": text.replace("。", "（試行）。", 1)})
        second.submit(YEAR, post / f"提出-{name}（田中）.xlsx", "")


def _by_hand(request: Path, to: Path, script: Script, answers: dict[str, Answers]) -> None:
    """A 課 without the program: typed into the 依頼, with notes beside the fields."""
    plan, by_hand = script.plan, script.by_hand
    typed: dict[str, dict[str, str | float]] = {}
    for code, one in answers.items():
        known = items_by_key(plan, plan.by_code[code], YEAR)
        typed[code] = {known[key].code: value for key, value in one.items()}
    book = load_workbook(
        io.BytesIO(fill_in(request.read_bytes(), typed, {by_hand.note_measure: by_hand.note_text}))
    )
    last = list(typed)[-1]
    book[last]["J12"] = "※講師の都合で3月分は含めていません"
    book["提出票"]["K40"] = "推進室へ：機器の入替えは予算の決まり次第です"
    book.save(to)


def _without(path: Path, to: Path, *, codes: bool) -> None:
    """Sent through a program that knows nothing of データ, and with ``codes`` of no codes."""
    book = load_workbook(io.BytesIO(path.read_bytes()))
    del book["データ"]
    for sheet in book.worksheets if codes else ():
        for row in sheet.iter_rows():
            for cell in row:
                text = cell.value
                if isinstance(text, str) and len(text) == 3 and text[1:].isdigit():
                    cell.value = None
    book.save(to)


def _litter(post: Path) -> None:
    """What lies about in a shared folder as well."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = "6月の会議日程"
    book.save(post / "会議資料.xlsx")
    (post / "スキャン0603.pdf").write_bytes(b"%PDF-1.7\n% a scanned page\n")
    whole = (post / "提出-総務課（例）.xlsx").read_bytes()
    (post / "提出-途中で切れた.xlsx").write_bytes(whole[: len(whole) // 2])
    (post / "~$提出-総務課（例）.xlsx").write_bytes(b"lock")
