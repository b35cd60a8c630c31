"""Typed text as register values, and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain import items
from imari_desk.domain.items import Item, ItemKind, Section, items_by_key
from imari_desk.domain.numbers import canonical, read_events, read_number, shown
from imari_desk.domain.unclear import Unclear
from tests.domain.plans import small_plan

PLAN = small_plan()


def item(kind: ItemKind, unit: str = "", choices: tuple[str, ...] = ()) -> Item:
    return Item("x", "X01", "見本", kind, Section.INDICATORS, unit=unit, choices=choices)


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("10", "社", "10"),
        ("-3", "", "-3"),
        ("１，２３４", "", "1234"),
        ("10社", "社", "10"),
        ("１０　社", "社", "10"),
        ("10企業", "社", "10"),
        ("10名", "人", "10"),
        ("118件", "", "118"),
        ("二百五十六件", "", "256"),
        ("80%", "%", "80"),
        ("８０％", "％", "80"),
        ("80パーセント", "%", "80"),
        ("0.8%", "%", "0.8"),
        ("80", "%", "80"),
        ("0", "%", "0"),
        ("1,200千円", "千円", "1200"),
        ("▲5", "", "-5"),
        ("－5", "", "-5"),
        ("1万2千人", "人", "12000"),
    ],
)
def test_certain_numbers(text: str, unit: str, number: str) -> None:
    assert read_number(text, unit) == Decimal(number)


@pytest.mark.parametrize(
    ("text", "unit", "code", "might", "state"),
    [
        ("約10社", "社", "number.about", "10", ""),
        ("10社程度", "社", "number.about", "10", ""),
        ("10以上", "", "number.about", "10", ""),
        ("10数社", "社", "number.about", "10", ""),
        ("10～12", "", "number.range", "", ""),
        ("11・7", "社", "number.several", "", ""),
        ("－", "", "number.dash", "", ""),
        ("―", "", "number.dash", "", ""),
        ("一", "", "number.dash", "", ""),
        ("なし", "", "number.none", "", ""),
        ("ﾅｼ", "", "number.none", "", ""),
        ("未実施", "", "number.not_held", "", ""),
        ("集計中", "", "number.state", "", "集計中"),
        ("測定不能", "", "number.state", "", "測定不能"),
        ("n/a", "", "number.state", "", "対象外"),
        ("対象外", "%", "number.state", "", "対象外"),
        ("#REF!", "", "number.error_cell", "", ""),
        ("=A1+B1", "", "number.formula", "", ""),
        ("TRUE", "", "number.mark", "", ""),
        ("2026/5/20", "", "number.date", "", ""),
        ("11月7日", "", "number.date", "", ""),
        ("0.8", "%", "number.share", "80", ""),
        ("1", "%", "number.share", "100", ""),
        ("45%", "", "number.other_unit", "45", ""),
        ("10件", "社", "number.other_unit", "10", ""),
        ("1,200,000円", "千円", "number.other_unit", "1200000", ""),
        ("1万2千円", "千円", "number.unreadable", "", ""),
        ("12万", "千円", "number.similar", "12", ""),
        ("十", "千円", "number.no_digits", "", ""),
        ("1,5", "", "number.unreadable", "", ""),
        ("1万2", "", "number.unreadable", "", ""),
        ("10社(うち新規3社)", "社", "number.unreadable", "", ""),
        ("およその数", "", "number.about", "", ""),
        ("多数あった③", "", "number.about", "", ""),
        ("③", "", "number.no_digits", "", ""),
        ("未定です", "", "number.no_digits", "", ""),
        ("社", "社", "number.no_digits", "", ""),
        ("", "", "number.no_digits", "", ""),
    ],
)
def test_what_is_asked(text: str, unit: str, code: str, might: str, state: str) -> None:
    read = read_number(text, unit)
    assert isinstance(read, Unclear)
    assert (read.code, read.might, read.state) == (code, might, state)
    assert read.text.endswith("。")


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("11・7", "社", (11, 7)),
        ("11、7", "社", (11, 7)),
        ("11/7", "社", (11, 7)),
        ("11\r\n7", "社", (11, 7)),
        ("11 7", "社", (11, 7)),
        ("9社, 11社", "社", (9, 11)),
        ("9社,11社", "社", (9, 11)),
        ("11社と7社", "社", (11, 7)),
        ("300, 280", "人", (300, 280)),
        ("1,234・1,100", "人", (1234, 1100)),
        ("1回目：11社、2回目：7社", "社", (11, 7)),
        ("第1回11社・第2回7社", "社", (11, 7)),
        ("11", "社", (11,)),
        ("80%、75%", "%", (80, 75)),
    ],
)
def test_certain_lists(text: str, unit: str, numbers: tuple[int, ...]) -> None:
    assert read_events(text, unit) == numbers


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("300,280", "人", "number.one_or_several"),
        ("1 234", "人", "number.one_or_several"),
        ("2025/11/07", "社", "number.date"),
        ("11/07", "社", "number.date"),
        ("集計中", "社", "number.state"),
        ("11-7", "社", "number.range"),
        ("約10・7", "社", "number.about"),
        ("11.7", "社", "number.part_of_event"),
        ("・", "社", "number.unreadable"),
        ("2回目11社、1回目7社", "社", "number.unreadable"),
        ("1回目・2回目", "回", "number.other_unit"),
    ],
)
def test_lists_that_are_asked_about(text: str, unit: str, code: str) -> None:
    read = read_events(text, unit)
    assert isinstance(read, Unclear)
    assert read.code == code


def test_one_or_several_says_both_readings() -> None:
    read = read_events("300,280", "人")
    assert isinstance(read, Unclear)
    assert "300280" in read.text
    assert "300・280" in read.text


@pytest.mark.parametrize(
    ("kind", "unit", "text", "value"),
    [
        (ItemKind.NUMBER, "社", "１０社", "10"),
        (ItemKind.NUMBER, "%", "0.8%", "0.8%"),
        (ItemKind.NUMBER, "社", " ", ""),
        (ItemKind.EVENTS, "社", "11、7", "11・7"),
        (ItemKind.EVENTS, "%", "0.8%、90%", "0.8%・90"),
        (ItemKind.DATE, "", "R8.5.20", "2026-05-20"),
        (ItemKind.TEXT, "", "１\r\n約２", "１\n約２"),
        (ItemKind.LINE, "", " 𠮷田　", " 𠮷田　"),
    ],
)
def test_canonical_forms(kind: ItemKind, unit: str, text: str, value: str) -> None:
    read = canonical(item(kind, unit), text)
    assert (read.value, read.certain, read.code, read.text) == (value, True, "", "")


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        (ItemKind.NUMBER, "約10社", "number.about"),
        (ItemKind.EVENTS, "300,280", "number.one_or_several"),
        (ItemKind.DATE, "5/20", "date.no_year"),
        (ItemKind.CHOICE, "不明", "choice.unknown"),
        (ItemKind.FLAG, "△", "choice.unknown"),
        (ItemKind.TEXT, "改\x0bページ", "text.control"),
        (ItemKind.LINE, "\ud800", "text.control"),
    ],
)
def test_what_is_not_certain_stays_as_typed(kind: ItemKind, text: str, code: str) -> None:
    read = canonical(item(kind, choices=items.WORKED), text)
    assert (read.value, read.certain, read.code) == (text, False, code)
    assert read.text.endswith("。")


@pytest.mark.parametrize(
    ("kind", "unit", "text", "value"),
    [
        (ItemKind.NUMBER, "%", "0.8", "80"),
        (ItemKind.NUMBER, "%", "1", "100"),
        (ItemKind.NUMBER, "%", "0.28999999999999998", "29"),
        (ItemKind.NUMBER, "%", "0.005", "0.5%"),
        (ItemKind.NUMBER, "%", "80%", "80"),
        (ItemKind.EVENTS, "%", "0.8", "80"),
        (ItemKind.EVENTS, "%", "80・75", "80・75"),
    ],
)
def test_percent_cells_are_certain(kind: ItemKind, unit: str, text: str, value: str) -> None:
    read = canonical(item(kind, unit), text, percent=True)
    assert (read.value, read.certain) == (value, True)


def test_a_percent_cell_where_a_count_is_asked_is_a_question() -> None:
    read = canonical(item(ItemKind.NUMBER, "社"), "10", percent=True)
    assert (read.value, read.code) == ("10", "number.percent_cell")


def test_a_long_entry_is_shortened_in_the_question_only() -> None:
    text = "約" + "1" * 60
    read = canonical(item(ItemKind.NUMBER), text)
    assert read.value == text
    assert text not in read.text


def test_shown_forms() -> None:
    flag = item(ItemKind.FLAG, choices=items.WORKED)
    assert [shown(flag, v) for v in ("true", "false", "△", "")] == ["した", "しない", "△", ""]
    assert shown(item(ItemKind.DATE), "2026-05-20") == "令和8年5月20日"
    assert shown(item(ItemKind.DATE), "5/20") == "5/20"
    assert shown(item(ItemKind.NUMBER), "1234") == "1234"


numbers = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3
)
events = st.lists(st.integers(0, 10**6), min_size=1, max_size=6)
every_item = st.sampled_from(
    [i for m in PLAN.measures for i in items_by_key(PLAN, m, 2025).values()]
)


@given(every_item, st.data())
def test_canonical_undoes_shown(one: Item, data: st.DataObject) -> None:
    typed: st.SearchStrategy[str] = {
        ItemKind.NUMBER: numbers.map(lambda n: f"{n}{one.unit}"),
        ItemKind.EVENTS: events.map(lambda ns: "、".join(map(str, ns))),
        ItemKind.DATE: st.dates().map(str),
        ItemKind.CHOICE: st.sampled_from(one.choices or ("",)),
        ItemKind.FLAG: st.sampled_from(("○", "×")),
    }.get(one.kind, st.text())
    first = canonical(one, data.draw(typed))
    assert canonical(one, shown(one, first.value)).value == first.value
    assert canonical(one, shown(one, first.value)).certain == first.certain


@given(
    every_item,
    st.text(alphabet="0123456789０８,.，・、/-－%％社人約千万一 \n年月日令和R#=", max_size=12),
)
def test_nothing_typed_raises_and_what_is_unclear_is_kept(one: Item, text: str) -> None:
    for percent in (False, True):
        read = canonical(one, text, percent=percent)
        assert read.certain or (read.value == text and read.text)
    again = canonical(one, text)
    assert canonical(one, again.value).value == again.value
