"""One indicator in one year: what was reached, against what, and in words.

Exact arithmetic throughout; rounding happens in the text alone (yardstick.one_decimal).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import items_by_key
from imari_desk.domain.numbers import read_events, read_number
from imari_desk.domain.plan import Indicator, IndicatorKind, Measure, Plan
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import (
    expected_by,
    number_text,
    one_decimal,
    percent_text,
    share_of,
    unit_text,
)

EXEMPT = "対象外"
NO_VALUE_STATES = ("集計中", "測定不能", EXEMPT)
_PROVISIONAL = "速報"
_MILESTONE_WORTH = {"済": Fraction(1), "一部": Fraction(1, 2), "未": Fraction(0)}


@dataclass(frozen=True, slots=True)
class Case:
    """An indicator (``number`` from 1) of a measure in a year, and the measure's evaluations."""

    plan: Plan
    measure: Measure
    number: int
    fiscal_year: int
    evaluations: Mapping[int, Evaluation]

    @property
    def indicator(self) -> Indicator:
        return self.measure.indicators[self.number - 1]

    @property
    def expected(self) -> Fraction | None:
        return expected_by(self.plan, self.indicator, self.fiscal_year)

    def evaluation(self, fiscal_year: int) -> Evaluation:
        held = self.evaluations.get(fiscal_year)
        return held or Evaluation(EvaluationId(self.plan.id, self.measure.code, fiscal_year))

    def key(self, part: str) -> str:
        return f"indicator.{self.number}.{part}"

    def with_unit(self, text: str) -> str:
        return f"{text}{unit_text(self.indicator.unit)}"


@dataclass(frozen=True, slots=True)
class Reached:
    """What the numbers say. ``amount`` in the indicator's unit (rates in percent).

    Judged: ``achievement`` in percent, or for a ceiling ``met``. Not judged: both None.
    ``clause`` is the sentence without its 。, ``note`` whole sentences that go after it.
    ``value`` and ``parts`` are the texts sheets and screens show.
    """

    clause: str
    value: str = ""
    parts: str = ""
    amount: Fraction | None = None
    achievement: Fraction | None = None
    met: bool | None = None
    exempt: bool = False
    note: str = ""


def reached(case: Case) -> Reached:
    """What one indicator reached that year. Never raises: what cannot be judged says why."""
    held, key = case.evaluation(case.fiscal_year), case.key("state")
    if key in held.conflicts:
        return _refused(case, "judging.conflict", label=_label(case, key))
    state = held.value(key)
    if state in NO_VALUE_STATES:
        refused = _refused(case, "judging.state", state, state=state)
        return replace(refused, exempt=state == EXEMPT)
    found = _reached_by_kind(case)
    if state == _PROVISIONAL and found.value:
        note = sentence("judging.provisional") + found.note
        return replace(found, value=f"{found.value}（{_PROVISIONAL}）", note=note)
    return found


def _reached_by_kind(case: Case) -> Reached:
    match case.indicator.kind:
        case IndicatorKind.PER_EVENT:
            return _per_event(case)
        case IndicatorKind.RATE:
            return _rate(case)
        case IndicatorKind.CUMULATIVE:
            return _cumulative(case)
        case IndicatorKind.CEILING:
            return _ceiling(case)
        case IndicatorKind.MILESTONE:
            return _milestones(case)
        case _:
            return _value(case)


def _value(case: Case) -> Reached:
    """annual: the year's value ÷ target. total: so far ÷ (target × expected share)."""
    amount = _number(case, "value")
    if isinstance(amount, Reached):
        return amount
    text = case.with_unit(number_text(amount))
    return _judged(case, Reached("", text, amount=amount), f"judging.{case.indicator.kind.value}")


