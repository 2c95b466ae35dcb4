"""Parses after Universal Dependencies, told in the labels that our components read.

spaCy's English pipelines hang a noun on its preposition and what is said of a subject on "is", with
Penn tags; those of French and many other languages follow https://universaldependencies.org. Where
a language's grammar.toml lists [dependencies], its parses are turned round before ours see them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, TAG
from spacy.language import Language
from spacy.tokens import Doc, MorphAnalysis, Token

from annotator.nlp.wordings import patterns, word_set

_OBLIQUE = ("obl", "nmod", "iobj")
_ENDS = frozenset('.!?\u2026:;\u00bb"\u201d)*\u2022')
_VERBS = frozenset({"VERB", "AUX"})
_WITH_VERB = frozenset(
    {"csubj", "mark", "advmod", "advcl", "punct", "parataxis", "cc", "dislocated"}
)
_TAGS = {
    "ADJ": "JJ",
    "ADP": "IN",
    "ADV": "RB",
    "CCONJ": "CC",
    "DET": "DT",
    "NOUN": "NN",
    "NUM": "CD",
    "PART": "RP",
    "PRON": "PRP",
    "PROPN": "NNP",
    "PUNCT": ".",
    "SCONJ": "IN",
}


@dataclass(slots=True)
class _Tree:
    """The parse as it is turned round: for each token its head, dependency and tag."""

    heads: list[int]
    dependencies: list[str]
    tags: list[str]


class Universal:
    """The component; `names` tells for each dependency of the stock parser what ours call it.

    `forms` are features of verbs, each with the ending that shows it where the parser missed it.
    """

    def __init__(self, names: Mapping[str, str], forms: Mapping[str, str]) -> None:
        self._names = names
        self._forms = [(feature, re.compile(ending)) for feature, ending in forms.items()]

    def __call__(self, doc: Doc) -> Doc:
        """Gives the text the tags and the tree that our components read."""
        for token in doc:
            self._mend_form(token)
        tree = _Tree([t.head.i for t in doc], [_dependency(t) for t in doc], list(map(_tag, doc)))
        for token in doc:
            if token.dep_ == "cop":
                _raise_copula(token, tree)
            elif _is_modal(token):
                _lower_modal(token, tree)
        for token in doc:
            if _names_noun_before(token):
                _raise_name(token, tree)
        for token in doc:
            noun = doc[tree.heads[token.i]]
            if token.dep_ == "case" and tree.dependencies[noun.i].startswith(_OBLIQUE):
                _raise_preposition(token, noun, tree)
        tree.dependencies = [self._named(token, tree) for token in doc]
        return _written(doc, tree)

    def _mend_form(self, token: Token) -> None:
        """Gives a verb the feature that its ending shows."""
        if token.pos_ not in _VERBS or token.morph.get("VerbForm", []) != ["Fin"]:
            return
        for feature, ending in self._forms:
            if ending.search(token.lower_):
                name, _, value = feature.partition("=")
                features = {**token.morph.to_dict(), name: value}
                token.morph = MorphAnalysis(token.vocab, features)

    def _named(self, token: Token, tree: _Tree) -> str:
        """Our name of a token's dependency."""
        if token.lower_ in word_set("negations", token.lang_) and token.dep_ == "advmod":
            return "neg"
        name = tree.dependencies[token.i]
        return self._names.get(name, name)


def _dependency(token: Token) -> str:
    """The stock parser's, but a name or noun that it overlooked as a subject is one."""
    is_named = token.pos_ in {"PROPN", "NOUN"}
    if is_named and token.dep_ == "expl:subj":
        return "nsubj"
    if is_named and token.dep_ == "obj" and token.head.dep_ == "parataxis":
        # « ... », explique la ministre
        others = [child for child in token.head.children if child.dep_.startswith("nsubj")]
        return token.dep_ if others or token.i < token.head.i else "nsubj"
    return token.dep_


def _is_modal(token: Token) -> bool:
    """Whether it goes with an infinitive as "will" and "may" do in English."""
    return token.lower_ in word_set("modals", token.lang_) and _infinitive(token) is not None


def _infinitive(modal: Token) -> Token | None:
    wanted = (child for child in modal.rights if child.dep_ == "xcomp")
    return next((c for c in wanted if c.morph.get("VerbForm", []) == ["Inf"]), None)


def _lower_modal(modal: Token, tree: _Tree) -> None:
    """Makes the verb head of what hung on its modal."""
    verb = _infinitive(modal)
    if verb is None or tree.heads[verb.i] != modal.i:
        return
    tree.heads[verb.i] = verb.i if tree.heads[modal.i] == modal.i else tree.heads[modal.i]
    tree.dependencies[verb.i] = tree.dependencies[modal.i]
    tree.heads[modal.i], tree.dependencies[modal.i] = verb.i, "aux"
    tree.tags[modal.i] = "MD"
    for child in modal.children:
        if child.i != verb.i:
            tree.heads[child.i] = verb.i


