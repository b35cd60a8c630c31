"""What an evaluation still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from imari_desk.domain.finding import Finding, Severity, Subject
from imari_desk.domain.indicators import NO_VALUE_STATES
from imari_desk.domain.items import ItemKind

_TEXTS = ("activities", "results")
_SIGNATURE = ("author", "extension", "entered_on", "approver", "approved_on")
_WRAP_UP = ("wrap_up", "wrap_up_text", "next_plan")
_PHASES = ("phase.plan", "phase.design", "phase.run")
_BEHIND = ("やや遅れ", "遅れ", "未着手", "中止")
_TURNS = ("縮小", "統合", "延伸", "廃止")
_ENDS = ("完了", "廃止")
_VALUES = ("value", "numerator", "denominator", "events")
_REASON_NEEDED = ("一部", "未")


def missing(subject: Subject) -> Iterator[Finding]:
    """Everything asked for and not answered.

    In a year the plan asks nothing of, only the wrap-up of the plan's last year is.
    """
    if subject.measure.evaluated_in(subject.fiscal_year):
        yield from _milestones(subject)
        yield from _numbers(subject)
        yield from _blank(subject, "progress", "grade", *_TEXTS, "direction")
        yield from _phases(subject)
        yield from _explanations(subject)
    elif not subject.is_last_year:
        return
    if subject.is_last_year:
        yield from _blank(subject, *_WRAP_UP)
    yield from _blank(subject, *_SIGNATURE)


def _blank(subject: Subject, *keys: str) -> Iterator[Finding]:
    for key in keys:
        if subject.blank(key):
            chosen = subject.items[key].kind is ItemKind.CHOICE
            code = "missing.choice" if chosen else "missing.text"
            yield subject.found(Severity.MISSING, key, code)


def _milestones(subject: Subject) -> Iterator[Finding]:
    for prefix, state in subject.milestones:
        key, reason = f"{prefix}.state", f"{prefix}.reason"
        label = subject.items[key].label
        if subject.blank(key):
            yield subject.found(Severity.MISSING, key, "missing.milestone")
        elif state in _REASON_NEEDED and subject.blank(reason):
            facts = {"label": label, "state": state}
            yield subject.found(Severity.MISSING, reason, "missing.milestone_reason", **facts)


def _numbers(subject: Subject) -> Iterator[Finding]:
    """A value or a state that says why there is none; and a state beside each value."""
    for n in range(1, len(subject.measure.indicators) + 1):
        prefix = f"indicator.{n}"
        if subject.value(f"{prefix}.state") in NO_VALUE_STATES:
            continue
        keys = [k for part in _VALUES if (k := f"{prefix}.{part}") in subject.items]
        blank = [key for key in keys if subject.blank(key)]
        for key in blank:
            yield subject.found(Severity.MISSING, key, "missing.number")
        if keys and not blank and subject.blank(f"{prefix}.state"):
            name = subject.measure.indicators[n - 1].name
            code = "missing.number_state"
            yield subject.found(Severity.MISSING, f"{prefix}.state", code, name=name)


def _phases(subject: Subject) -> Iterator[Finding]:
    if all(subject.blank(key) for key in _PHASES):
        yield subject.found(Severity.MISSING, _PHASES[0], "missing.phases")


def _explanations(subject: Subject) -> Iterator[Finding]:
    """Texts that another answer makes necessary."""
    progress, direction = subject.value("progress"), subject.value("direction")
    if subject.blank("issues"):
        if subject.is_low:
            facts = {"because": subject.items["grade"].label, "value": subject.value("grade")}
            yield subject.found(Severity.MISSING, "issues", "missing.because", **facts)
        elif progress in _BEHIND:
            facts = {"because": subject.items["progress"].label, "value": progress}
            yield subject.found(Severity.MISSING, "issues", "missing.because", **facts)
    if direction in _TURNS and subject.blank("direction_reason"):
        facts = {"because": subject.items["direction"].label, "value": direction}
        yield subject.found(Severity.MISSING, "direction_reason", "missing.because", **facts)
    if direction not in _ENDS:
        yield from _blank(subject, "next_actions")
    yield from _other_grade(subject)


def _other_grade(subject: Subject) -> Iterator[Finding]:
    """A grade that is not the proposed one needs its reason; with one it is worth a look.

    While a number is still to come the proposal is too.
    """
    grade, proposed = subject.value("grade"), subject.proposal.grade
    still_to_come = any(f.code == "missing.number" for f in _numbers(subject))
    if not grade or not proposed or grade == proposed or still_to_come:
        return
    facts = {"grade": grade, "proposed": proposed}
    if subject.blank("grade_reason"):
        code = "missing.grade_reason"
        yield subject.found(Severity.MISSING, "grade_reason", code, **facts)
    else:
        yield subject.found(Severity.NOTE, "grade", "check.other_grade", **facts)
