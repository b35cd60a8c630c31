"""Plans as they are being edited, and who stored which version."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import delete, select

from imari_desk.store import rows
from imari_desk.store.database import Database
from imari_desk.store.schema import answer, evaluation, plan_author, plan_draft


class KeptDraft(NamedTuple):
    """A plan being edited. ``version``: the one it began from, 0 for a plan without one.

    ``draft`` has the shape domain/plan_draft.py edits.
    """

    plan: str
    version: int
    person: str
    changed_at: str
    draft: dict[str, Any]


class Drafts:
    """The drafts of an open database, one a plan; each public method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kept(self) -> tuple[KeptDraft, ...]:
        """Every draft, by the plan's id."""
        with self._database.transaction() as connection:
            found = connection.execute(select(plan_draft).order_by(plan_draft.c.plan)).all()
        return tuple(
            KeptDraft(one.plan, one.version, one.person, one.changed_at, json.loads(one.text))
            for one in found
        )

    def keep(self, draft: KeptDraft) -> None:
        """Store it in the place of the one there was of that plan."""
        text = json.dumps(draft.draft, ensure_ascii=False, separators=(",", ":"))
        row = {**draft._asdict(), "text": text}
        with self._database.transaction(writing=True) as connection:
            connection.execute(delete(plan_draft).where(plan_draft.c.plan == draft.plan))
            rows.insert_one(connection, plan_draft, row)

    def drop(self, plan: str) -> None:
        """Let a draft go."""
        with self._database.transaction(writing=True) as connection:
            connection.execute(delete(plan_draft).where(plan_draft.c.plan == plan))

    def sign(self, plan: str, version: int, person: str) -> None:
        """Note who stored a version; the first one noted counts."""
        if person and (plan, version) not in self.authors():
            row = {"plan": plan, "version": version, "person": person}
            with self._database.transaction(writing=True) as connection:
                rows.insert_one(connection, plan_author, row)

    def authors(self) -> Mapping[tuple[str, int], str]:
        """Plan and version → who stored it, as far as it is known."""
        with self._database.transaction() as connection:
            found = connection.execute(select(plan_author)).all()
        return {(one.plan, one.version): one.person for one in found}

    def answered(self, plan: str) -> Mapping[str, tuple[int, ...]]:
        """Measure code → the fiscal years somebody has answered for it."""
        query = (
            select(evaluation.c.measure, evaluation.c.fiscal_year)
            .where(evaluation.c.plan == plan)
            .where(select(answer.c.key).where(answer.c.evaluation == evaluation.c.id).exists())
            .order_by(evaluation.c.measure, evaluation.c.fiscal_year)
        )
        found: dict[str, tuple[int, ...]] = {}
        with self._database.transaction() as connection:
            for measure, year in connection.execute(query):
                found[measure] = (*found.get(measure, ()), year)
        return found
