"""本部会議: who is put before it, the first draft of what is asked, and the minutes."""

from __future__ import annotations

import pytest

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.meeting import (
    AgendaItem,
    Decision,
    Meeting,
    behind,
    candidates,
    changed_by_office,
    circled,
    day_name,
    day_of,
    late,
    minutes,
    proposal,
    to_put_forward,
    undecided,
    usual,
)
from imari_desk.domain.summary import Summary, summarise
from tests.domain.plans import evaluation, small_plan

PLAN = small_plan()
HQ = {"submission": "1", "office_stage": "本部付議（提出1）"}
CHECKED = {"submission": "1", "office_stage": "確認済（提出1）"}


def year(*written: Evaluation) -> Summary:
    found: dict[str, dict[int, Evaluation]] = {}
    for one in written:
        found.setdefault(one.id.measure, {})[one.id.fiscal_year] = one
    return summarise(PLAN, 2025, found, {"行-①": "市民課"})


def now(code: str, **answers: str) -> Evaluation:
    return evaluation(code, 2025, answers)


LATE = now("行-③", progress="遅れ", grade="B")
A_LITTLE = now("行-①", progress="やや遅れ", grade="A", second_grade="B", hq_opinion="急ぐこと。")
FALLEN = (evaluation("地-①", 2024, {"grade": "A"}), now("地-①", grade="C", progress="計画どおり"))
FORWARD = evaluation("行-②", 2025, {"grade": "A", **HQ})


@pytest.mark.parametrize(
    ("number", "sign"), [(1, "①"), (20, "⑳"), (21, "㉑"), (36, "㊱"), (50, "㊿"), (51, "(51)")]
)
def test_numbers_in_circles(number: int, sign: str) -> None:
    assert circled(number) == sign


@pytest.mark.parametrize(
    ("typed", "kept", "shown"),
    [
        ("R8.7.3", "2026-07-03", "令和8年7月3日"),
        ("7月上旬 ", "7月上旬", "7月上旬"),
        ("", "", ""),
    ],
)
def test_the_day_is_kept_as_a_day_where_it_is_one(typed: str, kept: str, shown: str) -> None:
    meeting = Meeting("small", 2025, held_on=day_of(typed))
    assert (meeting.held_on, day_name(meeting)) == (kept, shown)


def test_a_meeting_nobody_wrote_of_has_the_usual_names() -> None:
    assert usual("small", 2025) == Meeting("small", 2025, "推進本部会議", "", "資料1", "推進室")


def test_the_gravest_come_first() -> None:
    summary = year(A_LITTLE, LATE, *FALLEN)
    assert [m.measure.code for m in late(summary.measures)] == ["行-③", "行-①"]
    assert [behind(m) for m in summary.measures] == ["", "やや遅れ", "", "遅れ", ""]


def test_reasons_to_talk_about_a_measure() -> None:
    found = candidates(year(A_LITTLE, LATE, *FALLEN, FORWARD).measures)

    assert [(c.measure, c.reasons) for c in found] == [
        ("行-③", ("遅れ",)),
        ("行-①", ("やや遅れ", "自己A→二次B")),
        ("行-②", ("本部付議",)),
        ("地-①", ("A→C",)),
        ("産-①", ()),
    ]
    assert found[1].department == "市民課"


def test_the_draft_asks_about_what_stands_out_and_about_all() -> None:
    assert proposal(year(A_LITTLE, LATE, *FALLEN, FORWARD).measures) == (
        AgendaItem("評価案のとおり決定すること", "行-②"),
        AgendaItem("進捗が「遅れ」となっていることへの対応", "行-③"),
        AgendaItem("評価が前年度のAからCに下がったことへの対応", "地-①"),
        AgendaItem("二次評価を確定し、公表すること（自己評価と異なるもの1件：行-① A→B）"),
    )


def test_where_nothing_stands_out_the_draft_is_about_all_alone() -> None:
    assert proposal(year().measures) == (AgendaItem("二次評価を確定し、公表すること"),)


def test_a_grade_the_office_left_alone_is_no_change() -> None:
    same = year(now("行-①", grade="A", second_grade="A"))
    assert [changed_by_office(m) for m in same.measures] == [None] * 5


def test_what_goes_before_the_meeting_is_what_was_checked() -> None:
    summary = year(FORWARD, evaluation("行-①", 2025, CHECKED))
    assert [m.measure.code for m in to_put_forward(summary.measures)] == ["行-①"]


def test_only_what_was_agreed_to_is_decided() -> None:
    items = (
        AgendaItem("一", "行-①", Decision.APPROVED),
        AgendaItem("二", "行-②", Decision.AMENDED),
        AgendaItem("三", "行-③"),
        AgendaItem("四"),
    )
    assert undecided(Meeting("small", 2025, items=items)) == {"行-②", "行-③"}


def test_the_minutes_tell_every_item_and_what_was_said_besides() -> None:
    items = (
        AgendaItem("様式を見直すこと", "行-①", Decision.AMENDED),
        AgendaItem("公表すること", "", Decision.APPROVED),
        AgendaItem("対応", "行-③"),
    )
    meeting = Meeting("small", 2025, "本部会議", "2026-07-03", items=items)
    other = now("地-①", hq_opinion="続けること。")

    assert minutes(meeting, year(A_LITTLE, LATE, other).measures) == (
        "本部会議　令和8年7月3日\n令和7年度の評価について\n\n"
        "① 行-① 手続きのオンライン化　様式を見直すこと\n　決定：修正\n　本部意見：急ぐこと。\n\n"
        "② 全施策　公表すること\n　決定：了承\n\n"
        "③ 行-③ 出退勤管理　対応\n　決定：未決定\n\n"
        "地-① 講習会と導入\n　本部意見：続けること。\n"
    )


def test_minutes_of_a_meeting_without_opinions() -> None:
    text = minutes(Meeting("small", 2025, "本部会議"), year().measures)
    assert text == "本部会議\n令和7年度の評価について\n"
