"""What became of a job, in words."""

from dataclasses import dataclass

from annotator.errors import UserError


@dataclass(frozen=True, slots=True)
class JobResult:
    """One line for the bar, and the failures behind it."""

    text: str
    failures: tuple[UserError, ...] = ()
