"""The window speaks the language that was chosen, and no other beside it."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from annotator.paths import locale_folder
from annotator.settings import LanguageChoice, Settings, ThemeChoice
from annotator.ui import help_window
from annotator.ui.help_window import page_keys
from annotator.ui.main_window import MainWindow
from annotator.ui.messages import Banner
from annotator.ui.session import Session
from french import said_in_french

NUMBERS = dict.fromkeys(("n", "number", "count", "shown", "done", "total", "right"), r"[\d., ]+")
USE = "from pathlib import Path; from ui.french_window import use; use(Path({folder!r}))"


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What can be read in the window where French is spoken."""
    folder = tmp_path_factory.mktemp("french")
    found: dict[str, Any] = said_in_french(USE.format(folder=str(folder)), folder)
    return found


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow(Session(), Settings(theme=ThemeChoice.LIGHT))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


@cache
def english() -> re.Pattern[str]:
    """Every text that is another one in French, whatever fills its gaps."""
    with (locale_folder() / "fr" / "LC_MESSAGES" / "annotator.po").open("rb") as file:
        messages = [message for message in read_po(file, locale="fr") if message.id]
    forms: set[str] = set()
    for message in messages:
        texts = message.id if isinstance(message.id, tuple) else (message.id,)
        own = message.string if isinstance(message.string, tuple) else (message.string,)
        pairs = zip(texts, own, strict=True)
        plain_pairs = ((text.replace("&", ""), said.replace("&", "")) for text, said in pairs)
        forms.update(text for text, said in plain_pairs if text != said)
    worded = (form for form in forms if re.search(r"[^\W\d_]{2,}", re.sub(r"\{\w+\}", "", form)))
    return re.compile("|".join(map(_with_gaps, worded)))


def _with_gaps(form: str) -> str:
    return re.sub(r"\\\{(\w+)\\\}", lambda gap: NUMBERS.get(gap[1], ".+"), re.escape(form))


def plain(text: str) -> Iterator[str]:
    """The lines of a text without mark-up, mnemonics and keys."""
    for line in re.sub(r"<[^>]*>", "", text).replace("&", "").splitlines():
        yield line.strip()
        yield re.sub(r" \([^)]*\)$|  \S$", "", line).strip()


def test_no_english_is_left_where_french_is_spoken(read: dict[str, Any]) -> None:
    lines = {line for text in read["texts"] for line in plain(text)}
    assert len(lines) > 400
    assert not [line for line in lines if english().fullmatch(line)]


@pytest.mark.parametrize(
    "words",
    [
        *("Projet", "Rechercher dans l’article", "Énoncés", "Locuteur", "Rôles", "Fusionner…"),
        *("Vue d’ensemble", "Articles et énoncés par source", "Coder comme FUNDING", "Prévu"),
        *("Mettre de côté pour plus tard", "Consigne générale", "Étape 1 sur 3"),
        *("Extraire de 2 articles", "Actualités IA", "Choisir les calques"),
        *("Mes annotations", "Codée", "Disposition d’origine", "Importation"),
    ],
)
def test_menus_pages_and_the_form_speak_french(words: str, read: dict[str, Any]) -> None:
    assert words in {line for text in read["texts"] for line in plain(text)}


@pytest.mark.parametrize("words", ["Ouvrir", "Annuler", "Nom de fichier :"])
def test_qt_speaks_it_too(words: str, read: dict[str, Any]) -> None:
    texts = {line.replace("\u00a0", " ") for text in read["texts"] for line in plain(text)}
    assert words in texts


def test_keys_are_named_as_on_a_french_keyboard(read: dict[str, Any]) -> None:
    assert {"Maj+F9", "Suppr", "Alt+Gauche"} <= set(read["texts"])
    assert "Accepter (A)" in read["texts"]


def test_no_letter_stands_for_two_entries_of_a_menu(read: dict[str, Any]) -> None:
    bar, *menus = read["menus"]
    assert len(bar) == 10
    assert len(menus) > 15
    for entries in (bar, *menus):
        letters = [found[1].upper() for text in entries if (found := re.search("&([^&])", text))]
        assert len(letters) == len(set(letters)), entries
        assert all(letter.isascii() for letter in letters), entries
    assert sum("&" in text for entries in menus for text in entries) > 15


def test_a_language_is_chosen_in_the_menu_and_told_to_come_with_the_next_start(
    window: MainWindow,
) -> None:
    assert window.menus.actions["language_system"].isChecked()
    window.menus.trigger("language_fr")
    assert window.settings.language is LanguageChoice.FRENCH
    assert window.menus.actions["language_fr"].isChecked()
    banner = window.findChild(Banner)
    assert banner.isVisible()
    said = " ".join(label.text() for label in banner.findChildren(QLabel))
    assert "once it is started again" in said
    window.close()
    assert Settings.load().language is LanguageChoice.FRENCH


def test_nothing_is_told_where_the_language_stays(window: MainWindow) -> None:
    window.menus.trigger("language_en")
    assert window.settings.language is LanguageChoice.ENGLISH
    assert not window.findChild(Banner).isVisible()


@pytest.mark.parametrize("sum_of_money", [0.5, 1.5e6, 1234.5, 1e9, 2.5e9, 3e12])
def test_a_sum_that_is_shown_in_french_is_read_again(sum_of_money: float, tmp_path: Path) -> None:
    code = (
        "import json; from annotator.ui.forms import money_fields as fields;"
        f"shown = fields.amount({sum_of_money!r});"
        "print(json.dumps([shown, fields._number(shown)]))"
    )
    shown, read_again = said_in_french(code, tmp_path)
    assert "." not in shown
    assert read_again == sum_of_money


def test_the_help_shows_a_page_in_the_language_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fr").mkdir()
    for name, heading in (("index", "Help"), ("keys", "Keys"), ("fr/keys", "Raccourcis")):
        (tmp_path / f"{name}.md").write_text(f"# {heading}\n", "utf-8")
    monkeypatch.setattr(help_window, "_folder", lambda: tmp_path)
    monkeypatch.setattr(help_window, "_page", help_window._page.__wrapped__)
    assert help_window.page_title("keys") == "Keys"
    monkeypatch.setattr(help_window, "language", "fr")
    assert help_window.page_title("keys") == "Raccourcis"
    assert help_window.page_title("index") == "Help"


def test_every_page_of_the_help_is_there_in_french_or_else_in_english(tmp_path: Path) -> None:
    code = (
        "import json; from annotator.ui.help_window import page_keys, page_title;"
        "print(json.dumps({key: page_title(key) for key in page_keys()}))"
    )
    titles = said_in_french(code, tmp_path)
    assert titles.keys() == set(page_keys())
    assert all(titles.values())
