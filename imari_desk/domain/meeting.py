"""本部会議: what is put before it, in which order, what it decides, and how that is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.era import date_name, fiscal_year_name, read_date
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.domain.summary import Glance, MeasureYear, Trend
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence

OfYear = MeasureYear | Glance  # a measure in the year the meeting is about

BEHIND = ("遅れ", "未着手", "中止", "やや遅れ")  # 進捗区分 behind the plan, the gravest first
_GRAVE = BEHIND[:3]
_CIRCLED = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))


class Decision(Enum):
    """What the 本部 says to something put before it."""

    APPROVED = "了承"
    AMENDED = "修正"
    CONTINUED = "継続"


DECISIONS = tuple(decision.value for decision in Decision)


class AgendaItem(NamedTuple):
    """Something to be decided. ``measure`` is "" for what concerns the whole plan."""

    text: str
    measure: str = ""
    decision: Decision | None = None


class Meeting(NamedTuple):
    """The 本部会議 about a fiscal year. ``held_on`` is ISO text, or as typed where it is no day.

    ``paper`` is the paper's own number (資料1), ``presenter`` who puts it forward.
    """

    plan: str
    fiscal_year: int
    name: str = ""
    held_on: str = ""
    paper: str = ""
    presenter: str = ""
    items: tuple[AgendaItem, ...] = ()


class Candidate(NamedTuple):
    """A measure that could be put on the agenda, and in words why it should."""

    measure: str
    name: str
    department: str
    reasons: tuple[str, ...]


def usual(plan: str, fiscal_year: int) -> Meeting:
    """A meeting nobody has written anything of yet, with the usual names."""
    return Meeting(
        plan,
        fiscal_year,
        sentence("meeting.name"),
        "",
        sentence("meeting.paper"),
        sentence("meeting.presenter"),
    )


def day_of(typed: str) -> str:
    """The day a meeting is held as ISO text; as typed where nobody can say which day that is."""
    day = read_date(typed)
    return typed.strip() if isinstance(day, Unclear) else day.isoformat()


def circled(number: int) -> str:
    """①, ②, … ㊿; beyond that in brackets."""
    for first, last, code in _CIRCLED:
        if first <= number <= last:
            return chr(code + number - first)
    return f"({number})"


def behind(m: OfYear) -> str:
    """Its 進捗区分 where that is behind the plan, else ""."""
    progress = m.evaluation.value("progress")
    return progress if progress in BEHIND else ""


def late(measures: Iterable[MeasureYear]) -> tuple[MeasureYear, ...]:
    """Those behind the plan, the gravest first, else as they stand."""
    found = (m for m in measures if behind(m))
    return tuple(sorted(found, key=lambda m: BEHIND.index(behind(m))))


def changed_by_office(m: OfYear) -> tuple[str, str] | None:
    """自己評価 and 二次評価 where both are given and differ."""
    own, second = m.evaluation.value("grade"), m.evaluation.value("second_grade")
    return (own, second) if own and second and own != second else None


def candidates(measures: Iterable[OfYear]) -> tuple[Candidate, ...]:
    """Every measure: first those there is a reason to talk about, the gravest first."""
    ranked = sorted(measures, key=_rank)
    return tuple(
        Candidate(m.measure.code, m.measure.name, m.department, _reasons(m)) for m in ranked
    )


def proposal(measures: Sequence[OfYear]) -> tuple[AgendaItem, ...]:
    """A first draft in the plan's order, then the evaluations as a whole.

    On it is what is put before the 本部 already, behind the plan (but やや遅れ) or graded lower
    than last year.
    """
    items = [AgendaItem(text, m.measure.code) for m in measures if (text := _asked(m))]
    changed = [m for m in measures if changed_by_office(m)]
    code = "meeting.ask.whole_changed" if changed else "meeting.ask.whole"
    return (*items, AgendaItem(sentence(code, count=len(changed), changes=_changes(changed))))


def minutes(meeting: Meeting, measures: Sequence[OfYear]) -> str:
    """What was decided, as text to paste into the minutes."""
    by_code = {m.measure.code: m for m in measures}
    year = fiscal_year_name(meeting.fiscal_year)
    parts = [sentence("meeting.minutes", meeting=heading(meeting), year=year)]
    for number, item in enumerate(meeting.items, start=1):
        parts.append("\n".join(_told(number, item, by_code)))
    said = [m for m in measures if m.measure.code not in {i.measure for i in meeting.items}]
    opinions = [
        sentence("meeting.minutes.also", measure=_named(m), opinion=text)
        for m in said
        if (text := m.evaluation.value("hq_opinion"))
    ]
    return "\n\n".join([*parts, *(["\n".join(opinions)] if opinions else [])]) + "\n"


def day_name(meeting: Meeting) -> str:
    """The day as a city hall writes it; what was typed where it is no day; "" for none."""
    day = read_date(meeting.held_on)
    return meeting.held_on if isinstance(day, Unclear) else date_name(day)


def heading(meeting: Meeting) -> str:
    """The meeting's name and its day, as far as there are any."""
    return "　".join(part for part in (meeting.name, day_name(meeting)) if part)


