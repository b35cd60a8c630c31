"""What happened lately, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.flow import FlowKind
from imari_desk.domain.book import Purpose
from imari_desk.domain.items import Owner
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR

LIST = f"施策番号,担当課\n{MINE},{DEPARTMENT}\n{THEIRS},{DEPARTMENT}\n行-④,{DEPARTMENT}\n"
LIST += f"行-⑤,{DEPARTMENT}\n"


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 5, 20, 9, 0)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    (tmp_path / "担当.csv").write_text(LIST, "utf-8")
    with Desk.create(tmp_path / "office", Owner.OFFICE, clock=clock) as desk:
        desk.assign(tmp_path / "担当.csv")
        yield desk


@pytest.fixture
def clerk(tmp_path: Path, clock: Clock, office: Desk) -> Iterator[Desk]:
    request = office.request(YEAR, "2026-05-29", tmp_path)[0].path
    folder = tmp_path / "clerk"
    with Desk.create(folder, Owner.DEPARTMENT, DEPARTMENT, clock=clock, person="有田") as desk:
        desk.import_files([request])
        yield desk


def texts(desk: Desk) -> list[str]:
    return [entry.text for entry in desk.flow()]


def test_what_one_person_types_within_the_hour_is_one_entry(clerk: Desk, clock: Clock) -> None:
    clerk.type(MINE, YEAR, {"activities": "窓口", "grade": "B"})
    clerk.type(MINE, YEAR, {"grade": "A"})
    clerk.type(THEIRS, YEAR, {"grade": "A"})
    clock.now += timedelta(hours=1)
    clerk.type(MINE, YEAR, {"results": "速くなった"})
    newest, before, came = clerk.flow()
    assert newest.text == f"{MINE}の1項目を記入しました。"
    assert before.text == f"{MINE}、{THEIRS}の3項目を記入しました。"
    assert (newest.kind, newest.person, newest.purpose) == (FlowKind.TYPED, "有田", None)
    assert newest.when.startswith("2026-05-20T10:00:")
    assert (came.kind, came.purpose) == (FlowKind.TAKEN_IN, Purpose.REQUEST)
    assert (
        came.text
        == f"依頼ブックを読みました。新しい内容はありません（{YEAR}_依頼_{DEPARTMENT}.xlsx）。"
    )


def test_many_measures_are_counted(clerk: Desk) -> None:
    for code in (MINE, THEIRS, "行-④", "行-⑤"):
        clerk.type(code, YEAR, {"grade": "A"})
    assert texts(clerk)[0] == f"{MINE}、{THEIRS}、行-④ほか1施策の4項目を記入しました。"


def test_workbooks_in_and_out(office: Desk, clerk: Desk, tmp_path: Path) -> None:
    clerk.type(MINE, YEAR, {"grade": "B", "activities": "窓口"})
    clerk.hand_over(YEAR, tmp_path / "渡す.xlsx")
    office.import_files([clerk.submit(YEAR, tmp_path / "出す.xlsx").path])
    back = office.give_back(YEAR, DEPARTMENT, tmp_path / "戻す.xlsx").path
    clerk.import_files([back])
    clerk.submit(YEAR, tmp_path / "また出す.xlsx")
    office.import_files([tmp_path / "また出す.xlsx"])
    clerk.import_files([b.path for b in office.confirm(YEAR, tmp_path / "確定")])
    (tmp_path / "壊れた.xlsx").write_bytes(b"x")
    clerk.import_files([tmp_path / "壊れた.xlsx"])
    assert texts(clerk)[:-1] == [
        "取り込めないファイルでした（壊れた.xlsx）。",
        f"確定ブックを取り込みました（{YEAR}_確定_{DEPARTMENT}.xlsx、4項目）。",
        "提出ブックを作りました（また出す.xlsx）。",
        "差戻しブックを取り込みました（戻す.xlsx、4項目）。",
        "提出ブックを作りました（出す.xlsx）。",
        "引継ぎブックを作りました（渡す.xlsx）。",
        f"{MINE}の2項目を記入しました。",
    ]
    found = texts(office)
    assert f"{DEPARTMENT}への依頼ブックを作りました（{YEAR}_依頼_{DEPARTMENT}.xlsx）。" in found
    assert f"{DEPARTMENT}への差戻しブックを作りました（戻す.xlsx）。" in found
    assert f"{DEPARTMENT}への確定ブックを作りました（{YEAR}_確定_{DEPARTMENT}.xlsx）。" in found
    assert [e.kind for e in clerk.flow(limit=2)] == [FlowKind.REFUSED, FlowKind.TAKEN_IN]


def test_the_glossary_goes_by_word(clerk: Desk) -> None:
    found = clerk.glossary()
    assert found
    assert all(word == term.word for word, term in found.items())
    assert set(found.values()) == set(clerk.plan().glossary)
