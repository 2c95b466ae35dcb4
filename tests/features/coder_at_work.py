"""A coder at work, to be killed: imports, extracts and tags, and says what was shown as done.

Each line on stdout names something that the program has reported as done: `imported N`,
`extracted ID`, `decided ID VERDICT`, `tagged ID`. Usage: coder_at_work.py PROJECT SEED
"""

import random
import sys
from pathlib import Path

from annotator.domain import Kind, Span, StatementDraft, SuggestionDraft
from annotator.project import create_project
from annotator.readers import read_codebook, shipped_codebooks
from factories import article_draft

TEXT = "🌍 France backs Mistral AI with two billion euros, number {0}. " * 20


def say(*words: object) -> None:
    """Report something as done."""
    print(*words, flush=True)  # noqa: T201 - the test reads it


def main() -> None:
    """Work until killed."""
    pick = random.Random(int(sys.argv[2]))
    codebook = read_codebook(shipped_codebooks()["ai-news"])
    project = create_project(Path(sys.argv[1]), codebook=codebook)
    say("ready")
    while True:
        drafts = [article_draft(text=TEXT.format(pick.random())) for _number in range(20)]
        ids = project.articles.add(drafts).added[Kind.ARTICLE]
        say("imported", project.articles.count())
        run = project.suggestions.start_run("test", str(ids[0]))
        content = StatementDraft(span=Span(2, 30), type="funding")
        project.suggestions.store(
            run, dict.fromkeys(ids, (SuggestionDraft(content=content, score=0.5),))
        )
        for article_id in ids:
            say("extracted", article_id)
            (suggestion,) = project.suggestions.pending(article_id)
            verdict = pick.choice(["accept", "reject", "skip"])
            getattr(project.suggestions, verdict)([suggestion.id])
            say("decided", suggestion.id, verdict)
            added = project.statements.add(
                article_id, StatementDraft(span=Span(2, 8), type="policy")
            )
            say("tagged", added.first(Kind.STATEMENT))


if __name__ == "__main__":
    main()
