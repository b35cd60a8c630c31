"""What this desk keeps about evaluations for itself: no answers, in no workbook, no history."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, select

from imari_desk.domain.evaluation import EvaluationId
from imari_desk.store import answers, rows
from imari_desk.store.database import Database
from imari_desk.store.schema import evaluation
from imari_desk.store.schema import note as table


class Notes:
    """The notes of an open database, each under a key of the desk's own."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, plan: str, fiscal_year: int, key: str) -> Mapping[EvaluationId, str]:
        """Every note under that key in a year of a plan."""
        query = (
            select(evaluation.c.measure, table.c.value)
            .join(table, table.c.evaluation == evaluation.c.id)
            .where(evaluation.c.plan == plan, evaluation.c.fiscal_year == fiscal_year)
            .where(table.c.key == key)
        )
        with self._database.transaction() as connection:
            found = connection.execute(query).all()
        return {EvaluationId(plan, measure, fiscal_year): value for measure, value in found}

    def put(self, key: str, values: Mapping[EvaluationId, str]) -> None:
        """Let those notes stand; "" takes one away."""
        with self._database.transaction(writing=True) as connection:
            numbers = answers.identify(connection, values.keys())
            places = list(numbers.values())
            there = table.c.evaluation.in_(places)
            connection.execute(delete(table).where(there, table.c.key == key))
            new = [(numbers[at], key, value) for at, value in values.items() if value]
            rows.insert_many(connection, table, new)
