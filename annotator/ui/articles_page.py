"""The page on which articles are read and tagged: list, text, suggestions and form."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.settings import Settings
from annotator.ui.article_panel import ArticlePanel
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.workbench import Workbench

_LEFT = 300


class ArticlesPage(QWidget):
    """Puts the article panel beside the workbench."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.panel = ArticlePanel(session)
        self.workbench = Workbench(session, settings)
        self._split = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self._split.addWidget(self.panel)
        self._split.addWidget(self.workbench)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([_LEFT, 4 * _LEFT])
        self.panel.setMinimumWidth(240)
        self.setFocusProxy(self.panel)
        self.workbench.watch_keys(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._split)

    def save_layout(self) -> str:
        """Give the widths of the parts as a text for the settings."""
        own = bytes(self._split.saveState().toBase64().data()).decode()
        return f"{own}|{self.workbench.save_layout()}"

    def restore_layout(self, saved: str) -> None:
        """Give the parts the widths that were saved."""
        own, _bar, inner = saved.partition("|")
        self._split.restoreState(QByteArray.fromBase64(own.encode()))
        self.workbench.restore_layout(inner)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.panel.set_theme(theme)
        self.workbench.set_theme(theme)
