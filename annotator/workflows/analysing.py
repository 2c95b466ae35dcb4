"""The overview of a project, printed or saved."""

from collections.abc import Callable
from pathlib import Path

from annotator.analysis import Overview, Table, charts, overview, to_csv, to_json, to_text
from annotator.domain import Include
from annotator.errors import refusals_named
from annotator.project import Project


def project_overview(project: Project) -> Overview:
    """The overview over all coders' accepted annotations."""
    return overview(project.corpus(Include.ACCEPTED, texts=False), project.corpus_info())


def overview_text(found: Overview, form: str) -> str:
    """All tables as one text: "table", "csv" or "json"; KeyError for another form."""
    if form == "json":
        return "[" + ",\n".join(map(to_json, found.tables)) + "]\n"
    write: Callable[[Table], str] = {"table": to_text, "csv": _titled_csv}[form]
    return "\n".join(map(write, found.tables))


def save_charts(found: Overview, folder: Path) -> list[Path]:
    """One SVG a chart in `folder`, which is made if need be; CannotWrite."""
    with refusals_named(folder):
        folder.mkdir(parents=True, exist_ok=True)
    written = []
    for table in found.tables:
        path = folder / f"{table.key}.svg"
        charts.save(charts.draw(table), path)
        written.append(path)
    return written


def _titled_csv(table: Table) -> str:
    return f"{table.title}\n{to_csv(table)}"
