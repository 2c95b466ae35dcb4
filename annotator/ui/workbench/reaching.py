"""Ways to what is marked in the text: the marks at one place, and annotation after annotation."""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from functools import partial

from annotator.domain import Kind, Span, Suggestion
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.annotation_marks import layer
from annotator.ui.article_view import Mark
from annotator.ui.in_hand import removal
from annotator.ui.marked import Annotation, Ref, ref
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.here import Here
from annotator.ui.workbench.tagging import Tagging

_Place = tuple[Span, str, int]


class Reaching(Tool):
    """Opens an annotation in the form and makes a suggestion current, wherever marks lie."""

    def __init__(self, bench: Bench, tagging: Tagging) -> None:
        super().__init__(bench)
        self._tagging = tagging
        self._here = Here(self._view)
        self._here.chosen.connect(self.go_to)
        self._here.removal_asked.connect(self._remove)
        self._article.opened.connect(self._here.leave)
        self._article.changed.connect(self._here.leave)

    def handlers(self) -> Handlers:
        """Give the commands that are carried out here."""
        return {
            "marks_here": self._list_here,
            "next_annotation": partial(self._step, forward=True),
            "previous_annotation": partial(self._step, forward=False),
        }

    def go_to(self, key: Hashable) -> None:
        """Open that annotation in the form, or make that suggestion current."""
        if not isinstance(key, Ref):
            return
        if key.kind is Kind.SUGGESTION:
            self._form.close_form()
            self._stream.make_current(key.id)
        else:
            self._form.open(key)

    def ask_which(self, marks: Sequence[Mark]) -> None:
        """List these marks at the caret, to choose from."""
        self._here.offer(marks, self._view.caret)

    def _list_here(self) -> None:
        point = self._tagging.point
        marks = self._view.marks_around(point)
        if marks:
            self._view.scroll_to(Span(point, point))
            self._here.offer(marks, point)
        else:
            self._complain(_("No mark lies here. Put the caret into one, then try again."))

    def _remove(self, key: Hashable) -> None:
        if isinstance(key, Ref) and key.kind is not Kind.SUGGESTION:
            self._article.session.do(lambda project: removal(project, key))

    def _step(self, *, forward: bool) -> None:
        """Lead the caret to the annotation after it, or the one before it, and open that."""
        rows = sorted(self._shown(), key=_place)
        if not rows:
            self._complain(_("Nothing is tagged here yet. Accept a suggestion, or tag some words."))
            return
        places, here = [_place(row) for row in rows], self._here_now()
        after = bisect_right(places, here) if forward else bisect_left(places, here) - 1
        found = rows[after % len(rows)]
        self._form.open(ref(found))
        self._view.put_caret(found.span.start)

    def _shown(self) -> list[Annotation]:
        """The annotations of the layers that are on."""
        article = self._article
        rows: tuple[Annotation, ...] = (*article.statements, *article.claims, *article.mentions)
        return [row for row in rows if self._view.is_layer_visible(layer(row))]

    def _here_now(self) -> _Place:
        """The place of the annotation in the form while the caret is in it, else of the caret."""
        target = self._form.target
        row = self._article.find(target) if target else None
        point = self._tagging.point
        if row is None or isinstance(row, Suggestion) or not _reaches(row.span, point):
            return Span(point, point), "", 0
        return _place(row)

    def _complain(self, sentence: str) -> None:
        self._article.session.failed.emit(InvalidInput(sentence))


def _place(row: Annotation) -> _Place:
    return row.span, ref(row).kind.value, row.id


def _reaches(span: Span, point: int) -> bool:
    """Whether the caret is in a span or at one of its ends."""
    return span.start <= point <= span.stop
