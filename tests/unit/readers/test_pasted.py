"""Text from the clipboard."""

import pytest

from annotator.errors import InvalidInput
from annotator.readers import read_pasted

SENTENCE = (
    "The city of Oslo will pay for the chips of the lab, it said on Monday, "
    "and this is not the end of it. "
)
PAGE = (
    "<html><body><h1>Oslo pays for chips</h1>"
    f"<p>{SENTENCE * 4}</p><p>{SENTENCE * 4}</p></body></html>"
)


def test_pasted_text_is_read_like_a_file() -> None:
    found = read_pasted(f"Oslo pays\r\n\r\n{SENTENCE}\r\n\r\nSource: Ledger", html=PAGE)
    assert (found.title, found.source, found.language) == ("Oslo pays", "Ledger", "en")
    assert found.text == f"Oslo pays\n\n{SENTENCE.strip()}"
    assert (found.origin.reader, found.origin.path) == ("pasted", "")


@pytest.mark.parametrize(
    ("text", "html"), [("", PAGE), (PAGE, ""), (f"<!DOCTYPE html>\n{PAGE}", "")]
)
def test_the_source_of_a_page_is_read_as_a_page(text: str, html: str) -> None:
    found = read_pasted(text, html)
    assert found.title == "Oslo pays for chips"
    assert "<p>" not in found.text


@pytest.mark.parametrize(
    ("text", "html"), [("", ""), (" \n", ""), ("—", ""), ("", "<p></p>"), ("<html>", "")]
)
def test_nothing_to_paste_says_so(text: str, html: str) -> None:
    with pytest.raises(InvalidInput):
        read_pasted(text, html)


def test_a_text_beyond_the_limit_is_refused() -> None:
    with pytest.raises(InvalidInput, match="too long"):
        read_pasted("x" * 20_000_001)
