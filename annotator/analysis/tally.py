"""Precision, recall and F from counts of what was found, missed and made up."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall, their harmonic mean F, and how many there are in the gold."""

    precision: float
    recall: float
    f: float
    n: int


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of `n` are right."""

    right: int = 0
    n: int = 0

    def __add__(self, other: "Rate") -> "Rate":
        return Rate(self.right + other.right, self.n + other.n)

    @property
    def share(self) -> float:
        """The part that is right, 0 if there is none."""
        return self.right / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """True positives, false positives and false negatives."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    def __add__(self, other: "Hits") -> "Hits":
        return Hits(self.found + other.found, self.wrong + other.wrong, self.missed + other.missed)

    @property
    def figure(self) -> Figure:
        """What the counts come to; a figure without a denominator is 0."""
        precision = Rate(self.found, self.found + self.wrong).share
        recall = Rate(self.found, self.found + self.missed).share
        both = precision + recall
        f = 2 * precision * recall / both if both else 0.0
        return Figure(precision, recall, f, self.found + self.missed)


@dataclass(slots=True)
class Tally:
    """Hits by label, in the order in which the labels were met."""

    hits: defaultdict[str, Hits] = field(default_factory=lambda: defaultdict(Hits))

    def add(self, label: str, *, found: int = 0, wrong: int = 0, missed: int = 0) -> None:
        """Count under one label."""
        self.hits[label] += Hits(found, wrong, missed)

    def add_sets(self, label: str, gold: Counter[object], predicted: Counter[object]) -> None:
        """Count what two multisets share and what only one of them has."""
        found = (gold & predicted).total()
        self.add(label, found=found, wrong=predicted.total() - found, missed=gold.total() - found)

    def merge(self, other: "Tally") -> None:
        """Add another tally's counts."""
        for label, hits in other.hits.items():
            self.hits[label] += hits

    def figures(self) -> dict[str, Figure]:
        """The figure of each label, by name."""
        return {label: self.hits[label].figure for label in sorted(self.hits)}

    @property
    def micro(self) -> Figure:
        """The figure over all labels together."""
        return sum(self.hits.values(), Hits()).figure

    @property
    def macro_f(self) -> float:
        """The mean F of the labels that the gold has."""
        kept = [hits.figure.f for hits in self.hits.values() if hits.figure.n]
        return sum(kept) / len(kept) if kept else 0.0
