"""Numbers, days and lists are written as readers of a language expect them."""

import importlib.util
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from types import ModuleType

import pytest

from annotator import formats, i18n

THIN, FIXED = "\u202f", "\u00a0"


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The formats as they are where French is spoken."""
    monkeypatch.setattr(i18n, "language", "fr")
    spec = importlib.util.spec_from_file_location("french_formats", str(formats.__file__))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CASES: list[tuple[Callable[[ModuleType], str], str, str]] = [
    (lambda f: f.digits(1234567), "1,234,567", f"1{THIN}234{THIN}567"),
    (lambda f: f.digits(5.0), "5", "5"),
    (lambda f: f.digits(2e9), "2,000,000,000", f"2{THIN}000{THIN}000{THIN}000"),
    (lambda f: f.digits(1234.5), "1,234.5", f"1{THIN}234,5"),
    (lambda f: f.digits(0.25, ".2f"), "0.25", "0,25"),
    (lambda f: f.digits(0.85, ".0%"), "85%", f"85{THIN}%"),
    (lambda f: f.day(date(2026, 3, 12)), "2026-03-12", "12 mars 2026"),
    (lambda f: f.day(date(2026, 7, 1)), "2026-07-01", "1er juil. 2026"),
    (
        lambda f: f.moment(datetime(2026, 3, 2, 9, 5, tzinfo=UTC)),
        "2026-03-02 09:05",
        "2 mars 2026 09:05",
    ),
    (lambda f: f.month(8), "Aug", "août"),
    (lambda f: f.dated("2026-12"), "2026-12", "déc. 2026"),
    (lambda f: f.dated("2026-12-24"), "2026-12-24", "24 déc. 2026"),
    (lambda f: f.dated("2024-25"), "2024-25", "2024-25"),
    (lambda f: f.dated("2026-00"), "2026-00", "2026-00"),
    (lambda f: f.dated("2026-02-30"), "2026-02-30", "2026-02-30"),
    (lambda f: f.dated("next year"), "next year", "next year"),
    (lambda f: f.listing(["a", "b", "c"]), "a, b, c", "a, b, c"),
    (lambda f: f.series(["a, b", "c"]), "a, b; c", f"a, b{THIN}; c"),
    (lambda f: f.pair("Source", "TASS"), "Source: TASS", f"Source{FIXED}: TASS"),
    (lambda f: f.in_quotes("non"), "“non”", f"«{THIN}non{THIN}»"),
]


@pytest.mark.parametrize(("write", "english", "in_french"), CASES)
def test_each_language_has_its_own_way(
    write: Callable[[ModuleType], str], english: str, in_french: str, french: ModuleType
) -> None:
    assert write(formats) == english
    assert write(french) == in_french


@pytest.mark.parametrize("number", [0.5, 7.0, 1234.5, 2_000_000.0, -3.25, 1e-7])
def test_what_is_written_is_read_again(number: float, french: ModuleType) -> None:
    assert formats.read_number(formats.digits(number)) == number
    assert french.read_number(french.digits(number)) == number


@pytest.mark.parametrize("typed", ["1 234,5", "1234,5", "1234.5", f"1{FIXED}234,5"])
def test_a_number_is_read_as_french_hands_type_it(typed: str, french: ModuleType) -> None:
    assert french.read_number(typed) == 1234.5


@pytest.mark.parametrize("typed", [" ", "-", "two", "nan", "inf", "1e400", "1_000", "1,2,3", "²"])
def test_no_number_is_no_number(typed: str, french: ModuleType) -> None:
    for written in (formats, french):
        with pytest.raises(ValueError, match=re.escape(typed)):
            written.read_number(typed)


def test_a_comma_groups_three_digits_in_english_and_begins_decimals_in_french(
    french: ModuleType,
) -> None:
    assert formats.read_number("1,500") == 1500
    assert french.read_number("1,500") == 1.5
    for typed in ("1,5", "12,34,567", "1500,000"):
        with pytest.raises(ValueError, match=typed):
            formats.read_number(typed)
