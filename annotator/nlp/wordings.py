"""Pattern files of resources/patterns, and the forms that their words take in a text.

Each language has a folder of its own, with the same files; one without it is read with English.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from annotator.paths import resources_folder

ENGLISH = "en"
_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$")


@cache
def patterns(name: str, language: str = ENGLISH) -> Mapping[str, Any]:
    """The content of resources/patterns/LANGUAGE/NAME.toml."""
    folder = resources_folder() / "patterns" / language
    if not folder.is_dir():
        folder = folder.with_name(ENGLISH)
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))


@cache
def word_set(name: str, language: str) -> frozenset[str]:
    """The words that do that in a sentence of the language: a list of grammar.toml."""
    return frozenset(patterns("grammar", language)["words"][name])


def verb_forms(verb: str, language: str = ENGLISH) -> tuple[str, ...]:
    """A verb, perhaps with words after it, in all its forms; irregular ones from verbs.toml."""
    head, _, rest = verb.partition(" ")
    forms = (head, *_inflected(head, language))
    return tuple(f"{form} {rest}".strip() for form in forms)


def noun_forms(noun: str, language: str = ENGLISH) -> tuple[str, ...]:
    """A noun and its plural."""
    endings = patterns("verbs", language).get("plurals")
    if endings:
        return noun, *_with_endings(noun, endings)
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, f"{noun[:-1]}ies"
    return noun, f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _inflected(verb: str, language: str) -> tuple[str, ...]:
    lists = patterns("verbs", language)
    irregular = lists["irregular"].get(verb)
    if irregular:
        return tuple(irregular)
    return _with_endings(verb, lists["endings"]) if "endings" in lists else _regular(verb)


def _with_endings(word: str, endings: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The word with each ending that its own, the longest that is listed, gives way to."""
    own = max((ending for ending in endings if word.endswith(ending)), key=len)
    stem = word.removesuffix(own)
    return tuple(stem + ending for ending in endings[own])


def _regular(verb: str) -> tuple[str, ...]:
    """The forms that the rules of English spelling give."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if _DOUBLING.match(verb):
        return f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "z")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ing"


def phrases(cue: Mapping[str, Any], language: str = ENGLISH) -> Iterator[tuple[str, str]]:
    """All wordings of a cue, each with how the tag of its verb or noun must begin.

    `words` stand as they are; `verbs` and `nouns` in all forms, and only where they are that.
    """
    yield from ((word, "") for word in cue.get("words", ()))
    for verb in cue.get("verbs", ()):
        yield from ((form, "VB") for form in verb_forms(verb, language))
    for noun in cue.get("nouns", ()):
        yield from ((form, "NN") for form in noun_forms(noun, language))
