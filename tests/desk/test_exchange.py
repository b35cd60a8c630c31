"""Request, answer, submit, return, confirm: with real databases and real workbooks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.cell import Cell

from imari_desk.desk.desk import Desk
from imari_desk.domain.book import Level
from imari_desk.domain.errors import CallError
from imari_desk.domain.items import Owner
from imari_desk.domain.records import Outcome
from imari_desk.domain.taking_in import Effect
from imari_desk.workbook.by_hand import fill_in
from tests.desk.people import (
    DEPARTMENT,
    MINE,
    OTHER,
    THEIRS,
    YEAR,
    People,
    conflict,
    edited,
    meet,
    value,
)


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    people = meet(tmp_path)
    with people.office, people.clerk:
        yield people


def test_two_clerks_who_handed_in_a_different_number_of_times_choose_nothing(
    people: People,
) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "はじめの文"})
    people.submit("一.xlsx")
    people.clerk.enter(MINE, YEAR, {"activities": "直した文"})
    second = people.submit("二.xlsx")
    with people.colleague() as colleague:
        colleague.import_files([people.request])
        colleague.enter(MINE, YEAR, {"results": "成果"})
        other = colleague.submit(YEAR, people.folder / "三.xlsx").path
    people.office.import_files([second, other])
    leaf = people.office.leaf(MINE, YEAR)
    assert leaf.evaluation.values("submission") == ("1", "2")
    assert leaf.conflicts == {}
    assert [found for found in leaf.findings if found.code == "check.conflict"] == []


def test_the_request_tells_a_department_what_it_answers_for(people: People) -> None:
    assert [m.measure for m in people.clerk.check(YEAR)] == [MINE]
    view = people.clerk.show(MINE, YEAR)
    assert (view.department, view.state) == (DEPARTMENT, "未着手")


def test_an_answer_goes_to_the_office_and_its_state_with_it(people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "26手続を始めた。", "progress": "前倒し"})
    assert people.clerk.show(MINE, YEAR).state == "入力中"
    report = people.office.import_files([people.submit()])[0]
    assert (report.outcome, report.level, report.department) == (
        Outcome.APPLIED,
        Level.FULL,
        DEPARTMENT,
    )
    assert report.clean
    assert people.clerk.show(MINE, YEAR).state == "提出済"
    assert people.office.show(MINE, YEAR).state == "受付済"
    assert value(people.office, "activities") == "26手続を始めた。"


def test_the_same_file_again_or_renamed_changes_nothing(people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "一"})
    sent = people.submit()
    people.office.import_files([sent])
    before = people.office.verify().digest
    copy = Path(shutil.copy(sent, people.folder / "提出 (2).xlsx"))
    outcomes = [r.outcome for r in people.office.import_files([sent, copy])]
    assert outcomes == [Outcome.NOTHING_NEW, Outcome.NOTHING_NEW]
    assert people.office.verify().digest == before


def test_an_older_file_after_a_newer_one_changes_nothing(people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "一"})
    older = people.submit("一.xlsx")
    people.clerk.enter(MINE, YEAR, {"activities": "二"})
    newer = people.submit("二.xlsx")
    outcomes = [r.outcome for r in people.office.import_files([newer, older])]
    assert outcomes == [Outcome.APPLIED, Outcome.NOTHING_NEW]
    assert value(people.office, "activities") == "二"


def test_looking_first_changes_nothing(people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "一"})
    sent = people.submit()
    before = people.office.verify().digest
    report = people.office.import_files([sent], dry_run=True)[0]
    assert {c.change.key for c in report.changes} == {"activities", "submission"}
    assert people.office.verify().digest == before
    assert people.office.import_files([sent])[0].outcome is Outcome.APPLIED


def test_two_clerks_answers_both_stand_until_one_is_chosen(people: People) -> None:
    handover = people.clerk.hand_over(YEAR, people.folder / "引継ぎ.xlsx").path
    with people.colleague() as colleague:
        colleague.import_files([handover])
        colleague.enter(MINE, YEAR, {"results": "乙"})
        second = colleague.submit(YEAR, people.folder / "乙.xlsx").path
    people.clerk.enter(MINE, YEAR, {"results": "甲"})
    reports = people.office.import_files([people.submit("甲.xlsx"), second])
    assert [c.change.effect for c in reports[1].changes] == [Effect.CONFLICT]
    assert sorted(conflict(people.office, "results")) == ["乙", "甲"]
    back = people.office.give_back(YEAR, DEPARTMENT, people.folder / "差戻し.xlsx").path
    people.clerk.import_files([back])
    assert sorted(conflict(people.clerk, "results")) == ["乙", "甲"]
    people.clerk.enter(MINE, YEAR, {"results": "甲"})
    people.office.import_files([people.submit("再.xlsx")])
    assert value(people.office, "results") == "甲"


def test_a_return_brings_the_comments_and_is_over_with_the_next_submission(
    people: People,
) -> None:
    people.office.import_files([people.submit()])
    people.office.enter(MINE, YEAR, {"comment.issues": "要因を書いてください。"})
    back = people.office.give_back(YEAR, DEPARTMENT, people.folder / "差戻し.xlsx", message="至急")
    assert people.office.show(MINE, YEAR).state == "差戻し"
    assert people.office.status(YEAR)[0].returned == 1
    people.clerk.import_files([back.path])
    view = people.clerk.show(MINE, YEAR)
    assert view.state == "差戻し"
    assert [a.value for a in view.answers if a.key.startswith("comment.issues~")] == [
        "要因を書いてください。"
    ]
    people.clerk.enter(MINE, YEAR, {"issues": "人手が足りない。"})
    people.office.import_files([people.submit("再.xlsx")])
    assert people.office.show(MINE, YEAR).state == "受付済"
    assert value(people.office, "submission") == "2"


def test_a_request_filled_in_by_hand_is_a_submission(people: People) -> None:
    filled = people.folder / "手書き.xlsx"
    typed: dict[str, dict[str, str | float]] = {
        MINE: {"T01": "=始めた", "M12": 118, "M13": "２６２"}
    }
    filled.write_bytes(fill_in(people.request.read_bytes(), typed, {MINE: "別紙あり"}))
    report = people.office.import_files([filled])[0]
    assert value(people.office, "activities") == "=始めた"
    assert value(people.office, "indicator.1.numerator") == "118"
    assert value(people.office, "indicator.1.denominator") == "262"
    assert people.office.show(MINE, YEAR).state == "受付済"
    assert [u.text for u in report.unread] == ["別紙あり"]


def test_another_department_s_measure_is_shown_and_not_applied(people: People) -> None:
    with Desk.create(people.folder / "other", Owner.DEPARTMENT, OTHER) as other:
        other.import_files([people.folder / "依頼" / f"{YEAR}_依頼_{OTHER}.xlsx"])
        other.enter(THEIRS, YEAR, {"activities": "窓口"})
        sent = other.submit(YEAR, people.folder / "他課.xlsx").path
    people.folder.joinpath("変更.csv").write_text(
        f"施策番号,担当課\n{THEIRS},{DEPARTMENT}\n", "utf-8"
    )
    people.office.assign(people.folder / "変更.csv")
    report = people.office.import_files([sent])[0]
    assert report.outcome is Outcome.NEEDS_REVIEW
    assert [p.code for p in report.problems] == ["held_back"]
    assert value(people.office, "activities", THEIRS) == ""
    people.folder.joinpath("再変更.csv").write_text(f"施策番号,担当課\n{THEIRS},{OTHER}\n", "utf-8")
    people.office.assign(people.folder / "再変更.csv")
    assert people.office.import_files([sent])[0].outcome is Outcome.APPLIED
    assert value(people.office, "activities", THEIRS) == "窓口"


def test_a_workbook_for_another_department_is_not_taken_in(people: People) -> None:
    path = people.folder / "依頼" / f"{YEAR}_依頼_{OTHER}.xlsx"
    people.office.enter(THEIRS, YEAR, {"activities": "窓口"})
    people.office.request(YEAR, "", people.folder / "依頼")
    report = people.clerk.import_files([path])[0]
    assert report.outcome is Outcome.NEEDS_REVIEW
    assert THEIRS not in {m.measure for m in people.clerk.check(YEAR)}


def test_a_refused_file_is_kept_with_its_reason(people: People) -> None:
    path = people.folder / "提出.xlsx"
    path.write_bytes(b"<html>not a workbook</html>")
    report = people.office.import_files([path])[0]
    assert report.outcome is Outcome.REFUSED
    assert report.problems[0].text
    kept = list((people.folder / "office").rglob(f"{report.sha256}*"))
    assert [p.read_bytes() for p in kept] == [path.read_bytes()]


def test_a_file_known_by_its_labels_only_waits_for_a_yes(people: People) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "手書き相当"})

    def bare(book: Workbook) -> None:
        del book["データ"]
        cells = (c for sheet in book.worksheets for row in sheet.iter_rows() for c in row)
        for cell in cells:
            if isinstance(cell, Cell) and re.fullmatch("[A-Z][0-9]{2}", str(cell.value)):
                cell.value = None

    path = edited(people.submit(), people.folder / "符号なし.xlsx", bare)
    report = people.office.import_files([path])[0]
    assert (report.level, report.outcome) == (Level.LABELS, Outcome.NEEDS_REVIEW)
    assert value(people.office, "activities") == ""
    assert people.office.import_files([path], accept=True)[0].outcome is Outcome.APPLIED
    assert value(people.office, "activities") == "手書き相当"


def test_after_confirmation_only_a_correction_with_a_reason_changes_an_answer(
    people: People,
) -> None:
    people.clerk.enter(MINE, YEAR, {"activities": "一"})
    people.office.import_files([people.submit()])
    books = people.office.confirm(YEAR, people.folder / "確定")
    assert [b.measures for b in books] == [(MINE,)]
    people.clerk.import_files([books[0].path])
    assert people.clerk.show(MINE, YEAR).state == "確定"
    for desk in (people.office, people.clerk):
        with pytest.raises(CallError, match="確定"):
            desk.enter(MINE, YEAR, {"activities": "二"})
    people.office.enter(MINE, YEAR, {"activities": "二", "correction": "誤記"})
    assert value(people.office, "activities") == "二"


def test_what_was_not_handed_in_is_neither_returned_nor_confirmed(people: People) -> None:
    with pytest.raises(CallError):
        people.office.give_back(YEAR, DEPARTMENT, people.folder / "差戻し.xlsx")
    assert people.office.confirm(YEAR, people.folder / "確定") == ()


def test_a_submission_names_its_gaps_and_carries_the_reason(people: People) -> None:
    book = people.clerk.submit(YEAR, people.folder / "提出.xlsx", "集計待ち")
    assert [gap.measure for gap in book.gaps] == [MINE]
    people.office.import_files([book.path])
    assert value(people.office, "submission_note") == "集計待ち"


def test_submitting_again_without_a_change_is_no_new_submission(people: People) -> None:
    people.office.import_files([people.submit("一.xlsx")])
    people.office.import_files([people.submit("二.xlsx")])
    assert value(people.office, "submission") == "1"


def test_publishing_wants_something_confirmed(people: People) -> None:
    with pytest.raises(CallError):
        people.office.publish(YEAR, people.folder / "公表")
