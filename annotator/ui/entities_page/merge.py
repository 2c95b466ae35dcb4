"""Merging entities: which name stays, and what that will change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Entity
from annotator.formats import digits, in_quotes, listing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.ui.wordings import LABELS


@dataclass(frozen=True, slots=True)
class Weight:
    """How many mentions and role values stand for an entity."""

    mentions: int
    values: int


class MergeDialog(QDialog):
    """Asks which of several entities stays; the one with most mentions is chosen at first."""

    def __init__(
        self,
        entities: Sequence[Entity],
        weights: Mapping[int, Weight],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entities = sorted(
            entities, key=lambda entity: (-weights[entity.id].mentions, entity.name)
        )
        self._weights = weights
        self._choice = QButtonGroup(self)
        self._preview = QLabel()
        self._build()
        self._choice.idClicked.connect(self._show_preview)
        self._show_preview()

    @property
    def kept(self) -> Entity:
        """The entity that stays."""
        return self._entities[self._choice.checkedId()]

    def _build(self) -> None:
        self.setWindowTitle(_("Merge entities"))
        self.setMinimumWidth(440)
        title = QLabel(_("Which name stays?"))
        title.setProperty("role", "heading")
        self._preview.setWordWrap(True)
        self._preview.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(self._choices())
        layout.addWidget(self._preview)
        layout.addWidget(self._buttons())

    def _choices(self) -> QWidget:
        names = QWidget()
        layout = QVBoxLayout(names)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, entity in enumerate(self._entities):
            choice = QRadioButton(f"{entity.name}  ({LABELS[entity.label]})".replace("&", "&&"))
            choice.setChecked(number == 0)
            self._choice.addButton(choice, number)
            layout.addWidget(choice)
        area = QScrollArea()
        area.setWidget(names)
        area.setWidgetResizable(True)
        area.setMinimumHeight(min(240, names.sizeHint().height() + 4))
        return area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(_("Merge"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _show_preview(self) -> None:
        self._preview.setText(what_changes(self._entities, self.kept, self._weights))


def what_changes(entities: Sequence[Entity], kept: Entity, weights: Mapping[int, Weight]) -> str:
    """What merging `entities` into `kept` will do, in words."""
    others = [entity for entity in entities if entity.id != kept.id]
    names = [name for entity in others for name in (entity.name, *entity.aliases)]
    joined = [name for name in dict.fromkeys(names) if name not in {kept.name, *kept.aliases}]
    mentions = sum(weights[entity.id].mentions for entity in others)
    values = sum(weights[entity.id].values for entity in others)
    parts = [
        ngettext(
            "“{name}” gets the alias {aliases}.",
            "“{name}” gets the aliases {aliases}.",
            len(joined),
        ).format(name=kept.name, aliases=listing(map(in_quotes, joined))),
        _("{mentions} and {values} will stand for it.").format(
            mentions=ngettext("{n} more mention", "{n} more mentions", mentions).format(
                n=digits(mentions)
            ),
            values=ngettext("{n} more role value", "{n} more role values", values).format(
                n=digits(values)
            ),
        ),
        _("Undo takes it all back."),
    ]
    return " ".join(parts)
