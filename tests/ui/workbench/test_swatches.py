"""The colour of a type on its buttons is the one that the article is painted with."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from annotator.settings import ThemeChoice
from annotator.ui.forms.type_chips import TypeChips
from annotator.ui.theme import DARK, LIGHT, Theme, in_theme
from annotator.ui.workbench.tag_bar import TagBar
from ui.workbench.analyst import Analyst


def colours(part: QWidget | None) -> set[str]:
    """Those of the icons on the buttons of that part."""
    assert part is not None
    icons = [button.icon() for button in part.findChildren(QToolButton)]
    drawn = [icon.pixmap(16, 12).toImage() for icon in icons if not icon.isNull()]
    return {image.pixelColor(image.width() // 3, image.height() // 2).name() for image in drawn}


@pytest.mark.parametrize(
    ("choice", "theme"), [(ThemeChoice.DARK, DARK), (ThemeChoice.LIGHT, LIGHT)]
)
@pytest.mark.parametrize("kind", [TagBar, TypeChips])
def test_types_have_the_colours_of_the_theme_also_after_it_was_changed(
    analyst: Analyst, kind: type[QWidget], choice: ThemeChoice, theme: Theme
) -> None:
    analyst.select("Parliament")
    analyst.press(Qt.Key.Key_1)
    analyst.window.set_theme(ThemeChoice.LIGHT if choice is ThemeChoice.DARK else ThemeChoice.DARK)
    analyst.window.set_theme(choice)
    types = analyst.project.codebook.get().types
    painted = {in_theme(each.colour, theme) for each in types}
    assert colours(analyst.window.findChild(kind)) == painted
