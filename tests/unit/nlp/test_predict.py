"""The plain form of suggestions that `annotator predict` writes."""

import json
from datetime import date

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    EntityLabel,
    MentionDraft,
    Modality,
    Money,
    Polarity,
    RoleValue,
    StatementDraft,
    SuggestionDraft,
)
from annotator.nlp.predict import prediction
from factories import span

TEXT = "😀 France gave Mistral €2bn on 3 May 2024."


def test_a_mention_has_its_words_label_and_entity() -> None:
    content = MentionDraft(span=span("Mistral", TEXT), label=EntityLabel.ORG, entity="Mistral AI")
    draft = SuggestionDraft(content=content, score=0.91234, evidence="a known name")
    assert prediction("a1", TEXT, [draft]) == {
        "id": "a1",
        "text": TEXT,
        "entities": [
            {
                "start": 14,
                "end": 21,
                "label": "ORG",
                "text": "Mistral",
                "entity": "Mistral AI",
                "score": 0.9123,
                "evidence": "a known name",
            }
        ],
        "claims": [],
        "statements": [],
    }


def test_a_claim_has_its_kind_speaker_and_mood() -> None:
    content = ClaimDraft(
        span=span("France gave", TEXT),
        kind=ClaimKind.FORECAST,
        speaker=RoleValue("speaker", "France", span("France", TEXT), entity="France"),
        modality=Modality.POSSIBLE,
        polarity=Polarity.NEGATED,
    )
    [claim] = prediction("a1", TEXT, [SuggestionDraft(content=content, score=0.5)])["claims"]
    assert claim == {
        "start": 2,
        "end": 13,
        "kind": "forecast",
        "speaker": {"start": 2, "end": 8, "text": "France", "entity": "France"},
        "modality": "possible",
        "polarity": "negated",
        "score": 0.5,
        "evidence": "",
    }


def test_roles_that_hold_several_are_lists_and_others_plain_words() -> None:
    content = StatementDraft(
        span=span("France gave Mistral €2bn", TEXT),
        type="funding",
        values=(
            RoleValue("funder", "France", span("France", TEXT), entity="France"),
            RoleValue("recipient", "the startup", entity="Mistral AI"),
            RoleValue("amount", "€2bn", span("€2bn", TEXT), money=Money(2e9, None, "EUR")),
            RoleValue("date", "3 May 2024", span("3 May 2024", TEXT), day=date(2024, 5, 3)),
            RoleValue("instrument", "grant"),
        ),
    )
    found = prediction("a1", TEXT, [SuggestionDraft(content=content, score=0.5)])
    assert found["statements"][0]["type"] == "funding"
    assert found["statements"][0]["speaker"] is None
    assert found["statements"][0]["roles"] == {
        "funder": [{"text": "France", "entity": "France", "start": 2, "end": 8}],
        "recipient": [{"text": "the startup", "entity": "Mistral AI"}],
        "amount": [
            {
                "text": "€2bn",
                "entity": None,
                "start": 22,
                "end": 26,
                "value": {"low": 2e9, "high": None, "currency": "EUR"},
            }
        ],
        "date": "3 May 2024",
        "instrument": "grant",
    }
    assert json.loads(json.dumps(found)) == found
