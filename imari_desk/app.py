"""Wiring: the only module that may import everything."""

from __future__ import annotations

import sys

from imari_desk.cli import run


def main() -> None:
    """The program's entry point."""
    sys.exit(run(sys.argv[1:]))
