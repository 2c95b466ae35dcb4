"""What the program remembers between runs: one small JSON file, never the user's work."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Self

from annotator.paths import config_folder, replacing

RECENT_LIMIT = 12
COMMANDS_LIMIT = 24
ZOOM_LEAST, ZOOM_NORMAL, ZOOM_MOST = 50, 100, 300
_FILE = "settings.json"


class ThemeChoice(StrEnum):
    """Which theme the window shows."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class LanguageChoice(StrEnum):
    """Which language the program speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    FRENCH = "fr"


class StreamOrder(StrEnum):
    """In which order the stream goes through the suggestions of an article."""

    TEXT = "text"
    CERTAINTY = "certainty"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class RecentProject:
    """A project that was open before; `opened` is an ISO time."""

    path: str
    opened: str

    @property
    def is_there(self) -> bool:
        """Whether the file can still be found."""
        return Path(self.path).is_file()


@dataclass(slots=True)
class Settings:
    """The remembered values; `save` writes them, `load` never fails.

    `geometry` and `layout` are base64 texts of the window's own making, `folders` the last
    folder of each dialog, `zoom` the article text's size in percent; `toured` tells that the
    tour was left. `keys` are those that commands were given in place of their own, `commands` those
    found by name, the last one first. `order` is that of the suggestions, `run_on` whether
    the next article follows by itself. `columns` are the columns of lists as they were left, each
    a base64 text of its own making; `as_table` tells that the articles are listed in columns.
    """

    recent: list[RecentProject] = field(default_factory=list)
    coder: str = ""
    folders: dict[str, str] = field(default_factory=dict)
    geometry: str = ""
    layout: str = ""
    theme: ThemeChoice = ThemeChoice.SYSTEM
    language: LanguageChoice = LanguageChoice.SYSTEM
    zoom: int = ZOOM_NORMAL
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    commands: list[str] = field(default_factory=list)
    toured: bool = False
    order: StreamOrder = StreamOrder.TEXT
    run_on: bool = False
    columns: dict[str, str] = field(default_factory=dict)
    as_table: bool = False

    @classmethod
    def load(cls) -> Self:
        """What was saved last; a missing or damaged file or value counts as never saved."""
        saved = _read(settings_path())
        known = {entry.name for entry in fields(cls)}
        return cls(**{name: _PARSE[name](value) for name, value in saved.items() if name in known})

    def save(self) -> bool:
        """Write all values at once; False when the folder cannot be written."""
        try:
            _write(settings_path(), json.dumps(asdict(self), indent=1))
        except OSError:
            return False
        return True

    def remember_project(self, path: Path, opened: datetime) -> None:
        """Put a project at the top of the recent ones."""
        path = path.absolute()
        self.forget_project(path)
        entry = RecentProject(str(path), opened.isoformat(timespec="seconds"))
        self.recent = [entry, *self.recent][:RECENT_LIMIT]

    def forget_project(self, path: Path) -> None:
        """Take a project off the recent ones; its file stays."""
        self.recent = [entry for entry in self.recent if entry.path != str(path)]

    def remember_command(self, key: str) -> None:
        """Put a command at the top of those found by name."""
        others = (other for other in self.commands if other != key)
        self.commands = [key, *others][:COMMANDS_LIMIT]

    def folder(self, dialog: str, otherwise: Path) -> Path:
        """Where that dialog was last, if the folder is still there."""
        last = Path(self.folders.get(dialog, ""))
        return last if self.folders.get(dialog) and last.is_dir() else otherwise


def within_zoom(percent: int) -> int:
    """The nearest size that the article's text can have."""
    return min(max(percent, ZOOM_LEAST), ZOOM_MOST)


def settings_path() -> Path:
    """The file that holds the settings."""
    return config_folder() / _FILE


def _read(path: Path) -> Mapping[str, Any]:
    try:
        saved = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return saved if isinstance(saved, dict) else {}


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as unfinished:
        unfinished.write_text(text, "utf-8")


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        return {}
    return {key: text for key, text in value.items() if isinstance(text, str)}


def _list(value: object) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, value))) if isinstance(value, list) else ()


def _keys(value: object) -> dict[str, tuple[str, ...]]:
    entries = value if isinstance(value, dict) else {}
    return {key: _list(texts) for key, texts in entries.items() if isinstance(texts, list)}


def _commands(value: object) -> list[str]:
    return list(_list(value))[:COMMANDS_LIMIT]


def _recent(value: object) -> list[RecentProject]:
    entries = value if isinstance(value, list) else []
    return [
        RecentProject(entry["path"], _text(entry.get("opened")))
        for entry in entries
        if isinstance(entry, dict) and isinstance(entry.get("path"), str)
    ][:RECENT_LIMIT]


def _theme(value: object) -> ThemeChoice:
    return next((choice for choice in ThemeChoice if choice == value), ThemeChoice.SYSTEM)


def _language(value: object) -> LanguageChoice:
    return next((choice for choice in LanguageChoice if choice == value), LanguageChoice.SYSTEM)


def _order(value: object) -> StreamOrder:
    return next((order for order in StreamOrder if order == value), StreamOrder.TEXT)


def _zoom(value: object) -> int:
    return within_zoom(value) if type(value) is int else ZOOM_NORMAL


def _is_true(value: object) -> bool:
    return value is True


_PARSE: Mapping[str, Any] = {
    "recent": _recent,
    "coder": _text,
    "folders": _texts,
    "geometry": _text,
    "layout": _text,
    "theme": _theme,
    "language": _language,
    "zoom": _zoom,
    "keys": _keys,
    "commands": _commands,
    "toured": _is_true,
    "order": _order,
    "run_on": _is_true,
    "columns": _texts,
    "as_table": _is_true,
}
