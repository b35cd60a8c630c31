"""What is missing or odd in an evaluation, in words. Nothing here stops anybody."""

from __future__ import annotations

from collections.abc import Mapping

from imari_desk.domain.contradictions import contradictions, jumps, out_of_range
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.finding import Finding, Severity, Subject
from imari_desk.domain.missing import missing
from imari_desk.domain.plan import Measure, Plan
from imari_desk.domain.wording import texts, unclear_answers

__all__ = ["Finding", "Severity", "check"]

_CHECKS = (missing, unclear_answers, contradictions, out_of_range, jumps, texts)


def check(
    plan: Plan, measure: Measure, fiscal_year: int, evaluations: Mapping[int, Evaluation]
) -> tuple[Finding, ...]:
    """Every finding about that year, in the order of the form; ``evaluations`` by fiscal year."""
    subject = Subject(plan, measure, fiscal_year, evaluations)
    place = {key: n for n, key in enumerate(subject.items)}
    found = [finding for one in _CHECKS for finding in one(subject)]
    return tuple(sorted(found, key=lambda finding: place[finding.key]))
