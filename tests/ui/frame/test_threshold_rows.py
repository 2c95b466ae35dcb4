"""How sure a suggestion must be stands in the extraction dialog, and can be changed there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

import factories
from annotator.domain import Codebook
from annotator.nlp import DEFAULT_PIPELINE, pipeline_thresholds
from annotator.nlp.thresholds import own_thresholds
from annotator.settings import Settings
from annotator.ui.extract_dialog import ExtractDialog
from annotator.ui.jobs import Jobs
from annotator.ui.messages import Banner
from annotator.ui.session import Session
from annotator.ui.tasks import Tasks
from annotator.workflows.versions import version_in

OWN = {kind: round(100 * chance) for kind, chance in pipeline_thresholds().items()}


def dialog(qtbot: QtBot, session: Session) -> ExtractDialog:
    made = ExtractDialog(session.project, [])
    qtbot.addWidget(made)
    made.show()
    return made


def boxes(made: QDialog) -> dict[str, QSpinBox]:
    return {
        box.accessibleName().removeprefix("How sure: "): box for box in made.findChildren(QSpinBox)
    }


def button(made: QDialog, text: str) -> QPushButton:
    return next(found for found in made.findChildren(QPushButton) if found.text().startswith(text))


def said(made: QDialog) -> str:
    return "\n".join(label.text() for label in made.findChildren(QLabel) if label.isVisible())


def turn_wheel(box: QSpinBox) -> None:
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle,
        QPointF(box.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turned)


def focused_in_turn(made: QDialog) -> Iterator[QWidget]:
    """All that the tab key comes to, from the first spin box on."""
    first = boxes(made)["Funding"]
    found = first.nextInFocusChain()
    while found is not None and found is not first:
        yield found
        found = found.nextInFocusChain()


def extracted(session: Session) -> None:
    """All articles were read by the pipeline as the project has it."""
    suggestions = session.project.suggestions
    run = suggestions.start_run(DEFAULT_PIPELINE, version_in(session.project, DEFAULT_PIPELINE))
    suggestions.store(run, dict.fromkeys(session.project.articles.ids(), ()))


def test_each_type_stands_at_the_default_of_the_pipeline(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    assert {name.lower(): box.value() for name, box in boxes(made).items()} == OWN
    assert f"Default {OWN['funding']} %" in said(made)
    assert made.wanted().thresholds == {}
    assert not button(made, "Defaults").isEnabled()


def test_a_step_leads_to_the_next_round_number(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    box = boxes(made)["Funding"]
    box.setValue(44)
    box.stepUp()
    assert box.text() == "45 %"
    box.stepUp()
    assert box.value() == 50
    box.setValue(44)
    box.stepDown()
    assert box.value() == 40
    box.setValue(95)
    box.stepUp()
    assert box.value() == 95


def test_the_wheel_changes_nothing(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    box = boxes(made)["Funding"]
    box.setFocus()
    turn_wheel(box)
    assert box.value() == OWN["funding"]
    assert made.wanted().thresholds == {}


@pytest.mark.parametrize("card", ["{", "[]", "{}", '{"thresholds": {"funding": 0.5}}'])
def test_a_damaged_card_is_told_of_and_other_pipelines_can_be_chosen(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, card: str
) -> None:
    (tmp_path / "card.json").write_text(card, "utf-8")
    own_thresholds.cache_clear()
    with monkeypatch.context() as patch:
        patch.setattr("annotator.nlp.thresholds.encoder_folder", lambda _language: tmp_path)
        made = dialog(qtbot, session)
        assert "is damaged" in said(made)
        assert "How sure" not in said(made)
        assert not button(made, "Extract").isEnabled()
    made.findChildren(QComboBox)[0].setCurrentIndex(1)
    assert "is damaged" not in said(made)
    assert boxes(made)["Funding"].value() == OWN["funding"]
    assert button(made, "Extract").isEnabled()


def test_only_what_differs_from_the_default_is_set(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    boxes(made)["Policy"].setValue(80)
    boxes(made)["Funding"].setValue(70)
    boxes(made)["Funding"].setValue(OWN["funding"])
    assert made.wanted().thresholds == {"policy": 0.8}


def test_what_the_project_has_is_shown_and_can_be_given_up(qtbot: QtBot, session: Session) -> None:
    session.project.thresholds.save({"competitor": 0.65, "a type of their own": 0.5})
    made = dialog(qtbot, session)
    assert boxes(made)["Competitor"].value() == 65
    button(made, "Defaults").click()
    assert boxes(made)["Competitor"].value() == OWN["competitor"]
    assert made.wanted().thresholds == {}
    assert not button(made, "Defaults").isEnabled()


def test_a_change_makes_the_articles_new(qtbot: QtBot, session: Session) -> None:
    extracted(session)
    made = dialog(qtbot, session)
    new = next(choice for choice in made.findChildren(QRadioButton) if "New" in choice.text())
    assert not new.isEnabled()
    boxes(made)["Funding"].setValue(80)
    assert new.isEnabled()
    assert "(12)" in new.text()
    button(made, "Defaults").click()
    assert not new.isEnabled()


def test_languages_whose_defaults_differ_are_told_apart(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "annotator.workflows.routing.pipeline_for",
        lambda language: "fr_core_news_md" if language == "fr" else None,
    )
    monkeypatch.setattr("annotator.workflows.routing.version_in", lambda *_given: "1")
    monkeypatch.setattr(
        "annotator.ui.extract_dialog.pipeline_thresholds",
        lambda name: dict.fromkeys(OWN, 0.5 if name.startswith("fr") else 0.44),
    )
    session.project.articles.add([factories.article_draft("Le 🐝 lève €5 M.", language="fr")])
    made = dialog(qtbot, session)
    assert "Default 44 % (English), 50 % (French)" in said(made)
    assert boxes(made)["Funding"].value() == 44
    boxes(made)["Funding"].setValue(50)
    boxes(made)["Funding"].setValue(44)
    assert made.wanted().thresholds == {"funding": 0.44}
    button(made, "Defaults").click()
    assert made.wanted().thresholds == {}


def test_types_that_no_pipeline_suggests_have_no_row(qtbot: QtBot, session: Session) -> None:
    session.project.codebook.save(Codebook(name="None of them"))
    made = dialog(qtbot, session)
    assert boxes(made) == {}
    assert "How sure" not in said(made)


def test_the_tab_key_goes_from_row_to_row_and_then_to_the_buttons(
    qtbot: QtBot, session: Session
) -> None:
    made = dialog(qtbot, session)
    boxes(made)["Funding"].setValue(80)
    stops = [*boxes(made).values(), button(made, "Defaults"), button(made, "Extract")]
    turn = [found for found in focused_in_turn(made) if found in stops]
    assert turn == stops[1:]


def test_a_low_screen_scrolls_and_keeps_the_buttons(qtbot: QtBot, session: Session) -> None:
    made = dialog(qtbot, session)
    made.resize(made.width(), 300)
    qtbot.waitUntil(lambda: made.height() == 300)
    assert button(made, "Cancel").visibleRegion().boundingRect() == button(made, "Cancel").rect()


def test_what_was_asked_for_is_kept_in_the_project_before_it_is_extracted(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    extracted(session)
    window = QWidget()
    qtbot.addWidget(window)
    jobs = Jobs(session)
    versions: list[str] = []
    monkeypatch.setattr(
        jobs,
        "add",
        lambda *_given: versions.append(version_in(session.project, DEFAULT_PIPELINE)),
    )

    def answered(made: ExtractDialog) -> bool:
        boxes(made)["Funding"].setValue(80)
        return True

    monkeypatch.setattr(ExtractDialog, "exec", answered)
    Tasks(session, Settings(), jobs, Banner(), window).extract()
    assert session.project.thresholds.get() == {"funding": 0.8}
    assert session.project.undo_name == "Change how sure suggestions must be"
    assert versions[0].endswith("+funding.0.8")
