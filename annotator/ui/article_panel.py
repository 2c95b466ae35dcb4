"""The left panel: search, filters and the list of articles."""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import ArticleFilter, ArticleOrder, Changes, Kind
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_empty import EmptyList
from annotator.ui.article_filters import ArticleFilters
from annotator.ui.article_ids import ArticleIds
from annotator.ui.article_list import ArticleList
from annotator.ui.article_model import ArticleModel
from annotator.ui.article_order import order_box
from annotator.ui.article_search import SearchField
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon
from annotator.ui.indexing import Indexing
from annotator.ui.pacing import Pacing
from annotator.ui.row_feed import RowFeed
from annotator.ui.session import Session
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.widgets import tool_button

_DEBOUNCE_MS = 20
"""Long enough to ask once for what is pasted or held down, too short to be noticed."""
_GROWTH_MS = 300
"""So often the list is read anew while articles come in."""
_COUNTED = (Kind.STATEMENT, Kind.SUGGESTION, Kind.DECISION)


class ArticlePanel(QWidget):
    """Finds articles and puts the chosen one on show.

    `searched` follows when other words were typed, or all were cleared; `import_asked` comes from
    the empty state, `delete_asked` from the Delete key in the list. `table_switched` tells whether
    the articles are listed in columns now, which takes more room.
    """

    searched = Signal()
    import_asked = Signal()
    delete_asked = Signal()
    table_switched = Signal(bool)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.setObjectName("leftPanel")
        self._session = session
        self._settings = settings
        self._total = 0
        self._model = ArticleModel(self)
        self._feed = RowFeed[ArticleFilter](self._model, self)
        self._list = ArticleList(self._model, settings)
        self._indexing = Indexing(session, self)
        self._growth = Pacing(self._reload, _GROWTH_MS, self)
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._search = SearchField()
        self._filters = ArticleFilters()
        self._filter_button = tool_button(_("Filters"), "", checkable=True)
        name_command(
            self._filter_button, "filter_articles", tip=_("Show only some of the articles")
        )
        self._order = order_box()
        self._count = QLabel()
        self._empty = EmptyList()
        self._below = QStackedLayout()
        self.setFocusProxy(self._list)
        self._lay_out()
        self._connect()
        self.set_theme(LIGHT)
        self._show_project()

    def handlers(self) -> Handlers:
        """Give the commands that the panel carries out."""
        return {
            "search": self.search,
            "filter_articles": self._filter_button.toggle,
            "order_articles": self._order.showPopup,
            "clear_filters": self._filters.clear,
            "all_articles": self._clear,
            "articles_as_table": self._switch_table,
            "article_columns": self._choose_columns,
            "next_article": self.next_article,
            "previous_article": self.previous_article,
        }

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def next_article(self) -> None:
        """Show the article below the current one."""
        self._go(1)

    def previous_article(self) -> None:
        """Show the article above the current one."""
        self._go(-1)

    def selected_articles(self) -> list[int]:
        """Give the ids of the articles selected in the list, without those that are gone."""
        return self._session.project.articles.present(self._list.selected_articles())

    def offer(self, actions: Sequence[QAction]) -> None:
        """Offer these on a right click into the list."""
        self._list.offer(actions)

    def following(self) -> int | None:
        """Give the article below the current one, or above it at the end of the list."""
        row = self._model.row_of(self._session.article_id)
        below = self._model.id_at(row + 1)
        return below if below is not None else self._model.id_at(row - 1)

    def listed_after(self) -> "array[int]":
        """Give the articles below the current one, then those above it."""
        return self._model.ids_after(self._session.article_id)

    def show_first_of(self, ids: Collection[int]) -> None:
        """Show the first of these in the order of the list, also if a filter hides them all."""
        found = self._model.first_of(ids)
        if found is None:
            rows = self._session.project.articles.rows(list(ids)[:1])
            found = rows[0].id if rows else None
        if found is not None:
            self._session.show_article(found)

    def wanted(self) -> ArticleFilter:
        """Give the filter as it stands."""
        chosen = self._filters.chosen()
        return replace(chosen, query=self._search.text(), order=self._order.currentData())

    def show_as_chosen(self) -> None:
        """List the articles in columns if they were listed so when the program was left."""
        if self._settings.as_table:
            self._show_as_table(True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._list.set_theme(theme)
        self._search.set_theme(theme)
        self._filter_button.setIcon(icon("filter", theme.muted, checked=theme.accent, size=16))

    def close_reader(self) -> None:
        """End the thread that looks for articles."""
        self._feed.close()

    def _lay_out(self) -> None:
        self._filter_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._filter_button.setIconSize(QSize(16, 16))
        self._filters.hide()
        self._count.setProperty("role", "muted")
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(self._filter_button)
        tools.addWidget(self._order, 1)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        top.addWidget(self._search)
        top.addLayout(tools)
        top.addWidget(self._filters)
        top.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(self._below, 1)
        # added before the layout has a parent, the list would flash up as a window of its own
        self._below.addWidget(self._list)
        self._below.addWidget(self._empty)

    def _connect(self) -> None:
        self._session.about_to_close.connect(self.close_reader)
        self._session.about_to_close.connect(self._growth.drop)
        self._session.project_changed.connect(self._show_project)
        self._session.article_changed.connect(self._show_current)
        self._session.changed.connect(self._note)
        self._indexing.finished.connect(self._search_again)
        self._search.textChanged.connect(lambda _text: self._timer.start())
        self._search.entered.connect(self._list.setFocus)
        self._feed.taken.connect(self._show_listed)
        self._feed.finished.connect(self._show_count)
        self._feed.failed.connect(self._session.failed)
        self._timer.timeout.connect(self._ask)
        self._timer.timeout.connect(self.searched)
        self._filters.changed.connect(self._ask)
        self._order.currentIndexChanged.connect(self._ask)
        self._filter_button.toggled.connect(self._show_filters)
        self._list.article_chosen.connect(self._session.show_article)
        self._list.selectionModel().selectionChanged.connect(self._say_count)
        self._list.order_chosen.connect(self._choose_order)
        self._list.delete_asked.connect(self.delete_asked)
        self._empty.import_button.clicked.connect(self.import_asked)
        self._empty.clear_button.clicked.connect(self._clear)

    def _show_project(self) -> None:
        self.close_reader()
        project = self._session.project if self._session.is_open else None
        if project is None:
            self._model.show_project(None)
            return
        self._feed.open(project, ArticleIds(project, self))
        self._reload()

    def _reload(self) -> None:
        self._total = self._session.project.articles.count()
        self._filters.show_project(self._session.project)
        self._drop_missing()
        self._ask()

    def _drop_missing(self) -> None:
        shown = self._session.article_id
        if shown is not None and not self._session.project.articles.present([shown]):
            self._session.show_article(None)

    def _ask(self) -> None:
        if self._feed.is_open:
            used = self._filters.count()
            text = _("Filters ({count})").format(count=used) if used else _("Filters")
            self._filter_button.setText(text)
            self._feed.ask(self.wanted())
            self._list.show_order(self.wanted().order)

    def _show_filters(self, on: bool) -> None:  # noqa: FBT001 (a slot)
        self._filters.setVisible(on)
        if on:
            self._filters.setFocus()

    def _show_listed(self) -> None:
        self._show_current()
        self._show_count()

    def _show_count(self) -> None:
        self._say_count()
        shown = self._model.rowCount()
        self._empty.show_reason(any_article=bool(self._total))
        self._below.setCurrentWidget(self._list if shown else self._empty)
        if self._session.article_id is None and shown:
            self._session.show_article(self._model.id_at(0))

    def _say_count(self) -> None:
        shown, total = self._model.rowCount(), self._total
        text = (
            ngettext("{shown} of {total} article", "{shown} of {total} articles", total)
            if shown != total
            else ngettext("{total} article", "{total} articles", total)
        )
        self._count.setText(
            text.format(shown=digits(shown), total=digits(total)) + self._selected_words()
        )
        self._count.setVisible(bool(total))

    def _selected_words(self) -> str:
        count = self._list.selected_count
        return _(" · {count} selected").format(count=digits(count)) if count > 1 else ""

    def _note(self, changes: Changes) -> None:
        if changes.touches(Kind.CODER):
            self._show_project()
        elif Kind.ARTICLE in changes.added:
            self._growth.ask()
        elif changes.touches(Kind.ARTICLE, Kind.CODEBOOK):
            self._reload()
        elif not changes.touches(*_COUNTED):
            return
        elif changes.articles is None:
            self._model.refresh()
        else:
            self._model.refresh_later(changes.articles)

    def _show_current(self) -> None:
        self._list.show_current(self._session.article_id)

    def _search_again(self) -> None:
        if self._search.text():
            self._ask()

    def _clear(self) -> None:
        self._search.clear()
        self._filters.clear()

    def _go(self, by: int) -> None:
        row = self._model.row_of(self._session.article_id)
        article_id = self._model.id_at(max(row + by, 0))
        if article_id is not None:
            self._session.show_article(article_id)

    def _choose_order(self, order: ArticleOrder) -> None:
        self._order.setCurrentIndex(self._order.findData(order))

    def _switch_table(self) -> None:
        self._show_as_table(not self._settings.as_table)

    def _show_as_table(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        self._settings.as_table = on
        self._list.show_as_table(on)
        self._list.show_order(self.wanted().order)
        self.table_switched.emit(on)

    def _choose_columns(self) -> None:
        if not self._settings.as_table:
            self._show_as_table(True)
        self._list.columns.show_menu()
