"""Annotator: tag funding, policy and competitor statements in AI-industry news, offline.

>>> import annotator
>>> with annotator.open_project("news.anno") as project:
...     for article in project.corpus():
...         print(article.article.title, len(article.statements))
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from annotator.project import Project, create_project, open_project

__all__ = ["Project", "create_project", "open_project"]
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the project layer offers
    # The window must show before the project layer is imported.
    if name in __all__:
        return getattr(import_module("annotator.project"), name)
    raise AttributeError(name)
