"""The panel that lists the sentences behind a number or an entity."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.domain import Changes, Kind
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.sentences.delegate import SentenceDelegate
from annotator.ui.sentences.model import SentenceModel
from annotator.ui.sentences.places import Reference
from annotator.ui.session import Session
from annotator.ui.tables import Table
from annotator.ui.theme import Theme


class SentencesPanel(QWidget):
    """Lists places with their sentences; clicking one asks for its article.

    `open_requested` carries the article's id and the Span to be shown.
    """

    open_requested = Signal(int, object)
    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._model = SentenceModel(self)
        self._title = QLabel()
        self._count = QLabel()
        self._empty = QLabel()
        self._close = QToolButton()
        self._list = Table(self._model)
        self._delegate = SentenceDelegate(self._list)
        self._build()
        session.project_changed.connect(self.clear)
        session.changed.connect(self._note)

    def show_references(self, title: str, wanted: Sequence[Reference]) -> None:
        """List what these stand for; each is read when it comes into sight."""
        self._model.show_references(self._session.project, wanted)
        self._announce(title)

    def show_message(self, title: str, message: str) -> None:
        """Show words in place of a list, as while it is being read."""
        self._model.clear()
        self._announce(title)
        self._empty.setText(message)

    def clear(self) -> None:
        """Show nothing."""
        self.show_message("", "")

    def set_theme(self, theme: Theme) -> None:
        """Draw the sentences in the colours of `theme`."""
        self._delegate.set_theme(theme)
        self._list.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._count.setProperty("role", "muted")
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addWidget(self._empty)
        layout.addWidget(self._list, 1)
        self._build_list()

    def _head(self) -> QHBoxLayout:
        self._close.setText("✕")
        self._close.setToolTip(_("Close (Esc)"))
        self._close.setAccessibleName(_("Close the list of sentences"))
        self._close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        head.addWidget(self._close)
        return head

    def _build_list(self) -> None:
        self._list.setItemDelegate(self._delegate)
        self._list.setAccessibleName(_("Sentences"))
        self._list.horizontalHeader().hide()
        self._list.horizontalHeader().setStretchLastSection(True)
        self._list.set_row_height(self._delegate.height(self._list.font()))
        self._list.clicked.connect(self._open)
        self._list.row_opened.connect(lambda row: self._open(self._model.index(row, 0)))

    def _announce(self, title: str) -> None:
        number = self._model.rowCount()
        self._title.setText(title)
        self._count.setText(
            ngettext("{n} place", "{n} places", number).format(n=digits(number)) if number else ""
        )
        self._empty.setText(_("Nothing in the articles has been tagged so yet."))
        self._empty.setVisible(not number)
        self._list.setVisible(bool(number))
        self.setFocusProxy(self._list if number else self._close)
        if number:
            self._list.scrollToTop()
            self._list.setCurrentIndex(self._model.index(0, 0))

    def _open(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if line is not None:
            self.open_requested.emit(line.place.article_id, line.place.span)

    def _note(self, changes: Changes) -> None:
        if changes.touches(Kind.ARTICLE, Kind.STATEMENT, Kind.CLAIM, Kind.MENTION, Kind.CODEBOOK):
            self._model.refresh()
