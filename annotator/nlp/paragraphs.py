"""A line break ends a sentence: headlines and list items count like sentences."""

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("annotator_paragraphs")
def end_sentences_at_breaks(doc: Doc) -> Doc:
    """Sets sentence starts after every run of space that holds a line break."""
    for token in doc[:-1]:
        if token.is_space and "\n" in token.text:
            following = doc[token.i + 1]
            following.is_sent_start = True
    return doc
