"""The desk's database: each public method is one transaction, with frozen values in and out.

What saving copies and checking take is imported when first asked for: most openings never do.

A Store holds the one writing connection for as long as it is open. Every fault of the machine
(locked, full, read-only, damaged, too new) is a MachineError; nothing is swallowed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from imari_desk.domain.book import Purpose
from imari_desk.domain.evaluation import Evaluation, EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.plan import Plan
from imari_desk.domain.records import (
    Assignment,
    Backup,
    DeskRecord,
    Finding,
    FindingState,
    HistoryEntry,
    ImportAct,
    ImportRecord,
    Origin,
    PlanVersion,
    Registers,
    Request,
    Sent,
    Step,
    Typed,
    TypedLately,
    Verification,
)
from imari_desk.domain.register import Register
from imari_desk.store import (
    answers,
    archive,
    exchange,
    history,
    imports,
    opening,
    plans,
    steps,
    writing,
)
from imari_desk.store.batches import Batches
from imari_desk.store.database import Database
from imari_desk.store.departments import Departments
from imari_desk.store.drafts import Drafts
from imari_desk.store.meetings import Meetings
from imari_desk.store.notes import Notes
from imari_desk.store.preparations import Preparations
from imari_desk.store.revisions import Revisions
from imari_desk.store.searching import Search


class Store:
    """An open database. Use it as a context manager, or call close()."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.notes, self.drafts, self.revisions = Notes(database), Drafts(database), Revisions()
        self.meetings, self.search = Meetings(database), Search(database)
        self.departments, self.preparations = Departments(database), Preparations(database)
        self._replicas = writing.Replicas()
        self.batches = Batches(database, self._writing, self._replicas)
        # What somebody is typing at this moment, and the evaluation looked at last. Both hold
        # until something else is written, which nobody but this store can do.
        self._entry: writing.Entry | None = None
        self._known: Evaluation | None = None
        self._plans = plans.Cache(alone=not database.read_only)

    @property
    def path(self) -> Path:
        return self._database.path

    @property
    def read_only(self) -> bool:
        return self._database.read_only

    # Opening and closing

    @classmethod
    def create(
        cls, path: Path, role: Owner, department: str, plan: Plan, *, now: str, program: str
    ) -> Self:
        """Make a new database at ``path`` (and its folder) and open it for writing.

        ``department`` is "" for the office; ``program`` the program's version. It stands under
        its final name only when it is whole. Raises MachineError("database_exists").
        """
        desk = DeskRecord(role, department, plan.id, plan.version, now, program)
        return cls(opening.create(path, desk, plan))

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> Self:
        """Open a database, bringing an older one up to date after a checked backup.

        Raises MachineError: database_missing; database_locked (facts user, host, pid, since:
        open it with ``read_only`` then); database_foreign; database_newer; database_older (an
        older one cannot be brought up to date read-only); database_damaged; database_unwritable.
        """
        return cls(opening.open_existing(path, read_only=read_only))

    def close(self) -> None:
        """Let go of the database and its lock; a second call does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # Desk and plan

    def desk(self) -> DeskRecord:
        """Whose database this is, and which plan version is current."""
        with self._reading() as connection:
            return plans.desk(connection)

    def plan(self) -> Plan:
        """The current version of the current plan; kept in memory once read."""
        with self._reading() as connection:
            return self._plans.current(connection)

    def plan_for(self, fiscal_year: int) -> Plan:
        """The plan a year is judged by: the version fixed for it, else the newest one covering it.

        The current plan goes before others. Raises CallError("year_without_plan").
        """
        known = self._plans.known_for(fiscal_year)
        if known is not None:
            return known
        with self._reading() as connection:
            return self._plans.covering(connection, fiscal_year)

    def plan_version(self, plan: str, version: int) -> Plan:
        """One stored version. Raises CallError("plan_version_unknown")."""
        with self._reading() as connection:
            return self._plans.version(connection, plan, version)

    def plan_versions(self) -> tuple[PlanVersion, ...]:
        """Every stored version of every plan, oldest first."""
        with self._reading() as connection:
            return plans.versions(connection)

    def add_plan(self, plan: Plan, *, now: str, current: bool = True) -> None:
        """Store a version and make it the current one unless told otherwise.

        Storing the same version again does nothing new. Raises CallError("plan_version_exists")
        where that version is known with other content.
        """
        self._plans.forget()
        with self._writing(()) as connection:
            plans.add(connection, plan, now=now, current=current)

    def fix_plan(self, fiscal_year: int) -> Plan:
        """Fix the version the year is judged by from now on (at 確定); the first fixing counts."""
        with self._writing(()) as connection:
            plan = self._plans.covering(connection, fiscal_year)
            plans.fix(connection, plan, fiscal_year)
            self._plans.forget()
            return plan

    def fixed_plans(self, plan: str) -> Mapping[int, int]:
        """Fiscal year → plan version, for the years that are fixed."""
        with self._reading() as connection:
            return plans.fixed(connection, plan)

    # Answers and their history

    def evaluations(
        self,
        plan: str,
        fiscal_year: int | None = None,
        measures: Collection[str] | None = None,
        keys: Collection[str] | None = None,
    ) -> tuple[Evaluation, ...]:
        """Everything written for those evaluations, sorted by year and measure code.

        An evaluation nobody has written in is left out. ``keys`` limits the registers read.
        """
        with self._reading() as connection:
            return answers.load(connection, plan, fiscal_year, measures, keys)

    def evaluation(self, evaluation: EvaluationId) -> Evaluation:
        """One evaluation; without registers where nobody has written in it."""
        if self._known is not None and self._known.id == evaluation:
            return self._known
        with self._reading() as connection:
            found = answers.load_one(connection, evaluation)
        self._known = None if self.read_only else found
        return found

    def write(self, typed: Sequence[Typed], origin: Origin) -> Registers:
        """Write each answer on top of all that stands there; answers and history together.

        The dots are this opening's own, so two copies of one database never share one. What is
        typed on letter by letter, with nothing else in between, is one entry of the history.
        Gives the new register of each answer.
        """
        entry, known = self._entry, self._known
        with self._writing(t.evaluation for t in typed) as connection:
            found, entry = writing.write(connection, typed, origin, self._replicas, entry)
        self._entry, self._known = entry, writing.with_written(known, found)
        return found

    def history(self, evaluation: EvaluationId, *keys: str) -> tuple[HistoryEntry, ...]:
        """Every value ever taken in or typed there, or for those keys, in the order noted."""
        with self._reading() as connection:
            return history.of(connection, evaluation, keys)

    def typed_lately(self, most: int) -> tuple[TypedLately, ...]:
        """What was typed here lately, the newest first."""
        with self._reading() as connection:
            return history.typed_lately(connection, most)

    def values_by_import(self) -> Mapping[int, int]:
        """Import id → how many values it brought, of the imports whose values are not long ago."""
        with self._reading() as connection:
            return history.by_import(connection)

    def to_undo(self, older_than: int | None = None) -> Step | None:
        """The newest step that can be taken back; ``older_than`` is the id of one to pass over.

        Passed over are steps of which the answer does not stand any more as this desk left it,
        and those that would change nothing one can see.
        """
        with self._reading() as connection:
            return steps.to_undo(connection, older_than)

    def to_redo(self, newer_than: int | None = None) -> Step | None:
        """The step taken back last that can be made again; passing over as to_undo does."""
        with self._reading() as connection:
            return steps.to_redo(connection, newer_than)

    def take_step(self, step: Step, origin: Origin, along: Sequence[Typed] = ()) -> Register:
        """Take a step back, or make it again, as a new write on top; gives what stands then.

        ``along`` is written in the same transaction. Steps passed over are forgotten.
        """
        with self._writing((step.evaluation, *(t.evaluation for t in along))) as connection:
            new = writing.take_step(connection, step, origin, self._replicas)
            writing.write(connection, along, origin, self._replicas, None)
            return new

    # Workbooks that came in

    def apply_import(self, act: ImportAct) -> ImportRecord:
        """Store everything one workbook changes, and its bytes, whole or not at all.

        Gives the record with its id.
        """
        self._plans.forget()
        with self._writing(intake.after.id for intake in act.intakes) as connection:
            archive.keep(self.path, act.record.sha256, act.content)
            return imports.apply(connection, act).record

    def imports(self, fiscal_year: int | None = None) -> tuple[ImportRecord, ...]:
        """What was taken in, oldest first."""
        with self._reading() as connection:
            return imports.listed(connection, fiscal_year)

    def import_by_digest(self, sha256: str) -> ImportRecord | None:
        """The newest taking-in of exactly this file that was not refused, or None."""
        with self._reading() as connection:
            return imports.by_digest(connection, sha256)

    def findings(
        self, import_id: int | None = None, state: FindingState | None = None
    ) -> tuple[Finding, ...]:
        """欄外の書き込み, questions and problems, in the order they were found."""
        with self._reading() as connection:
            return imports.findings(connection, import_id, state)

    def settle_finding(self, finding_id: int, state: FindingState) -> None:
        """Note what a person made of a finding."""
        with self._writing(()) as connection:
            imports.settle(connection, finding_id, state)

    def archived(self, sha256: str) -> bytes | None:
        """A workbook as it came in, byte for byte; None where none was kept."""
        return archive.fetch(self.path, sha256)

    # Who answers, what was asked and sent

    def assignments(self, fiscal_year: int, plan: str | None = None) -> tuple[Assignment, ...]:
        """Who answers in that year: for each measure the newest assignment up to it.

        Of the current plan where ``plan`` is not given; sorted by measure code.
        """
        with self._reading() as connection:
            wanted = plan or plans.desk(connection).plan
            return exchange.assignments(connection, wanted, fiscal_year)

    def set_assignments(self, assignments: Sequence[Assignment]) -> None:
        """Store those; the same plan, year and measure is replaced, others stay."""
        with self._writing(()) as connection:
            exchange.set_assignments(connection, assignments)

    def requests(self, fiscal_year: int) -> tuple[Request, ...]:
        """What was asked for that year, oldest first."""
        with self._reading() as connection:
            return exchange.requests(connection, fiscal_year)

    def next_number(self, purpose: Purpose, fiscal_year: int) -> str:
        """A ブック番号 nobody else has: ``2025-R-0003-k7f3``. A number once given is not reused."""
        with self._writing(()) as connection:
            return exchange.next_number(connection, purpose, fiscal_year)

    def record_sent(self, sent: Sequence[Sent], requests: Sequence[Request] = ()) -> None:
        """Store the workbooks that stand under their final names, and what they ask for."""
        with self._writing(()) as connection:
            exchange.record_sent(connection, sent, requests)

    def sent(self, fiscal_year: int | None = None) -> tuple[Sent, ...]:
        """What was written, oldest first."""
        with self._reading() as connection:
            return exchange.sent(connection, fiscal_year)

    # Keeping it safe

    def verify(self) -> Verification:
        """Look at every record: its own hash, its references, its file, the engine's check.

        What is reckoned from other records is reckoned anew where it differs from them.
        """
        from imari_desk.store import searching, verifying

        with self._reading() as connection:
            found = verifying.verify(connection, self.path)
        if not self.read_only and any(p.code == verifying.STALE for p in found.problems):
            with self._writing(()) as connection:
                searching.rebuild(connection)
        return found

    def backup(self, target: Path) -> None:
        """Write everything, the archived workbooks too, as one file that was opened and checked.

        Raises MachineError; what stood under that name before stays until the new one is whole.
        """
        from imari_desk.store import backups

        backups.write_full(self._database, target)

    def safeguard(self, reason: str, *, now: str) -> Path | None:
        """Make an automatic backup, opened and checked, and let the oldest beyond the limit go.

        ``reason`` is one word of ASCII letters. None where there is no need: nothing was written
        since the last one in this opening, or ``reason`` is "daily" and one of that day is there.
        """
        from imari_desk.store import backups

        return backups.safeguard(self._database, reason, now)

    @classmethod
    def backups(cls, path: Path) -> tuple[Backup, ...]:
        """The automatic backups of the database at ``path``, newest first."""
        from imari_desk.store import backups

        return backups.listed(path)

    @classmethod
    def restore(cls, path: Path, backup: Path) -> Path | None:
        """Put a backup (of either kind) in the place of a database nobody has open.

        The backup is checked first; what stood at ``path`` is kept beside it and its copy's
        path returned (None where nothing stood there). Raises MachineError.
        """
        from imari_desk.store import backups

        return backups.restore(path, backup)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.transaction() as connection:
            yield connection

    @contextmanager
    def _writing(self, about: Iterable[EvaluationId] | None = None) -> Iterator[Connection]:
        self._entry = self._known = None
        self.revisions.touch(about)
        with self._database.transaction(writing=True) as connection:
            yield connection
