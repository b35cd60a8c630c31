"""Counts, shares and bars of grades as the papers print them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from imari_desk.domain.plan import GradeKind, Plan, Scale
from imari_desk.domain.summary import MeasureYear
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import ratio_grades
from imari_desk.paper.report_shapes import Count, Look, Slice

_DARKEST, _LIGHTEST = 0.5, 0.84  # grays between the best letter, in ink, and the worst, hatched


def share_text(number: int, total: int) -> str:
    """「74％」 of a total; never 100 where one is missing, nor 0 where there is one."""
    if not total:
        return ""
    percent = (200 * number + total) // (2 * total)
    if percent == 100 and number < total:
        percent = 99
    if percent == 0 and number:
        return sentence("meeting.paper.less_than_one")
    return sentence("meeting.paper.percent", percent=percent)


def evaluated_letters(scale: Scale) -> tuple[str, ...]:
    """The letters an evaluated measure can have, best first."""
    return tuple(g.letter for g in scale.grades if g.kind is not GradeKind.NOT_EVALUATED)


def good_letters(scale: Scale) -> tuple[str, ...]:
    """The better half of the scale: A and B of four, A of two."""
    letters = [g.letter for g in ratio_grades(scale)]
    return tuple(letters[: max(1, len(letters) // 2)])


def evaluated(plan: Plan, measures: Iterable[MeasureYear]) -> list[MeasureYear]:
    """Those whose grade is settled, and one of an evaluation."""
    letters = evaluated_letters(plan.scale)
    return [m for m in measures if m.grade in letters]


def looks(scale: Scale) -> dict[str, Look]:
    """Letter → how its part of a bar is filled: told apart in black and white."""
    ranked = [g.letter for g in ratio_grades(scale)]
    found = {ranked[0]: Look(0.1)}
    between = ranked[1:-1]
    for place, letter in enumerate(between):
        step = (_LIGHTEST - _DARKEST) / max(1, len(between) - 1)
        found[letter] = Look(round(_DARKEST + place * step, 3))
    if len(ranked) > 1:
        found[ranked[-1]] = Look(1.0, "hatch")
    for grade in scale.grades:
        if grade.kind is GradeKind.UNABLE:
            found[grade.letter] = Look(1.0, "dots")
    return found


def bar(scale: Scale, letters: Sequence[str]) -> tuple[Slice, ...]:
    """The parts of a bar for these measures' letters, best first; empty for none."""
    filled = looks(scale)
    counts = Counter(letter for letter in letters if letter in filled)
    total = sum(counts.values())
    return tuple(
        Slice(f"{letter}{counts[letter]}", round(counts[letter] / total, 5), filled[letter])
        for letter in evaluated_letters(scale)
        if counts[letter]
    )


def counts(scale: Scale, letters: Sequence[str]) -> tuple[Count, ...]:
    """A count a letter of the scale, with its share of those evaluated."""
    found = Counter(letters)
    known = evaluated_letters(scale)
    total = sum(found[letter] for letter in known)
    return tuple(
        Count(str(found[letter]), share_text(found[letter], total) if letter in known else "")
        for letter in scale.letters
    )


def runs_of_codes(plan: Plan, codes: Iterable[str], most: int) -> str:
    """「産-①～産-⑤、行-③」: neighbours of a 分野 as one run; beyond ``most`` parts counted."""
    wanted = set(codes)
    parts: list[list[str]] = []
    last = ""
    for measure in plan.measures:
        field = plan.field_of(measure).id
        if measure.code in wanted:
            if last == field:
                parts[-1].append(measure.code)
            else:
                parts.append([measure.code])
        last = field if measure.code in wanted else ""
    told: list[str] = []
    for part in parts:
        long = len(part) > 2
        told += [sentence("meeting.paper.run", first=part[0], last=part[-1])] if long else part
    if len(told) > most:
        return sentence("meeting.paper.and_more", named="、".join(told[:most]))
    return "、".join(told)
