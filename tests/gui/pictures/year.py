"""年度の準備, step by step."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from imari_desk.desk.office.year_view import Step
from imari_desk.gui.main_window import MainWindow
from imari_desk.gui.office.year.page import YearPage
from tests.gui.pictures.office import half_way
from tests.gui.pictures.stage import Page, Stage


def opened(stage: Stage, step: Step) -> tuple[MainWindow, YearPage]:
    """The page at one of its steps."""
    window, shown = half_way(stage, "year")
    assert isinstance(shown, YearPage)
    stage.rest()
    shown.steps.open(step)
    return window, shown


def of_step(step: Step, stage: Stage) -> QWidget:
    """A step as it is when one comes to it."""
    window, _ = opened(stage, step)
    return window


def reorganising(stage: Stage) -> QWidget:
    """A 課 goes on under another name."""
    window, shown = opened(stage, Step.DEPARTMENTS)
    box = shown.departments.box
    shown.departments.reorganise_button.click()
    box.old.setCurrentIndex(1)
    box.new.setText("デジタル戦略課（例）")
    box.do.click()
    return window


def pasted(stage: Stage) -> QWidget:
    """A range of which not everything is clear."""
    window, shown = opened(stage, Step.DEPARTMENTS)
    new, other = "デジタル戦略課（例）", "総務課（例）"
    lines = (f"行-②\t{new}\t{other}", f"行-③\t{new}", f"行-99\t{other}")
    shown.departments.table.pasted.emit("\n".join(lines))
    return window


PAGES: dict[str, Page] = {
    **{f"year-{step.value}": partial(of_step, step) for step in Step},
    "year-reorganise": reorganising,
    "year-preview": pasted,
}
