"""What the form shows of a page: each item's standing, and the line on top."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from imari_desk.domain.era import fiscal_year_name
from imari_desk.domain.items import Item, ItemKind, Section
from imari_desk.domain.states import DepartmentState
from imari_desk.domain.words import sentence
from imari_desk.gui import look
from imari_desk.gui.form.standing import Standing

if TYPE_CHECKING:
    from imari_desk.desk.leaf import Leaf
    from imari_desk.domain.returning import Reopened

_OTHERS = (Section.MILESTONES, Section.INDICATORS)


def standings_of(
    leaf: Leaf, required: frozenset[str], keys: Collection[str], opened: Reopened | None = None
) -> Mapping[str, Standing]:
    """What is known about the answers of the page with these keys.

    ``opened`` is what a 差戻し leaves open; None for all of the page.
    """
    lock = sentence("form.locked") if leaf.locked else ""
    aside = {i.key for i in leaf.items if opened is not None and not opened.has(i.key)}
    return {
        item.key: Standing(
            stored=leaf.shown(item.key),
            last=_last_year(leaf, item),
            last_name=leaf.last_name,
            before=bool(leaf.before),
            required=item.key in required,
            findings=tuple(f for f in leaf.findings if f.key == item.key),
            comments=tuple(c for c in leaf.comments if c.item == item.key),
            candidates=leaf.conflicts.get(item.key, ()),
            lock=sentence("form.aside") if item.key in aside else lock,
            aside=item.key in aside,
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
    if leaf.reopened is not None or leaf.state is DepartmentState.RETURNED:
        return _returned(leaf), "warn"
    match leaf.state:
        case DepartmentState.CONFIRMED:
            return sentence("form.locked"), "ok"
        case DepartmentState.SUBMITTED:
            return sentence("form.submitted"), "info"
        case _:
            return _asked(leaf), "info"


def _returned(leaf: Leaf) -> str:
    count = sum(comment.open for comment in leaf.comments)
    return sentence("form.returned" if count else "form.returned_bare", count=count)


def _asked(leaf: Leaf) -> str:
    if leaf.measure.evaluated_in(leaf.fiscal_year):
        return ""
    last = leaf.fiscal_year == leaf.plan.last_year
    code = "form.not_asked_last" if last else "form.not_asked"
    return sentence(code, year=fiscal_year_name(leaf.fiscal_year))
