"""Counts and figures over an annotated corpus: pure functions over domain types."""

from annotator.analysis.overview import Overview, overview
from annotator.analysis.table import ChartKind, Column, Row, Table, to_csv, to_json, to_text

__all__ = [
    "ChartKind",
    "Column",
    "Overview",
    "Row",
    "Table",
    "overview",
    "to_csv",
    "to_json",
    "to_text",
]
