"""Corpora with one JSON object a line, and JSON files that hold an object or a list of them."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.encoding import decode
from annotator.readers.records import draft_of, text_of
from annotator.readers.source import MAX_BYTES, Source, is_damaged, read_lines, too_large

_MOST_KEYS = 20


def read(source: Source) -> Iterator[ArticleDraft | UnreadableFile]:
    """One article for each object with a text; what has none as UnreadableFile with its line."""
    if source.suffix == ".json":
        yield from _read_whole(source)
    else:
        yield from _read_lines(source)


def _read_lines(source: Source) -> Iterator[ArticleDraft | UnreadableFile]:
    with source.open_text() as file:
        for number, line in enumerate(read_lines(file), start=1):
            if line.strip():
                yield _article(line, source, number)


def _article(line: str, source: Source, number: int) -> ArticleDraft | UnreadableFile:
    """The article in a line, or the reason why there is none."""
    name = f"{source.name}:{number}"
    if len(line) > MAX_BYTES:
        return too_large(name)
    if is_damaged(line):
        return UnreadableFile(name, _("the line has bytes that are not text."))
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return UnreadableFile(name, _("the line is not valid JSON."))
    return _checked(record, source, number, sha256(line.strip().encode()).hexdigest())


def _read_whole(source: Source) -> Iterator[ArticleDraft | UnreadableFile]:
    """Articles of a file that is one JSON value; JSON lines under another name are read as such."""
    data, digest = source.load()
    text = decode(data, source.name)
    try:
        content = json.loads(text)
    except RecursionError:
        raise UnreadableFile(source.name, _("the JSON is nested too deeply.")) from None
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise _not_json(source, error.lineno) from error
        yield from _read_lines(source)
        return
    except ValueError as error:
        raise UnreadableFile(source.name, _("a number in the JSON has too many digits.")) from error
    records = content if isinstance(content, list) else [content]
    if not any(isinstance(record, dict) for record in records):
        raise UnreadableFile(source.name, _("there is no JSON object in it, one for each article."))
    for number, record in enumerate(records, start=1):
        yield _checked(record, source, number, digest)


def _checked(
    record: Any,  # noqa: ANN401 -- JSON holds anything
    source: Source,
    number: int,
    digest: str,
) -> ArticleDraft | UnreadableFile:
    """The article in a JSON value, or the reason why there is none."""
    name = f"{source.name}:{number}"
    if not isinstance(record, dict):
        return UnreadableFile(name, _("a JSON object was expected, one for each article."))
    if not text_of(record).strip():
        keys = ", ".join(list(record)[:_MOST_KEYS]) or "{}"
        return UnreadableFile(
            name,
            _("there is no text; the fields found are: {keys}.").format(keys=keys),
            advice=_("Name the field with the text “text”."),
        )
    return draft_of(record, source, reader="jsonl", line=number, sha256=digest)


def _not_json(source: Source, line: int) -> UnreadableFile:
    return UnreadableFile(f"{source.name}:{line}", _("the file is not valid JSON."))
