"""What stands in place of the stream when there is nothing to decide, and what to do next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.command_button import command_button
from annotator.ui.languages import language_name


class Through(QWidget):
    """Says why there is no current suggestion.

    `command_asked` carries the key of a command, `all_kinds_asked` asks for the kinds left out,
    `labels_asked` for the choice of labels, `skipped_asked` and `flagged_asked` for what was
    put aside.
    """

    command_asked = Signal(str)
    all_kinds_asked = Signal()
    labels_asked = Signal()
    skipped_asked = Signal()
    flagged_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("role", "heading")
        self._words = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self._words.setProperty("role", "muted")
        self._extract = command_button("extract", _("Extract"), look="primary")
        self._done = command_button("article_done", _("Mark done and go on"), look="primary")
        self._kinds = command_button("all_kinds", _("Show all kinds"))
        self._extract.clicked.connect(lambda: self.command_asked.emit("extract"))
        self._done.clicked.connect(lambda: self.command_asked.emit("article_done"))
        self._kinds.clicked.connect(self.all_kinds_asked)
        self._labels = command_button("labels", _("Choose labels"))
        self._labels.clicked.connect(self.labels_asked)
        self._skipped = command_button("take_up_skipped")
        self._skipped.clicked.connect(self.skipped_asked)
        self._flagged = command_button("take_up_flagged")
        self._flagged.clicked.connect(self.flagged_asked)
        self._lay_out()

    def show_no_article(self) -> None:
        """Say that there is nothing to go through."""
        self._show(_("No article is open"), _("Choose one from the list on the left."))

    def show_not_extracted(self) -> None:
        """Say that no pipeline has been over the article."""
        self._show(_("No suggestions yet"), _("The pipeline has not been over this article."))
        self._extract.show()

    def show_unread(self, language: str) -> None:
        """Say that extraction passes the article over; `language` is "" where it is not known."""
        reason = (
            _("No installed pipeline reads this article's language ({language}).")
            if language
            else _("No installed pipeline reads this article's language.")
        )
        advice = _("Tag it by hand, or choose a pipeline for it when you extract.")
        told = reason.format(language=language_name(language))
        self._show(_("No suggestions"), f"{told} {advice}")
        self._extract.show()

    def show_none_wanted(self, others: int, *, muted: int) -> None:
        """Say that only kinds that are switched off, or labels that are muted, are pending."""
        other_kinds = ngettext(
            "{count} suggestion of another kind is pending.",
            "{count} suggestions of other kinds are pending.",
            others,
        ).format(count=others)
        of_muted = ngettext(
            "{count} suggestion has a label that you have muted.",
            "{count} suggestions have labels that you have muted.",
            muted,
        ).format(count=muted)
        title = _("Nothing left of these kinds") if others else _("Nothing left but muted labels")
        told = ((other_kinds, others), (of_muted, muted))
        self._show(title, " ".join(words for words, count in told if count))
        self._kinds.setVisible(others > 0)
        self._labels.setVisible(muted > 0)
        self._done.show()

    def show_all_decided(self, *, done: bool, skipped: int, flagged: int) -> None:
        """Say that the article is through, and how many suggestions were put aside in it."""
        self._show(
            _("All decided"),
            _("You have marked this article as done.")
            if done
            else _("Nothing is pending here. Tag what was not found by hand, then go on."),
        )
        self._done.setVisible(not done)
        text = ngettext("Take up the one skipped", "Take up the {count} skipped", skipped)
        self._skipped.setText(text.format(count=skipped))
        self._skipped.setVisible(skipped > 0)
        text = ngettext("Take up the one flagged", "Take up the {count} flagged", flagged)
        self._flagged.setText(text.format(count=flagged))
        self._flagged.setVisible(flagged > 0)

    def _show(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        for button in self._buttons():
            button.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self._title)
        column.addWidget(self._words)
        for button in self._buttons():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch(3)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self._extract,
            self._kinds,
            self._labels,
            self._done,
            self._flagged,
            self._skipped,
        )
