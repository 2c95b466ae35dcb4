"""All commands by menu with the keys that they have now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from annotator.formats import listing
from annotator.i18n import gettext as _
from annotator.ui.actions import command, commands
from annotator.ui.command import MENU_TITLES, Command, Menu, in_words
from annotator.ui.keymap import is_changed
from annotator.ui.plain import plain

_KEY = Qt.ItemDataRole.UserRole
_TEXT, _KEYS = range(2)


class KeysTree(QTreeWidget):
    """Shows a row a command; `asked` follows when one is to be given a key."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Commands and their keys"))
        self.setHeaderLabels([_("Command"), _("Keys")])
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self._menus = {menu: self._menu(menu) for menu in Menu}
        self._rows = {entry.key: self._row(entry) for entry in commands()}
        self.expandAll()
        self.itemActivated.connect(lambda _item: self.asked.emit())
        self.show_keys()
        self.setCurrentItem(self._rows[commands()[0].key])

    def current(self) -> Command | None:
        """The command of the current row; None on that of a menu."""
        item = self.currentItem()
        key = item.data(_TEXT, _KEY) if item is not None else None
        return command(key) if key else None

    def show_keys(self) -> None:
        """Show the keys that are in use now; those that were changed are bold."""
        for key, row in self._rows.items():
            entry = command(key)
            row.setText(_KEYS, listing(map(in_words, entry.shortcuts)))
            font = self.font()
            font.setBold(is_changed(entry))
            row.setFont(_KEYS, font)

    def show_only(self, wanted: str) -> None:
        """Show the commands whose text or keys hold these words."""
        words = plain(wanted).split()
        for row in self._rows.values():
            held = plain(f"{row.text(_TEXT)} {row.text(_KEYS)}")
            row.setHidden(not all(word in held for word in words))
        for menu in self._menus.values():
            rows = [row for row in self._rows.values() if row.parent() is menu]
            menu.setHidden(all(row.isHidden() for row in rows))
        shown = [row for row in self._rows.values() if not row.isHidden()]
        if shown and self.currentItem() not in shown:
            self.setCurrentItem(shown[0])
        current = self.currentItem()
        if current is not None:
            self.scrollToItem(current)

    def _menu(self, menu: Menu) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self, [MENU_TITLES[menu].replace("&", "")])
        font = self.font()
        font.setBold(True)
        item.setFont(_TEXT, font)
        return item

    def _row(self, entry: Command) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self._menus[entry.menu], [entry.text.rstrip("…")])
        item.setData(_TEXT, _KEY, entry.key)
        return item
