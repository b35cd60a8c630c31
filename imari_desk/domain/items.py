"""Every item of an evaluation, described once: form, check, workbook and print read this.

Keys are the contract other programs rely on; codes are what stands beside the cells on paper
and in workbooks. Both are derived from the plan, so another plan brings its own items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from imari_desk.domain.plan import Indicator, IndicatorKind, Measure, Plan


class Owner(Enum):
    """Who may write an item."""

    DEPARTMENT = "department"
    OFFICE = "office"


class ItemKind(Enum):
    """What an item holds; always text in a register, in the canonical form given here."""

    LINE = "line"  # one line, as typed
    TEXT = "text"  # paragraphs, as typed
    NUMBER = "number"  # "118", "45.2", or what was typed where it is not certainly a number
    EVENTS = "events"  # numbers joined by "・": "11・7"
    DATE = "date"  # "2026-05-20", or what was typed where it is not certainly a date
    CHOICE = "choice"  # one of Item.choices
    FLAG = "flag"  # "true" / "false"; Item.choices gives the words for yes and no


class Section(Enum):
    """The parts of the form, in reading order."""

    MILESTONES = "milestones"
    INDICATORS = "indicators"
    PHASES = "phases"
    GRADE = "grade"
    TEXTS = "texts"
    DIRECTION = "direction"
    WRAP_UP = "wrap_up"
    MEANS = "means"
    SIGNATURE = "signature"
    OFFICE = "office"
    PASSAGE = "passage"  # what the exchange itself writes: never typed on a form


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``limit`` in characters, 0 for none; ``number`` of its milestone or indicator."""

    key: str
    code: str
    label: str
    kind: ItemKind
    section: Section
    owner: Owner = Owner.DEPARTMENT
    unit: str = ""
    limit: int = 0
    choices: tuple[str, ...] = ()
    number: int = 0


MILESTONE_STATES = ("済", "一部", "未", "対象外")
VALUE_STATES = ("確定", "速報", "集計中", "測定不能", "対象外")
PROGRESS = ("前倒し", "計画どおり", "やや遅れ", "遅れ", "未着手", "完了", "中止", "対象外")
DIRECTIONS = ("拡充", "継続", "改善", "縮小", "統合", "延伸", "完了", "廃止")
WRAP_UPS = ("達成", "おおむね達成", "一部達成", "未達成")
NEXT_PLAN = ("引き継ぐ", "見直して引き継ぐ", "統合する", "終了する")
WORKED = ("した", "しない")
PUBLIC = ("公表する", "公表しない")
DEALT_WITH = ("対応済み", "未対応")

_OFFICE = Owner.OFFICE
_CHOICE, _FLAG, _LINE, _TEXT = ItemKind.CHOICE, ItemKind.FLAG, ItemKind.LINE, ItemKind.TEXT


@lru_cache(maxsize=4096)
def items_for(plan: Plan, measure: Measure, fiscal_year: int) -> tuple[Item, ...]:
    """Every item of that evaluation, in the order of the form."""
    return (
        *_milestones(measure, fiscal_year),
        *_indicators(measure),
        *_phases_and_progress(),
        Item("grade", "H01", "自己評価", _CHOICE, Section.GRADE, choices=plan.scale.letters),
        Item("grade_reason", "H02", "自己評価の理由", _TEXT, Section.GRADE, limit=200),
        Item("activities", "T01", "取組実績", _TEXT, Section.TEXTS, limit=400),
        Item("results", "T02", "成果", _TEXT, Section.TEXTS, limit=300),
        Item("issues", "T03", "課題・要因", _TEXT, Section.TEXTS, limit=300),
        Item("next_actions", "T04", "次年度の取組", _TEXT, Section.TEXTS, limit=300),
        Item("direction", "D01", "今後の方向性", _CHOICE, Section.DIRECTION, choices=DIRECTIONS),
        Item("direction_reason", "D02", "方向性の理由", _TEXT, Section.DIRECTION, limit=200),
        *(_wrap_up() if fiscal_year == plan.last_year else ()),
        *_means_and_signature(),
        *_office(plan),
        *_passage(),
    )


@lru_cache(maxsize=4096)
def items_by_key(plan: Plan, measure: Measure, fiscal_year: int) -> dict[str, Item]:
    """The same by key; callers do not change it."""
    return {item.key: item for item in items_for(plan, measure, fiscal_year)}


