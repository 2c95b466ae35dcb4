"""Counts the time that a coder works, and the decisions taken in it; nothing of it is stored."""

import time
from collections import Counter
from collections.abc import Callable, Mapping

_ATTENTION = 60.0
"""Seconds that count after a key was pressed or the mouse was used."""

_MINUTE = 60.0


class Pace:
    """What was done since `begin`; `clock` gives seconds.

    Time counts while the coder attends: from each `attend` for a minute, unless `look_away` comes
    first. It counts for the article that is on show then.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.begin()

    def begin(self) -> None:
        """Forget what was counted."""
        self._counted = self._until = self._clock()
        self._seconds = 0.0
        self._article_id: int | None = None
        self._by_article: dict[int, float] = {}
        self._by_minute: Counter[int] = Counter()

    def attend(self) -> None:
        """Note that a key was pressed or the mouse used."""
        self._count()
        self._until = self._counted + _ATTENTION

    def look_away(self) -> None:
        """Note that another window is worked with."""
        self._count()
        self._until = self._counted

    def show_article(self, article_id: int | None) -> None:
        """Note which article is on show from now on."""
        self._count()
        self._article_id = article_id

    def decide(self, count: int = 1) -> None:
        """Note decisions that were taken just now."""
        self._count()
        self._by_minute[self._minute] += count

    @property
    def seconds(self) -> float:
        """The time that counts."""
        self._count()
        return self._seconds

    @property
    def article_id(self) -> int | None:
        """The article on show."""
        return self._article_id

    @property
    def by_article(self) -> Mapping[int, float]:
        """Seconds by article, in the order in which the articles were first worked on."""
        self._count()
        return self._by_article

    @property
    def by_minute(self) -> list[int]:
        """Decisions in each minute of the time that counts, the current one last."""
        self._count()
        return [self._by_minute[minute] for minute in range(self._minute + 1)]

    @property
    def decisions(self) -> int:
        """How many decisions were taken."""
        return self._by_minute.total()

    @property
    def rate(self) -> float | None:
        """Decisions a minute, once a minute has been worked."""
        return self.decisions / self.seconds * _MINUTE if self.seconds >= _MINUTE else None

    @property
    def _minute(self) -> int:
        return int(self._seconds // _MINUTE)

    def _count(self) -> None:
        now = self._clock()
        spent = max(min(now, self._until) - self._counted, 0.0)
        self._counted = now
        self._seconds += spent
        if self._article_id is not None and spent:
            before = self._by_article.get(self._article_id, 0.0)
            self._by_article[self._article_id] = before + spent
