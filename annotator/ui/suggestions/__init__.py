"""The suggestions of the article on show, as a stream on which the coder decides."""

from annotator.ui.suggestions.stream import SuggestionStream

__all__ = ["SuggestionStream"]
