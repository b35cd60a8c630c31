"""The 評価ブック as a value: what one carries, and what was found in one that came back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.plan import Plan
from imari_desk.domain.register import Register


class Purpose(Enum):
    """What a workbook is sent for; the format is the same each time."""

    REQUEST = "依頼"
    HANDOVER = "引継ぎ"
    SUBMISSION = "提出"
    RETURN = "差戻し"
    CONFIRMATION = "確定"

    @property
    def from_office(self) -> bool:
        return self in (Purpose.REQUEST, Purpose.RETURN, Purpose.CONFIRMATION)


class Level(Enum):
    """How well a workbook could be identified; lower levels ask for more confirmation."""

    FULL = "full"  # データ sheet: every value with its version
    CODES = "codes"  # データ gone, item codes on the form sheets
    LABELS = "labels"  # codes gone too, labels only
    NONE = "none"


class BookHeader(NamedTuple):
    """What the cover sheet and every footer say. Dates are ISO text, "" where unknown."""

    purpose: Purpose
    plan: str
    plan_version: int
    fiscal_year: int
    department: str
    number: str  # ブック番号, as printed in every footer
    due: str = ""
    written_on: str = ""
    message: str = ""  # the covering text


@dataclass(frozen=True, slots=True)
class BookContents:
    """A workbook to be written.

    ``evaluations`` go into データ; those of ``header.fiscal_year`` get a form sheet each, in the
    plan's order. ``previous`` fills the 前年度 column. ``departments`` is measure code → 課.
    ``carries_plan``: the plan goes along as a 計画 sheet (everything the office sends).
    ``told_before``: what the 前年度 column shows in a plan's first year, measure code → item key →
    text; it is of the plan before, so it is only shown.
    """

    header: BookHeader
    plan: Plan
    evaluations: tuple[Evaluation, ...]
    previous: Mapping[str, Evaluation]
    departments: Mapping[str, str]
    related: Mapping[str, str] = field(default_factory=dict)
    carries_plan: bool = False
    told_before: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Place(NamedTuple):
    """A cell in a workbook that came back."""

    sheet: str
    cell: str


class HandEdit(NamedTuple):
    """A form cell that differs from データ: what the person made of it, in canonical form."""

    value: str
    place: Place


class ReadEvaluation(NamedTuple):
    """One evaluation found in a workbook: what データ says, and what was edited by hand.

    ``department`` is the 課 printed on the form (or the cover). ``places`` says where each
    register was found, for the history. An item has several edits only where a form sheet stands
    in the workbook more than once with different answers.
    """

    id: EvaluationId
    department: str
    registers: Mapping[str, Register]
    edits: Mapping[str, tuple[HandEdit, ...]]
    places: Mapping[str, Place]


class Unread(NamedTuple):
    """A non-empty cell, comment or shape that is no item: 欄外の書き込み."""

    sheet: str
    cell: str
    text: str


class Remark(NamedTuple):
    """A question or a problem found while reading; ``text`` is a Japanese sentence."""

    code: str
    sheet: str
    cell: str
    text: str


class ReadBook(NamedTuple):
    """Everything found in one workbook. Nothing in it has been applied.

    ``plan`` is set only where the workbook carries a plan the reader was not given.
    """

    header: BookHeader | None
    level: Level
    evaluations: tuple[ReadEvaluation, ...]
    unread: tuple[Unread, ...]
    questions: tuple[Remark, ...]
    problems: tuple[Remark, ...]
    saved_at: str = ""
    program: str = ""
    plan: Plan | None = None
