"""Storing, filtering and searching articles."""

from datetime import date

import pytest

from annotator.domain import ArticleFilter, ArticleOrder, Kind
from annotator.errors import InvalidInput, NotFound
from annotator.project import Project
from annotator.store.article_query import select_articles
from factories import article_draft, statement_draft


@pytest.fixture
def library(project: Project) -> Project:
    """Three articles of two sources; the third has no date."""
    project.articles.add(
        [
            article_draft(
                text="Chips and export controls.",
                title="Chips",
                source="Wire",
                published=date(2025, 1, 2),
                language="en",
            ),
            article_draft(
                text="L'État finance l'élève.",
                title="État",
                source="Presse",
                published=date(2026, 3, 4),
                language="fr",
            ),
            article_draft(
                text='Chips again, 100% cheaper; rows\' "quotes".',
                title="again",
                source="Wire",
                published=None,
                language="en",
            ),
        ]
    )
    return project


def _ids(project: Project, **wanted: object) -> list[int]:
    return list(project.articles.ids(ArticleFilter(**wanted)))  # type: ignore[arg-type]


def test_an_article_is_there_until_it_is_removed(library: Project) -> None:
    assert library.articles.present([3, 2, 4]) == [3, 2]
    library.articles.remove([2])
    assert library.articles.present([3, 2, 4]) == [3]


def test_the_same_text_is_not_stored_twice(library: Project) -> None:
    again = article_draft(text="Chips and export controls.", title="Another title")
    changes = library.articles.add([again, again, article_draft(text="New.")])
    assert len(changes.added[Kind.ARTICLE]) == 1
    assert library.articles.twin("Chips and export controls.") == 1
    assert library.articles.twin("Unheard of.") is None


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"source": "Wire"}, [3, 1]),
        ({"language": "fr"}, [2]),
        ({"published_from": date(2025, 6, 1)}, [2]),
        ({"published_to": date(2025, 6, 1)}, [1]),
        ({"undated": True}, [3]),
        ({"query": "chips"}, [3, 1]),
        ({"query": "chip"}, [3, 1]),
        ({"query": "eleve"}, [2]),
        ({"query": '"export controls"'}, [1]),
        ({"query": "chips -again"}, [1]),
        ({"query": 'rows\' "quotes"'}, [3]),
        ({"query": "100%"}, [3]),
        ({"query": "emission|climate"}, []),
        ({"query": "NEAR( OR AND *"}, []),
        ({"query": "   "}, [3, 2, 1]),
        ({"query": "chips\0export"}, [1]),
        ({"order": ArticleOrder.NEWEST}, [2, 1, 3]),
        ({"order": ArticleOrder.OLDEST}, [1, 2, 3]),
        ({"order": ArticleOrder.TITLE}, [3, 1, 2]),
        ({"order": ArticleOrder.SOURCE}, [2, 1, 3]),
        ({"order": ArticleOrder.TITLE_DOWN}, [2, 1, 3]),
        ({"order": ArticleOrder.SOURCE_DOWN}, [3, 1, 2]),
        ({"order": ArticleOrder.LANGUAGE_DOWN}, [2, 3, 1]),
        ({"done": True}, []),
        ({"tagged": "funding"}, []),
        ({"pending": False}, [3, 2, 1]),
    ],
)
def test_filters_let_through_what_they_say(
    library: Project, wanted: dict[str, object], found: list[int]
) -> None:
    assert _ids(library, **wanted) == found
    assert library.articles.count(ArticleFilter(**wanted)) == len(found)  # type: ignore[arg-type]


COUNTED = {order for order in ArticleOrder if order.strip("-") in {"statements", "pending", "done"}}


@pytest.mark.parametrize("order", sorted(set(ArticleOrder) - COUNTED))
@pytest.mark.parametrize("filters", [{}, {"done": False}, {"pending": False}])
def test_no_order_has_to_be_sorted_first(
    order: ArticleOrder, filters: dict[str, bool], library: Project
) -> None:
    wanted = ArticleFilter(order=order, done=filters.get("done"), pending=filters.get("pending"))
    sql, values = select_articles("articles.id", wanted, coder_id=library.coder.id)
    plan = [row[3] for row in library._db.rows(f"EXPLAIN QUERY PLAN {sql}", *values)]
    assert plan[0].startswith("SCAN articles")
    assert not any("ORDER BY" in line for line in plan)
    if order is not ArticleOrder.LATEST_IMPORT:
        assert "INDEX idx_articles_" in plan[0]


def test_a_search_only_for_what_to_leave_out_is_explained(library: Project) -> None:
    with pytest.raises(InvalidInput, match="at least one word"):
        _ids(library, query="-chips")


def test_filters_by_work_are_the_coders_own(library: Project) -> None:
    library.articles.mark_done([1, 2])
    library.statements.add(2, statement_draft(span=statement_draft().span.__class__(0, 6)))
    assert _ids(library, done=True) == [2, 1]
    assert _ids(library, tagged="funding") == [2]
    library.coders.use("Grace")
    assert _ids(library, done=True) == []
    assert _ids(library, tagged="funding") == []


def test_rows_come_in_the_order_asked_for_with_their_counts(library: Project) -> None:
    library.articles.mark_done([2])
    rows = library.articles.rows([3, 99, 2])
    assert [(row.id, row.done, row.statements) for row in rows] == [(3, False, 0), (2, True, 0)]


def test_a_hit_shows_the_words_around_it(library: Project) -> None:
    (hit,) = library.articles.search("export")
    assert "export controls" in hit.snippet


def test_a_new_title_is_found_and_the_old_one_no_longer(library: Project) -> None:
    assert [h.article_id for h in library.articles.search("État")] == [2]
    library.articles.update(2, title="Budget")
    assert [h.article_id for h in library.articles.search("Budget")] == [2]
    assert library.articles.count(ArticleFilter(query="title:chips")) == 0
    assert library.check().is_sound


def test_an_unknown_date_stays_unknown(library: Project) -> None:
    assert library.articles.get(3).published is None


def test_details_can_be_corrected(library: Project) -> None:
    library.articles.update(
        1, authors=("Zoë", "O'Neill"), published=date(2020, 2, 29), language="de"
    )
    article = library.articles.get(1)
    assert article.authors == ("Zoë", "O'Neill")
    assert article.published == date(2020, 2, 29)


def test_only_details_that_articles_have_can_be_corrected(library: Project) -> None:
    with pytest.raises(TypeError, match="text_hash"):
        library.articles.update(1, text_hash=b"")  # type: ignore[call-arg]
    assert library.undo_name == "Import articles"


def test_removed_articles_take_everything_along(library: Project) -> None:
    library.statements.add(1, statement_draft(span=statement_draft().span.__class__(0, 5)))
    library.articles.remove([1])
    with pytest.raises(NotFound):
        library.articles.text(1)
    assert library.status().statements == {}
    library.undo()
    assert library.statements.of(1)[0].quote == "Chips"


def test_an_index_made_in_small_slices_stays_in_few_parts(project: Project) -> None:
    project.articles.add([article_draft(f"Firm {n} hired {n * 7} people.") for n in range(300)])
    parts = []
    while project.articles.index_new(8):
        # FTS5 itself would let 15 gather, and then merge them all at once
        sql = "SELECT count(DISTINCT segid) FROM article_search_idx"
        parts.append(project.articles._db.value(sql))
    assert max(parts) < 10
    assert project.articles.is_indexed()
