"""The marks in the text: those of the article, and the suggestion that is asked about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from annotator.domain import Suggestion
from annotator.ui.annotation_marks import annotation_marks, suggestion_marks
from annotator.ui.article_view import Mark
from annotator.ui.edits import Edits
from annotator.ui.marked import Annotated, ref
from annotator.ui.theme import LIGHT, Theme
from annotator.ui.workbench.bench import Bench, Tool


class Marking(Tool):
    """Has the view and the stream show what is stored, and what is changed in hand."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._theme = LIGHT
        self._hand.taken.connect(self._show_changed)
        self._hand.edited.connect(self._show_changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of `theme`."""
        self._theme = theme
        self._show_marks()

    def show_all(self) -> None:
        """Mark another article, or one that was read anew."""
        self._show_marks()
        self.emphasise()

    def follow(self, edits: Edits | None) -> None:
        """Mark what came and no longer what went; with None all anew."""
        if edits is None:
            self._show_marks()
            return
        self._view.exchange_marks(map(ref, edits.removed), self._marks_of(edits.added))

    def show_current(self) -> None:
        """Mark what was skipped only while it is looked at again."""
        if self._article.skipped:
            self._show_marks()

    def emphasise(self) -> None:
        """Lead the eye to what is in the form, else to the current suggestion."""
        current = self._stream.current
        self._view.set_current(self._form.target or (ref(current) if current else None))

    def _show_marks(self) -> None:
        article = self._article
        items: tuple[Annotated, ...] = (
            *article.statements,
            *article.claims,
            *article.mentions,
            *article.open,
        )
        self._view.set_marks(tuple(self._marks_of(items)))
        self._mark_current()

    def _marks_of(self, items: Sequence[Annotated]) -> Iterator[Mark]:
        """Marks of annotations and of what is pending, or was skipped and is looked at again."""
        codebook, current = self._article.codebook, self._stream.current
        hidden = self._article.skipped - {current.id if current else 0}
        annotations = (item for item in items if not isinstance(item, Suggestion))
        suggestions = (item for item in items if isinstance(item, Suggestion))
        yield from annotation_marks(annotations, codebook, self._theme)
        yield from suggestion_marks(
            (one for one in suggestions if one.id not in hidden), codebook, self._theme
        )

    def _show_changed(self) -> None:
        self._stream.show_changed(self._changed())
        self._mark_current()

    def _mark_current(self) -> None:
        """Show the current suggestion where it stands by now."""
        shown = self._changed() or self._stream.current
        for mark in self._marks_of((shown,) if shown else ()):
            self._view.add_mark(mark)

    def _changed(self) -> Suggestion | None:
        """The current suggestion as it was changed by hand, if so."""
        current, draft = self._stream.current, self._hand.draft
        if current is None or draft is None or not self._hand.is_changed:
            return None
        quote = draft.span.quote(self._article.text)
        return replace(current, content=draft, quote=quote)
