"""An article with all that was found in it: what writers and analysis work on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.domain.article import Article
from annotator.domain.claim import Claim
from annotator.domain.codebook import Codebook
from annotator.domain.coder import Coder
from annotator.domain.entity import Entity, Mention
from annotator.domain.statement import Statement
from annotator.domain.suggestion import Decision, PipelineRun, Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotatedArticle:
    """One article, its text, the annotations of its coders and what is still pending.

    `decisions` are verdicts on suggestions of this article; `pending` are suggestions on
    which none of the coders asked for has decided. Each tuple is in the order of the text.
    `note` is Markdown.
    """

    article: Article
    text: str
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    statements: tuple[Statement, ...] = ()
    pending: tuple[Suggestion, ...] = ()
    decisions: tuple[Decision, ...] = ()
    done_by: tuple[int, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorpusInfo:
    """What all articles of a corpus share: the codebook and who is behind each id."""

    name: str
    codebook: Codebook
    coders: Mapping[int, Coder]
    entities: Mapping[int, Entity]
    runs: Mapping[int, PipelineRun]


class Include(StrEnum):
    """Which annotations a corpus carries: coders' own, undecided suggestions, or both."""

    ACCEPTED = "accepted"
    PENDING = "pending"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """One thing that an output format could not hold: what, how often, and one example."""

    what: str
    count: int
    example: str = ""
