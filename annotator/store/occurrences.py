"""Where the same words stand in the articles."""

from collections.abc import Iterator

from annotator.domain import Cover, Occurrence, Span, Standing
from annotator.domain.words import first_word, has_unspaced, occurrences
from annotator.store.annotations import Mentions
from annotator.store.articles import Articles
from annotator.store.database import Database
from annotator.store.search import phrase
from annotator.store.suggestions import SuggestionTable

_UNSPACED_LANGUAGES = ("zh", "ja", "th", "lo", "km", "my")
"""The search index takes a whole run of their letters for one word."""
_TEXTS = "SELECT id, text FROM article_texts"
_INDEXED = (
    "SELECT rowid FROM article_search WHERE article_search MATCH ?"
    " UNION SELECT article_id FROM unindexed"
    " UNION SELECT id FROM articles WHERE substr(language, 1, 2) IN"
    f" ({', '.join(map(repr, _UNSPACED_LANGUAGES))})"
)


class Occurrences:
    """Finds words as they are written, or in any case, and not as a part of longer words."""

    def __init__(
        self, db: Database, articles: Articles, mentions: Mentions, suggestions: SuggestionTable
    ) -> None:
        self._db = db
        self._articles = articles
        self._mentions = mentions
        self._suggestions = suggestions

    def of(self, words: str, *, any_case: bool = False) -> Iterator[tuple[Occurrence, ...]]:
        """The places in the whole project, those of one article at a time as they are found."""
        for article_id, text in self._candidates(words):
            found = self._placed(article_id, text, words, any_case=any_case)
            if found:
                yield found

    def within(
        self, article_id: int, words: str, *, any_case: bool = False
    ) -> tuple[Occurrence, ...]:
        """The places in one article; NotFound if it is gone."""
        return self._placed(article_id, self._articles.text(article_id), words, any_case=any_case)

    def _candidates(self, words: str) -> Iterator[tuple[int, str]]:
        if not first_word(words) or has_unspaced(words):
            return self._db.stream(f"{_TEXTS} ORDER BY id")
        return self._db.stream(f"{_TEXTS} WHERE id IN ({_INDEXED}) ORDER BY id", phrase(words))

    def _placed(
        self, article_id: int, text: str, words: str, *, any_case: bool
    ) -> tuple[Occurrence, ...]:
        spans = tuple(occurrences(text, words, any_case=any_case))
        if not spans:
            return ()
        tagged = self._mentions.spans(article_id)
        suggested = self._suggestions.open_spans(article_id, near=spans)
        nearby = Cover(len(text), tagged)
        for span in suggested.difference(spans):
            nearby.add(span)
        return tuple(
            Occurrence(article_id, span, _standing(span, tagged, nearby)) for span in spans
        )


def _standing(span: Span, tagged: frozenset[Span], nearby: Cover) -> Standing:
    if span in tagged:
        return Standing.TAGGED
    return Standing.TOUCHED if nearby.touches(span) else Standing.FREE
