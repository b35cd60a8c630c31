"""What was typed can be taken back, after a restart too."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("evaluation", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("after", sa.Text(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_step_evaluation_evaluation")
        ),
        sa.ForeignKeyConstraint(["origin"], ["origin.id"], name=op.f("fk_step_origin_origin")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_step")),
    )
