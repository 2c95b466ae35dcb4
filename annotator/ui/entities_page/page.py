"""The page of entities: search and table on the left, the chosen one and its sentences right."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
)

from annotator.domain import Changes, Entity, EntityLabel, Kind
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import Project
from annotator.ui.actions import Handlers, command
from annotator.ui.command_button import name_command
from annotator.ui.entities_page.labels import fill_with_labels
from annotator.ui.entities_page.merge import MergeDialog, Weight
from annotator.ui.entities_page.model import Column, EntityModel
from annotator.ui.entities_page.new_entity import NewEntityDialog
from annotator.ui.entities_page.panel import EntityPanel
from annotator.ui.entities_page.table import EntityTable
from annotator.ui.page import Page
from annotator.ui.search_line import SearchLine
from annotator.ui.sentences import SentencesPanel, references
from annotator.ui.session import Session
from annotator.ui.theme import Theme


class EntitiesPage(Page):
    """Lists, finds, renames, merges and removes entities, and shows where each is named.

    `open_requested` carries the id of an article and the Span to be shown in it.
    """

    open_requested = Signal(int, object)

    def __init__(self, session: Session) -> None:
        super().__init__(session, Kind.ENTITY, Kind.MENTION, Kind.STATEMENT)
        self._model = EntityModel({Column.NAME: self._rename, Column.LABEL: self._relabel}, self)
        self._table = EntityTable(self._model)
        self._search = SearchLine(_("Search names and aliases"))
        self._labels = QComboBox()
        self._count = QLabel()
        self._places = QPushButton(_("Sentences"))
        self._new = QPushButton(_("New…"))
        self._merge = QPushButton(_("Merge…"))
        self._remove = QPushButton(_("Remove"))
        self._panel = EntityPanel(session)
        self._hint = QLabel()
        self._right = QStackedWidget()
        self._sentences = SentencesPanel(session)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read the entities again and keep the selection."""
        entities = self._session.project.entities
        selected = self._table.selected_ids()
        self._model.load(entities.all(), entities.mention_counts())
        self._table.select_ids(selected)
        self._show_selection()

    def forget(self) -> None:
        """Let go of the entities, the search and what was being written."""
        self._panel.forget()
        self._model.load((), {})
        self._search.clear()
        self._sentences.hide()

    def handlers(self) -> Handlers:
        """Give the commands that the page carries out."""
        return {
            "find_entity": self._find,
            "filter_entities": self._labels.showPopup,
            "all_entities": self._show_all,
            "new_entity": self._ask_new,
            "merge_entities": self._ask_merge,
            "rename_entity": self._table.rename,
            "add_alias": self._panel.begin_alias,
            "entity_note": self._panel.begin_note,
            "entity_sentences": self._list_selected,
            "remove_entities": self._remove_selected,
        }

    def set_theme(self, theme: Theme) -> None:
        """Show labels and sentences in the colours of `theme`."""
        self._model.set_theme(theme)
        self._sentences.set_theme(theme)
        self._table.viewport().update()

    def _find(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addLayout(self._head())
        layout.addLayout(self._filters())
        layout.addWidget(self._body(), 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Entities"))
        title.setProperty("role", "title")
        self._count.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(title)
        head.addSpacing(4)
        head.addWidget(self._count)
        head.addStretch()
        for button, key, tip in (
            (self._places, "entity_sentences", _("List the sentences that name the entity")),
            (self._new, "new_entity", _("Add an entity")),
            (self._merge, "merge_entities", _("Make one entity of the selected ones")),
            (
                self._remove,
                "remove_entities",
                _("Remove the selected entities; their mentions stay"),
            ),
        ):
            name_command(button, key, tip=tip)
            head.addWidget(button)
        return head

    def _filters(self) -> QHBoxLayout:
        name_command(self._search, "find_entity")
        self._search.setAccessibleName(_("Search names and aliases"))
        self._labels.setAccessibleName(_("Show only one label"))
        self._labels.addItem(_("All labels"), None)
        fill_with_labels(self._labels)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._labels)
        return row

    def _body(self) -> QSplitter:
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setContentsMargins(16, 8, 0, 0)
        self._hint.setProperty("role", "muted")
        self._right.addWidget(self._hint)
        self._right.addWidget(self._panel)
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self._right)
        right.addWidget(self._sentences)
        right.setSizes([340, 400])
        self._sentences.hide()
        body = QSplitter(Qt.Orientation.Horizontal)
        body.addWidget(self._table)
        body.addWidget(right)
        body.setSizes([600, 360])
        body.setStretchFactor(0, 3)
        body.setStretchFactor(1, 2)
        body.setChildrenCollapsible(False)
        right.setChildrenCollapsible(False)
        return body

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._search.entered.connect(self._table.setFocus)
        self._labels.currentIndexChanged.connect(self._filter)
        self._places.clicked.connect(self._list_selected)
        self._new.clicked.connect(self._ask_new)
        self._merge.clicked.connect(self._ask_merge)
        self._remove.clicked.connect(self._remove_selected)
        self._table.delete_asked.connect(self._remove_selected)
        self._table.row_opened.connect(self._list_sentences)
        self._table.selectionModel().selectionChanged.connect(self._show_selection)
        self._sentences.open_requested.connect(self.open_requested)
        self._sentences.closed.connect(self._close_sentences)

    def _show_all(self) -> None:
        self._search.clear()
        self._labels.setCurrentIndex(0)

    def _filter(self) -> None:
        label = self._labels.currentData()
        selected = self._table.selected_ids()
        self._model.set_filter(self._search.text(), EntityLabel(label) if label else None)
        self._table.select_ids(selected)
        self._show_selection()

    def _selected(self) -> list[Entity]:
        return [self._model.entity(row) for row in self._table.selected_rows()]

    def _show_selection(self) -> None:
        selected = self._selected()
        self._show_count()
        self._places.setEnabled(len(selected) == 1)
        self._merge.setEnabled(len(selected) > 1)
        self._remove.setEnabled(bool(selected))
        if len(selected) == 1:
            self._panel.show_entity(selected[0])
            self._right.setCurrentWidget(self._panel)
        else:
            self._hint.setText(self._advice(len(selected)))
            self._right.setCurrentWidget(self._hint)

    def _show_count(self) -> None:
        shown, total = self._model.rowCount(), self._model.total
        words = ngettext("{n} entity", "{n} entities", total).format(n=digits(total))
        part = _("{shown} of {all}").format(shown=digits(shown), all=words)
        self._count.setText(words if shown == total else part)

    def _advice(self, selected: int) -> str:
        if not self._model.total:
            return _(
                "There are no entities yet. They come when you accept mentions on the Articles"
                " page or tag them there with “{command}”, or add one here with “New…”."
            ).format(command=command("tag_mention").hint)
        if selected:
            return _(
                "{n} entities are selected. “Merge…” makes one of them;"
                " their names become aliases, and mentions and role values follow."
            ).format(n=digits(selected))
        return _(
            "Choose an entity to see and change its names and its note. F2 renames it,"
            " Enter or “Sentences” lists where it is named."
        )

    def _rename(self, entity: Entity, name: str) -> None:
        self._session.do(lambda project: project.entities.rename(entity.id, name))

    def _relabel(self, entity: Entity, label: str) -> None:
        self._session.do(lambda project: project.entities.relabel(entity.id, EntityLabel(label)))

    def _ask_new(self) -> None:
        dialog = NewEntityDialog(self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        name, label = dialog.name, dialog.label
        changes = self._session.do(lambda project: project.entities.add(name, label))
        if changes:
            self._show_all()
            self._table.select_ids({changes.first(Kind.ENTITY)})
            self._table.setFocus()

    def _ask_merge(self) -> None:
        selected = self._selected()
        if len(selected) < 2:  # noqa: PLR2004 # it takes two
            return
        dialog = MergeDialog(selected, self._weights(selected), self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        kept, ids = dialog.kept.id, [entity.id for entity in selected]
        if self._session.do(lambda project: project.entities.merge(ids, kept)):
            self._table.select_ids({kept})

    def _weights(self, entities: list[Entity]) -> dict[int, Weight]:
        values = self._session.project.entities.role_counts()
        return {
            entity.id: Weight(self._model.mentions(entity), values.get(entity.id, 0))
            for entity in entities
        }

    def _remove_selected(self) -> None:
        ids = self._table.selected_ids()
        if not ids:
            return
        row = self._table.selected_rows()[0]
        self._session.do(lambda project: _remove(project, ids))
        if self._model.rowCount():
            self._table.selectRow(min(row, self._model.rowCount() - 1))

    def _list_selected(self) -> None:
        rows = self._table.selected_rows()
        if len(rows) == 1:
            self._list_sentences(rows[0])

    def _list_sentences(self, row: int) -> None:
        entity = self._model.entity(row)
        entities = self._session.project.entities
        found = [
            *references(Kind.STATEMENT, entities.statement_ids(entity.id)),
            *references(Kind.MENTION, entities.mention_ids(entity.id)),
        ]
        self._sentences.show_references(entity.name, found)
        self._sentences.show()
        # after the key that opened the list has done its work in the table
        QTimer.singleShot(0, self._sentences.setFocus)

    def _close_sentences(self) -> None:
        self._sentences.hide()
        self._table.setFocus()


def _remove(project: Project, ids: list[int]) -> Changes:
    if len(ids) == 1:
        return project.entities.remove(ids[0])
    name = ngettext("Remove {n} entity", "Remove {n} entities", len(ids)).format(n=digits(len(ids)))
    with project.step(name) as step:
        for entity_id in ids:
            project.entities.remove(entity_id)
    return step.changes
