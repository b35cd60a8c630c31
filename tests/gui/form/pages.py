"""Pages to show on the form, made without a database: what a desk gives, from plain answers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from imari_desk.desk.leaf import Candidate, Comment, Leaf
from imari_desk.desk.packaged import packaged_plan
from imari_desk.domain.checks import check
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.judgement import judge
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_text import parse_plan
from imari_desk.domain.register import Dot, Register, Written
from imari_desk.domain.states import DepartmentState

YEAR = 2025
ONLINE = "行-②"  # a rate
VISITS = "産-②"  # a value and a value an event
NEXT_PLAN = Path(__file__).parents[2] / "data" / "next_plan.toml"

Answers = Mapping[str, str | tuple[str, ...]]  # several texts are several answers to one item


def next_plan() -> Plan:
    return parse_plan(NEXT_PLAN.read_text("utf-8"))


def page(
    answers: Answers | None = None,
    *,
    code: str = ONLINE,
    year: int = YEAR,
    last: Answers | None = None,
    state: DepartmentState = DepartmentState.TYPING,
    comments: tuple[Comment, ...] = (),
    plan: Plan | None = None,
) -> Leaf:
    """The page of one evaluation with these answers, last year's in ``last``."""
    plan = plan or packaged_plan()
    measure = plan.by_code[code]
    years = {
        year: _evaluation(plan, code, year, answers or {}),
        year - 1: _evaluation(plan, code, year - 1, last or {}),
    }
    held = years[year]
    return Leaf(
        plan=plan,
        measure=measure,
        fiscal_year=year,
        department="情報政策課",
        years=years,
        judgement=judge(plan, measure, year, years),
        findings=check(plan, measure, year, years),
        comments=comments,
        conflicts={key: _candidates(held.values(key)) for key in held.conflicts},
        state=state,
        due="",
    )


def remark(
    key: str, text: str, *, waiting: bool = True, reply: str = "", settled: bool = False
) -> Comment:
    name = f"comment.{key}~{len(text)}"
    return Comment(key, text, "2026-05-27T16:40:00", waiting, name, reply, settled)


def _evaluation(plan: Plan, code: str, year: int, answers: Answers) -> Evaluation:
    registers = {key: _register(given) for key, given in answers.items()}
    return Evaluation(EvaluationId(plan.id, code, year), registers)


def _register(given: str | tuple[str, ...]) -> Register:
    values = (given,) if isinstance(given, str) else given
    return tuple(Written(Dot(f"r{n}", 1), value) for n, value in enumerate(values))


def _candidates(values: tuple[str, ...]) -> tuple[Candidate, ...]:
    typed, *taken = values
    here = Candidate(typed, "佐藤 美咲", "", "2026-05-28T10:05:00")
    source = "引継ぎ_0528.xlsx 行-② C24"
    return (here, *(Candidate(v, "田中 健", source, "2026-05-28T10:12:00") for v in taken))
