"""The lower half of a sheet: the year's grade and answers, and what the office said of them."""

from __future__ import annotations

from dataclasses import replace

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.items import Section
from imari_desk.domain.plan import Grade, GradeKind, Scale
from imari_desk.domain.predecessors import Predecessor
from imari_desk.domain.states import office_state
from imari_desk.domain.summary import counted_grade
from imari_desk.domain.words import sentence
from imari_desk.domain.yardstick import band
from imari_desk.paper.charts import charts
from imari_desk.paper.shapes import (
    Given,
    GradeBox,
    LegendEntry,
    Line,
    Passage,
    Signature,
    YearPart,
)
from imari_desk.paper.subject import (
    BETWEEN,
    Subject,
    answers,
    conflict,
    given,
    line,
    nothing,
    passage,
)

_SHORT = ("progress", "direction", "budget", "settlement", "related", "evidence")
_PUBLIC = ("progress", "direction", "budget", "settlement", "related")
_ROWS = (("activities", "results"), ("issues", "next_actions"))
_REASONS = ("grade_reason", "direction_reason")


def year_part(subject: Subject) -> YearPart:
    """Everything below the plan's table."""
    year = fiscal_year_name(subject.fiscal_year)
    return YearPart(
        heading=sentence("paper.year", year=year),
        legend=_legend(subject, answers(subject, "grade") or _unasked(subject)),
        lines=tuple(line(subject, key) for key in _SHORT),
        grade=_grade(subject),
        charts=charts(subject),
        passages=_passages(subject),
        band=_band(subject),
        second=_second(subject),
        signatures=_signatures(subject),
        signatures_label=sentence("paper.signatures"),
        calm=_calm(subject),
    )


def public_part(subject: Subject) -> YearPart:
    """The same for the public: the grade that counts, what was achieved and the public text;
    nobody's name, no proposal, nothing said among colleagues."""
    year = fiscal_year_name(subject.fiscal_year)
    letter = counted_grade(subject.plan, subject.measure, subject.held)
    achieved = "".join(part.reason for part in subject.judgement.indicators)
    grade = replace(
        _grade(subject),
        label=sentence("paper.public_grade"),
        letters=(letter,) if letter else (),
        lines=tuple(text for text in (_before(subject),) if text),
        sentences=Passage(sentence("paper.sentence"), (achieved,)),
    )
    text = replace(passage(subject, "public_text"), label=sentence("paper.public_text"), note="")
    return YearPart(
        heading=sentence("paper.year", year=year),
        legend=_legend(subject, (letter,)),
        lines=tuple(line(subject, key) for key in _PUBLIC),
        grade=grade,
        charts=charts(subject),
        passages=((text,),),
        band=(),
        second=Line("", ""),
        signatures=(),
        signatures_label="",
        calm=_calm(subject),
    )


def _unasked(subject: Subject) -> tuple[str, ...]:
    """The letter of a year the plan asks nothing of, and nobody graded."""
    proposed = subject.judgement.grade
    return (proposed,) if proposed and not subject.asked else ()


def _legend(subject: Subject, chosen: tuple[str, ...]) -> tuple[LegendEntry, ...]:
    scale = subject.plan.scale
    return tuple(
        LegendEntry(g.letter, _meaning(scale, g), g.letter in chosen) for g in scale.grades
    )


def _meaning(scale: Scale, grade: Grade) -> str:
    """The scale's own words, with the achievements meant where they do not say."""
    if grade.kind is not GradeKind.RATIO or "％" in grade.legend or "%" in grade.legend:
        return grade.legend
    return sentence("paper.legend", legend=grade.legend, band=band(scale, grade))


# --- the grade ---


def _grade(subject: Subject) -> GradeBox:
    letters, proposal = answers(subject, "grade") or _unasked(subject), subject.judgement
    achievement = f"{proposal.achievement_text}％" if proposal.achievement_text else ""
    return GradeBox(
        label=sentence("paper.grade"),
        letters=letters,
        empty=nothing(subject, "grade"),
        alert=conflict(len(letters)),
        achievement_label=sentence("paper.achievement"),
        achievement=achievement,
        lines=tuple(text for text in (_against(subject, letters), _before(subject)) if text),
        sentences=Passage(sentence("paper.sentence"), (proposal.reason,)),
    )


def _against(subject: Subject, letters: tuple[str, ...]) -> str:
    """How the grade stands to the program's proposal."""
    proposed = subject.judgement.grade
    if not proposed or not subject.asked:
        return ""
    if letters == (proposed,):
        return sentence("paper.as_proposed")
    return sentence("paper.unlike_proposed", letter=proposed)


