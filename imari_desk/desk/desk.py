"""Desk: everything a user can do, each verb once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from imari_desk import __version__
from imari_desk.desk.session import Progress, Session, open_or_look, open_session, silent
from imari_desk.domain.evaluation import EvaluationId
from imari_desk.domain.items import Owner
from imari_desk.domain.practice import is_practice
from imari_desk.places import DATABASE

if TYPE_CHECKING:
    from imari_desk.desk.answering import Entered
    from imari_desk.desk.flow import FlowEntry
    from imari_desk.desk.leaf import Leaf, MeasureLine
    from imari_desk.desk.office.office import Office
    from imari_desk.desk.reports import (
        DepartmentStatus,
        EvaluationView,
        FileReport,
        Health,
        KeptPlan,
        MeasureFindings,
        SentBook,
    )
    from imari_desk.desk.undo import Undone
    from imari_desk.domain.errors import MachineError
    from imari_desk.domain.plan import Plan, Term
    from imari_desk.domain.records import Assignment, HistoryEntry
    from imari_desk.domain.sheet_preview import SheetPreview


def machine_clock() -> datetime:
    """Local time as the machine has it."""
    return datetime.now()


def machine_person() -> str:
    """Who sits at the machine, as it knows them; "" where it does not."""
    import getpass

    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


class Desk:
    """An open database and its verbs. Use as a context manager, or call close().

    What a verb needs beyond the database (openpyxl, Typst, Alembic) is imported when it is first
    used, so that starting costs nothing of it.
    """

    def __init__(self, session: Session | Callable[[], Session]) -> None:
        self._opened = session  # or how it is opened when it is first needed

    @classmethod
    def create(
        cls,
        folder: Path,
        role: Owner,
        department: str = "",
        *,
        plan: Plan | None = None,
        clock: Callable[[], datetime] = machine_clock,
        person: str = "",
    ) -> Self:
        """Make the database in a data folder, with the packaged plan unless another is given.

        Raises MachineError("database_exists") where there is one already.
        """
        from imari_desk.desk.packaged import packaged_plan
        from imari_desk.store.store import Store

        now = clock().isoformat(timespec="seconds")
        path = folder / DATABASE
        chosen = plan or packaged_plan()
        store = Store.create(path, role, department, chosen, now=now, program=__version__)
        return cls(Session(store, store.desk(), clock, person))

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        read_only: bool = False,
        clock: Callable[[], datetime] = machine_clock,
        person: str = "",
    ) -> Self:
        """Open the database of a data folder. Raises MachineError as Store.open does."""
        return cls(open_session(folder / DATABASE, clock, person, read_only=read_only))

    @classmethod
    def at(cls, folder: Path, *, clock: Callable[[], datetime] = machine_clock) -> Self:
        """The desk of a data folder, for who sits there, opened by the first verb on its thread.

        One that another program holds is opened to be read: see ``held``. Every verb raises
        MachineError as Store.open does as long as it cannot be opened, and tries again.
        """
        return cls(lambda: open_or_look(folder / DATABASE, clock, machine_person()))

    @property
    def _session(self) -> Session:
        if not isinstance(self._opened, Session):
            self._opened = self._opened()
        return self._opened

    @property
    def session(self) -> Session | None:
        """What the verbs work with; None before the first one of a desk ``at`` a folder."""
        return self._opened if isinstance(self._opened, Session) else None

    def close(self) -> None:
        if self.session is not None:
            self.session.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def role(self) -> Owner:
        return self._session.desk.role

    @property
    def department(self) -> str:
        """The 課 whose database this is, "" for the office."""
        return self._session.desk.department

    @property
    def is_practice(self) -> bool:
        """Whether these are sample data to practise with."""
        return is_practice(self.department)

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self._session.store.read_only

    @property
    def held(self) -> MachineError | None:
        """Who holds the database, where it was opened ``at`` a folder to be read only."""
        return self._session.held

    # The plan and who answers

    def current_year(self) -> int:
        """The fiscal year being worked on: the last one asked about, else the plan's last."""
        from imari_desk.desk import overview

        return overview.current_year(self._session)

    def plan(self) -> Plan:
        """The current plan."""
        return self._session.store.plan()

    def export_plan(self, path: Path) -> Plan:
        """Write the current plan as a workbook; gives the plan."""
        from imari_desk.desk import planning

        return planning.export_plan(self._session, path)

    def import_plan(self, path: Path) -> KeptPlan:
        """Read a corrected or another plan as a new version; gives it as it is kept."""
        from imari_desk.desk import planning

        return planning.import_plan(self._session, path)

    def assign(self, path: Path) -> tuple[Assignment, ...]:
        """Take in the list of who answers for which measure."""
        from imari_desk.desk import planning

        return planning.assign(self._session, path)

    # Answers

    def enter(self, measure: str, fiscal_year: int, typed: Mapping[str, str]) -> Entered:
        """Write answers, keyed by item key; what is not certain is kept as typed and asked."""
        from imari_desk.desk import answering

        return answering.enter(self._session, measure, fiscal_year, typed)

    def show(self, measure: str, fiscal_year: int) -> EvaluationView:
        """One evaluation as it stands."""
        from imari_desk.desk import answering

        return answering.view(self._session, measure, fiscal_year)

    def check(self, fiscal_year: int) -> tuple[MeasureFindings, ...]:
        """What is missing or odd, in words."""
        from imari_desk.desk import answering

        return answering.findings(self._session, fiscal_year)

    # The clerk's pages

    def leaf(self, measure: str, fiscal_year: int) -> Leaf:
        """The page of one evaluation, with everything its form shows."""
        from imari_desk.desk import leaf as pages

        return pages.leaf(self._session, measure, fiscal_year)

    def lines(self, fiscal_year: int) -> tuple[MeasureLine, ...]:
        """The list of measures this desk is about, in the plan's order."""
        from imari_desk.desk import leaf as pages

        return pages.lines(self._session, fiscal_year)

    def type(self, measure: str, fiscal_year: int, typed: Mapping[str, str]) -> Leaf:
        """Write answers and give the page as it stands then: what autosave does."""
        from imari_desk.desk import answering
        from imari_desk.desk import leaf as pages

        answering.enter(self._session, measure, fiscal_year, typed)
        return pages.leaf(self._session, measure, fiscal_year)

    def undo(self) -> Undone | None:
        """Take back the newest change typed on this desk; None where there is none left."""
        from imari_desk.desk import undo as undoing

        return undoing.undo(self._session)

    def redo(self) -> Undone | None:
        """Make the change taken back last again; None where there is none."""
        from imari_desk.desk import undo as undoing

        return undoing.redo(self._session)

    def choose(self, measure: str, fiscal_year: int, key: str, value: str) -> Leaf:
        """Let exactly that one of several answers stand (``Candidate.value``)."""
        from imari_desk.desk import undo as undoing

        return undoing.choose(self._session, measure, fiscal_year, key, value)

    def restore_value(self, measure: str, fiscal_year: int, key: str, value: str) -> Leaf:
        """Write a value of the item's history again, exactly (``HistoryEntry.written.value``)."""
        from imari_desk.desk import undo as undoing

        return undoing.restore_value(self._session, measure, fiscal_year, key, value)

    def history(self, measure: str, fiscal_year: int, key: str) -> tuple[HistoryEntry, ...]:
        """Every value given to an item, in the order it was noted; half words are left out."""
        plan = self._session.plan(fiscal_year)
        return self._session.store.history(EvaluationId(plan.id, measure, fiscal_year), key)

    def preview(self, measure: str, fiscal_year: int, typed: Mapping[str, str]) -> SheetPreview:
        """The printed pages of one evaluation, with what was typed and is not saved yet."""
        from imari_desk.desk import previewing

        return previewing.preview(self._session, measure, fiscal_year, typed)

    def flow(self, limit: int = 50) -> tuple[FlowEntry, ...]:
        """What happened lately, the newest first: typed, taken in, written out."""
        from imari_desk.desk.flow import flow

        return flow(self._session, limit)

    def glossary(self) -> Mapping[str, Term]:
        """The current plan's terms by word; domain.glossary.terms_in finds them in a text."""
        return {term.word: term for term in self.plan().glossary}

    # Workbooks

    def request(
        self,
        fiscal_year: int,
        due: str,
        folder: Path,
        message: str = "",
        progress: Progress = silent,
    ) -> tuple[SentBook, ...]:
        """Write one 依頼 workbook a 課 into a folder. ``due`` is ISO text or ""."""
        from imari_desk.desk import sending

        return sending.request(self._session, fiscal_year, due, folder, message, progress)

    def import_files(
        self,
        paths: Sequence[Path],
        *,
        dry_run: bool = False,
        accept: bool = False,
        progress: Progress = silent,
    ) -> tuple[FileReport, ...]:
        """Take in workbooks, any direction, any order, any number of times."""
        from imari_desk.desk import taking

        return taking.import_files(
            self._session, paths, dry_run=dry_run, accept=accept, progress=progress
        )

    def submit(self, fiscal_year: int, path: Path, reason: str = "") -> SentBook:
        """Write the 課's 提出 workbook. ``reason`` for what is still missing goes along."""
        from imari_desk.desk import sending

        return sending.submit(self._session, fiscal_year, path, reason)

    def hand_over(self, fiscal_year: int, path: Path) -> SentBook:
        """Write the 引継ぎ workbook for a colleague."""
        from imari_desk.desk import sending

        return sending.hand_over(self._session, fiscal_year, path)

    def give_back(
        self,
        fiscal_year: int,
        department: str,
        path: Path,
        measures: Sequence[str] = (),
        message: str = "",
    ) -> SentBook:
        """Write the 差戻し workbook of a 課: the measures named, commented on, or all handed in."""
        from imari_desk.desk import sending

        return sending.give_back(self._session, fiscal_year, department, path, measures, message)

    def confirm(
        self,
        fiscal_year: int,
        folder: Path,
        departments: Sequence[str] = (),
        progress: Progress = silent,
    ) -> tuple[SentBook, ...]:
        """確定 of everything handed in; one workbook a 課 into a folder."""
        from imari_desk.desk import sending

        return sending.confirm(self._session, fiscal_year, departments, folder, progress)

    # The whole

    def status(self, fiscal_year: int) -> tuple[DepartmentStatus, ...]:
        """Who has sent what."""
        from imari_desk.desk import overview

        return overview.status(self._session, fiscal_year)

    def consolidate(self, fiscal_year: int, path: Path) -> None:
        """Write the consolidated workbook."""
        from imari_desk.desk import publishing

        publishing.consolidate(self._session, fiscal_year, path)

    def print(
        self,
        fiscal_year: int,
        path: Path,
        measures: Sequence[str] = (),
        progress: Progress = silent,
    ) -> int:
        """Write the evaluation sheets as one PDF; gives the number of sheets."""
        from imari_desk.desk import publishing

        return publishing.print_sheets(self._session, fiscal_year, path, measures, progress)

    def publish(self, fiscal_year: int, folder: Path) -> tuple[Path, ...]:
        """Write the public version, CSV and PDF; gives the files."""
        from imari_desk.desk import publishing

        return publishing.publish(self._session, fiscal_year, folder)

    @property
    def office(self) -> Office:
        """The verbs nobody but the office has. Raises CallError at a 課's database."""
        from imari_desk.desk.office.office import Office

        return Office(self._session)

    # Keeping

    def verify(self) -> Health:
        """Look at every record of the database."""
        from imari_desk.desk import keeping

        return keeping.verify(self._session)

    def backup(self, path: Path) -> None:
        """Write everything as one checked file."""
        self._session.store.backup(path)

    @classmethod
    def restore(cls, folder: Path, backup: Path) -> Path | None:
        """Put a backup in the place of the folder's database; gives where the old one is kept."""
        from imari_desk.store.store import Store

        return Store.restore(folder / DATABASE, backup)
