"""Small pieces that panels and dialogs are made of."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QPushButton,
    QToolButton,
)

from annotator.i18n import gettext as _
from annotator.ui.messages import set_property


def button(text: str, tip: str = "", *, look: str = "") -> QPushButton:
    """Give a button in one of the looks of the stylesheet: primary, quiet, link."""
    made = QPushButton(text, autoDefault=False)
    made.setToolTip(tip)
    if look:
        made.setProperty(look, True)
    return made


def tool_button(text: str, tip: str, *, checkable: bool = False) -> QToolButton:
    """Give a flat button, with its tip as its name where it shows an icon only."""
    made = QToolButton()
    made.setText(text)
    made.setToolTip(tip)
    made.setAccessibleName(text if text.isalnum() else tip)
    made.setCheckable(checkable)
    return made


def frame(name: str) -> QFrame:
    """Give a frame that the stylesheet knows by that name."""
    made = QFrame()
    made.setObjectName(name)
    return made


def words(text: str = "", role: str = "", *, wrap: bool = True) -> QLabel:
    """Give a label in one of the roles of the stylesheet: title, heading, section, muted, bad …."""
    label = QLabel(text, wordWrap=wrap)
    label.setProperty("role", role)
    return label


def say(label: QLabel, text: str, role: str) -> None:
    """Change what a label says and in which role; hide it when there is nothing to say."""
    label.setText(text)
    label.setVisible(bool(text))
    set_property(label, "role", role)


def closing_buttons(
    dialog: QDialog, text: str, *, leave: str = ""
) -> tuple[QDialogButtonBox, QPushButton]:
    """Give Cancel and the button that does what the dialog is for, connected to it.

    `leave` is said instead of Cancel where there is nothing to be cancelled.
    """
    box = QDialogButtonBox()
    act = box.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    cancel = box.addButton(leave or _("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
    act.setDefault(True)
    # its bold text is only given room if it is bold in every state
    act.setProperty("primary", True)
    cancel.setAutoDefault(False)
    box.accepted.connect(dialog.accept)
    box.rejected.connect(dialog.reject)
    return box, act
