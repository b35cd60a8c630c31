"""Who answers for a measure, what was asked of whom, and every workbook that was written."""

from __future__ import annotations

import base64
import os
from collections.abc import Sequence

from sqlalchemy import Connection, delete, select, update

from imari_desk.domain.book import Purpose
from imari_desk.domain.records import Assignment, Request, Sent
from imari_desk.store import rows
from imari_desk.store.schema import SEALED, assignment, desk, request
from imari_desk.store.schema import sent as sent_books

_LETTERS = {
    Purpose.REQUEST: "R",
    Purpose.HANDOVER: "H",
    Purpose.SUBMISSION: "S",
    Purpose.RETURN: "B",
    Purpose.CONFIRMATION: "C",
}


def assignments(connection: Connection, plan: str, fiscal_year: int) -> tuple[Assignment, ...]:
    """See Store.assignments."""
    columns = [assignment.c[name] for name in ("measure", "department", "related", "fiscal_year")]
    query = (
        select(*columns)
        .where(assignment.c.plan == plan, assignment.c.fiscal_year <= fiscal_year)
        .order_by(assignment.c.measure, assignment.c.fiscal_year)
    )
    newest = {row[0]: row for row in connection.execute(query).all()}
    return tuple(
        Assignment(plan, year, measure, department, tuple(related.splitlines()))
        for measure, department, related, year in newest.values()
    )


def set_assignments(connection: Connection, new: Sequence[Assignment]) -> None:
    """See Store.set_assignments."""
    for one in new:
        row: dict[str, object] = {
            "plan": one.plan,
            "fiscal_year": one.fiscal_year,
            "measure": one.measure,
            "department": one.department,
            "related": "\n".join(one.related),
        }
        here = (
            assignment.c.plan == one.plan,
            assignment.c.fiscal_year == one.fiscal_year,
            assignment.c.measure == one.measure,
        )
        connection.execute(delete(assignment).where(*here))
        rows.insert_one(connection, assignment, row)


def requests(connection: Connection, fiscal_year: int) -> tuple[Request, ...]:
    """See Store.requests."""
    query = select(request).where(request.c.fiscal_year == fiscal_year).order_by(request.c.id)
    return tuple(
        Request(row.plan, row.fiscal_year, row.department, row.due, row.message, row.asked_at)
        for row in connection.execute(query)
    )


def add_requests(connection: Connection, new: Sequence[Request]) -> None:
    """Note what was asked."""
    for one in new:
        row = {name: getattr(one, name) for name in SEALED["request"]}
        rows.insert_one(connection, request, row)


def next_number(connection: Connection, purpose: Purpose, fiscal_year: int) -> str:
    """See Store.next_number. The random end keeps copies of one database apart."""
    row = connection.execute(select(desk)).one()
    changed = rows.sealed(desk, {**row._mapping, "books": row.books + 1})
    connection.execute(update(desk).values(changed))
    end = base64.b32encode(os.urandom(5)).decode()[:4].lower()
    return f"{fiscal_year}-{_LETTERS[purpose]}-{row.books + 1:04d}-{end}"


def record_sent(connection: Connection, new: Sequence[Sent], asked: Sequence[Request]) -> None:
    """See Store.record_sent."""
    add_requests(connection, asked)
    for one in new:
        row = {name: getattr(one, name) for name in SEALED["sent"]}
        row["purpose"] = one.purpose.value
        rows.insert_one(connection, sent_books, row)


def sent(connection: Connection, fiscal_year: int | None) -> tuple[Sent, ...]:
    """See Store.sent."""
    query = select(sent_books).order_by(sent_books.c.id)
    if fiscal_year is not None:
        query = query.where(sent_books.c.fiscal_year == fiscal_year)
    return tuple(
        Sent(
            row.number,
            Purpose(row.purpose),
            row.plan,
            row.fiscal_year,
            row.department,
            row.path,
            row.sha256,
            row.written_at,
            row.due,
        )
        for row in connection.execute(query)
    )
