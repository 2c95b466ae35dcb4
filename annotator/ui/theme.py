"""Colours and the stylesheet: one calm look in two themes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from annotator.paths import resources_folder
from annotator.settings import ThemeChoice

if TYPE_CHECKING:
    from annotator.domain import EntityLabel


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Every colour of the window as `#rrggbb`.

    `window` lies behind panels, `base` is the paper of texts and fields, `raised` that of
    buttons and headers; `soft` colours are backgrounds for text of the colour they go with.
    """

    name: str
    dark: bool
    window: str
    base: str
    raised: str
    hover: str
    pressed: str
    border: str
    strong_border: str
    text: str
    muted: str
    disabled: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str


LIGHT = Theme(
    name="light",
    dark=False,
    window="#f4f5f7",
    base="#ffffff",
    raised="#fbfbfc",
    hover="#eceef2",
    pressed="#e0e3e9",
    border="#dcdfe5",
    strong_border="#b9bfca",
    text="#1c2230",
    muted="#5a6375",
    disabled="#9aa2b1",
    accent="#2257c5",
    accent_hover="#1b489f",
    on_accent="#ffffff",
    accent_soft="#e4ecfb",
    good="#1b7340",
    good_soft="#e0f3e7",
    warn="#8a5a00",
    warn_soft="#fdf1d8",
    bad="#b3261e",
    bad_soft="#fce8e6",
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#171a21",
    base="#1e222b",
    raised="#252a34",
    hover="#2c323e",
    pressed="#363d4b",
    border="#323947",
    strong_border="#4a5365",
    text="#e6e9ef",
    muted="#a1abbd",
    disabled="#69738a",
    accent="#7aa5f8",
    accent_hover="#98baff",
    on_accent="#10141c",
    accent_soft="#27385c",
    good="#74cf98",
    good_soft="#1d3a2a",
    warn="#e6b45c",
    warn_soft="#41341a",
    bad="#f28b82",
    bad_soft="#4a2523",
)

# Dark by light. No more than some five colours stay apart for every kind of sight; what shares one
# differs by the form of its line or by its name.
SAFE_COLOURS: Mapping[str, str] = {
    "#0f8457": "#74f2a4",
    "#1f4fd0": "#3f97ff",
    "#7a2208": "#e8922a",
    "#b0309f": "#ff4f9c",
    "#585a66": "#e3cdf0",
}
_PLACES, _ORGANISATIONS, _PEOPLE, _WORKS, _QUANTITIES = SAFE_COLOURS

# by the label's value: a window without a project needs no types of the domain
_LABELS: Mapping[str, str] = {
    "PERSON": _PEOPLE,
    "ORG": _ORGANISATIONS,
    "GPE": _PLACES,
    "LOC": _PLACES,
    "NORP": _PLACES,
    "PRODUCT": _WORKS,
    "LAW": _WORKS,
    "EVENT": _WORKS,
    "MONEY": _QUANTITIES,
    "DATE": _QUANTITIES,
    "PERCENT": _QUANTITIES,
}


def label_colour(label: "EntityLabel", theme: Theme) -> str:
    """The colour in which mentions with that label are drawn."""
    return in_theme(_LABELS[label], theme)


def in_theme(colour: str, theme: Theme) -> str:
    """That colour; in a dark theme the one that belongs to it, if it is a safe one."""
    return SAFE_COLOURS.get(colour, colour) if theme.dark else colour


def theme_for(choice: ThemeChoice) -> Theme:
    """The theme that the user chose, or the one the system shows."""
    if choice is ThemeChoice.SYSTEM:
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme is Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def theme_shown() -> Theme:
    """The theme that the program was given last."""
    return DARK if QGuiApplication.palette().window().color() == QColor(DARK.window) else LIGHT


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole program the look of `theme`."""
    if app.style().name().lower() != "fusion":
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setStyleSheet(stylesheet(theme))


def stylesheet(theme: Theme) -> str:
    """The stylesheet with the colours of `theme` filled in."""
    icons = (resources_folder() / "icons").as_posix()
    return Template(_style_source()).substitute(asdict(theme), icons=icons)


@cache
def _style_source() -> str:
    return (resources_folder() / "styles" / "annotator.qss").read_text("utf-8")


def palette(theme: Theme) -> QPalette:
    """The palette for whatever the stylesheet does not reach."""
    role = QPalette.ColorRole
    chosen = QPalette()
    for name, colour in (
        (role.Window, theme.window),
        (role.WindowText, theme.text),
        (role.Base, theme.base),
        (role.AlternateBase, theme.raised),
        (role.Text, theme.text),
        (role.Button, theme.raised),
        (role.ButtonText, theme.text),
        (role.BrightText, theme.bad),
        (role.ToolTipBase, theme.raised),
        (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.on_accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.accent),
        (role.Accent, theme.accent),
        (role.Mid, theme.border),
        (role.Midlight, theme.hover),
        (role.Dark, theme.strong_border),
        (role.Light, theme.base),
    ):
        chosen.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        chosen.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.disabled))
    return chosen
