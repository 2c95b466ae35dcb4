"""Words as they are compared when something is looked for."""

import unicodedata


def plain(text: str) -> str:
    """The text in small letters and without accents."""
    parts = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in parts if not unicodedata.combining(letter))
