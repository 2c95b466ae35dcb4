"""Noun phrases and clauses, read off the dependency parse."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from annotator.nlp.wordings import word_set

_LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "predet", "case"}
)
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})


def noun_phrase(head: Token) -> Span:
    """The noun with what belongs to it, without its article."""
    start = head.i
    for token in reversed(list(head.lefts)):
        if token.dep_ not in _LEFT:
            break
        start = token.left_edge.i
    determiners = word_set("determiners", head.lang_)
    while start < head.i and head.doc[start].lower_ in determiners:
        start += 1
    return head.doc[start : _phrase_end(head)]


def _phrase_end(head: Token) -> int:
    """Where the noun ends with the adjectives and nouns that its language sets behind it."""
    linking = word_set("linking", head.lang_)
    stop = head.i + 1
    for token in head.rights if linking else ():
        if token.i == stop and token.dep_ == "amod":
            stop += 1
        elif token.i == stop and token.dep_ == "prep" and token.lower_ in linking:
            stop = max(
                (_phrase_end(noun) for noun in token.rights if noun.dep_ == "pobj"), default=stop
            )
    return stop


def joined(head: Token) -> Iterator[Token]:
    """The noun and all nouns that are joined to it by "and", commas or "including"."""
    yield head
    for child in head.rights:
        if child.dep_ == "conj" and child.tag_.startswith(("NN", "PRP", "CD")):
            yield from joined(child)
        elif child.dep_ == "prep" and child.lower_ in word_set("including", head.lang_):
            yield from (named for part in child.children for named in joined(part))


def clause_heads(sentence: Span) -> list[Token]:
    """The verbs of a sentence that have a clause of their own, in order; its root at least."""
    heads = [
        token
        for token in sentence
        if token.dep_ in {"ROOT", "conj", "ccomp", "advcl", "parataxis"} and _has_subject(token)
    ]
    return heads or [sentence.root]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in _SUBJECTS for child in verb.children)


def clause_of(token: Token, heads: list[Token]) -> Token:
    """The nearest clause head above a token, or the first one of the sentence."""
    wanted = {head.i for head in heads}
    while token.i not in wanted and token.head.i != token.i:
        token = token.head
    return token if token.i in wanted else heads[0]


def clause_span(head: Token, heads: list[Token]) -> Span:
    """The words of a clause without the clauses joined to it; punctuation at its ends goes."""
    others = [other for other in heads if other.i != head.i and head.is_ancestor(other)]
    apart = [other for other in others if other.dep_ in {"conj", "parataxis"}]
    left, right = head.left_edge.i, head.right_edge.i + 1
    for other in apart:
        if other.i > head.i:
            right = min(right, other.left_edge.i)
        else:
            left = max(left, other.right_edge.i + 1)
    return tidy(head.doc, left, right)


def content_of(sentence: Span) -> Span:
    """The sentence without space at its ends."""
    start, stop = sentence.start, sentence.end
    while start < stop and sentence.doc[start].is_space:
        start += 1
    while start < stop and sentence.doc[stop - 1].is_space:
        stop -= 1
    return sentence.doc[start:stop]


def worded_sentences(doc: Doc) -> list[Span]:
    """The sentences that have words, without space at their ends."""
    contents = map(content_of, doc.sents)
    return [content for content in contents if any(token.is_alpha for token in content)]


def tidy(doc: Doc, start: int, stop: int) -> Span:
    """The stretch without space, quotes, commas and joining words at its ends."""
    joining = word_set("joining", doc.lang_)
    while start < stop and (_is_edge(doc[start]) or doc[start].lower_ in joining):
        start += 1
    end = stop
    while start < stop and (_is_edge(doc[stop - 1]) or doc[stop - 1].lower_ in joining):
        stop -= 1
    return doc[start : stop + _closes(doc, start, stop, end)]


def _closes(doc: Doc, start: int, stop: int, end: int) -> int:
    """1 if the bracket behind a stretch closes one that opens in it, else 0."""
    opened = sum((token.text == "(") - (token.text == ")") for token in doc[start:stop])
    return int(opened > 0 and stop < end and doc[stop].text == ")")


_EDGES = frozenset(".,;:!?-\u2013\u2014\"'\u201c\u201d\u2018\u2019()[]*\u2022_")


def _is_edge(token: Token) -> bool:
    return token.is_space or all(char in _EDGES for char in token.text)


def is_finite(sentence: Span) -> bool:
    """Whether the sentence has a verb that asserts something, not a bare name or heading."""
    return any(token.tag_ in _FINITE for token in sentence)