def to_put_forward(measures: Iterable[OfYear]) -> tuple[OfYear, ...]:
    """The measures that are 確認済 and go to 本部付議 now."""
    checked = OfficeState.CHECKED
    return tuple(m for m in measures if office_state(m.evaluation) is checked)


def undecided(meeting: Meeting) -> frozenset[str]:
    """Measures of which something is 修正, 継続 or not decided yet."""
    open_items = (i for i in meeting.items if i.decision is not Decision.APPROVED)
    return frozenset(i.measure for i in open_items if i.measure)


def _rank(m: OfYear) -> tuple[int, int]:
    progress = behind(m)
    grave = BEHIND.index(progress) if progress else len(BEHIND)
    return (0 if _reasons(m) else 1), grave


def _reasons(m: OfYear) -> tuple[str, ...]:
    return tuple(_reasons_of(m))


def _reasons_of(m: OfYear) -> Iterator[str]:
    if office_state(m.evaluation) is OfficeState.HQ:
        yield OfficeState.HQ.value
    if progress := behind(m):
        yield progress
    if m.trend is Trend.DOWN:
        yield sentence("meeting.change", before=m.last_grade, after=m.grade)
    if changed := changed_by_office(m):
        yield sentence("meeting.second", own=changed[0], second=changed[1])


def _asked(m: OfYear) -> str:
    """What the 本部 is asked about a measure, in words that rest on its answers alone; or ""."""
    progress = behind(m)
    if progress in _GRAVE:
        return sentence("meeting.ask.late", progress=progress)
    if m.trend is Trend.DOWN:
        return sentence("meeting.ask.down", before=m.last_grade, after=m.grade)
    if office_state(m.evaluation) is OfficeState.HQ:
        return sentence("meeting.ask.hq")
    return ""


def _changes(changed: Iterable[OfYear]) -> str:
    pairs = ((m.measure.code, changed_by_office(m) or ("", "")) for m in changed)
    return "、".join(
        f"{code} {sentence('meeting.change', before=own, after=second)}"
        for code, (own, second) in pairs
    )


def _told(number: int, item: AgendaItem, by_code: Mapping[str, OfYear]) -> Iterator[str]:
    m = by_code.get(item.measure)
    about = _named(m) if m else sentence("meeting.whole")
    decision = item.decision.value if item.decision else sentence("meeting.open")
    facts = {"number": circled(number), "about": about, "text": item.text, "decision": decision}
    yield sentence("meeting.minutes.item", **facts)
    if m and (opinion := m.evaluation.value("hq_opinion")):
        yield sentence("meeting.minutes.opinion", opinion=opinion)


def _named(m: OfYear) -> str:
    return f"{m.measure.code} {m.measure.name}"
