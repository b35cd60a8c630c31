"""The grade proposed for one measure in one year, and why, in one Japanese sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.evaluation import Evaluation
from imari_desk.domain.indicators import Case, Reached, reached
from imari_desk.domain.plan import Combine, Grade, GradeKind, Measure, Plan, Scale
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import (
    band,
    grade_for,
    letter_of,
    percent_text,
    ratio_grades,
)


@dataclass(frozen=True, slots=True)
class IndicatorJudgement:
    """One indicator's part in a judgement.

    ``grade`` is "" and ``achievement`` (percent) None where it was not judged; a ceiling has a
    grade and no achievement. ``amount`` and ``expected`` are in the indicator's unit, rates in
    percent; ``expected`` is there whether or not anything was typed. ``achievement_text`` is
    「90.1」, never on another side of a threshold than the grade. ``value`` (「9.0社（最少7社）」,
    or the state, or what was typed where it cannot be read) and ``parts`` (「118÷262」, 「11・7」)
    are for sheets and screens.
    """

    number: int
    grade: str
    achievement: Fraction | None
    achievement_text: str
    amount: Fraction | None
    expected: Fraction | None
    value: str
    parts: str
    reason: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The proposal. ``grade`` is "" where the scale has no letter for what happened."""

    grade: str
    achievement: Fraction | None
    achievement_text: str
    reason: str
    indicators: tuple[IndicatorJudgement, ...]


@dataclass(frozen=True, slots=True)
class _Graded:
    number: int
    reached: Reached
    grade: Grade


def judge(
    plan: Plan, measure: Measure, fiscal_year: int, evaluations: Mapping[int, Evaluation]
) -> Judgement:
    """The proposal for that year; ``evaluations`` are the measure's by fiscal year.

    Never raises for odd answers: what cannot be judged is left out and the reason says so.
    A year the plan asks nothing of gets the letter for that, whatever was typed.
    """
    scale = plan.scale
    cases = [
        Case(plan, measure, n, fiscal_year, evaluations)
        for n in range(1, len(measure.indicators) + 1)
    ]
    found = [reached(case) for case in cases]
    asked = measure.evaluated_in(fiscal_year)
    graded = _graded(scale, found) if asked else {}
    parts = tuple(_part(c, r, graded.get(c.number)) for c, r in zip(cases, found, strict=True))
    if not asked:
        return _not_evaluated(scale, fiscal_year, parts)
    if not graded:
        return _nothing(scale, found, parts)
    grade, achievement, decided = _combined(scale, found, graded)
    clauses = _clauses(found, graded)
    text = "" if achievement is None else percent_text(scale, achievement)
    return Judgement(grade, achievement, text, clauses + decided, parts)


def _graded(scale: Scale, found: list[Reached]) -> dict[int, _Graded]:
    grades = ratio_grades(scale)
    graded = {}
    for n, one in enumerate(found, start=1):
        if one.achievement is not None:
            graded[n] = _Graded(n, one, grade_for(scale, one.achievement))
        elif one.met is not None:
            graded[n] = _Graded(n, one, grades[0] if one.met else grades[-1])
    return graded


def _part(case: Case, found: Reached, graded: _Graded | None) -> IndicatorJudgement:
    scale = case.plan.scale
    why = _why(scale, graded, "judging.band", "judging.by_ceiling") if graded else ""
    text = "" if found.achievement is None else percent_text(scale, found.achievement)
    return IndicatorJudgement(
        number=case.number,
        grade=graded.grade.letter if graded else "",
        achievement=found.achievement,
        achievement_text=text,
        amount=found.amount,
        expected=case.expected,
        value=found.value,
        parts=found.parts,
        reason=f"{found.clause}。{found.note}{why}",
    )


def _combined(
    scale: Scale, found: list[Reached], graded: dict[int, _Graded]
) -> tuple[str, Fraction | None, str]:
    """The letter, the achievement it rests on and the sentence that says which decided."""
    if len(found) == 1:
        only = graded[1]
        why = _why(scale, only, "judging.propose", "judging.propose_ceiling")
        return only.grade.letter, only.reached.achievement, why
    match scale.combine:
        case Combine.FIRST:
            return _first(scale, graded)
        case Combine.MEAN:
            return _mean(scale, graded)
        case _:
            return _lowest(scale, graded)


