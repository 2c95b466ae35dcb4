"""The page that lists what is tagged and suggested in all articles."""

from annotator.ui.annotations_page.page import AnnotationsPage

__all__ = ["AnnotationsPage"]
