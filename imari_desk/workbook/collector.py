"""The garbage collector, kept quiet while ten thousand cells are made at once."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Cells and answers made by the ten thousand look like garbage to come: the collector would
    look through them again and again, for a third of the time, and find none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
