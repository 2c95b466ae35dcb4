"""Which name a pronoun or a phrase like "the company" stands for: the likeliest one before it.

Each name before it is weighed by how near and how prominent it is and by whether its label suits.
The weights stand in `models/antecedents`; `models/scripts/fit_antecedents.py` fits them on fillers
that readers named.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from math import exp, log1p

from spacy.tokens import Doc, Span

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.nlp.card import Card, read_card
from annotator.nlp.entity_spans import ents_in
from annotator.nlp.grammar import is_subject
from annotator.nlp.notes import name_of, notes_of
from annotator.nlp.referring import referring_kind
from annotator.paths import data_folder

_LABELS = NAMED_LABELS - {EntityLabel.EVENT}
_LOOK_BACK = 60
"""How many mentions before it can be meant."""
_FAR = 4
_OPENING = 2
_RECENT = 3
_BESIDE = 8
"""How many words from who says something a name may stand to belong to them."""


def meant_by(span: Span) -> Span | None:
    """The last mention of the name that a phrase stands for; None if it seems to be none."""
    kind = referring_kind(span)
    if kind is None:
        return None
    card = _card()
    scored = [
        (sum(card["weights"].get(name, 0.0) * value for name, value in features.items()), mention)
        for mention, features in candidates(span, kind)
    ]
    score, mention = max(scored, key=lambda each: each[0], default=(0.0, None))
    likely = 1 / (1 + exp(-score - card["bias"])) >= card["least"]
    return mention if likely else None


def candidates(span: Span, kind: str) -> list[tuple[Span, Mapping[str, float]]]:
    """The last mention of each name before a phrase of that kind, with what speaks for it."""
    named = _names_before(span)
    most = max(map(len, named.values()), default=0)
    opening = _opening(span.doc)
    place = _sentence(span)
    word = span.root.lower_
    speakers, beside = _around_speech(span)
    found: list[tuple[Span, Mapping[str, float]]] = []
    for name, mentions in named.items():
        last = mentions[-1]
        distance = place - _sentence(last)
        features = {
            f"distance {distance}" if distance < _FAR else "far": 1.0,
            f"{kind} as {last.label_}": 1.0,
            f"“{word}” as {last.label_}": 1.0,
            f"{kind} as who says so": float(name in speakers),
            f"{kind} as {last.label_} beside who says so": float(name in beside),
            "often": log1p(len(mentions)),
            "most often": float(len(mentions) == most),
            "in the opening": float(name in opening),
            "subject lately": float(
                any(is_subject(mention.root) for mention in mentions[-_RECENT:])
            ),
        }
        if is_subject(last.root):
            features["subject"] = 1.0
            features["subject just before"] = float(distance == 1)
            features["both subjects"] = float(is_subject(span.root))
        found.append((last, features))
    return found


def _names_before(span: Span) -> dict[str, list[Span]]:
    notes = notes_of(span.doc)
    stop = bisect_left(notes.ents, span.start, key=lambda ent: ent.start)
    named: dict[str, list[Span]] = {}
    for ent in notes.ents[max(0, stop - _LOOK_BACK) : stop]:
        if ent.label_ in _LABELS:
            named.setdefault(name_of(ent), []).append(ent)
    return named


def _around_speech(span: Span) -> tuple[set[str], set[str]]:
    """Names of who says a phrase, and those beside: "we" is mostly the firm of who speaks."""
    speakers: set[str] = set()
    beside: set[str] = set()
    for speech in notes_of(span.doc).speeches.get(span.root.i, ()):
        if speech.speaker is None:
            continue
        start, stop, sentence = speech.speaker.start, speech.speaker.end, speech.speaker.sent
        first, last = max(sentence.start, start - _BESIDE), min(sentence.end, stop + _BESIDE)
        for ent in ents_in(span.doc, first, last):
            (speakers if ent.start < stop and start < ent.end else beside).add(name_of(ent))
    return speakers, beside


def _opening(doc: Doc) -> set[str]:
    """The names in the first two sentences, of which the first is mostly the headline."""
    readings = notes_of(doc).readings[:_OPENING]
    return {
        name_of(ent)
        for sentence, _reading in readings
        for ent in ents_in(doc, sentence.start, sentence.end)
    }


def _sentence(span: Span) -> int:
    """The number of the sentence in which a span begins."""
    readings = notes_of(span.doc).readings
    return bisect_right(readings, span.start, key=lambda reading: reading[0].start)


@cache
def _card() -> Card:
    folder = data_folder() / "models" / "antecedents"
    return read_card(folder, weights=dict, bias=float, least=float)
