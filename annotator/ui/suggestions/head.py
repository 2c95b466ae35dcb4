"""What stands above the suggestions: which kinds and labels are asked about, and more."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.command_button import name_command
from annotator.ui.languages import language_name
from annotator.ui.open_article import OpenArticle
from annotator.ui.suggestions.kinds import KindSwitches
from annotator.ui.suggestions.labels import LabelMenu
from annotator.ui.suggestions.more_menu import MoreButton
from annotator.ui.widgets import say, tool_button, words


class StreamHead(QWidget):
    """Holds `kinds` and `more`, and warns of a language that the pipeline does not read."""

    def __init__(self, article: OpenArticle, settings: Settings) -> None:
        super().__init__()
        self._article = article
        self.kinds = KindSwitches()
        self.more = MoreButton(settings.order, run_on=settings.run_on)
        self._labels = tool_button(_("Labels"), "")
        name_command(
            self._labels, "labels", tip=_("How often each label was right; leave labels out")
        )
        self._labels.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._labels.clicked.connect(self.offer_labels)
        self._foreign = words("", "muted")
        self._lay_out()

    def offer_labels(self) -> None:
        """Open the menu of labels, if there is an article."""
        if self._article.id is None:
            return
        menu = LabelMenu(self._article, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.kinds.mapToGlobal(self.kinds.rect().bottomLeft()))

    def say_foreign(self) -> None:
        """Warn if no pipeline that was over the article reads its language."""
        article = self._article.article if self._article.is_foreign else None
        text = _(
            "The pipeline does not read this article's language ({language}); judge with care."
        )
        told = text.format(language=language_name(article.language)) if article else ""
        say(self._foreign, told, "muted")

    def _lay_out(self) -> None:
        title = QLabel(_("Suggestions"))
        title.setProperty("role", "heading")
        line = QHBoxLayout()
        line.addWidget(title)
        line.addStretch()
        line.addWidget(self._labels)
        line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.kinds)
        column.addWidget(self._foreign)
