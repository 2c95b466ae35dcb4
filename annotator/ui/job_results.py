"""What became of a job, in words."""

from dataclasses import dataclass

from annotator.errors import UserError


@dataclass(frozen=True, slots=True)
class JobResult:
    """One line for the bar, and the failures behind it; `broken` when a bug ended the job."""

    text: str
    failures: tuple[UserError, ...] = ()
    broken: bool = False
