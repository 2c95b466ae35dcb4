"""The page on which articles are read and tagged: list, text, suggestions and form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from annotator.ui.article_panel import ArticlePanel
from annotator.ui.session import Session
from annotator.ui.theme import Theme
from annotator.ui.workbench import Workbench

_LEFT = 300


class ArticlesPage(QWidget):
    """Puts the article panel beside the workbench."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.panel = ArticlePanel(session)
        self.workbench = Workbench(session)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        splitter.addWidget(self.panel)
        splitter.addWidget(self.workbench)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LEFT, 4 * _LEFT])
        self.panel.setMinimumWidth(240)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self.panel.set_theme(theme)
        self.workbench.set_theme(theme)
