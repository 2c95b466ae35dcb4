"""What the documents say is so in the program."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from annotator import __version__
from annotator.cli.parser import make_parser
from annotator.ui.actions import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def _tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - whichever git is installed
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize("command", [command for command in COMMANDS if command.shortcuts])
def test_every_key_stands_in_the_readme(command: object) -> None:
    shortcuts = command.shortcuts  # type: ignore[attr-defined]
    keys = ", ".join(f"`{key}`" for key in shortcuts)
    assert f"| {keys} |" in README


def test_every_command_stands_in_the_readme_and_the_other_way_round() -> None:
    named = set(re.findall(r"^annotator (\w+) ", README, re.MULTILINE))
    actions = make_parser()._subparsers._group_actions[0]  # type: ignore[union-attr]
    assert named == set(actions.choices or ())


@pytest.mark.parametrize("page", ["README.md", "resources/help/command-line.md"])
def test_a_list_of_the_commands_has_all_of_their_options(page: str) -> None:
    text = (ROOT / page).read_text("utf-8").replace("\n        ", " ")
    told = re.findall(r"^annotator (\w+) (.*)$", text, re.MULTILINE)
    actions = make_parser()._subparsers._group_actions[0]  # type: ignore[union-attr]
    for name, parser in dict(actions.choices or ()).items():
        known = {option for option in parser._option_string_actions if option.startswith("--")}
        first = next(words for command, words in told if command == name)
        assert set(re.findall(r"--\w+", first)) == known - {"--help"}, name


def test_the_version_is_one() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["version"] == __version__
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_requirements_are_pinned_with_hashes_and_name_no_host() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text("utf-8")
        pins = re.findall(r"^[\w.-]+==", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=sha256:") >= len(pins)
        assert "://" not in text
        assert "index-url" not in text


def test_every_dependency_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    reasons = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    for line in project["dependencies"]:
        name = re.split(r"[<>=;\s]", line)[0]
        assert f"`{name}`" in reasons


def test_links_between_documents_lead_somewhere() -> None:
    for name in ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "models/README.md"):
        page = ROOT / name
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{name}: {target}"


def test_no_file_names_a_place_of_one_machine() -> None:
    place = re.compile("/(?:work|root)/" + r"\w")
    for path in _tracked():
        if path.suffix in {".py", ".md", ".toml", ".sh", ".txt", ".jsonl", ""}:
            assert not place.search(path.read_text("utf-8", "replace")), path
