"""The language is the one that was chosen, else the system's, else English."""

import plistlib
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from annotator.i18n import LANGUAGES, language_of
from annotator.settings import LanguageChoice, Settings
from annotator.system_language import system_languages
from french import said_in_french

SAY = "import json; from annotator.i18n import gettext as say; print(json.dumps(say('Accept')))"


@pytest.fixture
def silent(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A home folder, and an environment that names no language."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LC_MESSAGES": "en_GB", "LC_ALL": "fr_BE@euro"}, "fr"),
        ({"LC_ALL": "en_US", "LANGUAGE": "de:fr:en"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_system_speaks_as_its_environment_says(
    variables: dict[str, str], language: str, silent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del silent
    monkeypatch.setattr(sys, "platform", "linux")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert language_of(LanguageChoice.SYSTEM) == language


@pytest.mark.parametrize(
    ("wanted", "language"), [(["nl-BE", "fr-BE", "en-GB"], "fr"), (["en-US"], "en"), ([], "en")]
)
def test_a_mac_speaks_the_first_of_its_languages_that_the_program_knows(
    wanted: list[str], language: str, silent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    preferences = silent / "Library" / "Preferences" / ".GlobalPreferences.plist"
    preferences.parent.mkdir(parents=True)
    preferences.write_bytes(plistlib.dumps({"AppleLanguages": wanted}))
    assert language_of(LanguageChoice.SYSTEM) == language


@pytest.mark.parametrize(
    "content",
    [
        *(None, b"nothing of the kind", b"<?xml version='1.0'?><plist><dict>"),
        plistlib.dumps(["fr"]),
        plistlib.dumps({"AppleLanguages": "fr"}),
        plistlib.dumps({"AppleLanguages": [1]}),
    ],
)
def test_a_mac_whose_preferences_cannot_be_read_names_no_language(
    content: bytes | None, silent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    if content is not None:
        preferences = silent / "Library" / "Preferences" / ".GlobalPreferences.plist"
        preferences.parent.mkdir(parents=True)
        preferences.write_bytes(content)
    assert list(system_languages()) == []


@pytest.mark.parametrize(("number", "language"), [(0x040C, "fr"), (0x0809, "en"), (0xFFFF, "en")])
def test_windows_speaks_the_language_of_its_windows(
    number: int, language: str, silent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del silent
    kernel = SimpleNamespace(GetUserDefaultUILanguage=lambda: number)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("ctypes.windll", SimpleNamespace(kernel32=kernel), raising=False)
    assert language_of(LanguageChoice.SYSTEM) == language


def test_every_language_can_be_chosen() -> None:
    chosen = [choice for choice in LanguageChoice if choice is not LanguageChoice.SYSTEM]
    assert tuple(map(language_of, chosen)) == LANGUAGES


@pytest.mark.parametrize(
    ("choice", "system", "word"),
    [
        (LanguageChoice.FRENCH, "en", "Accepter"),
        (LanguageChoice.ENGLISH, "fr", "Accept"),
        (LanguageChoice.SYSTEM, "fr", "Accepter"),
    ],
)
def test_the_choice_goes_before_the_system(
    choice: LanguageChoice, system: str, word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path))
    assert Settings(language=choice).save()
    assert said_in_french(SAY, tmp_path, language=system) == word
