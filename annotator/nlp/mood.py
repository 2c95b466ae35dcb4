"""How sure and how affirmed a stretch of text is: modality and polarity from cues."""

from collections.abc import Sequence

from spacy.tokens import Span

from annotator.domain import Modality, Polarity
from annotator.nlp.notes import Hit
from annotator.nlp.wordings import word_set

_ORDER = (Modality.DESIRED, Modality.PLANNED, Modality.POSSIBLE)


def modality_of(span: Span, hits: Sequence[Hit]) -> Modality:
    """What the main verb's own cues say, else the first cue of the stretch, else fact."""
    inside = [hit for hit in hits if span.start <= hit.start < span.end]
    head = span.root.i
    near = {child.i for child in span.root.children} | {head}
    for where in (near, None):
        for modality in _ORDER:
            cue = f"claims.{modality.value}"
            if any(hit.cue == cue and (where is None or hit.start in where) for hit in inside):
                return modality
        if where is not None and _is_done(span):
            return Modality.FACT
    return Modality.FACT


def _is_done(span: Span) -> bool:
    """Whether the main verb tells of what has happened."""
    done = word_set("done", span.doc.lang_)
    return span.root.tag_ == "VBD" or any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in done for child in span.root.children
    )


def polarity_of(span: Span, hits: Sequence[Hit]) -> Polarity:
    """Negated when the main verb, or what it governs at once, is."""
    root = span.root
    near = {root.i} | {child.i for child in root.children}
    negated = any(child.dep_ == "neg" for child in root.children) or any(
        hit.cue == "claims.negation" and hit.start in near for hit in hits
    )
    return Polarity.NEGATED if negated else Polarity.AFFIRMED
