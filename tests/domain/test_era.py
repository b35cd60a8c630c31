"""元号, years and dates as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import era
from imari_desk.domain.unclear import Unclear

DAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    "text",
    [
        "R8.5.20",
        "r8/5/20",
        "Ｒ８．５．２０",
        "令和8年5月20日",
        "令和 8年 5月 20日",
        "令和八年五月二十日",
        "令8.5.20",
        "㋿8.5.20",
        "2026/5/20",
        "2026-05-20",
        "2026.5.20",
        "２０２６年５月２０日",
        "20260520",
        "2026-05-20 00:00:00",
        "2026-05-20T09:30",
        "2026-5-20 0:00",
        "令和8年5月20日（水）",
        "2026年5月20日(水曜日)",
    ],
)
def test_usual_ways_of_writing_one_day(text: str) -> None:
    assert era.read_date(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("H31.4.30", date(2019, 4, 30)),
        ("令和元年5月1日", date(2019, 5, 1)),
        ("昭和64年1月7日", date(1989, 1, 7)),
        ("T15.12.24", date(1926, 12, 24)),
        ("明治元年10月23日", date(1868, 10, 23)),
    ],
)
def test_every_era_is_read(text: str, day: date) -> None:
    assert era.read_date(text) == day


@pytest.mark.parametrize(
    ("text", "code", "might"),
    [
        ("5/20", "date.no_year", ""),
        ("5月20日", "date.no_year", ""),
        ("R8.5", "date.no_day", ""),
        ("2026年5月", "date.no_day", ""),
        ("8.5.20", "date.no_era", "2026-05-20"),
        ("8.13.20", "date.impossible", ""),
        ("2026/2/30", "date.impossible", ""),
        ("R8.2.30", "date.impossible", ""),
        ("H31.5.1", "date.outside", "2019-05-01"),
        ("令和元年4月30日", "date.outside", "2019-04-30"),
        ("令和8年5月20日(木)", "date.weekday", "2026-05-20"),
        ("2026年2月30日(木)", "date.impossible", ""),
        ("46162", "date.serial", "2026-05-20"),
        ("46162.5", "date.serial", "2026-05-20"),
        ("明日", "date.unreadable", ""),
        ("", "date.unreadable", ""),
    ],
)
def test_what_is_not_certain_is_asked(text: str, code: str, might: str) -> None:
    read = era.read_date(text)
    assert isinstance(read, Unclear)
    assert (read.code, read.might) == (code, might)
    assert read.text.endswith("。")


def test_a_serial_number_names_both_ways_of_counting() -> None:
    read = era.read_date("46162")
    assert isinstance(read, Unclear)
    assert "令和8年5月20日" in read.text
    assert "令和12年5月21日" in read.text
    assert era.serial_day(46162) == DAY


def test_every_day_survives_being_written_in_its_era() -> None:
    day = date(1868, 10, 20)
    while day < date(2130, 1, 1):
        assert era.read_date(era.date_name(day)) == day
        day += timedelta(days=17)


@given(st.dates())
def test_any_day_at_all_survives(day: date) -> None:
    assert era.read_date(era.date_name(day)) == day
    assert era.read_date(day.isoformat()) == day


@given(st.text(alphabet="0123456789０１令和平成RH元年月日./- ()水T:", max_size=14))
def test_nothing_typed_raises(text: str) -> None:
    assert isinstance(era.read_date(text), date | Unclear)
    assert isinstance(era.read_year(text), int | Unclear)


@pytest.mark.parametrize(
    ("year", "name"),
    [
        (2025, "令和7年度"),
        (2019, "令和元年度"),
        (2018, "平成30年度"),
        (1989, "平成元年度"),
        (1988, "昭和63年度"),
        (1800, "1800年度"),
    ],
)
def test_fiscal_year_names(year: int, name: str) -> None:
    assert era.fiscal_year_name(year) == name
    assert era.short_year(year) == name.removesuffix("年度")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("令和7年度", 2025),
        ("令和七年度", 2025),
        ("R7", 2025),
        ("2025", 2025),
        ("2025年度", 2025),
        ("７", 2025),
        ("令和元年度", 2019),
        ("H31", 2019),
        ("平成30年", 2018),
    ],
)
def test_years(text: str, year: int) -> None:
    assert era.read_year(text) == year


@pytest.mark.parametrize(
    ("text", "code", "might"),
    [
        ("平成35年度", "year.outside", "2023"),
        ("R0", "year.outside", "2018"),
        ("来年", "year.unreadable", ""),
    ],
)
def test_years_that_are_asked_about(text: str, code: str, might: str) -> None:
    read = era.read_year(text)
    assert isinstance(read, Unclear)
    assert (read.code, read.might) == (code, might)


@given(st.integers(1868, 2117))
def test_any_fiscal_year_survives_its_name(year: int) -> None:
    read = era.read_year(era.fiscal_year_name(year))
    assert read == year or (year == 1868 and isinstance(read, int))


def test_fiscal_years_start_in_april() -> None:
    assert era.fiscal_year_of(date(2026, 3, 31)) == 2025
    assert era.fiscal_year_of(date(2026, 4, 1)) == 2026


def test_a_year_in_short_bears_the_letter_of_its_era() -> None:
    assert [era.initial_year(year) for year in (2025, 2019, 2018)] == ["R7", "R1", "H30"]
    assert era.initial_year(1850) == "1850"
