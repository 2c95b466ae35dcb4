"""Many rows at once: more ids than SQLite takes values, and no text read without need."""

import pytest

from annotator.domain import SuggestionDraft, Verdict
from annotator.project import Project
from factories import TEXT, article_draft, claim_draft, mention_draft, statement_draft

MOST_VALUES = 32_766
"""So many values SQLite binds to one statement."""
IDS = range(1, MOST_VALUES + 11)


@pytest.fixture
def extracted(project: Project) -> Project:
    """Two articles with three suggestions each."""
    project.articles.add([article_draft(), article_draft(f"{TEXT}Once more.\n")])
    contents = (statement_draft(), mention_draft(), claim_draft())
    drafts = [SuggestionDraft(content=content, score=0.5) for content in contents]
    run = project.suggestions.start_run("test", "1")
    project.suggestions.store(run, {1: drafts, 2: drafts})
    return project


def test_statements_and_their_role_values_are_read_by_any_number_of_ids(project: Project) -> None:
    project.articles.add([article_draft()])
    row = (1, 0, 2, TEXT[:2], project.coder.id, "funding", "", "fact", "affirmed")
    columns = "article_id, start, stop, quote, coder_id, type, note, modality, polarity"
    with project.step("Many"):
        project._db.execute_many(
            f"INSERT INTO statements ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [row] * len(IDS),
        )
    assert [row.id for row in project.statements.by_ids(IDS)] == list(IDS)
    assert len(project.statements.of(1)) == len(IDS)


def test_any_number_of_suggestions_can_be_decided_on_at_once(extracted: Project) -> None:
    extracted.suggestions.accept(IDS)
    assert extracted.status().decisions == {Verdict.ACCEPTED: 6}
    extracted.undo()
    extracted.suggestions.reject(IDS)
    assert extracted.status().decisions == {Verdict.REJECTED: 6}


def test_any_number_of_articles_can_be_listed(extracted: Project) -> None:
    assert [row.id for row in extracted.articles.rows(IDS)] == [1, 2]


def test_what_is_open_can_be_asked_for_among_some(extracted: Project) -> None:
    first, second, third = extracted.suggestions.pending(1)
    extracted.suggestions.skip([first.id])
    among = [*IDS[10:], first.id, third.id]
    assert extracted.suggestions.pending(1, among=among) == (third,)
    assert list(extracted.suggestions.aside(1, among=among)) == [first.id]
    assert extracted.suggestions.aside(1, among=[second.id]) == {}
    assert extracted.suggestions.pending(2, among=among) == ()
    extracted.coders.use("Grace")
    assert extracted.suggestions.pending(1, among=among) == (first, third)


def test_what_is_accepted_as_it_stands_needs_one_look_at_a_text(extracted: Project) -> None:
    asked: list[str] = []
    extracted._db.conn.set_trace_callback(asked.append)
    extracted.suggestions.accept(range(1, 7))
    extracted._db.conn.set_trace_callback(None)
    # the same words are looked for once an article
    assert sum("FROM article_texts" in sql for sql in asked) <= len((1, 2))
    for article_id in (1, 2):
        text = extracted.articles.text(article_id)
        (mention,) = extracted.mentions.of(article_id)
        (statement,) = extracted.statements.of(article_id)
        assert mention.quote == mention.span.quote(text)
        assert statement.quote == statement.span.quote(text)


def test_a_correction_of_the_span_takes_its_words_from_the_text(extracted: Project) -> None:
    (mention,) = (row for row in extracted.suggestions.pending(1) if row.quote == "France")
    extracted.suggestions.correct(mention.id, mention_draft("Mistral\u00a0AI"))
    assert [row.quote for row in extracted.mentions.of(1)] == ["Mistral\u00a0AI"]
    assert extracted.entities.named("Mistral\u00a0AI") is not None
