"""The first shape: desk, plans, answers, workbooks that came in, history, what was sent."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _desk_and_plans()
    _answers()
    _workbooks()
    _history()
    _exchange()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _desk_and_plans() -> None:
    op.create_table(
        "desk",
        _number("id"),
        _text("role"),
        _text("department"),
        _text("plan"),
        _number("plan_version"),
        _text("created_at"),
        _text("created_with"),
        _number("books"),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk")),
    )
    op.create_table(
        "plan_version",
        _text("plan"),
        _number("version"),
        _number("first_year"),
        _number("last_year"),
        _text("note"),
        _text("added_at"),
        _text("text"),
        _text("seal"),
        sa.PrimaryKeyConstraint("plan", "version", name=op.f("pk_plan_version")),
    )
    op.create_table(
        "fixed_plan",
        _text("plan"),
        _number("fiscal_year"),
        _number("version"),
        _text("seal"),
        sa.PrimaryKeyConstraint("plan", "fiscal_year", name=op.f("pk_fixed_plan")),
    )


def _answers() -> None:
    op.create_table(
        "evaluation",
        _number("id"),
        _text("plan"),
        _text("measure"),
        _number("fiscal_year"),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evaluation")),
        sa.UniqueConstraint("plan", "fiscal_year", "measure", name=op.f("uq_evaluation_plan")),
    )
    op.create_table(
        "answer",
        _number("evaluation"),
        _text("key"),
        _text("replica"),
        _number("counter"),
        _text("seal"),
        _text("value"),
        _text("past"),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_answer_evaluation_evaluation")
        ),
        sa.PrimaryKeyConstraint(
            "evaluation", "key", "replica", "counter", "seal", name=op.f("pk_answer")
        ),
        sqlite_with_rowid=False,
    )


def _workbooks() -> None:
    op.create_table(
        "imported",
        _number("id"),
        _text("sha256"),
        _text("file_name"),
        _number("size"),
        _text("outcome"),
        _text("imported_at"),
        _text("level"),
        _text("purpose"),
        _text("plan"),
        _number("plan_version"),
        _number("fiscal_year"),
        _text("department"),
        _text("number"),
        _text("saved_at"),
        _text("program"),
        _text("person"),
        sa.Column("archived", sa.Boolean(), nullable=False),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imported")),
    )
    op.create_index(op.f("ix_imported_sha256"), "imported", ["sha256"], unique=False)
    op.create_table(
        "finding",
        _number("id"),
        _number("imported"),
        _text("kind"),
        _text("sheet"),
        _text("cell"),
        _text("text"),
        _text("code"),
        _text("state"),
        _text("seal"),
        sa.ForeignKeyConstraint(
            ["imported"], ["imported.id"], name=op.f("fk_finding_imported_imported")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding")),
    )
    op.create_index(op.f("ix_finding_imported"), "finding", ["imported"], unique=False)


def _history() -> None:
    op.create_table(
        "origin",
        _number("id"),
        sa.Column("imported", sa.Integer(), nullable=True),
        _text("person"),
        _text("noted_at"),
        _text("seal"),
        sa.ForeignKeyConstraint(
            ["imported"], ["imported.id"], name=op.f("fk_origin_imported_imported")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_origin")),
    )
    op.create_table(
        "history",
        _number("id"),
        _number("evaluation"),
        _text("key"),
        _text("replica"),
        _number("counter"),
        _text("value"),
        _text("past"),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("sheet", sa.Text(), nullable=True),
        sa.Column("cell", sa.Text(), nullable=True),
        _number("origin"),
        _text("seal"),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_history_evaluation_evaluation")
        ),
        sa.ForeignKeyConstraint(["origin"], ["origin.id"], name=op.f("fk_history_origin_origin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_evaluation"), "history", ["evaluation"], unique=False)


def _exchange() -> None:
    op.create_table(
        "assignment",
        _text("plan"),
        _number("fiscal_year"),
        _text("measure"),
        _text("department"),
        _text("related"),
        _text("seal"),
        sa.PrimaryKeyConstraint("plan", "fiscal_year", "measure", name=op.f("pk_assignment")),
    )
    op.create_table(
        "request",
        _number("id"),
        _text("plan"),
        _number("fiscal_year"),
        _text("department"),
        _text("due"),
        _text("message"),
        _text("asked_at"),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_table(
        "sent",
        _number("id"),
        _text("number"),
        _text("purpose"),
        _text("plan"),
        _number("fiscal_year"),
        _text("department"),
        _text("path"),
        _text("sha256"),
        _text("written_at"),
        _text("due"),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sent")),
        sa.UniqueConstraint("number", name=op.f("uq_sent_number")),
    )
