"""Many workbooks looked at together: what would come of them, and what a person has to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from imari_desk.desk.office.looking import Cell, LookedFile
from imari_desk.desk.session import Session
from imari_desk.domain.deciding import (
    LEAVE,
    TAKE,
    Chosen,
    Deal,
    Dealt,
    Decisions,
    Side,
    Yes,
    chosen,
    is_taken,
    of_file,
    of_item,
    of_kind,
)
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import item_of
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import HistoryEntry
from imari_desk.domain.register import Written
from imari_desk.domain.taking_in import same_department
from imari_desk.domain.together import Joined, Part, Place, brought_by, stands, together


class Fate(Enum):
    """What becomes of a file when all that was looked at is taken in."""

    TAKE = "take"
    ASKS = "asks"  # left out until somebody says yes to it
    LEAVE = "leave"
    TWIN = "twin"  # another file has the same content
    SEEN = "seen"  # exactly this was taken in before, and nothing would come of it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class FileOutlook:
    """One file among the others.

    ``changes`` and ``overtaken`` count its items: those that would change to what it says, and
    those for which another file says something newer. ``twin`` names the file with the same
    content, ``mates`` the other files of the same 課. ``open`` counts what waits for a person.
    """

    file: LookedFile
    fate: Fate
    changes: int = 0
    overtaken: int = 0
    torn: int = 0
    open: int = 0
    twin: str = ""
    mates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One of several answers: its value, and in words where it comes from."""

    value: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """An item several answers would stand in; ``files`` by their places in the list."""

    subject: str
    evaluation: EvaluationId
    key: str
    label: str
    answers: tuple[Answer, ...]
    files: tuple[int, ...]
    choice: Chosen | None


class Topic(Enum):
    """What a group of decisions is about."""

    LABELS = "labels"
    SETTLED = "settled"
    CONFLICTS = "conflicts"
    HELD = "held"
    QUESTIONS = "questions"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide all of a group at once: its word's code, and the decisions it makes."""

    code: str
    decisions: Mapping[str, str]
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Decisions that are one decision. ``members`` say each in a line; ``open`` still wait."""

    topic: Topic
    about: str
    members: tuple[str, ...]
    open: int
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What would come of the files; nothing is taken in.

    ``joined`` is every item of the files to be taken in. ``waiting``: files to be taken in, and
    things undecided beside them.
    """

    files: tuple[FileOutlook, ...]
    conflicts: tuple[Conflict, ...]
    groups: tuple[Group, ...]
    joined: Mapping[Place, Joined]
    decisions: Decisions

    def of(self, fate: Fate) -> tuple[FileOutlook, ...]:
        return tuple(one for one in self.files if one.fate is fate)

    @property
    def changed(self) -> tuple[Place, ...]:
        """The items that would say something else."""
        return tuple(place for place, one in self.joined.items() if one.changes)

    @property
    def departments(self) -> tuple[str, ...]:
        """Whose files are to be taken in, in the order of the list."""
        found: list[str] = []
        for one in self.of(Fate.TAKE):
            name = one.file.report.department
            if not any(same_department(name, there) for there in found):
                found.append(name)
        return tuple(found)

    @property
    def waiting(self) -> int:
        return len(self.of(Fate.TAKE)) + len(self.of(Fate.ASKS))


def outlook(
    session: Session, plans: Mapping[str, Plan], files: Sequence[LookedFile], decisions: Decisions
) -> Outlook:
    """Work out what the files come to. ``plans`` by their ids."""
    fates = _fates(files, decisions)
    books = {n: f.parts for n, f in enumerate(files) if fates[n][0] is Fate.TAKE}
    joined = together(books)
    conflicts = _Conflicts(session, plans, files, decisions).of(joined, books)
    rows = tuple(_row(n, files, fates, joined, conflicts, decisions) for n in range(len(files)))
    groups = tuple(_groups(rows, conflicts, decisions))
    return Outlook(rows, conflicts, groups, joined, decisions)


def _fates(files: Sequence[LookedFile], decisions: Decisions) -> list[tuple[Fate, str]]:
    """What becomes of each file, and the name of its twin."""
    first: dict[str, str] = {}
    found = []
    for one in files:
        twin = first.get(one.sha256, "") if one.sha256 else ""
        first.setdefault(one.sha256, one.name)
        found.append((Fate.TWIN if twin else _fate(one, decisions), twin))
    return found


