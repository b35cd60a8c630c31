"""元号: years and dates as a city hall writes them, and dates as people type them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from imari_desk.domain.numerals import kanji_number, narrow
from imari_desk.domain.unclear import Unclear, unclear


@dataclass(frozen=True, slots=True)
class Era:
    """One 元号 and its first day."""

    name: str
    letter: str
    first_day: date


# Newest first. A new era is one more line at the top.
ERAS = (
    Era("令和", "R", date(2019, 5, 1)),
    Era("平成", "H", date(1989, 1, 8)),
    Era("昭和", "S", date(1926, 12, 25)),
    Era("大正", "T", date(1912, 7, 30)),
    Era("明治", "M", date(1868, 10, 23)),
)

# Patterns stay text until one is first used (re keeps what it has compiled): few starts need any.
_ERA_WORDS = {w: era for era in ERAS for w in (era.name, era.letter, era.name[0])}
_ERA_WORDS["㋿"] = ERAS[0]
_ERA = "(?P<era>" + "|".join(sorted(_ERA_WORDS, key=len, reverse=True)) + ")"
_N = "[0-9]{1,2}|[元〇一二三四五六七八九十]{1,3}"
_Y = "[0-9]{1,3}|[元〇一二三四五六七八九十]{1,3}"
_YEAR = rf"(?:{_ERA}?(?P<year>{_Y})|(?P<western>[12][0-9]{{3}}))(?:年度|年)?"
_REST = rf"(?:年|[./-])(?P<month>{_N})(?:月|[./-])(?P<day>{_N})日?"
_JAPANESE = rf"{_ERA}(?P<year>{_Y}|[0-9]{{4}}){_REST}"
_WESTERN = rf"(?P<year>[0-9]{{4}}){_REST}"
_PACKED = r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
_NO_ERA = rf"(?P<year>{_N}){_REST}"
_NO_YEAR = rf"(?P<month>{_N})(?:月|[./-])(?P<day>{_N})日?"
_NO_DAY = rf"(?:{_ERA}(?:{_N})|[0-9]{{4}})(?:年|[./-])(?:{_N})月?"
_SERIAL = r"[1-9][0-9]{4}(?:\.[0-9]+)?"
_TIME = r"(?:\s+|T)[0-9]{1,2}:[0-9]{2}(?::[0-9.]+)?Z?$"
_WEEKDAY = r"\((?P<weekday>[月火水木金土日])(?:曜日?)?\)$"
_DAY_ZERO = date(1899, 12, 30)  # of workbooks that count from 1900
DAYS_1904 = 1462  # how much later a workbook that counts from 1904 starts


def fiscal_year_of(day: date) -> int:
    """The fiscal year a day belongs to: the year its April starts in."""
    return day.year if day.month >= 4 else day.year - 1


def short_year(fiscal_year: int) -> str:
    """「令和7」. A fiscal year bears the era its middle lies in, so 2019 is 令和元."""
    middle = date(fiscal_year, 10, 1)
    return next((f"{e.name}{_count(e, middle)}" for e in ERAS if e.first_day <= middle), "") or (
        str(fiscal_year)
    )


def fiscal_year_name(fiscal_year: int) -> str:
    """「令和7年度」."""
    return f"{short_year(fiscal_year)}年度"


def initial_year(fiscal_year: int) -> str:
    """「R7」, for where there is little room; the western year before the first era."""
    middle = date(fiscal_year, 10, 1)
    era = next((e for e in ERAS if e.first_day <= middle), None)
    return f"{era.letter}{middle.year - era.first_day.year + 1}" if era else str(fiscal_year)


def date_name(day: date) -> str:
    """「令和8年5月20日」; a day before the first era in the table as 「1850年1月1日」."""
    era = next((e for e in ERAS if e.first_day <= day), None)
    year = f"{era.name}{_count(era, day)}" if era else f"{day.year:04d}"
    return f"{year}年{day.month}月{day.day}日"


def read_year(text: str) -> int | Unclear:
    """The fiscal year typed as 令和7年度, R7, 2025, 2025年度 or 7 (of the newest era)."""
    found = re.fullmatch(_YEAR, _squeezed(text))
    if found is None:
        return unclear("year.unreadable", text)
    if found["western"]:
        return int(found["western"])
    era = _ERA_WORDS[found["era"] or ERAS[0].letter]
    year = era.first_day.year - 1 + _number(found["year"])
    last = _last_day(era)
    if not era.first_day.year <= year <= (last.year if last else year):
        return unclear("year.outside", text, might=str(year), name=fiscal_year_name(year))
    return year


def read_date(text: str) -> date | Unclear:
    """The date typed in any of the usual ways; without a year, or impossible, a question."""
    typed = _squeezed(re.sub(_TIME, "", narrow(text)))
    named = re.search(_WEEKDAY, typed)
    day = _read_day(typed[: named.start()] if named else typed, text)
    if named and isinstance(day, date):
        right = "月火水木金土日"[day.weekday()]
        if named["weekday"] != right:
            return unclear("date.weekday", text, might=day.isoformat(), right=right)
    return day


def serial_day(serial: int) -> date:
    """The day a workbook that counts from 1900 means by a serial number."""
    return _DAY_ZERO + timedelta(days=serial)


def _read_day(typed: str, seen: str) -> date | Unclear:
    if found := re.fullmatch(_WESTERN, typed) or re.fullmatch(_PACKED, typed):
        return _day(int(found["year"]), found, seen)
    if found := re.fullmatch(_JAPANESE, typed):
        return _era_day(_ERA_WORDS[found["era"]], found, seen)
    if found := re.fullmatch(_NO_ERA, typed):
        return _question("date.no_era", _era_day(ERAS[0], found, seen), seen)
    if re.fullmatch(_NO_YEAR, typed):
        return unclear("date.no_year", seen)
    if re.fullmatch(_NO_DAY, typed):
        return unclear("date.no_day", seen)
    if re.fullmatch(_SERIAL, typed):
        return _serial(int(typed.partition(".")[0]), seen)
    return unclear("date.unreadable", seen)


def _era_day(era: Era, found: re.Match[str], seen: str) -> date | Unclear:
    day = _day(era.first_day.year - 1 + _number(found["year"]), found, seen)
    if isinstance(day, Unclear):
        return day
    last = _last_day(era)
    if day < era.first_day or (last and day > last):
        return unclear("date.outside", seen, might=day.isoformat(), name=date_name(day))
    return day


def _day(year: int, found: re.Match[str], seen: str) -> date | Unclear:
    try:
        return date(year, _number(found["month"]), _number(found["day"]))
    except ValueError:
        return unclear("date.impossible", seen)


def _question(code: str, reading: date | Unclear, seen: str) -> Unclear:
    if isinstance(reading, Unclear):
        return reading
    return unclear(code, seen, might=reading.isoformat(), name=date_name(reading))


def _serial(serial: int, seen: str) -> Unclear:
    day = serial_day(serial)
    later = date_name(day + timedelta(days=DAYS_1904))
    return unclear("date.serial", seen, might=day.isoformat(), name=date_name(day), name_1904=later)


def _count(era: Era, day: date) -> str:
    number = day.year - era.first_day.year + 1
    return "元" if number == 1 else str(number)


def _last_day(era: Era) -> date | None:
    """The last day of an era; None for the newest."""
    place = ERAS.index(era)
    return ERAS[place - 1].first_day - timedelta(days=1) if place else None


def _squeezed(text: str) -> str:
    return "".join(narrow(text).split()).upper()


def _number(text: str) -> int:
    if text == "元":
        return 1
    return int(text) if text.isascii() else int(kanji_number(text) or 0)
