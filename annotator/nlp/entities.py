"""The component that makes names of what stock NER, gazetteers and expressions find."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.encoding import encodings_of
from annotator.nlp.entity_spans import place, token_span, trimmed
from annotator.nlp.gazetteer import KnownName, names_for
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.wordings import patterns

_STOCK_SCORE = 0.7
_ENCODED_SCORE = 0.8
_LISTED_SCORE = 0.9
_PATTERN_SCORE = 0.85
_AGAIN_SCORE = 0.8
_SHORTEST_NAME = 3
_LAST_WORD = 2
_IN_TITLE = 2
_TITLE_SHARE = 0.9
_SURNAME = 20
"""A full name outvotes what a surname alone was taken for."""


class Entities:
    """Gazetteer and expressions over the stock entities; the second mention follows the first."""

    def __init__(self, nlp: Language, names: Iterable[KnownName]) -> None:
        self._exact = PhraseMatcher(nlp.vocab)
        self._loose = PhraseMatcher(nlp.vocab, attr="LOWER")
        self._names: dict[str, KnownName] = {}
        for name in names:
            wordings = [wording for wording in (name.name, *name.aliases) if wording]
            matcher = self._exact if name.case else self._loose
            matcher.add(name.name, [nlp.make_doc(wording) for wording in wordings])
            self._names[name.name] = name

    def __call__(self, doc: Doc) -> Doc:
        """Sets the text's entities and notes for each how it was found."""
        stock = _merged(list(_marked(doc)), list(_stock(doc)))
        listed = list(self._listed(doc))
        shaped = list(_shaped(doc))
        place(doc, _joined(stock, listed, shaped), drop=set(_all_labels(doc)) - _FIXED)
        place(doc, _again(doc))
        return doc

    def _listed(self, doc: Doc) -> Iterator[Span]:
        """Names of the gazetteer, the longest at each place."""
        notes = notes_of(doc)
        for key, start, stop in [*self._exact(doc), *self._loose(doc)]:
            name = self._names[doc.vocab.strings[key]]
            found = Span(doc, start, stop, label=name.label.value)
            span = found if name.case else trimmed(found)
            if len(span) and (name.case or any(c.isupper() or c.isdigit() for c in span.text)):
                notes.names[key_of(span)] = name.name
                notes.kinds[key_of(span)] = name.kind
                notes.origins[key_of(span)] = (_LISTED_SCORE, _("a name that the program knows"))
                yield span


_FIXED = frozenset({EntityLabel.MONEY.value, EntityLabel.DATE.value})


def _all_labels(doc: Doc) -> set[str]:
    return {span.label_ for span in doc.ents}


def _stock(doc: Doc) -> Iterator[Span]:
    """What stock NER found, with our labels, trimmed, without words that name nothing."""
    lists = patterns("entities", doc.lang_)
    words = {token.text for token in doc if token.is_lower}
    titles = _title_lines(doc)
    for ent in doc.ents:
        label = lists["labels"].get(ent.label_, ent.label_)
        if label not in NAMED_LABELS:
            continue
        span = trimmed(Span(doc, ent.start, ent.end, label=label))
        if _names_something(span, words) and not (len(span) > _IN_TITLE and ent.start in titles):
            notes_of(doc).origins.setdefault(
                key_of(span), (_STOCK_SCORE, _("recognised as a name"))
            )
            yield span


def _marked(doc: Doc) -> Iterator[Span]:
    """What the trained encoder takes for names, in whole words and trimmed."""
    encodings = encodings_of(doc)
    origin = (_ENCODED_SCORE, _("recognised as a name"))
    for tagged in encodings.tagged(doc) if encodings else ():
        span = trimmed(tagged)
        if span.label_ in NAMED_LABELS and _is_written_like_a_name(span):
            notes_of(doc).origins.setdefault(key_of(span), origin)
            yield span


def _merged(marked: list[Span], stock: list[Span]) -> list[Span]:
    """The marked names, and stock ones where none is marked."""
    taken = {place for span in marked for place in range(span.start, span.end)}
    return [*marked, *(span for span in stock if taken.isdisjoint(range(span.start, span.end)))]


def _is_written_like_a_name(span: Span) -> bool:
    # “Artificial Intelligence (AI” too
    words = span.text.partition(" (")[0]
    is_common = words in _common(span.doc.lang_) or words.title() in _common(span.doc.lang_)
    return not is_common and any(char.isupper() or char.isdigit() for char in span.text)


def _names_something(span: Span, words: Collection[str]) -> bool:
    """Whether it is written like a name, and its only word is not an ordinary one of this text."""
    if not _is_written_like_a_name(span):
        return False
    return len(span) > 1 or span[0].lower_ not in words


