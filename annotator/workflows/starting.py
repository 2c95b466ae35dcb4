"""New projects: an empty one with a codebook, and the sample."""

from pathlib import Path

from annotator.domain import Codebook
from annotator.errors import NotFound
from annotator.formats import listing
from annotator.i18n import gettext as _
from annotator.paths import resources_folder
from annotator.project import Project, create_project
from annotator.readers import read_codebook, shipped_codebooks
from annotator.workflows.importing import ImportArticles
from annotator.workflows.work import run

DEFAULT_CODEBOOK = "ai-news"


def load_codebook(name_or_file: str = DEFAULT_CODEBOOK) -> Codebook:
    """A codebook of the program by name, or one from a TOML file; NotFound, UnreadableFile."""
    shipped = shipped_codebooks()
    if name_or_file in shipped:
        return read_codebook(shipped[name_or_file])
    path = Path(name_or_file)
    if path.suffix == ".toml" or path.is_file():
        return read_codebook(path)
    raise NotFound(
        _("There is no codebook “{name}”. Choose one of {names}, or a .toml file.").format(
            name=name_or_file, names=listing(shipped)
        )
    )


def new_project(path: Path, *, codebook: str = DEFAULT_CODEBOOK, coder: str = "") -> Project:
    """A new project with a codebook; ProjectExists, CannotWrite, NotFound, UnreadableFile."""
    return create_project(path, codebook=load_codebook(codebook), coder=coder)


def sample_project(path: Path, *, coder: str = "") -> Project:
    """A new project with the invented articles that the program brings along."""
    project = new_project(path, coder=coder)
    run(ImportArticles(project, [resources_folder() / "sample"]))
    return project
