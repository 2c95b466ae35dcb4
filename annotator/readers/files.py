"""Which files there are to read, and the reader for each."""

import os
import zlib
from collections.abc import Callable, Iterable, Iterator
from gzip import BadGzipFile
from pathlib import Path

from annotator.domain import ArticleDraft
from annotator.errors import UnreadableFile, reason_of
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.readers import jsonl, markdown, table, text
from annotator.readers.source import Source, damaged_archive

Reader = Callable[[Source], Iterator[ArticleDraft | UnreadableFile]]


def _read_html(source: Source) -> Iterator[ArticleDraft]:
    # trafilatura takes half a second to load, so it waits for the first page
    from annotator.readers import html  # noqa: PLC0415

    return html.read(source)


def _refuse(source: Source) -> Iterator[ArticleDraft]:
    raise UnreadableFile(
        source.path,
        _("files of the kind {suffix} cannot be imported.").format(suffix=source.suffix),
        advice=_("Save the article as plain text or as a web page."),
    )


READERS: dict[str, Reader] = {
    ".txt": text.read,
    ".text": text.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".jsonl": jsonl.read,
    ".ndjson": jsonl.read,
    ".json": jsonl.read,
    ".csv": table.read,
    ".tsv": table.read,
}
_DOCUMENTS = dict.fromkeys(
    (
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".eml", ".msg", ".mht", ".mhtml"),
        *(".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".warc"),
    ),
    _refuse,
)
"""What people expect to be read: it is refused by name, other files of a folder are passed over."""

_MOST_BROKEN = 20
"""So many broken lines of a file are named; more help nobody to mend it."""


def read(paths: Iterable[Path | str | UnreadableFile]) -> Iterator[ArticleDraft | UnreadableFile]:
    """Articles of files and folders one by one; what cannot be read comes as UnreadableFile."""
    return read_files(find_files(paths))


def find_files(paths: Iterable[Path | str | UnreadableFile]) -> tuple[Path | UnreadableFile, ...]:
    """The files that `read` reads for these paths, folders searched, with what stands in the way.

    The result may be given to `read_files`: its length is known where progress is shown.
    """
    return tuple(found for path in paths for found in _files_of(path))


def read_files(
    found: Iterable[Path | UnreadableFile],
) -> Iterator[ArticleDraft | UnreadableFile]:
    """The articles of what `find_files` found, which is not looked for again."""
    for file in found:
        if isinstance(file, UnreadableFile):
            yield file
        else:
            yield from read_file(file)


def read_file(path: Path) -> Iterator[ArticleDraft | UnreadableFile]:
    """The articles of one file; of very many broken lines the first ones and their number."""
    broken = 0
    for found in _all_of(path):
        is_broken_line = isinstance(found, UnreadableFile) and found.path != str(path)
        broken += is_broken_line
        if not is_broken_line or broken <= _MOST_BROKEN:
            yield found
    if broken > _MOST_BROKEN:
        yield _more_broken(path, broken - _MOST_BROKEN)


def _more_broken(path: Path, count: int) -> UnreadableFile:
    sentence = ngettext(
        "and {count} more line cannot be imported.",
        "and {count} more lines cannot be imported.",
        count,
    )
    return UnreadableFile(
        path,
        sentence.format(count=digits(count)),
        advice=_("Mend the lines that are named, and import the file again."),
    )


def _all_of(path: Path) -> Iterator[ArticleDraft | UnreadableFile]:
    """The articles of one file; a failure of the file is the last that comes."""
    reader = READERS.get(path.suffix.lower()) or _reader_for(path)
    try:
        yield from reader(Source(path))
    except UnreadableFile as error:
        yield error
    except (BadGzipFile, EOFError, zlib.error):
        yield damaged_archive(str(path))
    except OSError as error:
        yield _unreadable(path, error)


def _reader_for(path: Path) -> Reader:
    """The reader of a file with an unusual name: what is packed counts, text if all fails."""
    suffix = Source(path).suffix
    return READERS.get(suffix) or _DOCUMENTS.get(suffix, text.read)


def _files_of(path: Path | str | UnreadableFile) -> Iterator[Path | UnreadableFile]:
    if isinstance(path, UnreadableFile):
        yield path
        return
    if isinstance(path, str) and not path.strip():
        yield UnreadableFile(
            _("An empty path"), _("it names no file."), advice=_("Check the name.")
        )
        return
    path = Path(path)
    try:
        is_folder = path.is_dir()
    except OSError as error:
        yield _unreadable(path, error)
        return
    if is_folder:
        yield from _files_in(path)
    elif path.is_file():
        yield path
    else:
        reason = _("it is not a file.") if path.exists() else _("there is no such file or folder.")
        yield UnreadableFile(path, reason, advice=_("Check the name."))


def _files_in(folder: Path) -> Iterator[Path | UnreadableFile]:
    """The articles and corpora in a folder and below it, in the order of their names."""
    failures: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=failures.append):
        files = sorted(name for name in names if _is_wanted(name))
        stems = tuple(
            f"{Path(name).stem}{mark}" for name in names for mark in "_-." if _is_page(name)
        )
        folders[:] = sorted(name for name in folders if not name.startswith((".", *stems)))
        yield from (Path(place, name) for name in files)
    yield from (_unreadable(Path(error.filename), error) for error in failures)


def _is_wanted(name: str) -> bool:
    suffix = "." + name.lower().removesuffix(".gz").rpartition(".")[2]
    return not name.startswith(".") and (suffix in READERS or suffix in _DOCUMENTS)


def _is_page(name: str) -> bool:
    """Whether browsers put a folder with pictures and scripts beside the file."""
    return name.lower().endswith((".html", ".htm"))


def _unreadable(path: Path, error: OSError) -> UnreadableFile:
    if isinstance(error, PermissionError):
        return UnreadableFile(
            path, _("it may not be read."), advice=_("Allow reading it, or copy it.")
        )
    if isinstance(error, FileNotFoundError):
        return UnreadableFile(path, _("it is no longer there."), advice=_("Check the name."))
    reason = reason_of(error).lower()
    return UnreadableFile(path, _("it could not be read: {reason}.").format(reason=reason))
