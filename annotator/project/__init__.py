"""The project: what the window, the command line and scripts hold."""

from annotator.project.project import Project, create_project, open_project
from annotator.project.status import Status
from annotator.store.articles import SearchHit
from annotator.store.check import CheckReport, Fault, check_file
from annotator.store.opening import is_database

__all__ = [
    "CheckReport",
    "Fault",
    "Project",
    "SearchHit",
    "Status",
    "check_file",
    "create_project",
    "is_database",
    "open_project",
]
