"""The commands on the article on show, and the choice of the coder."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain import Changes, Kind
from annotator.errors import UserError
from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.messages import ask
from annotator.ui.session import Session


class ArticleActions(QObject):
    """Marks, edits and removes articles; the panel says which come next and which are selected."""

    def __init__(self, session: Session, panel: ArticlePanel, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._panel = panel
        self._window = window

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "article_done": self.finish,
            "switch_done": self.switch_done,
            "edit_metadata": self.edit,
            "remove_article": self.remove,
        }

    def finish(self) -> None:
        """Mark the article as done and show the next; a done one is taken up again."""
        following = self._panel.following()
        if self.switch_done() and following is not None:
            self._session.show_article(following)

    def switch_done(self) -> bool:
        """Mark the article as done, or as not done, and stay; whether it is done now."""
        article_id = self._session.article_id
        if article_id is None:
            return False
        done = not self._session.project.articles.is_done(article_id)
        self._session.do(lambda project: project.articles.mark_done([article_id], done=done))
        return done

    def edit(self) -> None:
        """Ask for the details of the article and store them."""
        # the dialog is made when it is first asked for
        from annotator.ui.metadata_dialog import MetadataDialog  # noqa: PLC0415

        article_id = self._session.article_id
        if article_id is None:
            return
        dialog = MetadataDialog(self._session.project.articles.get(article_id), self._window)
        if dialog.exec():
            details = dialog.details()
            self._session.do(lambda project: project.articles.update(article_id, **details))

    def remove(self) -> None:
        """Remove the selected articles after asking."""
        ids = self._panel.selected_articles()
        if not ids:
            return
        question = _("Remove {count:,} selected articles from the project?").format(count=len(ids))
        details = _("Their annotations go with them. Undo brings everything back.")
        if ask(self._window, question, yes=_("Remove"), details=details):
            self._session.do(lambda project: project.articles.remove(ids))


def change_coder(session: Session, settings: Settings, window: QWidget) -> None:
    """Ask who codes, and let that coder's work be shown."""
    # the dialog is made when it is first asked for
    from annotator.ui.coder_dialog import CoderDialog  # noqa: PLC0415

    project = session.project
    names = [coder.name for coder in project.coders.all()]
    dialog = CoderDialog(names, project.coder.name, window)
    if not dialog.exec() or dialog.name() == project.coder.name:
        return
    try:
        coder = project.coders.use(dialog.name())
    except UserError as error:
        session.failed.emit(error)
        return
    settings.coder = coder.name
    # all that the views show is the coder's own
    session.changed.emit(Changes(kinds=frozenset(Kind)))
