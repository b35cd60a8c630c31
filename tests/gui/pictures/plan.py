"""計画, part by part."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from imari_desk.domain.plan_draft import put
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.office.plan.contents import SCALE, TERMS, VERSIONS, WHOLE
from imari_desk.gui.office.plan.page import PlanPage
from tests.gui.pictures.office import half_way
from tests.gui.pictures.stage import Page, Stage

_SEMINAR = ("measures", 3)


def opened(stage: Stage) -> tuple[MainWindow, PlanPage]:
    """The page over a draft with changes and with faults."""
    window, shown = half_way(stage, "plan")
    assert isinstance(shown, PlanPage)
    draft = shown.drafting.draft
    draft = put(draft, ("measures", 6, "name"), "行政手続きのオンライン化と窓口")
    draft = put(draft, (*_SEMINAR, "indicators", 0, "target"), "たくさん")
    draft = put(draft, (*_SEMINAR, "phases", "run"), ["2023-04/2024-09", "2025-04/2026-03"])
    shown.drafting.edit(put(draft, ("scale", "grades", 1, "at_least"), "100"), _SEMINAR)
    shown.drafting.keep()
    stage.rest()
    return window, shown


def part(kind: str, stage: Stage) -> QWidget:
    """A part of the plan that is no measure."""
    window, shown = opened(stage)
    shown.contents.choose((kind, -1))
    return window


def bars(stage: Stage) -> QWidget:
    """The bars of a measure, the keyboard on one of them."""
    window, shown = opened(stage)
    shown.go_to((*_SEMINAR, "phases", "run"))
    return window


def indicator(stage: Stage) -> QWidget:
    """A fault at its field."""
    window, shown = opened(stage)
    shown.go_to((*_SEMINAR, "indicators", 0, "target"))
    return window


def saving(stage: Stage) -> QWidget:
    """What a version would change."""
    window, shown = opened(stage)
    shown.save.click()
    return window


PAGES: dict[str, Page] = {
    "plan-bars": bars,
    "plan-indicator": indicator,
    "plan-whole": partial(part, WHOLE),
    "plan-scale": partial(part, SCALE),
    "plan-terms": partial(part, TERMS),
    "plan-versions": partial(part, VERSIONS),
    "plan-saving": saving,
}
