"""Settings survive restarts, damage and folders that cannot be written."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from annotator.settings import RECENT_LIMIT, Settings, StreamOrder, ThemeChoice, settings_path

NOON = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))


def test_what_was_saved_is_loaded_again(tmp_path: Path) -> None:
    saved = Settings(coder="Zoë 🐝", theme=ThemeChoice.DARK, zoom=130, geometry="AdnQywAD")
    saved.order, saved.run_on = StreamOrder.CERTAINTY, True
    saved.remember_project(tmp_path / "Förderung.anno", NOON)
    saved.folders["import"] = str(tmp_path)
    saved.keys = {"accept": ("Y", "Return"), "quit": ()}
    saved.remember_command("undo")
    saved.remember_command("accept")
    saved.remember_command("undo")
    assert saved.commands == ["undo", "accept"]
    assert saved.save()
    assert Settings.load() == saved


def test_a_project_is_found_again_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    saved = Settings()
    saved.remember_project(Path("mine.anno"), NOON)
    assert saved.recent[0].path == str(tmp_path / "mine.anno")


def test_without_a_file_the_defaults_hold() -> None:
    assert Settings.load() == Settings()


@pytest.mark.parametrize("content", [b"", b"{", b"[1, 2]", b"\xff\xfe\x00", b"null"])
def test_a_damaged_file_counts_as_none(content: bytes) -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_bytes(content)
    assert Settings.load() == Settings()


def test_a_damaged_value_leaves_the_others_alone() -> None:
    settings_path().parent.mkdir(parents=True)
    values = {
        "theme": "pink",
        "order": ["kind"],
        "zoom": "large",
        "recent": [3, {"path": "/a.anno"}, {}],
        "coder": "Ida",
        "keys": {"accept": "Y", "skip": ["X", 7], "reject": None},
        "commands": [1, "undo"],
    }
    settings_path().write_text(json.dumps({**values, "folders": {"a": 1, "b": "/"}, "unknown": 1}))
    loaded = Settings.load()
    assert (loaded.theme, loaded.zoom, loaded.coder) == (ThemeChoice.SYSTEM, 100, "Ida")
    assert [entry.path for entry in loaded.recent] == ["/a.anno"]
    assert loaded.order is StreamOrder.TEXT
    assert loaded.folders == {"b": "/"}
    assert (loaded.keys, loaded.commands) == ({"skip": ("X",)}, ["undo"])


def test_a_zoom_beyond_reason_is_brought_back() -> None:
    settings_path().parent.mkdir(parents=True)
    settings_path().write_text('{"zoom": 100000}')
    assert Settings.load().zoom == 300


def test_a_project_opened_again_moves_to_the_top(tmp_path: Path) -> None:
    settings = Settings()
    for name in ("a", "b", "a"):
        settings.remember_project(tmp_path / name, NOON)
    assert [Path(entry.path).name for entry in settings.recent] == ["a", "b"]


def test_only_so_many_projects_are_remembered(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT_LIMIT + 5):
        settings.remember_project(tmp_path / str(number), NOON)
    assert len(settings.recent) == RECENT_LIMIT
    assert settings.recent[0].path == str(tmp_path / str(RECENT_LIMIT + 4))


def test_a_project_whose_file_went_is_known_as_missing(tmp_path: Path) -> None:
    settings = Settings()
    settings.remember_project(tmp_path / "gone.anno", NOON)
    assert not settings.recent[0].is_there


def test_a_folder_that_went_gives_way_to_the_default(tmp_path: Path) -> None:
    settings = Settings(folders={"import": str(tmp_path / "gone"), "export": str(tmp_path)})
    assert settings.folder("import", Path("/")) == Path("/")
    assert settings.folder("export", Path("/")) == tmp_path
    assert settings.folder("never", Path("/")) == Path("/")


def test_a_folder_that_cannot_be_made_is_no_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "file" / "config"))
    assert not Settings().save()


def test_saving_leaves_no_other_file_behind() -> None:
    assert Settings().save()
    assert [path.name for path in settings_path().parent.iterdir()] == ["settings.json"]
