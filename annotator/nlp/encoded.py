"""The sentences of a parsed text with what the encoder made of them, for who learns from them."""

from collections.abc import Iterator

from spacy.tokens import Doc

from annotator.domain import Span
from annotator.nlp.encoder import Encoded
from annotator.nlp.encoding import encodings_of
from annotator.nlp.fillers import text_span
from annotator.nlp.phrases import worded_sentences
from annotator.nlp.weighing import uncued

Sentence = tuple[Span, Encoded]


def sentences_of(doc: Doc, offset: int) -> Iterator[Sentence]:
    """Those that the encoder read; the text begins `offset` code points into its article.

    Their logits are as they weigh without cues: what is learned is added to weighed ones.
    """
    encodings = encodings_of(doc)
    if encodings is None:
        return
    for sentence in worded_sentences(doc):
        encoded = encodings.sentences[sentence.start]
        yield text_span(sentence).moved(offset), uncued(encodings.card, encoded)
