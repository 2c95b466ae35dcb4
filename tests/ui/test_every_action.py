"""Whatever a button or a menu does is a command: it stands in a menu, in `?` and in the palette."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

import factories
from annotator.project import create_project
from annotator.settings import Settings, ThemeChoice
from annotator.ui.actions import command, commands
from annotator.ui.command_button import named_command
from annotator.ui.entities_page.aliases import AliasEditor
from annotator.ui.forms.form_foot import FormFoot
from annotator.ui.forms.role_row import RoleRow
from annotator.ui.forms.segmented import Segmented
from annotator.ui.forms.type_chips import TypeChips
from annotator.ui.forms.value_chip import ValueChip
from annotator.ui.job_bar import JobBar
from annotator.ui.main_window import MainWindow
from annotator.ui.markdown_editor import MarkdownEditor
from annotator.ui.messages import Banner
from annotator.ui.overview_page.cards import TotalCards
from annotator.ui.overview_page.section import Section
from annotator.ui.pages import PAGE_KEYS
from annotator.ui.session import Session

VALUES = (AliasEditor, MarkdownEditor, RoleRow, Segmented, TotalCards, TypeChips, ValueChip)
"""What shows a value that can be changed in place or leads to what it stands for."""
ANSWERS = (Banner, FormFoot, JobBar)
"""What tells or asks something for as long as that matters."""


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    path = tmp_path / "Work.anno"
    with create_project(path, codebook=factories.codebook(), coder="Zoë") as project:
        (article,) = project.articles.add([factories.article_draft()]).added.values()
        project.statements.add(article[0], factories.statement_draft("France gives"))
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.show()
    assert window.projects.open(path)
    yield window
    window.close()


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_every_button_of_a_page_gives_a_command(
    window: MainWindow, qtbot: QtBot, page: str
) -> None:
    window.desk.go_to(page)
    if page == "overview":
        qtbot.waitUntil(lambda: window.findChild(Section) is not None, timeout=10_000)
    found = [button for button in buttons(window) if not is_left_out(button)]
    assert found
    known = {entry.key for entry in commands()}
    assert [describe(button) for button in found if named_command(button) not in known] == []


@pytest.mark.parametrize("page", PAGE_KEYS)
def test_every_entry_of_any_menu_is_a_command(window: MainWindow, qtbot: QtBot, page: str) -> None:
    window.desk.go_to(page)
    if page == "overview":
        qtbot.waitUntil(lambda: window.findChild(Section) is not None, timeout=10_000)
    known = {entry.key for entry in commands()}
    named = {action.objectName() for action in entries(window)}
    of_project = {f"tag {kind.key}" for kind in factories.codebook().types}
    of_project.add(str(window.session.path))
    assert named - of_project <= known
    assert {entry.key for entry in commands() if not entry.native} <= named


def test_a_button_shows_the_text_of_its_command_to_a_screen_reader(window: MainWindow) -> None:
    for button in buttons(window):
        if named_command(button):
            assert button.accessibleName() or button.text(), describe(button)
            assert command(named_command(button)).first_key in button.toolTip()


def buttons(window: MainWindow) -> list[QPushButton | QToolButton]:
    return [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]


def entries(window: MainWindow) -> list[QAction]:
    """What stands in menus, but for submenus, and in no field."""
    return [
        action
        for action in window.findChildren(QAction)
        if not action.isSeparator()
        and not isinstance(action.parent(), QLineEdit)
        and not is_of_menu(action)
    ]


def is_of_menu(action: QAction) -> bool:
    """Whether it opens a menu."""
    parent = action.parent()
    return isinstance(parent, QMenu) and parent.menuAction() is action


def is_left_out(button: QPushButton | QToolButton) -> bool:
    """Whether it stands for a value or an answer, closes something, opens a menu or is Qt's."""
    around = list(parents(button))
    return (
        any(isinstance(widget, (*VALUES, *ANSWERS, QLineEdit)) for widget in around)
        or any(widget.objectName() == "recentRow" for widget in around)
        or button.toolTip().endswith("(Esc)")
        or (button.menu() is not None and not named_command(button))
        or button.objectName().startswith("qt_")
    )


def parents(widget: QWidget) -> Iterator[QWidget]:
    above = widget.parentWidget()
    while above is not None:
        yield above
        above = above.parentWidget()


def describe(button: QWidget) -> str:
    return f"{button.accessibleName()} in {type(button.parentWidget()).__name__}"
