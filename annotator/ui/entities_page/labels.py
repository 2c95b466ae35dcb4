"""The choice of entity labels in forms and tables, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotator.domain import NAMED_LABELS, EntityLabel
from annotator.i18n import gettext as _
from annotator.ui.wordings import LABELS

_CHOICE = tuple(label for label in EntityLabel if label in NAMED_LABELS)
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

Index = QModelIndex | QPersistentModelIndex


def fill_with_labels(box: QComboBox) -> None:
    """Offer all labels that an entity can have; a tooltip says what each stands for."""
    for label in _CHOICE:
        box.addItem(LABELS[label], label.value)
        meaning = f"{_MEANINGS[label]} ({label.value})"
        box.setItemData(box.count() - 1, meaning, Qt.ItemDataRole.ToolTipRole)


class LabelDelegate(QStyledItemDelegate):
    """Lets a label be chosen in its cell."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _at: Index) -> QWidget:
        """Give the list of labels."""
        box = QComboBox(parent)
        fill_with_labels(box)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Choose the label that the entity has."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Pass on the label that was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
