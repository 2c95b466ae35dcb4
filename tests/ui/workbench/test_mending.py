"""Which role words go to, what then stands where, and who may have said it."""

import pytest

import factories
from annotator.domain import EntityLabel, RoleValue, Span, StatementDraft
from annotator.ui.forms.mending import fits, mended, roles_for, said_next
from annotator.ui.workbench.candidates import candidates_in, speakers_in

TEXT = "France and Germany give Mistral AI and Helsing €2bn in 2025, said Macron."
FUNDING = next(kind for kind in factories.codebook().types if kind.key == "funding")
ROLES = {role.key: role for role in FUNDING.roles}


def words(quote: str) -> RoleValue:
    return RoleValue("", quote, factories.span(quote, TEXT))


def value(role: str, quote: str) -> RoleValue:
    return factories.filler(role, quote, text=TEXT)


def draft(*values: RoleValue) -> StatementDraft:
    return factories.statement_draft(TEXT, text=TEXT, values=values)


def likely(quote: str, label: EntityLabel, *values: RoleValue) -> list[str]:
    return [role.key for role in roles_for(draft(*values), FUNDING, words(quote), label)]


@pytest.mark.parametrize(
    ("role", "label", "can"),
    [
        ("funder", EntityLabel.ORG, True),
        ("funder", EntityLabel.MONEY, False),
        ("amount", EntityLabel.PERCENT, True),
        ("date", EntityLabel.DATE, True),
        ("purpose", EntityLabel.ORG, False),
    ],
)
def test_a_role_takes_mentions_of_its_kind(role: str, label: EntityLabel, *, can: bool) -> None:
    assert fits(ROLES[role], label) is can


def test_the_empty_role_comes_first() -> None:
    found = likely("Mistral AI", EntityLabel.ORG, value("funder", "France"))
    assert found == ["recipient", "funder"]


def test_of_filled_roles_the_one_whose_value_stands_nearest_comes_first() -> None:
    both = value("funder", "France"), value("recipient", "Mistral AI")
    assert likely("Helsing", EntityLabel.ORG, *both) == ["recipient", "funder"]
    assert likely("Germany", EntityLabel.GPE, *both) == ["funder", "recipient"]


def test_the_role_that_the_words_fill_already_comes_last() -> None:
    both = value("funder", "France"), value("recipient", "Mistral AI")
    assert likely("France", EntityLabel.GPE, *both) == ["recipient", "funder"]


def test_sums_and_days_go_to_their_own_roles() -> None:
    assert likely("€2bn", EntityLabel.MONEY) == ["amount"]
    assert likely("2025", EntityLabel.DATE) == ["date"]


def test_mending_takes_the_place_of_what_stood_there() -> None:
    before = draft(value("funder", "France"), value("recipient", "Mistral AI"))
    after = mended(before, FUNDING, ROLES["recipient"], words("Helsing"))
    assert [(one.role, one.text) for one in after.values] == [
        ("funder", "France"),
        ("recipient", "Helsing"),
    ]


def test_words_that_filled_another_role_change_places() -> None:
    before = draft(value("funder", "Mistral AI"), value("recipient", "France"))
    after = mended(before, FUNDING, ROLES["funder"], words("France"))
    assert {one.role: one.text for one in after.values} == {
        "funder": "France",
        "recipient": "Mistral AI",
    }


def test_of_several_values_the_nearest_makes_way() -> None:
    before = draft(value("funder", "France"), value("funder", "Germany"))
    after = mended(before, FUNDING, ROLES["funder"], words("Mistral AI"))
    assert [one.text for one in after.of_role("funder")] == ["France", "Mistral AI"]


def test_a_role_for_one_value_takes_no_second_one_back() -> None:
    policy = next(kind for kind in factories.codebook().types if kind.key == "policy")
    actor, instrument = policy.role("actor"), policy.role("instrument")
    assert actor is not None
    assert instrument is not None
    before = draft(value("actor", "France"), value("instrument", "Helsing"))
    after = mended(before, policy, instrument, words("France"))
    assert {one.role: one.text for one in after.values} == {
        "actor": "Helsing",
        "instrument": "France",
    }
    back = mended(after, policy, actor, words("France"))
    assert [one.text for one in back.of_role("instrument")] == ["Helsing"]


def test_a_role_of_another_kind_keeps_the_words() -> None:
    purpose, funder = ROLES["purpose"], ROLES["funder"]
    before = draft(value("funder", "Germany"), value("purpose", "France"))
    assert purpose.kind is not funder.kind
    after = mended(before, FUNDING, funder, words("France"))
    assert {one.role: one.text for one in after.values} == {
        "funder": "France",
        "purpose": "France",
    }


def test_speakers_follow_each_other_and_then_comes_none() -> None:
    macron, merz = RoleValue("speaker", "Macron"), RoleValue("speaker", "Merz")
    assert said_next(None, [macron, merz]) == macron
    assert said_next(macron, [macron, merz]) == merz
    assert said_next(merz, [macron, merz]) is None
    assert said_next(RoleValue("speaker", "Orban"), [macron, merz]) == macron
    assert said_next(None, []) is None


def test_candidates_of_the_statement_come_before_those_of_its_sentence() -> None:
    mentions = [
        factories.mention(quote, TEXT, id=number)
        for number, quote in enumerate(("France", "Helsing", "Macron"), start=1)
    ]
    within = factories.span("Helsing €2bn", TEXT)
    found = candidates_in(mentions, [], within, Span(0, len(TEXT)))
    assert [one.words.text for one in found] == ["Helsing", "France", "Macron"]


def test_all_mentions_near_are_candidates() -> None:
    text = " ".join(f"Firm{number}" for number in range(20))
    mentions = [
        factories.mention(name, text, id=number) for number, name in enumerate(text.split())
    ]
    assert len(candidates_in(mentions, [], Span(0, 5), Span(0, len(text)))) == len(mentions)


def test_speakers_are_those_who_can_say_something() -> None:
    mentions = [
        factories.mention("Macron", TEXT, id=1, label=EntityLabel.PERSON),
        factories.mention("€2bn", TEXT, id=2, label=EntityLabel.MONEY),
        factories.mention("France", TEXT, id=3, label=EntityLabel.GPE),
    ]
    sentence = factories.span("in 2025, said Macron.", TEXT)
    before = Span(0, sentence.start)
    said = speakers_in(mentions, [], sentence, before)
    assert [(one.role, one.text) for one in said] == [("speaker", "Macron"), ("speaker", "France")]
