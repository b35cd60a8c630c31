"""What is searched follows the answers in the same transaction, and is checked against them."""

from __future__ import annotations

from pathlib import Path

import pytest

from imari_desk.domain.records import Manner
from imari_desk.domain.register import Dot, Written
from imari_desk.store import answers, sqlite
from imari_desk.store.searching import Scope, Sought
from imari_desk.store.store import Store
from tests.store.acts import E_2025, FIRST, ME, PLAN, import_act, typed

ANY = Scope(PLAN.id)


def kept(store: Store) -> dict[str, str]:
    raw = sqlite.driver(store._database.connection)
    return dict(raw.execute("SELECT key, text FROM searched").fetchall())


def found(store: Store, *words: str, scope: Scope = ANY) -> tuple[str, ...]:
    return store.search.keys(scope, [Sought(w) for w in words], [E_2025]).get(E_2025, ())


def test_an_answer_is_kept_narrow_and_goes_when_it_is_cleared(store: Store) -> None:
    store.write([typed("results", "ＤＸ ｶﾞ進んだ"), typed("submission", "1")], ME)
    assert kept(store) == {"results": "dx ガ進んだ"}
    store.write([typed("results", "")], ME)
    assert kept(store) == {}


def test_what_is_typed_letter_by_letter_is_found_at_once(store: Store) -> None:
    for text in ("ま", "まど", "まどぐち"):
        store.write([typed("results", text, manner=Manner.LETTERS)], ME)
        assert kept(store) == {"results": text}
    step = store.to_undo()
    assert step is not None
    store.take_step(step, ME)
    assert kept(store) == {}


def test_two_answers_that_stand_are_both_found(store: Store) -> None:
    both = (Written(Dot("a", 1), "自分の文"), Written(Dot("b", 1), "よその文"))
    with store._database.transaction(writing=True) as connection:
        number = answers.identify(connection, [E_2025])[E_2025]
        answers.put(connection, {(number, "activities"): both})
    assert kept(store) == {"activities": "よその文\n自分の文"}
    assert found(store, "自分") == found(store, "よその") == ("activities",)


def test_what_a_workbook_brings_takes_the_place_of_what_stood(store: Store) -> None:
    store.write([typed("activities", "自分の文")], ME)
    store.apply_import(import_act(value="よその文"))
    assert kept(store) == {"activities": "よその文"}


def test_after_a_whole_word_no_figure_may_stand(store: Store) -> None:
    store.write(
        [typed("results", "行-⑳と行-②"), typed("issues", "行-⑳"), typed("related", "%-2")], ME
    )
    whole = [Sought("行-2", whole=True)]
    assert store.search.keys(ANY, whole, [E_2025])[E_2025] == ("results",)
    assert found(store, "行-2") == ("issues", "results")
    assert store.search.keys(ANY, [Sought("%-2", whole=True)], [E_2025])[E_2025] == ("related",)


def test_several_words_stand_in_one_item_or_name_the_measure(store: Store) -> None:
    store.write([typed("results", "窓口を見直した"), typed("issues", "予約の窓口")], ME)
    assert found(store, "窓口") == ("issues", "results")
    assert found(store, "窓口", "予約") == ("issues",)
    named = [Sought("市民課", [FIRST]), Sought("予約")]
    assert store.search.keys(ANY, named, [E_2025]) == {E_2025: ("issues",)}
    only_named = [Sought("市民課", [FIRST]), Sought("課", [FIRST])]
    assert store.search.counts(ANY, only_named) == {}
    assert store.search.counts(ANY, [Sought("窓口")]) == {E_2025: 2}


def test_signs_that_mean_something_to_the_engine_are_only_signs(store: Store) -> None:
    store.write([typed("results", "50%_増"), typed("issues", "50件増\\")], ME)
    assert found(store, "50%") == found(store, "%_") == ("results",)
    assert found(store, "\\") == ("issues",)


@pytest.mark.parametrize(
    ("scope", "keys"),
    [
        (ANY._replace(fiscal_year=2024), ()),
        (ANY._replace(fiscal_year=2025), ("comment.results~1", "results")),
        (ANY._replace(plan="other"), ()),
        (ANY._replace(measures={2025: [FIRST], 2024: []}), ("comment.results~1", "results")),
        (ANY._replace(measures={2024: [FIRST]}), ()),
        (ANY._replace(measures={}), ()),
        (ANY._replace(keys=["comment."]), ("comment.results~1",)),
        (ANY._replace(keys=["results", "issues"]), ("results",)),
    ],
)
def test_one_can_look_in_a_part_only(store: Store, scope: Scope, keys: tuple[str, ...]) -> None:
    store.write([typed("results", "窓口"), typed("comment.results~1", "窓口とは")], ME)
    assert found(store, "窓口", scope=scope) == keys
    assert store.search.counts(scope, [Sought("窓口")]) == ({E_2025: len(keys)} if keys else {})


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE searched SET text = 'x'",
        "DELETE FROM searched",
        "INSERT INTO searched SELECT evaluation, 'issues', 'x' FROM searched",
    ],
)
def test_verify_says_what_is_stale_and_reckons_it_anew(store: Store, damage: str) -> None:
    store.write([typed("results", "窓口")], ME)
    sqlite.driver(store._database.connection).execute(damage)
    (fault,) = store.verify().problems
    assert fault.code == "search_stale"
    assert kept(store) == {"results": "窓口"}
    assert store.verify().ok


def test_who_only_reads_is_told_and_changes_nothing(store: Store, path: Path) -> None:
    store.write([typed("results", "窓口")], ME)
    sqlite.driver(store._database.connection).execute("DELETE FROM searched")
    with Store.open(path, read_only=True) as reader:
        assert [p.code for p in reader.verify().problems] == ["search_stale"]
        assert kept(reader) == {}


@pytest.mark.parametrize("released", sorted((Path(__file__).parent / "data").glob("desk-*.db")))
def test_an_older_database_can_be_searched(released: Path, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(released.read_bytes())
    with Store.open(path) as store:
        assert found(store, "待ち時間") == ("results",)
