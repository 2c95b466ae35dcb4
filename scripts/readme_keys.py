"""Writes the table of keys into README.md, from the program's own table of commands."""

import re
from itertools import groupby
from pathlib import Path

from annotator.ui.actions import COMMANDS
from annotator.ui.command import MENU_TITLES, Command

README = Path(__file__).resolve().parents[1] / "README.md"


def keys_table() -> str:
    """A Markdown table of all commands that have a key, menu by menu."""
    lines = ["| menu | command | keys |", "|---|---|---|"]
    with_keys = [command for command in COMMANDS if command.shortcuts]
    for menu, commands in groupby(with_keys, key=lambda command: command.menu):
        title = MENU_TITLES[menu].replace("&", "")
        lines += [_line(title, command) for command in commands]
    return "\n".join(lines)


def _line(menu: str, command: Command) -> str:
    keys = ", ".join(f"`{key}`" for key in command.shortcuts)
    return f"| {menu} | {command.text.rstrip('…')} | {keys} |"


def with_keys(readme: str) -> str:
    """The README with the table of keys between its two marks."""
    return re.sub(
        r"(<!-- keys -->\n).*?(<!-- /keys -->)",
        lambda match: f"{match[1]}{keys_table()}\n{match[2]}",
        readme,
        flags=re.DOTALL,
    )


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
