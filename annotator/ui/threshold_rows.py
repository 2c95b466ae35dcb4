"""How sure a suggestion must be: a row for each statement type that is suggested."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from annotator.domain import StatementType, Thresholds
from annotator.formats import listing
from annotator.i18n import gettext as _
from annotator.ui.languages import language_name
from annotator.ui.swatch import type_swatch
from annotator.ui.widgets import button, words

_STEP = 5


class PercentBox(QSpinBox):
    """So many per cent; it goes up and down to round numbers, also from one that is not."""

    def __init__(self, name: str) -> None:
        super().__init__(minimum=_STEP, maximum=100 - _STEP, suffix=_(" %"))
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def stepBy(self, steps: int) -> None:
        """Go to the next multiples of five."""
        value = self.value()
        passed = value // _STEP if steps > 0 else -(-value // _STEP)
        self.setValue((passed + steps) * _STEP)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the area around, which scrolls by it."""
        event.ignore()


class ThresholdRows(QWidget):
    """Shows thresholds and lets them be changed; `changed` tells that they were.

    What stands at the default of all pipelines is not set: it follows them. Where their defaults
    differ, any figure that was chosen is set, for it holds for all of them.
    """

    changed = Signal()

    def __init__(self, types: Sequence[StatementType], thresholds: Thresholds) -> None:
        super().__init__()
        self._types = types
        self._thresholds = dict(thresholds)
        self._defaults: dict[str, tuple[int, ...]] = {}
        self._boxes = {
            kind.key: PercentBox(_("How sure: {type}").format(type=kind.name)) for kind in types
        }
        self._hints = {kind.key: words("", "muted", wrap=False) for kind in types}
        self._reset = button(_("Defaults"), _("Leave it to the pipeline how sure it must be"))
        self._reset.clicked.connect(self._forget)
        self.setToolTip(_("Higher: fewer and surer suggestions. Lower: more of them."))
        self._lay_out()

    def thresholds(self) -> Thresholds:
        """Give what is set, by type."""
        return dict(self._thresholds)

    def show_defaults(self, defaults: Mapping[str, Thresholds]) -> None:
        """Show what pipelines, by language, go by of themselves; a type not set takes the first."""
        for key, hint in self._hints.items():
            of_languages = {language: _percent(each[key]) for language, each in defaults.items()}
            self._defaults[key] = tuple(of_languages.values())
            hint.setText(_said(of_languages))
        self._show()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        grid.addWidget(words(_("How sure a suggestion must be"), "section"), 0, 0, 1, 4)
        for row, kind in enumerate(self._types, 1):
            mark, name, box = words(), words(kind.name, wrap=False), self._boxes[kind.key]
            mark.setPixmap(type_swatch(kind.colour).pixmap(12))
            name.setBuddy(box)
            box.valueChanged.connect(lambda value, key=kind.key: self._set(key, value))
            for column, widget in enumerate((mark, name, box)):
                grid.addWidget(widget, row, column)
            grid.addWidget(self._hints[kind.key], row, 3, 1, 2)
        grid.addWidget(self._reset, 0, 4)

    def _set(self, key: str, percent: int) -> None:
        if {percent} == set(self._defaults[key]):
            self._thresholds.pop(key, None)
        else:
            self._thresholds[key] = percent / 100
        self._reset.setEnabled(bool(self._thresholds))
        self.changed.emit()

    def _forget(self) -> None:
        self._thresholds.clear()
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        for key, box in self._boxes.items():
            chance = self._thresholds.get(key)
            box.blockSignals(True)
            box.setValue(self._defaults[key][0] if chance is None else _percent(chance))
            box.blockSignals(False)
        self._reset.setEnabled(bool(self._thresholds))


def _percent(chance: float) -> int:
    return round(100 * chance)


def _said(of_languages: Mapping[str, int]) -> str:
    """The default, or the default of each language where they differ."""
    if len(set(of_languages.values())) == 1:
        return _("Default {percent} %").format(percent=next(iter(of_languages.values())))
    each = (
        _("{percent} % ({language})").format(percent=percent, language=language_name(language))
        for language, percent in of_languages.items()
    )
    return _("Default {each}").format(each=listing(each))
