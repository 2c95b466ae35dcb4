"""Markdown: a readable report, article by article."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from annotator.domain import AnnotatedArticle, CorpusInfo, Loss
from annotator.formats import digits, pair
from annotator.i18n import gettext as _
from annotator.writers.entry import Entry
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

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_BREAKS = re.compile(r"[ \t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")  # a no-break space stays
_LIST_START = re.compile(r"^(\s*)(?:(\d+)([.)])|([-+=]))", re.MULTILINE)


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Write a report with a summary on top; CannotWrite leaves what stood at `path`."""
    return write_report(articles, info, path, _Markdown())


class _Markdown:
    def head(self, summary: Summary) -> str:
        rows = [(_escaped(name), digits(done), digits(left)) for name, done, left in summary.rows()]
        lines = [
            f"# {_one_line(summary.name)}",
            "",
            _("Articles: {count}").format(count=digits(summary.articles)),
            "",
            _row(_("Type"), _("Statements"), _("Pending")),
            "|---|---:|---:|",
            *(_row(*row) for row in rows),
        ]
        return "\n".join([*lines, *_paragraph(summary.unlisted())]) + "\n"

    def article(self, item: AnnotatedArticle, found: Sequence[Entry], info: CorpusInfo) -> str:
        article = item.article
        lines = ["", "## " + (_one_line(article.title) or _("Without a title")), ""]
        lines += [*_list(article_facts(article)), *_link(article.url), *_note(item.note)]
        for kind, group in by_type(found, info):
            lines += ["", f"### {_one_line(kind.name)}"]
            for entry in group:
                lines += _statement(entry, statement_facts(entry, kind, info))
        return "\n".join(lines) + "\n"

    def foot(self) -> str:
        return ""


def _statement(entry: Entry, facts: Facts) -> list[str]:
    lines = ["", *_quoted(_paragraphs(entry.quote)), "", *_list(facts)]
    return [*lines, *_note(entry.statement.note), "", f"*{_one_line(provenance(entry))}*"]


def _note(note: str) -> list[str]:
    if not note:
        return []
    # Markdown as it is, HTML never
    return ["", _("Note:"), "", *_quoted(note.replace("<", "&lt;"))]


def _row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"


def _paragraph(text: str) -> list[str]:
    return ["", text] if text else []


def _list(facts: Facts) -> list[str]:
    return [f"- {pair(_one_line(name), _one_line(text))}" for name, text in facts]


def _link(url: str) -> list[str]:
    if not url:
        return []
    address = web_address(url)
    return ["- " + pair(_("Address"), f"<{address}>" if address else _one_line(url))]


def _quoted(text: str) -> list[str]:
    return [f"> {line}".rstrip() for line in text.splitlines()]


def _one_line(text: str) -> str:
    return _escaped(_BREAKS.sub(" ", text).strip())


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\1", text)


def _paragraphs(text: str) -> str:
    return _LIST_START.sub(r"\1\2\\\3\4", _escaped(text))
