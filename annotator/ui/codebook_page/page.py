"""The page of the codebook: statement types on the left, the editor of the chosen one right."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.domain import Codebook, Kind, StatementType
from annotator.i18n import gettext as _
from annotator.ui.actions import Handlers
from annotator.ui.codebook_page.edits import moved, with_new_type, with_type
from annotator.ui.codebook_page.type_editor import TypeEditor
from annotator.ui.codebook_page.types import TypeList, TypeModel
from annotator.ui.command_button import command_button
from annotator.ui.markdown_editor import MarkdownEditor
from annotator.ui.name_dialog import ask_name
from annotator.ui.page import Page
from annotator.ui.session import Session
from annotator.ui.tables import move_button


class CodebookPage(Page):
    """Changes the codebook; each change is one step that can be undone."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, Kind.CODEBOOK, Kind.STATEMENT)
        self._codebook = Codebook(name="")
        self._model = TypeModel(self)
        self._types = TypeList(self._model)
        self._add = command_button("new_type", _("Add type…"))
        self._up = move_button("type_up", up=True)
        self._down = move_button("type_down", up=False)
        self._name = QLineEdit()
        self._guideline = MarkdownEditor(
            _("General guideline"), _("What holds for statements of every type?")
        )
        self._editor = TypeEditor()
        self._right = QStackedWidget()
        self._lay_out()
        self._connect()

    def reload(self) -> None:
        """Read the codebook again and keep the chosen type."""
        kind = self._current()
        table = self._session.project.codebook
        self._codebook = table.get()
        self._model.load(self._codebook, table.usage())
        self._choose(self._model.row_of(kind.key) if kind else self._first_row())

    def handlers(self) -> Handlers:
        """Give the commands that the page carries out."""
        return {
            "new_type": self._ask_new,
            "type_up": partial(self._move, -1),
            "type_down": partial(self._move, 1),
            "guideline": self._write_guideline,
            **{key: partial(self._in_type, act) for key, act in self._editor.handlers().items()},
        }

    def forget(self) -> None:
        """Drop what was being written and show the next project from its first type on."""
        self._editor.forget()
        self._guideline.drop()
        self._name.clear()
        self._model.load(Codebook(name=""), {})

    def _first_row(self) -> int:
        # the first showing is of a type, later ones of what was chosen
        return min(1, len(self._codebook.types)) if not self._name.text() else 0

    def _choose(self, row: int) -> None:
        self._types.setCurrentIndex(self._model.index(row, 0))
        self._show_current()

    def _lay_out(self) -> None:
        title = QLabel(_("Codebook"))
        title.setProperty("role", "title")
        self._right.addWidget(self._general())
        self._right.addWidget(self._editor)
        self._editor.setContentsMargins(16, 0, 0, 0)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.addWidget(self._left())
        body.addWidget(self._right)
        body.setSizes([288, 712])
        body.setStretchFactor(1, 1)
        body.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(body, 1)

    def _left(self) -> QWidget:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._add)
        buttons.addStretch()
        buttons.addWidget(self._up)
        buttons.addWidget(self._down)
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._types, 1)
        layout.addLayout(buttons)
        return left

    def _general(self) -> QWidget:
        self._name.setAccessibleName(_("Name of the codebook"))
        label = QLabel(_("Name of the codebook"))
        label.setProperty("role", "section")
        label.setBuddy(self._name)
        general = QWidget()
        layout = QVBoxLayout(general)
        layout.setContentsMargins(16, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self._name)
        layout.addSpacing(8)
        layout.addWidget(self._guideline, 1)
        return general

    def _connect(self) -> None:
        self._types.selectionModel().currentRowChanged.connect(self._show_current)
        self._types.move_asked.connect(self._move)
        self._types.delete_asked.connect(partial(self._in_type, self._editor.toggle_retired))
        self._add.clicked.connect(self._ask_new)
        self._up.clicked.connect(lambda: self._move(-1))
        self._down.clicked.connect(lambda: self._move(1))
        self._name.editingFinished.connect(self._rename)
        self._guideline.committed.connect(self._set_guideline)
        self._editor.changed.connect(self._save_type)

    def _current(self) -> StatementType | None:
        return self._model.type_at(self._types.currentIndex().row())

    def _show_current(self) -> None:
        kind, row = self._current(), self._types.currentIndex().row()
        self._up.setEnabled(row > 1)
        self._down.setEnabled(0 < row < self._model.rowCount() - 1)
        if kind is None:
            self._editor.finish()
            self._name.setText(self._codebook.name)
            self._guideline.show_text(self._codebook.guideline)
            self._right.setCurrentIndex(0)
            return
        self._guideline.finish()
        usage = self._session.project.codebook.role_usage(kind.key)
        self._editor.show_type(self._codebook, kind, usage)
        self._right.setCurrentIndex(1)

    def _save(self, change: Callable[[Codebook], Codebook], step: str) -> bool:
        changed = change(self._session.project.codebook.get())
        return bool(self._session.do(lambda project: project.codebook.save(changed, name=step)))

    def _save_type(self, kind: StatementType, step: str) -> None:
        if not self._save(lambda codebook: with_type(codebook, kind), step):
            self.reload()

    def _rename(self) -> None:
        name = self._name.text().strip()
        if name != self._codebook.name:
            self._save(lambda codebook: replace(codebook, name=name), _("Rename codebook"))

    def _set_guideline(self, text: str) -> None:
        self._save(lambda codebook: replace(codebook, guideline=text), _("Change guideline"))

    def _ask_new(self) -> None:
        name = ask_name(self, _("New statement type"), _("Name of the statement type"))
        if name and self._save(
            lambda codebook: with_new_type(codebook, name), _("Add statement type")
        ):
            self._choose(self._model.rowCount() - 1)

    def _write_guideline(self) -> None:
        if self._current() is None:
            self._guideline.edit()
        else:
            self._editor.write_guideline()

    def _move(self, by: int) -> None:
        row = self._types.currentIndex().row()
        if row < 1 or not 1 <= row + by < self._model.rowCount():
            return
        self._save(
            lambda codebook: replace(codebook, types=moved(codebook.types, row - 1, by)),
            _("Move statement type"),
        )

    def _in_type(self, act: Callable[[], object]) -> None:
        """Do what concerns the chosen type; the row of the codebook itself has none."""
        if self._current() is not None:
            act()
