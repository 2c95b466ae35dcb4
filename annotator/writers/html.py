"""HTML: a readable report in one file that runs nothing and loads nothing."""

import re
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from annotator.domain import AnnotatedArticle, Article, CorpusInfo, Loss, StatementType
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.writers.entry import Entry
from annotator.writers.notes import note_html
from annotator.writers.report import (
    Facts,
    Summary,
    article_facts,
    by_type,
    provenance,
    statement_facts,
    web_address,
    write_report,
)
from annotator.writers.report_style import STYLE

_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_NO_COLOUR = "#6b7280"
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Write a report with a summary on top; CannotWrite leaves what stood at `path`."""
    return write_report(articles, info, path, _Html())


class _Html:
    def head(self, summary: Summary) -> str:
        name = escape(summary.name)
        articles = _("Articles: {count}").format(count=digits(summary.articles))
        unlisted = summary.unlisted()
        return (
            '<!DOCTYPE html>\n<html>\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="color-scheme" content="light dark">\n'
            f"<title>{name}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
            f'<header>\n<h1 dir="auto">{name}</h1>\n<p>{articles}</p>\n'
            f"{_summary(summary)}"
            + (f"<p>{escape(unlisted)}</p>\n" if unlisted else "")
            + "</header>\n"
        )

    def article(self, item: AnnotatedArticle, found: Sequence[Entry], info: CorpusInfo) -> str:
        article = item.article
        title = escape(article.title) or escape(_("Without a title"))
        parts = [f'<article>\n<h2 dir="auto">{title}</h2>\n{_byline(article)}', _note(item.note)]
        for kind, group in by_type(found, info):
            parts.append(
                f'<section style="--type: {_colour(kind)}">\n<h3>{escape(kind.name)}</h3>\n'
            )
            parts += [_statement(entry, statement_facts(entry, kind, info)) for entry in group]
            parts.append("</section>\n")
        return "".join([*parts, "</article>\n"])

    def foot(self) -> str:
        return "</body>\n</html>\n"


def _summary(summary: Summary) -> str:
    titles = "".join(
        f"<th>{escape(name)}</th>" for name in (_("Type"), _("Statements"), _("Pending"))
    )
    rows = "".join(
        f"<tr><th>{escape(name)}</th><td>{digits(done)}</td><td>{digits(left)}</td></tr>\n"
        for name, done, left in summary.rows()
    )
    return f"<table>\n<thead><tr>{titles}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"


def _byline(article: Article) -> str:
    facts = [escape(text) for _name, text in article_facts(article)]
    if article.url:
        facts.append(_link(article.url))
    return f'<p class="byline">{" · ".join(facts)}</p>\n' if facts else ""


def _link(url: str) -> str:
    address = escape(web_address(url))
    return f'<a href="{address}" rel="noreferrer">{address}</a>' if address else escape(url)


def _statement(entry: Entry, facts: Facts) -> str:
    state = "pending" if entry.pending else "accepted"
    return (
        f'<div class="statement {state}">\n'
        f'<blockquote dir="auto">{escape(entry.quote)}</blockquote>\n'
        f"{_list(facts)}"
        + _note(entry.statement.note)
        + f'<p class="by">{escape(provenance(entry))}</p>\n</div>\n'
    )


def _note(note: str) -> str:
    return f'<div class="note" dir="auto">{note_html(note)}</div>\n' if note else ""


def _list(facts: Facts) -> str:
    pairs = (f'<dt>{escape(name)}</dt><dd dir="auto">{escape(text)}</dd>' for name, text in facts)
    return f"<dl>{''.join(pairs)}</dl>\n"


def _colour(kind: StatementType) -> str:
    return kind.colour if _COLOUR.fullmatch(kind.colour) else _NO_COLOUR