def _before(subject: Subject) -> str:
    """Last year's grade; in the plan's first year those of the measures it goes on from."""
    last = subject.fiscal_year - 1
    if last not in subject.evaluations:
        return "　".join(filter(None, map(_of_predecessor, subject.before)))
    if not subject.measure.evaluated_in(last):
        return sentence("paper.last_not_asked")
    letter = counted_grade(subject.plan, subject.measure, subject.evaluations[last])
    if not letter:
        return sentence("paper.last_none")
    achievement = subject.judgements[last].achievement_text
    if not achievement:
        return sentence("paper.last_grade", letter=letter)
    return sentence("paper.last_grade_of", letter=letter, achievement=achievement)


def _of_predecessor(one: Predecessor) -> str:
    """「前年度 B（行-②）」; nothing where it was not graded."""
    held = one.evaluation
    letter = counted_grade(one.plan, one.measure, held) if held is not None else ""
    code = one.measure.code
    return sentence("paper.grade_before", letter=letter, measure=code) if letter else ""


# --- texts ---


def _passages(subject: Subject) -> tuple[tuple[Passage, ...], ...]:
    """Two to a row; the row of reasons only where one is given, or owed."""
    rows = [tuple(passage(subject, key) for key in row) for row in _ROWS]
    grade = answers(subject, "grade")
    owed = subject.asked and bool(grade) and grade != (subject.judgement.grade,)
    if owed or any(answers(subject, key) for key in _REASONS):
        rows.append(tuple(_reason(subject, key, owed=owed) for key in _REASONS))
    return tuple(rows)


def _reason(subject: Subject, key: str, *, owed: bool) -> Passage:
    """A reason nobody owes is a dash, not a gap."""
    found = passage(subject, key)
    if found.given is Given.EMPTY and not (owed and key == "grade_reason"):
        return Passage(found.label, (sentence("paper.none"),), Given.EMPTY)
    return found


def _band(subject: Subject) -> tuple[Passage, ...]:
    """総括 in the last year, the office's view, and what the 本部 said if it said anything."""
    parts = []
    if "wrap_up_text" in subject.items:
        wrap_up, next_plan = line(subject, "wrap_up"), line(subject, "next_plan")
        first = sentence("paper.wrap_up", wrap_up=_marked(wrap_up), next_plan=_marked(next_plan))
        text = passage(subject, "wrap_up_text")
        parts.append(replace(text, paragraphs=(first, *text.paragraphs)))
    parts.append(passage(subject, "office_view"))
    if answers(subject, "hq_opinion"):
        parts.append(passage(subject, "hq_opinion"))
    return tuple(parts)


def _marked(answer: Line) -> str:
    return f"{answer.text}（{answer.note}）" if answer.note else answer.text


def _calm(subject: Subject) -> tuple[str, ...]:
    """What stands in place of the texts where nothing was to be written, and nothing was."""
    texts = (Section.GRADE, Section.TEXTS, Section.DIRECTION)
    keys = (i.key for i in subject.items.values() if i.section in texts)
    if subject.asked or any(answers(subject, key) for key in keys):
        return ()
    years = [y for y in subject.plan.years if subject.measure.evaluated_in(y)]
    why = sentence("paper.calm_why", year=fiscal_year_name(subject.fiscal_year))
    lines = [sentence("paper.calm"), why]
    if years:
        names = "・".join(fiscal_year_name(y) for y in years)
        lines.append(sentence("paper.calm_years", years=names))
    return tuple(lines)


# --- the office, and who signs ---


def _second(subject: Subject) -> Line:
    found, own = answers(subject, "second_grade"), answers(subject, "grade")
    label = subject.items["second_grade"].label
    text = BETWEEN.join(found) or nothing(subject, "second_grade")
    note = conflict(len(found))
    if len(found) == 1 and len(own) == 1:
        same = found == own
        note = sentence("paper.same_as_self") if same else ""
        note = note or sentence("paper.unlike_self", letter=own[0])
    return Line(label, text, given(found), note)


def _signatures(subject: Subject) -> tuple[Signature, ...]:
    author = BETWEEN.join(answers(subject, "author"))
    extension = BETWEEN.join(answers(subject, "extension"))
    if extension:
        author = sentence("paper.with_extension", name=author, extension=extension)
    return (
        _signature(subject, "paper.author", author, "entered_on"),
        _signature(
            subject, "paper.approver", BETWEEN.join(answers(subject, "approver")), "approved_on"
        ),
        Signature(sentence("paper.office"), office_state(subject.held).value, ""),
    )


def _signature(subject: Subject, role: str, name: str, day_key: str) -> Signature:
    day = BETWEEN.join(answers(subject, day_key))
    if name or day:
        return Signature(sentence(role), name, day)
    return Signature(sentence(role), nothing(subject, day_key), "", Given.EMPTY)
