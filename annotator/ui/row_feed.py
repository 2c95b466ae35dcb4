"""Fills a list with the rows that are found for it."""

from array import array
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

from annotator.errors import UserError
from annotator.project import Project
from annotator.ui.row_ids import RowIds
from annotator.ui.row_model import RowModel

Wanted = TypeVar("Wanted")


class RowFeed(QObject, Generic[Wanted]):
    """Lists what answers another question as it comes, what answers the same one again at once.

    So a list that is read anew keeps its place. `taken` follows whenever rows were listed,
    `finished` when all are, `failed` carries the UserError of a question without an answer.
    """

    taken = Signal()
    finished = Signal()
    failed = Signal(object)

    def __init__(self, model: RowModel[Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._ids: RowIds[Wanted] | None = None
        self._asked: Wanted | None = None
        self._is_whole = False
        self._is_busy = False
        self._gathered: array[int] | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is anything to ask."""
        return self._ids is not None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is still on its way."""
        return self._is_busy

    @property
    def is_whole(self) -> bool:
        """Whether all rows are listed that were asked for."""
        return self._is_whole

    def open(self, project: Project, ids: RowIds[Wanted]) -> None:
        """List rows of that project, of which `ids` tells."""
        self._model.show_project(project)
        self._ids = ids
        ids.arrived.connect(self._take)
        ids.finished.connect(self._finish)
        ids.failed.connect(self._fail)

    def close(self) -> None:
        """End the thread that looks for rows, and forget the question."""
        if self._ids is not None:
            self._ids.close()
            self._ids.deleteLater()
        self._ids, self._asked, self._is_whole, self._is_busy = None, None, False, False

    def ask(self, wanted: Wanted) -> None:
        """List these rows from now on."""
        if self._ids is not None:
            again = self._is_whole and wanted == self._asked
            self._gathered = array("q") if again else None
            self._is_whole = again
            self._is_busy = True
            self._asked = wanted
            self._ids.ask(wanted)

    def _take(self, ids: "array[int]", first: bool) -> None:  # noqa: FBT001 (a slot)
        if self._gathered is not None:
            self._gathered.extend(ids)
            return
        if first:
            self._model.replace(ids)
        else:
            self._model.extend(ids)
        self.taken.emit()

    def _finish(self) -> None:
        self._is_whole, self._is_busy = True, False
        if self._gathered is not None:
            self._model.settle(self._gathered)
            self._gathered = None
            self.taken.emit()
        self.finished.emit()

    def _fail(self, error: UserError) -> None:
        self._is_busy = False
        self.failed.emit(error)
