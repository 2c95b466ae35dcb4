"""Codebooks from TOML files."""

from pathlib import Path

import pytest

from annotator.domain import Codebook, Role, RoleKind, StatementType
from annotator.errors import UnreadableFile
from annotator.readers import read_codebook, shipped_codebooks

TYPE = '[[types]]\nkey = "deal"\nname = "Deal"\ncolour = "#00AA00"\n'
ROLE = '{ key = "a", name = "A",'


def _codebook(folder: Path, text: str) -> Codebook:
    path = folder / "c.toml"
    path.write_text(text, "utf-8")
    return read_codebook(path)


def test_every_shipped_codebook_can_be_read() -> None:
    books = {name: read_codebook(path) for name, path in shipped_codebooks().items()}
    assert [kind.key for kind in books["ai-news"].types] == ["funding", "policy", "competitor"]
    assert all(book.types for book in books.values())


def test_all_fields_arrive(tmp_path: Path) -> None:
    found = _codebook(
        tmp_path,
        f'name = "Deals 👍"\nguideline = "**All**"\n{TYPE}shortcut = "d"\n'
        'guideline = "When."\nroles = [\n'
        '{ key = "buyer", name = "Buyer", kind = "entity", many = true, guideline = "Who." },\n'
        '{ key = "kind", name = "Kind", kind = "choice", choices = ["loan", "gift"] } ]\n',
    )
    buyer = Role(key="buyer", name="Buyer", kind=RoleKind.ENTITY, many=True, guideline="Who.")
    kind = Role(key="kind", name="Kind", kind=RoleKind.CHOICE, choices=("loan", "gift"))
    deal = StatementType(
        key="deal",
        name="Deal",
        colour="#00aa00",
        shortcut="d",
        guideline="When.",
        roles=(buyer, kind),
    )
    assert found == Codebook(name="Deals 👍", guideline="**All**", types=(deal,))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name = ", "it is not valid TOML"),
        ('name = "A"', "there is no statement type"),
        (TYPE, "the codebook: “name” is missing"),
        ('name = "A"\ntypes = 3', "“types” must be a list of tables"),
        (f"name = 3\n{TYPE}", "“name” must be a text in quotes"),
        (
            f'name = "A"\n{TYPE}color = "red"',
            "type “deal”: “color” is not a field; the fields are: key",
        ),
        ('name = "A"\n[[types]]\nname = "B"', "type “1”: “key” is missing"),
        (f'name = "A"\n{TYPE}'.replace('"deal"', '"My deal"'), "“key” is “My deal” but must be"),
        (
            f'name = "A"\n{TYPE}'.replace("#00AA00", "green"),
            "“colour” is “green” but must look like #2f7d4f",
        ),
        (f'name = "A"\n{TYPE}shortcut = "dd"', "“shortcut” is “dd” but must be one character"),
        (f'name = "A"\n{TYPE}{TYPE}', "the key “deal” stands there twice"),
        (
            f'name = "A"\n{TYPE}shortcut = "d"\n' + TYPE.replace("deal", "loan") + 'shortcut = "d"',
            "the shortcut “d” stands there twice",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{{ key = "a", name = "A", kind = "x" }}]',
            "role “a”: “kind” is “x” but must be one of: entity",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{{ key = "a", name = "A", kind = "choice" }}]',
            "“choices” must be given",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{{ key = "a", name = "A", kind = "text", many = 1 }}]',
            "“many” must be true or false",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{{ key = "speaker", name = "A", kind = "text" }}]',
            "has a speaker already",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{ROLE} kind = "text" }}, {ROLE} kind = "date" }}]',
            "type “deal”: the role key “a” stands there twice",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{ROLE} kind = "choice", choices = ["b", "b"] }}]',
            "the choice “b” stands there twice",
        ),
        (
            f'name = "A"\n{TYPE}roles = [{ROLE} kind = "choice", choices = [1] }}]',
            "must be a list of texts",
        ),
    ],
)
def test_a_wrong_codebook_says_where_and_what(tmp_path: Path, text: str, sentence: str) -> None:
    with pytest.raises(UnreadableFile) as raised:
        _codebook(tmp_path, text)
    assert sentence in raised.value.sentence
    assert str(tmp_path / "c.toml") in raised.value.sentence


def test_a_codebook_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no such file"):
        read_codebook(tmp_path / "none.toml")


def test_a_codebook_that_is_not_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableFile, match="it is not UTF-8 text"):
        read_codebook(tmp_path / "c.toml")