def _per_event(case: Case) -> Reached:
    """The mean of the events ÷ target; the lowest is shown beside it."""
    key = case.key("events")
    typed = _typed(case, key)
    if isinstance(typed, Reached):
        return typed
    events = read_events(typed, case.indicator.unit)
    if isinstance(events, Unclear):
        return _unreadable(case, "judging.unclear", key, typed)
    if min(events) < 0:
        return _unreadable(case, "judging.negative", key, typed)
    mean = sum(map(Fraction, events), Fraction(0)) / len(events)
    value = case.with_unit(one_decimal(mean, _marks(case)))
    least = case.with_unit(number_text(min(events)))
    facts = {"count": str(len(events)), "least": least, "value": value}
    found = Reached("", f"{value}（最少{least}）", "・".join(map(number_text, events)), mean)
    return _judged(case, found, "judging.per_event", **facts)


def _rate(case: Case) -> Reached:
    """numerator ÷ denominator in percent; before the last year ÷ (target × expected share)."""
    numerator, denominator = _number(case, "numerator"), _number(case, "denominator")
    if isinstance(numerator, Reached):
        return numerator
    if isinstance(denominator, Reached):
        return denominator
    parts = f"{number_text(numerator)}÷{number_text(denominator)}"
    if not denominator:
        label = _label(case, case.key("denominator"))
        return replace(_refused(case, "judging.zero_denominator", label=label), parts=parts)
    if numerator > denominator:
        facts = {"numerator": number_text(numerator), "denominator": number_text(denominator)}
        return replace(_refused(case, "judging.over", **facts), parts=parts)
    rate = numerator / denominator * 100
    value = case.with_unit(one_decimal(rate, _marks(case)))
    return _judged(case, Reached("", value, parts, rate), "judging.rate")


def _cumulative(case: Case) -> Reached:
    """The running sum over the plan's years ÷ (target × expected share).

    An earlier year the plan asks something of and that has no number is named, and adds nothing.
    """
    own = _number(case, "value")
    if isinstance(own, Reached):
        return own
    total, missing = own, []
    for year in range(case.plan.first_year, case.fiscal_year):
        earlier = _earlier(case, year)
        if isinstance(earlier, Reached):
            return earlier
        if earlier is not None:
            total += earlier
        elif case.measure.evaluated_in(year):
            missing.append(fiscal_year_name(year))
    note = sentence("judging.earlier_missing", years="・".join(missing)) if missing else ""
    text = case.with_unit(number_text(total))
    facts = {"own": case.with_unit(number_text(own))}
    return _judged(case, Reached("", text, amount=total, note=note), "judging.cumulative", **facts)


def _earlier(case: Case, year: int) -> Fraction | Reached | None:
    """An earlier year's own number; 0 where it was 対象外, None where there is none."""
    held, key = case.evaluation(year), case.key("value")
    if {key, case.key("state")} & set(held.conflicts):
        return _refused(case, "judging.earlier_conflict", year=fiscal_year_name(year))
    state = held.value(case.key("state"))
    if state in NO_VALUE_STATES:
        return Fraction(0) if state == EXEMPT else None
    number = read_number(held.value(key), case.indicator.unit)
    return None if isinstance(number, Unclear) or number < 0 else Fraction(number)


def _ceiling(case: Case) -> Reached:
    """Met or not, never a ratio: nothing divided by a target of 0 means anything."""
    amount, limit = _number(case, "value"), case.indicator.target
    if isinstance(amount, Reached):
        return amount
    value = case.with_unit(number_text(amount))
    if limit is None:
        return replace(_refused(case, "judging.no_target", value, value=value), amount=amount)
    met = amount <= limit
    code = "judging.ceiling_met" if met else "judging.ceiling_not_met"
    target = case.with_unit(number_text(limit))
    clause = sentence(code, name=case.indicator.name, value=value, target=target)
    return Reached(clause, value, amount=amount, met=met)


