"""The component that finds statements: clauses whose cues together speak for a type."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from annotator.domain import SUGGESTED_TYPES, EntityLabel
from annotator.formats import in_quotes, listing
from annotator.i18n import gettext as _
from annotator.nlp.encoder import Encoded
from annotator.nlp.encoding import Encodings, encodings_of
from annotator.nlp.extents import extents
from annotator.nlp.grammar import is_subject
from annotator.nlp.notes import Candidate, Hit, Notes, hits_in, key_of, notes_of, threshold_in
from annotator.nlp.phrases import clause_heads, clause_of, clause_span, tidy
from annotator.nlp.weighing import statement_chance
from annotator.nlp.wordings import patterns

_STRONG = 0.5
_TOPICAL = 0.25
_SEVERAL = 5
_CONTEXT = 0.35
_TWICE = 2
_FRAGMENT = 0.15
"""What a question or fragment must have above the threshold."""
_SLIGHT = 0.05
"""What cues must add up to in any case where rules decide alone: no cue, no statement."""

_AUTHORITIES = frozenset({"body", "government", "ministry", "regulator", "agency", "parliament"})
_COUNTRIES = frozenset({"country", "state", "region"})
_OFFICIALS = frozenset({"politician", "official", "court", "party"})


@Language.component("annotator_statements")
def find_statements(doc: Doc) -> Doc:
    """Notes a candidate for each clause that seems to be a statement."""
    notes = notes_of(doc)
    encodings = encodings_of(doc)
    for (sentence, reading), cues in zip(notes.readings, cues_by_sentence(doc), strict=True):
        for kind, own in cues.items():
            if encodings:
                found = _read(encodings, sentence, kind, own)
            else:
                extra = _FRAGMENT if reading.kind is None else 0.0
                found = _candidates(sentence, kind, own, extra)
            notes.candidates.extend(found)
    notes.candidates.sort(key=lambda candidate: (candidate.span.start, candidate.type))
    return doc


def cues_by_sentence(doc: Doc) -> Iterator[dict[str, list[Hit]]]:
    """What speaks for each type in each sentence that was read, in the order of the text."""
    notes = notes_of(doc)
    hits = sorted([*notes.hits, *_entity_hits(notes)], key=lambda hit: (hit.start, hit.cue))
    topical = _topical(notes, hits)
    for sentence, _reading in notes.readings:
        inside = hits_in(hits, sentence.start, sentence.end)
        found: dict[str, list[Hit]] = {}
        for kind in SUGGESTED_TYPES:
            own = [hit for hit in inside if hit.cue.startswith(f"{kind}.")]
            if own and kind in topical:
                own.append(Hit(f"{kind}.context", topical[kind], own[0].start, own[0].stop))
            found[kind] = own
        yield found


def _read(
    encodings: Encodings, sentence: Span, kind: str, hits: Sequence[Hit]
) -> Iterator[Candidate]:
    """The stretches of a likely sentence that the encoder marks, or all of it."""
    encoded = encodings.sentences[sentence.start]
    chance = statement_chance(encodings.card, encoded, kind, score_of(hits))
    if chance < threshold_in(sentence.doc, kind, encodings.card["thresholds"][kind]):
        return
    for span in extents(encodings, sentence, kind):
        own = hits_in(hits, span.start, span.end) or hits
        found = _candidate(kind, span, own, chance)
        if not found.hits:
            head = span.root.i
            around = (Hit(f"{kind}.read", 0.0, head, head + 1),)
            found = replace(found, hits=around, evidence=_like(encodings, encoded, kind))
        yield found


def _like(encodings: Encodings, encoded: Encoded, kind: str) -> str:
    """The labelled sentence that speaks for a type where no cue does."""
    example = encodings.encoder.nearest(kind, encoded)
    return _("reads like “{example}”").format(example=example)


def _entity_hits(notes: Notes) -> Iterator[Hit]:
    """Entities that speak for a type by being there."""
    for ent in notes.ents:
        kind = notes.kinds.get(key_of(ent), "")
        if ent.label_ == EntityLabel.MONEY:
            yield Hit("funding.sum", 0.3, ent.start, ent.end)
        elif ent.label_ == EntityLabel.LAW:
            yield Hit("policy.law", 0.6, ent.start, ent.end)
        elif kind in _AUTHORITIES:
            yield Hit("policy.body", 0.45, ent.start, ent.end)
        elif kind in _COUNTRIES and is_subject(ent.root):
            yield Hit("policy.country", 0.3, ent.start, ent.end)
        elif kind in _OFFICIALS:
            yield Hit("policy.official", 0.25, ent.start, ent.end)
        elif ent.label_ == EntityLabel.PRODUCT:
            yield Hit("competitor.product", 0.2, ent.start, ent.end)
        elif kind == "investor":
            yield Hit("funding.investor", 0.4, ent.start, ent.end)


def _topical(notes: Notes, hits: Sequence[Hit]) -> dict[str, float]:
    """For each type how much it speaks for a sentence that its article is about such things."""
    sentences = [sentence for sentence, _reading in notes.readings]
    weights: dict[str, float] = {}
    for kind in SUGGESTED_TYPES:
        strong = [hit for hit in hits if hit.cue.startswith(f"{kind}.") and hit.weight >= _STRONG]
        sure = sum(bool(hits_in(strong, s.start, s.end)) for s in sentences)
        share = sure / len(sentences) if sentences else 0.0
        if share >= _TOPICAL and len(sentences) >= _SEVERAL:
            weights[kind] = min(_CONTEXT, share)
    return weights


def score_of(hits: Sequence[Hit]) -> float:
    """How likely a statement is if each cue speaks for itself; strong ones count up to twice."""
    doubt = 1.0
    against = 0.0
    seen: dict[str, int] = {}
    for hit in hits:
        seen[hit.cue] = seen.get(hit.cue, 0) + 1
        if seen[hit.cue] > (_TWICE if hit.weight >= _STRONG else 1):
            continue
        if hit.weight < 0:
            against += hit.weight
        else:
            doubt *= 1 - hit.weight
    return max(0.0, 1 - doubt + against)


def _candidates(
    sentence: Span, kind: str, hits: Sequence[Hit], extra: float
) -> Iterator[Candidate]:
    own = patterns(kind, sentence.doc.lang_)["threshold"]
    threshold = max(threshold_in(sentence.doc, kind, own), _SLIGHT) + extra
    if score_of(hits) < threshold:
        return
    heads = clause_heads(sentence)
    by_clause: dict[int, list[Hit]] = {head.i: [] for head in heads}
    for hit in hits:
        by_clause[clause_of(sentence.doc[hit.start], heads).i].append(hit)
    strong = [place for place, own in by_clause.items() if score_of(own) >= threshold]
    if not strong:
        yield _candidate(
            kind, tidy(sentence.doc, sentence.start, sentence.end), hits, score_of(hits)
        )
        return
    for place in strong:
        head = sentence.doc[place]
        span = (
            clause_span(head, heads)
            if len(heads) > 1
            else tidy(sentence.doc, sentence.start, sentence.end)
        )
        yield _candidate(kind, span, by_clause[place], score_of(by_clause[place]))


def _candidate(kind: str, span: Span, hits: Sequence[Hit], score: float) -> Candidate:
    ordered = sorted(hits, key=lambda hit: (-hit.weight, hit.start))
    speaking = tuple(hit for hit in ordered if hit.weight > 0)
    return Candidate(kind, span, min(0.98, score), speaking, _evidence(span.doc, speaking))


def _evidence(doc: Doc, hits: Sequence[Hit]) -> str:
    """The cues in words that a person understands."""
    said = [hit for hit in hits if hit.cue.partition(".")[2] not in _NAMED]
    words = listing(dict.fromkeys(in_quotes(doc[hit.start : hit.stop].text) for hit in said[:3]))
    named = [_reason(hit.cue) for hit in hits if hit.cue.partition(".")[2] in _NAMED]
    return " ".join([words, *dict.fromkeys(named)]).strip()


_NAMED = frozenset({"product", "country", "context", "sum", "law", "body", "official", "investor"})


def _reason(cue: str) -> str:
    return {
        "funding.sum": _("with a sum of money"),
        "funding.investor": _("with an investor"),
        "policy.law": _("with a law or programme"),
        "competitor.product": _("with a product"),
        "policy.country": _("done by a country"),
        "policy.context": _("in an article about policy"),
        "funding.context": _("in an article about funding"),
        "competitor.context": _("in an article about competition"),
        "policy.body": _("with a public authority"),
        "policy.official": _("with an office-holder"),
    }[cue]
