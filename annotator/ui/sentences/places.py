"""Places in articles, and the sentence around each as it is shown in a list."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.domain import ArticleRow, EntityLabel, Kind, Span
from annotator.formats import day
from annotator.i18n import gettext as _
from annotator.project import Project
from annotator.ui.text_units import SENTENCE_END
from annotator.ui.wordings import CLAIM_KINDS

_LEAD = 80
_REACH = 240
_OPENING = 200
_TITLE = 80


@dataclass(frozen=True, slots=True)
class Reference:
    """An article, statement, claim or mention by its id: what an entry of the list stands for."""

    kind: Kind
    id: int


@dataclass(frozen=True, slots=True)
class Place:
    """A span of an article and how it was tagged; `colour` is `#rrggbb` or empty."""

    article_id: int
    span: Span
    label: str = ""
    colour: str = ""
    entity_label: EntityLabel | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the list: the words of the place between what stands before and after."""

    place: Place
    title: str
    source: str
    day: str
    before: str
    words: str
    after: str


def references(kind: Kind, ids: Iterable[int]) -> list[Reference]:
    """References of one kind."""
    return [Reference(kind, row_id) for row_id in ids]


def lines_of(project: Project, wanted: Sequence[Reference]) -> dict[Reference, Line]:
    """What these references stand for, read in one go; those that are gone are left out."""
    places = places_of(project, wanted)
    lines = lines_at(project, places.values())
    return {reference: lines[place] for reference, place in places.items() if place in lines}


def lines_at(project: Project, places: Collection[Place]) -> dict[Place, Line]:
    """The lines of these places, read in one go; those in articles that are gone are left out."""
    ids = list(dict.fromkeys(place.article_id for place in places))
    rows = {row.id: row for row in project.articles.rows(ids)}
    texts = {article_id: project.articles.text(article_id) for article_id in rows}
    return {
        place: _line(place, rows[place.article_id], texts[place.article_id])
        for place in places
        if place.article_id in rows
    }


def places_of(project: Project, wanted: Sequence[Reference]) -> Mapping[Reference, Place]:
    """Where these references point."""
    return {
        **{
            reference: Place(reference.id, Span(0, 0))
            for reference in wanted
            if reference.kind is Kind.ARTICLE
        },
        **_statement_places(project, wanted),
        **_claim_places(project, wanted),
        **_mention_places(project, wanted),
    }


def _statement_places(project: Project, wanted: Sequence[Reference]) -> Mapping[Reference, Place]:
    types = {kind.key: kind for kind in project.codebook.get().types}
    ids = [reference.id for reference in wanted if reference.kind is Kind.STATEMENT]
    return {
        Reference(Kind.STATEMENT, statement.id): Place(
            statement.article_id,
            statement.span,
            types[statement.type].name,
            types[statement.type].colour,
        )
        for statement in project.statements.by_ids(ids)
    }


def _claim_places(project: Project, wanted: Sequence[Reference]) -> Mapping[Reference, Place]:
    ids = [reference.id for reference in wanted if reference.kind is Kind.CLAIM]
    return {
        Reference(Kind.CLAIM, claim.id): Place(
            claim.article_id, claim.span, CLAIM_KINDS[claim.kind]
        )
        for claim in project.claims.by_ids(ids)
    }


def _mention_places(project: Project, wanted: Sequence[Reference]) -> Mapping[Reference, Place]:
    ids = [reference.id for reference in wanted if reference.kind is Kind.MENTION]
    return {
        Reference(Kind.MENTION, mention.id): Place(
            mention.article_id, mention.span, _("mention"), entity_label=mention.label
        )
        for mention in project.mentions.by_ids(ids)
    }


def _line(place: Place, row: ArticleRow, text: str) -> Line:
    span = place.span
    after = rest(text, span.stop) if len(span) else text[:_OPENING]
    return Line(
        place=place,
        title=_flat(row.title or text[:_TITLE]),
        source=row.source,
        day=day(row.published) if row.published else "",
        before=_flat(lead(text, span.start)),
        words=_flat(span.quote(text)),
        after=_flat(after),
    )


def _flat(text: str) -> str:
    # a line end would break the line on show; one character each keeps the lengths
    return re.sub(r"\s", " ", text)


def lead(text: str, start: int) -> str:
    """What stands before `start` in its sentence, cut at a word if it is long."""
    earliest = max(0, start - _LEAD)
    ends = [found.end() for found in SENTENCE_END.finditer(text, earliest, start)]
    if ends or not earliest:
        return text[ends[-1] if ends else 0 : start]
    return "…" + text[text.find(" ", earliest, start) + 1 or earliest : start]


def rest(text: str, stop: int) -> str:
    """What stands from `stop` on in its sentence, cut if it is long."""
    latest = min(len(text), stop + _REACH)
    end = SENTENCE_END.search(text, max(0, stop - 1), latest)
    return text[stop : max(stop, end.end()) if end else latest]
