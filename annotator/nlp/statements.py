"""The component that finds statements: clauses whose cues together speak for a type."""

from collections.abc import Iterator, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from annotator.domain import EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.notes import Candidate, Hit, Notes, key_of, notes_of
from annotator.nlp.phrases import clause_heads, clause_of, clause_span, tidy
from annotator.nlp.wordings import patterns

TYPES = ("funding", "policy", "competitor")

_AUTHORITIES = frozenset({"body", "government", "ministry", "regulator", "agency", "parliament"})
_OFFICIALS = frozenset({"politician", "official", "court", "party"})


@Language.component("annotator_statements")
def find_statements(doc: Doc) -> Doc:
    """Notes a candidate for each clause that seems to be a statement."""
    notes = notes_of(doc)
    hits = [*notes.hits, *_entity_hits(doc, notes)]
    for sentence, reading in notes.readings:
        if reading.kind is None:
            continue
        inside = [hit for hit in hits if sentence.start <= hit.start < sentence.end]
        heads = clause_heads(sentence)
        for kind in TYPES:
            own = [hit for hit in inside if hit.cue.startswith(f"{kind}.")]
            notes.candidates.extend(_candidates(sentence, kind, own, heads))
    notes.candidates.sort(key=lambda candidate: (candidate.span.start, candidate.type))
    return doc


def _entity_hits(doc: Doc, notes: Notes) -> Iterator[Hit]:
    """Entities that speak for a type by being there."""
    for ent in doc.ents:
        kind = notes.kinds.get(key_of(ent), "")
        if ent.label_ == EntityLabel.MONEY:
            yield Hit("funding.sum", 0.3, ent.start, ent.end)
        elif ent.label_ == EntityLabel.LAW:
            yield Hit("policy.law", 0.6, ent.start, ent.end)
        elif kind in _AUTHORITIES:
            yield Hit("policy.body", 0.45, ent.start, ent.end)
        elif kind in _OFFICIALS:
            yield Hit("policy.official", 0.25, ent.start, ent.end)
        elif kind == "investor":
            yield Hit("funding.investor", 0.4, ent.start, ent.end)


def score_of(hits: Sequence[Hit]) -> float:
    """How likely a statement is if each cue speaks for itself; none counts more than twice."""
    doubt = 1.0
    against = 0.0
    seen: dict[str, int] = {}
    for hit in hits:
        seen[hit.cue] = seen.get(hit.cue, 0) + 1
        if seen[hit.cue] > 2:  # noqa: PLR2004 - said three times is no surer than said twice
            continue
        if hit.weight < 0:
            against += hit.weight
        else:
            doubt *= 1 - hit.weight
    return max(0.0, 1 - doubt + against)


def _candidates(
    sentence: Span, kind: str, hits: Sequence[Hit], heads: list[Token]
) -> Iterator[Candidate]:
    threshold = patterns(kind)["threshold"]
    if score_of(hits) < threshold:
        return
    by_clause: dict[int, list[Hit]] = {head.i: [] for head in heads}
    for hit in hits:
        by_clause[clause_of(sentence.doc[hit.start], heads).i].append(hit)
    strong = [place for place, own in by_clause.items() if score_of(own) >= threshold]
    if not strong:
        yield _candidate(kind, tidy(sentence.doc, sentence.start, sentence.end), hits)
        return
    for place in strong:
        head = sentence.doc[place]
        span = (
            clause_span(head, heads)
            if len(heads) > 1
            else tidy(sentence.doc, sentence.start, sentence.end)
        )
        yield _candidate(kind, span, by_clause[place])


def _candidate(kind: str, span: Span, hits: Sequence[Hit]) -> Candidate:
    ordered = sorted(hits, key=lambda hit: (-hit.weight, hit.start))
    speaking = tuple(hit for hit in ordered if hit.weight > 0)
    score = min(0.98, score_of(hits))
    return Candidate(kind, span, score, speaking, _evidence(span.doc, speaking))


def _evidence(doc: Doc, hits: Sequence[Hit]) -> str:
    """The cues in words that a person understands."""
    said = [hit for hit in hits if hit.cue.partition(".")[2] not in _NAMED]
    words = ", ".join(dict.fromkeys(f"“{doc[hit.start : hit.stop].text}”" for hit in said[:3]))
    named = [_reason(hit.cue) for hit in hits if hit.cue.partition(".")[2] in _NAMED]
    return " ".join([words, *dict.fromkeys(named)]).strip()


_NAMED = frozenset({"sum", "law", "body", "official", "investor"})


def _reason(cue: str) -> str:
    return {
        "funding.sum": _("with a sum of money"),
        "funding.investor": _("with an investor"),
        "policy.law": _("with a law or programme"),
        "policy.body": _("with a public authority"),
        "policy.official": _("with an office-holder"),
    }[cue]
