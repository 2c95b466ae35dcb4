"""Saved web pages: the main text by trafilatura; scripts do not run and nothing is loaded."""

import logging
import re
from collections.abc import Iterator
from functools import cache

from lxml import html as lxml_html
from lxml.etree import ParserError
from lxml.html import HtmlElement
from trafilatura import extract
from trafilatura.metadata import extract_author

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.drafts import draft_of_page
from annotator.readers.encoding import declared_encoding, decode, normalise
from annotator.readers.facts import Facts
from annotator.readers.language import guess_language
from annotator.readers.page_facts import headline_facts, page_facts
from annotator.readers.people import names_of_people
from annotator.readers.source import Source

_DEEPEST = 120
_MOST_LINKS = 5_000
"""A page with more is an index: each link costs the extraction 30 µs and 4 kB."""
_HOLDS_LINKS = {"li", "td", "div", "nav", "section", "aside", "header", "footer", "body"}
"""Where a link may stand by itself; elsewhere it is a piece of a sentence or a heading."""
_GAPS = re.compile(" {3,}")
_NESTING = re.compile(
    r"<(/?)(?:div|span|font|b|i|u|em|strong|small|big|center|section|article|main|aside|header|footer"
    r"|blockquote|table|tbody|tr|td|ul|ol|li|dl|dd|a|p|form|fieldset|details)\b[^<>]*>",
    re.IGNORECASE,
)


def read(source: Source) -> Iterator[ArticleDraft]:
    """The one article of a web page; UnreadableFile when no text is found in it."""
    data, digest = source.load()
    text = decode(data, source.name, declared=declared_encoding(data))
    yield read_page(text, reader="html", path=source.name, sha256=digest)


def read_page(markup: str, *, reader: str, path: str, sha256: str) -> ArticleDraft:
    """The article in the HTML of a page; UnreadableFile under `path` when there is none."""
    _quieten()
    tree = _parsed(markup)
    facts = Facts() if tree is None else _facts(tree)
    text = "" if tree is None else _main_text(tree)
    if not any(map(str.isalnum, text)):
        raise UnreadableFile(
            path,
            _("no article text was found in the page."),
            advice=_("Select the article in your browser, copy it and paste it here."),
        )
    facts = Facts(language=guess_language(text)).or_else(facts)
    return draft_of_page(text, facts, reader=reader, path=path, sha256=sha256)


def _facts(tree: HtmlElement) -> Facts:
    """What the page states; a byline counts when it holds names of people."""
    facts = page_facts(tree)
    facts = facts.or_else(headline_facts(tree))
    byline = "" if facts.authors else extract_author(tree) or ""
    return facts.or_else(Facts(authors=names_of_people(byline)))


def _main_text(tree: HtmlElement) -> str:
    """The article without comments; recall counts more, for clutter is cut afterwards."""
    return normalise(extract(tree, include_comments=False, favor_recall=True) or "")


def _parsed(markup: str) -> HtmlElement | None:
    """The page as a tree; what is nested too deeply for the parser is flattened."""
    tree, is_complete = _parse_once(markup)
    if not is_complete:
        tree = _parse_once(_flattened(markup))[0]
    if tree is not None and tree.xpath("count(//a)") > _MOST_LINKS:
        _drop_bare_links(tree)
    return tree


def _drop_bare_links(tree: HtmlElement) -> None:
    """Take links out that have no words beside them: lists of links, never part of a sentence."""
    for link in list(tree.iter("a")):
        parent, previous = link.getparent(), link.getprevious()
        before = parent.text if previous is None else previous.tail
        is_bare = _is_blank(before) and _is_blank(link.tail)
        if is_bare and parent.tag in _HOLDS_LINKS:
            parent.remove(link)
            if parent.tag == "li" and not len(parent) and _is_blank(parent.text):
                parent.drop_tree()


def _is_blank(text: str | None) -> bool:
    return not text or text.isspace()


def _parse_once(markup: str) -> tuple[HtmlElement | None, bool]:
    parser = lxml_html.HTMLParser(
        encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = lxml_html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None, True
    is_cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return tree, not is_cut


def _flattened(markup: str) -> str:
    """The same page without the tags that lie deeper than any reader looks."""
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        is_closing = bool(tag[1])
        depth = max(0, depth - 1) if is_closing else depth + 1
        is_deep = depth >= _DEEPEST if is_closing else depth > _DEEPEST
        return " " if is_deep else tag[0]

    return _GAPS.sub(" ", _NESTING.sub(keep, markup))


@cache
def _quieten() -> None:
    """Keep trafilatura's remarks about odd pages off the terminal; we say what is wrong."""
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
