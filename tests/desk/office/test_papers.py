"""Every paper of a year at a real database: what is in it, and what is held back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.papers import PaperKind, PaperOrder, Papers
from imari_desk.domain.errors import CallError
from imari_desk.domain.publication import HeldBack
from tests import ready
from tests.desk.office import meeting_sample as sample
from tests.desk.office.meeting_sample import CHANGED, DOWN, LATE, SETTLED, YEAR

SHEETS = PaperOrder(PaperKind.SHEETS)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(sample.make, tmp_path)
    with Desk.open(tmp_path, clock=sample.clock) as opened:
        yield opened


@pytest.fixture
def papers(desk: Desk) -> Papers:
    return desk.office.papers


def words(path: Path) -> str:
    return "".join("".join(p.extract_text().split()) for p in PdfReader(path).pages)


def test_sheets_of_some_in_the_plans_order(papers: Papers, tmp_path: Path) -> None:
    steps: list[tuple[str, int, int]] = []
    order = SHEETS._replace(measures=(SETTLED, LATE))

    count = papers.write(YEAR, order, tmp_path / "a.pdf", lambda *s: steps.append(s))

    assert count == 2
    assert steps == [("print", 0, 2), ("print", 2, 2)]
    assert [page.title for page in papers.show(YEAR, order).pages] == [LATE, SETTLED]
    assert "行政手続きのオンライン化" in words(tmp_path / "a.pdf")
    with pytest.raises(CallError):
        papers.show(YEAR, SHEETS._replace(measures=("行-99",)))


def test_by_department_each_behind_its_leaf(papers: Papers) -> None:
    order = SHEETS._replace(measures=(LATE, SETTLED, CHANGED), by_department=True)

    shown = papers.show(YEAR, order)
    titles = [page.title for page in shown.pages]
    assert titles == ["情報政策課", LATE, CHANGED, "市民課", SETTLED]
    assert papers.count(YEAR, order) == 5
    assert [len(pages) for pages in papers.each(YEAR, order)] == [1] * 5
    nobody = papers.show(YEAR, SHEETS._replace(measures=("産-①",), by_department=True))
    assert nobody.pages[0].title == "担当課未定"


def test_of_a_large_order_the_first_papers_are_shown(papers: Papers) -> None:
    steps: list[tuple[str, int, int]] = []
    shown = papers.show(YEAR, SHEETS, most=2, progress=lambda *s: steps.append(s))
    assert (len(shown.pages), shown.left) == (2, 26)
    assert steps == [("preview", 0, 2), ("preview", 1, 2)]


@pytest.mark.slow
def test_the_meetings_paper_in_one_press(desk: Desk, papers: Papers, tmp_path: Path) -> None:
    meeting = desk.office.meeting
    kept = meeting.meeting(YEAR)._replace(held_on="2026-07-03", items=meeting.draft(YEAR))
    meeting.keep(kept)

    papers.write(YEAR, PaperOrder(PaperKind.MEETING), tmp_path / "m.pdf")
    text = words(tmp_path / "m.pdf")
    for part in (
        "推進本部会議令和8年7月3日",
        "本部で決めていただきたいこと",
        "進捗が「遅れ」となって",
    ):
        assert part in text
    order = PaperOrder(PaperKind.MEETING, (LATE,), sheets=True)
    assert papers.count(YEAR, order) == 2
    assert "施策評価シート（1枚）" in "".join(
        "".join(p.extract_text().split())
        for p in PdfReader(_written(papers, order, tmp_path / "n.pdf")).pages
    )


def _written(papers: Papers, order: PaperOrder, path: Path) -> Path:
    papers.write(YEAR, order, path)
    return path


def test_the_wrap_up_is_of_the_plans_last_year(papers: Papers) -> None:
    some = papers.show(YEAR, PaperOrder(PaperKind.WRAP_UP, (LATE,)))
    assert [page.title for page in some.pages] == [LATE]
    whole = papers.show(YEAR, PaperOrder(PaperKind.WRAP_UP), most=1)
    assert whole.pages[0].title == "計画期間の総括（令和3～令和7年度）"
    assert whole.left == 28
    assert papers.last_year(YEAR) == YEAR
    with pytest.raises(CallError, match="最終年度（令和7年度）"):
        papers.show(YEAR - 1, PaperOrder(PaperKind.WRAP_UP))


def test_what_goes_out_and_why_the_rest_does_not(desk: Desk, papers: Papers) -> None:
    lines = {line.measure: line for line in papers.public(YEAR)}

    assert lines[SETTLED].held is None
    assert (lines[SETTLED].text, lines[SETTLED].published) == (True, False)
    assert lines[LATE].held is HeldBack.NOT_SETTLED
    assert lines[CHANGED].held is HeldBack.NOT_PUBLIC
    public = papers.show(YEAR, PaperOrder(PaperKind.PUBLIC))
    assert [page.title for page in public.pages] == [SETTLED]
    desk.publish(YEAR, desk_folder(desk))
    assert {line.measure for line in papers.public(YEAR) if line.published} == {SETTLED}
    with pytest.raises(CallError):
        papers.show(YEAR, PaperOrder(PaperKind.PUBLIC, (DOWN,)))


def desk_folder(desk: Desk) -> Path:
    assert desk.session is not None
    return desk.session.store.path.parent / "公表"


def test_the_list_of_who_has_sent_what(papers: Papers) -> None:
    shown = papers.show(YEAR, PaperOrder(PaperKind.STATUS))
    assert [page.title for page in shown.pages] == ["令和7年度評価　提出状況の一覧"]


def test_a_department_has_no_such_page(tmp_path: Path) -> None:
    from imari_desk.domain.items import Owner

    with (
        Desk.create(tmp_path / "clerk", Owner.DEPARTMENT, "市民課") as desk,
        pytest.raises(CallError),
    ):
        _ = desk.office.papers
