"""The commands on the article on show, and the choice of the coder."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotator.domain import Changes, Kind
from annotator.errors import UserError
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.messages import ask
from annotator.ui.session import Session


class ArticleActions(QObject):
    """Marks, edits and removes the selected articles; the panel says which these are.

    Only one is selected unless the coder selects more in the list: the one on show.
    """

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
        """Mark the article as done and show the next; a done one is taken up again.

        Several are marked where they stand.
        """
        following = self._panel.following()
        if self.switch_done() and following is not None:
            self._session.show_article(following)

    def switch_done(self) -> bool:
        """Mark the article as done, or as not done, and stay; whether it is done now.

        Several are marked together, and none of them is meant then.
        """
        several = self._several()
        if several:
            self._mark(several)
            return False
        article_id = self._session.article_id
        if article_id is None:
            return False
        done = not self._session.project.articles.is_done(article_id)
        self._session.do(lambda project: project.articles.mark_done([article_id], done=done))
        return done

    def edit(self) -> None:
        """Ask for the details of the articles and store them."""
        # the dialog is made when it is first asked for
        from annotator.ui.metadata_dialog import MetadataDialog  # noqa: PLC0415

        article_id = self._session.article_id
        ids = self._several() or ([] if article_id is None else [article_id])
        if not ids:
            return
        articles = self._session.project.articles
        dialog = MetadataDialog([articles.get(each) for each in ids], self._window)
        if dialog.exec():
            details = dialog.details()
            self._session.do(lambda project: project.articles.update_all(ids, **details))

    def remove(self) -> None:
        """Remove the selected articles after asking."""
        ids = self._panel.selected_articles()
        if not ids:
            return
        question = ngettext(
            "Remove {count} selected article from the project?",
            "Remove {count} selected articles from the project?",
            len(ids),
        ).format(count=digits(len(ids)))
        details = _("Their annotations go with them. Undo brings everything back.")
        if ask(self._window, question, yes=_("Remove"), details=details):
            self._session.do(lambda project: project.articles.remove(ids))

    def _several(self) -> list[int]:
        """The selected articles, if they are more than one."""
        ids = self._panel.selected_articles()
        return ids if len(ids) > 1 else []

    def _mark(self, ids: list[int]) -> None:
        is_done = self._session.project.articles.is_done
        done = not all(is_done(article_id) for article_id in ids)
        self._session.do(lambda project: project.articles.mark_done(ids, done=done))


def change_coder(session: Session, settings: Settings, window: QWidget) -> None:
    """Ask who codes, and let that coder's work be shown."""
    # the dialog is made when it is first asked for
    from annotator.ui.coder_dialog import CoderDialog  # noqa: PLC0415

    project = session.project
    names = [coder.name for coder in project.coders.all()]
    dialog = CoderDialog(names, project.coder.name, window)
    if not dialog.exec() or dialog.name() == project.coder.name:
        return
    session.settling.emit()
    try:
        coder = project.coders.use(dialog.name())
    except UserError as error:
        session.failed.emit(error)
        return
    settings.coder = coder.name
    # all that the views show is the coder's own
    session.changed.emit(Changes(kinds=frozenset(Kind)))
