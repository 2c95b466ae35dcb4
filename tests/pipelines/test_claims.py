"""Claims: kind, speaker, modality and polarity of a sentence."""

from collections.abc import Callable

import pytest

from annotator.domain import ClaimDraft, ClaimKind, Modality, Polarity, SuggestionDraft

Suggest = Callable[..., tuple[SuggestionDraft, ...]]


def claims(drafts: tuple[SuggestionDraft, ...]) -> list[ClaimDraft]:
    return [draft.content for draft in drafts if isinstance(draft.content, ClaimDraft)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nvidia sold two million chips in 2023.", ClaimKind.FACT),
        ("Microsoft will open a data centre in Porto.", ClaimKind.FACT),
        ("Demand for electricity could double within a decade.", ClaimKind.FORECAST),
        ("Prices are likely to fall again.", ClaimKind.FORECAST),
        ("This law is a crucial and powerful step.", ClaimKind.OPINION),
        (
            "“We should be very proud of what is a remarkable team,” said Ann Lee.",
            ClaimKind.OPINION,
        ),
    ],
)
def test_a_sentence_is_a_fact_a_forecast_or_an_opinion(
    suggest: Suggest, text: str, kind: ClaimKind
) -> None:
    assert [claim.kind for claim in claims(suggest(text))] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The firm grew quickly.\nWill it last?",
        "The firm grew quickly.\nRelated posts",
        "The firm grew quickly.\nJane Doe | Photo agency",
    ],
)
def test_questions_and_fragments_claim_nothing(suggest: Suggest, text: str) -> None:
    assert len(claims(suggest(text))) == 1


def test_a_headline_claims_something_without_a_full_stop(suggest: Suggest) -> None:
    assert (
        len(claims(suggest("Nordwind raises $40 million for chips\n\nIt was announced today.")))
        == 2
    )


def test_each_line_of_a_list_is_read_for_itself(suggest: Suggest) -> None:
    text = "Meta opened a lab in Lyon\nGoogle closed its own last year\nApple waits for a permit"
    assert [claim.span.quote(text) for claim in claims(suggest(text))] == text.split("\n")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "“The rules are far too strict for us,” said Maria Schmidt, who leads the lobby.",
            "Maria Schmidt",
        ),
        ("According to Bloomberg, the deal was signed in May.", "Bloomberg"),
        ("Sam Altman said that the company had doubled its staff.", "Sam Altman"),
        ("The deal was signed in May.", None),
    ],
)
def test_who_says_it_is_found_in_quotations_and_reports(
    suggest: Suggest, text: str, speaker: str | None
) -> None:
    found = claims(suggest(text))[0].speaker
    assert (found.text if found else None) == speaker


def test_a_quotation_that_goes_on_keeps_its_speaker(suggest: Suggest) -> None:
    text = "“It was a long and hard year,” said Maria Schmidt. “But we have learned a great deal.”"
    speakers = [claim.speaker for claim in claims(suggest(text))]
    assert [speaker.text if speaker else "" for speaker in speakers] == ["Maria Schmidt"] * 2


def test_a_pronoun_that_speaks_stands_for_the_person_before(suggest: Suggest) -> None:
    text = "Maria Schmidt runs the agency. She said the new rules had failed."
    speaker = claims(suggest(text))[1].speaker
    assert speaker is not None
    assert speaker.entity == "Maria Schmidt"


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Parliament adopted the law.", Modality.FACT),
        ("Parliament will adopt the law.", Modality.PLANNED),
        ("Parliament may adopt the law.", Modality.POSSIBLE),
        ("Parliament should adopt the law.", Modality.DESIRED),
    ],
)
def test_modality_follows_the_main_verb(suggest: Suggest, text: str, modality: Modality) -> None:
    assert claims(suggest(text))[0].modality is modality


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ministry paid the grant.", Polarity.AFFIRMED),
        ("The ministry did not pay the grant.", Polarity.NEGATED),
        ("The ministry never paid the grant.", Polarity.NEGATED),
        ("The ministry refused to pay the grant.", Polarity.NEGATED),
    ],
)
def test_polarity_follows_the_main_verb(suggest: Suggest, text: str, polarity: Polarity) -> None:
    assert claims(suggest(text))[0].polarity is polarity
