"""The command line speaks the language in use, also where Python speaks for it."""

from pathlib import Path

import pytest

from french import said_in_french

RUN = """
import contextlib, io, json, sys
from annotator.cli import run
written = io.StringIO()
with contextlib.redirect_stdout(written), contextlib.redirect_stderr(written):
    with contextlib.suppress(SystemExit):
        run({arguments!r})
sys.__stdout__.write(json.dumps(written.getvalue()))
"""


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--help"], ["usage : ", "arguments:", "afficher cette aide et quitter", "COMMANDE"]),
        (["new"], ["erreur : il manque les arguments suivants : PROJET.anno"]),
        (["new", "a.anno", "--fast"], ["arguments inconnus : --fast"]),
        (["status", "none.anno"], ["Le projet none.anno n’existe pas."]),
        (["search", "a.anno", "x", "--limit", "many"], ["valeur incorrecte (int attendu)"]),
    ],
)
def test_help_and_complaints_are_french(
    arguments: list[str], words: list[str], tmp_path: Path
) -> None:
    said = said_in_french(RUN.format(arguments=arguments), tmp_path)
    for each in words:
        assert each in said.replace("\u00a0", " ")


def test_complaints_are_english_where_english_is_spoken(tmp_path: Path) -> None:
    said = said_in_french(RUN.format(arguments=["new"]), tmp_path, language="en")
    assert "error: the following arguments are required: PROJECT.anno" in said
