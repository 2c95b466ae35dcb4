"""The box that orders the list of articles."""

from PySide6.QtWidgets import QComboBox

from annotator.domain import ArticleOrder
from annotator.i18n import gettext as _

_LETTERS = 8


def order_box() -> QComboBox:
    """Give a box with all orders, each with its ArticleOrder."""
    box = QComboBox(minimumContentsLength=_LETTERS)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setToolTip(_("Order of the list"))
    box.setAccessibleName(_("Order of the list"))
    for text, order in (
        (_("Last imported"), ArticleOrder.LATEST_IMPORT),
        (_("Newest"), ArticleOrder.NEWEST),
        (_("Oldest"), ArticleOrder.OLDEST),
        (_("Title"), ArticleOrder.TITLE),
        (_("Title, Z to A"), ArticleOrder.TITLE_DOWN),
        (_("Source"), ArticleOrder.SOURCE),
        (_("Source, Z to A"), ArticleOrder.SOURCE_DOWN),
        (_("Language"), ArticleOrder.LANGUAGE),
        (_("Language, Z to A"), ArticleOrder.LANGUAGE_DOWN),
        (_("Most statements"), ArticleOrder.MOST_STATEMENTS),
        (_("Fewest statements"), ArticleOrder.FEWEST_STATEMENTS),
        (_("Most pending"), ArticleOrder.MOST_PENDING),
        (_("Fewest pending"), ArticleOrder.FEWEST_PENDING),
        (_("Done first"), ArticleOrder.DONE_FIRST),
        (_("Done last"), ArticleOrder.DONE_LAST),
    ):
        box.addItem(text, order)
    return box
