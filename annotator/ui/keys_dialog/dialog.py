"""Change keys: a list of all commands, and a field that takes the key for one of them."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QKeySequenceEdit,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Codebook
from annotator.formats import in_quotes, listing
from annotator.i18n import gettext as _
from annotator.ui.actions import Keys
from annotator.ui.command import in_words
from annotator.ui.keymap import (
    holders,
    is_changed,
    objection,
    with_key,
    with_no_key,
    with_own_keys,
)
from annotator.ui.keys_dialog.tree import KeysTree
from annotator.ui.messages import ask
from annotator.ui.widgets import button, say, words

_SIZE = (640, 640)


class KeysDialog(QDialog):
    """Asks for keys; `chosen` carries all that differ from those of the table, at each change."""

    chosen = Signal(object)

    def __init__(self, keys: Keys, codebook: Codebook | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._codebook = codebook
        self._search = QLineEdit(clearButtonEnabled=True)
        self._tree = KeysTree()
        self._name = words("", "heading")
        self._edit = QKeySequenceEdit()
        self._use = button("", look="primary")
        self._none = button(_("No key"), _("Leave the command without a key"))
        self._reset = button(_("Reset"), _("Give the command the keys it came with"))
        self._reset_all = button(_("Reset all…"), _("Give all commands the keys they came with"))
        self._close = button(_("Close"))
        self._told = words()
        self._lay_out()
        self._connect()
        self._show_current()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Change keys"))
        self.resize(*_SIZE)
        self._search.setPlaceholderText(_("Search commands and keys"))
        self._search.setAccessibleName(_("Search commands and keys"))
        self._edit.setMaximumSequenceLength(1)
        self._edit.setClearButtonEnabled(True)
        self._edit.setAccessibleName(_("New key"))
        foot = QHBoxLayout()
        foot.addWidget(self._reset_all)
        foot.addStretch()
        foot.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._search)
        column.addWidget(self._tree, 1)
        column.addWidget(self._panel())
        column.addLayout(foot)

    def _panel(self) -> QFrame:
        panel = QFrame()
        panel.setProperty("panel", True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._edit, 1)
        for part in (self._use, self._none, self._reset):
            row.addWidget(part)
        column = QVBoxLayout(panel)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._name)
        column.addLayout(row)
        column.addWidget(self._told)
        # room for two lines, so that what is said moves nothing
        self._told.setMinimumHeight(2 * self._told.fontMetrics().lineSpacing())
        return panel

    def _connect(self) -> None:
        self._search.textChanged.connect(self._tree.show_only)
        self._tree.currentItemChanged.connect(self._show_current)
        self._tree.asked.connect(self._edit.setFocus)
        self._edit.keySequenceChanged.connect(self._judge)
        self._use.clicked.connect(self._use_key)
        self._none.clicked.connect(self._use_none)
        self._reset.clicked.connect(self._use_own)
        self._reset_all.clicked.connect(self._use_all_own)
        self._close.clicked.connect(self.accept)

    def _key(self) -> str:
        return self._edit.keySequence().toString(QKeySequence.SequenceFormat.PortableText)

    def _show_current(self) -> None:
        entry = self._tree.current()
        self._name.setText(entry.text.rstrip("…") if entry else _("Choose a command"))
        may_change = entry is not None and not entry.is_fixed
        self._edit.setEnabled(may_change)
        self._edit.clear()
        self._none.setEnabled(may_change and bool(entry and entry.shortcuts))
        self._reset.setEnabled(may_change and bool(entry and is_changed(entry)))
        self._judge()

    def _judge(self) -> None:
        """Say what the key would mean, and whether it can be had."""
        entry, key = self._tree.current(), self._key()
        self._use.setText(_("Use this key"))
        self._use.setEnabled(False)
        if entry is None or entry.is_fixed or not key:
            self._say(self._advice(), "muted")
            return
        problem = objection(entry, key, self._codebook)
        if problem:
            self._say(problem, "bad")
            return
        self._use.setEnabled(True)
        held = [in_quotes(other.text.rstrip("…")) for other in holders(entry, key)]
        if held:
            self._use.setText(_("Take it over"))
            taken = _("“{key}” is the key of {commands}, which would go without it.")
            self._say(taken.format(key=in_words(key), commands=listing(held)), "warn")
        else:
            self._say(_("“{key}” is free.").format(key=in_words(key)), "good")

    def _advice(self) -> str:
        entry = self._tree.current()
        if entry is None:
            return ""
        if entry.key == "tag_statement":
            return _("The keys of the statement types are changed on the page of the codebook.")
        if entry.is_fixed:
            return _("These keys belong to the list or the form that has the focus; they stay.")
        return _("Click into the field, then press the new key.")

    def _say(self, sentence: str, role: str) -> None:
        say(self._told, sentence, role)
        self._told.show()

    def _use_key(self) -> None:
        entry, key = self._tree.current(), self._key()
        if entry is not None:
            self._apply(with_key(self._keys, entry, key))
            said = _("“{key}” is the key of “{command}” now.")
            self._say(said.format(key=in_words(key), command=entry.text.rstrip("…")), "good")

    def _use_none(self) -> None:
        entry = self._tree.current()
        if entry is not None:
            self._apply(with_no_key(self._keys, entry))

    def _use_own(self) -> None:
        entry = self._tree.current()
        if entry is not None:
            self._apply(with_own_keys(self._keys, entry))

    def _use_all_own(self) -> None:
        if ask(self, _("Give all commands the keys they came with?"), yes=_("Reset all")):
            self._apply({})

    def _apply(self, keys: Keys) -> None:
        self._keys = keys
        self.chosen.emit(keys)
        self._tree.show_keys()
        self._show_current()
        self._tree.setFocus()
