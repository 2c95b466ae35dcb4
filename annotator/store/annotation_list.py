"""The keys of all annotations and suggestions of a project, in any order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from annotator.domain import AnnotationFilter, AnnotationOrder, AnnotationState, SuggestionKind
from annotator.store.annotation_query import SORTED_FIRST, select_annotations
from annotator.store.database import Database

_HEAD = 500
"""The best of so many are found in a fifth of the time that sorting a million rows takes."""
_KINDS = (SuggestionKind.STATEMENT, SuggestionKind.CLAIM, SuggestionKind.MENTION)

Part = TypeVar("Part")


class AnnotationList:
    """Finds what a list of annotations shows."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keys(self, wanted: AnnotationFilter) -> Iterator[int]:
        """The keys, as `row_key` makes them, of the wanted annotations as they are found."""
        if wanted.order is AnnotationOrder.KIND:
            kinds = [kind for kind in _KINDS if wanted.kind in {None, kind}]
            for kind in _turned(kinds, down=wanted.down):
                yield from self._found(replace(wanted, kind=kind))
        elif wanted.order is AnnotationOrder.STATE:
            states = [state for state in AnnotationState if wanted.state in {None, state}]
            for state in _turned(states, down=wanted.down):
                yield from self._found(replace(wanted, state=state))
        else:
            yield from self._found(wanted)

    def _found(self, wanted: AnnotationFilter) -> Iterator[int]:
        sql, values = select_annotations(wanted, coder_id=self._db.coder_id)
        if wanted.order not in SORTED_FIRST:
            yield from self._stream(sql, values)
            return
        yield from self._stream(f"{sql} LIMIT {_HEAD}", values)
        yield from self._stream(f"{sql} LIMIT -1 OFFSET {_HEAD}", values)

    def _stream(self, sql: str, values: Iterable[object]) -> Iterator[int]:
        return (row[0] for row in self._db.stream(sql, *values))


def _turned(parts: list[Part], *, down: bool) -> list[Part]:
    return parts[::-1] if down else parts
