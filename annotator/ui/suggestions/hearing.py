"""Which suggestions of an article the coder is asked about, and how many of each kind are left."""

from collections import Counter
from collections.abc import Iterable

from annotator.domain import Suggestion, SuggestionKind
from annotator.ui.edits import Edits
from annotator.ui.marked import Annotated
from annotator.ui.open_article import OpenArticle


class Hearing:
    """All that is open but what the coder has muted; of that also what was asked for by itself."""

    def __init__(self, article: OpenArticle) -> None:
        self._article = article
        self._asked_for: frozenset[int] = frozenset()
        self._aside: frozenset[int] = frozenset()
        self._left: Counter[SuggestionKind] = Counter()

    def begin(self) -> None:
        """Begin anew: nothing was asked for by itself."""
        self._asked_for = frozenset()

    def ask_for(self, suggestion_id: int) -> None:
        """Hear that suggestion from now on, also if its label is muted."""
        self._asked_for |= {suggestion_id}

    def heard(self, rows: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
        """Those of these suggestions that the coder is asked about."""
        muted, asked_for = self._article.muted, self._asked_for
        if not muted:
            return rows
        return tuple(row for row in rows if row.suggested not in muted or row.id in asked_for)

    def of_kinds(self, wanted: frozenset[SuggestionKind]) -> tuple[Suggestion, ...]:
        """What is open of these kinds."""
        rows = self.heard(self._article.open)
        if wanted.issuperset(SuggestionKind):
            return rows
        return tuple(row for row in rows if row.kind in wanted)

    def left(self, edits: Edits | None) -> Counter[SuggestionKind]:
        """How many of each kind are pending; after edits only what these touched is counted."""
        aside = self._article.skipped
        if edits is None:
            self._left = self._kinds(self._article.open, aside)
        else:
            self._left.subtract(self._kinds(edits.removed, self._aside))
            self._left.update(self._kinds(edits.added, aside))
        self._aside = aside
        return self._left

    def _kinds(self, rows: Iterable[Annotated], aside: frozenset[int]) -> Counter[SuggestionKind]:
        suggestions = tuple(row for row in rows if isinstance(row, Suggestion))
        return Counter(row.kind for row in self.heard(suggestions) if row.id not in aside)
