"""年度の準備: who answers, until when, what is asked; the workbooks; 組織改編."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.setting_up import SettingUp
from imari_desk.desk.office.year_view import DUE, Party, Row, Step, YearView
from imari_desk.domain.asking import COVERING, MESSAGE, SUBJECT
from imari_desk.domain.errors import CallError, WorkbookError
from imari_desk.domain.items import Owner
from imari_desk.domain.succession import Answering, Succession, Term
from imari_desk.domain.whole import By
from tests import ready
from tests.desk.office import year_sample as sample
from tests.desk.office.year_sample import CITIZENS, COUNTER, FINANCE, OPEN, OTHERS, YEAR


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ready.copy(sample.make, tmp_path / "office")
    with Desk.open(tmp_path / "office", clock=sample.clock) as desk:
        yield desk


@pytest.fixture
def year(desk: Desk) -> SettingUp:
    return desk.office.setting_up


def row(view: YearView, measure: str) -> Row:
    return next(one for one in view.rows if one.measure == measure)


def party(view: YearView, department: str) -> Party:
    return next(one for one in view.parties if one.department == department)


def steps(view: YearView) -> str:
    return "".join("■" if view.done(step) else "□" for step in Step)


# Who answers


def test_the_page_before_anything_is_said(year: SettingUp) -> None:
    view = year.look(YEAR)
    assert steps(view) == "■□□□□"
    assert view.unassigned == OPEN
    assert row(view, "行-②")[3:7] == (CITIZENS, (), CITIZENS, 2021)
    assert [one.department for one in view.parties][-1] != ""
    assert (view.fixed, view.before, view.successions) == (False, None, ())
    assert {CITIZENS, FINANCE, OTHERS} <= set(view.known)


def test_another_department_from_this_year_on_and_back(year: SettingUp) -> None:
    change = year.assign(YEAR, [Answering("行-②", FINANCE, (CITIZENS,))])
    now = row(year.look(YEAR), "行-②")
    assert (now.department, now.related, now.last, now.since) == (
        FINANCE,
        (CITIZENS,),
        CITIZENS,
        YEAR,
    )
    assert now.changed
    assert not now.goes_on
    assert row(year.look(2024), "行-②").department == CITIZENS
    assert year.history(YEAR, "行-②") == (
        Term(2021, 2024, CITIZENS),
        Term(2025, 2025, FINANCE, (CITIZENS,)),
    )
    year.take_back(change)
    assert year.history(YEAR, "行-②") == (Term(2021, 2025, CITIZENS),)


def test_an_unknown_measure_is_refused(year: SettingUp) -> None:
    with pytest.raises(CallError):
        year.assign(YEAR, [Answering("行-99", FINANCE)])


def test_a_list_is_shown_before_it_is_taken_in(year: SettingUp, tmp_path: Path) -> None:
    path = tmp_path / "担当.csv"
    lines = (
        "施策番号,担当課,関係課",
        "行-②,市民課,",
        "行-③,新しい課,財政課",
        "行-99,市民課,",
        "行-④,,",
    )
    path.write_text("\n".join(lines), "utf-8")
    found = year.read_list(YEAR, path)
    assert [one.answering for one in found.changes] == [Answering("行-③", "新しい課", (FINANCE,))]
    assert found.changes[0].before == FINANCE
    assert found.changes[0].first == ("新しい課",)
    assert found.same == 1
    assert [fault.partition("：")[0] for fault in found.faults] == ["4行目", "5行目"]
    assert row(year.look(YEAR), "行-③").department == FINANCE


def test_a_pasted_range(year: SettingUp) -> None:
    found = year.read_pasted(YEAR, "行-⑬\t市民課\n行－14\t財政課\t市民課\n")
    assert [one.answering for one in found.changes] == [
        Answering("行-⑬", CITIZENS),
        Answering("行-⑭", FINANCE, (CITIZENS,)),
    ]
    with pytest.raises(WorkbookError):
        year.read_pasted(YEAR, "よく分からない\t範囲")


# 組織改編


def test_a_department_goes_on_under_another_name(desk: Desk, year: SettingUp) -> None:
    change = year.reorganise(YEAR, CITIZENS, COUNTER)
    view = year.look(YEAR)
    now = row(view, "行-②")
    assert (now.department, now.last, now.goes_on) == (COUNTER, CITIZENS, True)
    assert view.successions == (Succession(YEAR, CITIZENS, COUNTER),)
    assert party(view, COUNTER).former == (CITIZENS,)
    assert row(year.look(2024), "行-②").department == CITIZENS
    assert year.history(YEAR, "行-②")[-1] == Term(YEAR, YEAR, COUNTER, (), CITIZENS)
    board = desk.office.board.look(YEAR, sample.NOW.date())
    assert {s.department: s.former for s in board.standings}[COUNTER] == (CITIZENS,)
    for figures in (desk.office.whole.year(YEAR), desk.office.whole.whole_plan(YEAR)):
        labels = [tally.label for tally in figures.tallies(By.DEPARTMENT)]
        assert "市民生活課（旧 市民課）" in labels
        assert CITIZENS not in labels
    before = [tally.label for tally in desk.office.whole.year(2024).tallies(By.DEPARTMENT)]
    assert CITIZENS in before
    year.take_back(change)
    assert year.look(YEAR).successions == ()


def test_a_change_of_names_is_taken_back_later(year: SettingUp) -> None:
    year.reorganise(YEAR, CITIZENS, COUNTER)
    year.assign(YEAR, [Answering("行-①", FINANCE)])
    year.dissolve(Succession(YEAR, CITIZENS, COUNTER))
    view = year.look(YEAR)
    assert row(view, "行-②").department == CITIZENS
    assert row(view, "行-①").department == FINANCE


def test_names_cannot_go_round_in_a_circle(year: SettingUp) -> None:
    year.reorganise(YEAR, CITIZENS, COUNTER)
    for old, new in ((COUNTER, CITIZENS), (FINANCE, FINANCE)):
        with pytest.raises(CallError):
            year.reorganise(YEAR, old, new)


@pytest.mark.slow
def test_what_was_asked_of_the_old_name_is_the_new_ones(
    desk: Desk, year: SettingUp, tmp_path: Path
) -> None:
    """The 依頼 went out before the 組織改編 was noted; the old 課's workbook comes in after it."""
    year.keep(YEAR, DUE, "R8.5.29")
    (book,) = year.write(YEAR, [CITIZENS], tmp_path / "依頼")
    with Desk.create(tmp_path / "課", Owner.DEPARTMENT, CITIZENS) as clerk:
        clerk.import_files([book.path])
        clerk.enter("行-②", YEAR, {"activities": "窓口を見直した"})
        sent = clerk.submit(YEAR, tmp_path / "提出.xlsx")
    year.reorganise(YEAR, CITIZENS, COUNTER)

    assert desk.leaf("行-②", YEAR).due == "2026-05-29"
    report = desk.import_files([sent.path])[0]
    assert report.problems == ()
    assert desk.leaf("行-②", YEAR).evaluation.value("activities") == "窓口を見直した"
    board = desk.office.board.look(YEAR, date(2026, 6, 1))
    standing = next(s for s in board.standings if s.department == COUNTER)
    assert (standing.asked, standing.due, standing.received) == (True, date(2026, 5, 29), 2)
    status = next(s for s in desk.status(YEAR) if s.department == COUNTER)
    assert (status.asked, status.received) == (2, 2)
    assert not party(year.look(YEAR), COUNTER).open


