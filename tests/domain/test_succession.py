"""組織改編: names go on, old years keep theirs, and every change can be taken back."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from imari_desk.domain.records import Assignment
from imari_desk.domain.succession import (
    Answering,
    Change,
    Succession,
    Successions,
    Term,
    assigned,
    dissolved,
    reorganised,
    terms,
)
from imari_desk.domain.taking_in import department_key

P = "dx"
CHAIN = Successions(
    (Succession(2025, "窓口課", "市民生活課"), Succession(2023, "市民課", "窓口課"))
)


def row(year: int, measure: str, department: str, *related: str, plan: str = P) -> Assignment:
    return Assignment(plan, year, measure, department, related)


def after(rows: list[Assignment], change: Change) -> set[Assignment]:
    """The rows once the change stands, as the store makes it stand."""
    places = {(r.plan, r.fiscal_year, r.measure) for r in (*change.gone, *change.new)}
    kept = {r for r in rows if (r.plan, r.fiscal_year, r.measure) not in places}
    return kept | set(change.new)


def test_a_name_goes_on_from_its_year_over_every_change_since() -> None:
    assert CHAIN.heir("市民課", 2022) == "市民課"
    assert CHAIN.heir("市民課", 2024) == "窓口課"
    assert CHAIN.heir(" 市民課", 2025) == "市民生活課"
    assert CHAIN.heir("財政課", 2025) == "財政課"


def test_names_that_change_round_and_round_come_to_an_end() -> None:
    there_and_back = Successions(
        (Succession(2024, "甲課", "乙課"), Succession(2025, "乙課", "甲課"))
    )
    assert there_and_back.heir("甲課", 2024) == "乙課"
    assert there_and_back.heir("甲課", 2026) in ("甲課", "乙課")
    assert there_and_back.heir("乙課", 2026) == there_and_back.heir("乙課", 2027)


def test_the_newest_change_of_a_name_counts() -> None:
    twice = Successions((Succession(2025, "甲課", "丙課"), Succession(2024, "甲課", "乙課")))
    assert (twice.heir("甲課", 2024), twice.heir("甲課", 2025)) == ("乙課", "丙課")


def test_the_former_names_of_some_years() -> None:
    assert CHAIN.formers("市民生活課", 2021, 2025) == ("窓口課", "市民課")
    assert CHAIN.formers("市民生活課", 2025, 2025) == ("窓口課",)
    assert CHAIN.formers("窓口課", 2023, 2024) == ("市民課",)
    assert CHAIN.formers("市民課", 2021, 2025) == ()


def test_whose_workbooks_count_as_a_departments_own() -> None:
    keys = {name: department_key(name) for name in ("市民課", "窓口課", "市民生活課")}
    assert CHAIN.speaking_for("市民生活課", 2025) == set(keys.values())
    # Who goes on for it since answers for the years before; who came to it later does not.
    assert CHAIN.speaking_for("市民課", 2022) == set(keys.values())
    assert CHAIN.speaking_for("市民生活課", 2024) == {keys["市民生活課"]}
    assert CHAIN.speaking_for("財政課", 2025) == {"財政課"}


def test_somebody_answers_from_this_year_on() -> None:
    rows = [row(2021, "行-①", "市民課"), row(2021, "行-②", "市民課")]
    change = assigned(rows, P, 2025, 2025, [Answering("行-①", "財政課", ("総務課",))])
    assert after(rows, change) == {*rows, row(2025, "行-①", "財政課", "総務課")}


def test_somebody_answered_all_the_time() -> None:
    rows = [row(2021, "行-①", "市民課"), row(2023, "行-①", "窓口課"), row(2026, "行-①", "総務課")]
    change = assigned(rows, P, 2021, 2025, [Answering("行-①", "財政課")])
    assert after(rows, change) == {row(2021, "行-①", "財政課"), rows[2]}
    assert after(list(after(rows, change)), change.inverse) == set(rows)


def test_nobody_is_said_for_a_year_any_more() -> None:
    rows = [row(2021, "行-①", "市民課"), row(2025, "行-①", "財政課")]
    change = assigned(rows, P, 2025, 2025, [Answering("行-①", "")])
    assert after(rows, change) == {rows[0]}


def test_what_stands_already_changes_nothing() -> None:
    rows = [row(2025, "行-①", "財政課")]
    assert assigned(rows, P, 2025, 2025, [Answering("行-①", "財政課")]) == Change()


def test_a_new_name_from_a_year_on() -> None:
    begun = Succession(2025, "市民課", "市民生活課")
    rows = [
        row(2021, "行-①", "市民課", "財政課"),
        row(2021, "行-②", "財政課", "市民課", "市民生活課"),
        row(2025, "行-③", "市民課"),
        row(2026, "行-④", "市民課"),
        row(2024, "行-⑤", "市民課"),
        row(2025, "行-⑤", "財政課"),
        row(2021, "行-⑥", "市民課", "市民生活課"),
        row(2026, "く-1", "市民課", plan="next"),
        row(2026, "く-2", "総務課", plan="next"),
    ]
    change = reorganised(rows, begun)
    now = after(rows, change)
    assert now == {
        rows[0],
        row(2025, "行-①", "市民生活課", "財政課"),
        rows[1],
        row(2025, "行-②", "財政課", "市民生活課"),
        row(2025, "行-③", "市民生活課"),
        row(2026, "行-④", "市民生活課"),
        rows[4],
        rows[5],
        rows[6],
        row(2025, "行-⑥", "市民生活課"),
        row(2026, "く-1", "市民生活課", plan="next"),
        rows[8],
    }
    assert change.begun == (begun,)
    assert after(list(now), change.inverse) == set(rows)
    assert change.inverse.ended == (begun,)


def test_a_change_taken_back_later_leaves_what_was_settled_otherwise() -> None:
    begun = Succession(2025, "市民課", "市民生活課")
    rows = [row(2021, "行-①", "市民課"), row(2021, "行-②", "市民課"), row(2025, "行-③", "市民課")]
    now = sorted(after(rows, reorganised(rows, begun)))
    settled = row(2025, "行-②", "市民生活課")
    now = [r if r != settled else r._replace(related=("総務課",)) for r in now]
    change = dissolved(now, begun)
    assert change == Change((row(2025, "行-①", "市民生活課"),), (), (begun,), ())


def test_who_answered_over_the_years() -> None:
    rows = [row(2022, "行-①", "市民課"), row(2023, "行-①", "窓口課"), row(2025, "行-①", "総務課")]
    assert terms(rows, range(2021, 2027), CHAIN) == (
        Term(2021, 2021, ""),
        Term(2022, 2022, "市民課"),
        Term(2023, 2024, "窓口課", (), "市民課"),
        Term(2025, 2026, "総務課"),
    )
    more = [row(2021, "行-①", "市民課"), row(2022, "行-①", "市民課", "財政課")]
    assert terms(more, range(2021, 2023), CHAIN) == (
        Term(2021, 2021, "市民課"),
        Term(2022, 2022, "市民課", ("財政課",)),
    )


names = st.sampled_from(["甲課", "乙課", "丙課", "丁課"])
changes = st.builds(Succession, st.integers(2021, 2026), names, names)


@given(st.lists(changes, max_size=6), names, st.integers(2020, 2027), st.randoms())
def test_the_order_of_the_changes_makes_no_difference(
    made: list[Succession], name: str, year: int, random: Random
) -> None:
    mixed = list(made)
    random.shuffle(mixed)
    one, other = Successions(tuple(made)), Successions(tuple(mixed))
    assert one.heir(name, year) == other.heir(name, year)
    assert one.speaking_for(name, year) == other.speaking_for(name, year)
