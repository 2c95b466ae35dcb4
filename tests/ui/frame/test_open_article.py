"""The article on show is read once, and then only what was touched in it."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import (
    Changes,
    Codebook,
    EntityLabel,
    Kind,
    MentionDraft,
    Span,
    SuggestionDraft,
    SuggestionKind,
)
from annotator.project import Project, create_project
from annotator.ui.edits import Edits
from annotator.ui.open_article import OpenArticle
from annotator.ui.session import Session

TEXT = " ".join(f"Firm{number}" for number in range(60))


def spot(number: int) -> Span:
    return factories.span(f"Firm{number}", TEXT)


def suggested(numbers: range) -> list[SuggestionDraft]:
    """A statement, a claim and a mention at each of these places."""
    contents = (
        content
        for number in numbers
        for content in (
            factories.statement_draft(span=spot(number)),
            factories.claim_draft(span=spot(number)),
            MentionDraft(span=spot(number), label=EntityLabel.ORG),
        )
    )
    return [SuggestionDraft(content=content, score=0.5) for content in contents]


def extract(project: Project, article_id: int, drafts: list[SuggestionDraft]) -> Changes:
    run = project.suggestions.start_run("test", "1")
    return project.suggestions.store(run, {article_id: drafts})


@pytest.fixture
def session(qtbot: QtBot, tmp_path: Path) -> Iterator[Session]:
    """Three articles, of which the first is on show; a pipeline has been over the first two."""
    del qtbot  # an application must be there first
    project = create_project(tmp_path / "Work.anno", codebook=factories.codebook(), coder="Zoë")
    project.articles.add([factories.article_draft(f"{TEXT} {end}") for end in "abc"])
    for article_id in (1, 2):
        extract(project, article_id, suggested(range(20)))
    session = Session()
    session.show_project(project)
    session.show_article(1)
    yield session
    session.show_project(None)


@pytest.fixture
def article(session: Session) -> OpenArticle:
    return OpenArticle(session)


def shown(article: OpenArticle) -> tuple[object, ...]:
    """All that views take from it."""
    return (
        *(article.article, article.text, article.codebook, article.is_done),
        *(article.mentions, article.claims, article.statements),
        *(article.open, article.pending, article.skipped),
        *(article.is_extracted, article.is_foreign),
    )


@contextmanager
def asked(session: Session) -> Iterator[list[str]]:
    """What is asked of the project meanwhile."""
    statements: list[str] = []
    session.project._db.conn.set_trace_callback(statements.append)
    yield statements
    session.project._db.conn.set_trace_callback(None)


def _use(project: Project, coder: str) -> Changes:
    project.coders.use(coder)
    return Changes(kinds=frozenset(Kind))


def _action(project: Project, pick: random.Random) -> Callable[[], Changes]:
    suggestions = [row.id for number in (1, 2) for row in project.suggestions.of(number)]
    chosen = pick.sample(suggestions, min(len(suggestions), pick.choice((1, 1, 3))))
    statements = [row.id for row in project.statements.of(1)]
    mentions = [row.id for row in project.mentions.of(1)]
    entities = [row.id for row in project.entities.all()]
    place = spot(pick.randrange(60))
    choices: list[Callable[[], Changes]] = [
        lambda: project.suggestions.accept(chosen),
        lambda: project.suggestions.reject(chosen),
        lambda: project.suggestions.skip(chosen),
        lambda: project.suggestions.reopen(chosen),
        lambda: project.mentions.add(1, MentionDraft(span=place, label=EntityLabel.ORG)),
        lambda: project.claims.add(1, factories.claim_draft(span=place)),
        lambda: project.statements.add(pick.choice((1, 3)), factories.statement_draft(span=place)),
        lambda: project.articles.mark_done([1], done=pick.random() < 0.5),
        lambda: project.articles.update(1, title=f"T{pick.random()}"),
        lambda: extract(project, 1, suggested(range(pick.randrange(30)))),
        lambda: _use(project, pick.choice(("Zoë", "Grace"))),
        project.undo,
        project.undo,
        project.redo,
    ]
    if statements:
        draft = factories.statement_draft(span=place, values=(factories.two_billion(),))
        choices += [
            lambda: project.statements.change(pick.choice(statements), draft),
            lambda: project.statements.remove(pick.choice(statements)),
        ]
    if mentions:
        choices.append(lambda: project.mentions.remove(pick.choice(mentions)))
    if entities:
        choices += [
            lambda: project.entities.rename(pick.choice(entities), f"N{pick.random()}"),
            lambda: project.entities.remove(pick.choice(entities)),
            lambda: project.entities.merge(entities, into=pick.choice(entities)),
        ]
    return pick.choice(choices)


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_done_the_article_is_as_if_it_was_opened_now(
    seed: int, session: Session, article: OpenArticle
) -> None:
    pick = random.Random(seed)
    for _number in range(60):
        action = _action(session.project, pick)
        session.do(lambda _project, action=action: action())  # type: ignore[misc]
        assert shown(article) == shown(OpenArticle(session))


def test_a_batch_of_other_articles_has_nothing_read_again(
    session: Session, article: OpenArticle
) -> None:
    told: list[Edits] = []
    article.changed.connect(told.append)
    batch = extract(session.project, 3, suggested(range(9)))
    tagged = session.project.statements.add(2, factories.statement_draft(span=spot(3)))
    imported = session.project.articles.add([factories.article_draft("A leap.")])
    with asked(session) as statements:
        for changes in (batch, tagged, imported):
            session.changed.emit(changes)
    assert statements == []
    assert told == []


def test_a_batch_of_the_article_itself_is_shown(session: Session, article: OpenArticle) -> None:
    session.do(lambda project: extract(project, 1, suggested(range(25))))
    assert len(article.open) == 75


def test_a_decision_tells_what_came_and_what_went(session: Session, article: OpenArticle) -> None:
    told: list[Edits] = []
    article.changed.connect(told.append)
    suggestion = article.open[0]
    session.do(lambda project: project.suggestions.accept([suggestion.id]))
    (statement,) = article.statements
    session.undo()
    assert told == [
        Edits(removed=(suggestion,), added=(statement,)),
        Edits(removed=(statement,), added=(suggestion,)),
    ]


def test_what_concerns_all_articles_is_told_as_a_whole(
    session: Session, article: OpenArticle
) -> None:
    told: list[Edits | None] = []
    article.changed.connect(told.append)
    codebook = session.project.codebook.get()
    session.do(lambda project: project.codebook.save(Codebook(name="Other", types=codebook.types)))
    assert told == [None]
    assert article.codebook.name == "Other"


def test_a_decision_reads_the_same_however_much_the_article_holds(
    session: Session, article: OpenArticle
) -> None:
    pick = [row.id for row in article.open if row.kind is SuggestionKind.STATEMENT]
    with asked(session) as few:
        session.do(lambda project: project.suggestions.accept([pick[0]]))
    session.do(lambda project: project.suggestions.accept(pick[2:]))
    with asked(session) as many:
        session.do(lambda project: project.suggestions.accept([pick[1]]))
    assert len(many) <= len(few)
    assert not any("FROM suggestions WHERE article_id" in sql for sql in (*few, *many))
    assert not any("FROM statements WHERE article_id" in sql for sql in (*few, *many))
