r"""Bytes become text with `\n` line ends; what is not text is refused with its reason."""

import codecs
import re

from annotator.errors import UnreadableFile
from annotator.i18n import gettext as _
from annotator.readers.patterns import load

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", _("a PDF document")),
    (b"PK\x03\x04", _("a zip archive or an office document")),
    (b"\xd0\xcf\x11\xe0", _("an old office document")),
    (b"{\\rtf", _("an RTF document")),
    (b"\x89PNG", _("a picture")),
    (b"\xff\xd8\xff", _("a picture")),
    (b"GIF8", _("a picture")),
    (b"\x1f\x8b", _("a compressed file")),
    (b"SQLite format 3\x00", _("a database")),
)
_BINARY = tuple(mark for mark, _kind in _SIGNATURES)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n") + b"\x7f"
_SUSPECTS = _CONTROLS + b"\xed\xef\xf0\xf1\xf2\xf3\xf4"
_C1 = re.compile(rb"\xc2[\x80-\x9f]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x9f\ufeff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(
        f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
    )
    + "]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*['\"]?([\w.-]{2,30})", re.IGNORECASE
)
_ASCII = rb"a\u0041+AGE-"
"""What every encoding that a page can declare reads alike, and escapes like UTF-7 do not."""
_HEAD = 4_000
_SAMPLE = 50_000
_MOST_CONTROLS = 0.005


def decode(data: bytes, name: str, *, declared: str = "") -> str:
    """The text that `data` encodes, normalised; UnreadableFile under `name` when there is none.

    What the file says of itself in `declared` counts when it is neither marked nor UTF-8.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return normalise(_decode_other(data, name, declared))
    if _needs_nothing(text, data) and not data.isspace() and not data.startswith(_BINARY):
        return text
    return normalise(_decode_other(data, name, declared))


def _decode_other(data: bytes, name: str, declared: str) -> str:
    """The text of a file that is marked, not UTF-8, or has control characters."""
    if not data.strip():
        raise UnreadableFile(name, _("the file is empty."))
    if data.startswith(_BINARY):
        raise _not_text(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, name)
    if b"\0" not in data:
        try:
            return data.decode()
        except UnicodeDecodeError:
            return data.decode(declared or _guess(data[:_SAMPLE], name), errors="replace")
    encoding = _utf16_without_mark(data)
    if not encoding:
        raise _not_text(data, name)
    return _strictly(data, encoding, name)


def declared_encoding(data: bytes) -> str:
    """The encoding that a web page names in its head, if it is one."""
    match = _CHARSET.search(data, 0, _HEAD)
    if not match:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
        is_sensible = _ASCII.decode(name, "replace") == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):  # Python knows more than encodings: “hex”, “undefined”
        return ""
    if not is_sensible:
        return ""
    # browsers read Latin-1 as Windows-1252, and so do those who declare it
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def detect(sample: bytes, name: str) -> str:
    """The encoding of a file that begins with `sample`, for reading it line by line."""
    if not sample.strip():
        raise UnreadableFile(name, _("the file is empty."))
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding[: len("utf-16")]
    if b"\0" not in sample:
        return _guess(sample, name)
    encoding = _utf16_without_mark(sample)
    if not encoding:
        raise _not_text(sample, name)
    return encoding


def normalise(text: str) -> str:
    r"""The same text with `\n` line ends and without control and non-characters; NBSP stays."""
    if _needs_nothing(text, text.encode("utf-8", "surrogatepass")):
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _SURROGATES.sub("\ufffd", _UNWANTED.sub("", text))


def one_line(text: str) -> str:
    """The same words on one line, as titles and names need it."""
    return " ".join(normalise(text).split())


def letters(text: str) -> str:
    """The letters and digits of a text in lower case, for telling whether two names are one."""
    return "".join(filter(str.isalnum, text.lower()))


def _needs_nothing(text: str, data: bytes) -> bool:
    """Whether it is certain that nothing is to normalise in `text`, which is `data` in UTF-8."""
    if not data or len(data.translate(None, _SUSPECTS)) != len(data):
        return False
    return "\u2028" not in text and "\u2029" not in text and not _C1.search(data)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    """The text in an encoding that the file itself names."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            name,
            _("the file says it is {encoding} but is damaged at byte {place}.").format(
                encoding=encoding.upper(), place=error.start
            ),
            advice=_("Save it again as UTF-8."),
        ) from error
    if "\0" in text:
        raise _not_text(data, name)
    return text


def _utf16_without_mark(data: bytes) -> str:
    """The UTF-16 byte order that explains the zero bytes, or nothing."""
    even, odd = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    pairs = min(len(data), _SAMPLE) // 2
    if len(data) % 2 or max(even, odd) < pairs // 2 or min(even, odd):
        return ""
    return "utf-16-be" if even else "utf-16-le"


def _guess(sample: bytes, name: str) -> str:
    """The encoding of text without a byte order mark."""
    if _is_nearly_utf8(sample):
        return "utf-8"
    printable = len(sample.translate(None, _CONTROLS.replace(b"\r", b"").replace(b"\x0c", b"")))
    if len(sample) - printable > _MOST_CONTROLS * len(sample):
        raise _not_text(sample, name)
    if _is_western(sample):
        return "cp1252"
    # loaded when first needed: most files are UTF-8
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(sample).best()
    if best is None:
        raise UnreadableFile(
            name,
            _("the encoding of its text could not be found out."),
            advice=_("Open it in the program it comes from and save it as UTF-8."),
        )
    return best.encoding


def _is_nearly_utf8(sample: bytes) -> bool:
    """Whether all but some damaged bytes are UTF-8."""
    text = sample.decode(errors="replace")
    damaged = text.count("\ufffd")
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    return damaged <= 1 + beyond_ascii // 10 and damaged * 2 <= beyond_ascii


def _is_western(sample: bytes) -> bool:
    """Whether Windows-1252 gives only the letters and signs of western European languages."""
    text = sample.decode("cp1252", errors="replace")
    letters_used = {character for character in text if not character.isascii()}
    return letters_used.issubset(load("language")["western"]["letters"] + "\xa0\xad")


def _not_text(data: bytes, name: str) -> UnreadableFile:
    """The refusal of a binary file, with what it is if that can be told."""
    kind = next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), "")
    reason = _("it is {kind}, not text.").format(kind=kind) if kind else _("it is not text.")
    return UnreadableFile(
        name, reason, advice=_("Save the article as plain text or as a web page.")
    )
