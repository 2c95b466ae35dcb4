"""The marks of an article: layer, name, colour, pending or not."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QTableView

import factories
from annotator.domain import ClaimKind, EntityLabel, Kind
from annotator.ui.annotation_marks import annotation_marks, mark_in_words, suggestion_marks
from annotator.ui.article_view import Layer
from annotator.ui.marked import Ref
from annotator.ui.theme import DARK, LIGHT, Theme, label_colour
from ui.workbench.analyst import Analyst

CODEBOOK = factories.codebook()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_annotations_are_marked_in_their_own_layers_and_colours(theme: Theme) -> None:
    annotations = (factories.statement(), factories.claim(id=2), factories.mention(id=3))
    marks = list(annotation_marks(annotations, CODEBOOK, theme))
    assert [mark.layer for mark in marks] == [Layer.STATEMENTS, Layer.CLAIMS, Layer.MENTIONS]
    assert [mark.label for mark in marks] == ["Funding", "Opinion", "Organisation"]
    assert [mark.key for mark in marks] == [
        Ref(Kind.STATEMENT, 1),
        Ref(Kind.CLAIM, 2),
        Ref(Kind.MENTION, 3),
    ]
    assert marks[0].colour == "#2f7d4f"
    assert marks[2].colour == label_colour(EntityLabel.ORG, theme)
    assert not any(mark.pending for mark in marks)


def test_suggestions_are_marked_as_pending_in_the_layer_of_what_they_would_become() -> None:
    pending = (factories.suggestion(factories.claim_draft(kind=ClaimKind.FACT), id=7),)
    (mark,) = suggestion_marks(pending, CODEBOOK, LIGHT)
    assert (mark.layer, mark.pending) == (Layer.CLAIMS, True)
    assert mark.key == Ref(Kind.SUGGESTION, 7)
    assert mark_in_words(mark) == "Fact: claim, suggested"


def test_a_type_that_the_codebook_does_not_have_is_shown_by_its_key() -> None:
    (mark,) = annotation_marks([factories.statement(type="lobbying")], CODEBOOK, LIGHT)
    assert (mark.label, mark.colour) == ("lobbying", LIGHT.muted)


def test_the_badges_and_the_list_name_a_label_as_the_card_does(analyst: Analyst) -> None:
    analyst.press(Qt.Key.Key_N)
    table = analyst.stream.findChild(QTableView)
    assert table is not None
    listed = table.model().index(1, 0, QModelIndex()).data()
    badges = {mark.label for mark in analyst.view.marks()}
    assert "Country, city, state" in analyst.reads(analyst.stream)
    assert listed == "Country, city, state: France"
    assert {"Country, city, state", "Organisation"} < badges
    assert badges.isdisjoint(label.value for label in EntityLabel)
