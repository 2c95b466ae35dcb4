"""Articles, and what a reader found before an article is stored."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypedDict


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article came from and what its reader left out or joined."""

    reader: str
    path: str = ""
    sha256: str = ""
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleDraft:
    """An article as a reader found it; a field left empty is not known."""

    text: str
    origin: Origin
    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: date | None = None
    language: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip() or "\r" in self.text or "\0" in self.text:
            raise ValueError("an article's text has words, and only \\n ends its lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A stored article without its text; `length` counts code points, `language` is ISO 639-1."""

    id: int
    title: str
    source: str
    authors: tuple[str, ...]
    url: str
    published: date | None
    language: str
    length: int
    origin: Origin
    imported_at: datetime


class ArticleDetails(TypedDict, total=False):
    """What may be corrected about a stored article; its text never changes."""

    title: str
    source: str
    authors: tuple[str, ...]
    url: str
    published: date | None
    language: str


class ArticleOrder(StrEnum):
    """Sort keys of the article list; a leading minus turns the order round."""

    NEWEST = "-published"
    OLDEST = "published"
    TITLE = "title"
    TITLE_DOWN = "-title"
    SOURCE = "source"
    SOURCE_DOWN = "-source"
    LANGUAGE = "language"
    LANGUAGE_DOWN = "-language"
    LATEST_IMPORT = "-id"
    MOST_STATEMENTS = "-statements"
    FEWEST_STATEMENTS = "statements"
    MOST_PENDING = "-pending"
    FEWEST_PENDING = "pending"
    DONE_FIRST = "-done"
    DONE_LAST = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles a list shows; an empty field asks for nothing."""

    query: str = ""
    source: str = ""
    language: str = ""
    published_from: date | None = None
    published_to: date | None = None
    undated: bool = False
    tagged: str = ""
    done: bool | None = None
    pending: bool | None = None
    flagged: bool = False
    order: ArticleOrder = ArticleOrder.LATEST_IMPORT


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """One line of the article list; the counts are the current coder's."""

    id: int
    title: str
    source: str
    published: date | None
    language: str
    statements: int
    pending: int
    done: bool