@lru_cache(maxsize=4096)
def items_by_code(plan: Plan, measure: Measure, fiscal_year: int) -> dict[str, Item]:
    """The same by item code; callers do not change it."""
    return {item.code: item for item in items_for(plan, measure, fiscal_year)}


def forget() -> None:
    """Begin the memory of the three above anew: a plan that was read again is equal to the one
    remembered, but finding that out takes longer than listing its items.
    """
    for remembering in (items_for, items_by_key, items_by_code):
        remembering.cache_clear()


COMMENT = "comment."  # comment.<item key>~<id>: one remark of the office, written once


def comment_key(item_key: str, remark: str) -> str:
    """The key of one remark at an item; remarks form an add-only set."""
    return f"{COMMENT}{item_key}~{remark}"


def commented_item(key: str) -> str | None:
    """The item a comment key belongs to, or None where the key is no comment's."""
    if not key.startswith(COMMENT):
        return None
    return key[len(COMMENT) :].rpartition("~")[0]


# What the 課 says to one remark, and whether it has dealt with it; the rest is the remark's key.
REPLY, SETTLED = "reply.", "settled."


def reply_key(comment: str) -> str:
    """The key of the 課's reply to the remark with that key."""
    return REPLY + comment.removeprefix(COMMENT)


def settled_key(comment: str) -> str:
    """The key of the 課's word that it has dealt with the remark with that key."""
    return SETTLED + comment.removeprefix(COMMENT)


def answered_remark(key: str) -> str | None:
    """The key of the remark a reply or a settling belongs to; None for any other key."""
    prefix = next((p for p in (REPLY, SETTLED) if key.startswith(p)), None)
    return None if prefix is None else COMMENT + key.removeprefix(prefix)


def place_of(key: str) -> str:
    """Where a key stands on the form: a remark, and what is said to it, at the remark's item."""
    return commented_item(answered_remark(key) or key) or key


def item_of(plan: Plan, measure: Measure, fiscal_year: int, key: str) -> Item | None:
    """The item a key writes to: one of the form, a remark at one, or what was said to a remark."""
    known = items_by_key(plan, measure, fiscal_year)
    if key in known:
        return known[key]
    shape = next((s for prefix, s in _AT_REMARKS.items() if key.startswith(prefix)), None)
    if shape is None or "~" not in key:
        return None
    about = place_of(key)
    label = f"{known[about].label if about in known else about}：{shape.label}"
    return replace(shape, key=key, label=label)


_AT_REMARKS = {
    COMMENT: Item("", "", "推進室のコメント", ItemKind.TEXT, Section.OFFICE, Owner.OFFICE),
    REPLY: Item("", "", "推進室への返信", ItemKind.TEXT, Section.PASSAGE, limit=200),
    SETTLED: Item("", "", "コメントへの対応", _FLAG, Section.PASSAGE, choices=DEALT_WITH),
}


# The office's keys do not depend on the plan.
OFFICE_KEYS = frozenset(
    [
        *("office_view", "second_grade", "hq_opinion", "public_text", "public"),
        *("office_stage", "correction"),
    ]
)


def written_by_office(key: str) -> bool:
    """Whether the office, and nobody else, writes that key."""
    return key in OFFICE_KEYS or key.startswith(COMMENT)


def _milestones(measure: Measure, fiscal_year: int) -> list[Item]:
    items = []
    for n, text in enumerate(measure.milestones.get(fiscal_year, ()), start=1):
        prefix, place = f"milestone.{n}", (Section.MILESTONES, Owner.DEPARTMENT)
        items.append(
            Item(f"{prefix}.state", f"N{n}1", text, _CHOICE, *place, "", 0, MILESTONE_STATES, n)
        )
        items.append(
            Item(f"{prefix}.reason", f"N{n}2", "一部・未の理由", _TEXT, *place, "", 100, (), n)
        )
    return items


def _indicators(measure: Measure) -> list[Item]:
    items: list[Item] = []
    for n, indicator in enumerate(measure.indicators, start=1):
        prefix, place = f"indicator.{n}", (Section.INDICATORS, Owner.DEPARTMENT)
        items += _values(indicator, n)
        items.append(
            Item(f"{prefix}.state", f"M{n}8", "数値の状態", _CHOICE, *place, "", 0, VALUE_STATES, n)
        )
        items.append(Item(f"{prefix}.note", f"M{n}9", "数値の補足", _TEXT, *place, "", 100, (), n))
    return items


