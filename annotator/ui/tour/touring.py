"""When the tour is shown: with the sample project until it was left, and when asked for."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QMainWindow, QWidget

from annotator.settings import Settings
from annotator.ui.article_view import ArticleView
from annotator.ui.command import Menu
from annotator.ui.menus import Menus
from annotator.ui.projects import sample_path
from annotator.ui.session import Session
from annotator.ui.suggestions import SuggestionStream
from annotator.ui.suggestions.card import SuggestionCard
from annotator.ui.theme import Theme
from annotator.ui.tour.tour import Tour, on_screen


class Touring(QObject):
    """Makes the tour when it is first wanted, and remembers that it was left."""

    def __init__(
        self, session: Session, settings: Settings, menus: Menus, window: QMainWindow, theme: Theme
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._menus = menus
        self._window = window
        self._theme = theme
        self._tour: Tour | None = None

    def offer(self) -> None:
        """Begin, if this is the sample project and the tour was never left."""
        if self._session.path == sample_path() and not self._settings.toured:
            self._made().start()

    def show(self) -> None:
        """Begin anew and put the focus on the card; without a project open the sample."""
        if not self._session.is_open:
            self._menus.trigger("open_sample")
        if self._session.is_open:
            self._menus.trigger("page_articles")
            self._made().start()
            self._made().take_focus()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        if self._tour is not None:
            self._tour.set_theme(theme)

    def _made(self) -> Tour:
        if self._tour is None:
            parts = [part for part in (self._stream(), self._view()) if part is not None]
            targets = (self._deciding, self._text, self._edit_menu)
            self._tour = Tour(self._session, self._menus, self._window, targets, parts)
            self._tour.set_theme(self._theme)
            self._tour.left.connect(self._note_left)
        return self._tour

    def _note_left(self) -> None:
        self._settings.toured = True
        self._settings.save()
        view = self._view()
        if view is not None:
            view.setFocus()

    def _stream(self) -> SuggestionStream | None:
        return self._window.findChild(SuggestionStream)

    def _view(self) -> ArticleView | None:
        return self._window.findChild(ArticleView)

    def _deciding(self) -> QRect | None:
        stream = self._stream()
        return _deciding(stream) if stream is not None else None

    def _text(self) -> QRect | None:
        view = self._view()
        return on_screen(view) if view is not None else None

    def _edit_menu(self) -> QRect | None:
        bar, menu = self._window.menuBar(), self._menus.menu(Menu.EDIT)
        place = bar.actionGeometry(menu.menuAction())
        return QRect(bar.mapToGlobal(place.topLeft()), place.size())


def _deciding(stream: SuggestionStream) -> QRect | None:
    """The card of the current suggestion with its buttons, or the room that it will take."""
    card = stream.findChild(SuggestionCard)
    panel = _panel_around(card) if card is not None and card.isVisible() else None
    place = on_screen(panel or stream)
    if place is not None and panel is None:
        place.setHeight(place.height() // 2)
    return place


def _panel_around(widget: QWidget) -> QWidget | None:
    around = widget.parentWidget()
    while around is not None and not around.property("panel"):
        around = around.parentWidget()
    return around
