"""A display nobody sees: a real X server without a screen."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def display() -> Iterator[str]:
    """Its name; it has the size most screens have."""
    here, there = os.pipe()
    screen = ("-screen", "0", "1920x1080x24", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(there), *screen], pass_fds=[there], stderr=subprocess.DEVNULL
    )
    os.close(there)
    try:
        with os.fdopen(here) as told:
            number = told.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=30)
