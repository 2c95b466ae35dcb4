"""Bounds and currency of a sum, to be corrected where the words were not understood."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from annotator.domain import Money, RoleValue
from annotator.formats import read_number
from annotator.i18n import gettext as _
from annotator.i18n import language
from annotator.ui.forms.text_field import TextField
from annotator.ui.messages import set_property
from annotator.ui.wordings import amount

_CURRENCY_LENGTH = 3
_NOTHING = Money(None, None)


class MoneyFields(QWidget):
    """From, to and currency of one value; `changed` carries the value with what was written."""

    changed = Signal(object)
    focused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: RoleValue | None = None
        self._low = TextField(_("Lower bound"), _("from"))
        self._high = TextField(_("Upper bound"), _("to"))
        self._currency = TextField(_("Currency"), _("EUR"))
        self._currency.setMaxLength(_CURRENCY_LENGTH)
        self._currency.setFixedWidth(48)
        self._low.setToolTip(_("Lower bound in units of the currency; empty if it is open"))
        self._high.setToolTip(_("Upper bound in units of the currency; empty if it is open"))
        self._currency.setToolTip(_("Currency, three letters as EUR or USD"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for field in self._fields():
            row.addWidget(field)
            field.setProperty("compact", True)
            field.written.connect(lambda _text: self._write())
            field.focused.connect(self.focused)

    def show_value(self, value: RoleValue | None) -> None:
        """Show the sum of a value; with None stay away."""
        self._value = value
        self.setVisible(value is not None)
        money = (value.money if value else None) or _NOTHING
        self._low.show_text(_written(money.low))
        self._high.show_text(_written(money.high))
        self._currency.show_text(money.currency or "")
        self._check()

    def _fields(self) -> tuple[TextField, TextField, TextField]:
        return self._low, self._high, self._currency

    def _write(self) -> None:
        if self._check() and self._value is not None:
            currency = self._currency.text().strip().upper() or None
            money = Money(_number(self._low.text()), _number(self._high.text()), currency)
            known = money != _NOTHING
            self.changed.emit(replace(self._value, money=money if known else None))

    def _check(self) -> bool:
        right = True
        for field in (self._low, self._high):
            wrong = bool(field.text().strip()) and _number(field.text()) is None
            set_property(field, "invalid", wrong)
            right = right and not wrong
        return right


def _number(text: str) -> float | None:
    # the expressions for sums are compiled when the first one is written
    from annotator.nlp.sums import find_sums  # noqa: PLC0415

    try:
        return read_number(text)
    except ValueError:
        sums = find_sums(f"€{text.strip()}", language)
        return sums[0].money.low if sums else None


def _written(number: float | None) -> str:
    return amount(number) if number is not None else ""
