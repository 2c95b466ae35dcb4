"""Starts the window."""

import gc
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.i18n import language
from annotator.settings import Settings
from annotator.ui.crash_dialog import CrashHook
from annotator.ui.main_window import MainWindow
from annotator.ui.session import Session
from annotator.ui.theme import apply_theme, theme_for

_STARTED = 500
"""Milliseconds after which the window has long been painted."""


def run(project_path: Path | None) -> int:
    """Show the window, with that project if one is given, and give the exit code."""
    app = make_application(sys.argv)
    hook = CrashHook(app)
    hook.install()
    settings = Settings.load()
    apply_theme(app, theme_for(settings.theme))
    window = MainWindow(Session(), settings)
    hook.user_error.connect(window.banner.show_error)
    window.show()
    if project_path is not None:
        window.open_later(project_path)
    QTimer.singleShot(_STARTED, _collect_garbage)
    return app.exec()


def _collect_garbage() -> None:
    """Look for garbage from now on, but not among what the start has made."""
    gc.freeze()
    gc.enable()


def make_application(arguments: list[str]) -> QApplication:
    """Give Qt's application under the program's name, with Qt's own texts translated."""
    app = QApplication(arguments)
    QCoreApplication.setApplicationName("Annotator")
    app.setDesktopFileName("annotator")
    speak(app, language)
    return app


def speak(app: QApplication, code: str) -> None:
    """Have Qt's own texts in that language, and its numbers and days if it is not the system's."""
    locale = QLocale(code)
    if QLocale().language() != locale.language():
        QLocale.setDefault(locale)
    translator = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(locale, "qtbase", "_", folder):
        app.installTranslator(translator)
