"""What an output format could not hold, counted while it is written."""

from collections.abc import Sequence
from pathlib import Path

from annotator.domain import AnnotatedArticle, Loss, SuggestionKind
from annotator.formats import digits, pair
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.writers.output import Output, new_file

_EXAMPLE_LENGTH = 80


class Losses:
    """Counts by what was lost; the first example of each is kept."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._examples: dict[str, str] = {}

    def add(self, what: str, count: int = 1, example: str = "") -> None:
        """Count `what`, unless there is nothing to count."""
        if not count:
            return
        self._counts[what] = self._counts.get(what, 0) + count
        self._examples.setdefault(what, _shortened(example))

    def listed(self) -> tuple[Loss, ...]:
        """All losses in the order in which they were met."""
        return tuple(
            Loss(what=what, count=count, example=self._examples[what])
            for what, count in self._counts.items()
        )

    def add_all_but_statements(self, item: AnnotatedArticle) -> None:
        """Count what neither a table nor a report of statements shows."""
        self.add(_("Article texts"), 1, item.article.title)
        if item.article.origin.path or item.article.origin.removed:
            self.add(
                _("Where articles came from and what was removed from them"),
                1,
                item.article.origin.path,
            )
        self.add(
            _("Mentions of entities"),
            len(item.mentions),
            item.mentions[0].quote if item.mentions else "",
        )
        self.add(_("Claims"), len(item.claims), item.claims[0].quote if item.claims else "")
        self.add(_("Decisions on suggestions"), len(item.decisions), _decided(item))
        self.add(
            _("Marks that a coder is done with an article"), len(item.done_by), item.article.title
        )
        self._add_pending(item)

    def add_note(self, item: AnnotatedArticle) -> None:
        """Count the note on an article that is not written."""
        self.add(_("Notes on articles"), bool(item.note), item.note)

    def _add_pending(self, item: AnnotatedArticle) -> None:
        for suggestion in item.pending:
            if suggestion.kind is not SuggestionKind.STATEMENT:
                self.add(_("Pending suggestions of mentions and claims"), 1, suggestion.quote)

    def add_broken(self, output: Output) -> None:
        """Count the characters that no file can hold."""
        self.add(_("Broken characters, written as U+FFFD"), output.broken)


def write_loss_report(path: Path, losses: Sequence[Loss]) -> Path:
    """Write NAME.losses.txt beside the exported file `path`; where it was written."""
    report = path.with_name(f"{path.name}.losses.txt")
    with new_file(report) as output:
        output.write(_report(path.name, losses))
    return report


def _report(name: str, losses: Sequence[Loss]) -> str:
    if not losses:
        return _("{name}: nothing lost.").format(name=name) + "\n"
    head = ngettext(
        "{name} cannot hold {count} kind of thing that the project has:",
        "{name} cannot hold {count} kinds of things that the project has:",
        len(losses),
    )
    lines = [head.format(name=name, count=len(losses)), "", *map(_line, losses)]
    return "\n".join(lines) + "\n"


def _line(loss: Loss) -> str:
    line = f"- {pair(loss.what, digits(loss.count))}"
    return (
        line + " " + _("(for example “{example}”)").format(example=loss.example)
        if loss.example
        else line
    )


def _decided(item: AnnotatedArticle) -> str:
    return item.decisions[0].verdict.value if item.decisions else ""


def _shortened(example: str) -> str:
    plain = " ".join(example.split())
    return plain if len(plain) <= _EXAMPLE_LENGTH else plain[: _EXAMPLE_LENGTH - 1] + "…"
