"""The article view: a text with marks painted over it, and the legend of its layers."""

from annotator.ui.article_view.legend import LayerLegend
from annotator.ui.article_view.mark import Form, Layer, Mark
from annotator.ui.article_view.view import ArticleView

__all__ = ["ArticleView", "Form", "Layer", "LayerLegend", "Mark"]
