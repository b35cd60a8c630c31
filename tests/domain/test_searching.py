"""Texts are found in whatever width they were written, and marked where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.searching import (
    LONGEST,
    Span,
    Word,
    is_searched,
    searchable,
    searched_text,
    spans,
    words_in,
)


def test_width_and_size_of_letters_do_not_matter() -> None:
    assert searchable("ＤＸ　ｾﾐﾅｰ ㈱") == "dx セミナー (株)"
    assert words_in("ＤＸ　ｾﾐﾅｰ dx") == (Word("dx"), Word("セミナー"))
    assert words_in("　 ") == ()


def test_a_question_pasted_by_mistake_is_cut() -> None:
    assert words_in("あ" * 5000) == (Word("あ" * LONGEST),)


@pytest.mark.parametrize("key", ["submission", "office_stage", "settled.a~1", "phase.run"])
def test_what_is_no_word_is_not_searched(key: str) -> None:
    assert not is_searched(key)
    assert searched_text(key, ["2"]) == ""


def test_answers_stand_a_line_each() -> None:
    assert searched_text("results", ["ＡＢ", "", "ｶﾞ"]) == "ab\nガ"


@pytest.mark.parametrize(
    ("text", "question", "marked"),
    [
        ("窓口の予約と窓口", "窓口", ["窓口", "窓口"]),
        ("ｶﾞｽの㌔数", "ガス", ["ｶﾞｽ"]),
        ("ｶﾞｽの㌔数", "キロ", ["㌔"]),
        ("ｶﾞｽの㌔数", "ロ", ["㌔"]),
        ("か\u3099く", "が", ["か\u3099"]),
        ("あいうえ", "いう うえ", ["いうえ"]),
        ("あいうえお", "いうえ う", ["いうえ"]),
        ("あい", "あ い", ["あい"]),
        ("Excel", "ｅｘｃｅｌ", ["Excel"]),
        ("あい", "う", []),
        ("", "う", []),
    ],
)
def test_words_are_marked_where_they_were_written(
    text: str, question: str, marked: list[str]
) -> None:
    assert [text[s.start : s.end] for s in spans(text, words_in(question))] == marked


def test_a_code_is_found_whole() -> None:
    assert words_in("行-② 行-2 ②か 2") == (
        Word("行-2", whole=True),
        Word("2か"),
        Word("2"),
    )
    assert words_in("行-2 行-②") == (Word("行-2", whole=True),)
    assert words_in("行-2 産", {"行-2"}) == (Word("行-2", whole=True), Word("産"))
    (code,) = words_in("行-②")
    assert not code.stands_in("行-20")
    assert code.stands_in("行-20 行-2。")
    assert [s.start for s in spans("行-⑳、行-②", [code])] == [4]
    assert Word("行-2").stands_in("行-20")


def test_no_word_is_nowhere() -> None:
    assert spans("あ", [Word("")]) == ()
    assert spans("あ", [Word("あ")]) == (Span(0, 1),)


@given(st.text(max_size=30), st.text(min_size=1, max_size=3))
def test_marks_lie_in_the_text_one_after_the_other(text: str, question: str) -> None:
    last = -1
    for span in spans(text, words_in(question)):
        assert last < span.start < span.end <= len(text)
        last = span.end
