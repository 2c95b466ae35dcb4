"""Annotations and open suggestions of all articles in one list; what is done to many of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from annotator.domain import (
    AnnotationFilter,
    AnnotationRow,
    AnnotationState,
    Changes,
    Claim,
    Kind,
    Mention,
    Statement,
    Suggestion,
    Verdict,
    ids_of,
    row_key,
)
from annotator.formats import digits
from annotator.i18n import ngettext
from annotator.project.coding import Coding
from annotator.project.tables import Tables
from annotator.store.annotation_list import AnnotationList
from annotator.store.database import Database

_OPEN = {
    Verdict.FLAGGED: AnnotationState.FLAGGED,
    Verdict.SKIPPED: AnnotationState.SKIPPED,
    Verdict.REJECTED: AnnotationState.REJECTED,
}
Item = Mention | Claim | Statement | Suggestion


class AnnotationListing:
    """Lists mentions, claims, statements and suggestions by keys (`domain.row_key`)."""

    def __init__(
        self, db: Database, tables: Tables, coding: Mapping[Kind, Coding[Any, Any]]
    ) -> None:
        self._db = db
        self._tables = tables
        self._coding = coding
        self._list = AnnotationList(db)

    def keys(self, wanted: AnnotationFilter) -> Iterator[int]:
        """Keys of the annotations and suggestions that a filter lets through, as they are found."""
        return self._list.keys(wanted)

    def rows(self, keys: Iterable[int]) -> dict[int, AnnotationRow]:
        """The lines of a list for these keys; those that are gone are left out."""
        items = self._items(keys)
        wanted = list(dict.fromkeys(item.article_id for item in items.values()))
        articles = {row.id: row for row in self._tables.articles.rows(wanted)}
        verdicts = self._tables.decisions.verdicts(ids_of(items, Kind.SUGGESTION))
        coders = {coder.id: coder.name for coder in self._tables.coders.all()}
        return {
            key: AnnotationRow(
                item=item,
                article=articles[item.article_id],
                state=_state(item, verdicts),
                coder="" if isinstance(item, Suggestion) else coders[item.coder_id],
            )
            for key, item in items.items()
        }

    def own(self, keys: Collection[int]) -> list[int]:
        """Those of these keys that stand for annotations of the current coder."""
        return [
            row_key(kind, row_id)
            for kind, coding in self._coding.items()
            for row_id in coding.own(ids_of(keys, kind))
        ]

    def remove(self, keys: Collection[int]) -> Changes:
        """Remove those of these annotations that are the current coder's; suggestions stay."""
        own = self.own(keys)
        name = ngettext("Remove annotation", "Remove {count} annotations", len(own))
        with self._db.step(name.format(count=digits(len(own)))) as step:
            for kind, coding in self._coding.items():
                coding.remove_all(ids_of(own, kind))
        return step.changes

    def _items(self, keys: Iterable[int]) -> dict[int, Item]:
        """What these keys stand for, in their order."""
        keys = list(keys)
        found: dict[int, Item] = {
            row_key(Kind.SUGGESTION, item.id): item
            for item in self._tables.suggestions.by_ids(ids_of(keys, Kind.SUGGESTION))
        }
        for kind, coding in self._coding.items():
            items = coding.by_ids(ids_of(keys, kind))
            found |= {row_key(kind, item.id): item for item in items}
        return {key: found[key] for key in keys if key in found}


def _state(item: Item, verdicts: Mapping[int, Verdict]) -> AnnotationState:
    if not isinstance(item, Suggestion):
        return AnnotationState.TAGGED
    verdict = verdicts.get(item.id)
    if verdict is None:
        return AnnotationState.PENDING
    return _OPEN.get(verdict, AnnotationState.TAGGED)
