"""What the article view shows of an article's annotations and pending suggestions."""

from collections.abc import Iterable, Iterator, Mapping

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    Codebook,
    EntityLabel,
    MentionDraft,
    StatementDraft,
    Suggestion,
)
from annotator.formats import pair
from annotator.i18n import gettext as _
from annotator.ui.article_view import Form, Layer, Mark
from annotator.ui.marked import Annotation, ref
from annotator.ui.theme import Theme, label_colour
from annotator.ui.wordings import kind_name

Draft = MentionDraft | ClaimDraft | StatementDraft

_CLAIM_COLOURS: Mapping[ClaimKind, tuple[str, str]] = {
    ClaimKind.FACT: ("#4f7390", "#7393b8"),
    ClaimKind.FORECAST: ("#5f2a8a", "#eccfff"),
    ClaimKind.OPINION: ("#8f6200", "#e0aa3a"),
}
_FORMS: Mapping[EntityLabel, Form] = {
    EntityLabel.LOC: Form.DOUBLE,
    EntityLabel.NORP: Form.HOOKED,
    EntityLabel.LAW: Form.DOUBLE,
    EntityLabel.EVENT: Form.HOOKED,
    EntityLabel.DATE: Form.DOUBLE,
    EntityLabel.PERCENT: Form.HOOKED,
}


def annotation_marks(
    annotations: Iterable[Annotation], codebook: Codebook, theme: Theme
) -> Iterator[Mark]:
    """Marks of what the coder has tagged or accepted."""
    for item in annotations:
        yield Mark(
            key=ref(item),
            span=item.span,
            layer=layer(item),
            label=kind_name(item, codebook),
            colour=colour(item, codebook, theme),
            form=form(item),
        )


def suggestion_marks(
    pending: Iterable[Suggestion], codebook: Codebook, theme: Theme
) -> Iterator[Mark]:
    """Marks of the suggestions on which the coder has not decided."""
    for suggestion in pending:
        yield Mark(
            key=ref(suggestion),
            span=suggestion.span,
            layer=layer(suggestion.content),
            label=kind_name(suggestion.content, codebook),
            colour=colour(suggestion.content, codebook, theme),
            pending=True,
            form=form(suggestion.content),
        )


def layer(draft: Draft) -> Layer:
    """The layer on which an annotation is shown."""
    if isinstance(draft, StatementDraft):
        return Layer.STATEMENTS
    return Layer.CLAIMS if isinstance(draft, ClaimDraft) else Layer.MENTIONS


def colour(draft: Draft, codebook: Codebook, theme: Theme) -> str:
    """The colour of an annotation: its type's, its label's or its kind's."""
    if isinstance(draft, StatementDraft):
        return type_colour(draft.type, codebook, theme)
    if isinstance(draft, ClaimDraft):
        return _CLAIM_COLOURS[draft.kind][theme.dark]
    return label_colour(draft.label, theme)


def form(draft: Draft) -> Form:
    """The form of its line: labels of one family of colour have one each."""
    return _FORMS.get(draft.label, Form.SINGLE) if isinstance(draft, MentionDraft) else Form.SINGLE


def mark_in_words(mark: Mark) -> str:
    """A mark as a line of a menu."""
    kind = {
        Layer.STATEMENTS: _("statement"),
        Layer.CLAIMS: _("claim"),
        Layer.MENTIONS: _("mention"),
        Layer.SUGGESTIONS: _("suggestion"),
    }[mark.layer]
    words = _("{kind}, suggested").format(kind=kind) if mark.pending else kind
    return pair(mark.label, words)


def type_colour(key: str, codebook: Codebook, theme: Theme) -> str:
    """The colour of a statement type; muted for one that the codebook does not have."""
    known = codebook.type(key)
    return known.colour if known else theme.muted
