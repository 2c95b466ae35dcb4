"""Our components in the order in which they build on each other."""

import spacy
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokenizer import Tokenizer

from annotator.nlp import (  # noqa: F401 - importing them registers them with spaCy
    claims,
    cues,
    dates,
    encoding,
    entities,
    linking,
    money,
    paragraphs,
    roles,
    statements,
    universal,
)
from annotator.nlp.card import encoder_folder
from annotator.nlp.wordings import patterns

UNUSED = ("lemmatizer", "attribute_ruler", "trainable_lemmatizer")
"""Parts of stock pipelines that none of ours reads; leaving them out saves a fifth of the time."""

OURS = (
    "annotator_encoder",
    "annotator_cues",
    "annotator_money",
    "annotator_dates",
    "annotator_entities",
    "annotator_linking",
    "annotator_claims",
    "annotator_statements",
    "annotator_roles",
)


def assemble(name: str) -> Language:
    """The stock pipeline of that name without what is unused, and with ours behind it."""
    language = name.partition("_")[0]
    grammar = patterns("grammar", language)
    is_universal = "dependencies" in grammar
    unused = {*UNUSED} if is_universal else {*UNUSED, "morphologizer"}
    if encoder_folder(language) is not None:
        unused.add("ner")  # the encoder finds more names and fewer wrong ones
    nlp = spacy.load(name, exclude=unused)
    if isinstance(nlp.tokenizer, Tokenizer):
        for word in grammar.get("whole", ()):
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])
    money.part_stops(nlp)
    nlp.add_pipe("annotator_paragraphs", first=True)
    if not {"parser", "senter", "sentencizer"} & set(nlp.pipe_names):
        nlp.add_pipe("sentencizer")
    if is_universal:
        nlp.add_pipe("annotator_sentences", after="annotator_paragraphs")
        nlp.add_pipe("annotator_universal")
    for component in OURS:
        nlp.add_pipe(component)
    return nlp
