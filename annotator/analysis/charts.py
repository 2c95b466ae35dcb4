"""Charts of tables, for the window, for print and for the web."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from annotator.analysis.table import Table
from annotator.errors import InvalidInput, refusals_named
from annotator.i18n import gettext as _
from annotator.paths import replacing

if TYPE_CHECKING:
    from matplotlib.figure import Figure

SUFFIXES = (".svg", ".png")
_DOTS_PER_INCH = 300


def draw(table: Table, *, dark: bool = False) -> "Figure":
    """A figure of the table in the light or the dark theme; an empty one says that it is empty."""
    from annotator.analysis.drawing import figure_of  # noqa: PLC0415 - matplotlib loads slowly

    return figure_of(table, dark=dark)


def save(figure: "Figure", path: Path) -> None:
    """Write SVG (letters as outlines, so that it looks alike everywhere) or PNG (300 dpi).

    Raises InvalidInput for another suffix, CannotWrite when the disk refuses.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        sentence = _("{name} has no suffix of a chart: end the name in .svg or .png.")
        raise InvalidInput(sentence.format(name=path.name))
    image = io.BytesIO()
    without_date = {"Date": None} if suffix == ".svg" else {}
    figure.savefig(image, format=suffix[1:], dpi=_DOTS_PER_INCH, metadata=without_date)
    with refusals_named(path), replacing(path) as part:
        part.write_bytes(image.getvalue())