def _raise_copula(verb: Token, tree: _Tree) -> None:
    """Makes "is" the head of what is said of its subject."""
    said = verb.head
    tree.heads[verb.i] = verb.i if said.head.i == said.i else tree.heads[said.i]
    tree.dependencies[verb.i] = tree.dependencies[said.i]
    tree.heads[said.i], tree.dependencies[said.i] = verb.i, "attr"
    for child in said.children:
        if child.i != verb.i and _goes_with_verb(child):
            tree.heads[child.i] = verb.i


def _goes_with_verb(child: Token) -> bool:
    if child.dep_ == "conj":
        return child.pos_ in _VERBS
    return child.dep_.startswith(("nsubj", "aux", "expl")) or child.dep_ in _WITH_VERB


def _names_noun_before(token: Token) -> bool:
    """Whether it is the name behind a noun for what it is, as in "la start-up Novalys"."""
    noun = token.head
    if token.pos_ != "PROPN" or noun.pos_ != "NOUN" or token.i < noun.i:
        return False
    if token.dep_ == "appos":
        return True
    is_bare = all(child.dep_ != "case" for child in token.children)
    between = token.doc[noun.i + 1 : token.i]
    return (
        token.dep_ in {"nmod", "flat:name"}
        and is_bare
        and all(word.dep_ == "amod" for word in between)
    )


def _raise_name(name: Token, tree: _Tree) -> None:
    """Makes the name the head, as in "the startup Novalys"."""
    noun = name.head
    tree.heads[name.i] = name.i if tree.heads[noun.i] == noun.i else tree.heads[noun.i]
    tree.dependencies[name.i] = tree.dependencies[noun.i]
    tree.heads[noun.i], tree.dependencies[noun.i] = name.i, "compound"
    for child in noun.children:
        if child.i > name.i or child.dep_ == "case":
            tree.heads[child.i] = name.i


def _raise_preposition(preposition: Token, noun: Token, tree: _Tree) -> None:
    """Hangs a noun on its preposition; the first half of "auprès de" is passed over."""
    above = noun.doc[tree.heads[noun.i]]
    half = above.pos_ == "ADV" and above.i == preposition.i - 1
    tree.heads[preposition.i] = tree.heads[above.i] if half else above.i
    is_agent = tree.dependencies[noun.i] == "obl:agent"
    tree.dependencies[preposition.i] = "agent" if is_agent else "prep"
    tree.heads[noun.i], tree.dependencies[noun.i] = preposition.i, "pobj"


def _tag(token: Token) -> str:
    """The tag of the Penn Treebank that comes nearest."""
    morph = token.morph
    if token.pos_ in _VERBS:
        return _verb_tag(token)
    if token.dep_ == "mark" and token.head.morph.get("VerbForm", []) == ["Inf"]:
        return "TO"
    if token.pos_ == "PRON" and "Rel" in morph.get("PronType", []):
        return "WP"
    tag = _TAGS.get(token.pos_, "XX")
    return f"{tag}S" if tag in {"NN", "NNP"} and "Plur" in morph.get("Number", []) else tag


def _verb_tag(verb: Token) -> str:
    form = "".join(verb.morph.get("VerbForm", []))
    tense = "".join(verb.morph.get("Tense", []))
    if form == "Inf" or "Imp" in verb.morph.get("Mood", []):
        return "VB"
    if form == "Part":
        return "VBG" if tense == "Pres" else _participle_tag(verb)
    return "VBD" if tense in {"Imp", "Past"} else "VBZ"


def _participle_tag(verb: Token) -> str:
    """A participle tells of the past by itself where an auxiliary in the present goes with it."""
    auxiliaries = [child for child in verb.children if child.dep_ == "aux:tense"]
    plain = [aux for aux in auxiliaries if "Ind" in aux.morph.get("Mood", [])]
    return "VBD" if any("Fut" not in aux.morph.get("Tense", []) for aux in plain) else "VBN"


def _written(doc: Doc, tree: _Tree) -> Doc:
    """Puts the tree into the text; sentences stay as they are."""
    strings = doc.vocab.strings
    columns = (
        np.array(tree.heads, np.int64) - np.arange(len(doc), dtype=np.int64),
        np.array([strings.add(name) for name in tree.dependencies], np.uint64).astype(np.int64),
        np.array([strings.add(tag) for tag in tree.tags], np.uint64).astype(np.int64),
    )
    rows: Any = np.stack(columns, axis=1).astype(np.uint64)
    return doc.from_array([HEAD, DEP, TAG], rows)


@Language.factory("annotator_universal")
def make_universal(nlp: Language, name: str) -> Universal:  # noqa: ARG001 - spaCy calls factories with a name
    """The component with the names of the pipeline's language."""
    grammar = patterns("grammar", nlp.vocab.lang)
    return Universal(grammar["dependencies"], grammar["forms"])


@Language.component("annotator_sentences")
def begin_sentences_behind_ends(doc: Doc) -> Doc:
    """Lets the parser begin a sentence only behind a mark that ends one, or behind a line break."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        if before.text[-1] not in _ENDS and not (before.is_space and "\n" in before.text):
            token.is_sent_start = False
    return doc
