"""A project of many articles, made once a run."""

from pathlib import Path

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    Kind,
    MentionDraft,
    RoleValue,
    Span,
    StatementDraft,
    SuggestionDraft,
)
from annotator.workflows.starting import new_project
from benchmarks.texts import news
from factories import article_draft

SUGGESTIONS = (
    SuggestionDraft(
        content=StatementDraft(
            span=Span(0, 60), type="funding", values=(RoleValue("funder", "who", Span(0, 10)),)
        ),
        score=0.5,
    ),
    SuggestionDraft(content=ClaimDraft(span=Span(0, 60), kind=ClaimKind.FACT), score=0.5),
    *(
        SuggestionDraft(content=MentionDraft(span=Span(n, n + 8), label=EntityLabel.ORG), score=0.5)
        for n in range(0, 200, 10)
    ),
)


def make_library(path: Path, articles: int) -> None:
    """A project of so many articles of news length with 22 suggestions each, indexed."""
    texts = news()
    with new_project(path) as project:
        for start in range(0, articles, 500):
            drafts = [
                article_draft(
                    text=f"{n} {texts[n % len(texts)]['text']}",
                    title=texts[n % len(texts)]["title"],
                )
                for n in range(start, min(start + 500, articles))
            ]
            ids = project.articles.add(drafts).added[Kind.ARTICLE]
            run = project.suggestions.start_run("bench", "1")
            project.suggestions.store(run, dict.fromkeys(ids, SUGGESTIONS))
        while project.articles.index_new(2_000):
            pass
