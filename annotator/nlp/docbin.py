"""An annotated corpus as a spaCy DocBin, which `spacy train` and `DocBin().from_disk` read.

Spans are tokens there. Two spans may share their tokens, and then share custom attributes too
(spaCy 3.8), so ours stand in `doc.user_data`, under the id that each span carries.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

from annotator.domain import (
    AnnotatedArticle,
    Claim,
    ClaimDraft,
    CorpusInfo,
    Loss,
    Mention,
    MentionDraft,
    Money,
    RoleValue,
    Statement,
    StatementDraft,
    Suggestion,
)
from annotator.errors import CannotWrite
from annotator.i18n import gettext as _
from annotator.nlp.pieces import encodable

_Content = MentionDraft | ClaimDraft | StatementDraft


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Writes one Doc an article and says what DocBin could not hold; raises CannotWrite.

    Mentions are `doc.ents` and `doc.spans["mentions"]`; statements, claims and pending
    suggestions are `doc.spans` of those names, their attributes `doc.user_data[name][id]`.
    """
    losses = _Losses()
    corpus = DocBin(store_user_data=True)
    for article in articles:
        corpus.add(_doc(article, info, losses))
    try:
        corpus.to_disk(path)
    except OSError as error:
        raise CannotWrite(path, error.strerror or str(error)) from error
    return losses.told()


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
    doc.user_data["article"] = _about(article, info)
    groups: dict[str, list[tuple[str, _Content, dict[str, Any]]]] = {
        "mentions": [(f"M{m.id}", m, _mention(m, info)) for m in article.mentions],
        "claims": [(f"C{c.id}", c, _claim(c, info)) for c in article.claims],
        "statements": [(f"S{s.id}", s, _statement(s, info)) for s in article.statements],
        "pending": [(f"P{p.id}", p.content, _pending(p, info)) for p in article.pending],
    }
    for name, rows in groups.items():
        spans = [_span(doc, article.text, key, content, losses) for key, content, _row in rows]
        doc.spans[name] = [span for span in spans if span is not None]
        doc.user_data[name] = {key: row for key, _content, row in rows}
    mentions = list(doc.spans["mentions"])
    doc.ents = filter_spans(mentions)
    kept = {(ent.start, ent.end, ent.id_) for ent in doc.ents}
    losses.overlapping.extend(
        span.text for span in mentions if (span.start, span.end, span.id_) not in kept
    )
    return doc


def _span(doc: Doc, text: str, key: str, content: _Content, losses: _Losses) -> Span | None:
    """The tokens of a span, widened to whole ones and counted where they were not."""
    start, stop = content.span.start, content.span.stop
    quote = text[start:stop]
    span = doc.char_span(start, stop, alignment_mode="expand") if quote else None
    if span is None or not len(span):
        losses.empty.append(key)
        return None
    if (span.start_char, span.end_char) != (start, stop):
        losses.widened.append(quote)
    name = content.entity if isinstance(content, MentionDraft) else ""
    return Span(doc, span.start, span.end, label=_label(content), kb_id=name, span_id=key)


def _label(content: _Content) -> str:
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


def _about(article: AnnotatedArticle, info: CorpusInfo) -> dict[str, Any]:
    facts = article.article
    return {
        "id": facts.id,
        "title": facts.title,
        "source": facts.source,
        "authors": list(facts.authors),
        "url": facts.url,
        "published": facts.published.isoformat() if facts.published else None,
        "language": facts.language,
        "corpus": info.name,
        "done_by": [_coder(coder, info) for coder in article.done_by],
        "decisions": [
            {
                "suggestion": decision.suggestion_id,
                "coder": _coder(decision.coder_id, info),
                "verdict": decision.verdict.value,
                "taken_at": decision.taken_at.isoformat(),
            }
            for decision in article.decisions
        ],
    }


def _coder(coder_id: int, info: CorpusInfo) -> str:
    coder = info.coders.get(coder_id)
    return coder.name if coder else str(coder_id)


def _place(content: _Content) -> dict[str, Any]:
    return {"start": content.span.start, "stop": content.span.stop}


def _mention(mention: Mention, info: CorpusInfo) -> dict[str, Any]:
    return _place(mention) | {"entity": mention.entity, "coder": _coder(mention.coder_id, info)}


def _claim(claim: Claim, info: CorpusInfo) -> dict[str, Any]:
    return _place(claim) | _mood(claim) | {"coder": _coder(claim.coder_id, info)}


def _statement(statement: Statement, info: CorpusInfo) -> dict[str, Any]:
    attributes = {"note": statement.note, "coder": _coder(statement.coder_id, info)}
    return _place(statement) | _mood(statement) | _roles(statement) | attributes


def _pending(suggestion: Suggestion, info: CorpusInfo) -> dict[str, Any]:
    content = suggestion.content
    row = _place(content) | {"score": suggestion.score, "evidence": suggestion.evidence}
    run = info.runs.get(suggestion.run_id)
    row |= {"pipeline": run.pipeline, "version": run.version} if run else {}
    if isinstance(content, MentionDraft):
        return row | {"entity": content.entity}
    row |= _mood(content)
    return row | _roles(content) if isinstance(content, StatementDraft) else row


def _mood(content: ClaimDraft | StatementDraft) -> dict[str, Any]:
    return {
        "speaker": _value(content.speaker) if content.speaker else None,
        "modality": content.modality.value,
        "polarity": content.polarity.value,
    }


def _roles(content: StatementDraft) -> dict[str, Any]:
    roles: dict[str, list[Mapping[str, Any]]] = {}
    for value in content.values:
        roles.setdefault(value.role, []).append(_value(value))
    return {"roles": roles}


def _value(value: RoleValue) -> dict[str, Any]:
    return {
        "text": value.text,
        "start": value.span.start if value.span else None,
        "stop": value.span.stop if value.span else None,
        "entity": value.entity or None,
        "money": _money(value.money) if value.money else None,
        "day": value.day.isoformat() if value.day else None,
    }


def _money(money: Money) -> dict[str, Any]:
    return {"low": money.low, "high": money.high, "currency": money.currency}
