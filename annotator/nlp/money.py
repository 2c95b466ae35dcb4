"""The component that finds sums of money and notes what they come to."""

from collections import Counter
from dataclasses import replace

from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_suffix_regex

from annotator.domain import EntityLabel
from annotator.i18n import gettext as _
from annotator.nlp.entity_spans import place, token_span
from annotator.nlp.money_words import wordings
from annotator.nlp.notes import key_of, notes_of
from annotator.nlp.sums import Sum, find_sums

_STOPS = (r"(?<=[0-9][kKmMbBtTpP])\.", r"(?<=[€£¥$₩₹])\.")
"""Full stops behind sums, which stock tokenizers take for those of initials: "$2.3B.", "€5M."."""

_ENOUGH = 3
"""How often an article must name a country before a shared sign is taken for its currency."""


def part_stops(nlp: Language) -> None:
    """Lets a tokenizer part the full stop of a sentence from a sum before it."""
    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, Tokenizer):
        return
    # "45m." is no initial either
    rules = {word: parts for word, parts in (tokenizer.rules or {}).items() if word != "m."}
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=rules,
        prefix_search=tokenizer.prefix_search,
        suffix_search=compile_suffix_regex([*(nlp.Defaults.suffixes or ()), *_STOPS]).search,
        infix_finditer=tokenizer.infix_finditer,
        token_match=tokenizer.token_match,
        url_match=tokenizer.url_match,
    )


@Language.component("annotator_money")
def find_money(doc: Doc) -> Doc:
    """Makes each sum a MONEY entity, whole with its qualifiers, and notes its bounds."""
    notes = notes_of(doc)
    sums = find_sums(doc.text, doc.lang_)
    homes = _home_currencies(doc, sums)
    spans = []
    for item in sums:
        span = token_span(doc, item.span.start, item.span.stop, EntityLabel.MONEY)
        spans.append(span)
        money = item.money
        if item.bare:
            money = replace(money, currency=homes.get(money.currency or "", money.currency))
        notes.sums[key_of(span)] = money
        notes.origins[key_of(span)] = (0.95, _("a sum of money"))
    place(doc, spans, drop={EntityLabel.MONEY})
    return doc


def _home_currencies(doc: Doc, sums: list[Sum]) -> dict[str, str]:
    """What a "$" and a "¥" mean in this article, each by its usual currency."""
    usual = {item.money.currency for item in sums if item.bare}
    if not usual:
        return {}
    words = Counter(token.text for token in doc)
    return {
        code: _home_currency(words, code, homes)
        for code, homes in wordings(doc.lang_)["homes"].items()
        if code in usual
    }


def _home_currency(words: Counter[str], usual: str, homes: dict[str, list[str]]) -> str:
    named = {code: sum(words[name] for name in names) for code, names in homes.items()}
    code, times = max(named.items(), key=lambda pair: pair[1])
    return code if times >= _ENOUGH and times > 2 * named[usual] else usual
