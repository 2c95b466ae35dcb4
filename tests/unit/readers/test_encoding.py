"""Bytes become text."""

import codecs

import pytest

from annotator.errors import UnreadableFile
from annotator.readers.encoding import declared_encoding, decode, normalise

GERMAN = "Die Behörde prüft für 5 Mio. € die Förderung – „große Schritte“."
RUSSIAN = "Правительство России выделит средства на развитие искусственного интеллекта. " * 5
JAPANESE = "政府は人工知能の開発に一千億円を投資すると発表した。" * 5


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_obeyed_and_left_out(mark: bytes, encoding: str) -> None:
    assert decode(mark + "é 👩‍🔬".encode(encoding), "a.txt") == "é 👩‍🔬"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "cp1252"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-8"),
    ],
)
def test_text_without_a_mark_is_read_in_its_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


def test_one_damaged_byte_does_not_spoil_the_rest_of_a_utf8_text() -> None:
    data = (GERMAN * 3).encode() + b"\xff"
    assert decode(data, "a.txt") == GERMAN * 3 + "\ufffd"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.txt: the file is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n\x00\x01\x02", "PDF"),
        (b"PK\x03\x04\x14\x00\x06\x00", "office"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"),
        (bytes(range(256)) * 20, "not text"),
        (bytes(range(1, 32)) * 20 + b"\xff", "not text"),
        (b"An article with a\x00zero byte in it.", "not text"),
    ],
)
def test_a_binary_file_is_refused_with_what_it_is(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableFile, match=kind):
        decode(data, "a.txt")


def test_a_marked_file_that_is_cut_in_a_character_is_refused_with_the_place() -> None:
    with pytest.raises(UnreadableFile, match="UTF-16-LE but is damaged at byte 4"):
        decode(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"\xd8", "a.txt")


def test_a_page_names_its_own_encoding() -> None:
    assert declared_encoding(b'<html><meta charset="iso-8859-1">') == "cp1252"
    assert declared_encoding(b"<meta content='text/html; charset=windows-1251'>") == "cp1251"
    assert declared_encoding(b'<meta charset="no-such-thing">') == ""


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert normalise(f"one{end}two 👍") == "one\ntwo 👍"


@pytest.mark.parametrize(
    "sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9c", "\ufeff", "\ufdd0", "\U0001ffff"]
)
def test_control_and_non_characters_go(sign: str) -> None:
    assert normalise(f"a{sign}b") == "ab"


def test_a_lone_surrogate_becomes_the_replacement_character() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"


@pytest.mark.parametrize(
    "text", ["a\u00a0b", "a\tb", "e\u0301", "👩‍🔬", "שלום \u200fעולם", "한국 \ud7a3", "x\u00ady"]
)
def test_all_that_readers_see_stays_as_it_is(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize("codec", ["hex", "rot13", "idna", "undefined", "unicode_escape", "utf-7"])
def test_a_page_cannot_name_what_is_no_encoding_of_pages(codec: str) -> None:
    assert declared_encoding(f"<meta charset={codec}>".encode()) == ""
