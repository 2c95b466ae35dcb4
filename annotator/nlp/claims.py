"""The component that reads each sentence: what it claims, who says it, how sure it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from annotator.domain import NO_CLAIM, ClaimKind, EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.encoding import encodings_of
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.grammar import is_subject
from annotator.nlp.marked import speaker_in
from annotator.nlp.mood import modality_of, polarity_of
from annotator.nlp.notes import Hit, Reading, Speech, hits_in, notes_of
from annotator.nlp.phrases import is_finite, tidy, worded_sentences
from annotator.nlp.speech import find_speeches
from annotator.nlp.weighing import kind_chances
from annotator.nlp.wordings import word_set

_Speeches = Mapping[int, Sequence[Speech]]
_THRESHOLD = 0.75
_QUOTED = 0.35
_PAST = -0.35
_NUMBERS = -0.3
_COPULA = 0.25
_MEANS = 0.55
_POINTING = 0.25
_PRESENT = frozenset({"VBZ", "VBP"})
_SHORTEST = 3
_HEADLINE = 2
_LONG = 7
_CLOSING = "\"'\u201d\u2019) "
_ACTORS = frozenset({"ORG", "PERSON", "GPE"})
_NUMERIC = frozenset({EntityLabel.MONEY.value, EntityLabel.PERCENT.value, EntityLabel.DATE.value})


@Language.component("annotator_claims")
def read_claims(doc: Doc) -> Doc:
    """Notes a reading for every sentence that has words."""
    notes = notes_of(doc)
    for speech in find_speeches(doc, notes.hits):
        for place in range(speech.start, speech.stop):
            notes.speeches.setdefault(place, []).append(speech)
    encodings = encodings_of(doc)
    for sentence in worded_sentences(doc):
        reading = read(sentence, notes.hits, notes.speeches)
        if encodings:
            encoded = encodings.sentences[sentence.start]
            reading = _weighed(reading, kind_chances(encodings.card, encoded, reading.kind))
            speaker = speaker_in(encodings, sentence, reading.speaker)
            reading = replace(reading, speaker=speaker)
        notes.readings.append((sentence, reading))
    return doc


def _weighed(reading: Reading, chances: Mapping[str, float]) -> Reading:
    """The reading with the likeliest kind, and the cues only if they speak for that one."""
    best = max(chances, key=lambda kind: chances[kind])
    kind = ClaimKind(best) if best != NO_CLAIM else None
    evidence = reading.evidence if kind == reading.kind else _("reads like the labelled ones")
    return replace(reading, kind=kind, score=min(0.98, chances[best]), evidence=evidence)


def read(sentence: Span, hits: Sequence[Hit], speeches: _Speeches) -> Reading:
    """The reading of one sentence; inside a quotation, the quoted words decide."""
    speech = speech_over(sentence, speeches)
    said = said_in(sentence, speech)
    inside = hits_in(hits, said.start, said.end)
    kind, score, evidence = _kind(sentence, said, inside, quoted=bool(speech and speech.quoted))
    return Reading(
        kind=kind,
        score=score,
        evidence=evidence,
        speaker=speech.speaker if speech else None,
        modality=modality_of(said, inside),
        polarity=polarity_of(said, inside),
    )


def speech_over(span: Span, speeches: _Speeches) -> Speech | None:
    """The speech that covers most of a span, if that is half of it or its verb rules the span."""
    near = {id(speech): speech for token in span for speech in speeches.get(token.i, ())}
    best = max(
        near.values(), key=lambda speech: (_shared(span, speech), -speech.start), default=None
    )
    if best is None or not _shared(span, best):
        return None
    return best if _shared(span, best) * 2 >= len(span) or best.verb == span.root.i else None


def _shared(span: Span, speech: Speech) -> int:
    return max(0, min(span.end, speech.stop) - max(span.start, speech.start))


def said_in(sentence: Span, speech: Speech | None) -> Span:
    """What is said in the sentence, without the words that tell who says it."""
    if speech is None:
        return sentence
    start, stop = max(sentence.start, speech.start), min(sentence.end, speech.stop)
    said = tidy(sentence.doc, start, stop)
    return said if len(said) else sentence


def _kind(
    sentence: Span, said: Span, hits: Sequence[Hit], *, quoted: bool
) -> tuple[ClaimKind | None, float, str]:
    """The kind of claim, with its score and the words that speak for it."""
    if _exhorts(said, hits):
        return ClaimKind.OPINION, 0.6, _("tells the reader what to do")
    if _claims_nothing(sentence):
        return None, 0.0, ""
    forecast = [hit for hit in hits if hit.cue == "claims.forecast" and _near_root(said, hit)]
    opinion = _opinion(said, hits, quoted=quoted)
    if opinion >= _THRESHOLD:
        judging = [hit for hit in hits if hit.cue == "claims.judge"] or list(hits)
        return ClaimKind.OPINION, min(0.9, 0.4 + opinion / 5), _words(sentence.doc, judging)
    if (
        forecast
        and not _is_announced(said, forecast)
        and not _is_reported(sentence, said, quoted=quoted)
    ):
        return ClaimKind.FORECAST, 0.65, _words(sentence.doc, forecast)
    return ClaimKind.FACT, 0.8 if opinion < _THRESHOLD / 2 else 0.6, _("tells what is or was so")


def _exhorts(said: Span, hits: Sequence[Hit]) -> bool:
    """Whether it is a piece of advice, and not a call to subscribe, read on or share."""
    root = said.root
    if root.tag_ != "VB" or len(said) < _LONG or any(hit.cue == "claims.call" for hit in hits):
        return False
    return not any(is_subject(child) or child.dep_ == "aux" for child in root.children)


def _claims_nothing(sentence: Span) -> bool:
    """Questions, and fragments without a verb that asserts something, below the headline."""
    if sentence.text.rstrip(_CLOSING).endswith("?"):
        return True
    is_headline = sentence.start < _SHORTEST and all(
        token.is_space for token in sentence.doc[: sentence.start]
    )
    if is_finite(sentence) and len(sentence) >= _SHORTEST:
        return False
    return not is_headline or len(sentence) < _HEADLINE or _is_byline(sentence)


def _is_byline(sentence: Span) -> bool:
    return sentence[0].lower_ in word_set("byline", sentence.doc.lang_)


def _near_root(said: Span, hit: Hit) -> bool:
    """Whether the cue belongs to the main clause."""
    token = said.doc[hit.start]
    heads = {said.root.i} | {child.i for child in said.root.children if child.dep_ == "conj"}
    return token.i in heads or token.head.i in heads


def _is_announced(said: Span, forecast: Sequence[Hit]) -> bool:
    """Whether somebody named is to do something: a plan, which can be checked, not a forecast."""
    groups, states = (word_set(name, said.doc.lang_) for name in ("groups", "states"))
    plain = all(_is_plain_future(said.doc[hit.start]) for hit in forecast)
    if not plain or said.root.lower_ in states:
        return False
    subjects = [child for child in said.root.children if is_subject(child)]
    return any(child.ent_type_ in _ACTORS or child.lower_ in groups for child in subjects)


def _is_plain_future(token: Token) -> bool:
    """Whether the word says no more than that something lies ahead."""
    return token.lower_ in word_set("will", token.lang_) or "Fut" in token.morph.get("Tense", [])


def _is_reported(sentence: Span, said: Span, *, quoted: bool) -> bool:
    """Whether the sentence mainly reports that something was said."""
    return not quoted and len(said) < len(sentence) * 2 / 3


def _opinion(said: Span, hits: Sequence[Hit], *, quoted: bool) -> float:
    """How much speaks for a judgement, less what speaks for a checkable event."""
    counts = Counter(hit.cue for hit in hits)
    pointing = word_set("demonstratives", said.doc.lang_)
    score = min(2, counts["claims.judge"]) * 0.6 + min(1, counts["claims.self"]) * 0.3
    score += min(2, counts["claims.compare"]) * 0.15 + (_QUOTED if quoted else 0)
    score += _PAST if said.root.tag_ in {"VBD", "VBN"} else 0
    score += (
        _MEANS
        if any(hit.cue == "claims.interpret" and hit.start == said.root.i for hit in hits)
        else 0
    )
    score += _POINTING if said[0].lower_ in pointing and said.root.tag_ in _PRESENT else 0
    score += _COPULA if said.root.lower_ in word_set("copulas", said.doc.lang_) else 0
    if any(ent.label_ in _NUMERIC for ent in ents_in(said.doc, said.start, said.end)):
        score += _NUMBERS
    return score


def _words(doc: Doc, hits: Sequence[Hit]) -> str:
    words = dict.fromkeys(doc[hit.start : hit.stop].text for hit in hits)
    return ", ".join(f"“{word}”" for word in list(words)[:3]) or _("wording of a judgement")
