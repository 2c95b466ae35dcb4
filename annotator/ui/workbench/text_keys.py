"""Keys that lead from the text to the form or the find bar and back: Tab, Escape."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from annotator.ui.article_view import ArticleView
from annotator.ui.forms import FormPanel
from annotator.ui.workbench.find_bar import FindBar


class TextKeys(QObject):
    """Watches the keys of the article view."""

    def __init__(self, view: ArticleView, form: FormPanel, bar: FindBar) -> None:
        super().__init__(view)
        self._view = view
        self._form = form
        self._bar = bar
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that concern the form or the find bar."""
        if isinstance(event, QKeyEvent) and not event.modifiers():
            return event.type() == QEvent.Type.KeyPress and self._took(event.key())
        return super().eventFilter(watched, event)

    def _took(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape and self._view.selected_span():
            self._view.clear_selection()
        elif key == Qt.Key.Key_Escape and self._bar.is_open:
            self._bar.leave()
        elif key == Qt.Key.Key_Tab and self._form.is_open:
            self._form.focus_armed()
        else:
            return False
        return True
