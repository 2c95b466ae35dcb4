"""What is shown while no project is open: recent projects and the ways to begin."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.formats import day
from annotator.i18n import gettext as _
from annotator.settings import RecentProject
from annotator.ui.command_button import name_command
from annotator.ui.icons import icon, program_icon
from annotator.ui.projects import sample_path
from annotator.ui.theme import Theme
from annotator.ui.widgets import button, frame, tool_button, words

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
        self._area = QScrollArea(widgetResizable=True)
        self._area.setMinimumHeight(240)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._lay_out()
        self._draw_icons()

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
            rows.addWidget(words(_("Projects you open will be listed here."), "muted"))
        rows.addStretch()
        self._area.setWidget(content)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the colours of `theme`."""
        self._theme = theme
        self._draw_icons()
        self.show_recent(self._recent)

    def _draw_icons(self) -> None:
        theme = self._theme
        colours = {"new_project": theme.on_accent}
        for key, name in (
            ("new_project", "plus"),
            ("open_project", "folder"),
            ("open_sample", "sparkle"),
        ):
            self._ways[key].setIcon(icon(name, colours.get(key, theme.accent), size=18))

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
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(8)
        column.addWidget(words(_("Begin"), "section"))
        for key, text in (
            ("new_project", _("New project")),
            ("open_project", _("Open a project")),
            ("open_sample", _("Open the sample project")),
        ):
            column.addWidget(self._way(key, text))
        column.addWidget(
            words(
                _(
                    "New here? The sample holds a few invented articles, "
                    "so that you can try everything in a minute."
                ),
                "muted",
            )
        )
        column.addWidget(_sample_place(sample_path()))
        column.addStretch()
        return card

    def _way(self, key: str, text: str) -> QPushButton:
        look = "primary" if key == "new_project" else ""
        way = self._ways[key] = button(text, look=look)
        name_command(way, key)
        way.setMinimumHeight(36)
        way.setIconSize(QSize(18, 18))
        way.clicked.connect(partial(self.command_chosen.emit, key))
        return way

    def _recent_card(self) -> QWidget:
        card = frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(20, 20, 12, 12)
        column.addWidget(words(_("Recent projects"), "section"))
        column.addWidget(self._area)
        return card

    def _row(self, entry: RecentProject) -> QWidget:
        row = frame("recentRow")
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 6, 4, 6)
        line.addLayout(self._words(entry), 1)
        tip = _("Take {name} off this list; the file stays").format(name=Path(entry.path).stem)
        forget = tool_button("", tip)
        forget.setIcon(icon("close", self._theme.muted, size=14))
        forget.clicked.connect(partial(self.project_forgotten.emit, entry.path))
        line.addWidget(forget)
        return row

    def _words(self, entry: RecentProject) -> QVBoxLayout:
        lines = QVBoxLayout()
        lines.setSpacing(0)
        title = Path(entry.path).stem.replace("&", "&&")
        name = button(title, entry.path, look="link")
        name.setEnabled(entry.is_there)
        name.setCursor(Qt.CursorShape.PointingHandCursor)
        name.clicked.connect(partial(self.project_chosen.emit, entry.path))
        lines.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        state = _opened(entry.opened) if entry.is_there else _("not found")
        place = words(f"{state} · {_short(Path(entry.path).parent)}", "muted")
        place.setToolTip(entry.path)
        lines.addWidget(place)
        return lines


def _headline() -> QHBoxLayout:
    picture = QLabel()
    picture.setPixmap(program_icon().pixmap(56, 56))
    title = words("Annotator", "headline")
    lines = QVBoxLayout()
    lines.setSpacing(2)
    lines.addWidget(title)
    lines.addWidget(
        words(
            _("Tag who funds whom, which rule binds whom and who competes with whom. Offline."),
            "muted",
        )
    )
    row = QHBoxLayout()
    row.setSpacing(16)
    row.addWidget(picture)
    row.addLayout(lines, 1)
    return row


def _drop_hint() -> QWidget:
    hint = frame("dropHint")
    label = words(
        _("Drop a project file here to open it. Once a project is open, drop articles."), "muted"
    )
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    QVBoxLayout(hint).addWidget(label)
    return hint


def _sample_place(path: Path) -> QWidget:
    place = words(_("It is kept as {path}.").format(path=_short(path)), "muted")
    place.setToolTip(str(path))
    return place


def _short(path: Path) -> str:
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)


def _opened(iso: str) -> str:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return _("opened before")
    return day(moment.astimezone())
