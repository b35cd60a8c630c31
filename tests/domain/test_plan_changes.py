"""What differs between two versions, told by measure and field."""

from __future__ import annotations

from typing import Any

import pytest

from imari_desk.domain.plan_changes import Change, ChangeKind, changes
from imari_desk.domain.plan_draft import insert, move, put, remove
from imari_desk.domain.plan_text import plan_to_dict
from tests.domain.plans import small_plan

DRAFT = plan_to_dict(small_plan())
ONLINE = "行-① 手続きのオンライン化"


def test_nothing_differs_from_itself() -> None:
    assert changes(DRAFT, DRAFT) == ()
    assert changes(DRAFT, plan_to_dict(small_plan())) == ()


def test_a_target_in_words() -> None:
    after = put(DRAFT, ("measures", 1, "indicators", 0, "target"), "60")
    (found,) = changes(DRAFT, after)
    assert found == Change(ChangeKind.CHANGED, ONLINE, "行-①", "指標1の数値目標", "50", "60")
    assert found.text == "指標1の数値目標を「50」から「60」に変えます。"


CASES: list[tuple[tuple[str | int, ...], Any, str, str, str, str]] = [
    (("title",), "別の計画", "計画全体", "計画の名称", "見本市デジタル計画", "別の計画"),
    (("last_year",), 2026, "計画全体", "最後の年度", "令和7年度", "令和8年度"),
    (("first_year",), "", "計画全体", "最初の年度", "令和3年度", ""),
    (("fields", 0, "name"), "産業振興", "計画全体", "分野", "産業", "産業振興"),
    (("measures", 1, "name"), "窓口", "行-① 窓口", "名称", "手続きのオンライン化", "窓口"),
    (("measures", 1, "national_priority"), False, ONLINE, "重点（☆）", "☆", ""),
    (("measures", 1, "group"), "g1", ONLINE, "柱（◎）", "行政の効率化", "事業者の理解"),
    (
        ("measures", 1, "schedule", "2023"),
        "",
        ONLINE,
        "取組内容（令和5年度）",
        "手続きのオンライン化の5年目",
        "",
    ),
    (
        ("measures", 1, "milestones", "2023"),
        ["承認"],
        ONLINE,
        "実施評価指標（令和5年度）",
        "確認すること1、確認すること2",
        "承認",
    ),
    (
        ("measures", 1, "phases", "run"),
        ["2022-04/2023-03"],
        ONLINE,
        "工程の帯（実施・運用）",
        "",
        "令和4年4月～令和5年3月",
    ),
    (("measures", 1, "phases", "checked"), True, ONLINE, "原本との照合", "", "照合した"),
    (
        ("measures", 1, "predecessors"),
        ["前-①", "前-②"],
        ONLINE,
        "前の計画の施策番号",
        "",
        "前-①、前-②",
    ),
    (
        ("measures", 1, "indicators", 0, "kind"),
        "annual",
        ONLINE,
        "指標1の種類",
        "率",
        "年ごとの実績",
    ),
    (
        ("scale", "combine"),
        "mean",
        "評価の物差し",
        "指標が複数のときの評価",
        "最も低い評価",
        "達成率の平均",
    ),
    (
        ("scale", "expected", 0),
        "10",
        "評価の物差し",
        "年度ごとの見込み",
        "20・40・60・80・100",
        "10・40・60・80・100",
    ),
    (
        ("scale", "grades", 1, "at_least"),
        "85",
        "評価の物差し",
        "段階「B」",
        "80％以上 おおむね目標どおり",
        "85％以上 おおむね目標どおり",
    ),
    (
        ("glossary", 0, "expansion"),
        "",
        "用語集",
        "用語「DX」",
        "Digital Transformation デジタルで暮らしと仕事を変えること",
        "デジタルで暮らしと仕事を変えること",
    ),
]


@pytest.mark.parametrize(("path", "value", "subject", "field", "before", "after"), CASES)
def test_a_field_is_told(
    path: tuple[str | int, ...], value: Any, subject: str, field: str, before: str, after: str
) -> None:
    found = changes(DRAFT, put(DRAFT, path, value))
    told = {(c.subject, c.field): (c.before, c.after) for c in found}
    assert told[subject, field] == (before, after)
    # A 分野 is named with its ◎ too; without a first year nobody knows what the bars stand for.
    assert len(told) == 1 or path[0] in ("fields", "first_year")


def test_a_renamed_group_is_told_where_it_is_used() -> None:
    found = changes(DRAFT, put(DRAFT, ("groups", 1, "name"), "庁内"))
    fields = [(c.subject, c.field, c.after) for c in found]
    assert fields[0] == ("計画全体", "柱（◎）", "庁内（行政）")
    assert (ONLINE, "柱（◎）", "庁内") in fields


def test_measures_come_go_and_change_places() -> None:
    more = insert(DRAFT, ("measures",), 0, {"code": "行-⑨", "name": "新しい施策"})
    (added,) = changes(DRAFT, more)
    assert (added.kind, added.measure, added.after) == (
        ChangeKind.ADDED,
        "行-⑨",
        "行-⑨ 新しい施策",
    )
    assert added.text == "施策に「行-⑨ 新しい施策」を加えます。"
    (gone,) = changes(more, DRAFT)
    assert (gone.kind, gone.before) == (ChangeKind.REMOVED, "行-⑨ 新しい施策")
    (moved,) = changes(DRAFT, move(DRAFT, ("measures",), 0, 1))
    assert moved.kind is ChangeKind.ORDERED
    assert moved.text == "施策の並び順を変えます。"


def test_entries_that_go_are_told() -> None:
    after = remove(remove(DRAFT, ("glossary",), 0), ("scale", "grades"), 3)
    assert [(c.kind, c.field) for c in changes(DRAFT, after)] == [
        (ChangeKind.REMOVED, "段階「D」"),
        (ChangeKind.REMOVED, "用語「DX」"),
    ]


def test_a_draft_with_next_to_nothing_in_it() -> None:
    assert changes({}, {}) == ()
    (one,) = changes({}, {"measures": [{"name": "番号なし"}]})
    assert one.subject == "番号のない施策（1番目） 番号なし"
