"""The head of an article: title, where and when it appeared, whether it is done."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain import Article
from annotator.i18n import gettext as _
from annotator.ui.command_button import command_button


class ArticleHeader(QWidget):
    """Shows an article's details; `done_switched` carries whether it is done.

    `edit_asked` asks for the dialog that corrects the details.
    """

    done_switched = Signal(bool)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleHeader")
        self._url = ""
        self._title = QLabel(wordWrap=True)
        self._facts = QLabel(wordWrap=True)
        self._address = QLabel()
        self._done = QPushButton(_("Mark done"))
        self._edit = command_button("edit_metadata", _("Edit"), look="quiet")
        self._dress()
        self._lay_out()
        self._done.toggled.connect(self.done_switched)
        self._edit.clicked.connect(self.edit_asked)

    def show_article(self, article: Article | None, *, done: bool) -> None:
        """Show the details of an article; with None stay away."""
        self.setVisible(article is not None)
        if article is None:
            return
        self._title.setText(article.title or _("Untitled"))
        self._facts.setText(" · ".join(_facts(article)))
        self._url = article.url
        self._address.setToolTip(article.url)
        self._address.setVisible(bool(article.url))
        self._elide()
        with QSignalBlocker(self._done):
            self._done.setChecked(done)
        self._done.setText(_("✓ Done") if done else _("Mark done"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the address to the room there is."""
        super().resizeEvent(event)
        self._elide()

    def _dress(self) -> None:
        self._title.setProperty("role", "title")
        for label in (self._facts, self._address):
            label.setProperty("role", "muted")
        selectable = Qt.TextInteractionFlag.TextSelectableByMouse
        for label in (self._title, self._facts, self._address):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(selectable)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._address.setAccessibleName(_("Address"))
        self._done.setCheckable(True)
        self._done.setProperty("compact", True)
        self._done.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._done.setToolTip(_("Mark the article as done, or not; D marks it and goes on"))

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for label in (self._title, self._facts, self._address):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 16, 12)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self._edit, self._done):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def _elide(self) -> None:
        metrics = QFontMetrics(self._address.font())
        width = max(self._title.width(), 120)
        middle = Qt.TextElideMode.ElideMiddle
        self._address.setText(metrics.elidedText(self._url, middle, width))


def _facts(article: Article) -> list[str]:
    parts = [
        article.source or _("source unknown"),
        ", ".join(article.authors),
        article.published.isoformat() if article.published else _("date unknown"),
        article.language,
    ]
    return [part for part in parts if part]
