"""All places of the same words: a list with ticks, and tagging those that are ticked."""

from annotator.ui.occurrences.dialog import OccurrenceDialog

__all__ = ["OccurrenceDialog"]
