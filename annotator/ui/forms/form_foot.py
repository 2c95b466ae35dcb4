"""The foot of the form: it saves a correction, or asks what becomes of one that is not saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.i18n import gettext as _
from annotator.ui.actions import command


class FormFoot(QWidget):
    """Offers to save or leave; while it asks, to save, to drop or to keep on correcting."""

    save_asked = Signal()
    leave_asked = Signal()
    drop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QWidget()
        self._words = QLabel(_("The correction is not saved yet."), wordWrap=True)
        self._save = QPushButton(_("Save and go on"))
        self._leave = QPushButton()
        self._drop = QPushButton(_("Drop it"))
        self._dress()
        self._lay_out()
        self._save.clicked.connect(self.save_asked)
        self._leave.clicked.connect(self.leave_asked)
        self._drop.clicked.connect(self.drop_asked)
        self.rest()

    @property
    def is_asking(self) -> bool:
        """Whether it asks what becomes of the correction."""
        return not self._question.isHidden()

    def ask(self) -> None:
        """Ask what becomes of the correction; the focus is on the answer that loses nothing."""
        self._question.show()
        self._leave.setText(_("Keep on"))
        self._leave.setToolTip(_("Go on correcting (Esc)"))
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)

    def rest(self) -> None:
        """Ask nothing."""
        self._question.hide()
        self._leave.setText(_("Cancel"))
        self._leave.setToolTip(_("Leave the suggestion pending (Esc)"))

    def _dress(self) -> None:
        entry = command("save_correction")
        tip = _("{command} (Enter; {key} from within a field)")
        self._save.setToolTip(tip.format(command=entry.text, key=entry.first_key))
        self._save.setProperty("primary", True)
        self._drop.setProperty("compact", True)
        self._drop.setToolTip(_("Forget the changes and leave the suggestion pending"))

    def _lay_out(self) -> None:
        asking = QHBoxLayout(self._question)
        asking.setContentsMargins(0, 0, 0, 0)
        asking.addWidget(self._words, 1)
        asking.addWidget(self._drop)
        buttons = QHBoxLayout()
        buttons.addWidget(self._save, 1)
        buttons.addWidget(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addLayout(buttons)
        QWidget.setTabOrder(self._save, self._drop)
        QWidget.setTabOrder(self._drop, self._leave)
