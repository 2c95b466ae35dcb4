"""Colours of marks in a theme: tints that text stays legible on, inks that stand out from paper."""

from functools import lru_cache

from PySide6.QtGui import QColor, QPalette

from annotator.ui.theme import Theme, in_theme

_TEXT_ON_TINT = 7.0
_INK_ON_PAPER = 4.5
_TINT = 0.22
_TINT_DARK = 0.42
_STEPS = 10
_LINEAR_UP_TO = 0.04045


class Palette:
    """The theme's colours, and for each mark's colour what is drawn with it."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.paper = QColor(theme.base)
        self.text = QColor(theme.text)
        self.muted = QColor(theme.muted)
        self.accent = QColor(theme.accent)
        self.on_accent = QColor(theme.on_accent)
        self.hit = QColor("#6b5200" if theme.dark else "#ffe27a")
        self.current_hit = QColor("#a06a00" if theme.dark else "#ffb733")
        self._strength = _TINT_DARK if theme.dark else _TINT
        self._inks: dict[str, QColor] = {}
        self._tints: dict[tuple[str, float], QColor] = {}

    def ink(self, colour: str) -> QColor:
        """The colour for lines and small text: moved towards the text's until it can be read."""
        if colour not in self._inks:
            self._inks[colour] = self._legible(QColor(in_theme(colour, self._theme)))
        return self._inks[colour]

    def tint(self, colour: str, strength: float = 1.0) -> QColor:
        """The colour for the ground behind text, weakened until the text can be read."""
        key = (colour, strength)
        if key not in self._tints:
            self._tints[key] = self._pale(QColor(colour), self._strength * strength)
        return self._tints[key]

    def on_ink(self, colour: str) -> QColor:
        """Black or white, whichever reads better on the ink of that colour."""
        ink = self.ink(colour)
        return max(QColor("#ffffff"), QColor("#14171e"), key=lambda text: contrast(text, ink))

    def _legible(self, colour: QColor) -> QColor:
        for step in range(_STEPS):
            candidate = mixed(colour, self.text, step / _STEPS)
            if contrast(candidate, self.paper) >= _INK_ON_PAPER:
                return candidate
        return self.text

    def _pale(self, colour: QColor, strength: float) -> QColor:
        for step in range(_STEPS):
            candidate = mixed(self.paper, colour, strength * (1 - step / _STEPS))
            if contrast(self.text, candidate) >= _TEXT_ON_TINT:
                return candidate
        return self.paper


@lru_cache(maxsize=2)
def palette_for(theme: Theme) -> Palette:
    """The palette of that theme, one for all that draw with it."""
    return Palette(theme)


def text_palette(theme: Theme) -> QPalette:
    """The colours in which a text widget paints by itself."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Base, theme.base),
        (QPalette.ColorRole.Text, theme.text),
        (QPalette.ColorRole.Highlight, theme.accent),
        (QPalette.ColorRole.HighlightedText, theme.on_accent),
    ):
        palette.setColor(role, QColor(colour))
    return palette


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: `share` 0 is the first, 1 the second."""
    return QColor(
        round(first.red() + (second.red() - first.red()) * share),
        round(first.green() + (second.green() - first.green()) * share),
        round(first.blue() + (second.blue() - first.blue()) * share),
    )


def contrast(first: QColor, second: QColor) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    dark, light = sorted((_luminance(first.rgb()), _luminance(second.rgb())))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=1024)
def _luminance(rgb: int) -> float:
    red, green, blue = (_linear((rgb >> shift & 0xFF) / 255) for shift in (16, 8, 0))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= _LINEAR_UP_TO else ((value + 0.055) / 1.055) ** 2.4
