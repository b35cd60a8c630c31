"""The texts of all answers as they are searched: narrowed once, when they are written."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_LEFT_OUT = ("submission", "office_stage", "public")
_LEFT_OUT_AT = ("settled.", "phase.")
_AT_ONCE = 5_000  # rows


def upgrade() -> None:
    made = op.create_table(
        "searched",
        sa.Column("evaluation", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["evaluation"], ["evaluation.id"], name=op.f("fk_searched_evaluation_evaluation")
        ),
        sa.PrimaryKeyConstraint("evaluation", "key", name=op.f("pk_searched")),
        sqlite_with_rowid=False,
    )
    found = list(_texts())
    for first in range(0, len(found), _AT_ONCE):
        op.bulk_insert(made, found[first : first + _AT_ONCE])


def _texts() -> Iterator[dict[str, object]]:
    """What imari_desk/store/searching.py kept of the answers when this step was written."""
    rows = op.get_bind().execute(
        sa.text("SELECT evaluation, key, value FROM answer ORDER BY evaluation, key, value")
    )
    for (number, key), several in groupby(rows, key=lambda row: (row[0], row[1])):
        values = dict.fromkeys(str(row[2]) for row in several)
        text = unicodedata.normalize("NFKC", "\n".join(v for v in values if v)).lower()
        if text and key not in _LEFT_OUT and not key.startswith(_LEFT_OUT_AT):
            yield {"evaluation": number, "key": key, "text": text}
