"""What is made of the words that the encoder marks: extents of statements and fillers of roles."""

from collections.abc import Mapping, Sequence
from unittest.mock import Mock

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from annotator.nlp.encoding import Encodings
from annotator.nlp.extents import extents
from annotator.nlp.marked import marked_values, speaker_in
from annotator.nlp.notes import Candidate, notes_of

ENGLISH = spacy.blank("en")
RARELY, LIKELY, HALF, SURELY = 0.05, 0.4, 0.6, 0.95


def parsed(
    words: str, deps: Sequence[str] | None = None, heads: Sequence[int] | None = None
) -> Doc:
    """A sentence whose words are as many as `deps`; all hang on the first without `heads`."""
    split = words.split()
    return Doc(
        ENGLISH.vocab,
        words=split,
        deps=list(deps or ["ROOT", *["dep"] * (len(split) - 1)]),
        heads=list(heads or [0] * len(split)),
    )


def named(doc: Doc, **names: str) -> Doc:
    """Settle the names, given with their labels, as the entities of a text."""
    words = [token.text for token in doc]
    found = []
    for label, name in names.items():
        start = words.index(name.split()[0])
        found.append(Span(doc, start, start + len(name.split()), label=label))
    doc.ents = found
    notes_of(doc).ents = tuple(doc.ents)
    return doc


def marks(doc: Doc, columns: Mapping[str, Mapping[str, float]]) -> Encodings:
    """What an encoder reads that is so sure of these words, and of no other ones."""
    chances = np.full((len(doc), len(columns)), RARELY)
    for place, words in enumerate(columns.values()):
        for token in doc:
            chances[token.i, place] = words.get(token.text, RARELY)
    logits = np.log(chances / (1 - chances)).astype(np.float32)
    return Encodings(Mock(), {}, logits, {name: place for place, name in enumerate(columns)})


def stretches(
    doc: Doc, part: str, begin: str = "", *, party: str = "Norvane Quillon", less: str = ""
) -> list[str]:
    """The extents where these words are part of statements, begin them and are a party."""
    columns = {
        "span.funding": dict.fromkeys(part.split(), SURELY) | dict.fromkeys(less.split(), HALF),
        "begin.funding": dict.fromkeys(begin.split(), SURELY),
        "role.funder": dict.fromkeys(party.split(), HALF),
        "role.recipient": {},
    }
    return [span.text for span in extents(marks(doc, columns), doc[:], "funding")]


def fillers(doc: Doc, sure: str, likely: str = "") -> list[str]:
    """Who is marked as recipient where the encoder is so sure of these words."""
    chances = dict.fromkeys(likely.split(), LIKELY) | dict.fromkeys(sure.split(), SURELY)
    columns = {"role.recipient": chances, "role.funder": {}}
    candidate = Candidate("funding", doc[:], 0.9, (), "")
    return [value.text for value in marked_values(marks(doc, columns), candidate)["recipient"]]


TOLD = "Norvane raised ten million while Quillon of Leeds bought a small rival at home"


def test_a_statement_stands_where_it_is_marked() -> None:
    assert stretches(parsed(TOLD), "Norvane raised ten million") == ["Norvane raised ten million"]


def test_a_second_beginning_ends_the_statement_before_it() -> None:
    found = stretches(parsed(TOLD), TOLD, "Norvane Quillon")
    assert found == ["Norvane raised ten million", "Quillon of Leeds bought a small rival at home"]


def test_what_begins_without_a_party_is_part_of_what_stands_beside_it() -> None:
    assert stretches(parsed(TOLD), TOLD, "Norvane Quillon", party="Norvane") == [TOLD]
    assert stretches(parsed(TOLD), TOLD, "Norvane Quillon", party="Quillon") == [TOLD]


def test_a_clause_of_another_type_is_left_out() -> None:
    second = "Quillon of Leeds bought a small rival at home"
    found = stretches(parsed(TOLD), "Norvane raised ten million", "Norvane Quillon", less=second)
    assert found == ["Norvane raised ten million"]


def test_a_word_that_is_not_marked_parts_nothing() -> None:
    assert stretches(parsed(TOLD), "Norvane raised million") == ["Norvane raised ten million"]


