"""A small project with articles, entities, statements and a codebook, open in a session."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from annotator.domain import (
    ArticleDraft,
    Codebook,
    EntityLabel,
    Kind,
    MentionDraft,
    Money,
    Origin,
    Role,
    RoleKind,
    RoleValue,
    Span,
    StatementDraft,
    StatementType,
)
from annotator.project import Project, create_project
from annotator.ui.session import Session
from factories import span

FUNDING = StatementType(
    key="funding",
    name="Funding",
    colour="#2f7d4f",
    shortcut="1",
    guideline="Somebody gives **money**.",
    roles=(
        Role(key="funder", name="Funder", kind=RoleKind.ENTITY, many=True),
        Role(key="amount", name="Amount", kind=RoleKind.MONEY),
        Role(
            key="instrument",
            name="Instrument",
            kind=RoleKind.CHOICE,
            choices=("equity", "grant", "loan, soft"),
        ),
    ),
)
POLICY = StatementType(
    key="policy",
    name="Policy",
    colour="#1d4fb8",
    shortcut="2",
    roles=(Role(key="actor", name="Actor", kind=RoleKind.ENTITY, many=True),),
)
CODEBOOK = Codebook(name="Test", guideline="Tag *little*.", types=(FUNDING, POLICY))

FIRST = "🚀 Nordwind Labs opens.\nThe city of Halm gives Nordwind €5 million. People cheer."
SECOND = "Halm wants rules. Nordwind Labs agrees."


def _fill(project: Project) -> None:
    drafts = [
        ArticleDraft(
            text=FIRST,
            origin=Origin("text"),
            title="A lab opens",
            source="Halm Herald",
            published=date(2026, 3, 1),
        ),
        ArticleDraft(text=SECOND, origin=Origin("text"), title="Rules", source="The Other"),
    ]
    first, second = project.articles.add(drafts).added[Kind.ARTICLE]
    for article_id, text, words, label in (
        (first, FIRST, "Nordwind Labs", EntityLabel.ORG),
        (first, FIRST, "Halm", EntityLabel.GPE),
        (first, FIRST, "Nordwind", EntityLabel.ORG),
        (second, SECOND, "Halm", EntityLabel.GPE),
        (second, SECOND, "Nordwind Labs", EntityLabel.ORG),
    ):
        named = span(words if words != "Nordwind" else "Nordwind €", text)
        named = Span(named.start, named.start + len(words))
        project.mentions.add(article_id, MentionDraft(span=named, label=label))
    project.statements.add(first, _grant())
    rule = span("Halm wants rules.", SECOND)
    actor = RoleValue("actor", "Halm", span("Halm", SECOND))
    project.statements.add(second, StatementDraft(span=rule, type="policy", values=(actor,)))


def _grant() -> StatementDraft:
    return StatementDraft(
        span=span("The city of Halm gives Nordwind €5 million.", FIRST),
        type="funding",
        values=(
            RoleValue("funder", "Halm", span("Halm", FIRST)),
            RoleValue(
                "amount",
                "€5 million",
                span("€5 million", FIRST),
                money=Money(5_000_000, 5_000_000, "EUR"),
            ),
            RoleValue("instrument", "grant"),
        ),
    )


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session with the project open; closed at the end."""
    del qapp  # an application must be there first
    held = Session()
    project = create_project(tmp_path / "pages.anno", codebook=CODEBOOK, coder="ada")
    _fill(project)
    held.show_project(project)
    yield held
    held.show_project(None)


@pytest.fixture
def empty_session(qapp: QApplication, tmp_path: Path) -> Iterator[Session]:
    """A session whose project holds nothing but the codebook."""
    del qapp  # an application must be there first
    held = Session()
    held.show_project(create_project(tmp_path / "empty.anno", codebook=CODEBOOK, coder="ada"))
    yield held
    held.show_project(None)
