"""Pattern files and the forms of their words."""

import pytest

from annotator.domain import PARTIES, EntityLabel, Modality
from annotator.nlp.wordings import noun_forms, patterns, phrases, verb_forms
from annotator.paths import resources_folder

CUE_FILES = ("claims", "funding", "policy", "competitor")
LANGUAGES = ("en", "fr")


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


@pytest.mark.parametrize(
    ("verb", "some"),
    [
        ("lever", {"lève", "levé", "lèvera", "lèverait", "levant"}),
        ("financer", {"finance", "finançait", "financerait", "financées"}),
        ("engager", {"engageons", "engageait", "engagera"}),
        ("investir", {"investit", "investi", "investiraient"}),
        ("agir", {"agit", "agissent", "agiront"}),
        ("vendre", {"vend", "vendent", "vendu", "vendrait"}),
    ],
)
def test_a_french_verb_is_found_in_the_forms_of_news(verb: str, some: set[str]) -> None:
    assert some <= set(verb_forms(verb, "fr"))


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("prêt", "prêts"), ("rival", "rivaux"), ("réseau", "réseaux"), ("fonds", "fonds")],
)
def test_a_french_noun_is_found_in_its_plural(noun: str, plural: str) -> None:
    assert noun_forms(noun, "fr") == (noun, plural)


def test_a_language_without_a_folder_is_read_with_english() -> None:
    assert patterns("funding", "de") == patterns("funding", "en")
    assert patterns("funding", "fr") != patterns("funding", "en")


@pytest.mark.parametrize("folder", LANGUAGES)
def test_every_language_has_the_same_files_and_lists_of_words(folder: str) -> None:
    where = resources_folder() / "patterns"
    names = {path.name for path in (where / folder).glob("*.toml")}
    assert names == {path.name for path in (where / "en").glob("*.toml")}
    words, ours = (patterns("grammar", language)["words"] for language in (folder, "en"))
    assert set(words) - {"negations", "modals"} == set(ours)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CUE_FILES)
def test_every_cue_has_a_key_of_its_own_and_says_something(name: str, language: str) -> None:
    cues = patterns(name, language)["cue"]
    assert len({cue["key"] for cue in cues}) == len(cues)
    assert all(list(phrases(cue, language)) or cue.get("features") for cue in cues)
    assert all(-1 <= cue.get("weight", 0) <= 1 for cue in cues)


def test_parties_fill_roles_of_the_default_codebook() -> None:
    codebook = patterns("../../codebooks/ai-news")
    roles = {kind["key"]: {role["key"] for role in kind["roles"]} for kind in codebook["types"]}
    assert all(roles[kind].issuperset(parties) for kind, parties in PARTIES.items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_choices_in_cues_are_those_of_the_default_codebook(language: str) -> None:
    codebook = patterns("../../codebooks/ai-news")
    roles = {
        (kind["key"], role["key"]): role.get("choices", [])
        for kind in codebook["types"]
        for role in kind["roles"]
    }
    for name in ("policy", "competitor"):
        for cue in patterns(name, language)["cue"]:
            for role in {"action", "stance", "dimension", "direction"} & set(cue):
                assert cue[role] in roles[name, role]
    assert set(patterns("competitor", language)["dimensions"]) <= {
        *roles["competitor", "dimension"]
    }
    assert set(patterns("funding", language)["instruments"]) <= {*roles["funding", "instrument"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_of_modality_are_named_after_it(language: str) -> None:
    keys = {cue["key"] for cue in patterns("claims", language)["cue"]}
    assert {modality.value for modality in Modality} - {Modality.FACT.value} <= keys


@pytest.mark.parametrize("language", LANGUAGES)
def test_expressions_for_names_have_labels_of_ours(language: str) -> None:
    labels = {row["label"] for row in patterns("entities", language)["pattern"]}
    assert labels <= {label.value for label in EntityLabel}
