"""What a look at one workbook found, line by line, in the words a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from imari_desk.desk.reports import ChangedItem, FileReport
from imari_desk.domain.book import Level, Purpose, Remark
from imari_desk.domain.era import date_name, fiscal_year_name, read_date
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Item, ItemKind, commented_item, item_of, items_by_key, place_of
from imari_desk.domain.numbers import shown
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import Outcome
from imari_desk.domain.taking_in import Effect
from imari_desk.domain.unclear import Unclear
from imari_desk.domain.words import sentence
from imari_desk.gui.look import Tone

ChipText = tuple[str, Tone, str]  # text, tone, sign
_EFFECTS: dict[Effect, tuple[Tone, str]] = {
    Effect.NEW: ("ok", "plus"),
    Effect.CHANGED: ("info", "pencil"),
    Effect.CONFLICT: ("warn", "both"),
    Effect.HELD: ("plain", "dash"),
}
MOST_ALIKE = 3  # questions of one kind that are shown one by one


class Kind(Enum):
    """What a line is about."""

    HEADING = "heading"  # what follows: a measure, questions, 欄外の書き込み
    CHANGE = "change"
    LETTER = "letter"  # what the sender says: the covering text, the day it is due
    REMARK = "remark"  # a question or a problem
    MARGIN = "margin"  # 欄外の書き込み


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file's report.

    ``before`` and ``after`` are what stands at the item, more than one value in a conflict;
    ``target`` is where the line leads. ``note`` says how many, or where something stood;
    ``chip`` is what it comes to in a word.
    """

    kind: Kind
    title: str
    text: str = ""
    note: str = ""
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    effect: Effect | None = None
    chip: ChipText | None = None
    target: tuple[EvaluationId, str] | None = None

    @property
    def spoken(self) -> str:
        """The whole line as one sentence: for a screen reader, and for the clipboard."""
        if self.effect is None:
            word = self.chip[0] if self.chip else ""
            return "　".join(filter(None, (self.title, word, self.text, self.note)))
        return sentence(
            f"exchange.spoken.{self.effect.value}",
            label=self.title,
            before=_listed(self.before),
            after=_listed(self.after),
        ) + (f"　{self.note}" if self.note else "")


@dataclass(frozen=True, slots=True)
class FileLook:
    """One file that was looked at, and the lines that say what it would change."""

    report: FileReport
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        return self.report.path.name

    @property
    def sender(self) -> str:
        """What the file is and who it is from, in one line."""
        header = self.report.header
        if header is None:
            return sentence("exchange.unknown_file")
        code = "exchange.from_office" if header.purpose.from_office else "exchange.from_department"
        year = fiscal_year_name(header.fiscal_year)
        purpose = header.purpose.value
        return sentence(code, purpose=purpose, department=header.department, year=year)

    @property
    def items(self) -> frozenset[tuple[EvaluationId, str]]:
        """The items it would change; what is held back is not among them."""
        applied = (c for c in self.report.changes if c.change.effect is not Effect.HELD)
        return frozenset((c.evaluation, c.change.key) for c in applied)

    @property
    def refused(self) -> bool:
        return self.report.outcome is Outcome.REFUSED

    @property
    def idle(self) -> bool:
        """Whether taking it in comes to nothing; a first 依頼 brings what to do, and until when."""
        if self.held and not self.items:
            return True
        header = self.report.header
        asks = header is not None and header.purpose.from_office and not self.report.seen
        return self.report.outcome is Outcome.NOTHING_NEW and not asks

    @property
    def guessed(self) -> bool:
        """Whether it was known by its labels only, so that a person has to say yes to it."""
        return self.report.level is Level.LABELS

    @property
    def held(self) -> int:
        """Items somebody wrote whose 課 does not answer for them: kept, not applied."""
        return sum(c.change.effect is Effect.HELD for c in self.report.changes)

    @property
    def conflicts(self) -> int:
        return sum(c.change.effect is Effect.CONFLICT for c in self.report.changes)

    @property
    def to_look_at(self) -> int:
        """Questions, 欄外の書き込み and problems: what a person has to look at."""
        report = self.report
        return len(report.questions) + len(report.unread) + len(report.problems)


def look_of(report: FileReport, plan: Plan) -> FileLook:
    """The report of one file in the words of the plan (raw where it is another plan's)."""
    lines = (*_letter(report), *_remarks(report), *_changes(report, plan), *_margin(report))
    return FileLook(report, lines)


def _letter(report: FileReport) -> Iterator[Line]:
    header = report.header
    if header is None:
        return
    if header.message:
        yield Line(Kind.LETTER, sentence("exchange.message"), header.message)
    if header.due and header.purpose in (Purpose.REQUEST, Purpose.RETURN):
        yield Line(Kind.LETTER, sentence("exchange.due"), day_name(header.due))


def _remarks(report: FileReport) -> Iterator[Line]:
    remarks = report.problems + report.questions
    if not remarks:
        return
    refused = report.outcome is Outcome.REFUSED
    title = sentence("exchange.why_refused" if refused else "exchange.questions")
    yield _heading(title, "" if refused else sentence("exchange.count", count=len(remarks)))
    by_code: dict[str, list[Remark]] = {}
    for remark in remarks:
        by_code.setdefault(remark.code, []).append(remark)
    for alike in by_code.values():
        for remark in alike[:MOST_ALIKE]:
            yield Line(Kind.REMARK, "", remark.text, _place(remark.sheet, remark.cell))
        more = len(alike) - MOST_ALIKE
        if more > 0:
            yield Line(Kind.REMARK, "", sentence("exchange.more_alike", count=more))


