"""The commands that take a dialog and a while, and those for what is running.

Dialogs and workflows are imported when they are asked for: the window opens without them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain import ArticleDraft, Learned
from annotator.errors import UserError
from annotator.formats import digits, listing, pair
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.drops import clipboard_data, dropped_paths
from annotator.ui.file_choice import FileChoice
from annotator.ui.job_results import JobResult
from annotator.ui.jobs import Job, Jobs, JobState
from annotator.ui.messages import Banner
from annotator.ui.session import Session

if TYPE_CHECKING:
    # dialogs and workflows come with their commands
    from annotator.workflows.exporting import Exported, Wanted
    from annotator.workflows.many import ActOnMany

_IMPORT, _EXPORT = "import", "export"


class Tasks(QObject):
    """Asks, and starts the jobs; `selection` gives the articles selected in the list."""

    def __init__(
        self, session: Session, settings: Settings, jobs: Jobs, banner: Banner, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._jobs = jobs
        self._banner = banner
        self._window = window
        self.selection: Callable[[], Sequence[int]] = tuple

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "import_files": self.import_files,
            "import_folder": self.import_folder,
            "paste_article": self.paste,
            "extract": self.extract,
            "learn": self.learn,
            "export": self.export,
            "pause_job": self.pause_or_resume,
            "cancel_job": self.cancel,
        }

    def import_files(self) -> None:
        """Ask for files and import them."""
        choice = FileChoice(self._settings, _IMPORT)
        self.import_paths(choice.open_articles(self._window))

    def import_folder(self) -> None:
        """Ask for a folder and import what it holds."""
        choice = FileChoice(self._settings, _IMPORT)
        self.import_paths(choice.open_folder(self._window, _("Import a folder")))

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Show what these files hold, and store it once it is corrected."""
        if paths:
            self._import(paths, ())

    def paste(self) -> None:
        """Import what lies on the clipboard: files, or the text of an article."""
        data = clipboard_data()
        paths = dropped_paths(data)
        if paths:
            self.import_paths(paths)
        elif data.text().strip():
            self._paste_text(data.text(), data.html())
        else:
            self._banner.show_note(
                _("The clipboard holds no text and no files. Copy an article first, then paste.")
            )

    def store(self, drafts: Sequence[ArticleDraft]) -> None:
        """Store these articles, after the jobs that came before."""
        from annotator.workflows.importing import ImportArticles  # noqa: PLC0415

        work = ImportArticles(self._session.project, drafts)
        self._jobs.add(work, lambda job: _imported(job, work.imported, work.known))

    def extract(self) -> None:
        """Ask for articles and a pipeline, and have suggestions made."""
        from annotator.ui.extract_dialog import ExtractDialog  # noqa: PLC0415

        dialog = ExtractDialog(self._session.project, self.selection(), self._window)
        if dialog.exec():
            wanted = dialog.wanted()
            self._session.do(lambda project: project.thresholds.save(wanted.thresholds))
            self.extract_with(wanted.pipeline, wanted.article_ids)

    def extract_with(self, pipeline: str = "", article_ids: Sequence[int] | None = None) -> None:
        """Have suggestions made, by default for what is new to the pipeline of its language."""
        from annotator.workflows.extracting import Extract  # noqa: PLC0415

        try:
            work = Extract(self._session.project, article_ids, pipeline=pipeline)
        except UserError as error:
            self._banner.show_error(error)
            return
        self._jobs.add(work, _extracted)

    def learn(self) -> None:
        """Show what can be learned from and what was learned, and have the pipeline learn."""
        from annotator.ui.learn_dialog import LearnDialog  # noqa: PLC0415

        dialog = LearnDialog(self._session, self._window)
        if dialog.exec():
            self.learn_with(dialog.pipeline())
        dialog.deleteLater()

    def learn_with(self, pipeline: str) -> None:
        """Have a pipeline learn from what was decided and tagged."""
        from annotator.workflows.training import Train  # noqa: PLC0415

        try:
            work = Train(self._session.project, pipeline=pipeline)
        except UserError as error:
            self._banner.show_error(error)
            return
        self._jobs.add(work, lambda job: _learned(job, work.learned))

    def export(self) -> None:
        """Ask for a format and a file, and write it."""
        from annotator.ui.export_dialog import ExportDialog  # noqa: PLC0415

        project = self._session.project
        choice = FileChoice(self._settings, _EXPORT, project.path.parent)
        dialog = ExportDialog(project, choice, self._window)
        if dialog.exec():
            self.export_as(dialog.wanted())

    def export_as(self, wanted: "Wanted") -> None:
        """Write what is wanted, after the jobs that came before."""
        from annotator.workflows.exporting import Export  # noqa: PLC0415

        work = Export(self._session.project, wanted)
        self._jobs.add(work, lambda job: self._tell_export(job, work.exported))

    def act_on_many(self, work: "ActOnMany") -> None:
        """Do the same to many rows, after the jobs that came before."""
        self._jobs.add(work, _acted)

    def pause_or_resume(self) -> None:
        """Let the running job stand still, or go on after its pause."""
        self._require_job()
        self._jobs.pause_or_resume()

    def cancel(self) -> None:
        """Cancel the running job."""
        self._require_job()
        self._jobs.cancel()

    def _require_job(self) -> None:
        if self._jobs.current is None:
            self._banner.show_note(_("Nothing is running in the background."))

    def _import(self, paths: Sequence[Path], drafts: Sequence[ArticleDraft]) -> None:
        from annotator.ui.import_dialog import ImportDialog  # noqa: PLC0415

        choice = FileChoice(self._settings, _IMPORT)
        dialog = ImportDialog(self._session, choice, self._window)
        dialog.show_drafts(drafts)
        dialog.read(paths)
        if dialog.exec():
            choice.keep()
            self.store(dialog.chosen())
        dialog.deleteLater()

    def _paste_text(self, text: str, html: str) -> None:
        from annotator.readers import read_pasted  # noqa: PLC0415

        try:
            draft = read_pasted(text, html)
        except UserError as error:
            self._banner.show_error(error)
            return
        self._import((), (draft,))

    def _tell_export(self, job: Job, exported: "Exported | None") -> JobResult:
        if job.fault is not None:
            self._banner.show_error(job.fault)
        if exported is None:
            return _not_exported(job)
        choice = FileChoice(self._settings, _EXPORT)
        choice.folder = exported.path.parent
        choice.keep()
        self._show_exported(exported)
        text = ngettext("{count} article exported", "{count} articles exported", job.done)
        return JobResult(text.format(count=digits(job.done)))

    def _show_exported(self, exported: "Exported") -> None:
        from annotator.ui.export_dialog import loss_lines, summary  # noqa: PLC0415
        from annotator.ui.report_dialog import ReportDialog  # noqa: PLC0415

        dialog = ReportDialog(summary(exported), loss_lines(exported), self._window)
        action = dialog.exec if exported.losses else None
        self._banner.show_note(summary(exported), more=_("Show"), action=action)


