"""The note on the article on show, under its head."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.markdown_editor import MarkdownEditor
from annotator.ui.session import Session

_READ, _WRITE = 112, 232
"""Heights in pixels: a few lines are read at once, and the text below keeps its room."""


class ArticleNote(QWidget):
    """Takes no room while there is no note; `left` follows when writing has ended."""

    left = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._article_id: int | None = None
        self._note = ""
        self._editor = MarkdownEditor(_("Note on the article"), _("No note yet."))
        self._editor.committed.connect(self._save)
        self._editor.ended.connect(self._end)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 16, 8)
        column.addWidget(self._editor)
        self._fit()

    def show_note(self, article_id: int | None, note: str) -> None:
        """Show the note on an article; one that is being written on another one is kept there."""
        if article_id != self._article_id:
            self._leave()
        self._article_id, self._note = article_id, note
        self._editor.show_text(note)
        self._fit()

    def edit(self) -> None:
        """Write the note."""
        if self._article_id is not None:
            self._editor.edit()
            self._fit()

    def _leave(self) -> None:
        if self._is_there():
            self._editor.finish()
        else:
            self._editor.drop()

    def _is_there(self) -> bool:
        if self._article_id is None or not self._session.is_open:
            return False
        return bool(self._session.project.articles.present([self._article_id]))

    def _save(self, note: str) -> None:
        article_id = self._article_id
        if article_id is not None:
            self._note = note
            self._session.do(lambda project: project.notes.save(article_id, note))

    def _end(self) -> None:
        self._fit()
        # after the editor has put the focus on its button
        QTimer.singleShot(0, self.left.emit)

    def _fit(self) -> None:
        self.setFixedHeight(_WRITE if self._editor.editing else _READ)
        self.setVisible(bool(self._note) or self._editor.editing)
