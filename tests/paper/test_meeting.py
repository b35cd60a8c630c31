"""The meeting's paper and the wrap-up as PDFs: what they say, for any plan and any scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from pypdf import PdfReader

from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.meeting import AgendaItem, Decision, Meeting, proposal, usual
from imari_desk.domain.plan import Grade, Measure, Plan
from imari_desk.domain.summary import Summary, summarise
from imari_desk.paper import print as paper
from imari_desk.paper.counting import good_letters, looks, runs_of_codes, share_text
from imari_desk.paper.lists import opening
from imari_desk.paper.meeting import meeting_paper
from imari_desk.paper.print import Document, Paper, Part
from imari_desk.paper.report_shapes import Divider, MeetingData
from imari_desk.paper.status_list import status_list
from imari_desk.paper.wrap_up import wrap_up_sheet, wrap_up_summary
from tests.domain.plans import SCALE, UNABLE, evaluation, small_plan, with_grades
from tests.paper.samples import ANSWERS, VALUES, answered, pages, squeezed, texts

PLAN = small_plan()
TODAY = date(2026, 6, 19)
GRADES = {"行-①": ("B", "A"), "行-②": ("A", "D"), "行-③": ("C", "C"), "地-①": ("", "B")}
ITEMS = (
    AgendaItem("様式を見直すこと", "行-①"),
    AgendaItem("公表すること", "", Decision.APPROVED),
)
MEETING = usual("small", 2025)._replace(held_on="2026-07-03", items=ITEMS)
# Alternatives of which one is printed, arithmetic, and headings of empty parts.
NOT_PRINTED = ("empty", "words", "given", "municipality", "pattern", "decisions", "chosen", "label")


def year_of(plan: Plan = PLAN, **extra: str) -> Summary:
    written: dict[str, dict[int, Evaluation]] = {}
    for code, (before, now) in GRADES.items():
        answers = {**ANSWERS, **VALUES[code], **extra, "second_grade": ""}
        years = {2024: {**answers, "grade": before}, 2025: {**answers, "grade": now}}
        written[code] = {y: evaluation(code, y, a) for y, a in years.items()}
    return summarise(plan, 2025, written, {"行-①": "情報政策課"})


def printed(*papers: Paper) -> list[str]:
    return pages(paper.print_document(document(*papers)))


def document(*papers: Paper) -> Document:
    return Document("資料", "見本市", tuple(Part(one) for one in papers))


def made(summary: Summary, meeting: Meeting = MEETING) -> MeetingData:
    return meeting_paper(summary, meeting, TODAY)


def test_the_paper_says_everything_it_was_given() -> None:
    data = made(year_of())
    found = "".join(printed(data))

    for text in texts(data, *NOT_PRINTED):
        assert squeezed(text) in found, text


def test_the_lead_counts_what_there_is() -> None:
    first, second = ("".join(run.text for run in line) for line in made(year_of()).lead)

    assert first == (
        "評価の対象は5施策のうち4施策。A・Bは2施策（50％）。"
        "前年度も評価した3施策で比べると、前年度の2施策（67％）から1施策（33％）。"
    )
    assert second == "Dは1施策、遅れているのは4施策。計画の最終年度にあたる。2件をお諮りする。"


def test_the_changes_name_what_moved_and_by_how_much() -> None:
    rows = {
        row.label: (row.count, "".join(r.text for r in row.text)) for row in made(year_of()).changes
    }

    assert rows == {
        "上がった": ("1", "行-① 手続きのオンライン化 B→A"),
        "下がった": ("1", "行-② 通信環境の改善 A→D"),
        "変わらない": ("1", "Cのまま1（行-③）"),
        "比べない": ("2", "この年度は評価しない1（産-①）、前年度の評価がない1（地-①）"),
    }


def test_the_number_that_fell_stands_beside_the_grade() -> None:
    def of(rate: str, grade: str, year: int) -> Evaluation:
        parts = {"indicator.1.numerator": rate, "indicator.1.denominator": "200"}
        return evaluation("行-①", year, {"grade": grade, **parts})

    fallen = {"行-①": {2024: of("90", "A", 2024), 2025: of("60", "C", 2025)}}
    more_asked = {"行-①": {2024: of("80", "A", 2024), 2025: of("80", "B", 2025)}}
    for written, text in (
        (fallen, "A→C（オンライン化率 45.0％→30.0％）"),
        (more_asked, "A→B（オンライン化率 達成率100.0％→達成率80.0％）"),
    ):
        row = made(summarise(PLAN, 2025, written, {})).changes[1]
        assert "".join(run.text for run in row.text).endswith(text)


def test_who_is_late_is_told_with_the_reasons_of_the_department() -> None:
    data = made(year_of(progress="遅れ", issues="国の仕様が遅れた。", next_actions="9月に試す。"))

    late = next(one for one in data.late if one.code == "行-①")
    assert (late.progress, late.grave, late.grade) == ("遅れ", True, "A")
    assert late.department == "情報政策課"
    assert late.fact == "オンライン化率 45.0％（達成率90.1％）"
    assert (late.reason, late.next_step) == ("国の仕様が遅れた。", "9月に試す。")


def test_without_an_issue_the_reasons_of_the_milestones_are_told() -> None:
    answers = {"progress": "遅れ", "milestone.1.reason": "台風", "milestone.2.reason": "人手"}
    summary = summarise(PLAN, 2025, {"行-①": {2025: evaluation("行-①", 2025, answers)}}, {})
    late = made(summary).late[0]
    assert (late.reason, late.next_step, late.fact) == ("台風 人手", "（記入なし）", "")
    nothing = {"行-①": {2025: evaluation("行-①", 2025, {"progress": "遅れ"})}}
    assert made(summarise(PLAN, 2025, nothing, {})).late[0].reason == "（理由の記入なし）"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("短い。", "短い。"),
        ("一つめ。二つめの文。三つめ。", "一つめ。…"),
        ("切れ目のないとても長い文", "切れ目のないと…"),
    ],
)
def test_long_answers_are_quoted_in_whole_sentences(text: str, shown: str) -> None:
    assert opening(text, 8) == shown


def test_a_decision_is_ticked_once_there_is_one() -> None:
    asks = made(year_of()).asks
    assert [(a.number, a.about, a.chosen) for a in asks] == [
        ("①", "行-① 手続きのオンライン化", ""),
        ("②", "全施策", "了承"),
    ]


def test_indicators_stand_lowest_first_against_what_was_expected() -> None:
    groups = made(year_of()).indicators

    assert [g.label.split("　")[0] for g in groups] == ["見込みに届いていない", "見込みに届いた"]
    bars = [line.bar for line in groups[0].lines if line.bar is not None]
    assert bars == sorted(bars)
    (rate,) = (line for line in groups[0].lines if line.name == "オンライン化率")
    assert (rate.expected_text, rate.actual_text, rate.ratio) == ("50％", "45.0％", "90.1％")


def test_a_year_without_a_year_before_and_without_grades() -> None:
    empty = summarise(PLAN, 2021, {}, {})
    data = made(empty, usual("small", 2021))
    found = "".join(printed(data))

    assert "評価の決まった施策はまだない。遅れている施策はない。" in found
    assert "お諮りすることはない（報告のみ）。" in found
    assert "計画より遅れている施策はない。" in found
    assert data.changes[0].label == "比べない"


@pytest.mark.parametrize(
    "grades",
    [
        (
            Grade("順調", "届いた", at_least=Decimal(100)),
            Grade("要改善", "届かない", at_least=Decimal(0)),
        ),
        (Grade("S", "すべて", at_least=Decimal(0)),),
        (*SCALE.grades[:4], UNABLE, *SCALE.grades[4:]),
    ],
)
def test_any_scale_is_told_apart_without_colour(grades: tuple[Grade, ...]) -> None:
    plan = small_plan(replace(SCALE, grades=grades))
    letters = [g.letter for g in grades if g.kind.value != "not_evaluated"]
    written = {
        m.code: {2025: evaluation(m.code, 2025, {"grade": letters[n % len(letters)]})}
        for n, m in enumerate(plan.measures)
    }
    data = made(summarise(plan, 2025, written, {}))

    assert len(set(looks(plan.scale).values())) == len(letters)
    found = "".join(printed(data))
    assert all(squeezed(letter) in found for letter in letters)
    assert "・".join(good_letters(plan.scale)) + "は" in found


def many(count: int) -> tuple[Plan, Mapping[str, dict[int, Evaluation]]]:
    first = PLAN.by_code["行-①"]

    def one(n: int) -> Measure:
        return replace(first, code=f"行-{n}", name=f"{n}番めの手続きの見直しと業務の効率化" * 3)

    plan = replace(PLAN, measures=tuple(one(n) for n in range(1, count + 1)))
    written = {
        m.code: {
            y: evaluation(m.code, y, {"grade": "ABCD"[(n + y) % 4], "progress": "遅れ"})
            for y in (2024, 2025)
        }
        for n, m in enumerate(plan.measures)
    }
    return plan, written


@pytest.mark.slow
def test_a_large_plan_flows_over_pages_and_loses_nobody() -> None:
    plan, written = many(120)
    summary = summarise(plan, 2025, written, {})
    data = made(summary, usual("small", 2025)._replace(items=proposal(summary.measures)))
    found = printed(data)

    listed = "".join(found[len(found) // 2 :])
    assert all(f"行-{n}" in listed for n in (1, 60, 120))
    assert len(data.changes[0].text) < 60
    assert f"―{len(found)}―" in found[-1]


def test_codes_side_by_side_are_one_run() -> None:
    plan, _ = many(9)
    assert runs_of_codes(plan, ["行-1", "行-2", "行-3", "行-5", "行-6"], 9) == (
        "行-1～行-3、行-5、行-6"
    )
    assert runs_of_codes(plan, ["行-1", "行-3", "行-5"], 2) == "行-1、行-3 ほか"
    assert runs_of_codes(PLAN, ["産-①", "行-①", "行-②"], 9) == "産-①、行-①、行-②"


@pytest.mark.parametrize(
    ("number", "total", "text"),
    [
        (0, 0, ""),
        (1, 3, "33％"),
        (2, 3, "67％"),
        (559, 560, "99％"),
        (1, 560, "1％未満"),
        (0, 9, "0％"),
    ],
)
def test_a_share_never_says_all_or_none_where_it_is_not(number: int, total: int, text: str) -> None:
    assert share_text(number, total) == text


# --- the wrap-up, the leaf, the list ---


def wrapped(code: str) -> dict[int, Evaluation]:
    ends = {
        "wrap_up": "おおむね達成",
        "wrap_up_text": "五年で窓口が変わった。",
        "next_plan": "引き継ぐ",
    }
    return {y: answered(code, y, ends if y == 2025 else {}) for y in PLAN.years}


@pytest.mark.parametrize("code", [m.code for m in PLAN.measures])
def test_the_wrap_up_shows_all_years_on_one_page(code: str) -> None:
    data = wrap_up_sheet(PLAN, PLAN.by_code[code], wrapped(code), "情報政策課")
    (found,) = printed(data)

    for text in ("五年で窓口が変わった。", "おおむね達成", "引き継ぐ", "台帳と照合し一致した。"):
        assert text in found
    assert "台風で延びた" not in found
    assert [grade.letter for grade in data.grades] == ["A"] * 5


def test_the_wrap_up_of_nothing_written_says_so() -> None:
    data = wrap_up_sheet(PLAN, PLAN.by_code["行-①"], {}, "")
    (found,) = printed(data)
    assert found.count("未記入") >= 3
    assert [grade.letter for grade in data.grades] == [""] * 5


@pytest.mark.slow
def test_a_wrap_up_longer_than_its_page_goes_on_behind_it() -> None:
    long = {2025: answered("行-①", 2025, {"wrap_up_text": "長い総括の文を書いた。" * 260})}
    found = printed(wrap_up_sheet(PLAN, PLAN.by_code["行-①"], long, ""))
    assert len(found) > 1
    assert "（つづきは別紙）" in found[0]


def test_the_whole_period_on_one_paper() -> None:
    written = {m.code: wrapped(m.code) for m in PLAN.measures[:4]}
    summary = summarise(PLAN, 2025, written, {})
    data = wrap_up_summary(summary, written, MEETING)
    found = "".join(printed(data))

    for text in texts(data, "empty", "pattern", "label"):
        assert squeezed(text) in found, text
    assert "5施策のうち、達成・おおむね達成は4施策（80％）。" in found
    assert "次期計画での扱いは、引き継ぐ4。" in found
    assert [row.label for row in data.wrap_ups][-1] == "未記入"
    assert data.milestones[0] == "3／7件（43％）"


def test_a_period_nobody_wrote_of() -> None:
    data = wrap_up_summary(summarise(PLAN, 2025, {}, {}), {}, MEETING)
    assert len(data.lead) == 1
    assert "未記入" in "".join(printed(data))


def test_leaf_and_list() -> None:
    leaf = Divider("情報政策課", "令和7年度", (("行-①", "手続きのオンライン化"),), "見本計画")
    rows = [("市民課", 2, 2, 0, 1, ()), ("情報政策課", 3, 1, 0, 0, ("行-①", "行-②"))]
    listed = status_list(PLAN, 2025, rows, "令和8年6月3日")
    found = printed(leaf, listed)

    assert "情報政策課" in found[0]
    assert "手続きのオンライン化" in found[0]
    assert found[1].index("情報政策課") < found[1].index("市民課")
    assert "2課のうち1課から、あわせて2施策がまだ届いていない。" in found[1]
    done = status_list(PLAN, 2025, rows[:1], "")
    assert done.lead[0].text == "1課すべてから届いた。"


def titles(outline: object) -> object:
    """Bookmarks by their titles, those below one as a list behind it."""
    if isinstance(outline, list):
        return [titles(entry) for entry in outline]
    return str(getattr(outline, "title", ""))


def test_every_measure_has_a_bookmark_below_its_department() -> None:
    from imari_desk.paper.sheet import evaluation_sheet

    leaf = Divider("情報政策課", "", (), "")
    sheets = [evaluation_sheet(PLAN, PLAN.by_code[c], 2025, {}, "") for c in ("行-①", "行-②")]
    parts = (Part(leaf), *(Part(sheet, 2) for sheet in sheets))
    outline = PdfReader(BytesIO(paper.print_document(Document("", "", parts)))).outline

    assert titles(outline) == [
        "情報政策課",
        ["行-①　手続きのオンライン化", "行-②　通信環境の改善"],
    ]


def test_pages_are_portrait_or_landscape_as_the_paper_is() -> None:
    pdf = paper.print_document(
        document(made(year_of()), wrap_up_sheet(PLAN, PLAN.measures[1], {}, ""))
    )
    boxes = [page.mediabox for page in PdfReader(BytesIO(pdf)).pages]
    assert boxes[0].width < boxes[0].height
    assert boxes[-1].width > boxes[-1].height


def test_a_scale_with_a_letter_for_unable_counts_it_among_the_evaluated() -> None:
    plan = small_plan(with_grades(UNABLE))
    written = {"行-①": {2025: evaluation("行-①", 2025, {"grade": "Z"})}}
    data = made(summarise(plan, 2025, written, {}))
    total = next(row for row in data.distribution.rows if row.strong)
    assert [part.label for part in total.bar] == ["Z1"]
