"""目印: what the office looks at first in an evaluation, in a word or two each.

Most are what the checks found; their thresholds stand with the checks (wording, contradictions).
The rest is what has happened since: an answer to a remark, a change where nobody asked for one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from imari_desk.domain.finding import Finding, Severity
from imari_desk.domain.words import sentence


class MarkKind(IntEnum):
    """What a mark is about, the most pressing first."""

    CONFLICT = 0  # several answers stand
    CONTRADICTION = 1
    GRADE = 2  # another grade than the proposed one, without a reason
    OUTSIDE = 3  # changed after a 差戻し, where no remark was
    JUMP = 4  # a number far from last year's
    LIKE = 5  # last year's text, or nearly
    UNCLEAR = 6  # an answer that is not certainly what was asked for
    REPLY = 7  # the 課 has answered a remark
    CHANGED = 8  # came in since the office looked last
    EMPTY = 9


class Mark(NamedTuple):
    """One mark at an item: a few words for a chip, and the whole sentence."""

    kind: MarkKind
    key: str
    word: str
    text: str


_KINDS = {
    "check.conflict": MarkKind.CONFLICT,
    "missing.grade_reason": MarkKind.GRADE,
    "range.rose": MarkKind.JUMP,
    "range.sank": MarkKind.JUMP,
    "range.fell": MarkKind.JUMP,
    "text.same": MarkKind.LIKE,
    "text.nearly_same": MarkKind.LIKE,
}
_BY_SEVERITY = {
    Severity.MISSING: MarkKind.EMPTY,
    Severity.CONTRADICTION: MarkKind.CONTRADICTION,
    Severity.CAUTION: MarkKind.UNCLEAR,
}


def marks_of(findings: Iterable[Finding]) -> tuple[Mark, ...]:
    """The marks of what the checks found, in their order. A mere note is none."""
    found = []
    for one in findings:
        kind = _KINDS.get(one.code, _BY_SEVERITY.get(one.severity))
        if kind is not None:
            own = f"office.review.mark.{one.code}" if one.code in _KINDS else ""
            word = sentence(own or f"office.review.mark.{kind.name.lower()}", percent=one.percent)
            found.append(Mark(kind, one.key, word, one.text))
    return tuple(found)


def event_marks(
    outside: Mapping[str, str], changed: Mapping[str, str], replies: Mapping[str, str]
) -> tuple[Mark, ...]:
    """Marks of what happened. Each mapping is item key → what stood before, or what was replied.

    What is marked as outside is not marked as changed too.
    """
    fresh = {key: before for key, before in changed.items() if key not in outside}
    found = []
    for kind, told in (
        (MarkKind.OUTSIDE, outside),
        (MarkKind.CHANGED, fresh),
        (MarkKind.REPLY, replies),
    ):
        name = kind.name.lower()
        for key, text in told.items():
            shown = text or sentence("office.review.nothing_stood")
            told_in_full = sentence(f"office.review.told.{name}", text=shown)
            found.append(Mark(kind, key, sentence(f"office.review.mark.{name}"), told_in_full))
    return tuple(found)


def weight(marks: Iterable[Mark]) -> tuple[int, int]:
    """How many marks there are to look at, and how many empty items besides."""
    kinds = [mark.kind for mark in marks]
    empty = kinds.count(MarkKind.EMPTY)
    return len(kinds) - empty, empty