def _fate(one: LookedFile, decisions: Decisions) -> Fate:
    if one.refused:
        return Fate.REFUSED
    if one.seen is not None and not one.parts:
        return Fate.SEEN
    taken = is_taken(decisions, one.sha256, one.wants)
    if taken is None:
        return Fate.ASKS
    return Fate.TAKE if taken else Fate.LEAVE


def _row(
    number: int,
    files: Sequence[LookedFile],
    fates: Sequence[tuple[Fate, str]],
    joined: Mapping[Place, Joined],
    conflicts: tuple[Conflict, ...],
    decisions: Decisions,
) -> FileOutlook:
    file = files[number]
    what, twin = fates[number]
    torn = sum(number in one.files for one in conflicts)
    overtaken = 0
    if what is Fate.TAKE:
        overtaken = sum(not stands(part, joined[part.place]) for part in file.parts)
    changes = {(c.evaluation, c.change.key) for c in file.report.changes} & {
        part.place
        for part in file.parts
        if what is not Fate.TAKE
        or (joined[part.place].changes and stands(part, joined[part.place]))
    }
    counted = len(changes) if what in (Fate.TAKE, Fate.ASKS, Fate.LEAVE) else 0
    waiting = sum(c.subject not in decisions for c in (*file.margin, *file.asked))
    undecided = sum(number in c.files and c.choice is None for c in conflicts)
    mates = tuple(
        other.name
        for n, other in enumerate(files)
        if n != number and _same_sender(file, other) and fates[n][0] in (Fate.TAKE, Fate.ASKS)
    )
    idle = what in (Fate.TWIN, Fate.SEEN, Fate.REFUSED)
    return FileOutlook(
        file, what, counted, overtaken, torn, 0 if idle else waiting + undecided, twin, mates
    )


def _same_sender(one: LookedFile, other: LookedFile) -> bool:
    name = one.report.department
    return bool(name) and same_department(name, other.report.department)


class _Conflicts:
    """Names several answers to an item, with where each comes from."""

    def __init__(
        self,
        session: Session,
        plans: Mapping[str, Plan],
        files: Sequence[LookedFile],
        decisions: Decisions,
    ) -> None:
        self._session, self._plans, self._files = session, plans, files
        self._decisions = decisions

    def of(
        self, joined: Mapping[Place, Joined], books: Mapping[int, Sequence[Part]]
    ) -> tuple[Conflict, ...]:
        torn = {place: one for place, one in joined.items() if one.torn}
        brought: dict[Place, dict[int, Part]] = {place: {} for place in torn}
        for number, parts in books.items():
            for part in parts:
                if part.place in brought:
                    brought[part.place][number] = part
        return tuple(self._conflict(place, one, brought[place]) for place, one in torn.items())

    def _conflict(self, place: Place, joined: Joined, parts: Mapping[int, Part]) -> Conflict:
        at, key = place
        subject = of_item(at, key)
        history: tuple[HistoryEntry, ...] = ()
        if joined.before:
            history = self._session.store.history(at, key)
        answers: dict[str, list[str]] = {}
        for one in joined.after:
            said = answers.setdefault(one.value, [])
            said += self._sources(one, parts, history)
        return Conflict(
            subject,
            at,
            key,
            self._label(at, key),
            tuple(Answer(v, tuple(dict.fromkeys(answers[v]))) for v in joined.values),
            joined.brought,
            chosen(self._decisions.get(subject, "")),
        )

    def _sources(
        self,
        one: Written,
        parts: Mapping[int, Part],
        history: tuple[HistoryEntry, ...],
    ) -> Iterable[str]:
        for number, part in parts.items():
            if one in brought_by(part):
                yield self._files[number].name
        yield from (
            entry.origin.file_name or entry.origin.person
            for entry in history
            if entry.written == one and not entry.held and not entry.taken_back
        )

    def _label(self, at: EvaluationId, key: str) -> str:
        plan = self._plans.get(at.plan)
        measure = plan.by_code.get(at.measure) if plan else None
        item = item_of(plan, measure, at.fiscal_year, key) if plan and measure else None
        return item.label if item else key


# Decisions that are one decision


