"""Looking at many, deciding once, taking in as one act, taking back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random

import pytest
from openpyxl import Workbook

from imari_desk.desk.desk import Desk
from imari_desk.desk.flow import FlowKind
from imari_desk.desk.office.outlook import Fate, FileOutlook, Outlook, Topic
from imari_desk.desk.office.receiving import Receiving
from imari_desk.domain.deciding import (
    LEAVE,
    TAKE,
    Chosen,
    Deal,
    Dealt,
    Side,
    of_file,
)
from imari_desk.domain.errors import CallError
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.records import FindingState, Outcome
from tests.desk.people import DEPARTMENT, MINE, THEIRS, YEAR, People, conflict, edited, meet, value


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    found = meet(tmp_path)
    yield found
    found.office.close()
    found.clerk.close()


@pytest.fixture
def receiving(people: People) -> Receiving:
    return people.office.office.receiving


def submitted(people: People, name: str = "提出.xlsx", **typed: str) -> Path:
    """The 課's workbook after it has typed that."""
    if typed:
        people.clerk.enter(MINE, YEAR, typed)
    return people.submit(name)


def by_colleague(people: People, name: str, **typed: str) -> Path:
    """A workbook of another clerk of the same 課, who knows nothing of the first."""
    with people.colleague(name) as colleague:
        colleague.import_files([people.request])
        colleague.enter(MINE, YEAR, typed)
        return colleague.submit(YEAR, people.folder / f"{name}.xlsx").path


def row(found: Outlook, name: str) -> FileOutlook:
    return next(one for one in found.files if one.file.name == name)


def at(found: Outlook) -> EvaluationId:
    return next(place[0] for place in found.joined if place[0].measure == MINE)


def digests(desk: Desk) -> tuple[str, str]:
    health = desk.verify()
    assert health.ok, health.problems
    return health.digest, health.office_digest


def noon(day: date) -> Callable[[], datetime]:
    return lambda: datetime(day.year, day.month, day.day, 12)


def with_note(book: Workbook) -> None:
    book[MINE]["K40"] = "7月に確定する予定です"


def without_codes(book: Workbook) -> None:
    del book["データ"]
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            for cell in line:
                text = cell.value
                if isinstance(text, str) and len(text) == 3 and text[1:].isdigit():
                    cell.value = None


def without_data(book: Workbook) -> None:
    del book["データ"]


def test_looking_tells_of_each_file_as_soon_as_it_is_read(
    people: People, receiving: Receiving
) -> None:
    path = submitted(people, activities="研修を2回行った。")
    before = digests(people.office)
    seen: list[str] = []
    found = receiving.look([path, people.request], found=lambda file: seen.append(file.name))
    assert seen == [path.name, people.request.name]
    assert digests(people.office) == before
    first = row(found, path.name)
    assert (first.fate, first.file.report.department) == (Fate.TAKE, DEPARTMENT)
    assert first.file.measures == (MINE,)
    assert (at(found), "activities") in found.changed
    assert found.waiting == 2


def test_folders_are_looked_through_and_litter_is_passed_over(
    people: People, receiving: Receiving
) -> None:
    folder = people.folder / "届いた" / "6月"
    folder.mkdir(parents=True)
    shutil.copyfile(submitted(people), folder / "b.xlsx")
    for name in ("a.pdf", "~$b.xlsx", ".DS_Store", "Thumbs.db"):
        (folder / name).write_bytes(b"%PDF-1.7")
    assert [path.name for path in receiving.find([folder.parent])] == ["a.pdf", "b.xlsx"]
    gone = people.folder / "ない.xlsx"
    assert receiving.find([gone]) == (gone,)


