"""Every dialog for files begins where it was last used, and a cancelled one changes nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import factories
from annotator.paths import resources_folder
from annotator.project import create_project
from annotator.settings import Settings
from annotator.ui.export_dialog import ExportDialog
from annotator.ui.file_choice import FileChoice
from annotator.ui.import_dialog import ImportDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.new_project_dialog import NewProjectDialog
from annotator.ui.session import Session

CANCEL = ""


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which dialogs begin that were never used."""
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("annotator.ui.file_choice.documents_folder", lambda: folder)
    return folder


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder that somebody chooses."""
    folder = tmp_path / "other 🐝"
    folder.mkdir()
    (folder / "news.txt").write_text("Beta gives Gamma a loan of $3m.")
    (folder / "codes.toml").write_bytes(
        (resources_folder() / "codebooks" / "ai-news.toml").read_bytes()
    )
    create_project(folder / "other.anno", coder="Zoë").close()
    return folder


@pytest.fixture
def settings(documents: Path) -> Settings:
    assert documents.is_dir()
    return Settings(coder="Zoë")


@pytest.fixture
def window(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[MainWindow]:
    window = MainWindow(session, settings)
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def meet(kind: type[QDialog], act: Callable[[QDialog], object]) -> None:
    """Do something with the next dialog of that kind as soon as it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            act(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)


def pick(answer: str) -> list[Path]:
    """Type a path into the next dialog for files, or leave it; where it began will be told."""
    begun: list[Path] = []

    def act(dialog: QDialog) -> None:
        assert isinstance(dialog, QFileDialog)
        begun.append(Path(dialog.directory().absolutePath()))
        if answer == CANCEL:
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        field = dialog.findChild(QLineEdit)
        assert field is not None
        field.setText(answer)
        QTest.keyClick(field, Qt.Key.Key_Return)

    meet(QFileDialog, act)
    return begun


def push(widget: QWidget, text: str) -> None:
    buttons = widget.findChildren(QPushButton)
    QTest.mouseClick(next(b for b in buttons if b.text() == text), Qt.MouseButton.LeftButton)


def test_the_folder_is_remembered_once_it_is_kept(
    qtbot: QtBot, documents: Path, other: Path
) -> None:
    settings, parent = Settings(), QWidget()
    qtbot.addWidget(parent)
    choice = FileChoice(settings, "codebook")
    begun = pick(str(other / "codes.toml"))
    assert choice.open_file(parent, "Codebook", "") == other / "codes.toml"
    assert (begun, settings.folders) == ([documents], {})
    choice.keep()
    assert Settings.load().folders == {"codebook": str(other)}
    begun = pick(CANCEL)
    assert FileChoice(settings, "codebook").open_file(parent, "Codebook", "") is None
    assert begun == [other]
    assert settings.folders == {"codebook": str(other)}


@pytest.mark.parametrize("key", ["import_files", "import_folder", "open_project", "backup"])
def test_a_cancelled_dialog_changes_nothing(
    window: MainWindow, settings: Settings, key: str
) -> None:
    begun = pick(CANCEL)
    window.menus.trigger(key)
    assert len(begun) == 1
    assert settings.folders == {}


def test_opening_remembers_the_folder_of_a_project_that_opens(
    window: MainWindow, settings: Settings, other: Path, documents: Path
) -> None:
    (documents / "broken.anno").write_text("This is not SQLite at all." * 40)
    pick(str(documents / "broken.anno"))
    window.menus.trigger("open_project")
    assert settings.folders == {}
    pick(str(other / "other.anno"))
    window.menus.trigger("open_project")
    assert settings.folders == {"open": str(other)}
    assert window.session.path == other / "other.anno"


@pytest.mark.parametrize("accepted", [True, False])
def test_importing_remembers_the_folder_unless_it_is_cancelled(
    qtbot: QtBot, window: MainWindow, settings: Settings, other: Path, *, accepted: bool
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ImportDialog)
        if not accepted:
            dialog.reject()
            return
        qtbot.waitUntil(lambda: bool(dialog.chosen()))
        begun = pick(CANCEL)
        push(dialog, "Add files…")
        assert begun == [other]
        push(dialog, "Import 1 article")

    pick(str(other / "news.txt"))
    meet(ImportDialog, answer)
    window.menus.trigger("import_files")
    assert settings.folders == ({"import": str(other)} if accepted else {})
    if accepted:
        qtbot.waitUntil(lambda: window.session.project.articles.count() == 13)


def test_a_backup_is_offered_beside_the_project_and_then_where_the_last_was_written(
    window: MainWindow, settings: Settings, other: Path, tmp_path: Path
) -> None:
    begun = pick(str(other / "kept.anno"))
    window.menus.trigger("backup")
    assert begun == [tmp_path]
    assert (other / "kept.anno").is_file()
    assert settings.folders == {"backup": str(other)}


def test_an_export_is_offered_beside_the_project_and_then_where_the_last_was_written(
    qtbot: QtBot, window: MainWindow, settings: Settings, other: Path, tmp_path: Path
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        begun = pick(str(other / "out.jsonl"))
        push(dialog, "Choose…")
        assert begun == [tmp_path]
        assert settings.folders == {}
        push(dialog, "Export")

    meet(ExportDialog, answer)
    with qtbot.waitSignal(window.desk.jobs.ended):
        window.menus.trigger("export")
    assert settings.folders == {"export": str(other)}
    assert (other / "out.jsonl").is_file()


def test_a_new_project_remembers_its_folder_and_that_of_its_codebook(
    window: MainWindow, settings: Settings, other: Path, documents: Path
) -> None:
    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, NewProjectDialog)
        pick(str(other / "codes.toml"))
        QTest.mouseClick(_buttons(dialog, "Choose…")[1], Qt.MouseButton.LeftButton)
        push(dialog, "Create")

    meet(NewProjectDialog, answer)
    window.menus.trigger("new_project")
    assert settings.folders == {"open": str(documents), "codebook": str(other)}
    assert window.session.path == documents / "AI news.anno"


def test_a_chart_is_offered_beside_the_project_and_then_where_the_last_was_saved(
    qtbot: QtBot, window: MainWindow, settings: Settings, other: Path, tmp_path: Path
) -> None:
    statement = factories.statement_draft("raised", window.session.project.articles.text(1))
    window.session.do(lambda project: project.statements.add(1, statement))
    page = window.desk.go_to("overview")
    qtbot.waitUntil(lambda: bool(_buttons(page, "Save as…")), timeout=10_000)
    for begins, name in ((tmp_path, "first.csv"), (other, "second.csv")):
        begun = pick(str(other / name))
        save = _buttons(page, "Save as…")[0]
        assert save.menu() is not None
        save.menu().actions()[-1].trigger()
        assert begun == [begins]
        qtbot.waitUntil((other / name).exists)
        qtbot.waitUntil(lambda: settings.folders == {"save": str(other)})


def _buttons(widget: QWidget, text: str) -> list[QPushButton]:
    return [each for each in widget.findChildren(QPushButton) if each.text() == text]
