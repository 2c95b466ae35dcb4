"""An annotated corpus becomes a file, and a list of what the file could not hold."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from annotator.domain import AnnotatedArticle, CorpusInfo, Loss
from annotator.i18n import gettext as _
from annotator.writers import csv, html, jsonl, markdown
from annotator.writers.form import Form, prediction
from annotator.writers.loss import write_loss_report

Write = Callable[[Iterable[AnnotatedArticle], CorpusInfo, Path], tuple[Loss, ...]]


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: `write` streams articles into a file and says what was lost."""

    key: str
    name: str
    suffix: str
    write: Write


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        format_.key: format_
        for format_ in (
            Format("jsonl", _("JSON Lines, one article a line"), ".jsonl", jsonl.write),
            Format("csv", _("CSV, one statement a row"), ".csv", csv.write),
            Format("markdown", _("Report in Markdown"), ".md", markdown.write),
            Format("html", _("Report as a web page"), ".html", html.write),
        )
    }
)

__all__ = ["FORMATS", "Form", "Format", "prediction", "write_loss_report"]
