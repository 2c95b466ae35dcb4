"""A project with one long article of news, half of whose spans are tagged, half suggested."""

import re
from itertools import cycle, islice
from pathlib import Path

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Kind,
    MentionDraft,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.project import Project
from annotator.workflows.starting import new_project
from benchmarks.texts import news
from factories import article_draft

_WORD = re.compile(r"\S+")
_TEN = 10


def make_long(path: Path, words: int, spans: int) -> None:
    """Two articles: a short one, and one of so many words with spans at even distances.

    Of ten spans eight are mentions of a long word, one is a claim and one a statement of ten words.
    """
    text = _text(words)
    places = [word.span() for word in _WORD.finditer(text)]
    step = len(places) // spans
    drafts = [
        _suggestion(number, places[start : start + _TEN], step)
        for number, start in enumerate(range(0, spans * step, step))
    ]
    with new_project(path) as project:
        added = project.articles.add([article_draft(), article_draft(text)]).added[Kind.ARTICLE]
        run = project.suggestions.start_run("bench", "1")
        project.suggestions.store(run, {added[1]: drafts})
        _accept_half(project, added[1])


def _text(words: int) -> str:
    texts = cycle(article["text"] for article in news())
    parts: list[str] = []
    while words > 0:
        part = "".join(islice(re.findall(r"\s*\S+", next(texts)), words))
        parts.append(part)
        words -= len(part.split())
    return "\n\n".join(parts)


def _suggestion(number: int, places: list[tuple[int, int]], step: int) -> SuggestionDraft:
    clause = Span(places[0][0], places[-1][1])
    content: MentionDraft | ClaimDraft | StatementDraft
    if number % _TEN == 0:
        content = StatementDraft(span=clause, type="funding")
    elif number % _TEN == _TEN // 2:
        content = ClaimDraft(span=clause, kind=ClaimKind.FACT)
    else:
        longest = max(places[:step], key=lambda place: place[1] - place[0])
        content = MentionDraft(span=Span(*longest), label=EntityLabel.ORG)
    return SuggestionDraft(content=content, score=0.5)


def _accept_half(project: Project, article_id: int) -> None:
    pending = project.suggestions.pending(article_id)
    project.suggestions.accept([suggestion.id for suggestion in pending[1::2]])
