"""Cue words: resources/patterns/*.toml, found in a text in one pass."""

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc

from annotator.nlp.notes import Hit, notes_of
from annotator.nlp.wordings import patterns, phrases


class Cues:
    """The component that finds all cues; a longer one hides those of its own file inside it."""

    FILES = ("claims", "funding", "policy", "competitor")

    def __init__(self, nlp: Language) -> None:
        self._matcher = PhraseMatcher(nlp.vocab, attr="NORM")
        self._weights: dict[str, float] = {}
        for name in self.FILES:
            for cue in patterns(name)["cue"]:
                key = f"{name}.{cue['key']}"
                self._weights[key] = float(cue.get("weight", 0))
                self._matcher.add(key, [nlp.make_doc(phrase) for phrase in phrases(cue)])

    def __call__(self, doc: Doc) -> Doc:
        """Notes the hits of all cues in the order of the text."""
        hits: list[Hit] = []
        longest: dict[tuple[str, int], int] = {}
        for span in sorted(self._matcher(doc, as_spans=True), key=len, reverse=True):
            family = span.label_.partition(".")[0]
            places = [(family, place) for place in range(span.start, span.end)]
            if all(longest.get(place, 0) <= len(span) for place in places):
                longest.update(dict.fromkeys(places, len(span)))
                weight = self._weights[span.label_]
                hits.append(Hit(span.label_, weight, span.start, span.end))
        notes_of(doc).hits = sorted(hits, key=lambda hit: (hit.start, hit.cue))
        return doc


@Language.factory("annotator_cues")
def make_cues(nlp: Language, name: str) -> Cues:  # noqa: ARG001 - spaCy calls factories with a name
    """The component for a pipeline."""
    return Cues(nlp)
