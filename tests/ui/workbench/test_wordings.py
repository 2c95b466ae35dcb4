"""Words on the screen are told apart."""

from annotator.ui.wordings import CLAIM_KINDS, CLAIM_TIPS, MODALITIES, MODALITY_TIPS


def test_no_modality_reads_like_a_kind_of_claim() -> None:
    assert set(MODALITIES.values()).isdisjoint(CLAIM_KINDS.values())


def test_every_value_is_explained() -> None:
    assert MODALITY_TIPS.keys() == MODALITIES.keys()
    assert CLAIM_TIPS.keys() == CLAIM_KINDS.keys()
