"""Files, folders, saved pages and pasted text become ArticleDrafts."""

from annotator.readers.files import find_files, read, read_file

__all__ = ["find_files", "read", "read_file"]
