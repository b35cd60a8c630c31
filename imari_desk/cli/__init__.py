"""The command line: the desk's verbs without a window. ``run`` is the way in."""

from imari_desk.cli.command import run

__all__ = ["run"]
