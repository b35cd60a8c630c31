"""Long work on the background that lets the window go first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

_SHORT = 0.0005  # seconds one thread keeps the interpreter while another waits for it


@contextmanager
def giving_way() -> Iterator[None]:
    """While this work goes on, whoever waits for the interpreter gets it ten times as soon.

    Qt lets go of it with nearly every call, so what the window does in between would otherwise
    wait 5 ms each time until the work lets go.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_SHORT)
    try:
        yield
    finally:
        sys.setswitchinterval(before)
