"""What editing makes of a draft, and how values read."""

import pytest

import factories
from annotator.domain import (
    Modality,
    Money,
    Polarity,
    RoleKind,
    RoleValue,
    Span,
    StatementDraft,
)
from annotator.ui.forms.drafts import after, as_value, draft_of, retyped, typed, with_values
from annotator.ui.wordings import abridged, in_words, quoted, shortened, sum_of_money

CODEBOOK = factories.codebook()
FUNDING, POLICY, COMPETITOR = CODEBOOK.types


def test_a_stored_statement_and_its_draft_say_the_same() -> None:
    stored = factories.full_statement()
    draft = draft_of(stored)
    assert type(draft) is StatementDraft
    assert draft.values == stored.values
    assert (draft.note, draft.speaker, draft.modality) == (
        stored.note,
        stored.speaker,
        stored.modality,
    )


def test_values_stay_in_the_order_of_the_text() -> None:
    draft = factories.statement_draft(values=(factories.two_billion(),))
    changed = with_values(
        draft, "funder", [RoleValue("funder", "someone"), factories.filler("funder", "France")]
    )
    assert [value.text for value in changed.values] == ["France", "€2bn", "someone"]


def test_another_type_keeps_values_only_where_its_roles_hold_the_same() -> None:
    values = (RoleValue("instrument", "grant"), factories.filler("funder", "France"))
    draft = factories.statement_draft(values=values)
    assert retyped(draft, FUNDING, POLICY).values == ()
    back = retyped(draft, FUNDING, FUNDING)
    assert back.values == values


def test_the_last_of_the_choices_is_followed_by_the_first() -> None:
    assert after(Modality.DESIRED) is Modality.FACT
    assert after(Polarity.AFFIRMED) is Polarity.NEGATED


def test_words_for_a_sum_are_normalised_and_others_kept_as_they_are() -> None:
    assert as_value("amount", RoleKind.MONEY, RoleValue("", "€2bn")).money == Money(2e9, 2e9, "EUR")
    assert as_value("amount", RoleKind.MONEY, RoleValue("", "a fortune")).money is None


def test_a_typed_day_is_a_day() -> None:
    value = as_value("date", RoleKind.DATE, RoleValue("", "31 January 2025"))
    assert str(value.day) == "2025-01-31"


def test_typed_words_are_anchored_only_inside_the_statement() -> None:
    funder = FUNDING.roles[0]
    within = factories.span("France gives Mistral\u00a0AI €2bn")
    inside = typed(funder, "Mistral\u00a0AI", factories.TEXT, within)
    outside = typed(funder, "OpenAI", factories.TEXT, within)
    assert inside is not None
    assert inside.span == factories.span("Mistral\u00a0AI")
    assert outside is not None
    assert outside.span is None


def test_a_role_with_choices_takes_no_other_words() -> None:
    instrument = FUNDING.roles[3]
    assert typed(instrument, "a pony", "", Span(0, 0)) is None
    assert typed(instrument, "GRANT", "", Span(0, 0)) == RoleValue("instrument", "grant")


@pytest.mark.parametrize(
    ("money", "words"),
    [
        (Money(2e9, 2e9, "EUR"), "2 billion EUR"),
        (Money(1.5e6, None, "USD"), "at least 1.5 million USD"),
        (Money(None, 500_000, "GBP"), "at most 500,000 GBP"),
        (Money(2e8, 1e9, None), "200 million \N{EN DASH} 1 billion"),
        (Money(None, None, "EUR"), "sum not known EUR"),
    ],
)
def test_a_sum_reads_with_its_bounds(money: Money, words: str) -> None:
    assert sum_of_money(money) == words


def test_a_value_says_what_its_words_come_to_unless_they_say_it_themselves() -> None:
    assert in_words(RoleValue("a", "Mistral", entity="Mistral AI")) == "Mistral (Mistral AI)"
    assert in_words(RoleValue("a", "france", entity="France")) == "france"


def test_a_long_text_is_cut_after_a_word() -> None:
    assert shortened("one two three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"


def test_a_long_text_loses_its_middle_between_words() -> None:
    assert abridged("one two three four five six", 15) == "one two … six"
    assert abridged("one two three", 15) == "one two three"


def test_a_long_text_without_blanks_keeps_both_ends() -> None:
    assert abridged("人工智能公司必须报告其安全测试", 9) == "人工智能公司 … 全测试"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Mistral is ahead", "“Mistral is ahead”"),
        ("“Mistral is ahead”, said Zoe\u0301.", "“Mistral is ahead”, said Zoe\u0301."),
        ("“Mistral is ahead", "“Mistral is ahead”"),
        ('"Mistral is ahead"', '"Mistral is ahead"'),
        ("", "“”"),
    ],
)
def test_a_quote_has_one_pair_of_marks(words: str, shown: str) -> None:
    assert quoted(words) == shown
