"""Which suggestions can be decided on together with the current one; pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotator.domain import Codebook, Span, Suggestion
from annotator.i18n import gettext as _
from annotator.ui.wordings import kind_name, one_line, shortened

_WORDS = 40


@dataclass(frozen=True, slots=True)
class Scope:
    """Suggestions that have something in common, which `name` says; `&` is before its letter."""

    name: str
    ids: tuple[int, ...]


def scopes(
    current: Suggestion,
    pending: Iterable[Suggestion],
    *,
    sentence: Span,
    screen: Span,
    codebook: Codebook,
) -> tuple[Scope, ...]:
    """All that are pending of the current one's label, words, sentence and screen."""
    listed = list(pending)
    same = [one for one in listed if (one.kind, one.label) == (current.kind, current.label)]
    alike = [one for one in listed if one.kind is current.kind and _words(one) == _words(current)]
    label = kind_name(current.content, codebook).replace("&", "&&")
    words = shortened(one_line(current.quote), _WORDS).replace("&", "&&")
    return (
        _scope(_("This &label: {label}").format(label=label), same),
        _scope(_("These &words: {words}").format(words=words), alike),
        _scope(_("This &sentence"), (one for one in listed if sentence.speaks_of(one.span))),
        _scope(_("This s&creen"), (one for one in listed if screen.overlaps(one.span))),
    )


def _scope(name: str, found: Iterable[Suggestion]) -> Scope:
    return Scope(name, tuple(one.id for one in found))


def _words(suggestion: Suggestion) -> str:
    return one_line(suggestion.quote).casefold()
