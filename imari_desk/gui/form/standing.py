"""What is known about one answer of a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from imari_desk.domain.finding import Finding

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Candidate, Comment


@dataclass(frozen=True, slots=True)
class Standing:
    """An answer and everything said about it. Texts as a person reads them."""

    stored: str = ""
    last: str = ""
    last_name: str = ""  # 令和6
    before: bool = False  # last year's answer is of the plan before, whose codes last_name has
    required: bool = False
    findings: tuple[Finding, ...] = ()
    comments: tuple[Comment, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    lock: str = ""  # why nothing can be changed
    aside: bool = False  # locked because a 差戻し does not ask for it

    @property
    def in_conflict(self) -> bool:
        """Whether several answers stand."""
        return len(self.candidates) > 1
