"""Answers come back exactly, whatever program saved the workbook in between."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from imari_desk.domain import items
from imari_desk.domain.book import Level, Purpose, ReadBook
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Item, ItemKind, items_for
from imari_desk.domain.numbers import canonical
from imari_desk.domain.register import Dot, Register, Written, join
from imari_desk.workbook.write_book import write_book
from tests.domain.plans import evaluation, torn
from tests.workbook.books import (
    ANSWERS,
    BEFORE,
    PLAN,
    YEAR,
    changed,
    contents,
    edits,
    fill,
    form,
    only_values,
    read,
    sent_book,
)

NASTY = (
    "=1+1", "+81-955", "-3件", "@mention", "#N/A", "'apostrophe", "0012", "1/2", "1e5", "TRUE",
    "𠮷野家で𩸽", "葛\U000e0100飾", "外字\ue000", "ﾊﾝｶｸ", "_x000D_", "_x0041", "ブック番号",
    "一行目\n二行目\n\n四行目", "  両端に空白  ", "<&>\"'", "…‥―〜", "T01", "提案：A",
    "施策番号", "（回答が2つ以上あります。1つにまとめてください）", "9" * 20,
)  # fmt: skip
SPOILT_BY_LIBREOFFICE = ("_x005F_x0041_", "a\tb")  # the latter by way of ods
MEASURES = ("行-①", "行-②", "地-①")

xml_text = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=30
)
answer_texts = (st.sampled_from(NASTY + SPOILT_BY_LIBREOFFICE) | xml_text).filter(
    lambda t: not t or not t.isspace() or (len(t) < 4 and set(t) <= set(" 　\n\t"))
)


def held_values(item: Item) -> st.SearchStrategy[str]:
    """What a register of the item can hold: readable answers, and what was only typed."""
    if item.kind in (ItemKind.LINE, ItemKind.TEXT):
        return answer_texts
    typed = st.sampled_from(("約10社", "集計中", "80%", "=1+1", "000", "７"))
    if item.kind is ItemKind.NUMBER:
        typed = st.integers(-(10**9), 10**9).map(str) | st.decimals(-1000, 1000, places=2).map(str)
    good = st.sampled_from(item.choices) if item.choices else typed
    return good.map(lambda text: canonical(item, text).value) | st.just("")


@st.composite
def registers(draw: st.DrawFn, code: str, year: int) -> dict[str, Register]:
    held: dict[str, Register] = {}
    asked = items_for(PLAN, PLAN.by_code[code], year)
    for n, item in enumerate(draw(st.lists(st.sampled_from(asked), max_size=12, unique=True))):
        register: Register = ()
        for m in range(draw(st.integers(1, 3) if n == 0 else st.just(1))):
            past = ((f"seen{m}", 7),) if draw(st.booleans()) else ()
            register = join(
                register, (Written(Dot(f"r{m}", n + 1), draw(held_values(item)), past),)
            )
        held[item.key] = register
    if draw(st.booleans()):
        remark = Written(Dot("office", 1), draw(xml_text.filter(lambda t: bool(t.strip()))))
        key = items.comment_key("activities", "k7f3")
        held[key] = (remark,)
        if draw(st.booleans()):
            held[items.reply_key(key)] = (Written(Dot("r0", 90), draw(answer_texts)),)
            held[items.settled_key(key)] = (Written(Dot("r0", 91), "true"),)
    return held


@st.composite
def evaluations(draw: st.DrawFn) -> list[Evaluation]:
    return [
        Evaluation(EvaluationId(PLAN.id, code, year), draw(registers(code, year)))
        for code in MEASURES
        for year in (YEAR, YEAR - 1)
    ]


def carried(book: ReadBook) -> dict[EvaluationId, dict[str, Register]]:
    return {e.id: dict(e.registers) for e in book.evaluations if e.registers}


@given(evaluations())
def test_what_is_written_is_read_and_nothing_else(held: list[Evaluation]) -> None:
    book = read(write_book(contents(*held, purpose=Purpose.SUBMISSION, previous={})))
    assert carried(book) == {e.id: dict(e.registers) for e in held if e.registers}
    assert book.level is Level.FULL
    assert {key for e in book.evaluations for key in e.edits} == set()
    assert (book.unread, book.questions, book.problems) == ((), (), ())


@given(evaluations())
def test_a_reading_written_again_reads_the_same(held: list[Evaluation]) -> None:
    once = read(write_book(contents(*held, previous={})))
    again = [Evaluation(e.id, e.registers) for e in once.evaluations]
    if again:
        assert carried(read(write_book(contents(*again, previous={})))) == carried(once)


@pytest.mark.parametrize("text", NASTY + SPOILT_BY_LIBREOFFICE)
def test_a_text_typed_into_a_form_is_taken_as_typed(text: str) -> None:
    def type_in(book: Workbook) -> None:
        fill(form(book, "行-②"), "T01", text.replace("_x", "_x005F_x"))
        for row in form(book, "行-②").iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.data_type = "s"

    if not text.startswith("（回答が"):
        assert edits(read(changed(sent_book(), type_in)), "行-②") == {"activities": [text]}


def full() -> list[Evaluation]:
    """All texts that programs are known to spoil, two answers in one item, and an empty form."""
    keys = [i.key for i in items_for(PLAN, PLAN.by_code["地-①"], YEAR) if i.kind is ItemKind.TEXT]
    lines = [i.key for i in items_for(PLAN, PLAN.by_code["地-①"], YEAR) if i.kind is ItemKind.LINE]
    texts = dict(zip((*keys, *lines), NASTY, strict=False))
    rest = dict(zip((*keys, *lines), NASTY[len(texts) :], strict=False))
    first = torn(evaluation("行-①", YEAR, ANSWERS), "results", "増えた。", "減った。")
    return [
        first,
        evaluation("地-①", YEAR, texts),
        evaluation("地-①", YEAR - 1, rest),
        evaluation("行-①", YEAR - 1, BEFORE, "u"),
        evaluation("行-②", YEAR, {}),
    ]


def convert(path: Path, kind: str) -> Path:
    """Save a file as LibreOffice does, under the same name in a folder of its own."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed"
    target = path.parent / kind
    profile = f"-env:UserInstallation=file://{path.parent.as_posix()}/profile"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", kind, "--outdir", str(target), str(path)],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return target / f"{path.stem}.{kind}"


