"""Title, outlet, authors, date and address in the lines round an article; never invented."""

import re
from datetime import date
from functools import cache

from annotator.readers.dates import find_date, is_only_a_date, without_date
from annotator.readers.facts import NOTHING, Facts
from annotator.readers.patterns import load
from annotator.readers.people import names_of_people, split_authors

_LONGEST_LINE = 250
_LONGEST_BYLINE = 160
_LONGEST_LABEL = 40
_LONGEST_SOURCE = 80
_LONGEST_TITLE = 200
_LONGEST_DATELINE = 140
_BETWEEN_PARTS = re.compile(r"\s+[|•·‧/–—-]\s+|\s*[|•·]\s*|\t+")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”\])]+")
_BRACKETS = re.compile(r"\s*[(\[<][^()\[\]<>]*[)\]>]\s*$")
_LINK = re.compile(r"\[([^\]]+)\]\((\S+?)\)")
_ABBREVIATION = re.compile(r"(?:\b[^\W\d_]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|vs|etc|No)\.$")
_LIST_ITEM = re.compile(r"[-*•–>]\s|\d+[.)]\s")
_HEADING = re.compile(r"^#{1,6}\s+|^\*\*|\*\*$|\s+#+$")
_DASHES = (" -- ", " — ", " – ", " - ", "—")
_PLACE = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*+|/[^/]*/|\([^)]*\)|[,.&\s])+")
_FOUR_DIGITS = re.compile(r"\d{4}")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DECORATION = r"^[^\w]*"
_AT_START = re.compile(_DECORATION)


def header_facts(line: str, *, dated: bool) -> Facts | None:
    """What a line above the article says about it, or None if it is no such line.

    A line that is only a date counts when `dated`, that is right below the title.
    """
    if len(line) > _LONGEST_LINE:
        return None
    found = labelled_facts(line)
    if found:
        return found
    if len(line) > _LONGEST_BYLINE or not (_has_year(line) or _leads()["authors"].match(line)):
        return None
    facts = NOTHING
    for part in _BETWEEN_PARTS.split(line):
        found = _byline_part(part, dated=dated)
        if found is None:
            return None
        facts = facts.or_else(found)
    return facts


def footer_facts(line: str) -> Facts | None:
    """What a line below the article says about its origin, or None if it is no such line."""
    if len(line) > _LONGEST_LINE:
        return None
    found = labelled_facts(line)
    if found:
        return None if found.title else found
    return _origin_facts(line) or _authors_after_lead(line)


def labelled_facts(line: str) -> Facts | None:
    """What a line such as “Source: TechCrunch” says, or None if it has no known label."""
    if ":" not in line[:_LONGEST_LABEL]:
        return None
    match = _labels()[0].match(line)
    if not match:
        return None
    field = _labels()[1][match["label"].lower()]
    return field_facts(field, match["value"].strip())


def field_facts(field: str, value: str) -> Facts | None:
    """The fact that a field with free text holds, or None if the value does not fit the field."""
    if field in {"published", "updated"} and not _has_digits(value):
        return None
    if field == "updated":
        return NOTHING
    facts = _source_facts(value) if field == "source" else _plain_facts(field, value)
    return facts if facts != NOTHING or field == "published" else None


def _plain_facts(field: str, value: str) -> Facts:
    return Facts(
        title=value if field == "title" else "",
        authors=split_authors(value) if field == "authors" else (),
        published=find_date(value) if field == "published" else None,
        url=find_address(value) if field == "url" else "",
        language=language_code(value) if field == "language" else "",
    )


def title_in(line: str) -> str:
    """The line as a title, or nothing if it rather looks like a sentence or a list item."""
    title = _HEADING.sub("", line).strip() if line[0] in "#*" else line
    if not title or len(title) > _LONGEST_TITLE or _LIST_ITEM.match(line):
        return ""
    if title.endswith((".", ":", ";", ",")) and not _ABBREVIATION.search(title):
        return ""
    return title if any(map(str.isalpha, title)) and "://" not in title else ""


def dateline_date(line: str) -> date | None:
    """The day in the dateline of an agency's report or a press release."""
    head = line[:_LONGEST_DATELINE]
    if not _YEAR.search(head):
        return None
    place = min((head.find(dash) for dash in _DASHES if dash in head), default=0)
    head = head[:place]
    return find_date(head) if _YEAR.search(head) and _PLACE.fullmatch(without_date(head)) else None


