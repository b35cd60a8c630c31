"""How alike two texts are: share of characters in common order, as a ratio from 0 to 1."""

from __future__ import annotations

from fractions import Fraction

LONGEST = 2000  # characters compared; an answer has 400, and the work grows with the square


def likeness(left: str, right: str) -> Fraction:
    """2 × longest common subsequence ÷ both lengths; 1 only for equal texts.

    Of texts longer than ``LONGEST`` the beginnings are compared.
    """
    if left == right:
        return Fraction(1)
    one, other = left[:LONGEST], right[:LONGEST]
    common = _common(one, other)
    return Fraction(2 * common, len(one) + len(other) + (one == other))


def _common(left: str, right: str) -> int:
    """Length of the longest common subsequence, one bit a character of ``left``.

    Hyyrö's bit-vector form of the usual table: a row is one integer, and a 0 bit in it stands
    for a place where the subsequence grows.
    """
    places: dict[str, int] = {}
    for n, character in enumerate(left):
        places[character] = places.get(character, 0) | 1 << n
    everything = (1 << len(left)) - 1
    row = everything
    for character in right:
        met = row & places.get(character, 0)
        row = ((row + met) | (row - met)) & everything
    return len(left) - row.bit_count()
