"""The plan's terms are found in texts as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.glossary import terms_in
from imari_desk.domain.plan import Term

TERMS = tuple(
    Term(word, "", "")
    for word in (
        "DX",
        "AI",
        "AI-OCR",
        "ガバメントクラウド",
        "クラウド",
        "デジタル手続法（令和元年法律第16号）",
        "基幹系17業務",
        "スマートロック",
    )
)


def found(text: str) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.term.word) for s in terms_in(text, TERMS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DXを進める", [("DX", "DX")]),
        ("ＤＸとａｉ", [("ＤＸ", "DX"), ("ａｉ", "AI")]),
        ("AI-OCRで読む", [("AI-OCR", "AI-OCR")]),
        ("ガバメントクラウドとクラウド", [("ガバメントクラウド",) * 2, ("クラウド",) * 2]),
        ("ｶﾞﾊﾞﾒﾝﾄｸﾗｳﾄﾞへ移る", [("ｶﾞﾊﾞﾒﾝﾄｸﾗｳﾄﾞ", "ガバメントクラウド")]),
        ("デジタル手続法により", [("デジタル手続法", "デジタル手続法（令和元年法律第16号）")]),
        (
            "デジタル手続法(令和元年法律第16号)により",
            [("デジタル手続法(令和元年法律第16号)", "デジタル手続法（令和元年法律第16号）")],
        ),
        ("基幹系１７業務", [("基幹系１７業務", "基幹系17業務")]),
        ("EMAILやDXF", []),
        ("", []),
    ],
)
def test_terms_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_no_terms_no_spans() -> None:
    assert terms_in("DX", ()) == ()
    assert terms_in("DX", [Term("", "", "")]) == ()


@given(st.text(st.sampled_from("DXＤaiＡＩクラウドｸﾗｳﾄﾞﾞ゙㍿ガバメント "), max_size=30))
def test_spans_are_in_order_and_apart(text: str) -> None:
    spans = terms_in(text, TERMS)
    ends = [0]
    for span in spans:
        assert ends[-1] <= span.start < span.end <= len(text)
        ends.append(span.end)