def _values(indicator: Indicator, n: int) -> list[Item]:
    prefix, place = f"indicator.{n}", (Section.INDICATORS, Owner.DEPARTMENT)

    def number(part: str, code: str, label: str, kind: ItemKind = ItemKind.NUMBER) -> Item:
        unit = "" if indicator.kind is IndicatorKind.RATE else indicator.unit
        return Item(f"{prefix}.{part}", f"M{n}{code}", label, kind, *place, unit, 0, (), n)

    match indicator.kind:
        case IndicatorKind.RATE:
            return [
                number("numerator", "2", indicator.numerator),
                number("denominator", "3", indicator.denominator),
            ]
        case IndicatorKind.PER_EVENT:
            return [number("events", "4", f"{indicator.name}（1回ごと）", ItemKind.EVENTS)]
        case IndicatorKind.CUMULATIVE:
            return [number("value", "1", f"{indicator.name}（今年度分）")]
        case IndicatorKind.TOTAL:
            return [number("value", "1", f"{indicator.name}（年度末までの計）")]
        case IndicatorKind.MILESTONE:
            return []
        case _:  # ANNUAL and CEILING: the year's own number
            return [number("value", "1", indicator.name)]


def _phases_and_progress() -> list[Item]:
    labels = {"plan": "計画", "design": "検討・設計・開発", "run": "実施・運用"}
    flags = [
        Item(f"phase.{key}", f"P0{n}", label, ItemKind.FLAG, Section.PHASES, choices=WORKED)
        for n, (key, label) in enumerate(labels.items(), start=1)
    ]
    return [*flags, Item("progress", "P04", "進捗区分", _CHOICE, Section.PHASES, choices=PROGRESS)]


def _wrap_up() -> list[Item]:
    return [
        Item("wrap_up", "W01", "総括の区分", _CHOICE, Section.WRAP_UP, choices=WRAP_UPS),
        Item("wrap_up_text", "W02", "計画期間の総括", _TEXT, Section.WRAP_UP, limit=300),
        Item("next_plan", "W03", "次期計画での扱い", _CHOICE, Section.WRAP_UP, choices=NEXT_PLAN),
    ]


def _means_and_signature() -> list[Item]:
    means, sign, number = Section.MEANS, Section.SIGNATURE, ItemKind.NUMBER
    return [
        Item("budget", "B01", "予算額", number, means, unit="千円"),
        Item("settlement", "B02", "決算額", number, means, unit="千円"),
        Item("evidence", "B03", "根拠資料", _LINE, means, limit=100),
        Item("related", "B04", "関係課", _LINE, means, limit=100),
        Item("author", "A01", "記入者", _LINE, sign),
        Item("extension", "A02", "内線", _LINE, sign),
        Item("entered_on", "A03", "記入日", ItemKind.DATE, sign),
        Item("approver", "A04", "所属長", _LINE, sign),
        Item("approved_on", "A05", "所属長の確認日", ItemKind.DATE, sign),
    ]


def _office(plan: Plan) -> list[Item]:
    place = (Section.OFFICE, _OFFICE)
    return [
        Item("office_view", "O01", "推進室所見", _TEXT, *place, limit=300),
        Item("second_grade", "O02", "二次評価", _CHOICE, *place, choices=plan.scale.letters),
        Item("hq_opinion", "O03", "本部意見", _TEXT, *place, limit=300),
        Item("public_text", "O04", "公表文", _TEXT, *place, limit=400),
        Item("public", "O05", "公表可否", ItemKind.FLAG, *place, choices=PUBLIC),
    ]


def _passage() -> list[Item]:
    return [
        Item("submission", "S01", "提出", _LINE, Section.PASSAGE),
        Item("submission_note", "S02", "未記入のまま提出する理由", _TEXT, Section.PASSAGE),
        Item("office_stage", "S03", "推進室の段階", _LINE, Section.PASSAGE, _OFFICE),
        Item("correction", "S04", "訂正の理由", _TEXT, Section.PASSAGE, _OFFICE),
    ]
