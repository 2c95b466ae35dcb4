"""The page of the overview: counts, charts and tables, each leading to its sentences."""

from annotator.ui.overview_page.page import OverviewPage

__all__ = ["OverviewPage"]