def find_address(text: str) -> str:
    """The first web address in `text`."""
    match = _ADDRESS.search(text)
    if not match:
        return ""
    address = match[0].rstrip(".,;:!?'’")
    return address if address.startswith("http") else f"https://{address}"


def language_code(value: str) -> str:
    """The ISO 639-1 code that a tag such as `en-GB` or a language's name stands for."""
    folded = value.strip().lower()
    code = re.split("[-_]", folded)[0]
    if len(code) == 2 and code.isascii() and code.isalpha():  # noqa: PLR2004 -- ISO 639-1 has two letters
        return code
    names: dict[str, str] = load("metadata")["languages"]
    return next((code for code, words in names.items() if folded in words.split()), "")


def says_updated(text: str) -> bool:
    """Whether a date that follows `text` is that of a change."""
    return bool(_leads()["updated"].match(f"{text} "))


def _byline_part(part: str, *, dated: bool) -> Facts | None:
    """What one part of a line like “By Jane Doe | 3 May 2024” says."""
    if dated and is_only_a_date(part):
        return Facts(published=find_date(part))
    return _authors_after_lead(part) or _dates_after_lead(part)


def _authors_after_lead(text: str) -> Facts | None:
    match = _leads()["authors"].match(text)
    names = names_of_people(text[match.end() :]) if match else ()
    return Facts(authors=names) if names else None


def _dates_after_lead(text: str) -> Facts | None:
    if not _has_digits(text):
        return None
    match = _leads()["updated"].match(text)
    if match:
        return NOTHING if is_only_a_date(text[match.end() :]) else None
    match = _leads()["published"].match(text)
    if not match or not is_only_a_date(text[match.end() :]):
        return None
    return Facts(published=find_date(text[match.end() :]))


def _source_facts(value: str) -> Facts | None:
    """Outlet, address and day of “Reuters (https://…), 3 May 2024”."""
    link = _LINK.search(value)
    name = link[1] if link else value
    address = find_address(link[2] if link else value)
    name = _BRACKETS.sub("", _ADDRESS.sub(" ", without_date(name)) if name != address else "")
    name = " ".join(name.split()).strip(' ,;:|–—-*_."“”')
    if len(name) > _LONGEST_SOURCE:
        return None
    return Facts(
        source=name or host_of(address),
        url=address if _is_page(address) else "",
        published=find_date(_ADDRESS.sub(" ", value)),
    )


def _origin_facts(line: str) -> Facts | None:
    """What a sentence such as “Originally published at …” says."""
    match = _origins().fullmatch(_AT_START.sub("", line).rstrip(" .!)"))
    if not match:
        return None
    what = next(group for group in match.groups() if group is not None)
    return _source_facts(what)


def host_of(address: str) -> str:
    """The name of the site in a web address, without “www.”."""
    return address.partition("://")[2].partition("/")[0].removeprefix("www.")


def _is_page(address: str) -> bool:
    """Whether the address leads to a page and not only to a site."""
    return bool(address.partition("://")[2].partition("/")[2])


def _has_digits(text: str) -> bool:
    return bool(_DIGIT.search(text))


def _has_year(text: str) -> bool:
    """Whether it is worth looking for a day; in most lines of an article it is not."""
    return bool(_FOUR_DIGITS.search(text))


@cache
def _labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """What finds a label with its value, and the field that each label stands for."""
    labels: dict[str, list[str]] = load("metadata")["labels"]
    fields = {label: field for field, names in labels.items() for label in names}
    names = "|".join(map(re.escape, sorted(fields, key=len, reverse=True)))
    pattern = rf"{_DECORATION}(?P<label>{names})\s*[*_]*\s*:\s*[*_]*\s*(?P<value>\S.*)"
    return re.compile(pattern, re.IGNORECASE), fields


@cache
def _leads() -> dict[str, re.Pattern[str]]:
    leads: dict[str, list[str]] = load("metadata")["lead"]
    return {
        field: re.compile(rf"{_DECORATION}(?:{'|'.join(words)}):?\s+", re.IGNORECASE)
        for field, words in leads.items()
    }


@cache
def _origins() -> re.Pattern[str]:
    patterns: list[str] = load("metadata")["origin"]["patterns"]
    groups = "|".join(pattern.replace("?P<what>", "") for pattern in patterns)
    return re.compile(groups, re.IGNORECASE)