@pytest.mark.slow
def test_what_libreoffice_spoils_is_noticed(tmp_path: Path) -> None:
    held = evaluation("行-②", YEAR, {"results": SPOILT_BY_LIBREOFFICE[0]})
    path = tmp_path / "評価.xlsx"
    path.write_bytes(write_book(contents(held, previous={})))
    book = read(convert(path, "xlsx").read_bytes())
    assert [p.code for p in book.problems] == ["read.data_changed"]


def unspoilt(book: ReadBook, held: list[Evaluation]) -> None:
    assert carried(book) == {e.id: dict(e.registers) for e in held if e.registers}
    assert [e.edits for e in book.evaluations if e.edits] == []
    assert (book.level, book.unread, book.questions, book.problems) == (Level.FULL, (), (), ())


def test_visible_values_are_all_it_takes() -> None:
    held = full()
    unspoilt(read(only_values(write_book(contents(*held, carries_plan=True)))), held)


@pytest.mark.slow
@pytest.mark.parametrize("ways", [("xlsx",), ("ods", "xlsx"), ("xls", "xlsx")])
def test_saved_by_libreoffice(tmp_path: Path, ways: tuple[str, ...]) -> None:
    held = full()
    path = tmp_path / "評価.xlsx"
    path.write_bytes(write_book(contents(*held, carries_plan=True)))
    for kind in ways:
        path = convert(path, kind)
    unspoilt(read(path.read_bytes()), held)


@pytest.mark.slow
def test_filled_in_and_saved_by_libreoffice(tmp_path: Path) -> None:
    def fill_in(book: Workbook) -> None:
        fill(form(book), "M12", 131)
        fill(form(book), "T02", "増えた。\n二行目")
        fill(form(book), "H01", None)

    path = tmp_path / "評価.xlsx"
    path.write_bytes(changed(sent_book(), fill_in))
    book = read(convert(path, "xlsx").read_bytes())
    assert edits(book) == {
        "indicator.1.numerator": ["131"],
        "results": ["増えた。\n二行目"],
        "grade": [""],
    }