def _title_lines(doc: Doc) -> set[int]:
    """The tokens of sentences that are written as titles."""
    titles = (sentence for sentence in doc.sents if _is_title(sentence))
    return {token for title in titles for token in range(title.start, title.end)}


def _is_title(sentence: Span) -> bool:
    """Whether nearly every word has a capital, and there is no full stop."""
    words = [token for token in sentence if token.is_alpha and len(token) > _SHORTEST_NAME]
    if len(words) <= _IN_TITLE or not sentence.text.strip()[-1:].isalnum():
        return False
    return sum(word.text[0].isupper() for word in words) >= _TITLE_SHARE * len(words)


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(patterns("entities", language)["common"]["words"])


@cache
def _expressions(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = patterns("entities", language)["pattern"]
    return tuple((row["label"], re.compile(row["expression"])) for row in rows)


def _shaped(doc: Doc) -> Iterator[Span]:
    """What looks like a model with its version, a law, a meeting or a share."""
    text = doc.text
    for label, expression in _expressions(doc.lang_):
        for found in expression.finditer(text):
            span = trimmed(token_span(doc, found.start(), found.end(), label))
            if len(span):
                evidence = _("written like a name of this kind")
                notes_of(doc).origins.setdefault(key_of(span), (_PATTERN_SCORE, evidence))
                yield span


def _joined(stock: list[Span], listed: list[Span], shaped: list[Span]) -> list[Span]:
    """One reading of a text: expressions first, then lists, then stock names around them."""
    rules = _without_overlaps([*shaped, *listed])
    covered = {token: span for span in rules for token in range(span.start, span.end)}
    kept = list(rules)
    for span in stock:
        inside = {covered[token] for token in range(span.start, span.end) if token in covered}
        if not inside:
            kept.append(span)
        elif len(inside) == 1 and _extends(span, next(iter(inside))):
            kept.remove(next(iter(inside)))
            kept.append(span)
    return _without_overlaps(kept)


def _extends(span: Span, known: Span) -> bool:
    """Whether the stock name is a longer name of the same kind that holds the known one."""
    if span.label_ != known.label_ or span.label_ == EntityLabel.PERSON:
        return False
    return span.start <= known.start and known.end <= span.end and len(span) > len(known)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    taken: set[int] = set()
    for span in sorted(spans, key=lambda span: (-len(span), span.start)):
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            kept.append(span)
            taken.update(places)
    return kept


def _again(doc: Doc) -> Iterator[Span]:
    """Further mentions of the names in a text, with the label that they mostly have there."""
    labels: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for ent in doc.ents:
        if ent.label_ in NAMED_LABELS:
            score, _reason = notes_of(doc).origins.get(key_of(ent), (_STOCK_SCORE, ""))
            labels[ent.text][ent.label_] += 3 if score > _STOCK_SCORE else 1
            if ent.label_ == EntityLabel.PRODUCT and len(ent) > 1 and _is_own_name(ent[-1]):
                labels[ent[-1].text][ent.label_] += _LAST_WORD
            if ent.label_ == EntityLabel.PERSON and len(ent) > 1:
                labels[ent[-1].text][ent.label_] += _SURNAME
    best = {name: votes.most_common(1)[0][0] for name, votes in labels.items()}
    for ent in doc.ents:
        label = best.get(ent.text, ent.label_)
        if label != ent.label_:
            yield Span(doc, ent.start, ent.end, label=label)
    yield from _unmarked(doc, best)


def _is_own_name(token: Token) -> bool:
    """Whether the last word of a product can stand for it, as "Opus" can and "Pro" cannot."""
    word = token.text
    editions = patterns("entities", token.lang_)["common"]["editions"]
    return word.isalpha() and word.istitle() and word not in editions


def _unmarked(doc: Doc, labels: dict[str, str]) -> Iterator[Span]:
    """Places without an entity where a name of one word from elsewhere in the text stands."""
    for token in doc:
        label = labels.get(token.text)
        if label is None or token.ent_type_ or len(token.text) < _SHORTEST_NAME:
            continue
        if token.text[0].isupper() and token.text not in _common(doc.lang_):
            span = Span(doc, token.i, token.i + 1, label=label)
            notes_of(doc).origins[key_of(span)] = (_AGAIN_SCORE, _("named elsewhere in the text"))
            yield span


@Language.factory("annotator_entities")
def make_entities(nlp: Language, name: str) -> Entities:  # noqa: ARG001 - spaCy calls factories with a name
    """The component with the program's gazetteers."""
    return Entities(nlp, names_for(nlp.vocab.lang))
