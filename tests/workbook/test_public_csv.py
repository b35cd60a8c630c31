"""公表: only what is settled and meant for everyone."""

from __future__ import annotations

import csv
import io

import pytest

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.summary import Summary, summarise
from imari_desk.workbook.public_csv import public_csv, public_indicators_csv, to_publish
from tests.domain.plans import evaluation, small_plan, torn

SETTLED = {
    "grade": "B",
    "second_grade": "A",
    "submission": "1",
    "office_stage": "確定（提出1）",
    "public": "true",
    "public_text": "=件数が増えました。",
    "indicator.1.numerator": "118",
    "indicator.1.denominator": "262",
    "author": "山口 花子",
    "office_view": "内部の所見",
}


def summary(*evaluations: Evaluation) -> Summary:
    found: dict[str, dict[int, Evaluation]] = {}
    for held in evaluations:
        found.setdefault(held.id.measure, {})[held.id.fiscal_year] = held
    return summarise(small_plan(), 2025, found, {"行-①": "市民課"})


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def without(*keys: str, **changed: str) -> Evaluation:
    answers = {k: v for k, v in SETTLED.items() if k not in keys} | changed
    return evaluation("行-①", 2025, answers)


def test_a_settled_measure_is_published_with_the_grade_that_counts() -> None:
    (row,) = rows(public_csv(summary(without())))
    assert row == {
        "計画": "見本市デジタル計画",
        "年度": "令和7年度",
        "施策番号": "行-①",
        "分野": "行政",
        "柱": "行政の効率化",
        "施策名": "手続きのオンライン化",
        "担当課": "市民課",
        "取組内容": "手続きのオンライン化の7年目",
        "評価": "A",
        "公表文": "'=件数が増えました。",
    }


def test_its_indicators_are_published_as_text_and_as_number() -> None:
    (row,) = rows(public_indicators_csv(summary(without())))
    assert (row["成果指標"], row["目標"]) == ("オンライン化率", "50%")
    assert (row["実績（表記）"], row["単位"], row["達成率（％）"]) == ("45.0％", "%", "90.1")
    assert float(row["実績（数値）"]) == pytest.approx(45.0, abs=0.1)


def test_nothing_internal_is_published() -> None:
    found = summary(without())
    text = (public_csv(found) + public_indicators_csv(found)).decode()
    assert "山口" not in text
    assert "所見" not in text


@pytest.mark.parametrize(
    "held",
    [
        without("public"),
        without(public="false"),
        without("office_stage"),
        without(office_stage="差戻し（提出1）"),
        torn(without(), "public", "true", "false"),
    ],
)
def test_what_is_open_or_not_meant_for_everyone_stays_inside(held: Evaluation) -> None:
    found = summary(held)
    assert to_publish(found) == ()
    assert rows(public_csv(found)) == rows(public_indicators_csv(found)) == []


def test_a_published_measure_stays_published() -> None:
    assert len(to_publish(summary(without(office_stage="公表済（提出1）")))) == 1
