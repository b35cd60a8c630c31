"""What the public version says, and what it must not say."""

from __future__ import annotations

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.items import ItemKind, comment_key, items_for, reply_key
from imari_desk.domain.summary import summarise
from imari_desk.paper import print as paper
from imari_desk.paper.shapes import SheetData
from imari_desk.paper.sheet import public_sheet
from imari_desk.workbook.public_csv import public_csv, public_indicators_csv
from tests.domain.plans import evaluation
from tests.paper.samples import ANSWERS, PLAN, VALUES, pages

CODE = "行-①"
# Items everyone may read; everything else is between the 課, the office and the 本部.
OPEN = {"public_text", "related", "budget", "settlement"}
SETTLED = {"submission": "1", "office_stage": "確定（提出1）", "public": "true"}


def secrets() -> dict[str, str]:
    """A text of its own for every item that holds words, and for what colleagues remarked."""
    items = items_for(PLAN, PLAN.by_code[CODE], 2025)
    words = (ItemKind.TEXT, ItemKind.LINE)
    keys = [i.key for i in items if i.kind in words and i.key not in ("submission", "office_stage")]
    remark = comment_key("issues", "ab12")
    return {key: f"内密の語{n}号" for n, key in enumerate([*keys, remark, reply_key(remark)])}


def published(extra: dict[str, str]) -> Evaluation:
    return evaluation(CODE, 2025, {**ANSWERS, **VALUES[CODE], **SETTLED, **extra})


def sheet(held: Evaluation) -> SheetData:
    before = evaluation(CODE, 2024, {**ANSWERS, **VALUES[CODE], **secrets()})
    return public_sheet(PLAN, PLAN.by_code[CODE], 2025, {2024: before, 2025: held}, "市民課")


def test_nothing_internal_stands_in_the_printed_public_version() -> None:
    hidden = secrets()
    made = sheet(published({**hidden, "second_grade": "A", "grade": "C", "wrap_up": "未達成"}))
    printed = "".join(pages(paper.print_sheets([made])))
    handed_over = repr(made)

    for key, text in hidden.items():
        assert (text in printed) is (key in OPEN & {"public_text", "related"}), key
        assert (text in handed_over) is (key in OPEN & {"public_text", "related"}), key
    assert "自己評価はC" not in handed_over
    assert "未達成" not in printed


def test_nothing_internal_stands_in_the_tables_for_everyone() -> None:
    hidden = secrets()
    held = published(hidden)
    summary = summarise(PLAN, 2025, {CODE: {2025: held}}, {CODE: "市民課"})
    tables = public_csv(summary).decode("utf-8-sig") + public_indicators_csv(summary).decode()

    assert hidden["public_text"] in tables
    for key, text in hidden.items():
        assert (text in tables) is (key == "public_text"), key
