"""Coding by hand, entities and the codebook."""

from dataclasses import replace

import pytest

from annotator.domain import Codebook, EntityLabel, Kind, Money, RoleKind, RoleValue, Span
from annotator.errors import InvalidInput, NotFound
from annotator.project import Project
from factories import (
    TEXT,
    article_draft,
    claim_draft,
    codebook,
    filler,
    mention_draft,
    statement_draft,
    two_billion,
)


@pytest.fixture
def coded(project: Project) -> Project:
    """A project with the article of the factories."""
    project.articles.add([article_draft()])
    return project


def test_quotes_count_code_points_past_emoji_and_combining_marks(coded: Project) -> None:
    coded.claims.add(1, claim_draft("said Zoe\u0301 Dupont"))
    assert coded.claims.of(1)[0].quote == "said Zoe\u0301 Dupont"


@pytest.mark.parametrize("span", [Span(0, 0), Span(5, 5_000), Span(len(TEXT), len(TEXT))])
def test_a_span_off_the_text_is_refused(coded: Project, span: Span) -> None:
    with pytest.raises(InvalidInput):
        coded.statements.add(1, statement_draft(span=span))


def test_a_statement_keeps_values_of_every_kind(coded: Project) -> None:
    values = (
        filler("funder", "France", entity="France"),
        two_billion(),
        RoleValue("amount", "up to a billion", money=Money(None, 1e9)),
        RoleValue("instrument", "equity"),
    )
    coded.statements.add(1, statement_draft(values=values, note="*sure*"))
    (stored,) = coded.statements.of(1)
    assert stored.values == values
    assert stored.note == "*sure*"


def test_what_a_role_names_becomes_an_entity_where_it_is_mentioned(coded: Project) -> None:
    coded.mentions.add(1, mention_draft("France"))
    coded.statements.add(1, statement_draft(values=(filler("funder", "France"),)))
    value = coded.statements.of(1)[0].values[0]
    assert value.entity_id == coded.entities.all()[0].id


def test_descriptions_that_fill_a_role_do_not_become_entities(coded: Project) -> None:
    coded.statements.add(1, statement_draft(values=(RoleValue("funder", "the investors"),)))
    assert coded.entities.all() == ()


def test_a_new_entity_takes_in_role_values_of_its_name(coded: Project) -> None:
    value = RoleValue("funder", "the lab", entity="Mistral AI")
    coded.statements.add(1, statement_draft(values=(value,)))
    coded.entities.add("Mistral AI", EntityLabel.ORG)
    assert coded.statements.of(1)[0].values[0].entity_id == 1


def test_merged_entities_take_mentions_values_and_names_along(coded: Project) -> None:
    for name in ("France", "Mistral"):
        coded.mentions.add(1, mention_draft(name, label=EntityLabel.ORG))
    coded.statements.add(1, statement_draft(values=(filler("funder", "Mistral"),)))
    france, mistral = coded.entities.all()
    coded.entities.merge([france.id, mistral.id], into=france.id)
    (merged,) = coded.entities.all()
    assert merged.aliases == ("Mistral",)
    assert coded.entities.mention_counts() == {france.id: 2}
    assert coded.statements.of(1)[0].values[0].entity == "France"
    coded.undo()
    assert [e.name for e in coded.entities.all()] == ["France", "Mistral"]
    assert coded.statements.of(1)[0].values[0].entity == "Mistral"


def test_a_renamed_entity_is_found_by_its_old_name(coded: Project) -> None:
    coded.entities.add("FAIR", EntityLabel.ORG)
    coded.entities.rename(1, "Meta AI")
    found = coded.entities.named("FAIR")
    assert found is not None
    assert found.name == "Meta AI"


def test_two_entities_never_share_a_name(coded: Project) -> None:
    coded.entities.add("Mistral AI", EntityLabel.ORG, ["Mistral"])
    coded.entities.add("Acme", EntityLabel.ORG)
    with pytest.raises(InvalidInput, match="merge"):
        coded.entities.rename(2, "Mistral AI")
    with pytest.raises(InvalidInput, match="merge"):
        coded.entities.add_alias(2, "Mistral")


