"""Markdown as the reader sees it, with its source beside it while it is written."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import gettext as _

MARKDOWN = (
    QTextDocument.MarkdownFeature.MarkdownDialectGitHub
    | QTextDocument.MarkdownFeature.MarkdownNoHTML
)
_SIDE_BY_SIDE = 640
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class MarkdownView(QTextBrowser):
    """Rendered Markdown; it loads nothing, from the disk or the network, and runs no HTML."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(4)

    def show_markdown(self, text: str) -> None:
        """Render `text`."""
        self.document().setMarkdown(text, MARKDOWN)

    def loadResource(self, _kind: int, _name: QUrl | str) -> None:
        """Give nothing for any picture or style sheet."""

    def sizeHint(self) -> QSize:
        """A few lines; layouts give more."""
        return QSize(240, 96)


class MarkdownEditor(QWidget):
    """A titled text in Markdown; `committed` carries it once it was changed and left.

    `ended` follows when the source was closed.
    Writing ends with Done, Ctrl+Enter, Escape or by leaving the field; nothing written is lost.
    """

    committed = Signal(str)
    ended = Signal()

    def __init__(self, title: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._placeholder = placeholder
        self._title = QLabel(title)
        self._switch = QPushButton(_("Edit"))
        self._source = QPlainTextEdit()
        self._view = MarkdownView()
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build(title)
        self._end()

    @property
    def editing(self) -> bool:
        """Whether the source is open."""
        return not self._source.isHidden()

    def show_text(self, text: str) -> None:
        """Show another text; the source stays open if it is the same one, reloaded."""
        if text == self._text and self.editing:
            return
        self._text = text
        self._end()

    def finish(self) -> None:
        """Commit what is being written and close the source."""
        if self.editing:
            self._commit()
            self._end()
            self.ended.emit()

    def drop(self) -> None:
        """Close the source without committing: what it was written for is gone."""
        self._text = ""
        self._source.clear()
        self._end()

    def edit(self) -> None:
        """Open the source."""
        self._source.setPlainText(self._text)
        self._source.show()
        self._switch.setText(_("Done"))
        self._source.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put source and view side by side where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= _SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        self._body.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Commit when the source is left; take Ctrl+Enter, Escape, a double click on the view."""
        if watched is self._view.viewport() and event.type() == QEvent.Type.MouseButtonDblClick:
            self.edit()
            return True
        if watched is self._source and event.type() == QEvent.Type.FocusOut:
            self._commit()
        if watched is self._source and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._took(event)
        return super().eventFilter(watched, event)

    def _build(self, title: str) -> None:
        self._title.setProperty("role", "section")
        if not title:
            self._title.hide()
        self._switch.setProperty("quiet", True)
        self._switch.setAccessibleName(_("Edit {title}").format(title=title))
        self._switch.setToolTip(_("Write in Markdown; Ctrl+Enter or Esc ends and keeps it"))
        self._switch.clicked.connect(self._toggle)
        self._source.setAccessibleName(title)
        self._source.setPlaceholderText(self._placeholder)
        self._source.setTabChangesFocus(True)
        self._source.textChanged.connect(self._preview)
        self._source.installEventFilter(self)
        self._view.viewport().installEventFilter(self)
        self._view.setAccessibleName(title)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._switch)
        self._body.addWidget(self._source, 1)
        self._body.addWidget(self._view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(self._body, 1)

    def _took(self, event: QKeyEvent) -> bool:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ends = event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and control)
        if ends:
            self._toggle()
        return bool(ends)

    def _toggle(self) -> None:
        if not self.editing:
            self.edit()
            return
        self.finish()
        self._switch.setFocus()

    def _commit(self) -> None:
        written = self._source.toPlainText()
        if self.editing and written != self._text:
            self._text = written
            self.committed.emit(written)

    def _end(self) -> None:
        self._source.hide()
        self._switch.setText(_("Edit"))
        self._view.show_markdown(self._text or f"*{self._placeholder}*")

    def _preview(self) -> None:
        self._view.show_markdown(self._source.toPlainText())
