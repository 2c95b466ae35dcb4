"""The component that finds sums of money and notes what they come to."""

from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from annotator.domain import EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.entity_spans import place, token_span
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.sums import find_sums
from annotator.nlp.wordings import patterns

_ENOUGH = 3
"""How often an article must name a country before a bare "$" is taken for its dollar."""


@Language.component("annotator_money")
def find_money(doc: Doc) -> Doc:
    """Makes each sum a MONEY entity, whole with its qualifiers, and notes its bounds."""
    notes = notes_of(doc)
    sums = find_sums(doc.text, doc.lang_)
    home = _home_currency(doc) if any(item.bare for item in sums) else "USD"
    spans = []
    for item in sums:
        span = token_span(doc, item.span.start, item.span.stop, EntityLabel.MONEY)
        spans.append(span)
        money = replace(item.money, currency=home) if item.bare else item.money
        notes.sums[key_of(span)] = money
        notes.origins[key_of(span)] = (0.95, _("a sum of money"))
    place(doc, spans, drop={EntityLabel.MONEY})
    return doc


def _home_currency(doc: Doc) -> str:
    """The currency of a bare "$" in this article."""
    words = Counter(token.text for token in doc)
    named = {
        code: sum(words[place_name] for place_name in names)
        for code, names in patterns("money", doc.lang_)["homes"].items()
    }
    code, times = max(named.items(), key=lambda pair: pair[1])
    return code if times >= _ENOUGH and times > 2 * named["USD"] else "USD"
