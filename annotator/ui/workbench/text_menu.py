"""The menu of a right click on the text: what can be done with what lies there."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from annotator.domain import Kind
from annotator.ui.marked import Ref, ref
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.reaching import Reaching

if TYPE_CHECKING:
    from annotator.ui.menus import Menus

_Groups = Sequence[Sequence[str]]

_CHANGES = ("cycle_modality", "cycle_polarity", "cycle_speaker")
_BOUNDS = ("start_left", "start_right", "stop_left", "stop_right")
_COPY = ("copy", "select_all")
_OF_SELECTION: _Groups = (
    ("tag_mention", "tag_claim", "tag_everywhere", "tag_in_project"),
    ("fill_role", "set_span"),
    _COPY,
)
_OF_SUGGESTION: _Groups = (
    ("accept", "reject", "skip", "flag", "correct"),
    ("accept_many", "reject_many"),
    _CHANGES,
    _BOUNDS,
    ("marks_here",),
)
_OF_ANNOTATION: _Groups = (_CHANGES, _BOUNDS, ("remove_annotation",), ("marks_here",))
_OF_STATEMENT: _Groups = (
    _CHANGES,
    _BOUNDS,
    ("statement_note", "remove_annotation"),
    ("marks_here",),
)
_BY_KIND: Mapping[Kind, _Groups] = {
    Kind.SUGGESTION: _OF_SUGGESTION,
    Kind.STATEMENT: _OF_STATEMENT,
}
_OF_TEXT: _Groups = (("select_sentence",), _COPY)


class TextMenu(Tool):
    """Offers the commands for the selection, else for the mark under the mouse.

    A mark that is current or in the form stays so; else the shortest one there becomes it.
    """

    def __init__(self, bench: Bench, reaching: Reaching) -> None:
        super().__init__(bench)
        self._reaching = reaching
        self._menus: Menus | None = None
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._ask_at)

    def offer(self, menus: "Menus") -> None:
        """Take the entries from these menus."""
        self._menus = menus

    def _ask_at(self, at: QPoint) -> None:
        if self._menus is None:
            return
        selected = self._view.selected_span() is not None
        types = self._menus.types if selected else []
        groups = _OF_SELECTION if selected else self._of_place(at)
        entries = [[self._menus.actions[key] for key in group] for group in groups]
        menu = _filled([types, *entries], self._view.viewport())
        menu.popup(self._view.viewport().mapToGlobal(at))

    def _of_place(self, at: QPoint) -> _Groups:
        marks = self._view.marks_at(at)
        keys = [mark.key for mark in marks if isinstance(mark.key, Ref)]
        if not keys:
            self._view.setTextCursor(self._view.cursorForPosition(at))
            return _OF_TEXT
        current = self._stream.current
        meant = self._form.target or (ref(current) if current else None)
        if meant not in keys:
            meant = keys[0]
            self._reaching.go_to(meant)
        self._view.put_caret(next(mark.span.start for mark in marks if mark.key == meant))
        return _BY_KIND.get(meant.kind, _OF_ANNOTATION)


def _filled(groups: Sequence[Sequence[QAction]], parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for group in filter(None, groups):
        menu.addActions(group)
        menu.addSeparator()
    return menu
