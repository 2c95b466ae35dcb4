"""What is typed into the search of the articles, and what it asks for."""

import re

_NOTE = re.compile(r'(?<!\S)note:("[^"]*"|\S*)', re.IGNORECASE)


def parted(query: str) -> tuple[str, str | None]:
    """The words for titles and texts, and those for notes: what follows `note:`, or None.

    `note:` by itself asks for any note, which gives "".
    """
    found = _NOTE.findall(query)
    return _NOTE.sub(" ", query), " ".join(found).strip() if found else None
