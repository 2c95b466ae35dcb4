"""The statement types as buttons, each with its key and its colour."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QToolButton, QWidget

from annotator.domain import Codebook, StatementType
from annotator.i18n import gettext as _
from annotator.ui.flow import FlowLayout
from annotator.ui.swatch import BUTTON_SWATCH, swatch
from annotator.ui.widgets import tool_button


class TypeChips(QWidget):
    """Offers the types in use; `chosen` carries the key of the one that was pressed."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[StatementType, ...] = ()
        self._group = QButtonGroup(self)
        self._flow = FlowLayout(self, gap=4)
        self._buttons: dict[str, QToolButton] = {}

    def show_type(self, key: str, codebook: Codebook) -> None:
        """Press the button of that type; a retired one is offered only while it is in use."""
        offered = tuple(kind for kind in codebook.types if not kind.retired or kind.key == key)
        if offered != self._shown:
            self._shown = offered
            self._build()
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the colours anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for kind in self._shown:
                self._buttons[kind.key].setIcon(swatch(kind.colour, gap=True))

    def _build(self) -> None:
        self._flow.clear()
        self._buttons = {kind.key: self._button(kind) for kind in self._shown}
        for button in self._buttons.values():
            self._group.addButton(button)
            self._flow.addWidget(button)
            button.show()

    def _button(self, kind: StatementType) -> QToolButton:
        name = _("{type} (retired)").format(type=kind.name) if kind.retired else kind.name
        tip = _("Make it a statement of type {type}").format(type=name)
        button = tool_button(name.replace("&", "&&"), tip, checkable=True)
        button.setIcon(swatch(kind.colour, gap=True))
        button.setIconSize(BUTTON_SWATCH)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setProperty("typeChip", True)
        button.setAccessibleName(_("Type: {type}").format(type=name))
        button.clicked.connect(lambda: self.chosen.emit(kind.key))
        return button