# Until when, and what is asked


def test_a_day_for_all_and_another_for_one(year: SettingUp) -> None:
    year.keep(YEAR, DUE, "令和8年5月29日")
    year.keep(YEAR, DUE, "R8.6.12", FINANCE)
    view = year.look(YEAR)
    assert view.done(Step.DUE)
    assert view.due == "令和8年5月29日"
    assert party(view, CITIZENS).due == date(2026, 5, 29)
    assert (party(view, FINANCE).due, party(view, FINANCE).own_due) == (
        date(2026, 6, 12),
        "R8.6.12",
    )
    year.keep(YEAR, DUE, "", FINANCE)
    assert party(year.look(YEAR), FINANCE).due == date(2026, 5, 29)


def test_a_day_that_cannot_be_read_stops_the_workbooks(year: SettingUp, tmp_path: Path) -> None:
    year.keep(YEAR, DUE, "来月の末", FINANCE)
    assert party(year.look(YEAR), FINANCE).odd_due == "来月の末"
    with pytest.raises(CallError) as caught:
        year.write(YEAR, [FINANCE], tmp_path)
    assert "来月の末" in caught.value.text
    assert list(tmp_path.glob("*.xlsx")) == []


def test_the_letter_names_what_is_another_for_each(year: SettingUp) -> None:
    year.keep(YEAR, DUE, "R8.5.29")
    letter = party(year.look(YEAR), CITIZENS).letter
    assert letter.subject.startswith("令和7年度")
    for part in (CITIZENS, "行-①", "行-②", "2施策", "令和8年5月29日(金)", "2025_依頼_市民課.xlsx"):
        assert part in letter.covering
    assert letter.mail.splitlines()[0] == f"件名：{letter.subject}"
    assert "令和8年5月29日" in letter.message


