"""The one table of commands, from which menus, tooltips, the key overview and the README are made.

`COMMANDS` have the keys that the program comes with; what shows or binds keys asks `command` and
`commands`, which give them with the keys in use.

A page or panel takes part by a method `handlers() -> Handlers` that gives, for each command it
carries out, the function to call; the main window makes the menu entries and connects them.
The statement types of the codebook are commands too, but the project's: the main window makes
their entries and calls `Workbench.tag(type_key)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from annotator.i18n import gettext as _
from annotator.ui.command import Command, Menu, Scope
from annotator.ui.page_actions import PAGE_COMMANDS

Handlers = Mapping[str, Callable[[], object]]
Keys = Mapping[str, tuple[str, ...]]

_PROJECT = (
    Command("new_project", _("New project…"), Menu.PROJECT, ("Ctrl+N",)),
    Command("open_project", _("Open project…"), Menu.PROJECT, ("Ctrl+O",)),
    Command("open_sample", _("Open the sample project"), Menu.PROJECT),
    Command("export", _("Export…"), Menu.PROJECT, ("Ctrl+Shift+E",), Scope.PROJECT),
    Command("save_figures", _("Save a chart or table…"), Menu.PROJECT, ("Ctrl+S",), Scope.OVERVIEW),
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
    Command("copy", _("Copy"), Menu.EDIT, ("Ctrl+C",), Scope.ARTICLES, local=True),
    Command("select_all", _("Select all"), Menu.EDIT, ("Ctrl+A",), Scope.ARTICLES, local=True),
    Command("find", _("Find in the article"), Menu.EDIT, ("Ctrl+F",), Scope.ARTICLES),
    Command("next_hit", _("Next hit"), Menu.EDIT, ("F3",), Scope.ARTICLES),
    Command("previous_hit", _("Previous hit"), Menu.EDIT, ("Shift+F3",), Scope.ARTICLES),
    Command("search", _("Search the articles"), Menu.EDIT, ("Ctrl+Shift+F",), Scope.PROJECT),
    Command("change_coder", _("Change the coder…"), Menu.EDIT, (), Scope.PROJECT),
)

_ARTICLE = (
    Command("import_files", _("Import files…"), Menu.ARTICLE, ("Ctrl+I",), Scope.PROJECT),
    Command("import_folder", _("Import a folder…"), Menu.ARTICLE, ("Ctrl+Shift+I",), Scope.PROJECT),
    Command(
        "paste_article", _("Import from the clipboard"), Menu.ARTICLE, ("Ctrl+V",), Scope.PROJECT
    ),
    Command("extract", _("Extract suggestions…"), Menu.ARTICLE, ("Ctrl+E",), Scope.PROJECT),
    Command("filter_articles", _("Filter the list"), Menu.ARTICLE, (), Scope.ARTICLES),
    Command("order_articles", _("Order the list"), Menu.ARTICLE, (), Scope.ARTICLES),
    Command(
        "articles_as_table",
        _("List in columns, or in two lines"),
        Menu.ARTICLE,
        ("Ctrl+L",),
        Scope.ARTICLES,
    ),
    Command("article_columns", _("Choose the columns…"), Menu.ARTICLE, (), Scope.ARTICLES),
    Command("clear_filters", _("Clear the filters"), Menu.ARTICLE, (), Scope.ARTICLES),
    Command("all_articles", _("Show all articles"), Menu.ARTICLE, (), Scope.ARTICLES),
    Command("next_article", _("Next article"), Menu.ARTICLE, ("]",), Scope.ARTICLES),
    Command("previous_article", _("Previous article"), Menu.ARTICLE, ("[",), Scope.ARTICLES),
    Command(
        "article_done", _("Mark as done, go to the next"), Menu.ARTICLE, ("D",), Scope.ARTICLES
    ),
    Command("switch_done", _("Mark as done or not, stay here"), Menu.ARTICLE, (), Scope.ARTICLES),
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
    Command("flag", _("Flag for later"), Menu.SUGGESTION, ("G",), Scope.ARTICLES),
    Command("correct", _("Correct in the form"), Menu.SUGGESTION, ("C",), Scope.ARTICLES),
    Command(
        "save_correction",
        _("Save the correction and go on"),
        Menu.SUGGESTION,
        ("Ctrl+Enter",),
        Scope.ARTICLES,
        native=True,
    ),
    Command(
        "accept_many",
        _("Accept all of this label, words, sentence or screen…"),
        Menu.SUGGESTION,
        ("Shift+A",),
        Scope.ARTICLES,
    ),
    Command(
        "reject_many",
        _("Reject all of this label, words, sentence or screen…"),
        Menu.SUGGESTION,
        ("Shift+R",),
        Scope.ARTICLES,
    ),
    Command("next_suggestion", _("Next suggestion"), Menu.SUGGESTION, ("N", "J"), Scope.ARTICLES),
    Command(
        "previous_suggestion", _("Previous suggestion"), Menu.SUGGESTION, ("P", "K"), Scope.ARTICLES
    ),
    Command("accept_listed", _("Accept all that are listed"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("take_up_skipped", _("Take up what was skipped"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("take_up_flagged", _("Take up what was flagged"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("all_kinds", _("Go through all kinds"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("kind_statement", _("Statements on or off"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("kind_claim", _("Claims on or off"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("kind_mention", _("Mentions on or off"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command(
        "labels", _("Labels: how often right, which to mute"), Menu.SUGGESTION, (), Scope.ARTICLES
    ),
    Command(
        "order_text", _("Order suggestions as in the text"), Menu.SUGGESTION, (), Scope.ARTICLES
    ),
    Command(
        "order_certainty",
        _("Order suggestions, least certain first"),
        Menu.SUGGESTION,
        (),
        Scope.ARTICLES,
    ),
    Command("order_kind", _("Order suggestions by kind"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command(
        "run_on",
        _("Go on to the next article by itself, or not"),
        Menu.SUGGESTION,
        (),
        Scope.ARTICLES,
    ),
    Command("scores", _("Show or hide scores"), Menu.SUGGESTION, (), Scope.ARTICLES),
    Command("learn", _("Learn from decisions…"), Menu.SUGGESTION, (), Scope.PROJECT),
)

_TAG = (
    Command(
        "tag_statement",
        _("Tag as the type with that key; while a role waits, the mention with that number"),
        Menu.TAG,
        tuple("123456789"),
        Scope.ARTICLES,
        native=True,
    ),
    Command("tag_mention", _("Tag as entity mention"), Menu.TAG, ("E",), Scope.ARTICLES),
    Command("tag_everywhere", _("Tag all occurrences…"), Menu.TAG, ("T",), Scope.ARTICLES),
    Command(
        "tag_in_project",
        _("Tag all occurrences in all articles…"),
        Menu.TAG,
        ("Shift+T",),
        Scope.ARTICLES,
    ),
    Command("tag_claim", _("Tag as claim"), Menu.TAG, ("Q",), Scope.ARTICLES),
    Command(
        "fill_role", _("Fill the current role with the selection"), Menu.TAG, ("F",), Scope.ARTICLES
    ),
    Command("set_span", _("Set the span to the selection"), Menu.TAG, ("B",), Scope.ARTICLES),
    Command(
        "select_sentence",
        _("Select the sentence, then its paragraph"),
        Menu.TAG,
        ("X",),
        Scope.ARTICLES,
    ),
    Command("marks_here", _("List the marks at the caret"), Menu.TAG, ("I",), Scope.ARTICLES),
    Command("next_annotation", _("Next annotation"), Menu.TAG, ("F4",), Scope.ARTICLES),
    Command(
        "previous_annotation", _("Previous annotation"), Menu.TAG, ("Shift+F4",), Scope.ARTICLES
    ),
    Command("mend_role", _("Mend a role"), Menu.TAG, ("M",), Scope.ARTICLES),
    Command(
        "statement_note", _("Write a note on the statement"), Menu.TAG, ("Ctrl+F2",), Scope.ARTICLES
    ),
    Command("cycle_modality", _("Change modality"), Menu.TAG, ("O",), Scope.ARTICLES),
    Command("cycle_polarity", _("Change polarity"), Menu.TAG, ("V",), Scope.ARTICLES),
    Command("cycle_speaker", _("Change the speaker"), Menu.TAG, ("W",), Scope.ARTICLES),
    Command("start_left", _("Begin a word earlier"), Menu.TAG, ("Alt+Left",), Scope.ARTICLES),
    Command("start_right", _("Begin a word later"), Menu.TAG, ("Alt+Right",), Scope.ARTICLES),
    Command("stop_left", _("End a word earlier"), Menu.TAG, ("Alt+Shift+Left",), Scope.ARTICLES),
    Command("stop_right", _("End a word later"), Menu.TAG, ("Alt+Shift+Right",), Scope.ARTICLES),
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
    Command("page_annotations", _("Annotations"), Menu.VIEW, ("Ctrl+5",), Scope.PROJECT),
    Command("pace", _("Session statistics"), Menu.VIEW, (), Scope.PROJECT),
    Command("layers", _("Choose the layers"), Menu.VIEW, ("L",), Scope.ARTICLES),
    Command("fold_list", _("Fold or show the list"), Menu.VIEW, ("F9",), Scope.ARTICLES),
    Command(
        "fold_panel",
        _("Fold or show suggestions and form"),
        Menu.VIEW,
        ("Shift+F9",),
        Scope.ARTICLES,
    ),
    Command("zoom_in", _("Larger text"), Menu.VIEW, ("Ctrl++", "Ctrl+="), Scope.ARTICLES),
    Command("zoom_out", _("Smaller text"), Menu.VIEW, ("Ctrl+-",), Scope.ARTICLES),
    Command("zoom_reset", _("Normal text size"), Menu.VIEW, ("Ctrl+0",), Scope.ARTICLES),
    Command("theme_system", _("Theme of the system"), Menu.VIEW),
    Command("theme_light", _("Light theme"), Menu.VIEW),
    Command("theme_dark", _("Dark theme"), Menu.VIEW),
    Command("language_system", _("Language of the system"), Menu.VIEW),
    Command("language_en", _("Language: {name}").format(name="English"), Menu.VIEW),
    Command("language_fr", _("Language: {name}").format(name="Français"), Menu.VIEW),
)

_HELP = (
    Command("help", _("Help"), Menu.HELP, ("F1",)),
    Command("palette", _("Find a command…"), Menu.HELP, ("Ctrl+K",)),
    Command("keys", _("Keys"), Menu.HELP, ("?",)),
    Command("change_keys", _("Change keys…"), Menu.HELP),
    Command("tour", _("Tour"), Menu.HELP),
    Command("about", _("About Annotator"), Menu.HELP),
)

COMMANDS: tuple[Command, ...] = (
    *_PROJECT,
    *_EDIT,
    *_ARTICLE,
    *_SUGGESTION,
    *_TAG,
    *PAGE_COMMANDS,
    *_VIEW,
    *_HELP,
)

_in_use = {entry.key: entry for entry in COMMANDS}


def command(key: str) -> Command:
    """The command of that key as its keys are now; KeyError if there is none."""
    return _in_use[key]


def commands() -> tuple[Command, ...]:
    """All commands of the table as their keys are now."""
    return tuple(_in_use.values())


def use_keys(chosen: Keys) -> None:
    """Have commands use these keys; a key chosen for one is no longer that of another."""
    for entry in COMMANDS:
        if entry.key in chosen and not entry.is_fixed:
            keys = chosen[entry.key]
        else:
            keys = tuple(key for key in entry.shortcuts if not _is_chosen(chosen, entry, key))
        _in_use[entry.key] = replace(entry, shortcuts=keys)


def _is_chosen(chosen: Keys, entry: Command, key: str) -> bool:
    return not entry.is_fixed and any(
        key in chosen.get(other.key, ()) and other.meets(entry) for other in COMMANDS
    )
