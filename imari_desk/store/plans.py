"""The desk's own record, and the versions of the plans it works with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache

from sqlalchemy import Connection, select, update

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.errors import CallError
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import plan_from_dict, plan_to_dict
from imari_desk.domain.records import DeskRecord, PlanVersion
from imari_desk.store import rows
from imari_desk.store.schema import desk as desks
from imari_desk.store.schema import fixed_plan, plan_version


class Cache:
    """The plans read so far, by id and version: a version never changes once it is stored.

    ``alone``: nobody else writes in the database, so what covers a year holds until forget().
    """

    def __init__(self, *, alone: bool) -> None:
        self._known: dict[tuple[str, int], Plan] = {}
        self._covering: dict[int, Plan] = {}
        self._alone = alone

    def known_for(self, fiscal_year: int) -> Plan | None:
        """The plan that covers the year where that need not be asked again."""
        return self._covering.get(fiscal_year)

    def forget(self) -> None:
        """Ask again which plan covers a year: the versions may have changed."""
        self._covering.clear()

    def current(self, connection: Connection) -> Plan:
        """See Store.plan."""
        record = desk(connection)
        return self.version(connection, record.plan, record.plan_version)

    def version(self, connection: Connection, plan: str, version: int) -> Plan:
        """See Store.plan_version."""
        found = self._known.get((plan, version))
        if found is None:
            text = _text(connection, plan, version)
            if text is None:
                raise CallError("plan_version_unknown", plan=plan, version=version)
            found = self._known[plan, version] = _plan(text)
        return found

    def covering(self, connection: Connection, fiscal_year: int) -> Plan:
        """See Store.plan_for."""
        found = self._find_covering(connection, fiscal_year)
        if self._alone:
            self._covering[fiscal_year] = found
        return found

    def _find_covering(self, connection: Connection, fiscal_year: int) -> Plan:
        record = desk(connection)
        query = (
            select(plan_version.c.plan, plan_version.c.version)
            .where(
                plan_version.c.first_year <= fiscal_year, plan_version.c.last_year >= fiscal_year
            )
            .order_by(plan_version.c.version)
        )
        newest = {row.plan: row.version for row in connection.execute(query)}
        if not newest:
            raise CallError("year_without_plan", year=fiscal_year_name(fiscal_year))
        if record.plan in newest:
            plan, version = record.plan, record.plan_version
        else:
            plan, version = next(iter(newest.items()))
        version = fixed(connection, plan).get(fiscal_year, version)
        return self.version(connection, plan, version)


@lru_cache(maxsize=64)
def _plan(text: str) -> Plan:
    """The same plan for the same text, whichever database it comes from: what is worked out for a
    plan is looked up by it, and two equal ones would be compared measure by measure each time."""
    return plan_from_dict(json.loads(text))


def _text(connection: Connection, plan: str, version: int) -> str | None:
    query = select(plan_version.c.text).where(
        plan_version.c.plan == plan, plan_version.c.version == version
    )
    return connection.execute(query).scalar()


def enter_desk(connection: Connection, record: DeskRecord) -> None:
    """Write whose database this is: once, when it is made."""
    row = {
        "role": record.role.value,
        "department": record.department,
        "plan": record.plan,
        "plan_version": record.plan_version,
        "created_at": record.created_at,
        "created_with": record.created_with,
        "books": 0,
    }
    rows.insert_one(connection, desks, row)


def desk(connection: Connection) -> DeskRecord:
    """See Store.desk."""
    row = connection.execute(select(desks)).one()
    return DeskRecord(
        Owner(row.role),
        row.department,
        row.plan,
        row.plan_version,
        row.created_at,
        row.created_with,
    )


def versions(connection: Connection) -> tuple[PlanVersion, ...]:
    """See Store.plan_versions."""
    record = desk(connection)
    query = select(
        plan_version.c.plan,
        plan_version.c.version,
        plan_version.c.note,
        plan_version.c.added_at,
    ).order_by(plan_version.c.first_year, plan_version.c.plan, plan_version.c.version)
    now = (record.plan, record.plan_version)
    return tuple(
        PlanVersion(row.plan, row.version, row.note, row.added_at, (row.plan, row.version) == now)
        for row in connection.execute(query)
    )


def add(connection: Connection, plan: Plan, *, now: str, current: bool) -> None:
    """See Store.add_plan."""
    text = json.dumps(plan_to_dict(plan), ensure_ascii=False, separators=(",", ":"))
    known = _text(connection, plan.id, plan.version)
    if known is not None and _plan(known) != plan:
        raise CallError("plan_version_exists", plan=plan.title, version=plan.version)
    if known is None:
        row = {
            "plan": plan.id,
            "version": plan.version,
            "first_year": plan.first_year,
            "last_year": plan.last_year,
            "note": plan.version_note,
            "added_at": now,
            "text": text,
        }
        rows.insert_one(connection, plan_version, row)
    if current:
        _make_current(connection, plan)


def _make_current(connection: Connection, plan: Plan) -> None:
    row = connection.execute(select(desks)).first()
    if row is None:  # the database is just being made: the desk's record follows
        return
    changed = {**row._mapping, "plan": plan.id, "plan_version": plan.version}
    connection.execute(update(desks).values(rows.sealed(desks, changed)))


def fix(connection: Connection, plan: Plan, fiscal_year: int) -> None:
    """See Store.fix_plan."""
    if fiscal_year not in fixed(connection, plan.id):
        row = {"plan": plan.id, "fiscal_year": fiscal_year, "version": plan.version}
        rows.insert_one(connection, fixed_plan, row)


def fixed(connection: Connection, plan: str) -> Mapping[int, int]:
    """See Store.fixed_plans."""
    query = select(fixed_plan.c.fiscal_year, fixed_plan.c.version).where(fixed_plan.c.plan == plan)
    return {row.fiscal_year: row.version for row in connection.execute(query)}
