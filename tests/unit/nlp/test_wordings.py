"""Pattern files and the forms of their words."""

import pytest

from annotator.domain import EntityLabel, Modality
from annotator.nlp.wordings import noun_forms, patterns, phrases, verb_forms

CUE_FILES = ("claims", "funding", "policy", "competitor")


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("raise", ("raise", "raises", "raised", "raising")),
        ("back", ("back", "backs", "backed", "backing")),
        ("ban", ("ban", "bans", "banned", "banning")),
        ("comply", ("comply", "complies", "complied", "complying")),
        ("give", ("give", "gives", "gave", "given", "giving")),
        ("go public", ("go public", "goes public", "went public", "gone public", "going public")),
        ("catch up", ("catch up", "catches up", "catched up", "catching up")),
    ],
)
def test_a_verb_is_found_in_all_its_forms(verb: str, forms: tuple[str, ...]) -> None:
    assert verb_forms(verb) == forms


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("grant", "grants"), ("subsidy", "subsidies"), ("tax", "taxes"), ("quay", "quays")],
)
def test_a_noun_is_found_in_its_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun) == (noun, plural)


def test_a_cue_tells_verbs_from_nouns_and_fixed_words() -> None:
    cue = {"words": ["as is"], "verbs": ["vex"], "nouns": ["cat"]}
    assert {tag for _phrase, tag in phrases(cue)} == {"", "VB", "NN"}


@pytest.mark.parametrize("name", CUE_FILES)
def test_every_cue_has_a_key_of_its_own_and_says_something(name: str) -> None:
    cues = patterns(name)["cue"]
    assert len({cue["key"] for cue in cues}) == len(cues)
    assert all(list(phrases(cue)) for cue in cues)
    assert all(-1 <= cue.get("weight", 0) <= 1 for cue in cues)


def test_choices_in_cues_are_those_of_the_default_codebook() -> None:
    codebook = patterns("../../codebooks/ai-news")
    roles = {
        (kind["key"], role["key"]): role.get("choices", [])
        for kind in codebook["types"]
        for role in kind["roles"]
    }
    for name in ("policy", "competitor"):
        for cue in patterns(name)["cue"]:
            for role in {"action", "stance", "dimension", "direction"} & set(cue):
                assert cue[role] in roles[name, role]


def test_cues_of_modality_are_named_after_it() -> None:
    keys = {cue["key"] for cue in patterns("claims")["cue"]}
    assert {modality.value for modality in Modality} - {Modality.FACT.value} <= keys


def test_expressions_for_names_have_labels_of_ours() -> None:
    labels = {row["label"] for row in patterns("entities")["pattern"]}
    assert labels <= {label.value for label in EntityLabel}