def test_stretches_further_apart_are_two_statements() -> None:
    found = stretches(parsed(TOLD), "Norvane raised ten Leeds bought a", party="Norvane Leeds")
    assert found == ["Norvane raised ten", "Leeds bought a"]


def test_a_stretch_without_a_party_goes_on_with_the_one_before() -> None:
    found = stretches(parsed(TOLD), "Norvane raised ten bought a", party="Norvane")
    assert found == ["Norvane raised ten million while Quillon of Leeds bought a"]


@pytest.mark.parametrize("part", ["", "Norvane", TOLD.removesuffix(" home")])
def test_a_scrap_is_none_and_next_to_all_is_the_whole(part: str) -> None:
    assert stretches(parsed(TOLD), part) == [TOLD]


CAPITAL = ["France", "commits", "capital", "to", "ensure", "that", "Europe", "keeps", "control"]


@pytest.mark.parametrize(
    ("sure", "found"),
    [
        (CAPITAL[:5], " ".join(CAPITAL)),
        (CAPITAL[:4], " ".join(CAPITAL)),
        (CAPITAL[:3], "France commits capital"),
    ],
)
def test_no_statement_ends_in_a_word_that_leads_on(sure: list[str], found: str) -> None:
    deps = ["nsubj", "ROOT", "dobj", "aux", "advcl", "mark", "nsubj", "ccomp", "dobj"]
    doc = parsed(" ".join(CAPITAL), deps, [1, 1, 1, 4, 1, 7, 7, 4, 7])
    assert stretches(doc, " ".join(sure), party="France") == [found]


def test_where_much_would_be_missing_the_leading_words_go() -> None:
    words = ["France", "commits", "capital", "to", "ensure", *["it"] * 20]
    deps = ["nsubj", "ROOT", "dobj", "aux", "advcl", *["dep"] * 19, "ccomp"]
    doc = parsed(" ".join(words), deps, [1, 1, 1, 4, 1, *[24] * 19, 4])
    assert stretches(doc, "France commits capital to ensure", party="France") == [
        "France commits capital"
    ]


def test_a_joining_word_alone_is_no_statement() -> None:
    assert stretches(parsed("And ."), "And") == []


def test_a_filler_goes_as_far_as_it_is_likely_marked() -> None:
    doc = parsed("It pays regulators in Europe and us")
    assert fillers(doc, "regulators", "in Europe") == ["regulators in Europe"]


def test_what_is_nowhere_surely_marked_fills_nothing() -> None:
    assert fillers(parsed("It pays regulators in Europe"), "", "regulators in Europe") == []


def test_a_list_is_parted_at_its_joints() -> None:
    doc = named(
        parsed("Microsoft , start-ups and OpenAI", ["ROOT", "punct", "conj", "cc", "conj"]),
        ORG="Microsoft",
    )
    assert fillers(doc, "Microsoft , start-ups and OpenAI") == ["Microsoft", "start-ups", "OpenAI"]


@pytest.mark.parametrize(
    ("words", "deps", "heads"),
    [
        ("food and drug regulator", ["compound", "cc", "conj", "ROOT"], [3, 0, 0, 3]),
        ("small , young start-ups", ["amod", "punct", "amod", "ROOT"], [3, 3, 3, 3]),
    ],
)
def test_what_describes_one_noun_is_no_list(words: str, deps: list[str], heads: list[int]) -> None:
    assert fillers(parsed(words, deps, heads), words) == [words]


REGULATORS = ["ROOT", "prep", "pobj", "cc", "conj"]


def test_where_a_noun_stands_is_part_of_it() -> None:
    doc = parsed("regulators in Europe and Asia", REGULATORS, [0, 0, 1, 2, 2])
    doc = named(doc, LOC="Europe")
    assert fillers(doc, "regulators in Europe and Asia") == ["regulators in Europe and Asia"]
    assert fillers(doc, "regulators in Europe") == ["regulators in Europe"]
    assert fillers(doc, "Europe") == ["Europe"]


def test_examples_of_a_noun_are_fillers_of_their_own() -> None:
    doc = parsed("backers including Nvidia and Intel", REGULATORS, [0, 0, 1, 2, 2])
    doc = named(doc, ORG="Nvidia")
    assert fillers(doc, "backers including Nvidia and Intel") == ["Nvidia", "Intel"]


