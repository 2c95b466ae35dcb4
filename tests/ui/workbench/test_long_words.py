"""Words that are longer than a line of the panel on the right."""

import pytest
from PySide6.QtGui import QTextDocument, QTextOption
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import RoleValue
from annotator.ui.elided import ElidedLabel
from annotator.ui.forms.entity_names import EntityNames
from annotator.ui.forms.form_head import FormHead
from annotator.ui.forms.statement_form import StatementForm
from annotator.ui.forms.value_chip import ValueChip
from annotator.ui.session import Session
from annotator.ui.suggestions.card import SuggestionCard
from annotator.ui.theme import DARK, LIGHT, Theme, stylesheet

NARROW = 280
WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze & Söhne"
FUNDER = RoleValue("funder", WORD)


def shown(qtbot: QtBot, widget: QWidget, theme: Theme = LIGHT) -> None:
    widget.setStyleSheet(stylesheet(theme))
    qtbot.addWidget(widget)
    widget.resize(NARROW, 600)
    widget.show()


def fits(label: QLabel) -> bool:
    wrapping = QTextOption()
    wrapping.setWrapMode(QTextOption.WrapMode.WordWrap)
    words = QTextDocument()
    words.setDefaultFont(label.font())
    words.setDocumentMargin(0)
    # as labels lay their words out
    words.setDefaultTextOption(wrapping)
    words.setHtml(label.text())
    words.setTextWidth(label.width())
    return words.size().width() <= label.width()


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_a_long_filler_makes_the_form_no_wider_than_its_panel(theme: Theme, qtbot: QtBot) -> None:
    form = StatementForm(EntityNames(Session()))
    draft = factories.statement_draft(values=(FUNDER, factories.two_billion()))
    form.show_draft(draft, factories.codebook(), factories.TEXT)
    shown(qtbot, form, theme)
    assert form.width() == NARROW


def test_a_chip_shows_as_much_as_there_is_room_for_and_says_the_rest(qtbot: QtBot) -> None:
    chip = ValueChip(FUNDER)
    shown(qtbot, chip)
    words = chip.findChild(QPushButton)
    assert words is not None
    chip.resize(120, 30)
    assert words.text().endswith("…")
    assert words.toolTip().startswith(WORD)
    assert words.accessibleName() == WORD
    chip.resize(chip.sizeHint())
    assert words.text().replace("&&", "&") == WORD


def test_nothing_is_cut_off_on_the_card_of_a_suggestion(qtbot: QtBot) -> None:
    card = SuggestionCard()
    draft = factories.statement_draft(values=(FUNDER,))
    found = factories.suggestion(draft, quote=WORD)
    card.show_suggestion(found, factories.codebook(), "1 of 1,054 · 1,012 skipped · 1,012 flagged")
    shown(qtbot, card)
    assert card.width() == NARROW
    assert all(fits(label) for label in card.findChildren(QLabel) if label.wordWrap())
    assert WORD in card.accessibleName()


def test_a_long_place_in_the_stream_makes_the_card_no_wider_than_its_panel(qtbot: QtBot) -> None:
    card = SuggestionCard()
    found = factories.suggestion(factories.statement_draft())
    card.show_suggestion(found, factories.codebook(), "1 of 132 · 12 skipped · 3 flagged · changed")
    shown(qtbot, card)
    assert card.width() == NARROW
    assert all(fits(label) for label in card.findChildren(QLabel) if label.wordWrap())


def test_the_head_of_the_form_names_the_annotation_whole_where_the_panel_is_narrowest(
    qtbot: QtBot,
) -> None:
    head = FormHead()
    shown(qtbot, head)
    head.resize(272, 600)
    head.show_target("Statement", WORD, stored=True)
    assert head.findChildren(ElidedLabel)[0].text() == "Statement"


def test_the_head_of_the_form_cuts_only_what_has_no_room_and_says_all_of_it(qtbot: QtBot) -> None:
    head = FormHead()
    shown(qtbot, head)
    head.resize(348, 600)
    head.show_target("Statement", f"{WORD} {WORD} {WORD}", stored=True)
    title, quote = head.findChildren(ElidedLabel)
    assert title.text() == "Statement"
    assert quote.text().endswith("…")
    assert quote.toolTip().count(WORD) == 3
    assert quote.fontMetrics().size(0, quote.text()).width() <= quote.width()
    assert quote.height() >= 2 * quote.fontMetrics().height()
