"""Values typed letter by letter: which of them are one entry of the history, and one step back.

What is typed is written every half second, so that nothing is lost; half a word is no answer
anybody would want to find again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

PAUSE = timedelta(minutes=1)  # after it, what is typed is another entry
LONGEST = timedelta(minutes=5)  # a run is another entry then even without a pause
SPARED = 20  # characters; what is taken away of an entry never goes unkept beyond that
_ENDS = ("。", "！", "？", "\n")  # a sentence added behind them is another entry


@dataclass(frozen=True, slots=True)
class Run:
    """Values typed one after the other. Times are ISO text; ``fullest`` holds the most so far."""

    began: str
    noted: str
    fullest: str

    @classmethod
    def of(cls, value: str, noted: str) -> Run:
        """The run that begins with a value."""
        return cls(noted, noted, value)

    def with_next(self, value: str, noted: str) -> Run | None:
        """The run with one more value, or None where that is an entry of its own.

        It is one after a pause, behind a whole sentence, and where more than a slip of the
        finger was taken away.
        """
        if noted != self.noted and not self._soon(noted):
            return None
        if self.fullest.endswith(_ENDS) and value.startswith(self.fullest):
            return None
        lost = taken_away(self.fullest, value)
        if lost > SPARED or lost * 2 >= max(len(self.fullest), 1):
            return None
        return replace(self, noted=noted, fullest=self.fullest if lost else value)

    def _soon(self, noted: str) -> bool:
        now = datetime.fromisoformat(noted)
        since_last = now - datetime.fromisoformat(self.noted)
        since_first = now - datetime.fromisoformat(self.began)
        return timedelta() <= since_last <= PAUSE and since_first <= LONGEST


def taken_away(before: str, after: str) -> int:
    """How many characters of ``before`` lie between what both begin and what both end with."""
    if after.startswith(before):
        return 0
    shorter = min(len(before), len(after))
    head = next((n for n in range(shorter) if before[n] != after[n]), shorter)
    room = shorter - head
    tail = next((n for n in range(room) if before[-1 - n] != after[-1 - n]), room)
    return len(before) - head - tail