def test_a_name_with_a_joint_in_it_is_one() -> None:
    doc = named(parsed("Johnson and Johnson pays"), ORG="Johnson and Johnson")
    assert fillers(doc, "Johnson and") == ["Johnson and Johnson"]


def test_a_noun_that_a_name_owns_is_not_the_name() -> None:
    deps, heads = ["poss", "case", "ROOT", "dep"], [2, 0, 2, 2]
    doc = named(parsed("Mistral 's technologies win", deps, heads), ORG="Mistral")
    assert fillers(doc, "Mistral 's technologies") == ["Mistral 's technologies"]


@pytest.mark.parametrize("sign", ["'s", "’s"])
def test_who_owns_a_filler_of_the_same_role_is_none(sign: str) -> None:
    doc = named(parsed(f"OpenAI {sign} GPT-4 and Meta win"), ORG="OpenAI", PRODUCT="GPT-4")
    assert fillers(doc, "OpenAI GPT-4 Meta") == ["GPT-4", "Meta"]
    assert fillers(doc, "OpenAI Meta") == ["OpenAI", "Meta"]


def test_initials_behind_a_name_are_no_second_filler() -> None:
    doc = named(parsed("The Emirates ( UAE ) win"), GPE="Emirates")
    assert fillers(doc, "Emirates UAE") == ["Emirates"]
    assert fillers(doc, "UAE") == ["UAE"]


def test_a_name_in_brackets_behind_a_noun_is_a_filler() -> None:
    doc = named(parsed("The regulator ( PTS ) wins"), ORG="PTS")
    assert fillers(doc, "regulator PTS") == ["regulator", "PTS"]


def test_a_filler_begins_behind_its_preposition() -> None:
    doc = parsed("sales of sensitive technologies", ["ROOT", "prep", "amod", "pobj"], [0, 0, 3, 1])
    assert fillers(doc, "of sensitive technologies") == ["sensitive technologies"]


def test_a_word_of_quantity_is_no_preposition() -> None:
    doc = parsed("over 50 firms", ["quantmod", "nummod", "ROOT"], [1, 2, 2])
    assert fillers(doc, "over 50 firms") == ["over 50 firms"]


def test_a_speaker_with_two_titles_is_the_person() -> None:
    deps = ["nmod", "cc", "conj", "compound", "ROOT", "ROOT"]
    doc = parsed("founder and chief Sam Altman spoke", deps, [4, 0, 0, 4, 4, 5])
    doc = named(doc, PERSON="Sam Altman")
    sure = dict.fromkeys(["founder", "and", "chief", "Sam", "Altman"], SURELY)
    speaker = speaker_in(marks(doc, {"role.speaker": sure}), doc[:5], None)
    assert speaker is not None
    assert speaker.text == "Sam Altman"


def said_by(chances: Mapping[str, float], *, by_grammar: slice) -> str:
    """Who speaks in the second of two sentences where the encoder is so sure of these words."""
    doc = Doc(
        ENGLISH.vocab,
        words=["Quillon", "stays", ".", "Norvane", "tells", "analysts", "this"],
        sent_starts=[True, False, False, True, False, False, False],
    )
    speaker = speaker_in(marks(doc, {"role.speaker": chances}), doc[3:7], doc[by_grammar])
    return speaker.text if speaker is not None else ""


@pytest.mark.parametrize(
    ("chances", "by_grammar", "wanted"),
    [
        ({"analysts": SURELY}, slice(3, 4), "analysts"),
        ({"Norvane": LIKELY}, slice(3, 4), "Norvane"),
        ({"Norvane": SURELY, "analysts": 0.99}, slice(3, 4), "analysts"),
        ({}, slice(3, 4), ""),
        ({}, slice(0, 1), "Quillon"),
    ],
    ids=["marked", "by grammar", "the surest", "ruled out", "of another sentence"],
)
def test_who_is_marked_goes_before_the_grammar(
    chances: Mapping[str, float], by_grammar: slice, wanted: str
) -> None:
    assert said_by(chances, by_grammar=by_grammar) == wanted
