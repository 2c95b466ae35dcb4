"""Deciding on many suggestions by two keys: accept or reject, and which."""

from collections.abc import Callable, Sequence
from functools import partial

from annotator.ui.actions import Handlers
from annotator.ui.suggestions.scopes import scopes
from annotator.ui.text_units import sentence_at
from annotator.ui.workbench.bench import Tool


class ManyAtOnce(Tool):
    """Offers what has something in common with the current suggestion, each with its number."""

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "accept_many": partial(self._offer, self._stream.accept_these),
            "reject_many": partial(self._offer, self._stream.reject_these),
        }

    def _offer(self, decide: Callable[[Sequence[int]], None]) -> None:
        current = self._stream.current
        if current is None:
            return
        found = scopes(
            current,
            self._stream.listed,
            sentence=sentence_at(self._article.text, current.span.start),
            screen=self._view.visible_span(),
            codebook=self._article.codebook,
        )
        choices = [
            (f"{scope.name}  ({len(scope.ids)})", partial(decide, scope.ids)) for scope in found
        ]
        self._ask(choices, self._view.rect_of(current.span))
