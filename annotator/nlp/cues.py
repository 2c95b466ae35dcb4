"""Cue words: resources/patterns/LANGUAGE/*.toml, found in a text in one pass."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from annotator.nlp.notes import Hit, notes_of
from annotator.nlp.wordings import patterns, phrases


class Cues:
    """The component that finds all cues; a longer one hides those of its own file inside it."""

    FILES = ("claims", "funding", "policy", "competitor")

    def __init__(self, nlp: Language) -> None:
        language = nlp.vocab.lang
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._cues: dict[str, tuple[str, str, float]] = {}
        self._features: dict[str, tuple[str, float]] = {}
        for name in self.FILES:
            for cue in patterns(name, language)["cue"]:
                feature = f"{name}.{cue['key']}", float(cue.get("weight", 0))
                self._features.update(dict.fromkeys(cue.get("features", ()), feature))
                for phrase, tag in phrases(cue, language):
                    key = f"{name}.{cue['key']}"
                    self._cues[f"{key}#{tag}"] = key, tag, float(cue.get("weight", 0))
                    self._matcher.add(f"{key}#{tag}", [nlp.make_doc(phrase)])

    def __call__(self, doc: Doc) -> Doc:
        """Notes the hits of all cues in the order of the text."""
        hits = list(self._shaped(doc))
        longest: dict[tuple[str, int], int] = {}
        tagged = doc.has_annotation("TAG")
        for span in sorted(self._matcher(doc, as_spans=True), key=len, reverse=True):
            key, tag, weight = self._cues[span.label_]
            if tagged and tag and not doc[_tagged_word(span, tag)].tag_.startswith(tag):
                continue
            family = key.partition(".")[0]
            places = [(family, place) for place in range(span.start, span.end)]
            if all(longest.get(place, 0) <= len(span) for place in places):
                longest.update(dict.fromkeys(places, len(span)))
                hits.append(Hit(key, weight, span.start, span.end))
        notes_of(doc).hits = sorted(hits, key=lambda hit: (hit.start, hit.cue))
        return doc

    def _shaped(self, doc: Doc) -> Iterator[Hit]:
        """Cues that are a form of a word, as the conditional is."""
        for token in doc if self._features else ():
            for feature in str(token.morph).split("|"):
                if feature in self._features:
                    yield Hit(*self._features[feature], token.i, token.i + 1)


def _tagged_word(span: Span, tag: str) -> int:
    """A phrase has its verb in front and its noun at the end."""
    return span.start if tag == "VB" else span.end - 1


@Language.factory("annotator_cues")
def make_cues(nlp: Language, name: str) -> Cues:  # noqa: ARG001 - spaCy calls factories with a name
    """The component for a pipeline."""
    return Cues(nlp)
