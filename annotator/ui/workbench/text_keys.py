"""Keys that lead from the text to the form and back: Tab, Enter, Escape."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.article_view import ArticleView
from annotator.ui.forms import FormPanel

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class TextKeys(QObject):
    """Watches the keys of the article view; while a form is open, Enter ends the form."""

    def __init__(self, view: ArticleView, form: FormPanel) -> None:
        super().__init__(view)
        self._view = view
        self._form = form
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that concern the form."""
        if isinstance(event, QKeyEvent) and not event.modifiers():
            if event.type() == QEvent.Type.ShortcutOverride and self._ends_form(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._took(event)
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._view.selected_span():
            self._view.clear_selection()
        elif event.key() == Qt.Key.Key_Tab and self._form.is_open:
            self._form.focus_armed()
        elif event.key() == Qt.Key.Key_Escape:
            self._form.leave()
        elif self._ends_form(event):
            self._form.end()
        else:
            return False
        return True

    def _ends_form(self, event: QKeyEvent) -> bool:
        return self._form.is_open and event.key() in _ENTER
