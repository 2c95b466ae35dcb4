"""The one table of commands, from which menus, tooltips, the key overview and the README are made.

A page or panel takes part by a method `handlers() -> Handlers` that gives, for each command it
carries out, the function to call; the main window makes the menu entries and connects them.
The statement types of the codebook are commands too, but the project's: the main window makes
their entries and calls `Workbench.tag(type_key)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from annotator.i18n import gettext as _

Handlers = Mapping[str, Callable[[], object]]


class Menu(StrEnum):
    """The menus of the window, in their order."""

    PROJECT = "project"
    EDIT = "edit"
    ARTICLE = "article"
    SUGGESTION = "suggestion"
    TAG = "tag"
    VIEW = "view"
    HELP = "help"


class Scope(StrEnum):
    """When a command can be given: always, with a project open, or on the Articles page."""

    ALWAYS = "always"
    PROJECT = "project"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Command:
    """Something the user can ask for; `shortcuts` are portable key sequences, the first is shown.

    A command whose keys a widget handles itself (such as Tab in the form) is `native`: it stands
    in the key overview only.
    """

    key: str
    text: str
    menu: Menu
    shortcuts: tuple[str, ...] = ()
    scope: Scope = Scope.ALWAYS
    native: bool = False

    @property
    def hint(self) -> str:
        """The text with its first key, for a tooltip."""
        return f"{self.text} ({self.shortcuts[0]})" if self.shortcuts else self.text


MENU_TITLES: Mapping[Menu, str] = {
    Menu.PROJECT: _("&Project"),
    Menu.EDIT: _("&Edit"),
    Menu.ARTICLE: _("&Article"),
    Menu.SUGGESTION: _("&Suggestion"),
    Menu.TAG: _("&Tag"),
    Menu.VIEW: _("&View"),
    Menu.HELP: _("&Help"),
}

_PROJECT = (
    Command("new_project", _("New project…"), Menu.PROJECT, ("Ctrl+N",)),
    Command("open_project", _("Open project…"), Menu.PROJECT, ("Ctrl+O",)),
    Command("open_sample", _("Open the sample project"), Menu.PROJECT),
    Command("export", _("Export…"), Menu.PROJECT, ("Ctrl+Shift+E",), Scope.PROJECT),
    Command("backup", _("Back up the project…"), Menu.PROJECT, (), Scope.PROJECT),
    Command(
        "pause_job",
        _("Pause or continue what is running"),
        Menu.PROJECT,
        ("Ctrl+J",),
        Scope.PROJECT,
    ),
    Command("cancel_job", _("Cancel what is running"), Menu.PROJECT, (), Scope.PROJECT),
    Command("close_project", _("Close the project"), Menu.PROJECT, ("Ctrl+W",), Scope.PROJECT),
    Command("quit", _("Quit"), Menu.PROJECT, ("Ctrl+Q",)),
)

_EDIT = (
    Command("undo", _("Undo"), Menu.EDIT, ("Ctrl+Z",), Scope.PROJECT),
    Command("redo", _("Redo"), Menu.EDIT, ("Ctrl+Shift+Z", "Ctrl+Y"), Scope.PROJECT),
    Command("search", _("Search the articles"), Menu.EDIT, ("Ctrl+F",), Scope.PROJECT),
    Command("next_hit", _("Next hit"), Menu.EDIT, ("F3",), Scope.ARTICLES),
    Command("previous_hit", _("Previous hit"), Menu.EDIT, ("Shift+F3",), Scope.ARTICLES),
    Command("change_coder", _("Change the coder…"), Menu.EDIT, (), Scope.PROJECT),
)

_ARTICLE = (
    Command("import_files", _("Import files…"), Menu.ARTICLE, ("Ctrl+I",), Scope.PROJECT),
    Command("import_folder", _("Import a folder…"), Menu.ARTICLE, ("Ctrl+Shift+I",), Scope.PROJECT),
    Command(
        "paste_article", _("Import from the clipboard"), Menu.ARTICLE, ("Ctrl+V",), Scope.PROJECT
    ),
    Command("extract", _("Extract suggestions…"), Menu.ARTICLE, ("Ctrl+E",), Scope.PROJECT),
    Command("next_article", _("Next article"), Menu.ARTICLE, ("]",), Scope.ARTICLES),
    Command("previous_article", _("Previous article"), Menu.ARTICLE, ("[",), Scope.ARTICLES),
    Command(
        "article_done", _("Mark as done, go to the next"), Menu.ARTICLE, ("D",), Scope.ARTICLES
    ),
    Command("edit_metadata", _("Edit title, source, date…"), Menu.ARTICLE, ("F2",), Scope.ARTICLES),
    Command(
        "edit_note", _("Write a note on the article"), Menu.ARTICLE, ("Shift+F2",), Scope.ARTICLES
    ),
    Command(
        "remove_article", _("Remove the article from the project"), Menu.ARTICLE, (), Scope.ARTICLES
    ),
)

_SUGGESTION = (
    Command("accept", _("Accept"), Menu.SUGGESTION, ("A", "Return", "Enter"), Scope.ARTICLES),
    Command("reject", _("Reject"), Menu.SUGGESTION, ("R",), Scope.ARTICLES),
    Command("skip", _("Skip"), Menu.SUGGESTION, ("S",), Scope.ARTICLES),
    Command("correct", _("Correct in the form"), Menu.SUGGESTION, ("C",), Scope.ARTICLES),
    Command(
        "save_correction",
        _("Save the correction and go on"),
        Menu.SUGGESTION,
        ("Ctrl+Enter",),
        Scope.ARTICLES,
        native=True,
    ),
    Command("next_suggestion", _("Next suggestion"), Menu.SUGGESTION, ("N", "J"), Scope.ARTICLES),
    Command(
        "previous_suggestion", _("Previous suggestion"), Menu.SUGGESTION, ("P", "K"), Scope.ARTICLES
    ),
    Command("learn", _("Learn from decisions…"), Menu.SUGGESTION, (), Scope.PROJECT),
)

_TAG = (
    Command(
        "tag_statement",
        _("Tag as the statement type with that key"),
        Menu.TAG,
        tuple("123456789"),
        Scope.ARTICLES,
        native=True,
    ),
    Command("tag_mention", _("Tag as entity mention"), Menu.TAG, ("E",), Scope.ARTICLES),
    Command("tag_claim", _("Tag as claim"), Menu.TAG, ("Q",), Scope.ARTICLES),
    Command(
        "fill_role", _("Fill the current role with the selection"), Menu.TAG, ("F",), Scope.ARTICLES
    ),
    Command("set_span", _("Set the span to the selection"), Menu.TAG, ("B",), Scope.ARTICLES),
    Command("cycle_modality", _("Change modality"), Menu.TAG, ("O",), Scope.ARTICLES),
    Command("cycle_polarity", _("Change polarity"), Menu.TAG, ("V",), Scope.ARTICLES),
    Command("remove_annotation", _("Remove the annotation"), Menu.TAG, ("Del",), Scope.ARTICLES),
    Command(
        "next_role", _("Next role of the form"), Menu.TAG, ("Tab",), Scope.ARTICLES, native=True
    ),
    Command(
        "previous_role",
        _("Previous role of the form"),
        Menu.TAG,
        ("Shift+Tab",),
        Scope.ARTICLES,
        native=True,
    ),
)

_VIEW = (
    Command("page_articles", _("Articles"), Menu.VIEW, ("Ctrl+1",), Scope.PROJECT),
    Command("page_entities", _("Entities"), Menu.VIEW, ("Ctrl+2",), Scope.PROJECT),
    Command("page_codebook", _("Codebook"), Menu.VIEW, ("Ctrl+3",), Scope.PROJECT),
    Command("page_overview", _("Overview"), Menu.VIEW, ("Ctrl+4",), Scope.PROJECT),
    Command("pace", _("Session statistics"), Menu.VIEW, (), Scope.PROJECT),
    Command("layers", _("Choose the layers"), Menu.VIEW, ("L",), Scope.ARTICLES),
    Command("zoom_in", _("Larger text"), Menu.VIEW, ("Ctrl++", "Ctrl+="), Scope.ARTICLES),
    Command("zoom_out", _("Smaller text"), Menu.VIEW, ("Ctrl+-",), Scope.ARTICLES),
    Command("zoom_reset", _("Normal text size"), Menu.VIEW, ("Ctrl+0",), Scope.ARTICLES),
)

_HELP = (
    Command("help", _("Help"), Menu.HELP, ("F1",)),
    Command("keys", _("Keys"), Menu.HELP, ("?",)),
    Command("tour", _("Tour"), Menu.HELP),
    Command("about", _("About Annotator"), Menu.HELP),
)

COMMANDS: tuple[Command, ...] = (
    *_PROJECT,
    *_EDIT,
    *_ARTICLE,
    *_SUGGESTION,
    *_TAG,
    *_VIEW,
    *_HELP,
)

_BY_KEY = {command.key: command for command in COMMANDS}


def command(key: str) -> Command:
    """The command of that key; KeyError if there is none."""
    return _BY_KEY[key]
