"""What is known about an article besides its text."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Metadata found so far; an empty field is not known."""

    title: str = ""
    source: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: date | None = None
    language: str = ""

    def or_else(self, other: "Facts") -> "Facts":
        """These facts, with those of `other` where something is not known here."""
        if self is NOTHING or other is NOTHING:
            return other if self is NOTHING else self
        return Facts(
            title=self.title or other.title,
            source=self.source or other.source,
            authors=self.authors or other.authors,
            url=self.url or other.url,
            published=self.published or other.published,
            language=self.language or other.language,
        )


NOTHING = Facts()
