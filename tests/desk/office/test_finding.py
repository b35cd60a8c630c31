"""The search: every answer of every year, and the plan's own texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.finding import PLAN, Found, Question, find
from imari_desk.domain.items import Owner
from tests import ready
from tests.domain.plans import measure, small_plan

LIST = "施策番号,担当課\n産-①,観光課\n行-①,市民課\n行-②,教育課\n行-③,市民課\n"


def _office(folder: Path) -> None:
    (folder / "担当.csv").write_text(LIST, "utf-8")
    with Desk.create(folder / "office", Owner.OFFICE, plan=small_plan()) as made:
        made.assign(folder / "担当.csv")
        for code, year, answers in (
            (
                "行-①",
                2025,
                {"office_view": "窓口の予約がよく使われた", "hq_opinion": "予約を広げる"},
            ),
            ("行-①", 2024, {"office_view": "窓口が混んだ"}),
            (
                "行-③",
                2025,
                {"office_view": "窓口での打刻", "comment.results": "窓口とはどこですか"},
            ),
            ("産-①", 2025, {"office_view": "ＤＸ ｾﾐﾅｰの窓口"}),
        ):
            made.enter(code, year, answers)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(_office, tmp_path)
    with Desk.open(tmp_path / "office") as opened:
        yield opened


def search(
    office: Desk, words: str, fiscal_year: int = 0, department: str = "", part: str = ""
) -> Found:
    return office.office.whole.search(Question(words, fiscal_year, department, part))


def places(found: Found) -> list[tuple[str, int, str]]:
    return [(h.measure, h.fiscal_year, h.key.partition("~")[0]) for h in found.hits]


def test_the_newest_year_comes_first_in_the_plans_order(office: Desk) -> None:
    found = search(office, "窓口")
    assert places(found) == [
        ("産-①", 2025, "office_view"),
        ("行-①", 2025, "office_view"),
        ("行-③", 2025, "comment.results"),
        ("行-③", 2025, "office_view"),
        ("行-①", 2024, "office_view"),
    ]
    assert found.total == 5
    first = found.hits[1]
    assert (first.name, first.department, first.label) == (
        "手続きのオンライン化",
        "市民課",
        "推進室所見",
    )
    assert [first.text[s.start : s.end] for s in first.spans] == ["窓口"]
    assert found.hits[2].label == "成果：推進室のコメント"


def test_every_word_has_to_be_found(office: Desk) -> None:
    assert places(search(office, "予約　窓口")) == [("行-①", 2025, "office_view")]
    assert places(search(office, "窓口 予約 打刻")) == []


def test_the_name_of_the_measure_and_the_department_count(office: Desk) -> None:
    assert places(search(office, "出退勤 窓口", part="comments")) == [
        ("行-③", 2025, "comment.results")
    ]
    assert [h.measure for h in search(office, "市民課 窓口", fiscal_year=2025).hits] == [
        "行-①",
        "行-③",
        "行-③",
    ]


def test_a_word_all_measures_are_named_with_narrows_nothing(office: Desk) -> None:
    office.enter("行-②", 2025, {"office_view": "-は記号"})
    assert places(search(office, "- 窓口")) == places(search(office, "窓口"))
    assert ("行-②", 2025, "office_view") in places(search(office, "-"))


def test_width_does_not_matter(office: Desk) -> None:
    (hit,) = search(office, "dx セミナー").hits
    assert hit.measure == "産-①"
    assert [hit.text[s.start : s.end] for s in hit.spans] == ["ＤＸ", "ｾﾐﾅｰ"]


@pytest.mark.parametrize(
    ("where", "measures"),
    [
        ((2024, "", ""), ["行-①"]),
        ((0, "観光課", ""), ["産-①"]),
        ((0, "よその課", ""), []),
        ((0, "", "comments"), ["行-③"]),
        ((0, "", "activities"), []),
        ((1999, "", ""), []),
    ],
)
def test_one_can_look_in_a_part(
    office: Desk, where: tuple[int, str, str], measures: list[str]
) -> None:
    assert [h.measure for h in search(office, "窓口", *where).hits] == measures


def test_the_plan_is_searched_too_and_comes_last(office: Desk) -> None:
    office.enter("行-②", 2025, {"office_view": "通信環境は良い"})
    found = search(office, "通信環境の改善")
    assert {h.key for h in found.hits} == {""}
    years = [h.fiscal_year for h in found.hits]
    assert years == sorted(years, reverse=True)
    assert years[-1] == 0
    assert {h.label for h in found.hits if not h.fiscal_year} == {"施策名", "施策の要約", "効果"}
    both = search(office, "通信環境")
    assert both.hits[0].key == "office_view"
    assert search(office, "通信環境", part="office").total == 1


def test_the_plans_texts_by_year_department_and_kind(office: Desk) -> None:
    only = search(office, "オンライン化の7年目", part=PLAN)
    assert places(only) == [("行-①", 2025, "")]
    assert search(office, "オンライン化の7年目", fiscal_year=2024).total == 0
    assert search(office, "オンライン化の7年目", department="観光課").total == 0
    milestones = search(office, "確認すること2", department="市民課", fiscal_year=2025)
    assert places(milestones) == [
        ("行-①", 2025, "milestone.2.state"),
        ("行-③", 2025, "milestone.2.state"),
    ]


def _two_plans(folder: Path) -> None:
    """A plan of many measures, and after it one that goes on."""
    many = tuple(measure(f"行-{sign}", f"仕事{sign}") for sign in "①②⑩⑳")
    first = replace(small_plan(), measures=many)
    years = range(2026, 2031)
    after = replace(
        small_plan(),
        id="next",
        short_title="次期計画",
        first_year=years[0],
        last_year=years[-1],
        measures=(measure("行-②", "通信の見直し", years=years),),
    )
    with Desk.create(folder / "office", Owner.OFFICE, plan=first) as made:
        made._session.store.add_plan(after, now="2026-03-01")
        made.enter("行-②", 2025, {"office_view": "行-⑳とあわせて進める"})
        made.enter("行-⑳", 2025, {"office_view": "順調に進める"})
        made.enter("行-①", 2025, {"office_view": "行-②に続いて進める"})
        made.enter("行-②", 2026, {"office_view": "これから進める"})


@pytest.fixture
def long_lived(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(_two_plans, tmp_path)
    with Desk.open(tmp_path / "office") as opened:
        yield opened


@pytest.mark.parametrize("code", ["行-②", "行-2"])
def test_a_code_is_found_whole(long_lived: Desk, code: str) -> None:
    assert places(search(long_lived, f"{code} 進める", part="office")) == [
        ("行-②", 2026, "office_view"),
        ("行-①", 2025, "office_view"),
        ("行-②", 2025, "office_view"),
    ]
    assert {h.measure for h in search(long_lived, code).hits} == {"行-①", "行-②"}
    assert {h.measure for h in search(long_lived, "行-").hits} == {"行-①", "行-②", "行-⑩", "行-⑳"}


def test_every_plan_is_searched(long_lived: Desk) -> None:
    hits = search(long_lived, "仕事① 仕事").hits
    assert {(h.measure, h.plan) for h in hits} == {("行-①", "見本計画")}
    (named,) = search(long_lived, "通信の見直し 行-②", part=PLAN).hits[-1:]
    assert (named.fiscal_year, named.plan, named.years[-1]) == (0, "次期計画", 2030)
    assert {h.plan for h in search(long_lived, "仕事", fiscal_year=2025).hits} == {"見本計画"}
    assert search(long_lived, "通信の見直し", fiscal_year=2024).total == 0


def test_no_words_find_nothing(office: Desk) -> None:
    assert search(office, " 　").hits == ()
    assert search(office, "どこにもない").total == 0


def test_no_more_is_brought_than_asked_for(office: Desk) -> None:
    found = find(office._session, Question("窓口"), most=2)
    assert [h.measure for h in found.hits] == ["産-①", "行-①"]
    assert found.total == 5
    with_plan = find(office._session, Question("確認"), most=3)
    assert len(with_plan.hits) == 3 < with_plan.total


def test_a_number_is_found_and_read_with_its_unit(people_office: Desk) -> None:
    found = search(people_office, "262", part="indicators", fiscal_year=2025)
    assert [h.text for h in found.hits] == ["262"]


def _people(folder: Path) -> None:
    (folder / "担当.csv").write_text(LIST, "utf-8")
    with (
        Desk.create(folder / "o", Owner.OFFICE, plan=small_plan()) as office,
        Desk.create(folder / "a", Owner.DEPARTMENT, "市民課", plan=small_plan()) as one,
        Desk.create(folder / "b", Owner.DEPARTMENT, "市民課", plan=small_plan()) as other,
    ):
        office.assign(folder / "担当.csv")
        request = next(b for b in office.request(2025, "", folder) if b.department == "市民課")
        for n, (desk, text) in enumerate(((one, "電話が減った"), (other, "来庁が減った"))):
            desk.import_files([request.path])
            desk.enter("行-①", 2025, {"indicator.1.denominator": "262", "results": text})
            office.import_files([desk.submit(2025, folder / f"{n}.xlsx", "途中").path])


@pytest.fixture
def people_office(tmp_path: Path) -> Iterator[Desk]:
    """A 課 handed in a number, and two clerks of it gave two answers."""
    ready.copy(_people, tmp_path)
    with Desk.open(tmp_path / "o") as opened:
        yield opened


def test_two_answers_of_one_item_are_one_hit(people_office: Desk) -> None:
    for word in ("電話", "来庁", "減った"):
        (hit,) = search(people_office, word).hits
        assert set(hit.text.splitlines()) == {"電話が減った", "来庁が減った"}
