"""Markdown turned into the text that a reader sees."""

import re
from html import unescape

_FENCE = re.compile(r"\s{0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$")
_UNDERLINE = re.compile(r"\s{0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|\s*\|\s*:?-+:?\s*\|\s*$")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_QUOTE = re.compile(r"(?:\s{0,3}>\s?)+")
_LIST_ITEM = re.compile(r"(\s*)(?:[-*+]|(\d{1,9}[.)]))\s+(?:\[[ xX]\]\s+)?(.*)")
_DEFINITION = re.compile(r"\s{0,3}\[([^\]^][^\]]*)\]:\s*\S+(?:\s+[\"'(].*[\"')])?\s*$")
_FOOTNOTE = re.compile(r"\s{0,3}\[\^[^\]]+\]:\s*")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)$")
_NOT_SHOWN = tuple(
    (re.compile(start, re.IGNORECASE), re.compile(stop, re.IGNORECASE))
    for start, stop in (
        ("<!--", "-->"),
        (r"<script\b", r"</script\s*>"),
        (r"<style\b", r"</style\s*>"),
    )
)
_KEPT = re.compile(
    r"\\([!-/:-@\[-`{-~])|(`+)(?!`)(.{1,2000}?)(?<!`)\2(?!`)|<((?:https?|mailto):[^\s<>]+)>"
)
_LINK_TEXT = r"\[((?:[^\[\]]|\[[^\[\]]{0,200}\]){0,1000})\]"
_IMAGE = re.compile(
    r"!" + _LINK_TEXT + r"(?:\([^()\n]{0,2000}(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]]{0,200}\])"
)
_LINK = re.compile(_LINK_TEXT + r"\([^()\n]{0,2000}(?:\([^()\n]*\)[^()\n]*)?\)")
_REFERENCE = re.compile(_LINK_TEXT + r"\[([^\[\]]{0,200})\]")
_FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,50}\]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_LINE_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_STARS = re.compile(r"(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1")
_UNDERSCORES = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)")
_STRUCK = re.compile(r"~~(?=\S)(.{1,2000}?)(?<=\S)~~")
_PLACEHOLDER = re.compile("\x00(\\d+)\x00")


def plain_text(markdown: str) -> str:
    """The text of a Markdown document: a line for each paragraph, item, table row and code line."""
    for start, stop in _NOT_SHOWN:
        markdown = _without(markdown, start, stop)
    lines = markdown.split("\n")
    blocks = _Blocks()
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if fence:
            is_end = mark is not None and mark[1].startswith(fence)
            fence = "" if is_end else fence
            blocks.gap() if is_end else blocks.verbatim(line)
        elif mark:
            fence = mark[1]
            blocks.gap()
        else:
            blocks.add(line)
    return blocks.text()


def _without(text: str, start: re.Pattern[str], stop: re.Pattern[str]) -> str:
    """The text without what stands between two marks; what is not closed stays."""
    parts, place = [], 0
    while (opening := start.search(text, place)) and (closing := stop.search(text, opening.end())):
        parts.append(text[place : opening.start()])
        place = closing.end()
    return "".join([*parts, text[place:]])


def plain_inline(text: str) -> str:
    """One line without marks of emphasis, links and HTML; code and escaped signs stay."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] or match[3] or match[4])
        return f"\x00{len(kept) - 1}\x00"

    text = _KEPT.sub(keep, text)
    text = _FOOTNOTE_MARK.sub("", _IMAGE.sub("", text))
    text = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", text))
    text = _TAG.sub("", _LINE_BREAK.sub("\n", text))
    for emphasis in (_STARS, _STARS, _UNDERSCORES, _UNDERSCORES):
        text = emphasis.sub(r"\2", text)
    text = unescape(_STRUCK.sub(r"\1", text))
    return _PLACEHOLDER.sub(lambda match: kept[int(match[1])], text)


class _Blocks:
    """Lines of plain text, grown line by line from Markdown."""

    def __init__(self) -> None:
        self._done: list[str] = []
        self._open = ""

    def text(self) -> str:
        """All that was added, with no more than one blank line at a place."""
        self.gap()
        return "\n".join(self._done).strip("\n")

    def gap(self) -> None:
        """End the paragraph or list item and leave a blank line."""
        self._close()
        if self._done and self._done[-1]:
            self._done.append("")

    def verbatim(self, line: str) -> None:
        """Add a line of code as it is."""
        self._close()
        self._done.append(line)

    def add(self, line: str) -> None:
        """Add a line of Markdown that is not in a fenced block of code."""
        line = _QUOTE.sub("", line, count=1) if line.lstrip().startswith(">") else line
        is_underline = bool(self._open) and _UNDERLINE.match(line) is not None
        if not line.strip() or is_underline or _DEFINITION.match(line):
            self.gap()
        elif _RULE.match(line) or _TABLE_RULE.match(line):
            self._close()
        elif self._is_code(line):
            self._done.append(line)
        else:
            self._add_text(line)

    def _is_code(self, line: str) -> bool:
        """Whether the line is indented code: after a blank line and not in a list."""
        follows_code = bool(self._done) and self._done[-1].startswith(("    ", "\t"))
        after_gap = not self._done or not self._done[-1] or follows_code
        is_item = _LIST_ITEM.match(line) is not None
        return line.startswith(("    ", "\t")) and not self._open and after_gap and not is_item

    def _add_text(self, line: str) -> None:
        heading, item = _HEADING.match(line), _LIST_ITEM.match(line)
        if heading:
            self.gap()
            self._open = heading[1] or ""
            self.gap()
        elif item:
            self._close()
            self._open = f"{item[1]}{item[2] or '-'} {item[3]}"
        elif _TABLE_ROW.match(line):
            self._close()
            cells = line.strip().strip("|").split("|")
            self._done.append(plain_inline(" | ".join(cell.strip() for cell in cells)))
        else:
            self._join(_FOOTNOTE.sub("", line))

    def _join(self, line: str) -> None:
        """Continue a paragraph, on a new line after a hard break."""
        text = _HARD_BREAK.sub("", line.strip("\n"))
        is_break = text != line
        self._open = f"{self._open} {text.strip()}" if self._open else text.strip()
        if is_break:
            self._close()

    def _close(self) -> None:
        if self._open:
            self._done.extend(plain_inline(self._open).rstrip().split("\n"))
        self._open = ""
