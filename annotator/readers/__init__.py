"""Files, folders, saved pages and pasted text become ArticleDrafts, TOML becomes a Codebook."""

from annotator.readers.codebooks import read_codebook, shipped_codebooks
from annotator.readers.files import find_files, read, read_file, read_files
from annotator.readers.language import guess_language, may_be
from annotator.readers.pasted import read_pasted

__all__ = [
    "find_files",
    "guess_language",
    "may_be",
    "read",
    "read_codebook",
    "read_file",
    "read_files",
    "read_pasted",
    "shipped_codebooks",
]
