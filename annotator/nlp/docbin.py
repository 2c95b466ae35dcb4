"""An annotated corpus as a spaCy DocBin, which `spacy train` and `DocBin().from_disk` read.

Spans are tokens there. Two spans may share their tokens, and then share custom attributes too
(spaCy 3.8), so ours stand in `doc.user_data`, under the id that each span carries.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from annotator.domain import AnnotatedArticle, ClaimDraft, CorpusInfo, Loss, StatementDraft
from annotator.errors import refusals_named
from annotator.i18n import gettext as _
from annotator.nlp.docbin_rows import (
    Content,
    about_row,
    claim_row,
    mention_row,
    pending_row,
    statement_row,
)
from annotator.nlp.pieces import encodable
from annotator.paths import replacing

_Row = tuple[str, Content, dict[str, Any]]
"""The id of an annotation, the annotation, and its attributes as plain data."""


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Writes one Doc an article and says what DocBin could not hold; raises CannotWrite.

    Mentions are `doc.ents` and `doc.spans["mentions"]`; statements, claims and pending
    suggestions are `doc.spans` of those names, their attributes `doc.user_data[name][id]`.
    """
    losses = _Losses()
    corpus = DocBin(store_user_data=True)
    for article in articles:
        corpus.add(_doc(article, info, losses))
    _save(corpus, path)
    return losses.told()


def _save(corpus: DocBin, path: Path) -> None:
    with refusals_named(path), replacing(path) as part:
        corpus.to_disk(part)


@dataclass(slots=True)
class _Losses:
    """What did not fit, counted, with the first example of each."""

    widened: list[str] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    overlapping: list[str] = field(default_factory=list)

    def told(self) -> tuple[Loss, ...]:
        found = (
            (_("Spans widened to whole words"), self.widened),
            (_("Empty spans left out"), self.empty),
            (_("Mentions that overlap others: in doc.spans, not in doc.ents"), self.overlapping),
        )
        return tuple(
            Loss(what=what, count=len(examples), example=examples[0])
            for what, examples in found
            if examples
        )


def _doc(article: AnnotatedArticle, info: CorpusInfo, losses: _Losses) -> Doc:
    doc = _blank(article.article.language).tokenizer(encodable(article.text))
    doc.user_data["article"] = about_row(article, info)
    groups: dict[str, list[_Row]] = {
        "mentions": [(f"M{m.id}", m, mention_row(m, info)) for m in article.mentions],
        "claims": [(f"C{c.id}", c, claim_row(c, info)) for c in article.claims],
        "statements": [(f"S{s.id}", s, statement_row(s, info)) for s in article.statements],
        "pending": [(f"P{p.id}", p.content, pending_row(p, info)) for p in article.pending],
    }
    for name, rows in groups.items():
        spans = [_span(doc, article.text, row, losses) for row in rows]
        doc.spans[name] = [span for span in spans if span is not None]
        doc.user_data[name] = {key: attributes for key, _content, attributes in rows}
    mentions = list(doc.spans["mentions"])
    doc.ents = filter_spans(mentions)
    kept = {(ent.start, ent.end, ent.id_) for ent in doc.ents}
    losses.overlapping.extend(
        span.text for span in mentions if (span.start, span.end, span.id_) not in kept
    )
    return doc


def _span(doc: Doc, text: str, row: _Row, losses: _Losses) -> Span | None:
    """The tokens of a span, widened to whole ones and counted where they were not."""
    key, content, attributes = row
    start, stop = content.span.start, content.span.stop
    quote = text[start:stop]
    span = doc.char_span(start, stop, alignment_mode="expand") if quote else None
    if span is None or not len(span):
        losses.empty.append(key)
        return None
    if (span.start_char, span.end_char) != (start, stop):
        losses.widened.append(quote)
    name = attributes.get("entity", "")
    return Span(doc, span.start, span.end, label=_label(content), kb_id=name, span_id=key)


def _label(content: Content) -> str:
    if isinstance(content, StatementDraft):
        return content.type
    return content.kind.value if isinstance(content, ClaimDraft) else content.label.value


@cache
def _blank(language: str) -> Language:
    """A pipeline that only splits words, of the article's language if spaCy has one for it."""
    try:
        return spacy.blank(language or "xx")
    except ImportError:
        return spacy.blank("xx")
