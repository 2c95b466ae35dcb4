"""The pipeline as a whole: order, offsets, odd texts, and what it says of itself."""

from collections.abc import Callable, Iterator

import pytest

from annotator.domain import ClaimDraft, RoleValue, StatementDraft, SuggestionDraft, SuggestionKind
from annotator.errors import PipelineMissing
from annotator.nlp import pieces
from annotator.nlp.pipeline import DEFAULT_PIPELINE, Pipeline, load_pipeline

Suggest = Callable[..., tuple[SuggestionDraft, ...]]

NEWS = (
    "🇫🇷 France gives Mistral AI €2bn 🎉\n\n"
    "“We are ahead of OpenAI in Europe,” said Zoe\u0301 Dupont.\n"
    "שלום: the EU should adopt the AI\u00a0Act.\n"
)
ODD = (
    "",
    " \n\n\t ",
    "😀😀🎉",
    "\u202e\u200f\u2066",
    "OPENAI RAISES $5 BILLION FROM MICROSOFT AND SOFTBANK",
    "Die Bundesregierung fördert Aleph Alpha mit 500 Mio. € und kritisiert den AI Act.",
    "法国政府将投资20亿欧元支持Mistral AI。",
    "nul \x00 and a lone surrogate \ud800 said",
    "“",
    '"',
    "-backed",
    "- backed",
    "said said said",
    "according to",
    "\n" * 3000,
    "of " * 200,
    "x" * 3000,
)


def values(drafts: tuple[SuggestionDraft, ...]) -> Iterator[RoleValue]:
    for draft in drafts:
        if isinstance(draft.content, StatementDraft):
            yield from draft.content.values
        if isinstance(draft.content, StatementDraft | ClaimDraft) and draft.content.speaker:
            yield draft.content.speaker


def test_a_text_gives_suggestions_of_every_kind_in_its_order(suggest: Suggest) -> None:
    drafts = suggest(NEWS)
    assert {draft.kind for draft in drafts} == set(SuggestionKind)
    starts = [draft.span.start for draft in drafts]
    assert starts == sorted(starts)


def test_offsets_count_code_points_of_the_text_that_was_given(suggest: Suggest) -> None:
    quotes = {draft.span.quote(NEWS) for draft in suggest(NEWS)}
    assert {"€2bn", "Zoe\u0301 Dupont", "AI\u00a0Act", "OpenAI"} <= quotes


def test_every_suggestion_has_a_score_and_a_reason(suggest: Suggest) -> None:
    drafts = suggest(NEWS)
    assert all(0 < draft.score <= 1 for draft in drafts)
    assert all(draft.evidence for draft in drafts)


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_an_odd_text_does_no_harm(suggest: Suggest, text: str) -> None:
    drafts = suggest(text)
    assert all(0 <= d.span.start < d.span.stop <= len(text) for d in drafts)
    assert all(v.span is None or v.span.stop <= len(text) for v in values(drafts))


def test_each_text_gets_its_own_suggestions(pipeline: Pipeline, suggest: Suggest) -> None:
    texts = [NEWS, "", "Nvidia bought Arm.", *ODD[4:6]] * 5
    assert list(pipeline.suggest(texts)) == [suggest(text) for text in texts]


def test_texts_are_taken_only_as_they_are_needed(pipeline: Pipeline) -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "Nvidia bought Arm."

    assert next(pipeline.suggest(endless()))


def test_offsets_stay_right_in_a_text_that_is_parsed_in_pieces(
    suggest: Suggest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pieces, "PIECE", 200)
    text = "".join(
        f"😀 Firm {number} raised €{number} million from Sequoia.\n\n" for number in range(10, 40)
    )
    drafts = suggest(text)
    money = [draft.span.quote(text) for draft in drafts if draft.label == "MONEY"]
    assert money == [f"€{number} million" for number in range(10, 40)]
    placed = [value for value in values(drafts) if value.span is not None]
    assert len(placed) >= 60
    assert all(value.span.quote(text) == value.text for value in placed if value.span)


def test_a_pipeline_tells_its_name_version_and_language(pipeline: Pipeline) -> None:
    assert pipeline.name == DEFAULT_PIPELINE
    assert pipeline.language == "en"
    assert pipeline.version.startswith("3.8.0+annotator.")


def test_a_pipeline_is_loaded_once(pipeline: Pipeline) -> None:
    assert load_pipeline() is pipeline


def test_a_pipeline_that_is_not_installed_is_told_in_one_sentence() -> None:
    with pytest.raises(PipelineMissing, match="“xx_no_such_pipeline” is not installed"):
        load_pipeline("xx_no_such_pipeline")
