"""Entity labels in words, and their choice in forms and tables."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.i18n import gettext as _

LABELS = tuple(label for label in EntityLabel if label in NAMED_LABELS)
"""The labels that an entity can have, in their usual order."""

_MEANINGS: Mapping[EntityLabel, str] = {
    EntityLabel.PERSON: _("people"),
    EntityLabel.ORG: _("firms, institutions, parties, media"),
    EntityLabel.GPE: _("countries, cities, states"),
    EntityLabel.LOC: _("regions and places"),
    EntityLabel.NORP: _("nationalities and political groups"),
    EntityLabel.PRODUCT: _("products and AI models"),
    EntityLabel.LAW: _("laws, treaties, programmes"),
    EntityLabel.EVENT: _("summits, wars, other events"),
}


def in_words(label: EntityLabel) -> str:
    """The label with what it stands for."""
    return f"{label.value}: {_MEANINGS[label]}"


def fill_with_labels(box: QComboBox, *, brief: bool = False) -> None:
    """Offer all labels, each with what it stands for, if brief only in its tooltip."""
    for label in LABELS:
        box.addItem(label.value if brief else in_words(label), label)
        box.setItemData(box.count() - 1, in_words(label), Qt.ItemDataRole.ToolTipRole)


class LabelDelegate(QStyledItemDelegate):
    """Lets a label be chosen in its cell."""

    def createEditor(
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Give the list of labels."""
        box = QComboBox(parent)
        box.addItems([label.value for label in LABELS])
        return box
