"""The current suggestion: what it would become, its words, its roles and why."""

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from annotator.domain import ClaimDraft, Codebook, MentionDraft, StatementDraft, Suggestion
from annotator.formats import digits, series
from annotator.i18n import gettext as _
from annotator.ui.annotation_marks import colour
from annotator.ui.chip import Chip
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.wordings import (
    MODALITIES,
    POLARITIES,
    breakable,
    in_words,
    kind_name,
    one_line,
    quoted,
    shortened,
)

_QUOTE_LENGTH = 320


class SuggestionCard(QFrame):
    """Shows one suggestion; its score only when asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._shown: tuple[Suggestion, Codebook] | None = None
        self._scores = False
        self._chip = Chip()
        self._place = _words("muted")
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._quote = _words("quote")
        self._facts = _words("facts")
        self._facts.setTextFormat(Qt.TextFormat.RichText)
        self._evidence = _words("muted")
        self._lay_out()

    def show_suggestion(self, suggestion: Suggestion, codebook: Codebook, place: str) -> None:
        """Show a suggestion; `place` says where in the stream it stands."""
        self._shown = suggestion, codebook
        self._place.setText(place)
        self._refresh()

    def set_scores(self, on: bool) -> None:  # noqa: FBT001 (a slot)
        """Show or hide how sure the pipeline is."""
        self._scores = on
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._refresh()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._chip)
        top.addWidget(self._place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        for part in (self._quote, self._facts, self._evidence):
            column.addWidget(part)
        column.addStretch()
        self._quote.setAccessibleName(_("Quote"))

    def _refresh(self) -> None:
        if self._shown is None:
            return
        suggestion, codebook = self._shown
        content = suggestion.content
        self._chip.show_chip(
            kind_name(content, codebook), colour(content, codebook, self._theme), self._theme
        )
        quote = quoted(shortened(one_line(suggestion.quote), _QUOTE_LENGTH))
        self._quote.setText(breakable(quote))
        rows = _rows(list(_facts(content, codebook)), self._theme)
        self._facts.setText(rows)
        self._facts.setVisible(bool(rows))
        self._evidence.setText(self._reason(suggestion))
        self._evidence.setVisible(bool(self._evidence.text()))
        self.setAccessibleName(quote)

    def _reason(self, suggestion: Suggestion) -> str:
        parts = [_("Why: {evidence}").format(evidence=suggestion.evidence)]
        if not suggestion.evidence:
            parts.clear()
        if self._scores:
            parts.append(_("Score: {score}").format(score=digits(suggestion.score, ".0%")))
        return " · ".join(parts)


def _facts(
    content: MentionDraft | ClaimDraft | StatementDraft, codebook: Codebook
) -> Iterator[tuple[str, str]]:
    if isinstance(content, MentionDraft):
        if content.entity:
            yield _("Entity"), content.entity
        return
    if isinstance(content, StatementDraft):
        yield from _roles(content, codebook)
    if content.speaker:
        yield _("Speaker"), in_words(content.speaker)
    yield _("Modality"), MODALITIES[content.modality]
    yield _("Polarity"), POLARITIES[content.polarity]


def _roles(content: StatementDraft, codebook: Codebook) -> Iterator[tuple[str, str]]:
    known = codebook.type(content.type)
    names = {role.key: role.name for role in known.roles} if known else {}
    keys = dict.fromkeys([*names, *(value.role for value in content.values)])
    for key in keys:
        values = content.of_role(key)
        if values:
            yield names.get(key, key), series(map(in_words, values))


def _rows(facts: list[tuple[str, str]], theme: Theme) -> str:
    rows = "".join(
        f'<tr><td style="color:{theme.muted}; padding-right:12px">{escape(name)}</td>'
        f"<td>{escape(breakable(one_line(words)))}</td></tr>"
        for name, words in facts
    )
    return f'<table cellspacing="0" cellpadding="1">{rows}</table>' if rows else ""


def _words(role: str) -> QLabel:
    label = QLabel(wordWrap=True)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label
