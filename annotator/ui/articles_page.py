"""The page on which articles are read and tagged: list, text, suggestions and form."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.settings import Settings
from annotator.ui.actions import Handlers
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.session import Session
from annotator.ui.side_splitter import SideSplitter
from annotator.ui.theme import Theme
from annotator.ui.workbench import Workbench

_LIST, _LIST_LEAST = 300, 240
_TABLE, _TABLE_LEAST = 640, 480
_IN_LIST = (
    "search",
    "filter_articles",
    "order_articles",
    "articles_as_table",
    "article_columns",
)
"""Commands that bring a folded list back."""


class ArticlesPage(QWidget):
    """Puts the article panel beside the workbench."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.panel = ArticlePanel(session, settings)
        self.workbench = Workbench(session, settings)
        self._split = SideSplitter(self.panel, self.workbench, least=_LIST_LEAST, wide=_LIST)
        self.setFocusProxy(self._split)
        self.workbench.watch_keys(self)
        self.panel.table_switched.connect(self._fit_list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)
        self.panel.show_as_chosen()

    def handlers(self) -> Handlers:
        """Give the commands of the page and its parts."""
        own = {**self.panel.handlers(), **self.workbench.handlers()}
        shown = {key: self._with_list(own[key]) for key in _IN_LIST}
        return {**own, **shown, "fold_list": self._split.switch}

    def save_layout(self) -> str:
        """Give how the parts were left as a text for the settings."""
        return f"{self._split.save()}|{self.workbench.save_layout()}"

    def restore_layout(self, saved: str) -> None:
        """Leave the parts as they were saved."""
        own, _bar, inner = saved.partition("|")
        self._split.restore(own)
        self.workbench.restore_layout(inner)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.panel.set_theme(theme)
        self.workbench.set_theme(theme)

    def _fit_list(self, is_table: bool) -> None:  # noqa: FBT001 (a slot)
        if is_table:
            self._split.give(least=_TABLE_LEAST, wide=_TABLE)
        else:
            self._split.give(least=_LIST_LEAST, wide=_LIST)

    def _with_list(self, command: Callable[[], object]) -> Callable[[], None]:
        def give() -> None:
            self._split.unfold()
            command()

        return give
