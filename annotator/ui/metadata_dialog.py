"""Title, source, authors, address, date and language of an article."""

from datetime import date

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.domain import Article, ArticleDetails
from annotator.i18n import gettext as _
from annotator.ui.import_model import split_names
from annotator.ui.messages import set_property
from annotator.ui.widgets import closing_buttons, say, words


class MetadataDialog(QDialog):
    """Lets the details be corrected; what is not known stays empty."""

    def __init__(self, article: Article, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Article details"))
        self.setMinimumWidth(560)
        self._title = QLineEdit(article.title)
        self._source = QLineEdit(article.source)
        self._authors = QLineEdit("; ".join(article.authors))
        self._url = QLineEdit(article.url)
        self._published = QLineEdit(article.published.isoformat() if article.published else "")
        self._language = QLineEdit(article.language, maxLength=3)
        self._note = words("", "bad")
        self._box, self._save = closing_buttons(self, _("Save"))
        self._lay_out(article)
        self._published.textChanged.connect(self._check)
        self._language.textChanged.connect(self._check)
        self._check()

    def details(self) -> ArticleDetails:
        """Give the fields as the project takes them."""
        return {
            "title": self._title.text().strip(),
            "source": self._source.text().strip(),
            "authors": split_names(self._authors.text()),
            "url": self._url.text().strip(),
            "published": self._day(),
            "language": self._language.text().strip().lower(),
        }

    def _lay_out(self, article: Article) -> None:
        self._published.setPlaceholderText(_("2025-01-31, or empty if unknown"))
        self._authors.setPlaceholderText(_("Several are parted by semicolons"))
        self._language.setPlaceholderText(_("en, de, fr …"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, field in (
            (_("Title"), self._title),
            (_("Source"), self._source),
            (_("Authors"), self._authors),
            (_("Address"), self._url),
            (_("Date"), self._published),
            (_("Language"), self._language),
        ):
            field.setAccessibleName(name)
            field.setCursorPosition(0)
            form.addRow(name, field)
        if article.origin.path:
            form.addRow(_("Imported from"), words(article.origin.path, "muted"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self._note)
        column.addWidget(self._box)

    def _day(self) -> date | None:
        try:
            return date.fromisoformat(self._published.text().strip())
        except ValueError:
            return None

    def _check(self) -> None:
        wrong_day = bool(self._published.text().strip()) and self._day() is None
        language = self._language.text().strip()
        wrong_language = bool(language) and not (language.isalpha() and len(language) > 1)
        set_property(self._published, "invalid", wrong_day)
        set_property(self._language, "invalid", wrong_language)
        day_note = _("Write the date as year, month and day, like 2025-01-31, or leave it empty.")
        language_note = _(
            "Write the language as its code of two letters, like en, or leave it empty."
        )
        say(self._note, day_note if wrong_day else language_note if wrong_language else "", "bad")
        self._save.setEnabled(not (wrong_day or wrong_language))
