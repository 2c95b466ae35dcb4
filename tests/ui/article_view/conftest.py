"""An article view on show, with a text of many scripts."""

import pytest
from pytestqt.qtbot import QtBot

from annotator.ui.article_view import ArticleView

TEXT = (
    "🚀 Mistral\u00a0AI raised €1.7 billion, said Zoe\u0301 Dupont on Tuesday.\n"
    "שלם: the EU should adopt חדש AI Act לפני שנה.\n"
    "\n"
    "中国企业深度求索宣布投资五十亿元人民币 😀😀 for compute.\n"
    "أعلنت شركة OpenAI أنها ستستثمر 1.7 مليار يورو.\n"
    "“We are ahead of our rivals,” she said: “the EU's AI Act comes first.”"
)


@pytest.fixture
def view(qtbot: QtBot) -> ArticleView:
    view = ArticleView()
    qtbot.addWidget(view)
    view.resize(700, 400)
    view.show_text(TEXT)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def text() -> str:
    return TEXT