def _milestones(case: Case) -> Reached:
    """Milestones done ÷ asked of this year, in percent.

    一部 counts half: it is neither done nor not done, and anything finer would be a guess.
    対象外 is left out of what was asked.
    """
    states = []
    for n in range(1, len(case.measure.milestones.get(case.fiscal_year, ())) + 1):
        key = f"milestone.{n}.state"
        state = _typed(case, key)
        if isinstance(state, Reached):
            return state
        if state not in (*_MILESTONE_WORTH, EXEMPT):
            return _unreadable(case, "judging.unclear_state", key, state)
        states.append(state)
    worth = [_MILESTONE_WORTH[s] for s in states if s != EXEMPT]
    if not worth:
        return replace(_refused(case, "judging.not_asked"), exempt=True)
    done, partly = states.count("済"), states.count("一部")
    achievement = sum(worth, Fraction(0)) / len(worth) * 100
    clause = sentence(
        "judging.milestones_partly" if partly else "judging.milestones",
        name=case.indicator.name,
        asked=len(worth),
        done=done,
        partly=partly,
        achievement=percent_text(case.plan.scale, achievement),
    )
    value = f"{number_text(sum(worth, Fraction(0)))}／{len(worth)}件"
    return Reached(clause, value, amount=achievement, achievement=achievement)


def _judged(case: Case, found: Reached, code: str, **facts: str) -> Reached:
    """What was found, with its achievement and its sentence; without a target, with neither."""
    target, expected = case.indicator.target, case.expected
    if found.amount is None or target is None or not expected or expected < 0:
        refused = _refused(case, "judging.no_target", found.value, value=found.value)
        return replace(refused, parts=found.parts, amount=found.amount)
    share = share_of(case.plan, case.indicator, case.fiscal_year)
    achievement = found.amount / expected * 100
    facts = {"value": found.value, "parts": found.parts} | facts
    clause = sentence(
        code if share == Decimal(100) else f"{code}_so_far",
        name=case.indicator.name,
        target=case.with_unit(number_text(target)),
        expected=case.with_unit(number_text(expected)),
        share=number_text(share),
        achievement=percent_text(case.plan.scale, achievement),
        **facts,
    )
    return replace(found, clause=clause, achievement=achievement)


def _number(case: Case, part: str) -> Fraction | Reached:
    key = case.key(part)
    typed = _typed(case, key)
    if isinstance(typed, Reached):
        return typed
    item = items_by_key(case.plan, case.measure, case.fiscal_year)[key]
    number = read_number(typed, item.unit)
    if isinstance(number, Unclear):
        return _unreadable(case, "judging.unclear", key, typed)
    if number < 0:
        return _unreadable(case, "judging.negative", key, typed)
    return Fraction(number)


def _typed(case: Case, key: str) -> str | Reached:
    """What stands at an item this year; a refusal where nothing does, or two answers do."""
    held = case.evaluation(case.fiscal_year)
    if key in held.conflicts:
        return _refused(case, "judging.conflict", label=_label(case, key))
    return held.value(key) or _refused(case, "judging.missing", label=_label(case, key))


def _refused(case: Case, code: str, shown: str = "", /, **facts: str) -> Reached:
    return Reached(sentence(code, name=case.indicator.name, **facts), shown)


def _unreadable(case: Case, code: str, key: str, typed: str) -> Reached:
    """A refusal that shows what was typed, shortened where somebody wrote a whole sentence."""
    seen = typed if len(typed) <= 20 else f"{typed[:19]}…"
    return _refused(case, code, seen, label=_label(case, key), seen=seen)


def _label(case: Case, key: str) -> str:
    """What a sentence that already names the indicator calls one of its items."""
    if key in (case.key("value"), case.key("events")):
        return "値"
    return f"「{items_by_key(case.plan, case.measure, case.fiscal_year)[key].label}」"


def _marks(case: Case) -> tuple[Fraction, ...]:
    """The numbers a shown amount must not seem to have reached or missed."""
    target = case.indicator.target
    return tuple(Fraction(m) for m in (target, case.expected) if m is not None)
