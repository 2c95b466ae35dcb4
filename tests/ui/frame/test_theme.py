"""Colours can be read in both themes."""

from collections.abc import Iterator
from dataclasses import asdict, replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import EntityLabel
from annotator.settings import ThemeChoice
from annotator.ui.forms.type_chips import TypeChips
from annotator.ui.swatch import swatch
from annotator.ui.theme import (
    DARK,
    LIGHT,
    Theme,
    in_theme,
    label_colour,
    palette,
    stylesheet,
    theme_for,
)

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@THEMES
@pytest.mark.parametrize(
    ("words", "ground"),
    [
        ("text", "window"),
        ("text", "base"),
        ("text", "accent_soft"),
        ("muted", "window"),
        ("muted", "base"),
        ("muted", "accent_soft"),
        ("accent", "base"),
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("good", "good_soft"),
        ("warn", "warn_soft"),
        ("bad", "bad_soft"),
        ("bad", "window"),
    ],
)
def test_words_stand_out_from_their_ground(theme: Theme, words: str, ground: str) -> None:
    colours = asdict(theme)
    assert contrast(colours[words], colours[ground]) >= 4.5


@THEMES
@pytest.mark.parametrize("label", EntityLabel)
def test_every_entity_label_stands_out_from_the_paper(theme: Theme, label: EntityLabel) -> None:
    assert contrast(label_colour(label, theme), theme.base) >= 4.5


@THEMES
def test_the_stylesheet_has_no_colour_left_to_fill_in(theme: Theme) -> None:
    style = stylesheet(theme)
    assert "$" not in style
    assert theme.accent in style


def test_the_users_choice_goes_before_the_systems(qtbot: QtBot) -> None:
    del qtbot
    assert theme_for(ThemeChoice.DARK) is DARK
    assert theme_for(ThemeChoice.LIGHT) is LIGHT


@THEMES
def test_the_palette_agrees_with_the_theme(theme: Theme) -> None:
    role = palette(theme)
    assert role.window().color().name() == theme.window
    assert role.text().color().name() == theme.text


@pytest.fixture
def _dressed(qapp: QApplication) -> Iterator[None]:
    before = qapp.palette()
    yield
    qapp.setPalette(before)


def drawn(button: QToolButton) -> str:
    """The colour in the middle of its square."""
    return button.icon().pixmap(12).toImage().pixelColor(6, 6).name()


@pytest.mark.usefixtures("_dressed")
def test_squares_of_types_have_the_colour_of_the_theme(qapp: QApplication, qtbot: QtBot) -> None:
    qapp.setPalette(palette(LIGHT))
    kind = replace(factories.codebook().types[0], colour="#7a2208")
    codebook = replace(factories.codebook(), types=(kind,))
    chips = TypeChips()
    qtbot.addWidget(chips)
    chips.show_type(kind.key, codebook)
    chips.show()
    (button,) = chips.findChildren(QToolButton)
    assert drawn(button) == kind.colour
    qapp.setPalette(palette(DARK))
    qapp.processEvents()
    assert drawn(button) == in_theme(kind.colour, DARK) != kind.colour
    assert swatch(kind.colour).pixmap(12).toImage().pixelColor(6, 6).name() == drawn(button)
