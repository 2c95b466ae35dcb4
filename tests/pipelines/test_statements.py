"""Statements: which sentences are one, where they are cut, and who fills their roles."""

from collections.abc import Callable
from datetime import date

import pytest

from annotator.domain import Modality, Money, Polarity, StatementDraft, SuggestionDraft

Suggest = Callable[..., tuple[SuggestionDraft, ...]]


def statements(drafts: tuple[SuggestionDraft, ...]) -> list[StatementDraft]:
    return [draft.content for draft in drafts if isinstance(draft.content, StatementDraft)]


def one(drafts: tuple[SuggestionDraft, ...], kind: str) -> StatementDraft:
    [found] = [statement for statement in statements(drafts) if statement.type == kind]
    return found


def texts(statement: StatementDraft, role: str) -> list[str]:
    return [value.entity or value.text for value in statement.of_role(role)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Mistral AI raised €600 million in a Series B round.", "funding"),
        ("The firm is now valued at $4 billion.", "funding"),
        ("Regulators opened an antitrust investigation.", "policy"),
        ("The product complies with the GDPR.", "policy"),
        ("The new model from Acme outperforms GPT-4 on most tests.", "competitor"),
        ("The startup is a rival of Google.", "competitor"),
    ],
)
def test_each_type_is_recognised(suggest: Suggest, text: str, kind: str) -> None:
    assert [statement.type for statement in statements(suggest(text))] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The firm's revenue grew to $4 million.",
        "It rained in Paris.",
        "This is the best restaurant in town.",
        "They came back to close the door.",
    ],
)
def test_what_the_codebook_leaves_out_is_left_out(suggest: Suggest, text: str) -> None:
    assert statements(suggest(text)) == []


def test_one_sentence_gives_several_statements(suggest: Suggest) -> None:
    text = "Microsoft invested $1 billion in OpenAI, and regulators opened an antitrust probe."
    found = {s.type: s.span.quote(text) for s in statements(suggest(text))}
    assert found.keys() == {"funding", "policy"}
    assert "Microsoft invested $1 billion in OpenAI" in found["funding"]
    assert "regulators opened an antitrust probe" in found["policy"]


@pytest.mark.parametrize(
    ("text", "funder", "recipient"),
    [
        ("Microsoft invested $1 billion in OpenAI.", ["Microsoft"], ["OpenAI"]),
        ("OpenAI raised $1 billion from Microsoft.", ["Microsoft"], ["OpenAI"]),
        ("Figma was acquired by Adobe for $20 billion.", ["Adobe"], ["Figma"]),
        ("Adobe acquired Figma.", ["Adobe"], ["Figma"]),
        ("Amazon's investment in Anthropic continues.", ["Amazon"], ["Anthropic"]),
    ],
)
def test_funder_and_recipient_follow_the_verb(
    suggest: Suggest, text: str, funder: list[str], recipient: list[str]
) -> None:
    statement = one(suggest(text), "funding")
    assert texts(statement, "funder") == funder
    assert texts(statement, "recipient") == recipient


def test_an_amount_carries_its_bounds_and_a_date_its_day(suggest: Suggest) -> None:
    text = "🎉 On 3 May 2024, Microsoft invested more than €1.5bn in OpenAI."
    statement = one(suggest(text), "funding")
    [amount] = statement.of_role("amount")
    assert amount.money == Money(1.5e9, None, "EUR")
    assert amount.span is not None
    assert amount.span.quote(text) == "more than €1.5bn"
    assert [value.day for value in statement.of_role("date")] == [date(2024, 5, 3)]


def test_a_bare_dollar_is_that_of_the_country_spoken_of(suggest: Suggest) -> None:
    text = "Canada has many labs. Canada's minister said Ottawa will invest $2 billion in Canada."
    [amount] = one(suggest(text), "funding").of_role("amount")
    assert amount.money == Money(2e9, 2e9, "CAD")


def test_a_policy_statement_names_actor_action_instrument_and_stance(suggest: Suggest) -> None:
    statement = one(
        suggest("The European Parliament adopted the AI Act on 13 March 2024."), "policy"
    )
    assert texts(statement, "actor") == ["European Parliament"]
    assert texts(statement, "instrument") == ["EU AI Act"]
    assert texts(statement, "action") == ["adopt"]
    assert texts(statement, "stance") == ["none"]


def test_a_comparison_names_subject_rival_and_direction(suggest: Suggest) -> None:
    statement = one(suggest("Claude 3 Opus outperforms GPT-4 on most benchmarks."), "competitor")
    assert texts(statement, "subject") == ["Claude 3 Opus"]
    assert "GPT-4" in texts(statement, "rival")
    assert texts(statement, "dimension") == ["performance"]
    assert texts(statement, "direction") == ["ahead"]


def test_choices_are_those_of_the_codebook(suggest: Suggest) -> None:
    text = (
        "The EU will ban exports, fine Meta €200 million, subsidise chip plants and regulate AI. "
        "Google lags behind OpenAI, depends on Nvidia and undercuts Amazon. "
        "Softbank lent $3bn, bought Arm, is valued at $90bn and granted cloud credits."
    )
    allowed = {
        "action": "propose adopt enforce amend oppose support comply breach fund plan require ban "
        "investigate other",
        "stance": "supports opposes neutral none",
        "direction": "ahead behind equal alternative dependent unclear",
    }
    found = [v for s in statements(suggest(text)) for v in s.values if v.role in allowed]
    assert found
    assert all(value.text in allowed[value.role].split() for value in found)


def test_words_about_saying_are_cut_off_and_become_the_speaker(suggest: Suggest) -> None:
    text = "Sam Altman said OpenAI will raise $40 billion."
    statement = one(suggest(text), "funding")
    assert statement.span.quote(text) == "OpenAI will raise $40 billion"
    assert statement.speaker is not None
    assert statement.speaker.text == "Sam Altman"


def test_evidence_quotes_the_words_that_speak_for_it(suggest: Suggest) -> None:
    [draft] = [d for d in suggest("Mistral AI raises €2bn.") if d.label == "funding"]
    assert draft.evidence == "“raises” with a sum of money"
    assert 0.5 <= draft.score <= 1


def test_a_bracket_that_opens_in_a_statement_closes_in_it(suggest: Suggest) -> None:
    text = "The European Commission has proposed a law on artificial intelligence (AI)."
    [policy] = [s for s in statements(suggest(text)) if s.type == "policy"]
    assert policy.span.quote(text).endswith("(AI)")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Norvane raised $40 million in May, and the government may give it €20 million.",
            [(Modality.FACT, Polarity.AFFIRMED), (Modality.POSSIBLE, Polarity.AFFIRMED)],
        ),
        (
            "Parliament adopted the Chip Act in May, while the Commission could still ban exports.",
            [(Modality.FACT, Polarity.AFFIRMED), (Modality.POSSIBLE, Polarity.AFFIRMED)],
        ),
        (
            "Tellis Capital invested $10 million in Norvane, but it did not fund Ostrava Robotics.",
            [(Modality.FACT, Polarity.AFFIRMED), (Modality.FACT, Polarity.NEGATED)],
        ),
    ],
)
def test_each_clause_of_a_sentence_has_its_own_modality_and_polarity(
    suggest: Suggest, text: str, said: list[tuple[Modality, Polarity]]
) -> None:
    found = statements(suggest(text))
    assert [(statement.modality, statement.polarity) for statement in found] == said
