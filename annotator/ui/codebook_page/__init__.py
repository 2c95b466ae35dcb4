"""The page of the codebook: statement types, their roles, colours, keys and guidelines."""

from annotator.ui.codebook_page.page import CodebookPage

__all__ = ["CodebookPage"]
