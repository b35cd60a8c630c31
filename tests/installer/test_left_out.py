"""What is left out of the Windows program, against what the program imports."""

from __future__ import annotations

import re
from pathlib import Path

import imari_desk
from installer.left_out import LeftOut

PACKAGE = Path(imari_desk.__file__).parent
QT = re.compile(r"^\s*from PySide6\.(Qt\w+) import", re.MULTILINE)


def qt_modules() -> set[str]:
    texts = (path.read_text("utf-8") for path in PACKAGE.rglob("*.py"))
    return {name for text in texts for name in QT.findall(text)}


def test_every_entry_has_its_reason() -> None:
    for entry in LeftOut.read().entries:
        assert entry.source in {"cpython", "stdlib", "wheels"}
        assert len(entry.why) > 15
        assert entry.files


def test_what_the_program_imports_of_qt_is_shipped() -> None:
    left_out = LeftOut.read()
    assert {"QtCore", "QtGui", "QtWidgets"} <= qt_modules()
    for module in qt_modules():
        assert not left_out.covers("wheels", f"PySide6/{module}.pyd"), module
        assert not left_out.covers("wheels", f"PySide6/Qt6{module.removeprefix('Qt')}.dll"), module


def test_what_qt_loads_by_itself_is_shipped() -> None:
    left_out = LeftOut.read()
    for name in (
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/plugins/imageformats/qsvg.dll",
        "PySide6/plugins/iconengines/qsvgicon.dll",
        "PySide6/translations/qtbase_ja.qm",
        "PySide6/__init__.py",
    ):
        assert not left_out.covers("wheels", name), name


def test_our_own_files_are_all_shipped() -> None:
    left_out = LeftOut.read()
    ours = (p.relative_to(PACKAGE.parent).as_posix() for p in PACKAGE.rglob("*.py"))
    assert [name for name in ours if left_out.covers("wheels", name)] == []


def test_nothing_that_opens_a_connection_is_shipped() -> None:
    left_out = LeftOut.read()
    assert left_out.covers("cpython", "_ssl.pyd")
    assert left_out.covers("wheels", "PySide6/QtNetwork.pyd")
    assert left_out.covers("wheels", "PySide6/Qt6Network.dll")


def test_a_pattern_that_meets_nothing_is_named() -> None:
    left_out = LeftOut.read()
    assert "_msi.pyd" in left_out.unmet("cpython")
    left_out.covers("cpython", "_msi.pyd")
    assert "_msi.pyd" not in left_out.unmet("cpython")
