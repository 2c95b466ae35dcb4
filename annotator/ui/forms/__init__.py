"""The form of the selected annotation, or of the suggestion that is being corrected."""

from annotator.ui.forms.panel import FormPanel

__all__ = ["FormPanel"]