@pytest.mark.parametrize("taken", ["Mistral AI", "Mistral"])
def test_what_names_one_entity_names_no_other(coded: Project, taken: str) -> None:
    coded.entities.add("Mistral AI", EntityLabel.ORG, ["Mistral"])
    with pytest.raises(InvalidInput, match="merge"):
        coded.entities.add(taken, EntityLabel.ORG)
    with pytest.raises(InvalidInput, match="merge"):
        coded.entities.add("Acme", EntityLabel.ORG, [taken])
    coded.entities.add("Acme", EntityLabel.ORG)
    with pytest.raises(InvalidInput, match="merge"):
        coded.entities.rename(2, taken)


def test_an_entity_can_take_its_own_alias_as_name(coded: Project) -> None:
    coded.entities.add("Mistral AI", EntityLabel.ORG, ["Mistral"])
    coded.entities.rename(1, "Mistral")
    assert coded.entities.get(1).aliases == ("Mistral AI",)


def test_merged_entities_keep_their_notes(coded: Project) -> None:
    for number, name in enumerate(("Mistral", "Acme"), 1):
        coded.entities.add(name, EntityLabel.ORG)
        coded.entities.set_note(number, f"*{name}*")
    coded.entities.merge([1, 2], into=2)
    assert coded.entities.get(2).note == "*Acme*\n\n*Mistral*"


def test_a_new_entity_takes_in_speakers_of_its_name(coded: Project) -> None:
    speaker = RoleValue("speaker", "she", entity="Zoe Dupont")
    coded.statements.add(1, statement_draft(speaker=speaker))
    coded.claims.add(1, claim_draft(speaker=speaker))
    coded.entities.add("Zoe Dupont", EntityLabel.PERSON)
    (statement,), (claim,) = coded.statements.of(1), coded.claims.of(1)
    assert [who.entity_id for who in (statement.speaker, claim.speaker) if who] == [1, 1]


def test_removing_an_entity_keeps_the_words_it_filled(coded: Project) -> None:
    coded.mentions.add(1, mention_draft("France"))
    coded.statements.add(1, statement_draft(values=(filler("funder", "France"),)))
    coded.entities.remove(1)
    value = coded.statements.of(1)[0].values[0]
    assert (value.text, value.entity_id) == ("France", None)


def test_an_entity_that_is_gone_is_said_to_be_gone(coded: Project) -> None:
    with pytest.raises(NotFound):
        coded.entities.get(77)


def test_a_codebook_comes_back_as_it_was_saved(project: Project) -> None:
    assert project.codebook.get() == codebook()


def test_types_left_out_are_retired_and_their_statements_stay(coded: Project) -> None:
    coded.statements.add(1, statement_draft())
    old = coded.codebook.get()
    changes = coded.codebook.save(Codebook(name=old.name, types=old.types[1:]))
    assert changes.kinds == {Kind.CODEBOOK}
    kept = coded.codebook.get().type("funding")
    assert kept is not None
    assert kept.retired
    assert coded.statements.of(1)[0].type == "funding"


def test_a_role_that_holds_values_keeps_its_kind(coded: Project) -> None:
    coded.statements.add(1, statement_draft(values=(filler("funder", "France"),)))
    old = coded.codebook.get()
    funding = old.types[0]
    roles = (replace(funding.roles[0], kind=RoleKind.TEXT), *funding.roles[1:])
    with pytest.raises(InvalidInput, match="holds values"):
        coded.codebook.save(replace(old, types=(replace(funding, roles=roles), *old.types[1:])))
    assert coded.codebook.get() == old


def test_saving_an_unchanged_codebook_is_no_step(project: Project) -> None:
    assert not project.codebook.save(project.codebook.get())
    assert project.undo_name == ""
