"""Pattern files of resources/patterns, and the forms that their words take in a text."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from annotator.paths import resources_folder

_DOUBLING = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$")


@cache
def patterns(name: str) -> Mapping[str, Any]:
    """The content of resources/patterns/NAME.toml."""
    text = (resources_folder() / "patterns" / f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def verb_forms(verb: str) -> tuple[str, ...]:
    """A verb, perhaps with words after it, in all its forms; irregular ones from verbs.toml."""
    head, _, rest = verb.partition(" ")
    forms = (head, *_inflected(head))
    return tuple(f"{form} {rest}".strip() for form in forms)


def noun_forms(noun: str) -> tuple[str, str]:
    """A noun and its plural."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun, f"{noun[:-1]}ies"
    return noun, f"{noun}es" if noun.endswith(("s", "x", "ch", "sh")) else f"{noun}s"


def _inflected(verb: str) -> tuple[str, ...]:
    irregular = patterns("verbs")["irregular"].get(verb)
    if irregular:
        return tuple(irregular)
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    if verb.endswith("e"):
        return f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if _DOUBLING.match(verb):
        return f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    third = f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "z")) else f"{verb}s"
    return third, f"{verb}ed", f"{verb}ing"


def phrases(cue: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """All wordings of a cue, each with how the tag of its verb or noun must begin.

    `words` stand as they are; `verbs` and `nouns` in all forms, and only where they are that.
    """
    yield from ((word, "") for word in cue.get("words", ()))
    for verb in cue.get("verbs", ()):
        yield from ((form, "VB") for form in verb_forms(verb))
    for noun in cue.get("nouns", ()):
        yield from ((form, "NN") for form in noun_forms(noun))