def test_what_is_no_workbook_is_refused_with_words_for_the_department(
    people: People, receiving: Receiving
) -> None:
    scan, half = people.folder / "スキャン.pdf", people.folder / "途中.xlsx"
    scan.write_bytes(b"%PDF-1.7 scanned")
    whole = submitted(people).read_bytes()
    half.write_bytes(whole[: len(whole) // 2])
    book = Workbook()
    book.worksheets[0]["A1"] = "6月の日程"
    other = people.folder / "会議資料.xlsx"
    book.save(other)
    found = receiving.look([scan, half, other, people.folder / "ない.xlsx"])
    assert {one.fate for one in found.files} == {Fate.REFUSED}
    for one in found.files:
        assert one.file.name in one.file.reply
        assert "もう一度お送りください" in one.file.reply
    assert found.changed == ()
    with pytest.raises(CallError):
        receiving.apply(found)


def test_what_is_refused_is_kept_beside_what_is_taken_in(
    people: People, receiving: Receiving
) -> None:
    scan, other = people.folder / "スキャン.pdf", people.folder / "会議資料.xlsx"
    scan.write_bytes(b"%PDF-1.7 scanned")
    Workbook().save(other)
    gone = people.folder / "ない.xlsx"
    for name in ("一回目.xlsx", "二回目.xlsx"):
        path = submitted(people, name, activities=f"{name}の文")
        done = receiving.apply(receiving.look([scan, path, other, gone]))
        assert [record.file_name for record in done.records] == [name]
    kept = [came.record for came in people.office.office.records.kept().came]
    refused = [record for record in kept if record.outcome is Outcome.REFUSED]
    assert sorted(record.file_name for record in refused) == [scan.name, other.name]
    assert len(kept) == 4
    for record in refused:
        (found,) = people.office.office.records.findings(record.id)
        assert found.text
        original = people.office.office.records.original(record.sha256)
        assert original == (people.folder / record.file_name).read_bytes()
    last = receiving.last()
    assert last is not None
    assert last.on_top == ()


def test_the_same_content_counts_once_and_is_known_when_it_comes_again(
    people: People, receiving: Receiving
) -> None:
    path = submitted(people, activities="文")
    copy = people.folder / "コピー ～ 提出.xlsx"
    shutil.copyfile(path, copy)
    found = receiving.look([path, copy])
    assert [one.fate for one in found.files] == [Fate.TAKE, Fate.TWIN]
    assert row(found, copy.name).twin == path.name
    assert len(receiving.apply(found).records) == 1
    again = receiving.look([copy])
    assert [one.fate for one in again.files] == [Fate.SEEN]
    assert again.waiting == 0


def test_a_later_copy_and_an_older_one_come_to_the_later_in_any_order(
    people: People, receiving: Receiving
) -> None:
    first = submitted(people, "一回目.xlsx", activities="はじめの文")
    people.clerk.enter(MINE, YEAR, {"activities": "直した文"})
    second = submitted(people, "二回目.xlsx")
    for paths in ([first, second], [second, first]):
        found = receiving.look(paths)
        joined = found.joined[at(found), "activities"]
        assert (joined.values, found.conflicts) == (("直した文",), ())
        assert row(found, first.name).overtaken > 0
        assert row(found, first.name).mates == (second.name,)
        receiving.forget()
    receiving.apply(receiving.look([second]))
    stale = receiving.look([first])
    assert stale.files[0].file.stale
    assert stale.changed == ()


def test_two_clerks_leave_a_conflict_and_the_office_chooses(
    people: People, receiving: Receiving
) -> None:
    one = submitted(people, activities="一人目の文")
    other = by_colleague(people, "二人目", activities="二人目の文", grade="B")
    found = receiving.look([one, other])
    (torn,) = [c for c in found.conflicts if c.key == "activities"]
    assert [(a.value, a.sources) for a in torn.answers] == [
        ("一人目の文", (one.name,)),
        ("二人目の文", (other.name,)),
    ]
    found = receiving.decide(found, {torn.subject: str(Chosen(Side.VALUE, "二人目の文"))})
    assert next(c for c in found.conflicts if c.key == "activities").choice is not None
    receiving.apply(found)
    assert value(people.office, "activities") == "二人目の文"
    assert digests(people.office)


def test_a_conflict_the_department_is_asked_about_becomes_a_comment(
    people: People, receiving: Receiving
) -> None:
    found = receiving.look(
        [
            submitted(people, activities="一人目の文"),
            by_colleague(people, "二人目", activities="二人目の文"),
        ]
    )
    (torn,) = [c for c in found.conflicts if c.key == "activities"]
    receiving.apply(receiving.decide(found, {torn.subject: str(Chosen(Side.ASK))}))
    assert conflict(people.office, "activities") == ["一人目の文", "二人目の文"]
    leaf = people.office.leaf(MINE, YEAR)
    (comment,) = [c for c in leaf.comments if c.item == "activities"]
    assert "一人目の文" in comment.text


def test_a_conflict_with_what_stands_names_where_that_came_from(
    people: People, receiving: Receiving
) -> None:
    first = submitted(people, activities="一人目の文")
    receiving.apply(receiving.look([first]))
    found = receiving.look([by_colleague(people, "二人目", activities="二人目の文")])
    (torn,) = [c for c in found.conflicts if c.key == "activities"]
    assert {a.value: a.sources for a in torn.answers}["一人目の文"] == (first.name,)


def test_a_file_known_by_its_labels_waits_for_a_yes_that_serves_all(
    people: People, receiving: Receiving
) -> None:
    path = submitted(people, activities="見出しから読む文")
    guessed = edited(path, people.folder / "見出し.xlsx", without_codes)
    coded = edited(path, people.folder / "コード.xlsx", without_data)
    found = receiving.look([guessed])
    assert (found.files[0].fate, found.joined) == (Fate.ASKS, {})
    (group,) = [g for g in found.groups if g.topic is Topic.LABELS]
    assert (group.open, group.members) == (1, (guessed.name,))
    take, leave = group.options
    assert receiving.decide(found, leave.decisions).files[0].fate is Fate.LEAVE
    found = receiving.decide(found, take.decisions)
    assert found.files[0].fate is Fate.TAKE
    found = receiving.look([coded], [one.file for one in found.files])
    assert row(found, coded.name).fate is Fate.TAKE
    receiving.apply(found)
    assert value(people.office, "activities") == "見出しから読む文"


def test_a_file_may_be_left_out(people: People, receiving: Receiving) -> None:
    found = receiving.look([submitted(people, activities="文")])
    digest = found.files[0].file.sha256
    found = receiving.decide(found, {of_file(digest): LEAVE})
    assert (found.files[0].fate, found.changed) == (Fate.LEAVE, ())
    assert receiving.decide(found, {of_file(digest): TAKE}).changed


def test_what_is_written_beside_the_items_may_go_into_one(
    people: People, receiving: Receiving
) -> None:
    path = edited(submitted(people, results="成果"), people.folder / "欄外.xlsx", with_note)
    found = receiving.look([path])
    (cell,) = found.files[0].file.margin
    assert cell.at is not None
    assert cell.at[0].measure == MINE
    (group,) = [g for g in found.groups if g.topic is Topic.MARGIN]
    assert group.open == 1
    deal = Dealt(Deal.APPEND, cell.at[0], "results")
    found = receiving.decide(found, {cell.subject: str(deal)})
    assert found.joined[cell.at[0], "results"].values == ("成果\n7月に確定する予定です",)
    before = digests(people.office)
    done = receiving.apply(found)
    assert value(people.office, "results") == "成果\n7月に確定する予定です"
    (entry,) = people.office.history(MINE, YEAR, "results")[-1:]
    assert (entry.place, entry.origin.file_name) == ((MINE, "K40"), path.name)
    records = people.office.office.records
    (note,) = [f for f in records.findings(done.records[0].id) if f.text == cell.text]
    assert note.state is FindingState.TAKEN
    receiving.take_back(done.batch)
    assert digests(people.office) == before


@pytest.mark.parametrize(
    ("deal", "state"),
    [
        (Deal.NOTE, FindingState.NOTED),
        (Deal.ASIDE, FindingState.SET_ASIDE),
        (Deal.ASK, FindingState.ASKED),
    ],
)
def test_what_is_written_beside_the_items_is_noted_set_aside_or_asked_about(
    people: People, receiving: Receiving, deal: Deal, state: FindingState
) -> None:
    found = receiving.look([edited(submitted(people), people.folder / "欄外.xlsx", with_note)])
    (group,) = [g for g in found.groups if g.topic is Topic.MARGIN]
    option = next(o for o in group.options if o.code.endswith(deal.value))
    found = receiving.decide(found, option.decisions)
    assert next(g for g in found.groups if g.topic is Topic.MARGIN).open == 0
    done = receiving.apply(found)
    (one,) = people.office.office.records.findings(done.records[0].id)
    assert one.state is state
    comments = people.office.leaf(MINE, YEAR).comments
    assert len(comments) == (deal is Deal.ASK)


def test_an_item_of_the_office_takes_nothing_from_the_margin(
    people: People, receiving: Receiving
) -> None:
    found = receiving.look([edited(submitted(people), people.folder / "欄外.xlsx", with_note)])
    (cell,) = found.files[0].file.margin
    assert cell.at is not None
    found = receiving.decide(
        found, {cell.subject: str(Dealt(Deal.ITEM, cell.at[0], "public_text"))}
    )
    assert (cell.at[0], "public_text") not in found.joined


def test_decisions_and_files_outlive_a_restart(people: People) -> None:
    path = edited(submitted(people, activities="文"), people.folder / "見出し.xlsx", without_codes)
    receiving = people.office.office.receiving
    (group,) = [g for g in receiving.look([path]).groups if g.topic is Topic.LABELS]
    receiving.decide(receiving.look([path]), group.options[0].decisions)
    people.office.close()
    people.office = Desk.open(people.folder / "office")
    receiving = people.office.office.receiving
    waiting = receiving.waiting()
    assert waiting is not None
    assert (waiting.paths, waiting.broken_off) == ((path,), False)
    assert receiving.look(waiting.paths).files[0].fate is Fate.TAKE
    receiving.forget()
    assert receiving.waiting() is None


class StopError(Exception):
    """The person stops, or the program dies."""


def test_stopped_in_the_middle_nothing_of_it_stays(people: People, receiving: Receiving) -> None:
    paths = [
        submitted(people, activities="一人目の文"),
        by_colleague(people, "二人目", results="二人目の文"),
    ]
    found = receiving.look(paths)
    before = digests(people.office)

    def stop(_what: str, done: int, _total: int) -> None:
        if done == 1:
            raise StopError

    with pytest.raises(StopError):
        receiving.apply(found, stop)
    assert digests(people.office) == before
    waiting = receiving.waiting()
    assert waiting is not None
    assert not waiting.broken_off
    assert receiving.last() is None
    assert len(receiving.apply(found).records) == 2


def test_broken_off_it_can_be_gone_on_with_though_the_files_are_gone(people: People) -> None:
    path = submitted(people, activities="文")
    receiving = people.office.office.receiving
    found = receiving.look([path])
    data, digest = path.read_bytes(), found.files[0].file.sha256
    people.office._session.store.batches.begin({digest: data})  # and then the power went
    people.office.close()
    path.unlink()
    people.office = Desk.open(people.folder / "office")
    receiving = people.office.office.receiving
    waiting = receiving.waiting()
    assert waiting is not None
    assert waiting.broken_off
    receiving.apply(receiving.look(waiting.paths))
    assert value(people.office, "activities") == "文"


def test_a_file_that_is_another_by_now_is_not_taken_in(
    people: People, receiving: Receiving
) -> None:
    path = submitted(people, activities="文")
    found = receiving.look([path])
    people.clerk.enter(MINE, YEAR, {"activities": "別の文"})
    submitted(people)
    with pytest.raises(CallError) as caught:
        receiving.apply(found)
    assert caught.value.code == "receiving_changed"
    assert value(people.office, "activities") == ""
    receiving.apply(receiving.again(found))
    assert value(people.office, "activities") == "別の文"


def test_taken_back_all_is_as_before_and_the_files_count_again(
    people: People, receiving: Receiving
) -> None:
    people.office.enter(MINE, YEAR, {"office_view": "前からの所見"})
    before = digests(people.office)
    paths = [
        submitted(people, activities="一人目の文"),
        by_colleague(people, "二人目", activities="二人目の文", grade="B"),
    ]
    done = receiving.apply(receiving.look(paths))
    after = digests(people.office)
    last = receiving.last()
    assert last is not None
    assert (last.batch.id, last.on_top) == (done.batch, ())
    receiving.take_back(done.batch)
    assert digests(people.office) == before
    assert all(e.taken_back for e in people.office.history(MINE, YEAR, "activities"))
    found = receiving.look(paths)
    assert {one.fate for one in found.files} == {Fate.TAKE}
    receiving.apply(found)
    assert digests(people.office) == after


def test_what_was_taken_back_is_told_and_counts_nowhere(people: People) -> None:
    came = {
        date(2026, 5, 20): submitted(people, activities="同じ文"),
        date(2026, 5, 27): by_colleague(people, "二人目", activities="同じ文"),
        date(2026, 6, 1): by_colleague(people, "三人目", activities="別の文"),
    }
    people.office.close()
    for day, path in came.items():
        with Desk.open(people.folder / "office", clock=noon(day)) as office:
            done = office.office.receiving.apply(office.office.receiving.look([path]))
            if day == date(2026, 5, 27):
                office.office.receiving.take_back(done.batch)
                board = office.office.board.look(YEAR, day)
                (mine,) = [one for one in board.standings if one.department == DEPARTMENT]
                assert mine.arrived == date(2026, 5, 20)
                told = [one for one in office.flow() if one.kind is FlowKind.TAKEN_BACK]
                assert [one.when[:10] for one in told] == ["2026-05-27"]
    with Desk.open(people.folder / "office") as office:
        candidates = office.leaf(MINE, YEAR).conflicts["activities"]
    assert sorted(one.noted_at[:10] for one in candidates) == ["2026-05-20", "2026-06-01"]


@pytest.mark.parametrize("deed", ["所見", "差戻し", "確定", "別の取込"])
def test_what_was_done_on_top_is_named_and_keeps_it(
    people: People, receiving: Receiving, deed: str
) -> None:
    done = receiving.apply(receiving.look([submitted(people, activities="文")]))
    if deed == "所見":
        people.office.enter(MINE, YEAR, {"office_view": "よい"})
    elif deed == "差戻し":
        people.office.give_back(YEAR, DEPARTMENT, people.folder / "差戻し.xlsx")
    elif deed == "確定":
        people.office.confirm(YEAR, people.folder / "確定")
    else:
        people.office.import_files([by_colleague(people, "二人目", results="別の文")])
    after = digests(people.office)
    last = receiving.last()
    assert last is not None
    assert last.on_top
    with pytest.raises(CallError) as caught:
        receiving.take_back(done.batch)
    assert caught.value.code == "batch_written_since"
    assert digests(people.office) == after


def test_what_changes_a_confirmed_evaluation_waits_for_a_yes(
    people: People, receiving: Receiving
) -> None:
    receiving.apply(receiving.look([submitted(people, activities="文")]))
    people.office.confirm(YEAR, people.folder / "確定")
    found = receiving.look([by_colleague(people, "二人目", activities="後からの文")])
    assert found.files[0].fate is Fate.ASKS
    (group,) = [g for g in found.groups if g.topic is Topic.SETTLED]
    assert receiving.decide(found, group.options[0].decisions).files[0].fate is Fate.TAKE


def test_what_a_department_does_not_answer_for_is_held(
    people: People, receiving: Receiving
) -> None:
    path = submitted(people, activities="文")
    moved = people.folder / "担当.csv"
    moved.write_text(f"施策番号,担当課,関係課\n{MINE},市民課,\n{THEIRS},市民課,\n", "utf-8")
    people.office.assign(moved)
    found = receiving.look([path])
    assert found.files[0].file.held > 0
    assert found.changed == ()
    (group,) = [g for g in found.groups if g.topic is Topic.HELD]
    assert (group.about, group.open) == (DEPARTMENT, 1)
    receiving.apply(receiving.decide(found, group.options[0].decisions))
    assert value(people.office, "activities") == ""
    assert [e.held for e in people.office.history(MINE, YEAR, "activities")] == [True]


def test_a_receipt_says_what_came_and_what_was_unclear(
    people: People, receiving: Receiving
) -> None:
    path = edited(submitted(people), people.folder / "欄外.xlsx", with_note)
    done = receiving.apply(receiving.look([path]))
    (receipt,) = receiving.receipts(done.batch)
    assert (receipt.department, receipt.files, receipt.unclear) == (DEPARTMENT, (path.name,), 1)
    for said in (DEPARTMENT, path.name, MINE, "7月に確定する予定です", "受　領　書"):
        assert said in receipt.text
    with pytest.raises(CallError):
        receiving.receipts(99)


def test_in_whatever_order_the_same_comes_of_it(people: People) -> None:
    paths = [
        submitted(people, "一.xlsx", activities="はじめの文"),
        submitted(people, "二.xlsx", activities="直した文", grade="A"),
        by_colleague(people, "三", activities="別の人の文"),
    ]
    people.office.close()
    ends = set()
    for seed in range(4):
        folder = people.folder / f"office{seed}"
        shutil.copytree(people.folder / "office", folder)
        with Desk.open(folder) as office:
            receiving = office.office.receiving
            before = digests(office)
            Random(seed).shuffle(paths)
            first = receiving.apply(receiving.look(paths[:1]))
            middle = digests(office)
            last = receiving.apply(receiving.look(paths))
            ends.add(digests(office))
            receiving.take_back(last.batch)
            assert digests(office) == middle
            receiving.take_back(first.batch)
            assert digests(office) == before
            receiving.apply(receiving.look(paths))
            ends.add(digests(office))
    assert len(ends) == 1
    people.office = Desk.open(people.folder / "office")
