"""What was taken back: it is kept, and asks nobody any more."""

from __future__ import annotations

from sqlalchemy import ColumnElement, exists, select

from imari_desk.domain.batches import BatchState
from imari_desk.store.schema import batch, batch_act, batch_file, imported, origin


def import_counts() -> ColumnElement[bool]:
    """Of ``imported``: whether it was not taken back since."""
    gone = (
        select(batch_file.c.id)
        .join(batch, batch_file.c.batch == batch.c.id)
        .where(
            batch.c.state == BatchState.TAKEN_BACK.value,
            batch_file.c.imported == imported.c.id,
        )
    )
    return ~exists(gone.correlate(imported))


def act_counts() -> ColumnElement[bool]:
    """Of ``origin``: whether that act was not taken back since."""
    gone = (
        select(batch_act.c.origin)
        .join(batch, batch_act.c.batch == batch.c.id)
        .where(batch.c.state == BatchState.TAKEN_BACK.value, batch_act.c.origin == origin.c.id)
    )
    return ~exists(gone.correlate(origin))
