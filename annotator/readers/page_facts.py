"""What a web page states about its article in its head, its linked data and its headline."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml.html import HtmlElement

from annotator.readers.dates import parse_date
from annotator.readers.encoding import letters, one_line
from annotator.readers.facts import NOTHING, Facts
from annotator.readers.metadata import (
    find_address,
    header_facts,
    host_of,
    language_code,
    says_updated,
)
from annotator.readers.patterns import load
from annotator.readers.people import split_authors

_LEAST_SHARED = 0.4
_LINES_BELOW_HEADING = 40
_PROSE = 200
_ARTICLES = ("Article", "Posting", "Report", "Review")
_SEPARATORS = (" | ", " - ", " – ", " — ", " • ", " · ", " :: ")


def page_facts(tree: HtmlElement) -> Facts:
    """The facts that the page states in so many words; nothing is guessed."""
    metas = _metas(tree)
    linked = sorted(_linked_data(tree), key=_is_article, reverse=True)
    url = find_address(_canonical(tree) or metas.get("og:url", ""))
    source = _source(metas, linked) or host_of(url)
    return Facts(
        title=_title(tree, metas, source),
        source=source,
        authors=_authors(linked, metas, source),
        url=url,
        published=_published(tree, linked, metas),
        language=language_code(tree.get("lang", "")),
    )


def headline_facts(tree: HtmlElement) -> Facts:
    """Author and day in the short lines between the main heading and the first paragraph."""
    facts, before = NOTHING, ""
    for element in _below_heading(tree):
        line = one_line(element.text_content())
        if len(line) > _PROSE:
            break
        found = header_facts(line, dated=not says_updated(before)) if line else None
        facts = facts.or_else(found or NOTHING)
        before = line
    return Facts(authors=facts.authors, published=facts.published)


def _below_heading(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The first elements after the page's only main heading that may hold a line."""
    headings = list(tree.iter("h1"))
    if len(headings) != 1:
        return iter(())
    lines = headings[0].xpath(
        "(following::*[self::p or self::div or self::span or self::time or self::li or self::a])"
        f"[position() <= {_LINES_BELOW_HEADING}]"
    )
    return (line for line in lines if isinstance(line, HtmlElement))


def _metas(tree: HtmlElement) -> dict[str, str]:
    """The page's `meta` elements by name, the first of each."""
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name.lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects of the page's JSON-LD, from the outside in."""
    for script in tree.iter("script"):
        if "ld+json" not in script.get("type", ""):
            continue
        try:
            content = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(content)


def _objects(content: object) -> Iterator[dict[str, Any]]:
    waiting = [content]
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, dict):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.endswith(_ARTICLES) for name in names)


def _title(tree: HtmlElement, metas: dict[str, str], source: str) -> str:
    """The headline: of the page's main headings the one that its title repeats most."""
    stated = one_line(metas.get("og:title", "") or "".join(tree.xpath("//head/title[1]//text()")))
    headings = [one_line(heading.text_content()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading and heading != source]
    if not stated:
        return headings[0] if len(headings) == 1 else ""
    words = set(stated.lower().split())
    best = max(headings, key=lambda heading: _shared(heading, words), default="")
    least = _LEAST_SHARED if len(headings) > 1 else _LEAST_SHARED / 2
    return best if _shared(best, words) > least else _without_site(stated, source)


def _shared(heading: str, words: set[str]) -> float:
    """The share of a heading's words that are among `words`, less for short headings."""
    own = heading.lower().split()
    return sum(word in words for word in own) / (len(own) + 1)


def _without_site(title: str, source: str) -> str:
    """A page's title without the outlet's name at its end."""
    for separator in _SEPARATORS:
        head, found, tail = title.rpartition(separator)
        if found and source and letters(tail) in letters(source):
            return head.strip()
    return title


def _authors(linked: list[dict[str, Any]], metas: dict[str, str], source: str) -> tuple[str, ...]:
    stated = [name for node in linked if _is_article(node) for name in _names(node.get("author"))]
    for name in ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author"):
        if not stated and "/" not in metas.get(name, "/"):
            stated = [metas[name]]
    names = (author for name in stated for author in split_authors(one_line(name)))
    return tuple(dict.fromkeys(name for name in names if _is_person(name, source)))


def _is_person(name: str, source: str) -> bool:
    """Whether the name is neither an account's nor the outlet's own."""
    return (" " in name or name.istitle() or name.isupper()) and letters(name) not in letters(
        source
    )


def _source(metas: dict[str, str], linked: list[dict[str, Any]]) -> str:
    """The outlet's name without a slogan; empty when the page only says “Home”."""
    publishers = (
        name for node in linked if _is_article(node) for name in _names(node.get("publisher"))
    )
    name = one_line(metas.get("og:site_name", "") or next(publishers, "")).lstrip("@")
    for separator in _SEPARATORS:
        name = name.partition(separator)[0]
    return "" if name.lower() in load("metadata")["page"]["no_outlet"] else name


def _names(value: object) -> list[str]:
    """The names in a JSON-LD value: a text, an object with a name, or a list of such."""
    if isinstance(value, list):
        return [name for item in value for name in _names(item)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [value] if isinstance(value, str) and "/" not in value else []


def _canonical(tree: HtmlElement) -> str:
    links = tree.xpath("//link[@rel='canonical']/@href")
    return next((link for link in links if link.startswith("http")), "")


def _published(
    tree: HtmlElement, linked: list[dict[str, Any]], metas: dict[str, str]
) -> date | None:
    """The day that the page states as that of publication, not of a change."""
    stated = [node["datePublished"] for node in linked if _is_text(node.get("datePublished"))]
    stated += [metas[name] for name in load("metadata")["page"]["published"] if name in metas]
    elements = tree.xpath("//*[@itemprop='datePublished'] | //time[@pubdate]")
    stated += [
        node.get("datetime") or node.get("content") or node.text_content() for node in elements
    ]
    return next(filter(None, map(parse_date, stated)), None)


def _is_text(value: object) -> bool:
    return isinstance(value, str)
