"""The filters above the article list."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from annotator.domain import ArticleFilter
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.command_button import command_button
from annotator.ui.languages import language_name
from annotator.ui.messages import set_property


class ArticleFilters(QWidget):
    """Asks for source, language, dates, type and state; `changed` after each choice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = _choice(_("Any source"))
        self._language = _choice(_("Any language"))
        self._tagged = _choice(_("Any type"))
        self._done = _choice(_("Done or not"))
        self._done.addItem(_("Not done"), False)
        self._done.addItem(_("Done"), True)
        self._pending = _choice(_("Pending or not"))
        self._pending.addItem(_("With pending suggestions"), True)
        self._pending.addItem(_("Nothing pending"), False)
        self._from = _day(_("Published from"))
        self._to = _day(_("Published to"))
        self._undated = QCheckBox(_("Only undated articles"))
        self._flagged = QCheckBox(_("Only with flagged suggestions"))
        self._clear = command_button("clear_filters")
        self.setFocusProxy(self._source)
        self._lay_out()
        self._connect()

    def chosen(self) -> ArticleFilter:
        """Give the filter as chosen; a day that cannot be read asks for nothing."""
        undated = self._undated.isChecked()
        return ArticleFilter(
            source=self._source.currentData() or "",
            language=self._language.currentData() or "",
            tagged=self._tagged.currentData() or "",
            published_from=None if undated else _read_day(self._from),
            published_to=None if undated else _read_day(self._to),
            undated=undated,
            done=self._done.currentData(),
            pending=self._pending.currentData(),
            flagged=self._flagged.isChecked(),
        )

    def count(self) -> int:
        """Count the filters in use."""
        lists = (self._source, self._language, self._tagged, self._done, self._pending)
        dates = self._undated.isChecked() or _read_day(self._from) or _read_day(self._to)
        chosen = sum(box.currentIndex() > 0 for box in lists)
        return chosen + bool(dates) + self._flagged.isChecked()

    def show_project(self, project: Project) -> None:
        """Offer what the project holds; a choice that is still there is kept."""
        _fill(self._source, {source: source for source in project.articles.sources()})
        _fill(self._language, {code: language_name(code) for code in project.articles.languages()})
        _fill(self._tagged, {kind.key: kind.name for kind in project.codebook.get().types})

    def clear(self) -> None:
        """Ask for nothing."""
        for box in (self._source, self._language, self._tagged, self._done, self._pending):
            box.setCurrentIndex(0)
        self._from.clear()
        self._to.clear()
        self._undated.setChecked(False)
        self._flagged.setChecked(False)

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        days.addWidget(self._from)
        days.addWidget(QLabel(_("to")))
        days.addWidget(self._to)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 8)
        form.setVerticalSpacing(6)
        form.addRow(_("Source"), self._source)
        form.addRow(_("Dates"), days)
        form.addRow("", self._undated)
        form.addRow(_("Language"), self._language)
        form.addRow(_("Tagged as"), self._tagged)
        form.addRow(_("State"), self._done)
        form.addRow("", self._pending)
        form.addRow("", self._flagged)
        form.addRow("", self._clear)

    def _connect(self) -> None:
        for box in (self._source, self._language, self._tagged, self._done, self._pending):
            box.currentIndexChanged.connect(self.changed)
        for field in (self._from, self._to):
            field.textChanged.connect(lambda _text, field=field: self._check_day(field))
        self._undated.toggled.connect(self._from.setDisabled)
        self._undated.toggled.connect(self._to.setDisabled)
        self._undated.toggled.connect(self.changed)
        self._flagged.toggled.connect(self.changed)
        self._clear.clicked.connect(self.clear)

    def _check_day(self, field: QLineEdit) -> None:
        complete = not field.text().strip() or _read_day(field) is not None
        set_property(field, "invalid", not complete)
        if complete:
            self.changed.emit()


def _choice(anything: str) -> QComboBox:
    box = QComboBox()
    box.addItem(anything, None)
    box.setAccessibleName(anything)
    box.setMinimumContentsLength(8)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _day(name: str) -> QLineEdit:
    field = QLineEdit(placeholderText="2025-01-31", maxLength=10)
    field.setToolTip(name)
    field.setAccessibleName(name)
    return field


def _read_day(field: QLineEdit) -> date | None:
    try:
        return date.fromisoformat(field.text().strip())
    except ValueError:
        return None


def _fill(box: QComboBox, names: dict[str, str]) -> None:
    kept = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for key, name in names.items():
        box.addItem(name, key)
    box.setCurrentIndex(max(box.findData(kept), 0) if kept else 0)
    box.blockSignals(False)
