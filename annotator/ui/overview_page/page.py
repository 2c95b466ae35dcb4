"""The page of the overview: totals, then a section for each table, and the sentences beside."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.analysis import Row, Table
from annotator.domain import Kind
from annotator.i18n import gettext as _
from annotator.settings import Settings
from annotator.ui.actions import Handlers, command
from annotator.ui.background import Background
from annotator.ui.file_choice import FileChoice
from annotator.ui.overview_page.cards import TotalCards
from annotator.ui.overview_page.drawing import drawing_worker
from annotator.ui.overview_page.figures import Figures, Total, counted_in, read_figures
from annotator.ui.overview_page.saving import ask_path, save
from annotator.ui.overview_page.section import Section
from annotator.ui.page import Page
from annotator.ui.reading import Reading
from annotator.ui.sentences import Reference, SentencesPanel
from annotator.ui.session import Session
from annotator.ui.theme import LIGHT, Theme

_ASIDE = 120


class OverviewPage(Page):
    """Counts what is tagged, off the window's thread; every number leads to its sentences.

    `open_requested` carries the id of an article and the Span to be shown in it.
    """

    open_requested = Signal(int, object)

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(
            session,
            Kind.ARTICLE,
            Kind.STATEMENT,
            Kind.CLAIM,
            Kind.MENTION,
            Kind.ENTITY,
            Kind.CODEBOOK,
        )
        self._settings = settings
        self._theme = LIGHT
        self._reading = Reading(session, self)
        self._looking_up = Reading(session, self)
        self._asked: tuple[str, QWidget] = ("", self)
        self._saving = Background(drawing_worker(), self)
        self._choice = FileChoice(settings, "save")
        self._saved = QLabel()
        self._cards = TotalCards()
        self._sections: dict[str, Section] = {}
        self._origin: QWidget = self._cards
        self._column = QVBoxLayout()
        self._words = QLabel()
        self._stack = QStackedWidget()
        self._sentences = SentencesPanel(session)
        self._lay_out()
        self._connect()
        self.forget()

    def reload(self) -> None:
        """Count anew; what is on show stays until the new figures are there."""
        self._reading.ask(read_figures)

    def forget(self) -> None:
        """Show nothing until the next project is counted."""
        self._reading.drop()
        self._looking_up.drop()
        self._sentences.hide()
        self._saved.clear()
        self._say(_("Counting…"))

    def handlers(self) -> Handlers:
        """Give the commands that the page carries out."""
        return {"save_figures": self._offer_saving}

    def set_theme(self, theme: Theme) -> None:
        """Draw charts and sentences in the colours of `theme`."""
        self._theme = theme
        self._sentences.set_theme(theme)
        for section in self._sections.values():
            section.set_theme(theme)

    def _lay_out(self) -> None:
        title = QLabel(_("Overview"))
        title.setProperty("role", "title")
        self._saved.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._saved)
        head.addSpacing(12)
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setContentsMargins(_ASIDE, 0, _ASIDE, 0)
        self._stack.addWidget(self._words)
        self._stack.addWidget(self._body())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 12, 12)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _body(self) -> QSplitter:
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 12, 12)
        self._column.setSpacing(16)
        self._column.addWidget(self._cards)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QSplitter(Qt.Orientation.Horizontal)
        body.addWidget(area)
        body.addWidget(self._sentences)
        body.setChildrenCollapsible(False)
        body.setSizes([600, 380])
        body.setStretchFactor(0, 1)
        self._sentences.setMinimumWidth(320)
        self._sentences.hide()
        return body

    def _connect(self) -> None:
        self._reading.done.connect(self._show_figures)
        self._looking_up.done.connect(self._list_found)
        self._saving.done.connect(self._tell_saved)
        self._saving.failed.connect(self._session.failed)
        self._saving.failed.connect(self._saved.clear)
        self._cards.chosen.connect(self._list_total)
        self._sentences.open_requested.connect(self.open_requested)
        self._sentences.closed.connect(self._close_sentences)

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._stack.setCurrentIndex(0)

    def _show_figures(self, figures: Figures) -> None:
        if figures.empty:
            self._say(
                _(
                    "There is nothing to count yet. Choose “{importing}” and “{extracting}” and"
                    " accept or tag some; then this page shows who funds whom, when, and by"
                    " which source."
                ).format(importing=command("import_files").hint, extracting=command("extract").hint)
            )
            return
        self._cards.show_totals(figures.totals)
        for table in figures.overview.tables:
            self._show_table(table)
        self._stack.setCurrentIndex(1)

    def _show_table(self, table: Table) -> None:
        if table.key in self._sections:
            self._sections[table.key].show_table(table)
            return
        section = Section(table)
        section.set_theme(self._theme)
        section.chosen.connect(self._list_counted)
        section.save_asked.connect(self._save)
        self._sections[table.key] = section
        self._column.addWidget(section)

    def _list_total(self, total: Total) -> None:
        self._looking_up.drop()
        self._list(total.title, total.counted, self._cards)

    def _list_counted(self, table: Table, row: Row, column: int) -> None:
        name = str(row.cells[0]) or _("unknown")
        title = f"{name} · {table.columns[column].title}" if column else name
        self._asked = title, self._sections[table.key]
        self._looking_up.ask(partial(counted_in, table=table, row=row, column=column))

    def _list_found(self, found: Sequence[Reference]) -> None:
        title, origin = self._asked
        self._list(title, found, origin)

    def _list(self, title: str, found: Sequence[Reference], origin: QWidget) -> None:
        self._origin = origin
        self._sentences.show_references(title, found)
        self._sentences.show()
        # after the key or click that opened the list has done its work
        QTimer.singleShot(0, self._sentences.setFocus)

    def _close_sentences(self) -> None:
        self._looking_up.drop()
        self._sentences.hide()
        self._origin.setFocus()

    def _offer_saving(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for section in self._sections.values():
            section.offer_saving(menu)
        if not menu.isEmpty():
            menu.popup(self._stack.mapToGlobal(QPoint()))
            menu.setActiveAction(menu.actions()[0])

    def _save(self, table: Table, suffix: str) -> None:
        project = self._session.project.path
        self._choice = FileChoice(self._settings, "save", project.parent)
        path = ask_path(self, self._choice, table, suffix, project)
        if path is None:
            return
        self._saved.setText(_("Saving…"))
        self._saving.run(partial(save, table, path))

    def _tell_saved(self, path: Path) -> None:
        self._choice.keep()
        self._saved.setText(_("Saved as {name}").format(name=path.name))
        self._saved.setToolTip(str(path))
