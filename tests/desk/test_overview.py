"""The whole at a glance, and which year it is about."""

from __future__ import annotations

from pathlib import Path

from imari_desk.desk.desk import Desk
from imari_desk.domain.items import Owner
from tests.desk.people import DEPARTMENT, MINE, YEAR, meet


def test_the_year_worked_on_is_the_last_one_asked_about(tmp_path: Path) -> None:
    people = meet(tmp_path)
    with people.office as office, people.clerk as clerk:
        office.request(YEAR - 1, "", tmp_path / "before")
        assert office.current_year() == YEAR
        clerk.import_files(sorted((tmp_path / "before").iterdir()))
        assert clerk.current_year() == YEAR


def test_the_year_asked_about_may_be_an_earlier_one(tmp_path: Path) -> None:
    with Desk.create(tmp_path, Owner.OFFICE) as office:
        assert office.current_year() == office.plan().last_year
        (tmp_path / "担当.csv").write_text(
            f"施策番号,担当課,関係課\n{MINE},{DEPARTMENT},\n", "utf-8"
        )
        office.assign(tmp_path / "担当.csv")
        office.request(YEAR - 2, "", tmp_path / "依頼")
        assert office.current_year() == YEAR - 2


def test_a_page_opened_for_reading_only_is_locked(tmp_path: Path) -> None:
    people = meet(tmp_path)
    with people.office, people.clerk as clerk:
        assert not clerk.leaf(MINE, YEAR).locked
        with Desk.open(tmp_path / "clerk", read_only=True) as reader:
            assert reader.read_only
            assert reader.leaf(MINE, YEAR).locked
