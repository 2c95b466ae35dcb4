"""What an action touched, so that views know what to reload."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of rows that a view can show."""

    ARTICLE = "article"
    ENTITY = "entity"
    MENTION = "mention"
    CLAIM = "claim"
    STATEMENT = "statement"
    SUGGESTION = "suggestion"
    DECISION = "decision"
    CODEBOOK = "codebook"
    CODER = "coder"
    LEARNED = "learned"
    THRESHOLD = "threshold"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds of rows an action touched and the ids of those it added, in the order of adding.

    `articles` are those in which it touched anything; None where it concerns the whole project
    (codebook, coder, an entity's name) or more than a thousand of them. `rows` names all mentions,
    claims, statements and suggestions that it added, changed or removed, with a role value its
    statement and with a decision its suggestion; None where `articles` is, and where it touched
    more than a thousand rows: to read an article anew costs less than to name them.
    `step` is the name of the action as the undo menu shows it, `step_id` its entry there.
    """

    kinds: frozenset[Kind] = frozenset()
    added: Mapping[Kind, tuple[int, ...]] = field(default_factory=dict)
    articles: frozenset[int] | None = None
    rows: Mapping[Kind, frozenset[int]] | None = None
    step: str = ""
    step_id: int = 0

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of these kinds was touched."""
        return not self.kinds.isdisjoint(kinds)

    def concerns(self, article_id: int) -> bool:
        """Whether anything of that article, or of what all articles share, was touched."""
        return bool(self.kinds) and (self.articles is None or article_id in self.articles)

    def first(self, kind: Kind) -> int:
        """The id of the first row of that kind that was added; KeyError if there is none."""
        return self.added[kind][0]


class StepState(StrEnum):
    """What became of a step: dropped ones can no longer be redone, sealed ones not be undone."""

    DONE = "done"
    UNDONE = "undone"
    DROPPED = "dropped"
    SEALED = "sealed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry of the history: an action of a coder."""

    id: int
    name: str
    coder: str
    taken_at: datetime
    state: StepState