def _groups(
    rows: Sequence[FileOutlook], conflicts: Sequence[Conflict], decisions: Decisions
) -> Iterable[Group]:
    for kind, topic in ((Yes.LABELS, Topic.LABELS), (Yes.SETTLED, Topic.SETTLED)):
        wanting = [r for r in rows if kind in r.file.wants and r.fate is not Fate.TWIN]
        if wanting:
            yield _of_yes(topic, kind, wanting, decisions)
    if len(conflicts) > 1:
        yield _of_conflicts(conflicts, decisions)
    counted = [r for r in rows if r.fate in (Fate.TAKE, Fate.ASKS)]
    yield from _of_cells(Topic.HELD, _asked(counted, held=True), decisions)
    yield from _of_cells(Topic.QUESTIONS, _asked(counted, held=False), decisions)
    yield from _of_cells(Topic.MARGIN, _margin(counted), decisions)


def _of_yes(topic: Topic, kind: Yes, wanting: Sequence[FileOutlook], decisions: Decisions) -> Group:
    digests = [r.file.sha256 for r in wanting]
    own = dict.fromkeys((of_file(d) for d in digests), "")
    options = []
    for choice in (TAKE, LEAVE):
        made = {of_kind(kind): choice, **own}
        is_chosen = decisions.get(of_kind(kind)) == choice
        options.append(Option(f"{topic.value}.{choice}", made, is_chosen))
    waiting = sum(r.fate is Fate.ASKS for r in wanting)
    return Group(topic, "", tuple(r.file.name for r in wanting), waiting, tuple(options))


def _of_conflicts(conflicts: Sequence[Conflict], decisions: Decisions) -> Group:
    options = []
    for side in (Side.ASK, Side.BOTH):
        made = {c.subject: str(Chosen(side)) for c in conflicts}
        options.append(Option(f"conflicts.{side.value}", made, _agrees(made, decisions)))
    members = tuple(f"{c.evaluation.measure}　{c.label}" for c in conflicts)
    waiting = sum(c.choice is None for c in conflicts)
    return Group(Topic.CONFLICTS, "", members, waiting, tuple(options))


Marked = tuple[str, FileOutlook, Cell]  # what cells have in common, whose, and the cell


def _asked(rows: Sequence[FileOutlook], *, held: bool) -> list[Marked]:
    return [
        (r.file.report.department if held else cell.code, r, cell)
        for r in rows
        for cell in r.file.asked
        if (cell.code == "held_back") is held
    ]


def _margin(rows: Sequence[FileOutlook]) -> list[Marked]:
    """By their text where several say the same; the rest together."""
    every = [(cell.text.strip(), r, cell) for r in rows for cell in r.file.margin]
    alike = Counter(text for text, _, _ in every)
    return [(text if alike[text] > 1 else "", r, cell) for text, r, cell in every]


def _of_cells(topic: Topic, marked: Sequence[Marked], decisions: Decisions) -> Iterable[Group]:
    for about in dict.fromkeys(mark for mark, _, _ in marked):
        found = [(row, cell) for mark, row, cell in marked if mark == about]
        cells = [cell for _, cell in found]
        options = [_deal(topic, Deal.NOTE, cells, decisions)]
        if topic is not Topic.HELD and all(cell.at for cell in cells):
            options.append(_deal(topic, Deal.ASK, cells, decisions))
        if topic is Topic.MARGIN:
            options.append(_deal(topic, Deal.ASIDE, cells, decisions))
        members = tuple(f"{row.file.name}　{_where(cell)}{cell.text}" for row, cell in found)
        waiting = sum(cell.subject not in decisions for cell in cells)
        yield Group(topic, about, members, waiting, tuple(options))


def _where(cell: Cell) -> str:
    return f"{cell.sheet} {cell.cell}　" if cell.sheet else ""


def _deal(topic: Topic, deal: Deal, cells: Sequence[Cell], decisions: Decisions) -> Option:
    made = {cell.subject: str(of_cell_deal(cell, deal)) for cell in cells}
    return Option(f"{topic.value}.{deal.value}", made, _agrees(made, decisions))


def of_cell_deal(cell: Cell, deal: Deal) -> Dealt:
    """The deal for a cell, at its own item where it needs one."""
    if deal is Deal.ASK and cell.at is not None:
        return Dealt(deal, *cell.at)
    return Dealt(deal)


def _agrees(made: Mapping[str, str], decisions: Decisions) -> bool:
    return all(decisions.get(subject) == choice for subject, choice in made.items())
