"""Workbooks are taken in together, and what was taken in last can be taken back."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _batches()
    _what_they_did()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _refers(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name], [f"{target}.id"], name=op.f(f"fk_{table}_{name}_{target}")
    )


def _batches() -> None:
    op.create_table(
        "batch",
        _number("id"),
        _text("state"),
        _text("person"),
        _text("begun_at"),
        _text("ended_at"),
        _text("seal"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch")),
    )
    op.create_table(
        "batch_file",
        _number("id"),
        _number("batch"),
        _text("path"),
        _text("sha256"),
        sa.Column("imported", sa.Integer(), nullable=True),
        _text("seal"),
        _refers("batch_file", "batch", "batch"),
        _refers("batch_file", "imported", "imported"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batch_file")),
    )
    op.create_index(op.f("ix_batch_file_batch"), "batch_file", ["batch"], unique=False)
    op.create_index(op.f("ix_batch_file_imported"), "batch_file", ["imported"], unique=False)
    op.create_table(
        "decision",
        _number("batch"),
        _text("subject"),
        _text("choice"),
        _text("person"),
        _text("noted_at"),
        _text("seal"),
        _refers("decision", "batch", "batch"),
        sa.PrimaryKeyConstraint("batch", "subject", name=op.f("pk_decision")),
    )


def _what_they_did() -> None:
    op.create_table(
        "batch_act",
        _number("origin"),
        _number("batch"),
        _text("seal"),
        _refers("batch_act", "origin", "origin"),
        _refers("batch_act", "batch", "batch"),
        sa.PrimaryKeyConstraint("origin", name=op.f("pk_batch_act")),
    )
    op.create_index(op.f("ix_batch_act_batch"), "batch_act", ["batch"], unique=False)
    op.create_table(
        "stood",
        _number("id"),
        _number("batch"),
        _number("evaluation"),
        _text("key"),
        _text("before"),
        _text("after"),
        _text("seal"),
        _refers("stood", "batch", "batch"),
        _refers("stood", "evaluation", "evaluation"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stood")),
    )
    op.create_index(op.f("ix_stood_batch"), "stood", ["batch"], unique=False)
