"""Annotator: tag funding, policy and competitor statements in AI-industry news, offline."""

from annotator.project import Project, create_project, open_project

__all__ = ["Project", "create_project", "open_project"]
__version__ = "0.1.0"
