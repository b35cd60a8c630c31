"""Faults of the world, typed: a code for programs, a Japanese sentence for people.

Our own mistakes are ordinary exceptions and reach the crash dialog and the log.
"""

from __future__ import annotations

from enum import Enum

from imari_desk.domain.words import sentence


class Remedy(Enum):
    """Where the cure lies; the command line turns it into its exit code."""

    DATA = 1  # something in the data wants a person's decision
    CALL = 2  # the command was given wrongly
    ENVIRONMENT = 3  # disk, lock, damage


class DeskError(Exception):
    """A fault of the world. ``code`` names the sentence in words.py, ``facts`` fill it.

    ``place`` says where (file, sheet and cell, row, item) as far as it is known.
    """

    remedy = Remedy.DATA

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    @property
    def text(self) -> str:
        """The Japanese sentence: what happened, where, what to do."""
        return sentence(self.code, **self.facts)

    def __str__(self) -> str:
        return self.text


class PlanError(DeskError):
    """A plan that cannot be used as written; ``place`` in the facts names the entry."""


class WorkbookError(DeskError):
    """A workbook that cannot be taken in."""


class CallError(DeskError):
    """A request that makes no sense as given: unknown measure, wrong role, bad date."""

    remedy = Remedy.CALL


class MachineError(DeskError):
    """Locked, full, read-only, damaged or too new: the machine, not the data."""

    remedy = Remedy.ENVIRONMENT
