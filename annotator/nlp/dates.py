"""The component that settles dates: whole expressions, and the day where one is named."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.domain import EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.days import find_days
from annotator.nlp.encoding import encodings_of
from annotator.nlp.entity_spans import place, token_span, trimmed
from annotator.nlp.notes import key_of, notes_of

_READ_SCORE = 0.75
_NAMED_SCORE = 0.95


@Language.component("annotator_dates")
def find_dates(doc: Doc) -> Doc:
    """Makes each named day a DATE entity, and each time that was recognised as one."""
    notes = notes_of(doc)
    spans: list[Span] = []
    for where, day in find_days(doc.text, doc.lang_):
        span = token_span(doc, where.start, where.stop, EntityLabel.DATE)
        notes.days[key_of(span)] = day
        notes.origins[key_of(span)] = (_NAMED_SCORE, _("a day of the calendar"))
        spans.append(span)
    encodings = encodings_of(doc)
    for ent in encodings.tagged(doc) if encodings else doc.ents:
        if ent.label_ == EntityLabel.DATE:
            span = trimmed(ent)
            notes.origins.setdefault(key_of(span), (_READ_SCORE, _("recognised as a time")))
            spans.append(span)
    place(doc, spans, drop={EntityLabel.DATE})
    return doc
