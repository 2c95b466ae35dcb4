"""What a list of annotations and suggestions shows, and in which order."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import ArticleRow
from annotator.domain.changes import Kind
from annotator.domain.claim import Claim, ClaimDraft
from annotator.domain.entity import Mention, MentionDraft
from annotator.domain.statement import Statement, StatementDraft
from annotator.domain.suggestion import Suggestion, SuggestionKind, kind_of

_KINDS = (Kind.STATEMENT, Kind.CLAIM, Kind.MENTION, Kind.SUGGESTION)
_ID_BITS = 60


class AnnotationState(StrEnum):
    """Where the current coder stands with what is listed: it is tagged, or a suggestion is open."""

    TAGGED = "tagged"
    PENDING = "pending"
    FLAGGED = "flagged"
    SKIPPED = "skipped"
    REJECTED = "rejected"


class AnnotationOrder(StrEnum):
    """Sort keys of the list of annotations."""

    PLACE = "place"
    TEXT = "text"
    KIND = "kind"
    LABEL = "label"
    STATE = "state"
    TITLE = "title"
    SOURCE = "source"
    DATE = "date"
    SPEAKER = "speaker"
    MODALITY = "modality"
    POLARITY = "polarity"
    CODER = "coder"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationFilter:
    """Which annotations a list shows; an empty field asks for nothing.

    `words` stand somewhere in the annotation. `all_coders` adds what others have tagged; open
    suggestions are always those of the current coder. `down` turns the order round.
    """

    words: str = ""
    kind: SuggestionKind | None = None
    label: str = ""
    state: AnnotationState | None = None
    all_coders: bool = False
    order: AnnotationOrder = AnnotationOrder.PLACE
    down: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationRow:
    """A line of the list: what is tagged or suggested, in which article, by whom."""

    item: Mention | Claim | Statement | Suggestion
    article: ArticleRow
    state: AnnotationState
    coder: str = ""

    @property
    def content(self) -> MentionDraft | ClaimDraft | StatementDraft:
        """What it says of its words."""
        return self.item.content if isinstance(self.item, Suggestion) else self.item

    @property
    def kind(self) -> SuggestionKind:
        """What it is, or would become."""
        return kind_of(self.content)


def row_key(kind: Kind, row_id: int) -> int:
    """One number of 64 bits for a statement, claim, mention or suggestion."""
    return (_KINDS.index(kind) << _ID_BITS) | row_id


def ids_of(keys: Iterable[int], kind: Kind) -> list[int]:
    """The ids of those of that kind."""
    return [row_id for found, row_id in map(of_key, keys) if found is kind]


def of_key(key: int) -> tuple[Kind, int]:
    """The kind and the id that such a number stands for."""
    return _KINDS[key >> _ID_BITS], key & ((1 << _ID_BITS) - 1)
