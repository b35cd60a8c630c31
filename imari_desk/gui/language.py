"""Qt's own words in Japanese: menus of text fields, file and print dialogs."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator


def speak_japanese(app: QCoreApplication) -> None:
    """Have Qt's words translated from now on. Not needed before the first window is painted."""
    translator = QTranslator(app)
    words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(QLocale.Language.Japanese), "qtbase", "_", words):
        app.installTranslator(translator)
