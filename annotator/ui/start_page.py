"""What is shown while no project is open: recent projects and the ways to begin."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.i18n import gettext as _
from annotator.settings import RecentProject
from annotator.ui.actions import command
from annotator.ui.icons import icon, program_icon
from annotator.ui.theme import Theme

_WIDTH = 880


class StartPage(QWidget):
    """Offers New, Open, the sample and the recent projects."""

    command_chosen = Signal(str)
    project_chosen = Signal(str)
    project_forgotten = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("page")
        self._theme = theme
        self._recent: tuple[RecentProject, ...] = ()
        self._ways: dict[str, QPushButton] = {}
        self._area = QScrollArea(widgetResizable=True, minimumHeight=240)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self.set_theme(theme)

    def show_recent(self, recent: Iterable[RecentProject]) -> None:
        """List these projects, the latest first."""
        self._recent = tuple(recent)
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(2)
        for entry in self._recent:
            rows.addWidget(self._row(entry))
        if not self._recent:
            rows.addWidget(_muted(_("Projects you open will be listed here.")))
        rows.addStretch()
        self._area.setWidget(content)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        colours = {"new_project": theme.on_accent}
        for key, name in (
            ("new_project", "plus"),
            ("open_project", "folder"),
            ("open_sample", "sparkle"),
        ):
            self._ways[key].setIcon(icon(name, colours.get(key, theme.accent), size=18))
        self.show_recent(self._recent)

    def _lay_out(self) -> None:
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setSpacing(24)
        column.addStretch(1)
        column.addLayout(_headline())
        columns = QHBoxLayout()
        columns.setSpacing(24)
        columns.addWidget(self._beginnings(), 2)
        columns.addWidget(self._recent_card(), 3)
        column.addLayout(columns, 6)
        column.addWidget(_drop_hint())
        column.addStretch(2)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _beginnings(self) -> QWidget:
        card = QFrame(objectName="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(_section(_("Begin")))
        for key, text in (
            ("new_project", _("New project")),
            ("open_project", _("Open a project")),
            ("open_sample", _("Open the sample project")),
        ):
            column.addWidget(self._way(key, text))
        column.addWidget(
            _muted(
                _(
                    "New here? The sample holds a few invented articles with suggestions, "
                    "so that you can try everything in a minute."
                )
            )
        )
        column.addStretch()
        return card

    def _way(self, key: str, text: str) -> QPushButton:
        button = QPushButton(text, toolTip=command(key).hint)
        button.setProperty("primary", key == "new_project")
        button.setMinimumHeight(36)
        button.setIconSize(QSize(18, 18))
        button.clicked.connect(partial(self.command_chosen.emit, key))
        self._ways[key] = button
        return button

    def _recent_card(self) -> QWidget:
        card = QFrame(objectName="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 20, 12, 12)
        column.addWidget(_section(_("Recent projects")))
        column.addWidget(self._area)
        return card

    def _row(self, entry: RecentProject) -> QWidget:
        row = QFrame(objectName="recentRow")
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 6, 4, 6)
        line.addLayout(self._words(entry), 1)
        forget = QToolButton(toolTip=_("Take off this list; the file stays"))
        forget.setAccessibleName(_("Take {name} off the list").format(name=Path(entry.path).stem))
        forget.setIcon(icon("close", self._theme.muted, size=14))
        forget.clicked.connect(partial(self.project_forgotten.emit, entry.path))
        line.addWidget(forget)
        return row

    def _words(self, entry: RecentProject) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QPushButton(Path(entry.path).stem.replace("&", "&&"), toolTip=entry.path)
        name.setProperty("link", True)
        name.setEnabled(entry.is_there)
        name.setCursor(Qt.CursorShape.PointingHandCursor)
        name.clicked.connect(partial(self.project_chosen.emit, entry.path))
        words.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        state = _opened(entry.opened) if entry.is_there else _("not found")
        place = _muted(f"{state} · {_short(Path(entry.path).parent)}")
        place.setToolTip(entry.path)
        words.addWidget(place)
        return words


def _headline() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(program_icon().pixmap(56, 56))
    title = QLabel("Annotator")
    title.setProperty("role", "headline")
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(title)
    words.addWidget(
        _muted(_("Tag who funds whom, which rule binds whom and who competes with whom. Offline."))
    )
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture)
    row.addLayout(words, 1)
    return row


def _drop_hint() -> QWidget:
    hint = QFrame(objectName="dropHint")
    label = _muted(_("Drop a project file here to open it. Once a project is open, drop articles."))
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    QVBoxLayout(hint).addWidget(label)
    return hint


def _section(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "section")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setProperty("role", "muted")
    return label


def _short(folder: Path) -> str:
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)


def _opened(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return _("opened before")
    return QLocale().toString(moment.astimezone().date(), QLocale.FormatType.ShortFormat)
