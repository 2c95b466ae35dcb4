"""Words on the screen are told apart."""

import pytest

from annotator.ui.wordings import (
    CLAIM_KINDS,
    CLAIM_TIPS,
    MODALITIES,
    MODALITY_TIPS,
    language_name,
)


def test_no_modality_reads_like_a_kind_of_claim() -> None:
    assert set(MODALITIES.values()).isdisjoint(CLAIM_KINDS.values())


def test_every_value_is_explained() -> None:
    assert MODALITY_TIPS.keys() == MODALITIES.keys()
    assert CLAIM_TIPS.keys() == CLAIM_KINDS.keys()


@pytest.mark.parametrize(
    ("code", "name"),
    [("en", "English"), ("en-GB", "English (en-GB)"), ("fr", "French"), ("xx", "xx")],
)
def test_languages_are_named_as_far_as_qt_knows_them(code: str, name: str) -> None:
    assert language_name(code) == name