def _first(scale: Scale, graded: dict[int, _Graded]) -> tuple[str, Fraction | None, str]:
    """The first indicator alone; where it cannot be judged no other stands in for it."""
    if 1 in graded:
        letter = graded[1].grade.letter
        return letter, graded[1].reached.achievement, sentence("judging.first", letter=letter)
    letter = _unable(scale)
    return letter, None, sentence(_code("judging.first_unable", letter), letter=letter)


def _mean(scale: Scale, graded: dict[int, _Graded]) -> tuple[str, Fraction | None, str]:
    """The mean of the achievements. A ceiling has none: missed, it makes the worst letter."""
    shares = [g.reached.achievement for g in graded.values() if g.reached.achievement is not None]
    if not shares:
        return _lowest(scale, graded)
    mean = sum(shares, Fraction(0)) / len(shares)
    shown = percent_text(scale, mean)
    if any(g.reached.met is False for g in graded.values()):
        letter = ratio_grades(scale)[-1].letter
        why = sentence("judging.mean_but_ceiling", achievement=shown, letter=letter)
        return letter, mean, why
    grade = grade_for(scale, mean)
    facts = {"achievement": shown, "band": band(scale, grade), "letter": grade.letter}
    return grade.letter, mean, sentence("judging.mean", **facts)


def _lowest(scale: Scale, graded: dict[int, _Graded]) -> tuple[str, Fraction | None, str]:
    """The worst letter; among equals the one with the lowest achievement, ceilings last."""
    grades = ratio_grades(scale)

    def rank(one: _Graded) -> tuple[int, bool, Fraction]:
        achievement = one.reached.achievement
        return -grades.index(one.grade), achievement is None, achievement or Fraction(0)

    decisive = min(graded.values(), key=rank)
    letter = decisive.grade.letter
    code = {1: "judging.only", 2: "judging.lower"}.get(len(graded), "judging.lowest")
    if len(graded) > 1 and all(g.grade.letter == letter for g in graded.values()):
        code = "judging.same"
    return letter, decisive.reached.achievement, sentence(code, letter=letter)


def _why(scale: Scale, graded: _Graded, by_ratio: str, by_ceiling: str) -> str:
    letter = graded.grade.letter
    if graded.reached.met is not None:
        return sentence(by_ceiling, letter=letter)
    return sentence(by_ratio, band=band(scale, graded.grade), letter=letter)


def _clauses(found: list[Reached], graded: Mapping[int, _Graded]) -> str:
    """What each indicator reached; with its letter where there are several."""
    texts = []
    for n, one in enumerate(found, start=1):
        letter = f"（{graded[n].grade.letter}）" if n in graded and len(found) > 1 else ""
        texts.append(f"{one.clause}{letter}。{one.note}")
    return "".join(texts)


def _not_evaluated(
    scale: Scale, fiscal_year: int, parts: tuple[IndicatorJudgement, ...]
) -> Judgement:
    letter = letter_of(scale, GradeKind.NOT_EVALUATED)
    code = _code("judging.not_evaluated", letter)
    reason = sentence(code, year=fiscal_year_name(fiscal_year), letter=letter)
    return Judgement(letter, None, "", reason, parts)


def _nothing(
    scale: Scale, found: list[Reached], parts: tuple[IndicatorJudgement, ...]
) -> Judgement:
    """No indicator could be judged: exempt as a whole, or unable."""
    exempt = bool(found) and all(one.exempt for one in found)
    letter = letter_of(scale, GradeKind.NOT_EVALUATED) if exempt else _unable(scale)
    code = _code("judging.exempt" if exempt else "judging.nothing", letter)
    told = _clauses(found, {}) or sentence("judging.no_indicator")
    return Judgement(letter, None, "", told + sentence(code, letter=letter), parts)


def _unable(scale: Scale) -> str:
    return letter_of(scale, GradeKind.UNABLE, GradeKind.NOT_EVALUATED)


def _code(code: str, letter: str) -> str:
    """The sentence for a scale that has no such letter says that nothing is proposed."""
    return code if letter else f"{code}_no_letter"
