"""What a command prints for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.words import sentence

if TYPE_CHECKING:  # a command loads what it shows, and nothing of what the others show
    from imari_desk.desk.reports import (
        DepartmentStatus,
        EvaluationView,
        FileReport,
        Health,
        MeasureFindings,
    )
    from imari_desk.domain.plan import Plan
    from imari_desk.domain.taking_in import Change


def plan(value: Plan) -> list[str]:
    """The plan's measures by 分野 and ◎."""
    first, last = fiscal_year_name(value.first_year), fiscal_year_name(value.last_year)
    found = [f"{value.title}（{first}～{last}、第{value.version}版）"]
    group = ""
    for measure in value.measures:
        if measure.group != group:
            group = measure.group
            found.append(f"◎{value.groups_by_id[group].name}")
        star = "☆" if measure.national_priority else ""
        found.append(f"  {measure.code} {measure.name}{star}")
        found += [f"      {i.heading}" for i in measure.indicators]
    return found


def view(value: EvaluationView) -> list[str]:
    """One evaluation, answered items only."""
    year = fiscal_year_name(value.fiscal_year)
    found = [f"{value.measure}　{year}　{value.department}　{value.state}"]
    for answer in value.answers:
        if answer.conflict:
            found.append(f"  {answer.item_code} {answer.label}：{sentence('two_answers')}")
            found += [f"      {text}　（{source}）" for text, source in answer.conflict]
        elif answer.value:
            found.append(f"  {answer.item_code} {answer.label}：{answer.value}")
    return [
        *found,
        f"  {sentence('proposed', grade=value.judgement.grade)}",
        value.judgement.reason,
    ]


def checked(found: tuple[MeasureFindings, ...]) -> list[str]:
    """What is missing or odd, measure by measure."""
    if not found:
        return [sentence("nothing_missing")]
    return [
        line
        for m in found
        for line in (m.measure, *(f"  ・{finding.text}" for finding in m.findings))
    ]


def status(found: tuple[DepartmentStatus, ...]) -> list[str]:
    """One line a 課."""
    return [
        sentence(
            "status_line",
            department=d.department,
            asked=d.asked,
            received=d.received,
            returned=d.returned,
            confirmed=d.confirmed,
            missing="、".join(d.missing) or "―",
        )
        for d in found
    ]


def health(value: Health) -> list[str]:
    """Whether the database is whole."""
    verdict = "database_whole" if value.ok else "database_hurt"
    found = [sentence(verdict, evaluations=value.evaluations, digest=value.digest)]
    return found + [f"  ・{problem.text}" for problem in value.problems]


def imported(reports: tuple[FileReport, ...], *, dry_run: bool) -> list[str]:
    """What became of each file, then what a person has to look at."""
    found = [sentence("only_looked")] if dry_run else []
    for report in reports:
        found += _file(report)
    return found


def _file(report: FileReport) -> list[str]:
    from imari_desk.domain.taking_in import Effect

    count = sum(item.change.effect is not Effect.HELD for item in report.changes)
    found = [sentence(f"import_{report.outcome.value}", name=report.path.name, count=count)]
    for item in report.changes:
        if item.change.effect in (Effect.CONFLICT, Effect.HELD):
            found.append(f"  {item.evaluation.measure} {item.label}：{_effect(item.change)}")
    found += [f"  {_place(r.sheet, r.cell)}{r.text}" for r in report.problems]
    found += [f"  {_place(r.sheet, r.cell)}{r.text}" for r in report.questions]
    for unread in report.unread:
        found.append(f"  {_place(unread.sheet, unread.cell)}{sentence('margin', text=unread.text)}")
    return found


def _effect(change: Change) -> str:
    answers = "／".join(text or sentence("empty") for text in change.after)
    return sentence(f"effect_{change.effect.value}", answers=answers)


def _place(sheet: str, cell: str) -> str:
    return f"〔{sheet} {cell}〕" if sheet else ""
