from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from imari_desk.domain.errors import CallError, MachineError
from imari_desk.domain.plan import Combine, Grade, GradeKind, Scale
from imari_desk.domain.sheet_preview import CUT
from imari_desk.paper import print as paper
from imari_desk.paper.shapes import SheetData
from imari_desk.paper.sheet import evaluation_sheet, public_sheet
from tests.domain.plans import small_plan
from tests.paper.samples import PLAN, RARE, answered, pages, sheet, squeezed, texts

# Alternatives of which one is printed, arithmetic, and what stands only on extra pages.
NOT_PRINTED = (
    "empty",
    "short",
    "shortest",
    "labels",
    "given",
    "words",
    "municipality",
    "sentences",
)
LONG = "市民と事業者の声を聞きながら、窓口の手続きを一つずつ見直した。"


def text_of(length: int, mark: str) -> str:
    """A text of that many characters whose every sentence is its own."""
    parts = (f"{mark}{n}、{LONG}" for n in range(length // len(LONG) + 1))
    return "".join(parts)[:length]


def full(code: str, year: int) -> SheetData:
    """All four texts at their limits."""
    lengths = {"activities": 400, "results": 300, "issues": 300, "next_actions": 300}
    return sheet(code, year, {key: text_of(n, key[0]) for key, n in lengths.items()})


def assert_all_printed(made: SheetData, found: str) -> None:
    for text in texts(made, *NOT_PRINTED):
        assert squeezed(text) in found, text


@pytest.mark.parametrize("code", [m.code for m in PLAN.measures])
@pytest.mark.parametrize("year", [2023, 2025])
def test_every_label_and_value_is_on_the_page(code: str, year: int) -> None:
    made = sheet(code, year)
    found = pages(paper.print_sheets([made]))

    assert len(found) == 1
    assert_all_printed(made, found[0])
    for sentence in made.answers.grade.sentences.paragraphs:
        assert squeezed(sentence) in found[0]
    assert "1/1" in found[0]


def test_rare_characters_are_found_as_they_were_typed() -> None:
    found = pages(paper.print_sheets([sheet("行-①", 2025)]))[0]

    assert RARE in found


@pytest.mark.parametrize("code", [m.code for m in PLAN.measures])
def test_texts_at_their_limits_fit_on_one_page(code: str) -> None:
    made = full(code, 2024)
    (fit,) = paper.fits([made])
    found = pages(paper.print_sheets([made]))

    assert fit["over"] is False
    assert 6.5 <= Decimal(str(fit["size"])) < 9
    assert len(found) == 1
    assert_all_printed(made, found[0])


def test_short_texts_are_large() -> None:
    (fit,) = paper.fits([sheet("行-①", 2024)])

    assert fit["size"] == 9


def test_what_does_not_fit_goes_whole_to_an_extra_page() -> None:
    huge = text_of(2500, "あ")
    made = sheet("行-①", 2025, {"activities": huge, "results": "短い成果。"})
    (fit,) = paper.fits([made])
    found = pages(paper.print_sheets([made, sheet("行-②", 2025)]))

    assert fit["over"] is True
    assert len(found) >= 3
    assert "（つづきは別紙）" in found[0]
    assert "短い成果。" in found[0]
    assert squeezed(huge) in found[1]
    count = len(found) - 1
    for n, page in enumerate(found[:-1], start=1):
        assert f"行-①{n}/{count}" in page
    assert "行-②1/1" in found[-1]


@pytest.mark.slow
def test_a_text_of_any_length_is_printed_to_its_last_character() -> None:
    huge = text_of(12_000, "い")
    found = "".join(pages(paper.print_sheets([sheet("行-①", 2025, {"issues": huge})])))

    for part in re.findall("い[0-9]+、", huge):
        assert part in found
    assert huge[-40:] in found


def test_a_plan_table_too_tall_moves_the_answers_to_the_next_page() -> None:
    measure = PLAN.by_code["行-①"]
    many = replace(
        measure,
        name="とても長い名前の施策" * 6,
        indicators=measure.indicators * 4,
        schedule=dict.fromkeys(PLAN.years, LONG * 3),
        milestones={y: tuple(f"{LONG}{n}" for n in range(4)) for y in PLAN.years},
    )
    years = {y: answered("行-①", y) for y in PLAN.years}
    made = evaluation_sheet(PLAN, many, 2025, years, "課")
    (fit,) = paper.fits([made])
    found = pages(paper.print_sheets([made]))

    assert fit["apart"] is True
    assert len(found) == 2
    assert_all_printed(made, "".join(found))


@pytest.mark.parametrize(("first", "last"), [(2021, 2023), (2026, 2031), (2019, 2022)])
def test_plans_of_other_lengths_and_scales(first: int, last: int) -> None:
    scale = Scale(
        grades=(
            Grade("順調", "計画を上回る", at_least=Decimal(110)),
            Grade("S", "計画どおり", at_least=Decimal(90)),
            Grade("Ⅲ", "見直す", at_least=Decimal(0)),
            Grade("D", "評価できない", GradeKind.UNABLE),
        ),
        expected=tuple(Decimal(100) for _ in range(first, last + 1)),
        combine=Combine.MEAN,
    )
    plan = replace(small_plan(scale), first_year=first, last_year=last)
    measure = replace(
        plan.by_code["地-①"],
        milestones=dict.fromkeys(plan.years, ("開始", "点検")),
        schedule=dict.fromkeys(plan.years, "進める"),
    )
    years = {y: answered("地-①", y, {"grade": "順調"}) for y in plan.years}
    made = evaluation_sheet(plan, measure, last, years, "課")
    found = pages(paper.print_sheets([made]))

    assert len(found) == 1
    assert_all_printed(made, found[0])
    for entry in made.answers.legend:
        assert squeezed(entry.letter + entry.text) in found[0]


def test_empty_torn_and_unasked_sheets_are_printed() -> None:
    empty = evaluation_sheet(PLAN, PLAN.by_code["行-①"], 2025, {}, "")
    calm = evaluation_sheet(PLAN, PLAN.by_code["産-①"], 2025, {}, "課")
    found = pages(paper.print_sheets([empty, calm]))

    assert len(found) == 2
    assert "未記入" in found[0]
    assert "評価対象外の年度" in found[1]
    assert all("目標をやや下回る（60％以上80％未満）" in page for page in found)


def test_the_public_sheet_is_one_page() -> None:
    years = {y: answered("行-①", y, {"public_text": "広げました。"}) for y in PLAN.years}
    made = public_sheet(PLAN, PLAN.by_code["行-①"], 2025, years, "課")
    found = pages(paper.print_sheets([made]))

    assert len(found) == 1
    assert "広げました。" in found[0]
    assert "見本花子" not in found[0]


def test_the_document_is_tagged_titled_and_can_be_walked() -> None:
    sheets = [sheet("行-①", 2025), sheet("行-②", 2025)]
    reader = PdfReader(BytesIO(paper.print_sheets(sheets)))

    root = reader.root_object
    assert root["/MarkInfo"].get_object() == {"/Marked": True, "/Suspects": False}
    assert root["/Lang"] == "ja-JP"
    assert reader.metadata is not None
    assert (
        reader.metadata.title == "令和7年度　施策評価シート　見本市デジタル計画（令和3～令和7年度）"
    )
    assert [getattr(entry, "title", "") for entry in reader.outline] == [
        "行-①　手続きのオンライン化",
        "行-②　通信環境の改善",
    ]
    boxes = {(round(p.mediabox.width), round(p.mediabox.height)) for p in reader.pages}
    assert boxes == {(842, 595)}


def test_the_same_sheets_give_the_same_bytes() -> None:
    sheets, day = [sheet("行-①", 2025)], datetime(2026, 6, 19, 9, tzinfo=UTC)
    told: list[tuple[int, int]] = []

    once = paper.print_sheets(sheets, made_at=day)
    again = paper.print_sheets(sheets, made_at=day, progress=lambda n, of: told.append((n, of)))

    assert once == again
    assert told == [(0, 1), (1, 1)]
    assert paper.print_sheets(sheets) == paper.print_sheets(sheets)
    later = paper.print_sheets(sheets, made_at=day.replace(year=2027))
    assert later != once


def test_the_preview_has_the_same_pages() -> None:
    made = sheet("行-①", 2025, {"activities": text_of(2500, "う")})
    drawn = paper.preview(made)

    assert len(drawn) == len(pages(paper.print_sheets([made])))
    assert all(page.startswith(b'<svg stroke-width="0"') for page in drawn)


def test_typed_text_is_never_taken_for_markup() -> None:
    typed = '#panic("!") *太字* $x$ <b>&amp;</b> \\ `code` "引用" //注'
    found = pages(paper.print_sheets([sheet("行-①", 2025, {"activities": typed})]))[0]

    assert squeezed(typed) in found


def test_nothing_to_print_is_said() -> None:
    with pytest.raises(CallError) as caught:
        paper.print_sheets([])
    assert caught.value.code == "paper.nothing"


def test_a_template_somebody_broke_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "main.typ").write_text("#let x = \n#nothing-of-that-name", "utf-8")
    monkeypatch.setattr(paper, "packaged", lambda _: tmp_path)

    with pytest.raises(MachineError) as caught:
        paper.print_sheets([sheet("行-①", 2025)])
    assert "main.typ" in caught.value.text


def test_the_sections_of_the_form_are_found_on_the_page() -> None:
    found = {spot.section: spot for spot in paper.spots(sheet("行-①", 2025))}

    parts = ("phases", "indicators", "milestones", "grade", "texts", "wrap_up", "signature")
    assert set(found) == {*parts, "direction", "means"}
    heights = [found[part].y for part in ("phases", "indicators", "milestones", "means", "texts")]
    assert heights == sorted(heights)
    assert found["signature"].y == pytest.approx(found["texts"].y + found["grade"].height)
    for spot in found.values():
        assert spot.page == 0
        assert spot.x >= 10
        assert spot.x + spot.width == pytest.approx(287) or spot.x + spot.width < 287
        assert spot.y + spot.height < 210 - 11


def test_a_text_that_goes_on_elsewhere_is_marked_where_it_stands() -> None:
    fitting = paper.spots(sheet("行-①", 2025))
    found = paper.spots(sheet("行-①", 2025, {"results": text_of(2500, "あ")}))

    assert not [spot for spot in fitting if spot.section == CUT]
    (cut,) = (spot for spot in found if spot.section == CUT)
    texts = next(spot for spot in found if spot.section == "texts")
    assert cut.y == texts.y
    assert cut.x == pytest.approx(texts.x + texts.width / 2)
