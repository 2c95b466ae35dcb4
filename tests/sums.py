"""Sums of money as news writes them, with the bounds and the currency that they come to."""

from pathlib import Path

from annotator.domain import Money

_FILE = Path(__file__).parent / "data" / "sums.tsv"


def sums_in_news() -> list[tuple[str, Money]]:
    """Each expression of tests/data/sums.tsv with what it means."""
    lines = _FILE.read_text("utf-8").split("\n")
    return [_read(line) for line in lines if line and not line.startswith("#")]


def _read(line: str) -> tuple[str, Money]:
    words, low, high, currency = line.split("\t")
    return words, Money(_bound(low), _bound(high), None if currency == "-" else currency)


def _bound(written: str) -> float | None:
    return None if written == "-" else float(written)
