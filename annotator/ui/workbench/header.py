"""The head of an article: title, where and when it appeared, what is left, whether it is done."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.domain import Article
from annotator.formats import day, digits, listing
from annotator.i18n import gettext as _
from annotator.ui.command_button import command_button, name_command
from annotator.ui.elided import ElidedLabel


class ArticleHeader(QWidget):
    """Shows an article's details; `done_switched` carries whether it is done.

    `edit_asked` asks for the dialog that corrects the details, `note_asked` for the note.
    """

    done_switched = Signal(bool)
    edit_asked = Signal()
    note_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleHeader")
        self._title = ElidedLabel(lines=2)
        self._facts = ElidedLabel()
        self._address = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._left = QLabel()
        self._done = QPushButton(_("Mark done"))
        self._edit = command_button("edit_metadata", _("Edit"), look="quiet")
        self._note = command_button("edit_note", _("Note"), look="quiet")
        self._dress()
        self._lay_out()
        self._done.toggled.connect(self.done_switched)
        self._edit.clicked.connect(self.edit_asked)
        self._note.clicked.connect(self.note_asked)

    def show_article(self, article: Article | None, *, done: bool) -> None:
        """Show the details of an article; with None stay away."""
        self.setVisible(article is not None)
        if article is None:
            return
        self._title.show_text(article.title or _("Untitled"))
        self._facts.show_text(" · ".join(_facts(article)))
        self._address.show_text(article.url)
        self._address.setVisible(bool(article.url))
        with QSignalBlocker(self._done):
            self._done.setChecked(done)
        self._done.setText(_("✓ Done") if done else _("Mark done"))

    def show_left(self, count: int) -> None:
        """Say how many suggestions are left to decide on, if any."""
        self._left.setText(_("{count} left").format(count=digits(count)))
        self._left.setVisible(count > 0)

    def _dress(self) -> None:
        self._title.setProperty("role", "title")
        for label in (self._facts, self._address, self._left):
            label.setProperty("role", "muted")
        self._done.setCheckable(True)
        self._done.setProperty("compact", True)
        self._done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        name_command(self._done, "switch_done", tip=_("Mark the article as done, or not"))

    def _lay_out(self) -> None:
        facts = QVBoxLayout()
        facts.setSpacing(4)
        facts.addStretch()
        facts.addWidget(self._facts)
        facts.addWidget(self._address)
        facts.addStretch()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(facts, 1)
        for part in (self._left, self._note, self._edit, self._done):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addLayout(row)


def _facts(article: Article) -> list[str]:
    parts = [
        article.source or _("source unknown"),
        listing(article.authors),
        day(article.published) if article.published else _("date unknown"),
        article.language,
    ]
    return [part for part in parts if part]
