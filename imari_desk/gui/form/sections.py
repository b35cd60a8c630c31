"""The parts of the form in reading order, and what is left to do in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

from imari_desk.domain.finding import Severity
from imari_desk.domain.items import Item, Section

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf
    from imari_desk.gui.form.section_box import SectionBox


_HOME = "imari_desk.gui.form"


@dataclass(frozen=True, slots=True)
class FormSection:
    """One numbered part of the form. ``id`` is the value of the domain section it begins with.

    ``kind``: the class in the module of that id.
    """

    id: str
    parts: tuple[Section, ...]
    kind: str

    def make(self) -> SectionBox:
        """Import and make it: only when it is first needed."""
        return cast("SectionBox", getattr(import_module(f"{_HOME}.{self.id}"), self.kind)())


SECTIONS = (
    FormSection("milestones", (Section.MILESTONES, Section.PHASES), "MilestonesSection"),
    FormSection("indicators", (Section.INDICATORS,), "IndicatorsSection"),
    FormSection("grade", (Section.GRADE,), "GradeSection"),
    FormSection("texts", (Section.TEXTS,), "TextsSection"),
    FormSection("direction", (Section.DIRECTION,), "DirectionSection"),
    FormSection("wrap_up", (Section.WRAP_UP,), "WrapUpSection"),
    FormSection("means", (Section.MEANS,), "MeansSection"),
    FormSection("signature", (Section.SIGNATURE,), "SignatureSection"),
)
_OF = {part: section for section in SECTIONS for part in section.parts}


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left to do in a section: answers missing, odd ones, double ones, open remarks."""

    missing: int = 0
    odd: int = 0
    conflicts: int = 0
    comments: int = 0
    answered: int = 0

    @property
    def done(self) -> bool:
        return not (self.missing or self.odd or self.conflicts or self.comments)


def section_of(item: Item) -> FormSection:
    """The part of the form an item stands in."""
    return _OF[item.section]


def sections_of(leaf: Leaf) -> tuple[FormSection, ...]:
    """The parts a page has: 総括 in the plan's last year only."""
    here = {section_of(item) for item in leaf.items}
    return tuple(section for section in SECTIONS if section in here)


def remaining(leaf: Leaf) -> dict[str, Remaining]:
    """What is left to do, by section id."""
    return {section.id: _remaining(leaf, section) for section in sections_of(leaf)}


def _remaining(leaf: Leaf, section: FormSection) -> Remaining:
    keys = {item.key for item in leaf.items if section_of(item) == section}
    conflicts = keys & set(leaf.conflicts)
    found = [f for f in leaf.findings if f.key in keys and f.key not in conflicts]
    return Remaining(
        missing=_count(f.key for f in found if f.severity is Severity.MISSING),
        odd=_count(
            f.key for f in found if f.severity in (Severity.CONTRADICTION, Severity.CAUTION)
        ),
        conflicts=len(conflicts),
        comments=sum(c.open and c.item in keys for c in leaf.comments),
        answered=sum(any(leaf.evaluation.values(key)) for key in keys),
    )


def _count(keys: Iterable[str]) -> int:
    return len(set(keys))
