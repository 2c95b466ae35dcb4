"""Counts and figures over an annotated corpus: pure functions over domain types."""

from annotator.analysis.evaluation import Evaluation, evaluate
from annotator.analysis.labelled import parse_gold, parse_predictions
from annotator.analysis.overview import Overview, overview
from annotator.analysis.table import ChartKind, Column, Row, Table, to_csv, to_json, to_text

__all__ = [
    "ChartKind",
    "Column",
    "Evaluation",
    "Overview",
    "Row",
    "Table",
    "evaluate",
    "overview",
    "parse_gold",
    "parse_predictions",
    "to_csv",
    "to_json",
    "to_text",
]
