"""What --json prints: the shapes other programs rely on. Keys are added, never renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a command loads what it shows, and nothing of what the others show
    from decimal import Decimal
    from fractions import Fraction

    from imari_desk.desk.reports import (
        DepartmentStatus,
        EvaluationView,
        FileReport,
        Health,
        MeasureFindings,
    )
    from imari_desk.desk.self_check import SelfCheck
    from imari_desk.domain.book import Remark
    from imari_desk.domain.plan import Bar, Indicator, Measure, Plan

Shape = dict[str, Any]


def plan(value: Plan) -> Shape:
    """``plan show``."""
    return {
        "plan": value.id,
        "version": value.version,
        "title": value.title,
        "first_year": value.first_year,
        "last_year": value.last_year,
        "measures": [_measure(value, m) for m in value.measures],
        "scale": {
            "grades": [
                {"letter": g.letter, "kind": g.kind.value, "at_least": number(g.at_least)}
                for g in value.scale.grades
            ],
            "expected": [number(share) for share in value.scale.expected],
            "combine": value.scale.combine.value,
        },
        "glossary": [
            {"word": t.word, "expansion": t.expansion, "text": t.text} for t in value.glossary
        ],
    }


def _measure(plan: Plan, measure: Measure) -> Shape:
    return {
        "code": measure.code,
        "field": plan.field_of(measure).name,
        "group": plan.groups_by_id[measure.group].name,
        "name": measure.name,
        "national_priority": measure.national_priority,
        "vision_action": measure.vision_action,
        "summary": measure.summary,
        "effect": measure.effect,
        "schedule": {str(year): text for year, text in measure.schedule.items()},
        "milestones": {str(year): list(texts) for year, texts in measure.milestones.items()},
        "phases": {
            **{p.value: [_bar(b) for b in bars] for p, bars in measure.phases.bars.items()},
            "checked": measure.phases.checked,
        },
        "indicators": [_indicator(i) for i in measure.indicators],
        "predecessors": list(measure.predecessors),
    }


def _bar(bar: Bar) -> str:
    (first_year, first_month), (last_year, last_month) = bar.first, bar.last
    return f"{first_year}-{first_month:02}/{last_year}-{last_month:02}"


def _indicator(indicator: Indicator) -> Shape:
    return {
        "name": indicator.name,
        "target": number(indicator.target),
        "unit": indicator.unit,
        "kind": indicator.kind.value,
        "direction": indicator.direction.value,
        "target_text": indicator.target_text,
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "formula": indicator.formula,
    }


def number(value: Decimal | Fraction | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def view(value: EvaluationView) -> Shape:
    """``show``."""
    return {
        "measure": value.measure,
        "fiscal_year": value.fiscal_year,
        "department": value.department,
        "state": value.state,
        "fields": {
            answer.key: {
                "value": answer.value,
                "label": answer.label,
                "item_code": answer.item_code,
                "conflict": [{"value": v, "from": source} for v, source in answer.conflict],
            }
            for answer in value.answers
        },
        "judgement": {
            "grade": value.judgement.grade,
            "achievement": number(value.judgement.achievement),
            "reason": value.judgement.reason,
        },
    }


def imported(reports: tuple[FileReport, ...]) -> Shape:
    """``import``."""
    return {"files": [_file(report) for report in reports]}


def _file(report: FileReport) -> Shape:
    from imari_desk.domain.taking_in import Effect

    effects = [item.change.effect for item in report.changes]
    held = effects.count(Effect.HELD)
    return {
        "path": str(report.path),
        "sha256": report.sha256,
        "outcome": report.outcome.value,
        "level": report.level.value,
        "department": report.department,
        "fiscal_year": report.fiscal_year,
        "applied": len(effects) - held,
        "held": held,
        "conflicts": effects.count(Effect.CONFLICT),
        "questions": [_remark(r) for r in report.questions],
        "unread": [{"sheet": u.sheet, "cell": u.cell, "text": u.text} for u in report.unread],
        "problems": [_remark(r) for r in report.problems],
    }


def _remark(remark: Remark) -> Shape:
    return {
        "code": remark.code,
        "sheet": remark.sheet,
        "cell": remark.cell,
        "text": remark.text,
    }


def checked(found: tuple[MeasureFindings, ...]) -> Shape:
    """``check``."""
    return {
        "measures": [
            {
                "measure": m.measure,
                "problems": [
                    {"key": f.key, "code": f.code, "text": f.text, "severity": f.severity.value}
                    for f in m.findings
                ],
            }
            for m in found
        ]
    }


def status(found: tuple[DepartmentStatus, ...]) -> Shape:
    """``status``."""
    return {
        "departments": [
            {
                "department": d.department,
                "asked": d.asked,
                "received": d.received,
                "returned": d.returned,
                "confirmed": d.confirmed,
                "missing": list(d.missing),
            }
            for d in found
        ]
    }


def health(value: Health) -> Shape:
    """``verify``."""
    return {
        "ok": value.ok,
        "digest": value.digest,
        "office_digest": value.office_digest,
        "evaluations": value.evaluations,
        "problems": [_remark(p) for p in value.problems],
    }


def self_check(value: SelfCheck) -> Shape:
    """``--self-check``. ``weight`` is 0 fine, 1 look at it, 3 broken; the greatest is the exit."""
    return {
        "weight": int(value.weight),
        "lines": [
            {
                "code": line.code,
                "label": line.label,
                "value": line.value,
                "weight": int(line.weight),
                "advice": line.advice,
            }
            for line in value.lines
        ],
    }
