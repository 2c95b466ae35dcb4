"""What is flagged for later can be found again and comes back."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox

from annotator.domain import Verdict
from annotator.ui.article_panel import ArticlePanel
from ui.workbench.analyst import Analyst
from ui.workbench.test_deciding import listed, verdicts

A, G, N, P, S, Z = (Qt.Key(ord(key)) for key in "AGNPSZ")
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_g_flags_and_goes_on_and_undo_takes_it_back(analyst: Analyst) -> None:
    first = analyst.current
    analyst.press(G)
    assert verdicts(analyst)[0] is Verdict.FLAGGED
    assert analyst.current.quote == "France"
    assert "1 of 4 · 1 flagged" in analyst.reads(analyst.stream)
    assert analyst.project.undo_name == "Flag suggestion"
    analyst.press(Z, modifiers=CONTROL)
    assert analyst.current == first
    assert verdicts(analyst) == [None] * 5


def test_the_button_does_what_the_key_does(analyst: Analyst) -> None:
    analyst.push("Flag", within=analyst.stream)
    assert verdicts(analyst)[0] is Verdict.FLAGGED


def test_the_list_and_the_card_tell_flagged_from_skipped(analyst: Analyst) -> None:
    analyst.press(G, S)
    assert "1 of 3 · 1 skipped · 1 flagged" in analyst.reads(analyst.stream)
    rows = [listed(analyst).model().index(row, 0, QModelIndex()).data() for row in (0, 1)]
    assert rows[0].startswith("Funding, flagged:")
    assert rows[1].startswith("Country, city, state, skipped:")
    analyst.press(P, P)
    assert "flagged · 3 pending" in analyst.reads(analyst.stream)


def test_a_skipped_one_can_be_flagged_and_a_flagged_one_is_only_gone_on_from(
    analyst: Analyst,
) -> None:
    analyst.press(S, P, G)
    assert verdicts(analyst)[0] is Verdict.FLAGGED
    assert analyst.current.quote == "France"
    steps = analyst.project.history(10)
    analyst.press(P, G)
    assert analyst.project.history(10) == steps
    assert analyst.current.quote == "France"


def test_what_is_flagged_is_taken_up_apart_from_what_was_skipped(analyst: Analyst) -> None:
    analyst.press(G, S, A, A, A)
    shown = [analyst.button(text).text() for text in ("Take up the one f", "Take up the one s")]
    assert shown == ["Take up the one flagged", "Take up the one skipped"]
    analyst.push("Take up the one flagged")
    assert verdicts(analyst)[:2] == [None, Verdict.SKIPPED]
    assert "Funding" in analyst.reads(analyst.stream)


def test_articles_with_flagged_ones_can_be_listed(analyst: Analyst) -> None:
    here = analyst.article_id
    analyst.press(G)
    panel = analyst.window.findChild(ArticlePanel)
    assert panel is not None
    analyst.push("Filters")
    box = next(b for b in panel.findChildren(QCheckBox) if "flagged" in b.text())
    box.click()
    analyst.qtbot.waitUntil(lambda: panel._model.rowCount() == 1)
    assert panel._model.id_at(0) == here
    assert analyst.button("Filters (1)").isVisible()
    analyst.push("Clear the filters")
    analyst.qtbot.waitUntil(lambda: panel._model.rowCount() == 2)
