"""Where an analyst decides: the article, its suggestions and the form of what is selected."""

from annotator.ui.workbench.workbench import Workbench

__all__ = ["Workbench"]
