"""Colours can be read in both themes."""

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from annotator.domain import EntityLabel
from annotator.settings import ThemeChoice
from annotator.ui.theme import DARK, LIGHT, Theme, label_colour, palette, stylesheet, theme_for

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
