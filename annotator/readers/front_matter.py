"""The metadata above a Markdown text: the plain part of YAML that people write, or TOML."""

import re
import tomllib
from typing import Any

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_FIELD = re.compile(r"(?P<key>[^\s:#\"'\[{-][^:]*?|\"[^\"]+\")\s*:(?:\s+(?P<value>.*))?$")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)$")
_BLOCK = frozenset({"|", ">", "|-", ">-", "|+", ">+"})


def split_front_matter(text: str) -> tuple[dict[str, Any], str]:
    """The fields above a text and the text below them; no fields when there is no front matter."""
    lines = text.split("\n")
    fences = _FENCES.get(lines[0].rstrip())
    if not fences:
        return {}, text
    stop = next((place for place, line in enumerate(lines) if place and line.rstrip() in fences), 0)
    head, body = lines[1:stop], "\n".join(lines[stop + 1 :])
    fields = _toml("\n".join(head)) if fences == ("+++",) else _fields(head)
    return (fields, body) if stop and fields else ({}, text)


def _toml(head: str) -> dict[str, Any]:
    try:
        return {
            key: value if isinstance(value, str | list | dict) else str(value)
            for key, value in tomllib.loads(head).items()
        }
    except tomllib.TOMLDecodeError:
        return {}


def _fields(lines: list[str]) -> dict[str, Any]:
    """`key: value` lines with lists, quotes and indented blocks; all else is left out."""
    fields: dict[str, Any] = {}
    key = ""
    for line in lines:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        field = _FIELD.match(line)
        if field:
            key = field["key"].strip('"')
            fields[key] = _value(field["value"] or "")
        elif key:
            fields[key] = _continued(fields[key], line)
    return fields


def _value(text: str) -> str | list[str]:
    text = text.strip()
    if text in _BLOCK:
        return ""
    if text.startswith("[") and text.endswith("]"):
        return [_unquoted(item) for item in _split_list(text[1:-1]) if item.strip()]
    return _unquoted(text)


def _continued(
    before: str | list[str] | dict[str, str], line: str
) -> str | list[str] | dict[str, str]:
    """A value with one more line that is indented or a list item."""
    item = _ITEM.match(line)
    if item:
        inner = _FIELD.match(item["value"])
        value = inner["value"] or "" if inner and inner["key"] == "name" else item["value"]
        return [*(before if isinstance(before, list) else []), _unquoted(value)]
    inner = _FIELD.match(line.strip())
    if inner and not before:
        return {inner["key"]: _unquoted(inner["value"] or "")}
    if isinstance(before, dict):
        return {**before, inner["key"]: _unquoted(inner["value"] or "")} if inner else before
    return f"{before} {line.strip()}".strip() if isinstance(before, str) else before


def _split_list(text: str) -> list[str]:
    """Items between commas that are not in quotes."""
    return re.findall(r"""\s*(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,])+""", text)


def _unquoted(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r'\\(["\\])', r"\1", text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return text
