"""The values of one role as chips, with a field for more."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from annotator.domain import Role, RoleKind, RoleValue
from annotator.formats import listing
from annotator.i18n import gettext as _
from annotator.ui.flow import FlowLayout
from annotator.ui.forms.drafts import as_value
from annotator.ui.forms.money_fields import MoneyFields
from annotator.ui.forms.text_field import TextField
from annotator.ui.forms.value_chip import ValueChip
from annotator.ui.messages import set_property

Typed = Callable[[Role, str], RoleValue | None]


class RoleEditor(QWidget):
    """Edits the values of a role; `changed` carries all of them, `focused` tells of use.

    Typed words become a value by `typed`, or None if the role cannot hold them; a value of a
    role that holds one replaces the other.
    """

    changed = Signal(object)
    focused = Signal()

    def __init__(self, role: Role, typed: Typed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._typed = typed
        self._values: tuple[RoleValue, ...] = ()
        self._opened: int | None = None
        self._sum_at = -1
        self._armed = False
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=4)
        self._field = TextField(role.name, _hint(role))
        self._money = MoneyFields()
        self._lay_out()
        self._field.written.connect(self._write)
        self._field.focused.connect(self.focused)
        self._field.emptied.connect(self._remove_last)
        self._field.textChanged.connect(self._note_text)
        self._money.focused.connect(self.focused)
        self._money.changed.connect(self._change_sum)

    def show_values(self, values: Sequence[RoleValue]) -> None:
        """Show these values; what is being written stays."""
        if tuple(values) != self._values:
            self._keep(tuple(values))

    def offer(self, names: QAbstractItemModel) -> None:
        """Complete what is typed from these names."""
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # the field takes the completion after this signal, and only then can it be kept
        completer.activated.connect(self._field.write, Qt.ConnectionType.QueuedConnection)
        self._field.setCompleter(completer)

    def fill(self, words: RoleValue) -> None:
        """Take words of the text as a value, in place of the one that is open."""
        value = as_value(self.role.key, self.role.kind, words)
        if self._opened is None:
            self._add(value)
        else:
            self._replace(self._opened, value)

    def show_armed(self, on: bool) -> None:  # noqa: FBT001 (like setVisible)
        """Show the field for more while the role is the current one, or empty."""
        self._armed = on
        if not on and self._opened is not None:
            self._field.show_text("")
        self._show_sum()
        self._show_field()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the field."""
        super().focusInEvent(event)
        self.focused.emit()
        self._field.setFocus(event.reason())

    def take_focus(self) -> None:
        """Put the cursor into the field."""
        self._field.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._chips, self._money, self._field):
            column.addWidget(part)
        self._refresh()

    def _refresh(self) -> None:
        self._flow.clear()
        for place, value in enumerate(self._values):
            chip = ValueChip(value, self._chips)
            chip.opened.connect(lambda place=place: self._open(place))
            chip.removed.connect(lambda place=place: self._remove(place))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._values))
        self._show_sum()
        self._show_field()

    def _show_field(self) -> None:
        wanted = self._armed or not self._values
        self._field.setVisible(wanted)
        # Tab must still lead to a role whose field is away
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if wanted else Qt.FocusPolicy.TabFocus)

    def _show_sum(self) -> None:
        is_sum = self.role.kind is RoleKind.MONEY and self._values and self._armed
        self._money.show_value(self._values[self._sum_at] if is_sum else None)

    def _open(self, place: int) -> None:
        self.focused.emit()
        self._sum_at = place
        self._show_sum()
        self._field.setFocus()
        self._field.open_text(self._values[place].text)
        self._opened = place

    def _note_text(self, text: str) -> None:
        set_property(self._field, "invalid", False)
        if not text:
            self._opened = None

    def _write(self, text: str) -> None:
        if not text:
            return
        value = self._typed(self.role, text)
        if value is None:
            set_property(self._field, "invalid", True)
            return
        opened = self._opened
        self._field.show_text("")
        self._field.clear()
        if opened is None:
            self._add(value)
        else:
            self._replace(opened, value)

    def _add(self, value: RoleValue) -> None:
        others = self._values if self.role.many else ()
        if value not in others:
            self._tell((*others, value))

    def _replace(self, place: int, value: RoleValue) -> None:
        self._field.show_text("")
        others = (*self._values[:place], *self._values[place + 1 :])
        kept = () if value in others else (value,)
        self._tell((*self._values[:place], *kept, *self._values[place + 1 :]))

    def _remove(self, place: int) -> None:
        self.focused.emit()
        self._tell((*self._values[:place], *self._values[place + 1 :]))

    def _remove_last(self) -> None:
        if self._values:
            self._remove(len(self._values) - 1)

    def _change_sum(self, value: RoleValue) -> None:
        values = list(self._values)
        values[self._sum_at] = value
        self._tell(tuple(values))

    def _tell(self, values: tuple[RoleValue, ...]) -> None:
        if values != self._values:
            self._keep(values)
            self.changed.emit(values)

    def _keep(self, values: tuple[RoleValue, ...]) -> None:
        if len(values) != len(self._values):
            self._sum_at = -1
        self._values = values
        self._opened = None
        self._refresh()


def _hint(role: Role) -> str:
    if role.kind is RoleKind.ENTITY:
        return _("click a mention, or type")
    if role.kind is RoleKind.DATE:
        return _("2025-01-31, or words of the text")
    if role.kind is RoleKind.MONEY:
        return _("€5 million, or click a sum")
    if role.kind is RoleKind.CHOICE:
        return listing(role.choices)
    return _("type, or take words of the text (F)")
