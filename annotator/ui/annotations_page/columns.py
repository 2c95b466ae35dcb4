"""The columns of the list of annotations: titles, widths at first, orders, words."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from annotator.domain import (
    AnnotationOrder,
    AnnotationRow,
    AnnotationState,
    Codebook,
    MentionDraft,
    SuggestionKind,
)
from annotator.formats import day
from annotator.i18n import gettext as _
from annotator.ui.wordings import MODALITIES, POLARITIES, kind_name, one_line


class Column(IntEnum):
    """The columns of the list; the words are always there."""

    TEXT = 0
    KIND = 1
    LABEL = 2
    STATE = 3
    TITLE = 4
    SOURCE = 5
    DATE = 6
    SPEAKER = 7
    MODALITY = 8
    POLARITY = 9
    CODER = 10


TITLES: Mapping[Column, str] = {
    Column.TEXT: _("Words"),
    Column.KIND: _("Kind"),
    Column.LABEL: _("Label"),
    Column.STATE: _("State"),
    Column.TITLE: _("Article"),
    Column.SOURCE: _("Source"),
    Column.DATE: _("Date"),
    Column.SPEAKER: _("Speaker"),
    Column.MODALITY: _("Modality"),
    Column.POLARITY: _("Polarity"),
    Column.CODER: _("Coder"),
}
WIDTHS: Mapping[int, int] = {
    Column.TEXT: 320,
    Column.KIND: 96,
    Column.LABEL: 146,
    Column.STATE: 104,
    Column.TITLE: 228,
    Column.SOURCE: 110,
    Column.DATE: 108,
    Column.SPEAKER: 0,
    Column.MODALITY: 0,
    Column.POLARITY: 0,
    Column.CODER: 0,
}
ORDERS: Mapping[Column, AnnotationOrder] = {
    column: AnnotationOrder[column.name] for column in Column
}
KINDS: Mapping[SuggestionKind, str] = {
    SuggestionKind.STATEMENT: _("Statement"),
    SuggestionKind.CLAIM: _("Claim"),
    SuggestionKind.MENTION: _("Mention"),
}
STATES: Mapping[AnnotationState, str] = {
    AnnotationState.TAGGED: _("Tagged"),
    AnnotationState.PENDING: _("Pending"),
    AnnotationState.FLAGGED: _("Flagged"),
    AnnotationState.SKIPPED: _("Skipped"),
    AnnotationState.REJECTED: _("Rejected"),
}
_Words = Callable[[AnnotationRow, Codebook], str]
_WORDS: Mapping[Column, _Words] = {
    Column.TEXT: lambda row, _codebook: one_line(row.item.quote),
    Column.KIND: lambda row, _codebook: KINDS[row.kind],
    Column.LABEL: lambda row, codebook: kind_name(row.content, codebook),
    Column.STATE: lambda row, _codebook: STATES[row.state],
    Column.TITLE: lambda row, _codebook: row.article.title or _("Untitled"),
    Column.SOURCE: lambda row, _codebook: row.article.source,
    Column.DATE: lambda row, _codebook: _day(row),
    Column.SPEAKER: lambda row, _codebook: _speaker(row),
    Column.MODALITY: lambda row, _codebook: _modality(row),
    Column.POLARITY: lambda row, _codebook: _polarity(row),
    Column.CODER: lambda row, _codebook: row.coder,
}


def cell(row: AnnotationRow, column: int, codebook: Codebook) -> str:
    """What a column says of an annotation; "" where there is nothing to say."""
    return _WORDS[Column(column)](row, codebook)


def _day(row: AnnotationRow) -> str:
    return day(row.article.published) if row.article.published else ""


def _speaker(row: AnnotationRow) -> str:
    speaker = None if isinstance(row.content, MentionDraft) else row.content.speaker
    return speaker.text if speaker else ""


def _modality(row: AnnotationRow) -> str:
    return "" if isinstance(row.content, MentionDraft) else MODALITIES[row.content.modality]


def _polarity(row: AnnotationRow) -> str:
    return "" if isinstance(row.content, MentionDraft) else POLARITIES[row.content.polarity]
