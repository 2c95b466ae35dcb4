"""Starts the window."""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.settings import Settings
from annotator.ui.crash_dialog import CrashHook
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from annotator.ui.theme import apply_theme, theme_for


def run(project_path: Path | None) -> int:
    """Show the window, with that project if one is given, and give the exit code."""
    app = make_application(sys.argv)
    CrashHook(app).install()
    settings = Settings.load()
    apply_theme(app, theme_for(settings.theme))
    window = MainWindow(Session(), settings)
    window.show()
    if project_path is not None:
        window.open_later(project_path)
    return app.exec()


def make_application(arguments: list[str]) -> QApplication:
    """Give Qt's application under the program's name, with Qt's own texts translated."""
    app = QApplication(arguments)
    QCoreApplication.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(QLocale(), "qtbase", "_", folder):
        app.installTranslator(translator)
    return app
