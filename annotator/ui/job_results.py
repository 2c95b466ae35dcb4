"""What became of a job, in words."""

from dataclasses import dataclass

from annotator.errors import UserError


@dataclass(frozen=True, slots=True)
class JobResult:
    """One line for the bar, and the failures behind it; `broken` when a bug ended the job.

    `new_articles` are the ids of those that an import has brought.
    """

    text: str
    failures: tuple[UserError, ...] = ()
    broken: bool = False
    new_articles: tuple[int, ...] = ()
