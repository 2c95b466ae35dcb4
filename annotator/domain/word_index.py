"""Where the words of a text stand, so that thousands are looked for without reading it again."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, KeysView
from functools import lru_cache
from itertools import accumulate

from annotator.domain.span import Span
from annotator.domain.words import WORD, is_inside_word

_LONG_BLANKS = re.compile(r"\s\s+")
_OTHER_BLANKS = re.compile(r"\s\s+|[^\S ]")


class WordIndex:
    """Finds words in one text: as they are written, whole, and with all blanks alike.

    `single_words` are the words of the text, each once; where words are written without blanks,
    its letters.
    """

    def __init__(self, text: str) -> None:
        self._line = _OTHER_BLANKS.sub(" ", text)
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for found in WORD.finditer(self._line):
            self._starts[found[0]].append(found.start())
        long = [found.span() for found in _LONG_BLANKS.finditer(text)]
        self._lost = [0, *accumulate(stop - start - 1 for start, stop in long)]
        starts = (start for start, _stop in long)
        self._gaps = [start - lost for start, lost in zip(starts, self._lost[:-1], strict=True)]

    @property
    def single_words(self) -> KeysView[str]:
        """The words of the text."""
        return self._starts.keys()

    def occurrences(self, words: str) -> Iterator[Span]:
        """Where these words, each blank as one space, stand; none where there is no letter."""
        rarest = min(WORD.finditer(words), key=self._count, default=None)
        if rarest is None:
            return
        before, stands = rarest.start(), self._line.startswith
        places = self._starts.get(rarest[0], ())
        for at in [at for at in places if at >= before and stands(words, at - before)]:
            start, stop = at - before, at - before + len(words)
            if self._is_whole(start, stop):
                yield Span(self._in_text(start), self._in_text(stop))

    def _count(self, word: re.Match[str]) -> int:
        return len(self._starts.get(word[0], ()))

    def _is_whole(self, start: int, stop: int) -> bool:
        return not (is_inside_word(self._line, start) or is_inside_word(self._line, stop))

    def _in_text(self, place: int) -> int:
        """A place of the line, in the text with its longer blanks."""
        return place + self._lost[bisect_left(self._gaps, place)]


word_index = lru_cache(maxsize=2)(WordIndex)
"""The index of a text; that of the last texts is kept."""
