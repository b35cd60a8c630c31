"""The answers as they are searched: narrowed with every write, found with LIKE.

``searched`` says nothing that is not in ``answer``: it is reckoned from it in the same
transaction, and where both ever differ it is reckoned anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    false,
    func,
    insert,
    or_,
    select,
)

from imari_desk.domain import register
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.register import Register
from imari_desk.domain.searching import searched_text
from imari_desk.store import rows
from imari_desk.store.database import Database
from imari_desk.store.schema import answer, evaluation
from imari_desk.store.schema import searched as table

_PLACE = ("at", "under")
_GONE = delete(table).where(
    table.c.evaluation == bindparam("at"), table.c.key == bindparam("under")
)
_NEW = insert(table)
_COLUMNS = ("evaluation", "key", "text")
_ESCAPE = "\\"
_SPECIAL = str.maketrans({sign: _ESCAPE + sign for sign in "%_\\"})


class Sought(NamedTuple):
    """A word as it is searched, and the measures named with it: there it counts as found.

    After a ``whole`` one no further figure may stand.
    """

    word: str
    measures: Collection[str] = ()
    whole: bool = False


class Scope(NamedTuple):
    """Where to look; what is None is not asked about.

    ``measures`` is fiscal year → codes: a 課 answers for others each year. ``keys`` are item
    keys; one that ends in a dot stands for all that begin so.
    """

    plan: str
    fiscal_year: int | None = None
    measures: Mapping[int, Collection[str]] | None = None
    keys: Collection[str] | None = None


class Search:
    """The search through an open database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, scope: Scope, words: Sequence[Sought]) -> Mapping[EvaluationId, int]:
        """In which evaluations all words stand in one item, and in how many items."""
        query = (
            select(evaluation.c.measure, evaluation.c.fiscal_year, func.count())
            .join_from(table, evaluation, table.c.evaluation == evaluation.c.id)
            .where(*_in_scope(scope), *_found(words))
            .group_by(evaluation.c.id, evaluation.c.measure, evaluation.c.fiscal_year)
        )
        with self._database.transaction() as connection:
            found = connection.execute(query).all()
        return {EvaluationId(scope.plan, measure, year): count for measure, year, count in found}

    def keys(
        self, scope: Scope, words: Sequence[Sought], among: Collection[EvaluationId]
    ) -> Mapping[EvaluationId, tuple[str, ...]]:
        """The items they stand in, of those evaluations."""
        here: dict[int, list[str]] = {}
        for one in among:
            here.setdefault(one.fiscal_year, []).append(one.measure)
        query = (
            select(evaluation.c.measure, evaluation.c.fiscal_year, table.c.key)
            .join_from(table, evaluation, table.c.evaluation == evaluation.c.id)
            .where(*_in_scope(scope), _of_years(here), *_found(words))
        )
        found: dict[EvaluationId, list[str]] = {}
        with self._database.transaction() as connection:
            for measure, year, key in connection.execute(query):
                found.setdefault(EvaluationId(scope.plan, measure, year), []).append(key)
        return {at: tuple(sorted(keys)) for at, keys in found.items()}


def keep(
    connection: Connection,
    registers: Mapping[tuple[int, str], Register],
    there: Collection[tuple[int, str]],
) -> None:
    """Keep what is searched of those registers; ``there`` are the places something stood at."""
    rows.run_many(connection, _GONE, _PLACE, sorted(there))
    rows.run_many(connection, _NEW, _COLUMNS, _rows(registers))


def stale(connection: Connection) -> int:
    """At how many places what is kept is not what the answers say."""
    kept = {(at, key): text for at, key, text in connection.execute(select(table))}
    right = {(at, key): text for at, key, text in _reckoned(connection)}
    return sum(kept.get(place) != right.get(place) for place in kept.keys() | right.keys())


def rebuild(connection: Connection) -> None:
    """Reckon all of it anew from the answers."""
    connection.execute(delete(table))
    rows.run_many(connection, _NEW, _COLUMNS, _reckoned(connection))


def _reckoned(connection: Connection) -> list[tuple[int, str, str]]:
    values: dict[tuple[int, str], set[str]] = {}
    for at, key, value in connection.execute(
        select(answer.c.evaluation, answer.c.key, answer.c.value)
    ):
        values.setdefault((at, key), set()).add(value)
    texts = ((*at, searched_text(at[1], sorted(several))) for at, several in values.items())
    return sorted(row for row in texts if row[2])


def _rows(registers: Mapping[tuple[int, str], Register]) -> list[tuple[int, str, str]]:
    found = ((*at, searched_text(at[1], register.values(r))) for at, r in registers.items())
    return sorted(row for row in found if row[2])


def _found(words: Sequence[Sought]) -> Iterator[ColumnElement[bool]]:
    """Every word stands in the text or names the measure, and one of them in the text."""
    stands = [_stands(w) for w in words]
    for one, here in zip(words, stands, strict=True):
        yield or_(here, evaluation.c.measure.in_(one.measures)) if one.measures else here
    if words and all(one.measures for one in words):
        yield or_(*stands)


def _stands(sought: Sought) -> ColumnElement[bool]:
    pattern = f"%{sought.word.translate(_SPECIAL)}%"
    found = table.c.text.like(pattern, escape=_ESCAPE)
    if not sought.whole:
        return found
    text: ColumnElement[str] = table.c.text
    for figure in "0123456789":  # what is longer goes, and is looked at only where there is any
        text = func.replace(text, f"{sought.word}{figure}", "")
    return and_(found, text.like(pattern, escape=_ESCAPE))


def _in_scope(scope: Scope) -> Iterator[ColumnElement[bool]]:
    yield evaluation.c.plan == scope.plan
    if scope.fiscal_year is not None:
        yield evaluation.c.fiscal_year == scope.fiscal_year
    if scope.measures is not None:
        yield _of_years(scope.measures)
    if scope.keys is not None:
        named = [k for k in scope.keys if not k.endswith(".")]
        begun = [table.c.key.startswith(k, autoescape=True) for k in scope.keys if k.endswith(".")]
        yield or_(table.c.key.in_(named), *begun)


def _of_years(measures: Mapping[int, Collection[str]]) -> ColumnElement[bool]:
    return or_(
        false(),
        *(
            and_(evaluation.c.fiscal_year == year, evaluation.c.measure.in_(codes))
            for year, codes in measures.items()
        ),
    )
