"""The help tells of the program as it is, and says the same in every language."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, product

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from PySide6.QtCore import QLibraryInfo, QTranslator

from annotator.paths import locale_folder, resources_folder
from annotator.ui.actions import COMMANDS

HELP = resources_folder() / "help"
LANGUAGES = sorted(path.name for path in HELP.iterdir() if path.is_dir())
PAGES = sorted(path.name for path in HELP.glob("*.md"))

CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\]\(([^)]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")
NAMED = re.compile(r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)")
KEY = re.compile(r"`((?:(?:Ctrl|Alt|Shift)\+)+(?!Shift)\w+|F\d+)`")
SLIP = re.compile(r".{0,20}(?:[^\u202f][;!?»]|[^\u00a0]:(?=\s|$)|«[^\u202f]|')")
TOLD = re.compile(r" {4}\S")
CAPITALS = re.compile(r"[A-Z]{2,}")
PLACEHOLDER = re.compile(r"[A-Z]{2,}(?:[.=|][A-Za-z]+)*")
MARKER = re.compile(r"#+ |- |\d+\. |\|| +|```\w*|")

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_page = pytest.mark.parametrize("page", PAGES)


def lines(page: str, language: str = "") -> list[str]:
    return (HELP / language / page).read_text("utf-8").splitlines()


def text(page: str, language: str = "") -> str:
    return "\n".join(lines(page, language))


def pairs(page: str, language: str) -> Iterator[tuple[str, str]]:
    """The lines outside code, and in code those that tell what a command does."""
    fence = ""
    for here, there in zip(lines(page), lines(page, language), strict=True):
        if here.startswith("```"):
            fence = "" if fence else here
        if not fence or (fence == "```" and TOLD.match(here)):
            yield here, there
        else:
            assert there == in_words(here, language)


def prose(page: str, language: str) -> str:
    told = "\n".join(there for _here, there in pairs(page, language))
    return re.sub(r"`[^`]*`", "`", told)


def shape(line: str) -> tuple[str, int, bool]:
    """What a line is, how many cells it has, and whether it says anything."""
    marker = MARKER.match(line)
    return marker[0] if marker else "", line.count("|"), bool(line.strip())


@cache
def keyboard(language: str) -> QTranslator:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load(f"qtbase_{language}", folder)
    return translator


def in_words(code: str, language: str) -> str:
    """Code with keys as Qt, and placeholders as the command line, has them in that language."""
    filled = CAPITALS.sub(lambda word: placeholders(language).get(word[0], word[0]), code)
    keys = filled.split("+")
    return "+".join(keyboard(language).translate("QShortcut", key) or key for key in keys)


def plain(words: str) -> str:
    """Words as the help writes them: no letters of keys, “…” where something is put in."""
    filled = re.sub(r"\{[^}]*\}|\d+", "…", " ".join(words.replace("&", "").split()))
    return filled.removesuffix(" (…)").rstrip("…").casefold()


@cache
def translations(language: str) -> Catalog:
    with (locale_folder() / language / "LC_MESSAGES" / "annotator.po").open("rb") as file:
        return read_po(file)


@cache
def placeholders(language: str) -> dict[str, str]:
    """The words in capitals for which something is put in on the command line."""
    found: dict[str, str] = {}
    for message in translations(language):
        source, text = str(message.id), str(message.string)
        if PLACEHOLDER.fullmatch(source):
            found |= zip(CAPITALS.findall(source), CAPITALS.findall(text), strict=True)
    return found


@cache
def catalogue(language: str) -> dict[str, set[str]]:
    """What the window says, and what that is in the language."""
    said: dict[str, set[str]] = {}
    for message in translations(language):
        for source in _forms(message.id):
            said.setdefault(plain(source), set()).update(map(plain, _forms(message.string)))
    return said


def renderings(name: str, language: str) -> set[str]:
    """How what is named may be called there: `Menu > Entry` or one of the two; none if unknown."""
    parts = [catalogue(language).get(plain(part), set()) for part in name.split(" > ")]
    return {" > ".join(chosen) for chosen in product(*parts)}


def messages(language: str = "") -> list[str]:
    """The messages of which the page on trouble tells what to do, in its order."""
    following = pairwise(lines("trouble.md", language))
    rows = [row for row, after in following if row.startswith("| ") and after[:2] != "|-"]
    return [row.removeprefix("| ").split(" | ")[0] for row in rows]


@each_page
def test_a_page_leads_only_to_pages(page: str) -> None:
    assert set(LINK.findall(text(page))) <= set(PAGES)


@each_page
def test_the_keys_that_the_help_names_are_keys_of_the_program(page: str) -> None:
    named = set(KEY.findall(text(page)))
    known = {key for command in COMMANDS for key in command.shortcuts}
    assert named <= known


def test_every_language_of_the_window_has_its_help() -> None:
    spoken = sorted(path.parent.name for path in locale_folder().glob("*/LC_MESSAGES"))
    assert spoken == LANGUAGES


@each_language
def test_every_page_is_there_in_every_language(language: str) -> None:
    assert sorted(path.name for path in (HELP / language).iterdir()) == PAGES


@each_page
@each_language
def test_a_page_is_built_alike_in_every_language(page: str, language: str) -> None:
    for here, there in pairs(page, language):
        assert shape(there) == shape(here)
        assert len(BOLD.findall(there)) == len(BOLD.findall(here)), there
        assert len(NAMED.findall(there)) == len(NAMED.findall(here)), there


@each_page
@each_language
def test_a_page_leads_to_the_same_pages_in_every_language(page: str, language: str) -> None:
    for here, there in pairs(page, language):
        assert sorted(LINK.findall(there)) == sorted(LINK.findall(here))


@each_page
@each_language
def test_a_page_names_the_same_keys_commands_and_files(page: str, language: str) -> None:
    for here, there in pairs(page, language):
        named = sorted(in_words(code, language) for code in CODE.findall(here))
        assert sorted(CODE.findall(there)) == named


@each_page
@each_language
def test_a_page_calls_what_it_names_as_the_window_does(page: str, language: str) -> None:
    for here, there in pairs(page, language):
        called = {plain(name) for name in NAMED.findall(there)}
        for name in NAMED.findall(here):
            wanted = renderings(name, language)
            assert not wanted or wanted & called, f"{name}: {wanted}, not {called}"


@each_language
def test_the_menu_entries_that_the_help_names_are_there(language: str) -> None:
    named = (name for page in PAGES for name in NAMED.findall(text(page)))
    entries = [name for name in named if " > " in name]
    assert entries
    assert [name for name in entries if not renderings(name, language)] == []


@each_language
def test_the_messages_that_the_help_explains_are_those_of_the_program(language: str) -> None:
    explained = messages()
    assert len(explained) > 10
    for here, there in zip(explained, messages(language), strict=True):
        said = [texts for source, texts in catalogue(language).items() if _within(here, source)]
        assert said, here
        assert any(_within(there, one) for texts in said for one in texts), f"{there}: {said}"


@pytest.mark.parametrize("language", ["", *LANGUAGES])
def test_the_first_page_calls_the_others_by_their_titles(language: str) -> None:
    start = text("index.md", language)
    for page in set(PAGES) - {"index.md"}:
        title = lines(page, language)[0].removeprefix("# ")
        assert re.search(rf"\[{re.escape(title)}[^\]]*\]\({page}\)", start), title


@each_page
def test_the_french_pages_are_set_as_french_is(page: str) -> None:
    assert SLIP.findall(prose(page, "fr")) == []


def _forms(words: str | Sequence[str] | None) -> tuple[str, ...]:
    """A text, or all of its forms; none where it is not translated."""
    forms = (words,) if isinstance(words, str) else words or ()
    return tuple(form for form in forms if form)


def _within(told: str, message: str) -> bool:
    return plain(told).strip("… ") in message
