"""The same done to very many suggestions or annotations."""

from collections.abc import Callable, Iterator, Sequence

from annotator.domain import Changes
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.workflows.work import Work

_PART = 100
"""So many are decided on in some 15 ms."""


class ActOnMany(Work[Sequence[int]]):
    """Does the same to many rows, some at a time; `name` is that of the step it becomes.

    What a coder does meanwhile is a step of its own, and the rest then another one: so they can
    be undone in the order in which they were done.
    """

    def __init__(
        self,
        project: Project,
        name: str,
        ids: Sequence[int],
        act: Callable[[Project, Sequence[int]], object],
    ) -> None:
        super().__init__()
        self.title = name
        self.total = len(ids)
        self._project = project
        self._coder = project.coder
        self._ids = ids
        self._act = act
        self._step_id: int | None = None

    def produce(self) -> Iterator[Sequence[int]]:
        """The ids of some rows."""
        for first in range(0, len(self._ids), _PART):
            yield self._ids[first : first + _PART]

    def store(self, batch: Sequence[int]) -> Changes:
        """Do it to these rows; InvalidInput once another coder is at work."""
        if self._project.coder != self._coder:
            raise InvalidInput(_("Another coder has taken over; the rest is left as it is."))
        with self._project.step(self.title, join=self._latest()) as step:
            self._act(self._project, batch)
        self._step_id = step.id
        return step.changes

    def size(self, batch: Sequence[int]) -> int:
        """Each row counts."""
        return len(batch)

    def _latest(self) -> int | None:
        """The step that was begun, if no other has followed."""
        (latest,) = self._project.history(1)
        return self._step_id if latest.id == self._step_id else None
