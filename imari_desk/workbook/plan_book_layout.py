"""The plan's workbook described once: sheets, headings, choices. Writer and reader use this."""

from __future__ import annotations

from dataclasses import dataclass

from imari_desk.domain.plan import Phase
from imari_desk.domain.plan_names import GRADE_WORDS, KIND_WORDS


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``width`` in characters; ``choices``: what may be written → what it means.

    ``shown_only``: written for orientation, never read.
    """

    key: str
    head: str
    width: float
    choices: tuple[tuple[str, str], ...] = ()
    shown_only: bool = False
    number: bool = False  # numbers stand as numbers
    optional: bool = False  # older workbooks do not have it


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: a title, a hint, a head row and the rows.

    ``known_by``: the keys whose headings tell this table from every other. ``spare``: empty rows
    below the table, drawn ready to be filled in.
    """

    sheet: str
    title: str
    hint: str
    known_by: tuple[str, ...]
    columns: tuple[Column, ...]
    spare: int = 10

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


TITLE_ROW, HINT_ROW, HEAD_ROW = 1, 2, 3

STAR_WORDS = (("☆", "true"),)
CHECKED_WORDS = (("確認済", "true"), ("未確認", ""))
FIELD_WORD, GROUP_WORD = "分野", "柱"
STRUCTURE_WORDS = ((FIELD_WORD, FIELD_WORD), (GROUP_WORD, GROUP_WORD))

# The rows of the sheet 計画: key, label, what to write there.
HEAD_ITEMS = (
    ("title", "計画の名称", "plan_book.note.title"),
    ("short_title", "略称", "plan_book.note.short_title"),
    ("municipality", "市町村", "plan_book.note.municipality"),
    ("first_year", "最初の年度", "plan_book.note.years"),
    ("last_year", "最後の年度", "plan_book.note.years"),
    ("expected", "年度ごとの見込み（％）", "plan_book.note.expected"),
    ("combine", "指標が複数のときの評価", "plan_book.note.combine"),
    ("id", "計画の識別名", "plan_book.note.id"),
    ("version", "版", "plan_book.note.version"),
    ("version_note", "版の説明", "plan_book.note.version_note"),
)

_CODE = Column("code", "施策番号", 11)
_NAME_SHOWN = Column("name", "施策名称（参考）", 34, shown_only=True)

HEAD = Table(
    "計画",
    "計画の基本",
    "plan_book.hint.head",
    ("item", "content"),
    (
        Column("item", "項目", 26),
        Column("content", "内容", 62),
        Column("note", "説明", 58, shown_only=True),
    ),
    spare=0,
)
STRUCTURE = Table(
    "分野と柱",
    "分野と柱（◎）",
    "plan_book.hint.structure",
    ("what", "id", "within"),
    (
        Column("what", "区分", 10, STRUCTURE_WORDS),
        Column("id", "識別名", 20),
        Column("within", "属する分野", 16),
        Column("name", "名称", 60),
    ),
)
MEASURES = Table(
    "施策",
    "施策",
    "plan_book.hint.measures",
    ("code", "group"),
    (
        _CODE,
        Column("name", "施策名称", 32),
        Column("group", "柱", 28),
        Column("national_priority", "重点", 7, STAR_WORDS),
        Column("vision_action", "ビジョンの取組", 16),
        Column("summary", "事業内容（要約）", 46),
        Column("effect", "期待される効果（要約）", 46),
        Column("predecessors", "前の計画の施策番号", 20),
    ),
)
YEARLY = Table(
    "年度別",
    "年度別の取組内容と実施評価指標",
    "plan_book.hint.yearly",
    ("code", "year"),
    (
        _CODE,
        _NAME_SHOWN,
        Column("year", "年度", 12),
        Column("schedule", "取組内容", 56),
        Column("milestones", "実施評価指標", 48),
    ),
)
PHASES = Table(
    "工程",
    "工程（計画の帯）",
    "plan_book.hint.phases",
    ("code", "checked"),
    (
        _CODE,
        _NAME_SHOWN,
        Column(Phase.PLAN.value, "計画", 30),
        Column(Phase.DESIGN.value, "検討・設計・開発", 30),
        Column(Phase.RUN.value, "実施・運用", 30),
        Column("checked", "原本との照合", 14, CHECKED_WORDS),
        Column("checked_by", "照合した人と日", 30, optional=True),
    ),
)
INDICATORS = Table(
    "指標",
    "成果指標・数値目標",
    "plan_book.hint.indicators",
    ("code", "indicator"),
    (
        _CODE,
        Column("name", "施策名称（参考）", 26, shown_only=True),
        Column("number", "番号", 7, number=True),
        Column("indicator", "指標名", 32),
        Column("kind", "種類", 22, KIND_WORDS),
        Column("target", "数値目標", 11, number=True),
        Column("unit", "単位", 8),
        Column("target_text", "計画書の表記", 22),
        Column("numerator", "分子（率のとき）", 24),
        Column("denominator", "分母（率のとき）", 24),
        Column("formula", "算式・注記", 26),
        Column("expected", "見込み（％）", 18),
    ),
)
GRADES = Table(
    "評価基準",
    "評価の基準",
    "plan_book.hint.grades",
    ("letter", "at_least"),
    (
        Column("letter", "評価", 8),
        Column("kind", "種類", 20, GRADE_WORDS),
        Column("at_least", "達成率（％以上）", 18, number=True),
        Column("legend", "意味", 70),
    ),
    spare=4,
)
TERMS = Table(
    "用語",
    "用語",
    "plan_book.hint.terms",
    ("word", "text"),
    (
        Column("word", "用語", 34),
        Column("expansion", "元の語", 40),
        Column("text", "説明（要約）", 80),
    ),
)
TABLES = (HEAD, STRUCTURE, MEASURES, YEARLY, PHASES, INDICATORS, GRADES, TERMS)