def test_a_text_for_one_department_alone_and_back(year: SettingUp) -> None:
    year.keep(YEAR, COVERING, "［課名］さん、［期限］まで", FINANCE)
    view = year.look(YEAR)
    mine = party(view, FINANCE)
    assert mine.letter.covering == f"{FINANCE}さん、（期限は追ってお知らせします）まで"
    assert mine.own == {COVERING}
    assert party(view, CITIZENS).own == frozenset()
    year.keep(YEAR, COVERING, "", FINANCE)
    assert party(year.look(YEAR), FINANCE).own == frozenset()


def test_the_texts_are_remembered_for_the_next_year(year: SettingUp) -> None:
    year.keep(2024, SUBJECT, "評価のお願い ［年度］")
    assert not year.look(YEAR).done(Step.ASKS)
    assert year.look(YEAR).texts[SUBJECT] == "評価のお願い ［年度］"
    year.looked_over(YEAR)
    year.keep(2024, SUBJECT, "別の件名")
    view = year.look(YEAR)
    assert view.done(Step.ASKS)
    assert view.texts[SUBJECT] == "評価のお願い ［年度］"


# The workbooks


def test_what_was_asked_without_this_page_stands_too(tmp_path: Path) -> None:
    """The 依頼 of the command line, and the time the board has given since."""
    with desk_of_one(tmp_path) as small:
        small.request(YEAR, "2026-05-29", tmp_path / "依頼")
        view = small.office.setting_up.look(YEAR)
        assert (view.due, steps(view)) == ("令和8年5月29日", "■□■■■")
        small.office.board.extend(YEAR, FINANCE, date(2026, 6, 12), "議会のため")
        one = party(small.office.setting_up.look(YEAR), FINANCE)
        assert (one.due, one.open) == (date(2026, 6, 12), False)
        small.office.setting_up.keep(YEAR, DUE, "R8.5.29")
        assert party(small.office.setting_up.look(YEAR), FINANCE).due == date(2026, 6, 12)
        small.office.setting_up.keep(YEAR, DUE, "R8.6.30")
        one = party(small.office.setting_up.look(YEAR), FINANCE)
        assert (one.due, one.open) == (date(2026, 6, 30), True)


def desk_of_one(folder: Path) -> Desk:
    """An office where one 課 answers for one measure."""
    made = Desk.create(folder / "small", Owner.OFFICE, clock=sample.clock)
    made.office.setting_up.assign(YEAR, [Answering("行-③", FINANCE)])
    return made


@pytest.mark.slow
def test_the_workbooks_say_all_of_it(desk: Desk, year: SettingUp, tmp_path: Path) -> None:
    year.keep(YEAR, DUE, "R8.5.29")
    year.keep(YEAR, MESSAGE, "［課名］へのお願いです。")
    steps_of: list[int] = []
    everybody = [one.department for one in year.look(YEAR).parties]
    books = year.write(YEAR, everybody, tmp_path, lambda _w, done, _t: steps_of.append(done))
    assert [book.department for book in books] == everybody
    assert steps_of == list(range(len(books) + 1))
    cover = load_workbook(tmp_path / "2025_依頼_財政課.xlsx").worksheets[0]
    texts = {str(cell.value) for cells in cover.iter_rows() for cell in cells if cell.value}
    assert "財政課へのお願いです。" in texts
    assert "令和8年5月29日" in texts
    assert year.look(YEAR).done(Step.BOOKS)
    assert desk.current_year() == YEAR


def test_a_late_measure_asks_for_the_workbook_again(year: SettingUp, tmp_path: Path) -> None:
    year.keep(YEAR, DUE, "R8.5.29")
    year.write(YEAR, [FINANCE], tmp_path)
    year.assign(YEAR, [Answering("行-⑬", FINANCE)])
    late = party(year.look(YEAR), FINANCE)
    assert (late.added, late.open) == (("行-⑬",), True)
    (book,) = year.write(YEAR, [FINANCE], tmp_path)
    assert book.path.name == "2025_依頼_財政課_2.xlsx"  # somebody may be filling in the first one
    assert not party(year.look(YEAR), FINANCE).open
    year.keep(YEAR, DUE, "R8.6.12")
    assert party(year.look(YEAR), FINANCE).open


def test_stopped_half_way_what_is_written_stays(year: SettingUp, tmp_path: Path) -> None:
    def stop(_what: str, done: int, _total: int) -> None:
        if done == 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        year.write(YEAR, [CITIZENS, FINANCE], tmp_path, stop)
    view = year.look(YEAR)
    assert bool(party(view, CITIZENS).written) != bool(party(view, FINANCE).written)
    assert len(list(tmp_path.glob("*.xlsx"))) == 1


def test_nobody_to_write_to(year: SettingUp, tmp_path: Path) -> None:
    with pytest.raises(CallError):
        year.write(YEAR, ["どこにもない課"], tmp_path)
