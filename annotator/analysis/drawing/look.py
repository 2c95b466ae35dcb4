"""Colours, fonts and labels that all charts share."""

from dataclasses import dataclass
from functools import cache

from matplotlib.axes import Axes
from matplotlib.colors import is_color_like, to_hex, to_rgb
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from annotator.i18n import gettext as _

SMALL = 8.5
_LABEL_LENGTH = 38
_MISSING = "\ufffd"
_FALLBACKS = (
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Noto Sans Arabic",
    "Noto Sans Devanagari",
    "Microsoft YaHei",
    "PingFang SC",
    "Arial Unicode MS",
)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one theme; `accent` and `neutral` differ in lightness as well as in hue."""

    paper: str
    ink: str
    soft: str
    line: str
    accent: str
    neutral: str
    lightened: float = 0.0

    def shade(self, colour: str) -> str:
        """A colour of the codebook as it can be seen on this paper; the accent if it is none."""
        if not is_color_like(colour):
            return self.accent
        red, green, blue = (part + (1 - part) * self.lightened for part in to_rgb(colour))
        return to_hex((red, green, blue))


LIGHT = Look("#ffffff", "#1c2024", "#5c6570", "#dfe3e8", "#2b6ca3", "#9aa3ad")
DARK = Look("#16191d", "#e4e7eb", "#9aa4b0", "#343a42", "#6fb1e4", "#6c7682", lightened=0.35)


@cache
def font_families() -> list[str]:
    """The font that comes with matplotlib, then those here that know other scripts."""
    installed = {font.name for font in fontManager.ttflist}
    return ["DejaVu Sans", *(name for name in _FALLBACKS if name in installed)]


def label(text: str, *, length: int = _LABEL_LENGTH) -> str:
    """The text on one line, cut to `length`, with no formula and no letter that no font has."""
    plain = " ".join(text.split())
    cut = plain if len(plain) <= length else f"{plain[: length - 1].rstrip()}…"
    drawable = "".join(each if ord(each) in _known_letters() else _MISSING for each in cut)
    return drawable.replace("$", r"\$")  # matplotlib sets what stands between dollars as a formula


def set_height(figure: Figure, inches: float) -> None:
    """Give the figure a height in whole hundredths of an inch, so that no row of dots is cut."""
    figure.set_size_inches(figure.get_figwidth(), round(inches, 2))


def bare(axes: Axes, look: Look) -> None:
    """Take away the frame and colour what remains."""
    axes.set_facecolor(look.paper)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, colors=look.soft, labelsize=SMALL)


def note(figure: Figure, sentences: list[str], look: Look) -> None:
    """What the reader must know besides, at the foot."""
    text = " ".join(label(sentence, length=200) for sentence in sentences if sentence)
    if text:
        figure.supxlabel(text, x=0.015, ha="left", fontsize=SMALL, color=look.soft)


def say(figure: Figure, sentence: str, look: Look) -> None:
    """A sentence in the place of a chart."""
    figure.text(0.5, 0.45, sentence, ha="center", va="center", color=look.soft, fontsize=11)


def say_empty(figure: Figure, look: Look) -> None:
    """Tell that there is nothing to draw."""
    say(figure, _("Nothing to show yet."), look)


@cache
def _known_letters() -> frozenset[int]:
    fonts = [get_font(findfont(FontProperties(family=name))) for name in font_families()]
    return frozenset(code for font in fonts for code in font.get_charmap())