def _margin(report: FileReport) -> Iterator[Line]:
    if not report.unread:
        return
    count = sentence("exchange.count", count=len(report.unread))
    yield _heading(sentence("exchange.margin"), f"{count}　{sentence('exchange.margin_kept')}")
    for unread in report.unread:
        yield Line(Kind.MARGIN, _place(unread.sheet, unread.cell), unread.text)


def _changes(report: FileReport, plan: Plan) -> Iterator[Line]:
    order = {measure.code: n for n, measure in enumerate(plan.measures)}

    def place(item: ChangedItem) -> tuple[int, int, str]:
        at = item.evaluation
        return (order.get(at.measure, len(order)), -at.fiscal_year, at.measure)

    for at, group in groupby(sorted(report.changes, key=place), key=lambda c: c.evaluation):
        items = _items(plan, at)
        ranks = {key: n for n, key in enumerate(items)}
        changes = sorted(group, key=lambda c: ranks.get(place_of(c.change.key), len(ranks)))
        yield _heading(_measure_title(plan, at), _counts(changes))
        for change in changes:
            yield _change(plan, at, change, _item(plan, at, change.change.key))


def _change(plan: Plan, at: EvaluationId, item: ChangedItem, known: Item | None) -> Line:
    change = item.change
    comment = commented_item(change.key) is not None
    label = item.label if comment or known is None else item_label(plan, at.measure, known)
    if comment:
        label = sentence("exchange.comment_at", label=label)
    written = _place(*change.place) if change.place and change.by_hand else ""
    return Line(
        Kind.CHANGE,
        label,
        note=sentence("exchange.by_hand", place=written) if written else "",
        before=tuple(value_name(known, v, comment=comment) for v in change.before),
        after=tuple(value_name(known, v, comment=comment) for v in change.after),
        effect=change.effect,
        chip=_effect_chip(change.effect, comment=comment),
        target=(at, place_of(change.key)),
    )


def _effect_chip(effect: Effect, *, comment: bool) -> ChipText:
    if comment:
        return (sentence("exchange.effect.comment"), "office", "pencil")
    tone, sign = _EFFECTS[effect]
    return (sentence(f"exchange.effect.{effect.value}"), tone, sign)


def item_label(plan: Plan, measure: str, item: Item) -> str:
    """The item's label; with its indicator's name where the measure has several."""
    found = plan.by_code.get(measure)
    several = found is not None and len(found.indicators) > 1
    if found is None or not several or not item.key.startswith("indicator."):
        return item.label
    name = found.indicators[item.number - 1].name
    if item.label.startswith(name):
        return item.label
    return sentence("exchange.of_indicator", indicator=name, label=item.label)


def value_name(item: Item | None, value: str, *, comment: bool = False) -> str:
    """A value as a person reads it, with its unit."""
    if item is None or comment or not value:
        return value
    if item.key == "submission":
        return sentence("exchange.submission", count=value)
    text = shown(item, value)
    numeric = item.kind in (ItemKind.NUMBER, ItemKind.EVENTS) and text[-1:].isdecimal()
    return text + item.unit if numeric else text


def day_name(day: str) -> str:
    """An ISO day in 元号; as it is where it is none."""
    found = read_date(day)
    return day if isinstance(found, Unclear) else date_name(found)


def _items(plan: Plan, at: EvaluationId) -> dict[str, Item]:
    measure = plan.by_code.get(at.measure) if at.plan == plan.id else None
    return items_by_key(plan, measure, at.fiscal_year) if measure else {}


def _item(plan: Plan, at: EvaluationId, key: str) -> Item | None:
    measure = plan.by_code.get(at.measure) if at.plan == plan.id else None
    return item_of(plan, measure, at.fiscal_year, key) if measure else None


def _measure_title(plan: Plan, at: EvaluationId) -> str:
    measure = plan.by_code.get(at.measure)
    name = measure.name if measure else ""
    year = fiscal_year_name(at.fiscal_year)
    return sentence("exchange.measure", measure=at.measure, name=name, year=year)


def _counts(changes: Iterable[ChangedItem]) -> str:
    """「変更3件・食い違い1件」, in that order."""
    effects = [c.change.effect for c in changes]
    found = (
        ("exchange.counts.changed", effects.count(Effect.NEW) + effects.count(Effect.CHANGED)),
        ("exchange.counts.conflict", effects.count(Effect.CONFLICT)),
        ("exchange.counts.held", effects.count(Effect.HELD)),
    )
    return "・".join(sentence(code, count=count) for code, count in found if count)


def _heading(title: str, note: str) -> Line:
    return Line(Kind.HEADING, title, note=note)


def _place(sheet: str, cell: str) -> str:
    return sentence("exchange.place", sheet=sheet, cell=cell) if sheet else ""


def _listed(values: tuple[str, ...]) -> str:
    return "／".join(v or sentence("exchange.blank") for v in values) or sentence("exchange.blank")
