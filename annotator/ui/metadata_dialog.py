"""Title, source, authors, address, date and language of an article."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal

from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from annotator.domain import Article, ArticleDetails
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.import_model import split_names
from annotator.ui.messages import set_property
from annotator.ui.widgets import closing_buttons, say, words

_Name = Literal["title", "source", "authors", "url", "published", "language"]
_NAMES: Mapping[_Name, str] = {
    "title": _("Title"),
    "source": _("Source"),
    "authors": _("Authors"),
    "url": _("Address"),
    "published": _("Date"),
    "language": _("Language"),
}
_OF_ONE = frozenset({"title", "url"})
"""No two articles have these in common."""


class MetadataDialog(QDialog):
    """Lets the details be corrected; what is not known stays empty.

    Of several articles it asks what they may have in common, and changes only what was typed.
    """

    def __init__(self, articles: Sequence[Article], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_window_title(len(articles)))
        self.setMinimumWidth(560)
        self._articles = articles
        self._before = {name: _common(articles, name) for name in _NAMES}
        self._title, self._source, self._authors, self._url, self._published, self._language = (
            QLineEdit(text or "") for text in self._before.values()
        )
        self._language.setMaxLength(3)
        self._note = words("", "bad")
        self._box, self._save = closing_buttons(self, _("Save"))
        self._lay_out()
        self._published.textChanged.connect(self._check)
        self._language.textChanged.connect(self._check)
        self._check()

    def details(self) -> ArticleDetails:
        """Give the fields as the project takes them, of several articles only what was changed."""
        given: ArticleDetails = {
            "title": self._title.text().strip(),
            "source": self._source.text().strip(),
            "authors": split_names(self._authors.text()),
            "url": self._url.text().strip(),
            "published": self._day(),
            "language": self._language.text().strip().lower(),
        }
        if len(self._articles) > 1:
            for name in self._fields():
                if not self._is_changed(name):
                    given.pop(name)
        return given

    def _fields(self) -> dict[_Name, QLineEdit]:
        return {
            "title": self._title,
            "source": self._source,
            "authors": self._authors,
            "url": self._url,
            "published": self._published,
            "language": self._language,
        }

    def _is_changed(self, name: _Name) -> bool:
        return self._fields()[name].text() != (self._before[name] or "")

    def _lay_out(self) -> None:
        self._published.setPlaceholderText(_("2025-01-31, or empty if unknown"))
        self._authors.setPlaceholderText(_("Several are parted by semicolons"))
        self._language.setPlaceholderText(_("en, de, fr …"))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        for name, field in self._fields().items():
            if len(self._articles) > 1 and name in _OF_ONE:
                continue
            field.setAccessibleName(_NAMES[name])
            field.setCursorPosition(0)
            if self._before[name] is None:
                field.setPlaceholderText(_("various; they stay as they are"))
            form.addRow(_NAMES[name], field)
        origin = self._articles[0].origin.path
        if origin and len(self._articles) == 1:
            form.addRow(_("Imported from"), words(origin, "muted"))
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


def _window_title(count: int) -> str:
    text = ngettext("Article details", "Details of {count} articles", count)
    return text.format(count=digits(count))


def _common(articles: Sequence[Article], name: _Name) -> str | None:
    """What all have for that detail, as it is typed; None if they differ."""
    texts = {_typed(article, name) for article in articles}
    return texts.pop() if len(texts) == 1 else None


def _typed(article: Article, name: _Name) -> str:
    if name == "authors":
        return "; ".join(article.authors)
    if name == "published":
        return article.published.isoformat() if article.published else ""
    return str(getattr(article, name))
