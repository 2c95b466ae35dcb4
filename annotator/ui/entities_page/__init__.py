"""The page of entities: names, aliases, notes, merging, and where each is named."""

from annotator.ui.entities_page.page import EntitiesPage

__all__ = ["EntitiesPage"]
