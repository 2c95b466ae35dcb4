"""The sentences of a parsed text with what the encoder made of them, for who learns from them."""

from collections.abc import Iterator

from spacy.tokens import Doc

from annotator.domain import Span
from annotator.nlp.encoder import Encoded
from annotator.nlp.encoding import encodings_of
from annotator.nlp.fillers import text_span
from annotator.nlp.phrases import worded_sentences

Sentence = tuple[Span, Encoded]


def sentences_of(doc: Doc, offset: int) -> Iterator[Sentence]:
    """Those that the encoder read; the text begins `offset` code points into its article."""
    encodings = encodings_of(doc)
    if encodings is None:
        return
    for sentence in worded_sentences(doc):
        yield text_span(sentence).moved(offset), encodings.sentences[sentence.start]
