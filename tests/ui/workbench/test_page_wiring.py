"""Links of the other pages lead to the article they tell of."""

from annotator.domain import Span
from annotator.ui.overview_page import OverviewPage
from annotator.ui.pages import ARTICLES, OVERVIEW
from ui.workbench.analyst import Analyst


def test_a_sentence_of_the_overview_leads_to_its_place_in_the_article(analyst: Analyst) -> None:
    desk = analyst.window.desk
    assert desk is not None
    overview = desk.go_to(OVERVIEW)
    assert isinstance(overview, OverviewPage)
    overview.open_requested.emit(1, Span(0, len("Nothing was found")))
    assert desk.pages.currentWidget() is desk.pages.page(ARTICLES)
    assert analyst.article_id == 1
    assert analyst.view.selected_span() == Span(0, len("Nothing was found"))
