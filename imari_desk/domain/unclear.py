"""What a typed answer becomes when it is not certain: a question, never an exception."""

from __future__ import annotations

from dataclasses import dataclass

from imari_desk.domain.words import sentence


@dataclass(frozen=True, slots=True)
class Unclear:
    """Something typed that could not be read with certainty.

    ``code`` names the sentence and ``text`` is the sentence. ``might`` is the reading it would
    have, in canonical form ("" where there is none), ``state`` the 数値の状態 it suggests.
    """

    code: str
    text: str
    might: str = ""
    state: str = ""


def unclear(code: str, seen: str, *, might: str = "", state: str = "", **facts: str) -> Unclear:
    """The question about ``seen``; its sentence may use {seen}, {might}, {state} and ``facts``."""
    short = seen if len(seen) <= 40 else f"{seen[:39]}…"
    text = sentence(code, seen=short, might=might, state=state, **facts)
    return Unclear(code, text, might, state)
