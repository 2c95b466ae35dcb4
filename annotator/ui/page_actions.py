"""The commands of the pages beside that of the articles."""

from annotator.i18n import gettext as _
from annotator.ui.command import Command, Menu, Scope

_ENTITY, _CODEBOOK, _LISTED = Scope.ENTITIES, Scope.CODEBOOK, Scope.ANNOTATIONS

_ENTITIES = (
    Command("find_entity", _("Find an entity"), Menu.ENTITY, ("Ctrl+F",), _ENTITY),
    Command("filter_entities", _("Show only one label"), Menu.ENTITY, (), _ENTITY),
    Command("all_entities", _("Show all entities"), Menu.ENTITY, (), _ENTITY),
    Command("new_entity", _("New entity…"), Menu.ENTITY, ("Ins",), _ENTITY),
    Command("merge_entities", _("Merge the entities…"), Menu.ENTITY, ("Ctrl+M",), _ENTITY),
    Command("rename_entity", _("Rename the entity"), Menu.ENTITY, ("F2",), _ENTITY, local=True),
    Command("add_alias", _("Add another name"), Menu.ENTITY, (), _ENTITY),
    Command("entity_note", _("Write the note"), Menu.ENTITY, (), _ENTITY),
    Command(
        "entity_sentences",
        _("List the sentences"),
        Menu.ENTITY,
        ("Return", "Enter"),
        _ENTITY,
        local=True,
    ),
    Command(
        "remove_entities", _("Remove the entities"), Menu.ENTITY, ("Del",), _ENTITY, local=True
    ),
)

_CODING = (
    Command("new_type", _("Add a statement type…"), Menu.CODEBOOK, ("Ins",), _CODEBOOK),
    Command(
        "type_up",
        _("Move the statement type up"),
        Menu.CODEBOOK,
        ("Alt+Up",),
        _CODEBOOK,
        local=True,
    ),
    Command(
        "type_down",
        _("Move the statement type down"),
        Menu.CODEBOOK,
        ("Alt+Down",),
        _CODEBOOK,
        local=True,
    ),
    Command("type_colour", _("Choose the colour of the type…"), Menu.CODEBOOK, (), _CODEBOOK),
    Command(
        "retire_type",
        _("Retire or restore the statement type"),
        Menu.CODEBOOK,
        ("Del",),
        _CODEBOOK,
        local=True,
    ),
    Command("guideline", _("Write the guideline"), Menu.CODEBOOK, (), _CODEBOOK),
    Command("new_role", _("Add a role…"), Menu.CODEBOOK, ("Ctrl+Ins",), _CODEBOOK),
    Command("role_up", _("Move the role up"), Menu.CODEBOOK, ("Alt+Up",), _CODEBOOK, local=True),
    Command(
        "role_down", _("Move the role down"), Menu.CODEBOOK, ("Alt+Down",), _CODEBOOK, local=True
    ),
    Command(
        "retire_role",
        _("Retire or restore the role"),
        Menu.CODEBOOK,
        ("Del",),
        _CODEBOOK,
        local=True,
    ),
)

_LIST = Menu.ANNOTATIONS
_LISTING = (
    Command("find_annotation", _("Find an annotation"), _LIST, ("Ctrl+F",), _LISTED),
    Command("filter_annotations", _("Show only some annotations"), _LIST, (), _LISTED),
    Command("all_annotations", _("Show all annotations"), _LIST, (), _LISTED),
    Command("order_annotations", _("Order by a column…"), _LIST, (), _LISTED),
    Command("annotation_columns", _("Choose the columns…"), _LIST, (), _LISTED),
    Command(
        "open_annotation",
        _("Show it in its article"),
        _LIST,
        ("Return", "Enter"),
        _LISTED,
        local=True,
    ),
    Command("accept_listed_ones", _("Accept the suggestions"), _LIST, ("A",), _LISTED),
    Command("reject_listed_ones", _("Reject the suggestions"), _LIST, ("R",), _LISTED),
    Command("reopen_listed_ones", _("Make the suggestions pending again"), _LIST, (), _LISTED),
    Command(
        "remove_listed_ones", _("Remove the annotations"), _LIST, ("Del",), _LISTED, local=True
    ),
)

PAGE_COMMANDS = (*_ENTITIES, *_CODING, *_LISTING)
