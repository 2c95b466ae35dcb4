"""A pipeline in small: lines are its sentences, words its features; it knows of money only."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from annotator.domain import (
    ClaimDraft,
    ClaimKind,
    Entity,
    Span,
    StatementDraft,
    SuggestionDraft,
    Thresholds,
)
from annotator.nlp.learning import Corrections, adjusted

_COLUMNS = 256


@dataclass(frozen=True)
class Encoded:
    """What it makes of a line."""

    types: np.ndarray
    kinds: np.ndarray
    vector: np.ndarray
    shift: np.ndarray


class SmallPipeline:
    """Takes the place of a loaded pipeline where learning itself is tested."""

    types = ("funding", "policy", "competitor")
    kinds = ("fact", "forecast", "opinion", "none")

    def sentences(self, texts: Iterable[str]) -> Iterator[tuple[tuple[Span, Encoded], ...]]:
        """The lines of each text."""
        for text in texts:
            yield tuple(self._lines(text))

    def suggest(
        self,
        texts: Iterable[str],
        *,
        known: Sequence[Entity] = (),
        learned: bytes = b"",
        thresholds: Thresholds,
    ) -> Iterator[tuple[SuggestionDraft, ...]]:
        """Statements and claims as the logits have it."""
        del known, thresholds
        corrections = Corrections.from_bytes(learned) if learned else None
        for sentences in self.sentences(texts):
            found: list[SuggestionDraft] = []
            for span, encoded in sentences:
                said = adjusted(encoded, corrections) if corrections else encoded  # type: ignore[arg-type]
                found.extend(self._suggestions(span, said))  # type: ignore[arg-type]
            yield tuple(found)

    def _suggestions(self, span: Span, said: Encoded) -> Iterator[SuggestionDraft]:
        count = len(self.types)
        for label, logit in zip(self.types, said.types + said.shift[:count], strict=True):
            if logit > 0:
                yield SuggestionDraft(content=StatementDraft(span=span, type=label), score=0.9)
        kind = self.kinds[(said.kinds + said.shift[count:]).argmax()]
        if kind != "none":
            yield SuggestionDraft(content=ClaimDraft(span=span, kind=ClaimKind(kind)), score=0.9)

    def _lines(self, text: str) -> Iterator[tuple[Span, Encoded]]:
        start = 0
        for line in text.split("\n"):
            if line:
                yield Span(start, start + len(line)), _encoded(line)
            start += len(line) + 1


def _encoded(line: str) -> Encoded:
    vector = np.zeros(_COLUMNS, np.float32)
    for word in line.split():
        vector[crc32(word.encode()) % _COLUMNS] += 1
    types = np.array([4.0 if "€" in line else -2.0, -2.0, -2.0], np.float32)
    return Encoded(types, np.array([2.0, -2.0, 0.0, -2.0], np.float32), vector, np.zeros(7))
