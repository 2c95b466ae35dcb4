"""The program's own pipeline learns, here and in a process, and goes by what it has learned."""

import multiprocessing

import pytest

from annotator.domain import Figures, LearnedDraft, Lesson, Span
from annotator.nlp import Study, study_in_process
from annotator.nlp.pipeline import DEFAULT_PIPELINE, Pipeline
from annotator.paths import data_folder

pytestmark = pytest.mark.skipif(
    not (data_folder() / "models" / "encoder-en").is_dir(),
    reason="the encoder of this checkout has yet to be made: make models",
)

TOWNS = ("Ulm", "Graz", "Lyon", "Turin", "Porto", "Ghent", "Basel", "Malmö")
ODD = "The library of {town} opens at {hour} on weekdays."
PLAIN = "The bridge of {town} was painted in {hour} days."


def text(number: int) -> str:
    town = TOWNS[number % len(TOWNS)]
    lines = (form.format(town=town, hour=hour) for hour in (7, 8, 9) for form in (ODD, PLAIN))
    return f"News from {town} 🐝 {number}\n\n" + "\n".join(lines)


def lesson(number: int) -> Lesson:
    """A done article in which opening hours are statements on policy."""
    words = text(number)
    starts = ((line, words.index(line)) for line in words.split("\n") if "library" in line)
    spans = tuple((Span(start, start + len(line)), "policy") for line, start in starts)
    return Lesson(article_id=number, text=words, statements=spans, done=True)


BATCHES: tuple[list[Lesson], ...] = (
    [lesson(number) for number in range(8)],
    [lesson(number) for number in range(8, 16)],
    [],
)


@pytest.fixture(scope="module")
def learned() -> LearnedDraft:
    study = Study(DEFAULT_PIPELINE)
    *_counts, last = (study(batch) for batch in BATCHES)
    assert last.learned is not None
    return last.learned


def test_it_learns_what_coders_code_and_does_no_worse_elsewhere(learned: LearnedDraft) -> None:
    found: Figures = learned.figures
    assert found.is_better
    assert found.spoiled == 0


def test_it_suggests_what_it_has_learned_and_only_then(
    pipeline: Pipeline, learned: LearnedDraft
) -> None:
    def policies(weights: bytes) -> list[str]:
        [found] = pipeline.suggest([text(16)], learned=weights)
        return [draft.span.quote(text(16)) for draft in found if draft.label == "policy"]

    assert policies(b"") == []
    assert len(policies(learned.weights)) == 3
    assert all("library" in quote for quote in policies(learned.weights))


def test_the_sentences_of_a_text_stand_where_they_stand_in_it(pipeline: Pipeline) -> None:
    [sentences] = pipeline.sentences([text(0)])
    quotes = [span.quote(text(0)) for span, _encoded in sentences]
    assert quotes[1] == ODD.format(town="Ulm", hour=7)
    assert len(quotes) == 7


def test_a_process_learns_the_same(learned: LearnedDraft) -> None:
    *counts, last = study_in_process(Study(DEFAULT_PIPELINE), iter(BATCHES))
    assert [entry.lessons for entry in counts] == [8, 8]
    assert last.learned == learned
    assert multiprocessing.active_children() == []
