"""One value of a register as a row, and back."""

from __future__ import annotations

from functools import lru_cache

from imari_desk.domain.register import Dot, Past, Written

Columns = tuple[int, str, str, int, str, str]  # evaluation, key, replica, counter, value, past


def row(evaluation: int, key: str, written: Written) -> Columns:
    """The columns that answers and history share; ``evaluation`` is its number in the database."""
    dot, past = written.dot, past_to_text(written.past)
    return (evaluation, key, dot.replica, dot.counter, written.value, past)


def value(replica: str, counter: int, text: str, past: str) -> Written:
    """The written value of a row. Raises ValueError for a past that does not read."""
    return Written(Dot(replica, counter), text, past_from_text(past) if past else ())


def past_to_text(past: Past) -> str:
    """``replica.3,other.7``; "" for a write that had seen nothing."""
    return ",".join(f"{replica}.{counter}" for replica, counter in past) if past else ""


@lru_cache(maxsize=8192)
def past_from_text(text: str) -> Past:
    """The inverse. Raises ValueError for a text that is none."""
    pairs = (pair.rpartition(".") for pair in text.split(",")) if text else ()
    return tuple((replica, int(counter)) for replica, _, counter in pairs)
