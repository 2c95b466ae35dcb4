"""Brings the catalogue of translations up to date with the texts of the program.

`update` rewrites it, `compile` makes what the program reads; without a word both are done. New
texts have no translation yet, and a test names them.
"""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PO = ROOT / "resources" / "locale" / "fr" / "LC_MESSAGES" / "annotator.po"
MO = PO.with_suffix(".mo")
_FUNCTIONS = {"_": None, "ngettext": (1, 2)}
_OF_ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "%(prog)s: error: %(message)s\n",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "invalid %(type)s value: %(value)r",
    "expected one argument",
    "expected at least one argument",
    "ignored explicit argument %r",
    "ambiguous option: %(option)s could match %(matches)s",
)
"""What Python says of itself on the command line, which asks the same catalogue."""
_NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)  # or every day would compile another file
_CHANGING = (b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By')


def extracted() -> Catalog:
    """All texts of the program, each with the modules that say it."""
    found = Catalog()
    texts = extract_from_dir(ROOT / "annotator", [("**.py", "python")], keywords=_FUNCTIONS)
    for name, _line, message, *_rest in sorted(texts, key=lambda text: text[:2]):
        found.add(message, locations=[(f"annotator/{name}", 0)])
    for message in _OF_ARGPARSE:
        found.add(message, locations=[("argparse", 0)])
    return found


def catalogue() -> Catalog:
    """The translations as they are kept."""
    with PO.open("rb") as kept:
        read = read_po(kept, locale="fr")
    read.creation_date = read.revision_date = _NO_DATE
    return read


def updated(kept: Catalog) -> bytes:
    """The catalogue with the texts of the program as they are now, and no others."""
    kept.update(extracted(), no_fuzzy_matching=True)
    kept.obsolete.clear()
    written = io.BytesIO()
    write_po(written, kept, width=100, include_lineno=False, ignore_obsolete=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(_CHANGING))


def compiled(kept: Catalog) -> bytes:
    """The catalogue as the program reads it."""
    written = io.BytesIO()
    write_mo(written, kept)
    return written.getvalue()


def main() -> None:
    """Do what is asked for."""
    asked = sys.argv[1:] or ["update", "compile"]
    if "update" in asked:
        PO.write_bytes(updated(catalogue()))
    if "compile" in asked:
        MO.write_bytes(compiled(catalogue()))


if __name__ == "__main__":
    main()
