"""Colours of marks stay apart for protan, deutan and tritan sight, in both themes.

Sight is simulated after G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A Physiologically-
based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.0; the
distance is that of CIE 1976 L*a*b*, in which 2 can just be seen on large fields side by side.
"""

import math
from enum import Enum
from itertools import combinations

import pytest
from PySide6.QtGui import QColor

from annotator.domain import ClaimDraft, ClaimKind, EntityLabel, MentionDraft, Span
from annotator.readers import read_codebook, shipped_codebooks
from annotator.ui.annotation_marks import colour, form
from annotator.ui.article_view.palette import Palette
from annotator.ui.theme import DARK, LIGHT, SAFE_COLOURS, Theme, label_colour

LEAST = 20.0
THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)

Triple = tuple[float, float, float]


class Sight(Enum):
    """What linear red, green and blue become."""

    FULL = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
    PROTAN = (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    )
    DEUTAN = (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    )
    TRITAN = (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    )


SIGHTS = pytest.mark.parametrize("sight", Sight)

TO_XYZ = (
    (0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505),
    (0.2126, 0.7152, 0.0722),
    (0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089),
)


def times(matrix: tuple[Triple, Triple, Triple], vector: Triple) -> Triple:
    red, green, blue = (
        sum(factor * part for factor, part in zip(row, vector, strict=True)) for row in matrix
    )
    return red, green, blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def compressed(part: float) -> float:
    return part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def seen(colour: QColor, sight: Sight) -> Triple:
    """The colour as that sight has it, in L*a*b*."""
    full = linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())
    red, green, blue = (min(1.0, max(0.0, part)) for part in times(sight.value, full))
    x, y, z = (compressed(part) for part in times(TO_XYZ, (red, green, blue)))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def least_distance(colours: set[str], theme: Theme, sight: Sight) -> float:
    """Between any two of them, as lines on the paper of that theme."""
    inks = [Palette(theme).ink(colour) for colour in colours]
    return min(math.dist(seen(a, sight), seen(b, sight)) for a, b in combinations(inks, 2))


def claim(kind: ClaimKind) -> ClaimDraft:
    return ClaimDraft(span=Span(0, 1), kind=kind)


@THEMES
@SIGHTS
def test_families_of_labels_stay_apart(theme: Theme, sight: Sight) -> None:
    families = {label_colour(label, theme) for label in EntityLabel}
    assert len(families) == 5
    assert least_distance(families, theme, sight) >= LEAST


@THEMES
@SIGHTS
def test_statement_types_that_ship_stay_apart(theme: Theme, sight: Sight) -> None:
    codebook = read_codebook(shipped_codebooks()["ai-news"])
    assert least_distance({kind.colour for kind in codebook.types}, theme, sight) >= LEAST


@THEMES
@SIGHTS
def test_colours_for_new_types_stay_apart(theme: Theme, sight: Sight) -> None:
    assert least_distance(set(SAFE_COLOURS), theme, sight) >= LEAST


@THEMES
@SIGHTS
def test_kinds_of_claims_stay_apart(theme: Theme, sight: Sight) -> None:
    codebook = read_codebook(shipped_codebooks()["ai-news"])
    kinds = {colour(claim(kind), codebook, theme) for kind in ClaimKind}
    assert least_distance(kinds, theme, sight) >= LEAST


@THEMES
def test_no_two_labels_have_both_colour_and_form_of_line_in_common(theme: Theme) -> None:
    drafts = [MentionDraft(span=Span(0, 1), label=label) for label in EntityLabel]
    looks = {(label_colour(draft.label, theme), form(draft)) for draft in drafts}
    assert len(looks) == len(EntityLabel)


def test_the_simulation_has_colours_fall_together_that_such_sight_confuses() -> None:
    red, green = QColor("#b84a3a"), QColor("#7a7a2c")
    far = math.dist(seen(red, Sight.FULL), seen(green, Sight.FULL))
    assert math.dist(seen(red, Sight.DEUTAN), seen(green, Sight.DEUTAN)) < far / 2
    blue, teal = QColor("#2f62b5"), QColor("#1f7d80")
    far = math.dist(seen(blue, Sight.FULL), seen(teal, Sight.FULL))
    assert math.dist(seen(blue, Sight.TRITAN), seen(teal, Sight.TRITAN)) < far / 2
    assert math.dist(seen(red, Sight.PROTAN), seen(green, Sight.PROTAN)) < far
