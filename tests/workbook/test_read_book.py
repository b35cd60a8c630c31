"""What is understood of a 評価ブック after people have worked on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from imari_desk.domain import items
from imari_desk.domain.book import Level, Purpose, ReadBook, Remark
from imari_desk.domain.errors import WorkbookError
from imari_desk.workbook.write_book import write_book
from tests.domain.plans import evaluation, small_plan, torn
from tests.workbook.books import (
    ANSWERS,
    DEPARTMENT,
    PLAN,
    YEAR,
    changed,
    contents,
    edits,
    fill,
    form,
    found,
    read,
    saved,
    sent_book,
    where,
)


def edited(*steps: Callable[[Workbook], object], data: bytes | None = None) -> ReadBook:
    def change(book: Workbook) -> None:
        for step in steps:
            step(book)

    return read(changed(data or sent_book(), change))


def typed(code: str, value: object, sheet: str = "行-①") -> Callable[[Workbook], None]:
    return lambda book: fill(form(book, sheet), code, value)


def set_cell(sheet: str, cell: str, value: Any) -> Callable[[Workbook], None]:
    def change(book: Workbook) -> None:
        target = book[sheet][cell]
        assert isinstance(target, Cell)
        target.value = value

    return change


def codes(remarks: tuple[Remark, ...]) -> list[str]:
    return [remark.code for remark in remarks]


def data_row(book: Workbook, code: str) -> int:
    rows = list(book["データ"].values)
    return next(n for n, r in enumerate(rows, start=1) if r[0] == YEAR and r[2] == code)


# --- as it was written ---


def test_an_untouched_book_brings_everything_and_changes_nothing() -> None:
    sent = contents(carries_plan=True)
    book = read(write_book(sent))
    assert book.level is Level.FULL
    assert book.header == sent.header
    assert (book.unread, book.questions, book.problems, book.plan) == ((), (), (), None)
    assert not any(e.edits for e in book.evaluations)
    for held in (*sent.evaluations, *sent.previous.values()):
        if held.registers:
            there = found(book, held.id.measure, held.id.fiscal_year)
            assert dict(there.registers) == dict(held.registers)
            assert there.department == DEPARTMENT
    assert book.saved_at


def test_the_office_box_and_two_answers_are_known_too() -> None:
    keys = {items.comment_key("activities", r): r for r in ("k7f3", "b2c1")}
    held = evaluation("行-①", YEAR, {**ANSWERS, **keys, "office_view": "よい。", "public": "true"})
    held = torn(torn(held, "results", "増えた。", "減った。"), "budget", "1", "")
    book = read(write_book(contents(held, purpose=Purpose.CONFIRMATION)))
    assert (book.unread, book.questions, book.problems) == ((), (), ())
    assert edits(book) == {}
    assert dict(found(book).registers) == dict(held.registers)


def test_a_reply_is_written_below_the_remark_with_or_without_the_program() -> None:
    remark = items.comment_key("activities", "k7f3")
    reply, settled = items.reply_key(remark), items.settled_key(remark)
    held = evaluation("行-①", YEAR, {remark: "回数は？", reply: "4回です。", settled: "true"})
    book = read(write_book(contents(held, purpose=Purpose.SUBMISSION)))
    assert dict(found(book).registers) == dict(held.registers)
    assert (edits(book), book.unread, book.questions, book.problems) == ({}, (), (), ())
    bare = write_book(contents(evaluation("行-①", YEAR, {remark: "回数は？"}), previous={}))
    typed = changed(bare, lambda book: fill(form(book), "T01~k7f3~R", "５回です。"))
    assert edits(read(typed)) == {reply: ["５回です。"]}
    only_forms = changed(typed, lambda book: book.remove(book["データ"]))
    book = read(only_forms)
    assert book.level is Level.CODES
    assert edits(book)[reply] == ["５回です。"]
    assert book.unread == ()


def test_where_an_answer_stood_is_told() -> None:
    place = found(read(sent_book())).places["activities"]
    assert place.sheet == "データ"
    assert place.cell.startswith("E")


@pytest.mark.parametrize("code", PLAN.by_code)
@pytest.mark.parametrize("year", [2021, 2024, 2025])
def test_an_empty_form_of_any_kind_and_year_says_nothing(code: str, year: int) -> None:
    sent = contents(evaluation(code, year, {}), previous={})
    sent = replace(sent, header=sent.header._replace(fiscal_year=year))
    book = read(write_book(sent))
    assert (book.level, book.unread, book.questions) == (Level.FULL, (), ())
    assert edits(book, code) if code == "" else book.evaluations[0].edits == {}


# --- filled in by hand ---


@pytest.mark.parametrize(
    ("code", "value", "key", "expected"),
    [
        ("T02", "増えた。", "results", "増えた。"),
        ("M12", 120, "indicator.1.numerator", "120"),
        ("M12", "１２０件", "indicator.1.numerator", "120"),
        ("B01", 4951.5, "budget", "4951.5"),
        ("A03", date(2026, 5, 21), "entered_on", "2026-05-21"),
        ("A03", datetime(2026, 5, 21), "entered_on", "2026-05-21"),
        ("A03", "R8.5.21", "entered_on", "2026-05-21"),
        ("P03", "しない", "phase.run", "false"),
        ("H01", "Ａ", "grade", "A"),
        ("A02", "=1+1", "extension", "=1+1"),
    ],
)
def test_a_changed_cell_is_an_edit(code: str, value: object, key: str, expected: str) -> None:
    def type_in(book: Workbook) -> None:
        fill(form(book), code, value)
        row, column = where(form(book), code)
        form(book).cell(row, column + 1).data_type = "s" if isinstance(value, str) else "n"
        if isinstance(value, date):
            form(book).cell(row, column + 1).value = value
            form(book).cell(row, column + 1).number_format = "yyyy/m/d"

    book = edited(type_in)
    assert edits(book) == {key: [expected]}
    assert book.unread == ()
    assert found(book).edits[key][0].place.sheet == "行-①"


@pytest.mark.parametrize(
    ("code", "value"),
    [("M12", 118.0), ("M12", "１１８"), ("A03", date(2026, 5, 20)), ("P03", "○"), ("H01", "Ｂ")],
)
def test_the_same_answer_in_other_words_is_no_edit(code: str, value: object) -> None:
    assert edits(edited(typed(code, value))) == {}


def test_what_is_not_certain_is_taken_as_typed_and_asked_about() -> None:
    book = edited(typed("M12", "約120件"))
    assert edits(book) == {"indicator.1.numerator": ["約120件"]}
    assert [(q.sheet, "オンライン化した手続き数" in q.text) for q in book.questions] == [
        ("行-①", True)
    ]


def test_an_emptied_cell_is_an_answer_taken_back() -> None:
    assert edits(edited(typed("T02", None))) == {"results": [""]}


def test_a_cell_emptied_together_with_its_label_is_asked_about() -> None:
    def wipe(book: Workbook) -> None:
        row, column = where(form(book), "T02")
        form(book).cell(row, column - 1).value = form(book).cell(row, column + 1).value = None

    book = edited(wipe)
    assert edits(book) == {}
    assert codes(book.questions) == ["read.perhaps_empty"]


def test_a_form_wiped_as_a_whole_takes_nothing_back() -> None:
    def wipe(book: Workbook) -> None:
        for row in form(book).iter_rows():
            for cell in row:
                if not cell.protection.locked:
                    cell.value = None

    book = edited(wipe)
    assert edits(book) == {}
    assert codes(book.questions) == ["read.all_empty"]


def test_two_answers_left_as_they_were_or_made_one() -> None:
    held = torn(evaluation("行-①", YEAR, ANSWERS), "results", "増えた。", "減った。")
    data = write_book(contents(held))
    assert edits(read(data)) == {}
    assert edits(edited(typed("T02", "増えてから減った。"), data=data)) == {
        "results": ["増えてから減った。"]
    }


def test_two_answers_half_changed_are_asked_about_and_kept() -> None:
    held = torn(evaluation("行-①", YEAR, ANSWERS), "results", "増えた。", "減った。")
    text = "（回答が2つ以上あります。1つにまとめてください）\n① 増えた。\n② 大きく減った。"
    book = edited(typed("T02", text), data=write_book(contents(held)))
    assert edits(book) == {}
    assert codes(book.questions) == ["read.conflict_kept"]
    assert [u.text for u in book.unread] == [text]


def test_a_formula_that_was_never_computed_is_listed() -> None:
    book = edited(typed("M12", "=100+20"))
    assert edits(book) == {}
    assert codes(book.problems) == ["read.formula_empty"]
    assert [u.text for u in book.unread] == ["=100+20"]


def test_an_error_is_no_answer() -> None:
    def type_in(book: Workbook) -> None:
        fill(form(book), "T02", "#REF!")
        row, column = where(form(book), "T02")
        form(book).cell(row, column + 1).data_type = "e"

    book = edited(type_in)
    assert edits(book) == {}
    assert codes(book.problems) == ["read.error_cell"]


def test_an_office_item_edited_by_hand_is_shown_as_an_edit() -> None:
    held = evaluation("行-①", YEAR, {**ANSWERS, "office_view": "よい。"})
    book = edited(typed("O01", "たいへんよい。"), data=write_book(contents(held)))
    assert edits(book) == {"office_view": ["たいへんよい。"]}


@pytest.mark.parametrize("text", ["T01", "O03"])
def test_an_answer_that_reads_like_a_code_is_an_answer(text: str) -> None:
    before = {"行-①": evaluation("行-①", YEAR - 1, {"extension": "9"})}
    data = write_book(contents(previous=before))
    book = edited(typed("A02", text), data=data)
    assert edits(book) == {"extension": [text]}
    assert book.unread == ()


def test_an_answer_of_blanks_is_still_that_answer() -> None:
    book = read(write_book(contents(evaluation("行-①", YEAR, {"results": "　"}))))
    assert found(book).registers["results"][0].value == "　"
    assert (book.problems, edits(book)) == ((), {})


# --- sheets and cells moved about ---


def renamed(book: Workbook) -> None:
    for n, sheet in enumerate(book.worksheets):
        sheet.title = f"シート{n}"


def reordered(book: Workbook) -> None:
    for n, sheet in enumerate(reversed(book.worksheets)):
        book.move_sheet(sheet, n - book.index(sheet))


def rows_above(book: Workbook) -> None:
    for code in ("行-①", "行-②", "データ", "提出票"):
        sheet = form(book, code)
        merged = [str(r) for r in sheet.merged_cells.ranges]
        for one in merged:
            sheet.unmerge_cells(one)
        sheet.insert_rows(1, 3)


def columns_left(book: Workbook) -> None:
    for code in ("行-①", "データ"):
        sheet = form(book, code)
        for one in [str(r) for r in sheet.merged_cells.ranges]:
            sheet.unmerge_cells(one)
        sheet.insert_cols(1, 2)


def column_between(book: Workbook) -> None:
    """A new column between code and input."""
    sheet = form(book)
    for one in [str(r) for r in sheet.merged_cells.ranges]:
        sheet.unmerge_cells(one)
    _, column = where(sheet, "T01")
    sheet.insert_cols(column + 1)


def rows_hidden(book: Workbook) -> None:
    for n in (5, 6, 7):
        form(book).row_dimensions[n].hidden = True
    form(book, "行-②").sheet_state = "hidden"


def data_sorted(book: Workbook) -> None:
    sheet = form(book, "データ")
    rows = sorted(list(sheet.values)[1:], key=lambda r: str(r[6]))
    for n, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(n, column).value = value
            if isinstance(value, str):
                sheet.cell(n, column).data_type = "s"


def columns_swapped(book: Workbook) -> None:
    sheet = form(book, "データ")
    for row in range(1, sheet.max_row + 1):
        one, other = sheet.cell(row, 3), sheet.cell(row, 5)
        one.value, other.value = other.value, one.value
        one.data_type = other.data_type = "s"


def headings_reworded(book: Workbook) -> None:
    sheet = form(book, "データ")
    for column, word in enumerate(
        ("評価年度", "施策 番号", "コード", "項目", "回答", "単位", "版（変更不可）"), 1
    ):
        sheet.cell(1, column).value = word
    sheet["G1"] = "版"


def codes_in_full_width(book: Workbook) -> None:
    sheet = form(book)
    for code in ("T01", "M12"):
        row, column = where(sheet, code)
        sheet.cell(row, column).value = code.translate({n: n + 0xFEE0 for n in range(33, 127)})


@pytest.mark.parametrize(
    "move",
    [
        renamed,
        reordered,
        rows_above,
        columns_left,
        column_between,
        rows_hidden,
        data_sorted,
        columns_swapped,
        headings_reworded,
        codes_in_full_width,
    ],
)
def test_moving_things_changes_nothing(move: Callable[[Workbook], None]) -> None:
    want = {e.id: dict(e.registers) for e in read(sent_book()).evaluations}
    book = edited(move)
    assert book.level is Level.FULL
    assert {e.id: dict(e.registers) for e in book.evaluations} == want
    assert not any(e.edits for e in book.evaluations)
    assert book.unread == ()
    assert book.problems == ()


@pytest.mark.parametrize("move", [renamed, reordered, rows_above, columns_left, column_between])
def test_an_edit_is_found_wherever_it_was_moved(move: Callable[[Workbook], None]) -> None:
    assert edits(edited(typed("T02", "増えた。"), move)) == {"results": ["増えた。"]}


def test_a_form_taken_out_leaves_the_others_and_deletes_nothing() -> None:
    book = edited(typed("T02", "x", "行-②"), lambda b: b.remove(form(b)))
    assert edits(book, "行-②") == {"results": ["x"]}
    assert edits(book) == {}
    assert dict(found(book).registers)


def test_a_form_copied_and_filled_in_differently_gives_both() -> None:
    def copied(book: Workbook) -> None:
        twin = book.copy_worksheet(form(book))
        twin.title = "行-① (2)"
        fill(form(book), "T02", "増えた。")
        fill(twin, "T02", "減った。")
        fill(twin, "H01", "A")

    book = edited(copied)
    assert edits(book) == {"results": ["増えた。", "減った。"], "grade": ["A"]}
    other = edited(copied, reordered)
    assert edits(other) == edits(book)


def test_a_form_copied_and_filled_in_alike_gives_one_edit_from_one_place() -> None:
    def copied(book: Workbook) -> None:
        fill(form(book), "T02", "増えた。")
        book.copy_worksheet(form(book)).title = "行-① (2)"

    one, other = found(edited(copied)), found(edited(copied, reordered))
    assert one.edits == other.edits
    assert [e.value for e in one.edits["results"]] == ["増えた。"]


def test_merged_cells_count_as_one() -> None:
    def merged(book: Workbook) -> None:
        sheet = form(book)
        row, column = where(sheet, "T02")
        sheet.cell(row, column + 2).value = None
        sheet.merge_cells(
            start_row=row, end_row=row, start_column=column + 1, end_column=column + 2
        )

    assert edits(edited(merged)) == {}


def test_two_inputs_merged_are_asked_about() -> None:
    def merged(book: Workbook) -> None:
        sheet = form(book)
        row, column = where(sheet, "B01")
        sheet.merge_cells(
            start_row=row, end_row=row + 1, start_column=column + 1, end_column=column + 1
        )

    book = edited(merged)
    assert codes(book.questions) == ["read.merged"]
    assert edits(book) == {}


def test_a_row_copied_with_its_code_is_asked_about_and_listed() -> None:
    def copied(book: Workbook) -> None:
        sheet = form(book)
        row, _ = where(sheet, "B01")
        for column in range(1, 5):
            there = sheet.cell(60, column)
            there.value = sheet.cell(row, column).value
        sheet.cell(60, 3).value = 7777

    book = edited(copied)
    assert edits(book) == {}
    assert codes(book.questions) == ["read.code_twice"]
    assert "7777" in [u.text for u in book.unread]


def test_a_code_rubbed_out_is_replaced_by_its_label() -> None:
    def rub_out(book: Workbook) -> None:
        row, column = where(form(book), "T02")
        form(book).cell(row, column).value = None
        form(book).cell(row, column + 1).value = "増えた。"

    book = edited(rub_out)
    assert edits(book) == {"results": ["増えた。"]}
    assert codes(book.questions) == ["read.by_label"]


# --- writing beside the fields ---


@pytest.mark.parametrize("sheet", ["行-①", "データ", "提出票", "計画"])
def test_a_note_in_the_margin_is_listed(sheet: str) -> None:
    data = write_book(contents(carries_plan=True))
    book = edited(set_cell(sheet, "K3", "ここに書きました"), data=data)
    assert [(u.sheet, u.cell, u.text) for u in book.unread] == [(sheet, "K3", "ここに書きました")]


def test_a_note_in_last_years_column_is_listed() -> None:
    def type_in(book: Workbook) -> None:
        row, column = where(form(book), "T01")
        form(book).cell(row, column + 2).value = "去年の欄に書いた"

    assert [u.text for u in edited(type_in).unread] == ["去年の欄に書いた"]


def test_a_reply_on_the_cover_is_listed() -> None:
    def reply(book: Workbook) -> None:
        row, column = where(form(book, "提出票"), "返信（自由に記入）")
        form(book, "提出票").cell(row, column + 1).value = "数字は来週です"

    assert [(u.sheet, u.text) for u in edited(reply).unread] == [("提出票", "数字は来週です")]


def test_a_new_sheet_and_a_comment_are_listed() -> None:
    def add(book: Workbook) -> None:
        book.create_sheet("メモ")["B2"] = "引継ぎ"
        form(book)["A1"].comment = Comment("見ました", "佐藤")

    assert [(u.sheet, u.cell, u.text) for u in edited(add).unread] == [
        ("メモ", "B2", "引継ぎ"),
        ("行-①", "A1", "コメント（佐藤）：見ました"),
    ]


def test_text_hidden_under_a_merge_is_listed() -> None:
    def hide(book: Workbook) -> None:
        sheet = form(book)
        sheet["J2"], sheet["K2"] = "見える", "隠れた"
        sheet.merged_cells.add("J2:K2")

    assert [u.text for u in edited(hide).unread] == ["見える", "隠れた"]


# --- データ changed or gone ---


def test_a_changed_row_of_data_is_reported_and_both_values_stand() -> None:
    def tamper(book: Workbook) -> None:
        book["データ"].cell(data_row(book, "T02"), 5).value = "書き換えた"

    book = edited(tamper)
    assert codes(book.problems) == ["read.data_changed"]
    assert [w.value for w in found(book).registers["results"]] == ["書き換えた"]
    assert edits(book) == {}


def test_a_changed_row_does_not_hide_an_edit() -> None:
    def tamper(book: Workbook) -> None:
        book["データ"].cell(data_row(book, "T02"), 5).value = "書き換えた"

    assert edits(edited(tamper, typed("T02", "増えた。"))) == {"results": ["増えた。"]}


def test_a_sheet_sorted_in_one_column_only_is_not_used() -> None:
    def scramble(book: Workbook) -> None:
        sheet = book["データ"]
        values = [sheet.cell(r, 5).value for r in range(2, sheet.max_row + 1)]
        for r, value in enumerate(reversed(values), start=2):
            sheet.cell(r, 5).value = value

    book = edited(scramble)
    assert codes(book.problems) == ["read.data_broken"]
    assert book.level is Level.CODES
    assert edits(book)["results"] == ["-3件"]


@pytest.mark.parametrize(
    ("column", "value"), [(2, "行-99"), (3, "Q99"), (7, "版なし"), (1, "去年")]
)
def test_a_row_that_belongs_to_nothing_is_reported(column: int, value: str) -> None:
    def tamper(book: Workbook) -> None:
        book["データ"].cell(data_row(book, "B01"), column).value = value

    book = edited(tamper)
    assert codes(book.problems) == ["read.data_row"]
    assert value in [u.text for u in book.unread]
    assert "budget" not in found(book).registers


def test_changed_words_in_data_are_listed() -> None:
    def tamper(book: Workbook) -> None:
        book["データ"].cell(data_row(book, "B01"), 4).value = "よさん"

    assert [u.text for u in edited(tamper).unread] == ["よさん"]


def test_data_twice_is_data_once() -> None:
    book = edited(lambda b: b.copy_worksheet(b["データ"]))
    assert dict(found(book).registers) == dict(found(read(sent_book())).registers)
    assert (book.unread, book.problems) == ((), ())


def test_without_data_everything_filled_in_looks_new() -> None:
    book = edited(lambda b: b.remove(b["データ"]))
    assert book.level is Level.CODES
    assert book.header == contents().header
    assert found(book).registers == {}
    assert edits(book) == {k: [v] for k, v in ANSWERS.items()}
    assert codes(book.questions) == ["read.no_data"]
    assert len(book.unread) == 1
    assert "前の年に行ったこと。" in book.unread[0].text


def test_without_data_and_cover_the_last_rows_say_what_it_is() -> None:
    book = edited(lambda b: b.remove(b["データ"]), lambda b: b.remove(b["提出票"]))
    assert book.header is not None
    assert book.header._replace(written_on="2026-04-20", message=contents().header.message) == (
        contents().header
    )


def test_without_codes_the_labels_lead() -> None:
    def rub_out(book: Workbook) -> None:
        book.remove(book["データ"])
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.column in (2, 6) and cell.font.size == 8:
                        cell.value = None

    book = edited(rub_out)
    assert book.level is Level.LABELS
    assert edits(book) == {k: [v] for k, v in ANSWERS.items()}
    assert codes(book.questions).count("read.no_codes") == 2


def test_data_alone_is_enough() -> None:
    def only_data(book: Workbook) -> None:
        for name in ("提出票", "行-①", "行-②"):
            book.remove(book[name])

    book = edited(only_data)
    assert book.level is Level.FULL
    assert book.header is not None
    assert book.header.fiscal_year == YEAR
    assert codes(book.questions) == ["read.plan_guessed", "read.no_cover"]
    assert found(book).registers["grade"][0].value == "B"


# --- the wrong book ---


def test_another_workbook_is_refused_with_a_reason() -> None:
    other = Workbook()
    assert isinstance(other.active, Worksheet)
    other.active["A1"] = "出張旅費"
    book = read(saved(other))
    assert (book.level, book.header, book.evaluations) == (Level.NONE, None, ())
    assert codes(book.problems) == ["read.foreign"]


def test_what_is_no_workbook_raises() -> None:
    with pytest.raises(WorkbookError):
        read(b"PK\x03\x04 not really")


def test_an_unknown_plan_is_named() -> None:
    other = replace(PLAN, id="next", version=3)
    sent = contents(plan=other, previous={})
    book = read(write_book(sent))
    assert book.level is Level.NONE
    assert codes(book.problems) == ["read.plan_unknown"]
    assert "next" in book.problems[0].text


def test_a_plan_that_comes_along_is_read_and_used() -> None:
    newer = replace(small_plan(), version=2)
    book = read(write_book(contents(plan=newer, carries_plan=True)))
    assert book.plan == newer
    assert book.level is Level.FULL
    assert book.unread == ()


def test_a_plan_that_came_along_damaged_is_said() -> None:
    newer = replace(small_plan(), version=2)

    def damage(book: Workbook) -> None:
        sheet = book["計画"]
        sheet.delete_rows(where(form(book, "計画"), "first_year")[0] + 1)
        sheet["B6"] = "いつか"

    book = edited(damage, data=write_book(contents(plan=newer, carries_plan=True)))
    assert book.level is Level.NONE
    assert codes(book.problems) == ["read.plan_damaged", "read.plan_unknown"]


def test_a_known_plan_changed_in_the_book_is_reported() -> None:
    data = write_book(contents(carries_plan=True))
    book = edited(set_cell("計画", "B3", "別の名前"), data=data)
    assert codes(book.problems) == ["read.plan_changed"]
    assert "別の名前" in [u.text for u in book.unread]


def test_a_form_of_an_unknown_measure_is_listed_whole() -> None:
    def other(book: Workbook) -> None:
        sheet = form(book)
        sheet["B2"] = "行-99"
        sheet.cell(sheet.max_row, 1).value = None

    book = edited(other)
    assert codes(book.problems) == ["read.measure_unknown"]
    assert ANSWERS["activities"] in [u.text for u in book.unread]


def test_a_form_whose_head_and_last_row_disagree_is_not_used() -> None:
    book = edited(set_cell("行-①", "B2", "行-③"))
    assert codes(book.problems) == ["read.form_disagrees"]
    assert edits(book) == {}


def test_a_form_of_another_plan_is_not_used() -> None:
    stranger = load_workbook(
        BytesIO(write_book(contents(plan=replace(PLAN, id="other"), previous={})))
    )
    text = str(form(stranger).cell(form(stranger).max_row, 1).value)

    def paste(book: Workbook) -> None:
        form(book).cell(form(book).max_row, 1).value = text

    assert codes(edited(paste).problems) == ["read.other_plan"]


def test_a_form_of_no_year_is_not_used() -> None:
    book = edited(set_cell("行-①", "B3", "いつか"))
    assert codes(book.problems) == ["read.year_unknown"]


def test_last_years_form_belongs_to_last_year() -> None:
    sent = contents(evaluation("行-①", YEAR - 1, ANSWERS), previous={})
    sent = replace(sent, header=sent.header._replace(fiscal_year=YEAR - 1))
    book = edited(typed("T02", "増えた。"), data=write_book(sent))
    assert list(found(book, year=YEAR - 1).edits) == ["results"]


def test_measures_are_told_in_any_spelling() -> None:
    book = edited(set_cell("行-①", "B2", "行一1"), typed("T02", "増えた。"))
    assert edits(book) == {"results": ["増えた。"]}


def test_copy_keeps_styles_out_of_it() -> None:
    """Fonts, fills and borders mean nothing to the reader."""

    def plain(book: Workbook) -> None:
        for sheet in book.worksheets:
            for row in sheet.iter_rows():
                for cell in row:
                    cell.style = "Normal"

    book = edited(plain)
    assert (book.unread, book.problems) == ((), ())
    assert not any(e.edits for e in book.evaluations)
