"""``python -m tests.gui.pictures.manual DEMO DIR [NAME…]``: the pictures of the manuals into DIR.

What they show is drawn as every other page is; here stands what the manuals want otherwise.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path
from tempfile import gettempdir

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from imari_desk.desk.desk import Desk
from imari_desk.desk.office.year_view import Step
from imari_desk.domain.items import Owner
from imari_desk.gui.exchange.submit_page import SubmitPage
from imari_desk.gui.office.year.steps import Steps
from imari_desk.gui.opening import FoundFile
from imari_desk.gui.settings import LIGHT
from imari_desk.gui.start_page import StartPage
from tests.gui.pictures import clerk, office, rooms
from tests.gui.pictures.stage import Page, Size, Stage
from tests.gui.windows import place

SIZE = Size(QSize(1366, 688), 100, LIGHT)
_TALL = QSize(1366, 860)
_COLOURS = 256  # of a picture: a quarter of the bytes, and nobody sees it


def asked(demo: Path, folder: Path) -> None:
    """A clerk who has just opened the 依頼."""
    request = demo / "依頼" / f"{rooms.YEAR}_依頼_{rooms.DEPARTMENT}.xlsx"
    with Desk.create(
        folder / "desk",
        Owner.DEPARTMENT,
        rooms.DEPARTMENT,
        clock=rooms.noon,
        person=rooms.CLERK,
    ) as desk:
        desk.import_files([request])


def start(stage: Stage) -> QWidget:
    """A first start with the 依頼 already there."""
    window = stage.window(rooms.nothing)
    (page,) = window.findChildren(StartPage)
    file = Path("C:/Users/takagi/Downloads") / f"{rooms.YEAR}_依頼_{rooms.DEPARTMENT}.xlsx"
    page.show_found([FoundFile(file, datetime(2026, 4, 24, 9, 0))])
    return window


def fresh(stage: Stage) -> QWidget:
    """The form as the 依頼 brings it."""
    return stage.window(asked)


def figures(stage: Stage) -> QWidget:
    """Figures and the grade made of them."""
    window = stage.window(rooms.typing)
    window.resize(_TALL)
    form = place(window).pane.form
    form.go_to_section("indicators")
    card = form.parentWidget()
    assert card is not None
    return card


def checks(stage: Stage) -> QWidget:
    """What stands beside the form."""
    window = stage.window(rooms.typing)
    place(window).notebook.open("行-③")
    stage.rest()
    panel = place(window).side.checks
    assert panel is not None
    return panel


def submitted(stage: Stage) -> QWidget:
    """The workbook written."""
    window = stage.window(rooms.typing)
    place(window).errands.submit()
    stage.rest()
    page = place(window).errands.page
    assert isinstance(page, SubmitPage)
    page.go_button.click()
    stage.rest()
    page.go_button.click()
    return window


def setting_up(stage: Stage) -> QWidget:
    """年度の準備 at who answers for what."""
    window, page = office.half_way(stage, "year")
    page.findChildren(Steps)[0].buttons[Step.DEPARTMENTS].click()
    return window


PAGES: dict[str, Page] = {
    "clerk-start": start,
    "clerk-form": fresh,
    "clerk-figures": figures,
    "clerk-checks": checks,
    "clerk-submit": clerk.submit,
    "clerk-submitted": submitted,
    "clerk-returned": clerk.returned,
    "clerk-conflict": clerk.conflict,
    "office-year": setting_up,
    **{
        name: office.PAGES[name]
        for name in (
            *("office-board", "office-receiving", "office-review", "office-sending"),
            *("office-whole", "office-meeting", "office-paper", "office-plan", "office-records"),
        )
    },
}


def lean(picture: QPixmap) -> QImage:
    """The same with its commonest colours alone, each pixel in the nearest of them."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("I")
    commonest = [colour for colour, _ in Counter(pixels).most_common(_COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, commonest, flags)


def main(demo: Path, out: Path, names: list[str]) -> None:
    """Draw them. What lies where is seen in some, so it always lies at the same place."""
    out.mkdir(parents=True, exist_ok=True)
    scratch = Path(gettempdir()) / "imari-desk"
    scratch.mkdir()
    try:
        stage = Stage(demo, scratch)
        for name in names or PAGES:
            if not lean(stage.picture(PAGES[name], SIZE)).save(str(out / f"{name}.png")):
                raise OSError(f"{name} could not be written")
    finally:
        shutil.rmtree(scratch)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
