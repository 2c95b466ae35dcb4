"""Finds the articles that the list shows."""

from collections.abc import Iterator

from annotator.domain import ArticleFilter
from annotator.project import Project
from annotator.ui.row_ids import RowIds


class ArticleIds(RowIds[ArticleFilter]):
    """Streams the ids of the articles that a filter lets through, in its order."""

    def find(self, reader: Project, wanted: ArticleFilter) -> Iterator[int]:
        """Give the ids of these articles."""
        return reader.articles.ids(wanted)
