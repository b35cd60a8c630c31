"""What the form shows of a page: each item's standing, and the line on top."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from imari_desk.domain.era import fiscal_year_name, short_year
from imari_desk.domain.items import Item, ItemKind, Section
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.standing import Standing

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf

_OTHERS = (Section.MILESTONES, Section.INDICATORS)


def standings_of(
    leaf: Leaf, required: frozenset[str], keys: Collection[str]
) -> Mapping[str, Standing]:
    """What is known about the answers of the page with these keys."""
    lock = sentence("form.locked") if leaf.locked else ""
    last_name = short_year(leaf.fiscal_year - 1)
    return {
        item.key: Standing(
            stored=leaf.shown(item.key),
            last=_last_year(leaf, item),
            last_name=last_name,
            required=item.key in required,
            findings=tuple(f for f in leaf.findings if f.key == item.key),
            comments=tuple(c for c in leaf.comments if c.item == item.key),
            candidates=leaf.conflicts.get(item.key, ()),
            lock=lock,
        )
        for item in leaf.items
        if item.key in keys
    }


def _last_year(leaf: Leaf, item: Item) -> str:
    """Last year's answer where it was one to the same question.

    Milestones are others each year, days pass; what an indicator reached is said by its card.
    """
    if item.kind in (ItemKind.DATE, ItemKind.FLAG) or item.section in _OTHERS:
        return ""
    return leaf.last_year(item.key)


def banner(leaf: Leaf) -> tuple[str, look.Tone]:
    """The line on top of the page: why it cannot be changed, or what changing it means."""
    match leaf.state:
        case DepartmentState.CONFIRMED:
            return sentence("form.locked"), "ok"
        case DepartmentState.SUBMITTED:
            return sentence("form.submitted"), "info"
        case DepartmentState.RETURNED:
            count = sum(comment.open for comment in leaf.comments)
            if count:
                return sentence("form.returned", count=count), "warn"
            return sentence("form.returned_bare"), "warn"
        case _:
            return _asked(leaf), "info"


def _asked(leaf: Leaf) -> str:
    if leaf.measure.evaluated_in(leaf.fiscal_year):
        return ""
    last = leaf.fiscal_year == leaf.plan.last_year
    code = "form.not_asked_last" if last else "form.not_asked"
    return sentence(code, year=fiscal_year_name(leaf.fiscal_year))
