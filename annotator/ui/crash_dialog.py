"""What is shown when the program itself is at fault."""

import logging
import sys
import threading
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.errors import UserError
from annotator.i18n import gettext as _

_log = logging.getLogger(__name__)


class CrashDialog(QDialog):
    """Tells that the work is saved, and shows the report with a way to copy it."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong in Annotator"))
        self.resize(720, 440)
        self._report = QPlainTextEdit(report, readOnly=True)
        self._report.setAccessibleName(_("Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = buttons.addButton(
            _("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(_sentence())
        column.addWidget(self._report)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())


def _sentence() -> QLabel:
    return QLabel(
        _(
            "This is a fault of the program, not yours. Your work is saved: every decision was "
            "stored when you took it. You can go on; if the window behaves oddly, restart it. "
            "The report below names files on your computer but no text of your articles; "
            "please send it to those who look after Annotator."
        ),
        wordWrap=True,
    )


def report_of(error: BaseException) -> str:
    """Give the traceback with the versions that matter."""
    # needed only once something has gone wrong
    import platform  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    versions = (
        f"Annotator {__version__}, Python {platform.python_version()}, "
        f"Qt {qVersion()}, {platform.platform()}"
    )
    return versions + "\n\n" + "".join(traceback.format_exception(error))


class CrashHook(QObject):
    """Brings unexpected errors of any thread to one dialog; further ones go to the log only.

    A UserError that no view has caught, as a damaged project brings, is no fault of the program:
    `user_error` carries it.
    """

    user_error = Signal(object)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dialog: CrashDialog | None = None
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over what Python does with errors that nobody has caught."""
        sys.excepthook = self._take
        threading.excepthook = self._take_from_thread

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, UserError):
            self.user_error.emit(error)
            return
        _log.error("unexpected error", exc_info=(kind, error, trace))
        self._caught.emit(report_of(error))

    def _take_from_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self._take(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _show(self, report: str) -> None:
        if self._dialog is None or not self._dialog.isVisible():
            self._dialog = CrashDialog(report, QApplication.activeWindow())
            self._dialog.open()
