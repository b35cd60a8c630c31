from __future__ import annotations

from datetime import date

import pytest

from imari_desk.domain.reminding import Contact, Manner, Reminder, reminder, together
from imari_desk.domain.standing import Stand, Standing
from imari_desk.domain.states import OfficeState

YEAR, TODAY, BY = 2025, date(2026, 6, 3), date(2026, 6, 8)
DUE, LATER = date(2026, 5, 29), date(2026, 6, 12)
MISSING = Stand("産-④", "ICTフェアの開催", "産業", OfficeState.NOT_SUBMITTED)
BACK = Stand("産-⑤", "企業との交流", "産業", OfficeState.RETURNED)
HERE = Stand("産-①", "相談の窓口", "産業", OfficeState.RECEIVED)


NOBODY = Contact()


def made(
    *stands: Stand,
    manner: Manner = Manner.MAIL,
    due: date | None = DUE,
    contact: Contact = NOBODY,
) -> str:
    """The body of the text."""
    one = Standing("商工振興課", stands, True, due, due)
    found = reminder(one, YEAR, manner, TODAY, BY, contact)
    assert found is not None
    assert found.subject == "令和7年度 施策評価のご提出について（お願い）"
    return found.body


def test_what_is_overdue_is_named_with_its_deadline() -> None:
    text = made(HERE, MISSING)
    assert "5月29日(金)を期限にお願いした評価ブックのうち、次の1件がまだ届いていません" in text
    assert "・産-④ ICTフェアの開催" in text
    assert "産-①" not in text
    assert "6月8日(月)まで" in text


def test_before_the_deadline_nobody_is_late() -> None:
    assert "まだ届いていません" not in made(MISSING, due=LATER)
    assert "6月12日(金)を期限にお願いしている" in made(MISSING, due=LATER)
    assert made(MISSING, due=None).count("期限") == 0


def test_what_was_sent_back_is_asked_for_again() -> None:
    text = made(MISSING, BACK)
    assert "差し戻した次の1件" in text
    assert text.index("産-④") < text.index("産-⑤")


@pytest.mark.parametrize(
    ("contact", "manner", "named"),
    [
        (Contact("伊万里 花子", "2345", YEAR), Manner.MAIL, "商工振興課 伊万里 花子さま"),
        (Contact("伊万里 花子", "2345", YEAR - 1), Manner.MAIL, "商工振興課 ご担当者さま"),
        (
            Contact("伊万里 花子", "2345", YEAR - 1),
            Manner.PHONE,
            "商工振興課　伊万里 花子さん（内線 2345）",
        ),
        (Contact("伊万里 花子"), Manner.PHONE, "商工振興課　伊万里 花子"),
        (NOBODY, Manner.PAPER, "商工振興課　御中"),
    ],
)
def test_who_answered_years_ago_is_asked_for_on_the_telephone_only(
    contact: Contact, manner: Manner, named: str
) -> None:
    assert named in made(MISSING, manner=manner, contact=contact)


def test_paper_bears_the_day() -> None:
    assert made(MISSING, manner=Manner.PAPER).startswith("令和8年6月3日\n")


@pytest.mark.parametrize(
    "one",
    [
        Standing("商工振興課", (HERE,), True, DUE, DUE),
        Standing("商工振興課", (MISSING,), False),
    ],
)
def test_of_whom_nothing_is_awaited_nothing_is_asked(one: Standing) -> None:
    assert reminder(one, YEAR, Manner.MAIL, TODAY, BY) is None


def test_several_are_one_text() -> None:
    text = together([Reminder("題", "ひとつ"), Reminder("題", "ふたつ")])
    assert text.count("件名：題") == 2
    assert text.index("ひとつ") < text.index("――") < text.index("ふたつ")
