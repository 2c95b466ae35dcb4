"""Links of the other pages lead to the article they tell of."""

import factories
from annotator.domain import Span
from annotator.ui.job_bar import JobBar
from annotator.ui.overview_page import OverviewPage
from annotator.ui.pages import ARTICLES, OVERVIEW
from ui.workbench.analyst import Analyst


def test_a_sentence_of_the_overview_leads_to_its_place_in_the_article(analyst: Analyst) -> None:
    desk = analyst.window.desk
    assert desk is not None
    overview = desk.go_to(OVERVIEW)
    assert isinstance(overview, OverviewPage)
    overview.open_requested.emit(1, Span(len("Nothing "), len("Nothing was found")))
    assert desk.pages.currentWidget() is desk.pages.page(ARTICLES)
    assert analyst.article_id == 1
    assert analyst.view.textCursor().position() == len("Nothing ")
    assert analyst.view.selected_span() is None


def test_an_import_leaves_the_reader_alone_and_leads_to_what_is_new(analyst: Analyst) -> None:
    desk = analyst.window.desk
    assert desk is not None
    here = analyst.article_id
    desk.go_to(OVERVIEW)
    analyst.qtbot.waitUntil(lambda: desk.jobs.current is None)
    with analyst.qtbot.waitSignal(desk.jobs.ended):
        desk.tasks.store([factories.article_draft("A leap 🐝 forward.")])
    assert analyst.article_id == here
    bar = desk.findChild(JobBar)
    assert bar is not None
    analyst.push("Go to the first", within=bar)
    assert desk.pages.currentWidget() is desk.pages.page(ARTICLES)
    assert analyst.view.text.startswith("A leap 🐝")
