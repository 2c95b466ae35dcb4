"""The quiet bar at the bottom: what is being done, what is left to decide on, and who codes."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from annotator.domain import PendingCount
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.actions import command
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon
from annotator.ui.job_results import JobResult
from annotator.ui.jobs import Job, Jobs, JobState
from annotator.ui.messages import set_property
from annotator.ui.theme import Theme
from annotator.ui.widgets import tool_button


class JobBar(QFrame):
    """Shows the running job with its progress, time left and the ways to pause and to stop it.

    `pace_asked` asks for the session's statistics, to be shown above the button `pace`;
    `articles_asked` carries the ids of the articles that an import has brought.
    """

    coder_asked = Signal()
    pace_asked = Signal()
    articles_asked = Signal(object)

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jobBar")
        self._jobs = jobs
        self._text = QLabel()
        self._progress = QProgressBar(textVisible=False)
        self._progress.setFixedWidth(200)
        self._left = QLabel()
        self._left.setProperty("role", "muted")
        self._pause = QPushButton(_("Pause"))
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setToolTip(_("Stop; what is stored in the project stays"))
        self._result = QLabel()
        self._show_failures = QPushButton(_("Show"))
        self._failures = ""
        self._go = QPushButton(_("Go to the first"))
        self._go.setToolTip(_("Show the first of the new articles"))
        self._new: tuple[int, ...] = ()
        self._backlog = QLabel()
        self._backlog.setProperty("role", "muted")
        self._backlog.setToolTip(_("Suggestions of the whole project that wait for you"))
        self.pace = tool_button(_("Session"), "")
        name_command(self.pace, "pace")
        self._coder = tool_button("", "")
        name_command(self._coder, "change_coder")
        self._lay_out()
        self._pause.clicked.connect(jobs.pause_or_resume)
        self._cancel.clicked.connect(jobs.cancel)
        self.pace.clicked.connect(self.pace_asked)
        self._coder.clicked.connect(self.coder_asked)
        self._show_failures.clicked.connect(self._report)
        self._go.clicked.connect(self._ask_for_new)
        jobs.ended.connect(self._tell)
        jobs.changed.connect(self._refresh)
        self._refresh()

    def show_coder(self, name: str) -> None:
        """Say who codes."""
        self._coder.setText(_("Coder: {name}").format(name=name))

    def show_backlog(self, left: PendingCount) -> None:
        """Say how much of the project is left to decide on, if anything."""
        words = ngettext(
            "{left} left in {articles} article",
            "{left} left in {articles} articles",
            left.articles,
        )
        self._backlog.setText(
            words.format(left=digits(left.suggestions), articles=digits(left.articles))
        )
        self._backlog.setVisible(left.suggestions > 0)

    def clear(self) -> None:
        """Forget what became of the last job."""
        self._result.clear()
        self._failures, self._new = "", ()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw the icon in the colours of `theme`."""
        self.pace.setIcon(icon("overview", theme.muted, size=16))
        self._coder.setIcon(icon("coder", theme.muted, size=16))

    def _lay_out(self) -> None:
        for button in (self.pace, self._coder):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(16, 16))
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 8, 3)
        row.setSpacing(12)
        self._cancel.ensurePolished()
        self._keep_width_of_pause()
        # as high without buttons as with them: the article above is not laid out anew
        row.addStrut(self._cancel.sizeHint().height())
        for part in (
            self._text,
            self._progress,
            self._pause,
            self._cancel,
            self._left,
            self._result,
            self._show_failures,
            self._go,
        ):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self._backlog)
        row.addWidget(self.pace)
        row.addWidget(self._coder)

    def _keep_width_of_pause(self) -> None:
        """Have the button to its right stay where it is when this one says something else."""
        self._pause.ensurePolished()
        for words in (_("Continue"), _("Pause")):
            self._pause.setText(words)
            self._pause.setMinimumWidth(
                max(self._pause.minimumWidth(), self._pause.sizeHint().width())
            )

    def _refresh(self) -> None:
        job = self._jobs.current
        if job is not None:
            # a progress bar on show is painted at once, and what surrounds it is laid out for that
            self._show(job)
        for part in (self._text, self._progress, self._left, self._pause, self._cancel):
            part.setVisible(job is not None)
        self._result.setVisible(job is None)
        self._show_failures.setVisible(job is None and bool(self._failures))
        self._go.setVisible(job is None and bool(self._new))

    def _tell(self, result: JobResult) -> None:
        self._failures = "\n".join(error.sentence for error in result.failures)
        self._new = result.new_articles
        self._result.setText(result.text)
        set_property(self._result, "role", "bad" if result.failures or result.broken else "good")
        self._refresh()

    def _ask_for_new(self) -> None:
        asked, self._new = self._new, ()
        self._refresh()
        self.articles_asked.emit(asked)

    def _report(self) -> None:
        # a dialog for failures is seldom needed
        from annotator.ui.report_dialog import ReportDialog  # noqa: PLC0415

        ReportDialog(self._result.text(), self._failures, self.window()).exec()

    def _show(self, job: Job) -> None:
        waiting = len(self._jobs.waiting)
        more = ngettext(" ({count} more waiting)", " ({count} more waiting)", waiting)
        self._text.setText(job.title + (more.format(count=waiting) if waiting else ""))
        is_paused = job.state is JobState.PAUSED
        # nothing done yet: the bar moves without saying how far
        self._progress.setMaximum((job.total or 0) if job.done or is_paused else 0)
        self._progress.setValue(job.done)
        self._left.setText(_progress_words(job))
        self._pause.setText(_("Continue") if is_paused else _("Pause"))
        key = command("pause_job").first_key
        tip = _("Go on where it stopped ({key})") if is_paused else _("Stop for a while ({key})")
        self._pause.setToolTip(tip.format(key=key))


def _progress_words(job: Job) -> str:
    counted = digits(job.done) if job.done else ""
    if job.total:
        counted = _("{done} of {total}").format(done=digits(job.done), total=digits(job.total))
    left = job.seconds_left()
    rest = "" if left is None else duration(left)
    if job.state is JobState.PAUSED:
        rest = _("paused")
    return " · ".join(part for part in (counted, rest) if part)


def duration(seconds: float) -> str:
    """Give a length of time as a reader would say it."""
    minutes = round(seconds / 60)
    if seconds < 1:
        return _("nearly done")
    if seconds < 60:  # noqa: PLR2004 (seconds of a minute)
        return ngettext("{n} second left", "{n} seconds left", round(seconds)).format(
            n=round(seconds)
        )
    return ngettext("{n} minute left", "{n} minutes left", minutes).format(n=minutes)
