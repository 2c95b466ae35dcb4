"""What a click on a mark does: fill or mend a role, else go to the mark that is meant."""

from collections.abc import Hashable

from annotator.ui.article_view import Mark
from annotator.ui.marked import Ref, as_words
from annotator.ui.workbench.adjusting import Adjusting
from annotator.ui.workbench.bench import Bench, Tool
from annotator.ui.workbench.reaching import Reaching


class MarkClicks(Tool):
    """Takes the clicks of the article view; where several marks lie it asks."""

    def __init__(self, bench: Bench, adjusting: Adjusting, reaching: Reaching) -> None:
        super().__init__(bench)
        self._adjusting = adjusting
        self._reaching = reaching
        self._view.marks_clicked.connect(self._take)

    def _take(self, marks: list[Mark]) -> None:
        under = [mark for mark in marks if mark.span == marks[0].span]
        if any(self._fills_role(mark.key) or self._adjusting.mend(mark.key) for mark in under):
            return
        if len(marks) > 1:
            self._reaching.ask_which(marks)
        else:
            self._reaching.go_to(marks[0].key)

    def _fills_role(self, key: Hashable) -> bool:
        words = as_words(self._article.find(key)) if isinstance(key, Ref) else None
        return words is not None and self._form.fill(words)
