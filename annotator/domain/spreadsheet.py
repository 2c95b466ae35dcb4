"""Cells that a spreadsheet shows as they are and never runs."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")  # noqa: RUF001 - spreadsheets take the full-width signs too


def safe_cell(text: str) -> str:
    """The text with a leading apostrophe if a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
