"""Predictions for texts outside any project, and how good they are against gold articles."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, tee
from pathlib import Path
from typing import Any

from annotator.analysis import Evaluation, evaluate, parse_gold, parse_predictions
from annotator.domain import SuggestionDraft, Thresholds
from annotator.errors import InvalidInput, UnreadableFile, UserError
from annotator.i18n import gettext as _
from annotator.nlp import load_pipeline
from annotator.workflows.routing import pipeline_of_text
from annotator.workflows.starting import load_codebook
from annotator.writers import Form, prediction


def predict(
    lines: Iterable[str],
    *,
    pipeline: str = "",
    thresholds: Thresholds | None = None,
    failures: list[UserError] | None = None,
    unread: list[str] | None = None,
) -> Iterator[dict[str, Any]]:
    """For each line of JSON with "id" and "text" the annotations that the pipeline suggests.

    Without a `pipeline` each text is read by that of the language it seems to be in; the ids of
    those that none reads, which get no annotations, are put into `unread`. `thresholds` say how
    sure statements must be in place of the pipeline's own. A line that is not of
    that form is put into `failures`, or raised as InvalidInput when there is no such list. Raises
    PipelineMissing.
    """
    if pipeline:
        load_pipeline(pipeline)
    form = Form(load_codebook())
    articles = _articles(lines, failures)
    for name, group in groupby(
        articles, key=lambda each: pipeline or pipeline_of_text(each["text"])
    ):
        for article, drafts in _suggested(name, group, thresholds or {}):
            if name is None and unread is not None:
                unread.append(article["id"])
            yield prediction(article["id"], article["text"], drafts, form)


def _suggested(
    pipeline: str | None, articles: Iterable[Mapping[str, str]], thresholds: Thresholds
) -> Iterator[tuple[Mapping[str, str], tuple[SuggestionDraft, ...]]]:
    """Each article with its suggestions; none without a pipeline."""
    if pipeline is None:
        return ((article, ()) for article in articles)
    kept, read = tee(articles)
    texts = (article["text"] for article in read)
    found = load_pipeline(pipeline).suggest(texts, thresholds=thresholds)
    return zip(kept, found, strict=True)


def evaluate_file(gold: Path, *, pipeline: str = "") -> Evaluation:
    """How well the pipeline does on a file of gold articles; UnreadableFile, InvalidInput."""
    try:
        # not splitlines(): JSON texts may hold line separators other than “\n”
        lines = gold.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(
            gold, _("it could not be read: {reason}.").format(reason=error)
        ) from error
    wanted = parse_gold(lines)
    found = (json.dumps(row) for row in predict(lines, pipeline=pipeline))
    return evaluate(wanted, parse_predictions(found))


def _articles(
    lines: Iterable[str], failures: list[UserError] | None
) -> Iterator[Mapping[str, str]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield _article(number, line)
        except InvalidInput as error:
            if failures is None:
                raise
            failures.append(error)


def _article(number: int, line: str) -> Mapping[str, str]:
    try:
        article = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InvalidInput(
            _("Line {number} is not JSON: {reason}.").format(number=number, reason=error)
        ) from error
    if not isinstance(article, dict) or not isinstance(article.get("text"), str):
        raise InvalidInput(_("Line {number} has no “text”.").format(number=number))
    return {"id": str(article.get("id", number)), "text": article["text"]}
