"""Whatever colour a user picks, text stays legible in both themes."""

import pytest
from PySide6.QtGui import QColor

from annotator.domain import EntityLabel
from annotator.ui.article_view.palette import Palette, contrast
from annotator.ui.theme import DARK, LIGHT, Theme, label_colour

COLOURS = ["#000000", "#ffffff", "#ffff00", "#ff0000", "#2f7d4f", "#2f62b5", "#a8502a", "#808080"]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("colour", COLOURS)
def test_text_on_a_tint_and_ink_on_paper_can_be_read(theme: Theme, colour: str) -> None:
    palette = Palette(theme)
    assert contrast(palette.text, palette.tint(colour)) >= 7
    assert contrast(palette.text, palette.tint(colour, 1.5)) >= 7
    assert contrast(palette.ink(colour), palette.paper) >= 4.5
    assert contrast(palette.on_ink(colour), palette.ink(colour)) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("label", list(EntityLabel))
def test_the_colours_of_entity_labels_are_kept_as_they_are(
    theme: Theme, label: EntityLabel
) -> None:
    colour = label_colour(label, theme)
    assert Palette(theme).ink(colour) == QColor(colour)


def test_the_contrast_of_black_and_white_is_the_greatest() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21)
