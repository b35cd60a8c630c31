"""The office keeps things about an evaluation that never travel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "note",
        sa.Column("evaluation", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_note_evaluation_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "key", name=op.f("pk_note")),
    )