def _imported(job: Job, new: Sequence[int], known: int) -> JobResult:
    text = ngettext("{count} article imported", "{count} articles imported", len(new))
    parts = [text.format(count=digits(len(new)))]
    if known:
        parts.append(_("{count} were there already").format(count=digits(known)))
    return replace(_result(job, parts), new_articles=tuple(new))


def _not_exported(job: Job) -> JobResult:
    if job.state is JobState.CANCELLED:
        return JobResult(_("Export cancelled; no file was written"))
    failures = (job.fault,) if job.fault else ()
    return JobResult(_("Export failed"), failures, broken=not failures)


def _extracted(job: Job) -> JobResult:
    text = ngettext("{count} article extracted", "{count} articles extracted", job.done)
    return _result(job, [text.format(count=digits(job.done))])


def _acted(job: Job) -> JobResult:
    done = _("{count} done").format(count=digits(job.done))
    return _result(job, [pair(job.title, done)])


def _learned(job: Job, learned: Learned | None) -> JobResult:
    if learned is None:
        return _result(job, [_("Nothing was learned")])
    if learned.in_use:
        text = _("Learned: {mended} mended, {spoiled} spoiled in the test; extract to use it")
    else:
        text = _("Learned, but not better and not used: {mended} mended, {spoiled} spoiled")
    figures = learned.figures
    return _result(
        job, [text.format(mended=digits(figures.mended), spoiled=digits(figures.spoiled))]
    )


def _result(job: Job, parts: list[str]) -> JobResult:
    failures = [*job.work.failures, *([job.fault] if job.fault else [])]
    if failures:
        parts.append(_("{count} failed").format(count=digits(len(failures))))
    if job.state is JobState.CANCELLED:
        parts.append(_("cancelled; what is done stays"))
    broken = job.state is JobState.FAILED and job.fault is None
    if broken:
        parts.append(_("stopped by a fault of the program"))
    return JobResult(listing(parts), tuple(failures), broken)
