"""Words an earlier release printed are known: a form with them reads as one of today does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from openpyxl import Workbook

from imari_desk.domain.book import Level
from imari_desk.domain.items import items_for
from imari_desk.domain.words import SENTENCES, sentence
from imari_desk.workbook import earlier
from tests.workbook.books import ANSWERS, PLAN, YEAR, changed, edits, found, read, sent_book

# As released. What is reworded stays here, and joins workbook/earlier.py.
PRINTED = {
    "form.title": "{year}　施策評価表",
    "form.measure": "施策番号",
    "form.name": "施策名称",
    "form.year": "評価年度",
    "form.department": "担当課",
    "form.due": "提出期限",
    "form.schedule": "今年度の取組",
    "form.none": "（計画に記載なし）",
    "form.item": "項目",
    "form.code": "コード",
    "form.input": "今年度（記入）",
    "form.previous": "前年度（{year}）",
    "form.section.progress": "2　取組の進み具合　　実施評価指標・今年度行った段階",
    "form.section.grade": "3　自己評価　　{legend}",
    "form.section.outlook": "5　今後の方向性・経費・記入者",
    "form.proposal": "提案：{text}",
    "cover.title": "評価ブック　提出票",
    "cover.purpose": "用途",
    "cover.plan": "計画",
    "cover.version": "計画の版",
    "cover.plan_id": "計画の記号",
    "cover.year": "評価年度",
    "cover.department": "担当課",
    "cover.due": "提出期限",
    "cover.number": "ブック番号",
    "cover.written_on": "作成日",
    "cover.message": "連絡",
    "cover.reply": "返信（自由に記入）",
    "cover.measures": "このブックの施策",
    "cover.head.code": "番号",
    "cover.head.name": "施策名称",
    "cover.head.sheet": "シート",
    "cover.head.progress": "作成時の記入状況",
    "cover.how": "記入のしかた",
}
LABELS = (
    *("自己評価", "自己評価の理由", "取組実績", "成果", "課題・要因", "次年度の取組"),
    *("今後の方向性", "方向性の理由", "進捗区分", "予算額", "決算額", "根拠資料", "関係課"),
    *("記入者", "内線", "記入日", "所属長", "所属長の確認日"),
)
WORDS_BEFORE = {code: f"前の{text}" for code, text in PRINTED.items()}
LABELS_BEFORE = {label: f"以前の{label}" for label in LABELS}


@pytest.fixture
def reworded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if every word read otherwise in the release before."""
    for code, old in WORDS_BEFORE.items():
        monkeypatch.setitem(earlier.WORDS, code, (old,))
    for label, old in LABELS_BEFORE.items():
        monkeypatch.setitem(earlier.LABELS, label, (old,))
    earlier.forget()
    yield
    earlier.forget()


def before(text: str) -> str:
    """The text as the release before would have printed it."""
    for code, now in PRINTED.items():
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*)", re.escape(now))
        if hit := re.fullmatch(pattern, text, re.DOTALL):
            return WORDS_BEFORE[code].format(**hit.groupdict())
    for label, old in LABELS_BEFORE.items():
        if hit := re.fullmatch(rf"{label}((?:（[0-9千円字]+）)*(?: ▼)?)", text):
            return old + hit[1]
    return text


def reprint(book: Workbook) -> None:
    """The sheets people look at, in the words of the release before; answers stay."""
    answers = set(ANSWERS.values())
    for sheet in book.worksheets:
        for row in sheet.iter_rows() if sheet.title != "データ" else ():
            for cell in row:
                if isinstance(cell.value, str) and cell.value not in answers:
                    cell.value = before(cell.value)


def without_data(book: Workbook) -> None:
    reprint(book)
    del book["データ"]


def test_every_word_released_is_known() -> None:
    for code, text in PRINTED.items():
        assert text in (SENTENCES[code], *earlier.WORDS.get(code, ())), code
    labels = {item.label for item in items_for(PLAN, PLAN.by_code["行-①"], YEAR)}
    known = labels | {old for olds in earlier.LABELS.values() for old in olds}
    assert set(LABELS) <= known
    assert set(earlier.LABELS) <= labels
    assert set(earlier.WORDS) <= set(SENTENCES)


@pytest.mark.usefixtures("reworded")
def test_a_workbook_in_earlier_words_reads_as_one_of_today() -> None:
    old = changed(sent_book(), reprint)
    assert old != changed(sent_book(), lambda _: None)
    book, now = read(old), read(sent_book())
    assert (book.level, book.header) == (Level.FULL, now.header)
    assert (book.unread, book.questions, book.problems) == ((), (), ())
    assert edits(book) == {}
    assert dict(found(book).registers) == dict(found(now).registers)


@pytest.mark.usefixtures("reworded")
def test_and_without_its_data_it_does_too() -> None:
    book = read(changed(sent_book(), without_data))
    now = read(changed(sent_book(), lambda made: made.__delitem__("データ")))
    assert edits(book) == edits(now)
    assert [text.text for text in book.unread] == [text.text for text in now.unread]


def test_without_the_table_the_same_words_are_listed() -> None:
    book = read(changed(sent_book(), reprint))
    assert any("以前の取組実績" in text.text for text in book.unread)


@pytest.mark.usefixtures("reworded")
def test_what_nobody_printed_stays_as_it_is() -> None:
    assert earlier.today("前の前の年のこと") == "前の前の年のこと"
    year = earlier.today("前の令和7年度　施策評価表")
    assert year == sentence("form.title", year="令和7年度")
    assert earlier.today("以前の取組実績（400字）") == "取組実績（400字）"
