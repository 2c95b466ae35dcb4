"""What a command is: words, a place in the menus, keys, and when it can be given."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QKeySequence

from annotator.i18n import gettext as _


class Menu(StrEnum):
    """The menus of the window, in their order."""

    PROJECT = "project"
    EDIT = "edit"
    ARTICLE = "article"
    SUGGESTION = "suggestion"
    TAG = "tag"
    ENTITY = "entity"
    CODEBOOK = "codebook"
    ANNOTATIONS = "annotations"
    VIEW = "view"
    HELP = "help"


class Scope(StrEnum):
    """When a command can be given: always, with a project open, or on the page of that key."""

    ALWAYS = "always"
    PROJECT = "project"
    ARTICLES = "articles"
    ENTITIES = "entities"
    CODEBOOK = "codebook"
    OVERVIEW = "overview"
    ANNOTATIONS = "annotations"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can ask for; `shortcuts` are portable key sequences, the first is shown.

    A command whose keys a widget handles itself (such as Tab in the form) is `native`: it stands
    in the key overview only. A `local` one stands in its menu too, but its keys are those of the
    list that it concerns and work while that has the focus.
    """

    key: str
    text: str
    menu: Menu
    shortcuts: tuple[str, ...] = ()
    scope: Scope = Scope.ALWAYS
    native: bool = False
    local: bool = False

    @property
    def first_key(self) -> str:
        """The key that is shown, as the system writes it, "" where there is none."""
        return in_words(self.shortcuts[0]) if self.shortcuts else ""

    @property
    def hint(self) -> str:
        """The text with its first key, for a tooltip."""
        return f"{self.text} ({self.first_key})" if self.shortcuts else self.text

    @property
    def is_fixed(self) -> bool:
        """Whether its keys belong to a widget, so that they cannot be changed."""
        return self.native or self.local

    def meets(self, other: "Command") -> bool:
        """Whether both can be given at the same time, so that they need different keys."""
        scopes = {self.scope, other.scope}
        return len(scopes) == 1 or bool(scopes & {Scope.ALWAYS, Scope.PROJECT})


def in_words(key: str) -> str:
    """A key as the system writes it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


MENU_TITLES: Mapping[Menu, str] = {
    Menu.PROJECT: _("&Project"),
    Menu.EDIT: _("&Edit"),
    Menu.ARTICLE: _("&Article"),
    Menu.SUGGESTION: _("&Suggestion"),
    Menu.TAG: _("&Tag"),
    Menu.ENTITY: _("E&ntities"),
    Menu.CODEBOOK: _("&Codebook"),
    Menu.ANNOTATIONS: _("Annotati&ons"),
    Menu.VIEW: _("&View"),
    Menu.HELP: _("&Help"),
}
