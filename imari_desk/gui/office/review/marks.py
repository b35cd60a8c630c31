"""How marks, states and grades look: a tone, a sign, and never the colour alone."""

from __future__ import annotations

from imari_desk.domain.marks import Mark, MarkKind
from imari_desk.domain.states import OfficeState
from imari_desk.gui.look import Tone, is_dark

_LOOKS: dict[MarkKind, tuple[Tone, str]] = {
    MarkKind.CONFLICT: ("error", "both"),
    MarkKind.CONTRADICTION: ("error", "bang"),
    MarkKind.GRADE: ("warn", "bang"),
    MarkKind.OUTSIDE: ("warn", "pencil"),
    MarkKind.JUMP: ("note", "up"),
    MarkKind.LIKE: ("note", "same"),
    MarkKind.UNCLEAR: ("note", "question"),
    MarkKind.REPLY: ("office", "bubble"),
    MarkKind.CHANGED: ("info", "clock"),
    MarkKind.EMPTY: ("plain", "circle"),
}
STATES: dict[OfficeState, tuple[Tone, str]] = {
    OfficeState.NOT_SUBMITTED: ("plain", "dash"),
    OfficeState.RECEIVED: ("info", "in"),
    OfficeState.REVIEWING: ("info", "eye"),
    OfficeState.RETURNED: ("warn", "back"),
    OfficeState.CHECKED: ("ok", "check"),
    OfficeState.HQ: ("office", "star"),
    OfficeState.CONFIRMED: ("ok", "check"),
    OfficeState.PUBLISHED: ("ok", "out"),
}
_GRADES = (("#2f6f9f", "#ffffff"), ("#8fbbdc", "#1a1a1a"), ("#f3dc9b", "#1a1a1a"))
_WORST = ("#e39a6b", "#1a1a1a")
_NONE = (("#f2f2f2", "#333333"), ("#3a3c40", "#e0e0e0"))  # light, dark


def look_of(mark: Mark) -> tuple[Tone, str]:
    """Tone and sign of a mark; a number that fell points down."""
    tone, sign = _LOOKS[mark.kind]
    fell = mark.kind is MarkKind.JUMP and mark.word.endswith("減")
    return tone, "down" if fell else sign


def grade_colours(letter: str, letters: tuple[str, ...]) -> tuple[str, str]:
    """Ground and ink of a letter of a scale, best first; the last one stands for no evaluation."""
    if letter not in letters[:-1]:
        return _NONE[1 if is_dark() else 0]
    place = letters.index(letter)
    return _GRADES[place] if place < len(_GRADES) else _WORST
