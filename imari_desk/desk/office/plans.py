"""The plans of this database and their versions: editing one, going on to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from imari_desk.desk.files import read_file, write_file
from imari_desk.desk.session import Session
from imari_desk.domain.errors import CallError
from imari_desk.domain.plan import Plan
from imari_desk.domain.plan_changes import Change, changes
from imari_desk.domain.plan_draft import Draft, next_plan
from imari_desk.domain.plan_places import Fault, fault_of
from imari_desk.domain.plan_text import plan_to_dict, read_draft
from imari_desk.store.drafts import KeptDraft


class Version(NamedTuple):
    """A stored version. ``judges``: the years judged by it, ``fixed`` those of them that stay.

    ``person`` is "" where nobody noted who stored it.
    """

    plan: str
    version: int
    title: str
    reason: str
    person: str
    added_at: str
    years: range
    measures: int
    judges: tuple[int, ...]
    fixed: tuple[int, ...]
    current: bool


class Begun(NamedTuple):
    """A draft that waits to be gone on with; ``version`` 0 is a plan that has none yet."""

    plan: str
    title: str
    version: int
    person: str
    changed_at: str


class Opened(NamedTuple):
    """A plan to be edited.

    ``base`` is its newest version, {} for a plan that has none. ``kept``: when the draft was kept
    last, "" where it is the version as it stands; ``behind``: a version came since it was begun.
    ``answered``: measure code → the years somebody has answered for it. ``person``: who sits here.
    """

    plan: str
    version: int
    draft: Draft
    base: Draft
    kept: str
    behind: bool
    answered: Mapping[str, tuple[int, ...]]
    person: str


class Looked(NamedTuple):
    """What is wrong with a draft, and what it changes."""

    faults: tuple[Fault, ...]
    changes: tuple[Change, ...]


class Plans:
    """The verbs of that page, at the office's open database."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._store = session.store

    # What there is

    def versions(self) -> tuple[Version, ...]:
        """Every version of every plan, the newest plan and its newest version first."""
        authors = self._store.drafts.authors()
        judging = self._judging()
        found = []
        for kept in reversed(self._store.plan_versions()):
            plan = self._store.plan_version(kept.plan, kept.version)
            fixed = self._store.fixed_plans(plan.id)
            judges = tuple(y for y, key in judging.items() if key == (plan.id, plan.version))
            found.append(
                Version(
                    *(plan.id, plan.version, plan.title, kept.note),
                    authors.get((plan.id, plan.version), ""),
                    kept.added_at,
                    plan.years,
                    len(plan.measures),
                    judges,
                    tuple(y for y in judges if y in fixed),
                    kept.current,
                )
            )
        return tuple(found)

    def begun(self) -> tuple[Begun, ...]:
        """The drafts that wait."""
        return tuple(
            Begun(one.plan, str(one.draft.get("title", "")), *one[1:4])
            for one in self._store.drafts.kept()
        )

    def compare(self, before: tuple[str, int], after: tuple[str, int]) -> tuple[Change, ...]:
        """What one version has otherwise than another, each named by plan and number."""
        one, other = (plan_to_dict(self._store.plan_version(*key)) for key in (before, after))
        return changes(one, other)

    # Editing

    def open(self, plan: str = "") -> Opened:
        """The draft of a plan, else its newest version as one; the current plan's for "".

        Raises CallError("plan_version_unknown").
        """
        plan = plan or self._store.desk().plan
        version = self._newest(plan)
        kept = next((one for one in self._store.drafts.kept() if one.plan == plan), None)
        if kept is None and not version:
            raise CallError("plan_version_unknown", plan=plan, version=1)
        base = plan_to_dict(self._store.plan_version(plan, version)) if version else {}
        return Opened(
            plan,
            version,
            kept.draft if kept else base,
            base,
            kept.changed_at if kept else "",
            kept is not None and kept.version < version,
            self._store.drafts.answered(plan),
            self._session.person,
        )

    def look(self, plan: str, draft: Draft, *, keep: bool = False) -> Looked:
        """What is wrong with a draft and what it changes; ``keep`` stores it as it stands.

        One that changes nothing is let go.
        """
        version = self._newest(plan)
        base = plan_to_dict(self._store.plan_version(plan, version)) if version else {}
        if not keep:
            return _looked(draft, base)
        if draft == base:
            self.discard(plan)
        else:
            session = self._session
            kept = KeptDraft(plan, version, session.person, session.now, draft)
            self._store.drafts.keep(kept)
        return _looked(draft, base)

    def discard(self, plan: str) -> None:
        """Let the draft of a plan go."""
        if any(one.plan == plan for one in self._store.drafts.kept()):
            self._store.drafts.drop(plan)

    def save(self, draft: Draft, reason: str) -> Plan:
        """Store a draft as the next version of its plan; fixed years keep the one they have.

        Raises CallError: office.plan.needs_reason; office.plan.faulty; office.plan.unchanged.
        """
        if not reason.strip():
            raise CallError("office.plan.needs_reason")
        read = read_draft(draft)
        if read.plan is None:
            raise CallError("office.plan.faulty", count=len(read.faults))
        before = self._newest(read.plan.id)
        plan = replace(read.plan, version=before + 1, version_note=reason.strip())
        if before:
            old = self._store.plan_version(plan.id, before)
            if replace(plan, version=before, version_note=old.version_note) == old:
                raise CallError("office.plan.unchanged")
        session = self._session
        self._store.safeguard("plan", now=session.now)
        current = self._store.desk().plan == plan.id
        self._store.add_plan(plan, now=session.now, current=current)
        self._store.drafts.sign(plan.id, plan.version, session.person)
        self.discard(plan.id)
        return plan

    def start_next(self, plan: str) -> Opened:
        """Begin the plan after this one as a draft, from the newest version; or go on with it."""
        before = self._store.plan_version(plan, self._newest(plan))
        known = {one.plan: one.years for one in self.versions()}
        for there, years in known.items():
            if years.start == before.last_year + 1:
                return self.open(there)
        draft = next_plan(plan_to_dict(before), known)
        new = str(draft["id"])
        if all(one.plan != new for one in self._store.drafts.kept()):
            self.look(new, draft, keep=True)
        return self.open(new)

    def make_current(self, plan: str) -> None:
        """Let new work be judged by the newest version of this plan, in the years it covers."""
        newest = self._store.plan_version(plan, self._newest(plan))
        self._store.add_plan(newest, now=self._session.now)

    # Workbooks

    def export(self, plan: str, version: int, path: Path) -> None:
        """Write a version as a workbook to be corrected in a spreadsheet program."""
        from imari_desk.workbook.plan_book import write_plan_book

        write_file(path, write_plan_book(self._store.plan_version(plan, version)))

    def take_in(self, path: Path) -> Opened:
        """Let a workbook or a plan file be the draft of its plan; nothing is saved as a version.

        Raises PlanError and WorkbookError naming the place.
        """
        from imari_desk.desk.planning import read_plan

        plan = read_plan(read_file(path), path)
        opened = plan_to_dict(replace(plan, version=max(1, self._newest(plan.id))))
        base = self._newest(plan.id)
        if base:
            opened["version_note"] = self._store.plan_version(plan.id, base).version_note
        draft = {key: value for key, value in opened.items() if value}
        self.look(plan.id, draft, keep=True)
        return self.open(plan.id)

    # Inside

    def _newest(self, plan: str) -> int:
        """The number of a plan's newest version; 0 where it has none."""
        return max((v.version for v in self._store.plan_versions() if v.plan == plan), default=0)

    def _judging(self) -> dict[int, tuple[str, int]]:
        """Fiscal year → plan and version it is judged by."""
        keys = ((v.plan, v.version) for v in self._store.plan_versions())
        years = {year for key in keys for year in self._store.plan_version(*key).years}
        found = ((year, self._store.plan_for(year)) for year in sorted(years))
        return {year: (plan.id, plan.version) for year, plan in found}


def _looked(draft: Draft, base: Draft) -> Looked:
    faults = tuple(fault_of(error, draft) for error in read_draft(draft).faults)
    return Looked(faults, changes(base, draft) if base else ())
