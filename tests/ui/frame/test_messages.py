"""Errors and notes reach the user in one place each."""

import sys
import threading

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from annotator.errors import InvalidInput, ProjectDamaged
from annotator.ui.crash_dialog import CrashDialog, CrashHook, report_of
from annotator.ui.messages import Banner


@pytest.fixture
def banner(qtbot: QtBot) -> Banner:
    banner = Banner()
    qtbot.addWidget(banner)
    return banner


def test_the_banner_is_away_until_there_is_something_to_say(banner: Banner) -> None:
    assert banner.isHidden()
    banner.show_error(InvalidInput("No."))
    assert not banner.isHidden()
    assert banner.text == banner.accessibleName() == "No."


def test_an_error_is_forgotten_and_a_note_is_not(banner: Banner) -> None:
    banner.show_error(InvalidInput("No."))
    banner.forget_error()
    assert banner.isHidden()
    banner.show_note("Done.")
    banner.forget_error()
    assert not banner.isHidden()


def test_a_note_can_lead_on(banner: Banner) -> None:
    called: list[bool] = []
    banner.show_note("Done.", more="Show", action=lambda: called.append(True))
    banner.findChild(QPushButton).click()
    assert called == [True]
    assert banner.isHidden()


def test_a_note_without_an_action_has_no_button(banner: Banner) -> None:
    banner.show_note("Done.")
    assert banner.findChild(QPushButton).isHidden()


def broken() -> Exception:
    return ZeroDivisionError("nothing to share 🐝")


def test_the_report_names_the_fault_and_the_versions() -> None:
    report = report_of(broken())
    assert "ZeroDivisionError: nothing to share 🐝" in report
    assert "Annotator" in report
    assert "Qt" in report


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog(report_of(broken()))
    qtbot.addWidget(dialog)
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == dialog.findChild(QPlainTextEdit).toPlainText()


@pytest.fixture
def hook(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> CrashHook:
    del qtbot
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook = CrashHook()
    hook.install()
    return hook


def crash_dialogs() -> list[CrashDialog]:
    widgets = QApplication.topLevelWidgets()
    return [w for w in widgets if isinstance(w, CrashDialog) and w.isVisible()]


def test_a_fault_on_a_thread_reaches_the_dialog(qtbot: QtBot, hook: CrashHook) -> None:
    assert sys.excepthook.__self__ is hook  # type: ignore[attr-defined]

    def fail() -> None:
        raise broken()

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(crash_dialogs()) == 1)
    dialog = crash_dialogs()[0]
    assert "nothing to share" in dialog.findChild(QPlainTextEdit).toPlainText()
    assert "saved" in dialog.findChild(QLabel).text()
    dialog.reject()


def test_an_error_of_the_users_that_nobody_caught_is_no_crash(qtbot: QtBot) -> None:
    hook = CrashHook()
    error = ProjectDamaged("x.anno")
    with qtbot.waitSignal(hook.user_error) as told:
        hook._take(ProjectDamaged, error, None)
    assert told.args == [error]
