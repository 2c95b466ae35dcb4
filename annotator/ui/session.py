"""The open project, the article on show, and the one signal by which views learn of changes."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from annotator.errors import UserError

if TYPE_CHECKING:
    # the window opens before there is a project
    from annotator.domain import Changes
    from annotator.project import Project


class Session(QObject):
    """Holds what is open; every write of the window goes through `do`.

    `settling` asks views to keep what is being changed, for another project or coder follows.
    `about_to_close` is emitted while the project is still open: readers on other threads let go
    of the file. `changed` carries Changes after each write, undo and redo. `failed` carries the
    UserError of an action that could not be done; nothing of such an action remains. `succeeded`
    follows a step of the coder that was done. `told` carries words on what the program did by
    itself.
    """

    settling = Signal()
    about_to_close = Signal()
    project_changed = Signal()
    article_changed = Signal()
    changed = Signal(object)
    failed = Signal(object)
    succeeded = Signal()
    told = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project: Project | None = None
        self._article_id: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether a project is open."""
        return self._project is not None

    @property
    def project(self) -> "Project":
        """The open project; RuntimeError when there is none, for then no view should ask."""
        if self._project is None:
            raise RuntimeError("no project is open")
        return self._project

    @property
    def path(self) -> Path | None:
        """The file of the open project."""
        return self._project.path if self._project else None

    @property
    def article_id(self) -> int | None:
        """The article on show."""
        return self._article_id

    def show_project(self, project: "Project | None") -> None:
        """Close what was open and hold `project` from now on."""
        if self._project is not None:
            _commit_what_is_typed()
            self.settling.emit()
            self.about_to_close.emit()
            self._project.close()
        self._project = project
        self._article_id = None
        self.project_changed.emit()
        self.article_changed.emit()

    def show_article(self, article_id: int | None) -> None:
        """Put an article on show in every view; one that is gone by now is passed over."""
        if article_id != self._article_id and self._is_there(article_id):
            self._article_id = article_id
            self.article_changed.emit()

    def do(self, action: "Callable[[Project], Changes]") -> "Changes":
        """Run one write and tell the views what it touched; a UserError is reported, not raised."""
        from annotator.domain import Changes  # noqa: PLC0415 - only a project brings changes

        if self._project is None:
            return Changes()
        try:
            changes = action(self._project)
        except UserError as error:
            self.failed.emit(error)
            return Changes()
        if changes:
            self.changed.emit(changes)
        if changes.step:
            self.succeeded.emit()
        return changes

    def undo(self) -> None:
        """Take the last step back, with an article on show in which it had done something."""
        changes = self.do(lambda project: self._at(project.undo_articles, project.undo))
        self._show_one_of(changes.articles)

    def redo(self) -> None:
        """Take the last undone step again, with an article on show in which it does something."""
        changes = self.do(lambda project: self._at(project.redo_articles, project.redo))
        self._show_one_of(changes.articles)

    def _is_there(self, article_id: int | None) -> bool:
        return article_id is None or bool(self.project.articles.present([article_id]))

    def _at(self, articles: frozenset[int], action: "Callable[[], Changes]") -> "Changes":
        self._show_one_of(articles)
        return action()

    def _show_one_of(self, articles: frozenset[int] | None) -> None:
        """Show the first of these that is there, unless one of them is on show already."""
        if not articles or self._article_id in articles:
            return
        rows = self.project.articles.rows(sorted(articles))
        if rows:
            self.show_article(rows[0].id)


def _commit_what_is_typed() -> None:
    """Let the field that is being written in store its text, as it does when it is left."""
    field = QApplication.focusWidget()
    if field is not None:
        field.clearFocus()
