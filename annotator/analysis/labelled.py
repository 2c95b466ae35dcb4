"""Gold and predicted articles for an evaluation, read from lines of JSON and checked."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from annotator.domain import Span
from annotator.errors import InvalidInput
from annotator.i18n import gettext as _

Json = Mapping[str, Any]
Bounds = tuple[float | None, float | None, str | None]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A span with an entity label or a kind of claim."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a role or speaks: words, the entity meant, and the bounds of a sum."""

    text: str
    entity: str = ""
    bounds: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedStatement:
    """A statement with what is measured of it."""

    span: Span
    type: str
    fillers: Mapping[str, tuple[Filler, ...]]
    speaker: Filler | None
    modality: str | None
    polarity: str | None

    def of_role(self, role: str) -> tuple[Filler, ...]:
        """The fillers of that role."""
        return self.fillers.get(role, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedArticle:
    """One line; only gold has sentences, and a source if one is given."""

    id: str
    text: str
    source: str
    sentences: tuple[Span, ...]
    entities: tuple[Labelled, ...]
    claims: tuple[Labelled, ...]
    statements: tuple[CodedStatement, ...]


def parse_gold(lines: Iterable[str]) -> dict[str, CodedArticle]:
    """Gold articles by id; InvalidInput for a broken line, none at all or one without sentences."""
    gold = parse_predictions(lines)
    if not gold:
        raise InvalidInput(_("There are no gold articles: choose a file with one article a line."))
    bare = [article.id for article in gold.values() if not article.sentences]
    if bare:
        sentence = _("Article {id} has no sentences: measure against a file with gold labels.")
        raise InvalidInput(sentence.format(id=bare[0]))
    return gold


def parse_predictions(lines: Iterable[str]) -> dict[str, CodedArticle]:
    """Articles by id; InvalidInput names the first line that cannot be read."""
    articles: dict[str, CodedArticle] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        article = _read_line(line, number)
        if article.id in articles:
            sentence = _("Line {number} has the id {id}, which an earlier line has too.")
            raise InvalidInput(sentence.format(number=number, id=article.id))
        articles[article.id] = article
    return articles


def coded_article(row: Json) -> CodedArticle:
    """One article from its JSON object.

    Raises AttributeError, KeyError, TypeError or ValueError when it has another form.
    """
    return CodedArticle(
        id=_text(row["id"]),
        text=_text(row["text"]),
        source=str(row.get("source") or ""),
        sentences=tuple(_span(each) for each in row.get("sentences", ())),
        entities=tuple(Labelled(_span(each), _text(each["label"])) for each in row["entities"]),
        claims=tuple(Labelled(_span(each), _text(each["kind"])) for each in row["claims"]),
        statements=tuple(_statement(each) for each in row["statements"]),
    )


def _read_line(line: str, number: int) -> CodedArticle:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        sentence = _("Line {number} is not JSON: {reason}. Each line must hold one article.")
        raise InvalidInput(sentence.format(number=number, reason=error)) from error
    try:
        return coded_article(row)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        sentence = _("Line {number} is not an article with its labels: {reason}.")
        raise InvalidInput(sentence.format(number=number, reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return _("{field} is missing").format(field=error)
    return str(error)


def _statement(row: Json) -> CodedStatement:
    return CodedStatement(
        span=_span(row),
        type=_text(row["type"]),
        fillers={role: _fillers(values) for role, values in row["roles"].items()},
        speaker=_filler(row["speaker"]) if row.get("speaker") else None,
        modality=row.get("modality"),
        polarity=row.get("polarity"),
    )


def _fillers(values: str | list[str | Json]) -> tuple[Filler, ...]:
    """A role's fillers; a role without entities or sums is plain text."""
    many = [values] if isinstance(values, str) else values
    return tuple(Filler(each) if isinstance(each, str) else _filler(each) for each in many)


def _filler(row: Json) -> Filler:
    value = row.get("value")
    bounds = (value.get("low"), value.get("high"), value.get("currency")) if value else None
    return Filler(row.get("text") or "", row.get("entity") or "", bounds)


def _span(row: Json) -> Span:
    return Span(row["start"], row["end"])


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(_("{value} should be text").format(value=repr(value)[:80]))
    return value
