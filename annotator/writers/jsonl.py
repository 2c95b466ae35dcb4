"""JSON Lines: one article a line with everything that is known of it."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotator.domain import (
    AnnotatedArticle,
    Article,
    Claim,
    CorpusInfo,
    Decision,
    Loss,
    Mention,
    Origin,
    Statement,
    Suggestion,
)
from annotator.domain.naming import coder_name
from annotator.i18n import gettext as _
from annotator.writers.form import LISTS, Form
from annotator.writers.loss import Losses
from annotator.writers.output import new_file

Json = dict[str, Any]


def write(articles: Iterable[AnnotatedArticle], info: CorpusInfo, path: Path) -> tuple[Loss, ...]:
    """Write each article as it comes; CannotWrite leaves what stood at `path`."""
    form = Form(info.codebook, info.entities)
    with new_file(path) as output:
        for item in articles:
            output.write(_encoded(_line(item, info, form)) + "\n")
    return _losses(info)


def _encoded(line: Json) -> str:
    text = json.dumps(line, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(line)  # a lone surrogate is kept as an escape
    return text


def _line(item: AnnotatedArticle, info: CorpusInfo, form: Form) -> Json:
    line: Json = {"id": str(item.article.id), **_metadata(item.article), **_note(item.note)}
    line["text"] = item.text
    line["entities"] = [
        form.mention(each, each.quote, each.entity_id) | _made(each, info) for each in item.mentions
    ]
    line["claims"] = [form.claim(each) | _made(each, info) for each in item.claims]
    line["statements"] = [
        form.statement(each) | _made(each, info) | _note(each.note) for each in item.statements
    ]
    for suggestion in item.pending:
        content = form.content(suggestion.content, item.text)
        line[LISTS[suggestion.kind.value]].append(content | _proposed(suggestion, info))
    line["decisions"] = [_decision(each, info) for each in item.decisions]
    line["done_by"] = [coder_name(info, coder) for coder in item.done_by]
    return line


def _metadata(article: Article) -> Json:
    return {
        "title": article.title,
        "source": article.source,
        "authors": list(article.authors),
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "language": article.language,
        "origin": _origin(article.origin),
        "imported_at": article.imported_at.isoformat(),
    }


def _origin(origin: Origin) -> Json:
    return {
        "reader": origin.reader,
        "path": origin.path,
        "sha256": origin.sha256,
        "removed": list(origin.removed),
    }


def _made(annotation: Mention | Claim | Statement, info: CorpusInfo) -> Json:
    made = {"id": annotation.id, "coder": coder_name(info, annotation.coder_id)}
    return made | (
        {"suggestion": annotation.suggestion_id} if annotation.suggestion_id is not None else {}
    )


def _note(note: str) -> Json:
    return {"note": note} if note else {}


def _proposed(suggestion: Suggestion, info: CorpusInfo) -> Json:
    run = info.runs.get(suggestion.run_id)
    proposed = {
        "suggestion": suggestion.id,
        "pending": True,
        "score": suggestion.score,
        "evidence": suggestion.evidence,
    }
    return proposed | ({"pipeline": run.pipeline, "version": run.version} if run else {})


def _decision(decision: Decision, info: CorpusInfo) -> Json:
    return {
        "suggestion": decision.suggestion_id,
        "coder": coder_name(info, decision.coder_id),
        "verdict": decision.verdict.value,
        "time": decision.taken_at.isoformat(),
    }


def _losses(info: CorpusInfo) -> tuple[Loss, ...]:
    losses = Losses()
    losses.add(
        _("Names, colours and guidelines of the codebook"),
        len(info.codebook.types),
        info.codebook.name,
    )
    for entity in info.entities.values():
        if entity.aliases or entity.note:
            losses.add(_("Aliases and notes of entities"), 1, entity.name)
    return losses.listed()
