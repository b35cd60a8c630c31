"""Domain → 本部会議資料: the year in one paper, every sentence computed from the answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from imari_desk.domain.era import date_name, fiscal_year_name
from imari_desk.domain.meeting import (
    BEHIND,
    DECISIONS,
    Meeting,
    behind,
    circled,
    heading,
    late,
)
from imari_desk.domain.plan import GradeKind
from imari_desk.domain.states import OfficeState, office_state
from imari_desk.domain.summary import MeasureYear, Summary
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import band, ratio_grades
from imari_desk.paper.changes import changes
from imari_desk.paper.counting import (
    bar,
    counts,
    evaluated,
    evaluated_letters,
    good_letters,
    share_text,
)
from imari_desk.paper.lists import indicator_groups, late_lines, measure_lists
from imari_desk.paper.report_shapes import (
    Ask,
    Distribution,
    MeetingData,
    Run,
    Runs,
    Section,
    Spread,
)

_SECTIONS = ("spread", "changes", "late", "asks", "indicators", "list")


def meeting_paper(
    summary: Summary, meeting: Meeting, today: date, *, sheets: int = 0
) -> MeetingData:
    """The paper of a meeting; ``sheets`` are the evaluation sheets that follow it."""
    plan, year = summary.plan, fiscal_year_name(summary.fiscal_year)
    follows = "meeting.paper.follows_sheets" if sheets else "meeting.paper.follows"
    return MeetingData(
        meeting=heading(meeting),
        paper=meeting.paper,
        title=sentence("meeting.paper.title", year=year, plan=plan.short_title),
        presenter=meeting.presenter,
        lead=lead(summary, meeting),
        sections=_sections(summary),
        distribution=_distribution(summary),
        changes=changes(summary),
        late_heads=_heads("late"),
        late=late_lines(summary),
        asks=tuple(_asks(summary, meeting)),
        decisions=DECISIONS,
        indicator_heads=_heads("indicators"),
        indicators=indicator_groups(summary),
        list_heads=_list_heads(summary),
        lists=measure_lists(summary),
        follows=sentence(follows, count=sheets),
        footer=sentence("meeting.paper.footer", plan=plan.title, version=plan.version),
        counted=_counted(summary, today),
    )


def _heads(part: str) -> tuple[str, ...]:
    return tuple(sentence(f"meeting.paper.{part}.heads").split("｜"))


def _list_heads(summary: Summary) -> tuple[str, ...]:
    heads = _heads("list")
    return heads if summary.fiscal_year == summary.plan.last_year else heads[:-1]


def _counted(summary: Summary, today: date) -> str:
    states = (office_state(m.evaluation) for m in summary.measures)
    there = sum(state is not OfficeState.NOT_SUBMITTED for state in states)
    facts = {"day": date_name(today), "there": there, "total": len(summary.measures)}
    return sentence("meeting.paper.counted", **facts)


def _sections(summary: Summary) -> tuple[Section, ...]:
    found = late(summary.measures)
    grave = sum(behind(m) == BEHIND[0] for m in found)
    subs = {
        "spread": sentence("meeting.paper.spread.sub"),
        "changes": sentence("meeting.paper.changes.sub"),
        "late": sentence("meeting.paper.late.sub", count=len(found), grave=grave) if found else "",
        "asks": "",
        "indicators": sentence("meeting.paper.indicators.sub"),
        "list": "",
    }
    return tuple(
        Section(
            str(number),
            sentence(f"meeting.paper.{part}"),
            subs[part],
            sentence(f"meeting.paper.{part}.empty"),
        )
        for number, part in enumerate(_SECTIONS, start=1)
    )


# --- the lead ---


def lead(summary: Summary, meeting: Meeting) -> tuple[Runs, ...]:
    """The year in two lines: how it went, and what it asks of the 本部."""
    first = (*_scope(summary), *_good(summary), *_good_before(summary))
    return first, (*_worst(summary), *_closing(summary, meeting))


def _scope(summary: Summary) -> Runs:
    """How many were to be evaluated, and how many are where that is fewer."""
    total, asked = len(summary.measures), len(_asked(summary))
    known = len(evaluated(summary.plan, summary.measures))
    code = "meeting.paper.scope_all" if asked == total else "meeting.paper.scope"
    told = [Run(sentence(code, total=total, asked=asked))]
    if 0 < known < asked:
        told.append(Run(sentence("meeting.paper.evaluated", count=known)))
    return tuple(told)


def _asked(summary: Summary) -> list[MeasureYear]:
    letters = evaluated_letters(summary.plan.scale)
    year = summary.fiscal_year
    return [m for m in summary.measures if m.measure.evaluated_in(year) or m.grade in letters]


def _good(summary: Summary) -> Runs:
    known = evaluated(summary.plan, summary.measures)
    if not known:
        return (Run(sentence("meeting.paper.nothing_settled"), True),)
    letters = good_letters(summary.plan.scale)
    number = sum(m.grade in letters for m in known)
    facts = {
        "letters": "・".join(letters),
        "count": number,
        "share": share_text(number, len(known)),
    }
    return (Run(sentence("meeting.paper.good", **facts), True),)


def _good_before(summary: Summary) -> Runs:
    """The same measures a year before; where fewer were evaluated then, those alone."""
    known = evaluated(summary.plan, summary.measures)
    both = _both(summary)
    if not known:
        return ()
    if not both:
        return (Run(sentence("meeting.paper.no_last_year")),)
    letters = good_letters(summary.plan.scale)
    before = sum(m.last_grade in letters for m in both)
    facts: dict[str, object] = {"count": before, "share": share_text(before, len(both))}
    if len(both) == len(known):
        return (Run(sentence("meeting.paper.before", **facts)),)
    now = sum(m.grade in letters for m in both)
    facts |= {"both": len(both), "now": now, "now_share": share_text(now, len(both))}
    return (Run(sentence("meeting.paper.before_some", **facts)),)


def _both(summary: Summary) -> list[MeasureYear]:
    """Measures evaluated this year and last."""
    letters = evaluated_letters(summary.plan.scale)
    return [m for m in evaluated(summary.plan, summary.measures) if m.last_grade in letters]


def _worst(summary: Summary) -> Runs:
    """How many got the worst letter, and how many are behind the plan."""
    letter = ratio_grades(summary.plan.scale)[-1].letter
    count = sum(m.grade == letter for m in summary.measures)
    behind_plan = len(late(summary.measures))
    text = sentence(
        "meeting.paper.late_count" if behind_plan else "meeting.paper.nobody_late", late=behind_plan
    )
    if evaluated(summary.plan, summary.measures):
        text = sentence("meeting.paper.worst", letter=letter, count=count) + text
    return (Run(text, True),)


def _closing(summary: Summary, meeting: Meeting) -> Runs:
    last = summary.fiscal_year == summary.plan.last_year
    texts = [sentence("meeting.paper.last_year")] if last else []
    if meeting.items:
        texts.append(sentence("meeting.paper.asking", count=len(meeting.items)))
    return tuple(Run(text) for text in texts)


# --- 1: the distribution ---


def _distribution(summary: Summary) -> Distribution:
    scale, letters = summary.plan.scale, summary.plan.scale.letters
    first, total, shares = sentence("meeting.paper.spread.heads").split("｜")
    fields = list(dict.fromkeys(m.field.name for m in summary.measures))
    rows = [_field(summary, name) for name in fields]
    rows.append(_spread(summary, sentence("meeting.paper.all"), summary.measures, strong=True))
    both = _both(summary)
    if both:
        before = [m.last_grade for m in both]
        label = sentence("meeting.paper.last_row")
        rows.append(
            Spread(label, str(len(both)), counts(scale, before), bar(scale, before), dim=True)
        )
    return Distribution((first, total, *letters, shares), tuple(rows), tuple(_notes(summary)))


def _field(summary: Summary, name: str) -> Spread:
    members = [m for m in summary.measures if m.field.name == name]
    return _spread(summary, sentence("meeting.paper.field", field=name), members)


def _spread(
    summary: Summary, label: str, members: Sequence[MeasureYear], *, strong: bool = False
) -> Spread:
    scale = summary.plan.scale
    letters = [m.grade for m in members]
    parts = bar(scale, letters)
    note = "" if parts else _why_no_bar(summary, members)
    return Spread(label, str(len(members)), counts(scale, letters), parts, note, strong)


def _why_no_bar(summary: Summary, members: Sequence[MeasureYear]) -> str:
    """Nothing was evaluated here; what it was the year before, where there was something."""
    asked = any(m.measure.evaluated_in(summary.fiscal_year) for m in members)
    why = sentence("meeting.paper.no_bar_yet" if asked else "meeting.paper.no_bar")
    found = Counter(m.last_grade for m in members)
    letters = evaluated_letters(summary.plan.scale)
    before = " ".join(f"{letter}{found[letter]}" for letter in letters if found[letter])
    return why + (sentence("meeting.paper.no_bar_before", before=before) if before else "")


def _notes(summary: Summary) -> list[str]:
    scale = summary.plan.scale
    legend = [
        sentence("meeting.paper.legend", letter=g.letter, band=band(scale, g))
        for g in ratio_grades(scale)
    ]
    legend += [
        sentence("meeting.paper.legend", letter=g.letter, band=g.legend)
        for g in scale.grades
        if g.kind is not GradeKind.RATIO
    ]
    notes = [sentence("meeting.paper.bands", legend="　".join(legend))]
    both, known = _both(summary), evaluated(summary.plan, summary.measures)
    if both:
        last = fiscal_year_name(summary.fiscal_year - 1)
        facts = {"count": len(both), "year": last, "left_out": len(known) - len(both)}
        more = "meeting.paper.same_some" if len(both) < len(known) else "meeting.paper.same_all"
        notes.append(sentence(more, **facts))
    return notes


# --- 4: what is to be decided ---


def _asks(summary: Summary, meeting: Meeting) -> list[Ask]:
    by_code = {m.measure.code: m.measure.name for m in summary.measures}
    found = []
    for number, item in enumerate(meeting.items, start=1):
        name = by_code.get(item.measure)
        about = f"{item.measure} {name}" if name else sentence("meeting.whole")
        chosen = item.decision.value if item.decision else ""
        found.append(Ask(circled(number), about, item.text, chosen))
    return found
