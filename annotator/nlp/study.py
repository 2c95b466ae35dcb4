"""Studying lessons: a pipeline reads their sentences, and at the end it learns from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.domain import LearnedDraft, Lesson, SuggestionDraft, Thresholds
from annotator.errors import PipelineCannotLearn
from annotator.nlp.lessons import Answer, answer
from annotator.nlp.pipeline import NO_THRESHOLDS, Pipeline, load_pipeline
from annotator.nlp.trial import Trial, figures

if TYPE_CHECKING:
    # it brings onnxruntime, which the window, whose studies run elsewhere, does without
    from annotator.nlp.encoder import Encoded


@dataclass(frozen=True, slots=True)
class Studied:
    """How many lessons were read just now, and, at the very end, what was learned from all."""

    lessons: int
    learned: LearnedDraft | None = None


class Study:
    """Takes lessons batch by batch; an empty batch is the end. Raises PipelineCannotLearn.

    `in_use` are the weights that the pipeline has gone by so far, b"" for none; `thresholds` those
    by which it suggests, before and after.
    """

    def __init__(
        self, pipeline: str, in_use: bytes = b"", *, thresholds: Thresholds = NO_THRESHOLDS
    ) -> None:
        self.pipeline = pipeline
        self._in_use = in_use
        self._thresholds = dict(thresholds)
        self._read: list[tuple[Encoded, Answer, int]] = []
        self._trials: list[Trial] = []

    def __call__(self, lessons: Sequence[Lesson]) -> Studied:
        """Read a batch, or learn from what was read."""
        loaded = load_pipeline(self.pipeline)
        if not loaded.types:
            raise PipelineCannotLearn(self.pipeline)
        if not lessons:
            return Studied(0, self._learned(loaded))
        self._read.extend(_examples(loaded, [lesson for lesson in lessons if not lesson.is_test]))
        tests = [lesson for lesson in lessons if lesson.is_test]
        self._trials.extend(self._tried(loaded, tests))
        return Studied(len(lessons))

    def _learned(self, pipeline: Pipeline) -> LearnedDraft:
        from annotator.nlp.learning import Examples, fitted  # noqa: PLC0415 - it brings numpy

        examples = Examples.of(self._read, len(pipeline.types), pipeline.kinds)
        weights = fitted(examples).to_bytes()
        after = self._suggested(pipeline, (trial.lesson for trial in self._trials), weights)
        found = figures(self._trials, after, pipeline.types, learned_from=examples.answers())
        return LearnedDraft(weights=weights, figures=found)

    def _tried(self, pipeline: Pipeline, lessons: Sequence[Lesson]) -> Iterator[Trial]:
        sentences = pipeline.sentences(lesson.text for lesson in lessons)
        before = self._suggested(pipeline, lessons, self._in_use)
        for lesson, spans, found in zip(lessons, sentences, before, strict=True):
            yield Trial(lesson, [span for span, _encoded in spans], found)

    def _suggested(
        self, pipeline: Pipeline, lessons: Iterable[Lesson], learned: bytes
    ) -> Iterator[tuple[SuggestionDraft, ...]]:
        texts = (lesson.text for lesson in lessons)
        return pipeline.suggest(texts, learned=learned, thresholds=self._thresholds)


def _examples(
    pipeline: Pipeline, lessons: Sequence[Lesson]
) -> Iterator[tuple["Encoded", Answer, int]]:
    """All sentences with what their lesson says of them."""
    found = pipeline.sentences(lesson.text for lesson in lessons)
    for lesson, sentences in zip(lessons, found, strict=True):
        for span, encoded in sentences:
            yield encoded, answer(lesson, span, pipeline.types), lesson.article_id
