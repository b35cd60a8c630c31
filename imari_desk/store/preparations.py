"""What is written down while a year is being set up: deadlines, what is asked, covering texts."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import delete, select

from imari_desk.store import rows
from imari_desk.store.database import Database
from imari_desk.store.schema import preparation


class Preparations:
    """Texts by their keys, for each year of each plan; each public method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, plan: str, fiscal_year: int) -> Mapping[str, str]:
        """Everything written down for that year."""
        query = select(preparation.c.key, preparation.c.text).where(
            preparation.c.plan == plan, preparation.c.fiscal_year == fiscal_year
        )
        with self._database.transaction() as connection:
            return {row.key: row.text for row in connection.execute(query)}

    def before(self, key: str, fiscal_year: int) -> str:
        """What stood under that key the last time before that year, in any plan; else ""."""
        query = (
            select(preparation.c.text)
            .where(preparation.c.key == key, preparation.c.fiscal_year < fiscal_year)
            .order_by(preparation.c.fiscal_year.desc(), preparation.c.plan)
            .limit(1)
        )
        with self._database.transaction() as connection:
            return connection.execute(query).scalar() or ""

    def keep(self, plan: str, fiscal_year: int, texts: Mapping[str, str | None]) -> None:
        """Let those stand; None takes one away."""
        with self._database.transaction(writing=True) as connection:
            for key, text in texts.items():
                here = (
                    preparation.c.plan == plan,
                    preparation.c.fiscal_year == fiscal_year,
                    preparation.c.key == key,
                )
                connection.execute(delete(preparation).where(*here))
                if text is not None:
                    row = {"plan": plan, "fiscal_year": fiscal_year, "key": key, "text": text}
                    rows.insert_one(connection, preparation, row)
