"""How the values of annotations read on screen."""

import re
from collections.abc import Mapping

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    Codebook,
    EntityLabel,
    MentionDraft,
    Modality,
    Money,
    Polarity,
    RoleValue,
    StatementDraft,
    SuggestionKind,
)
from annotator.formats import day, digits, in_quotes
from annotator.i18n import gettext as _
from annotator.i18n import ngettext

MODALITIES: Mapping[Modality, str] = {
    # not the word for a claim of fact, beside which it stands
    Modality.FACT: _("Is so"),
    Modality.PLANNED: _("Planned"),
    Modality.POSSIBLE: _("Possible"),
    Modality.DESIRED: _("Desired"),
}
MODALITY_TIPS: Mapping[Modality, str] = {
    Modality.FACT: _("it happened or is so"),
    Modality.PLANNED: _("announced or decided, not done"),
    Modality.POSSIBLE: _("may, could, is expected, is rumoured"),
    Modality.DESIRED: _("should, must, is called for"),
}
POLARITIES: Mapping[Polarity, str] = {
    Polarity.AFFIRMED: _("Affirmed"),
    Polarity.NEGATED: _("Negated"),
}
CLAIM_KINDS: Mapping[ClaimKind, str] = {
    ClaimKind.FACT: _("Fact"),
    ClaimKind.FORECAST: _("Forecast"),
    ClaimKind.OPINION: _("Opinion"),
}
CLAIM_TIPS: Mapping[ClaimKind, str] = {
    ClaimKind.FACT: _("can be checked against the world"),
    ClaimKind.FORECAST: _("says what will, may or could come"),
    ClaimKind.OPINION: _("judges or recommends; no check can settle it"),
}
LABELS: Mapping[EntityLabel, str] = {
    EntityLabel.PERSON: _("Person"),
    EntityLabel.ORG: _("Organisation"),
    EntityLabel.GPE: _("Country, city, state"),
    EntityLabel.LOC: _("Region"),
    EntityLabel.NORP: _("Nationality, party"),
    EntityLabel.PRODUCT: _("Product"),
    EntityLabel.LAW: _("Law, programme"),
    EntityLabel.EVENT: _("Event"),
    EntityLabel.MONEY: _("Sum of money"),
    EntityLabel.DATE: _("Date"),
    EntityLabel.PERCENT: _("Percentage"),
}
SUGGESTION_KINDS: Mapping[SuggestionKind, str] = {
    SuggestionKind.STATEMENT: _("Statements"),
    SuggestionKind.CLAIM: _("Claims"),
    SuggestionKind.MENTION: _("Mentions"),
}

_OPENING = ("“", "„", "«", '"')
_CLOSING = ("”", "“", "»", '"')
_TOO_LONG = re.compile(r"\S{20,}")
_WITHIN = re.compile(r"(?<=\w)(?=\w)")
"""Never between a letter and its accent, nor within an emoji."""
_ZERO_WIDTH_SPACE = "\u200b"
_PLAIN = ",.10g"
_SCALES = (1e12, 1e9, 1e6)


def kind_name(draft: MentionDraft | ClaimDraft | StatementDraft, codebook: Codebook) -> str:
    """What an annotation is: the name of its type, its kind of claim or its label."""
    if isinstance(draft, StatementDraft):
        return type_name(draft.type, codebook)
    if isinstance(draft, ClaimDraft):
        return CLAIM_KINDS[draft.kind]
    return LABELS[draft.label]


def type_name(key: str, codebook: Codebook) -> str:
    """The name of a statement type; its key if the codebook does not have it."""
    known = codebook.type(key)
    return known.name if known else key


def sum_of_money(money: Money) -> str:
    """A sum with its bounds and currency, as "2 billion EUR" or "at least 1 million USD"."""
    low, high = money.low, money.high
    if low is not None and high is not None:
        bounds = amount(low) if low == high else f"{amount(low)} \N{EN DASH} {amount(high)}"
    elif low is not None:
        bounds = _("at least {sum}").format(sum=amount(low))
    elif high is not None:
        bounds = _("at most {sum}").format(sum=amount(high))
    else:
        bounds = _("sum not known")
    return f"{bounds} {money.currency or ''}".strip()


def normalised(value: RoleValue) -> str:
    """What the words of a role value come to: its sum, day or entity; "" when they say it."""
    if value.money is not None:
        return sum_of_money(value.money)
    if value.day is not None:
        return day(value.day) if value.day.isoformat() != value.text else ""
    return value.entity if value.entity.casefold() != value.text.casefold() else ""


def in_words(value: RoleValue) -> str:
    """A role value as a line of a card: its words and what they come to."""
    more = normalised(value)
    return f"{value.text} ({more})" if more else value.text


def breakable(words: str) -> str:
    """The words with places where a line may end within those that are too long for one."""
    # a label breaks at words only and cuts off what is wider than itself
    return _TOO_LONG.sub(lambda found: _WITHIN.sub(_ZERO_WIDTH_SPACE, found[0]), words)


def quoted(words: str) -> str:
    """The words in quotation marks, where the quote has not brought its own."""
    if not words.startswith(_OPENING):
        return in_quotes(words)
    is_closed = any(mark in words[1:] for mark in _CLOSING)
    return words if is_closed else f"{words}”"


def one_line(text: str) -> str:
    """The text with every stretch of blanks and line ends as one blank."""
    return " ".join(text.split())


def shortened(text: str, most: int) -> str:
    """The text, cut after a word when it has more than that many characters."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def abridged(text: str, most: int) -> str:
    """The text, its middle left out at ends of words when it has more than that many characters.

    Both ends stay, so that it is seen where the text begins and stops.
    """
    if len(text) <= most:
        return text
    first = text[: most * 2 // 3].rsplit(" ", 1)[0]
    last = text[-(most // 3) :].split(" ", 1)[-1]
    return f"{first} … {last}"


def amount(value: float) -> str:
    """A number in thousands, millions and so on, as it is written in news."""
    scale = next((scale for scale in _SCALES if abs(value) >= scale), 1)
    whole = int(abs(value) / scale)
    words = {
        1e12: ngettext("{number} trillion", "{number} trillion", whole),
        1e9: ngettext("{number} billion", "{number} billion", whole),
        1e6: ngettext("{number} million", "{number} million", whole),
    }
    return words.get(scale, "{number}").format(number=digits(value / scale, _PLAIN))
