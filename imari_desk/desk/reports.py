"""What the desk's verbs answer: frozen values for window and command line alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from imari_desk.domain.records import Outcome

if TYPE_CHECKING:
    from imari_desk.domain.book import BookHeader, Level, Remark, Unread
    from imari_desk.domain.evaluation import EvaluationId
    from imari_desk.domain.finding import Finding
    from imari_desk.domain.judgement import Judgement
    from imari_desk.domain.plan import Plan
    from imari_desk.domain.taking_in import Change


class KeptPlan(NamedTuple):
    """A plan taken in. ``gone``: codes of the version before that it does not have any more."""

    plan: Plan
    gone: tuple[str, ...] = ()


class ChangedItem(NamedTuple):
    """One item a file changed, or would change."""

    evaluation: EvaluationId
    label: str
    change: Change


class FileReport(NamedTuple):
    """One imported file. ``judgements`` are the proposals for its year after it, for the measures
    it changed.

    ``header`` is what its cover says, None where nobody knows what the file is; ``saved_at`` is
    when it was last saved as far as the file itself says, else "". ``seen``: exactly this was
    taken in before.
    """

    path: Path
    sha256: str
    outcome: Outcome
    level: Level
    department: str = ""
    fiscal_year: int = 0
    changes: tuple[ChangedItem, ...] = ()
    judgements: Mapping[EvaluationId, Judgement] | None = None
    questions: tuple[Remark, ...] = ()
    unread: tuple[Unread, ...] = ()
    problems: tuple[Remark, ...] = ()
    header: BookHeader | None = None
    saved_at: str = ""
    seen: bool = False

    @property
    def clean(self) -> bool:
        """Whether nothing in it waits for a person."""
        done = self.outcome in (Outcome.APPLIED, Outcome.NOTHING_NEW)
        return done and not (self.questions or self.unread or self.problems)


class Answer(NamedTuple):
    """One item as it stands. ``conflict``: each answer with where it came from, if two stand."""

    key: str
    label: str
    item_code: str
    value: str
    conflict: tuple[tuple[str, str], ...] = ()


class EvaluationView(NamedTuple):
    """One evaluation as shown."""

    measure: str
    fiscal_year: int
    department: str
    state: str
    answers: tuple[Answer, ...]
    judgement: Judgement


class MeasureFindings(NamedTuple):
    """What is missing or odd in one evaluation."""

    measure: str
    findings: tuple[Finding, ...]


class DepartmentStatus(NamedTuple):
    """How far one 課 is: counts of measures, and the codes not sent yet."""

    department: str
    asked: int
    received: int
    returned: int
    confirmed: int
    missing: tuple[str, ...]


class SentBook(NamedTuple):
    """A workbook that was written. ``gaps`` are what was missing when it was handed in."""

    path: Path
    number: str
    department: str
    measures: tuple[str, ...]
    gaps: tuple[MeasureFindings, ...] = ()


class Health(NamedTuple):
    """The answer of verify. ``digest`` is over the 課's answers, ``office_digest`` the office's."""

    ok: bool
    digest: str
    office_digest: str
    evaluations: int
    problems: tuple[Remark, ...]
