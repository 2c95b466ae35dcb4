"""Exporting the annotated corpus, with a report of what the format could not hold."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from annotator.domain import Include, Loss
from annotator.i18n import gettext as _
from annotator.nlp import write_docbin
from annotator.project import Project
from annotator.workflows.targets import require_file
from annotator.writers import FORMATS, Format, write_loss_report

DOCBIN = Format("docbin", _("spaCy DocBin"), ".spacy", write_docbin)
EXPORT_FORMATS = {**FORMATS, DOCBIN.key: DOCBIN}


@dataclass(frozen=True, slots=True)
class Exported:
    """The file that was written, the report beside it, and what the file could not hold."""

    path: Path
    report: Path
    losses: tuple[Loss, ...]


def export(
    project: Project,
    format_key: str,
    path: Path,
    *,
    include: Include = Include.ACCEPTED,
    coder: str = "",
) -> Exported:
    """Write the corpus to `path`; KeyError for an unknown format, CannotWrite, NotFound."""
    chosen = EXPORT_FORMATS[format_key]
    require_file(path)
    # closed here: a failed export would else leave a query that outlives the project
    with closing(project.corpus(include, coder=coder)) as articles:
        losses = chosen.write(articles, project.corpus_info(), path)
    return Exported(path, write_loss_report(path, losses), losses)
