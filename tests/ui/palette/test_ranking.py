"""Which commands are meant by what is typed."""

import pytest

from annotator.ui.palette.ranking import Entry, ranked

ENTRIES = (
    Entry("export", "Export…", "Project", "Ctrl+Shift+E"),
    Entry("next", "Next article", "Article", "]"),
    Entry("import", "Import files…", "Article", "Ctrl+I"),
    Entry("accept", "Accept", "Suggestion", "A"),
    Entry("tag", "Tag as Régulation", "Tag", "4"),
    Entry("report", "Show the last report", "Help"),
)


def found(typed: str, *recent: str) -> list[str]:
    return [entry.key for entry in ranked(ENTRIES, typed, recent)]


def test_the_beginning_of_a_word_goes_before_its_middle() -> None:
    assert found("port") == ["export", "import", "report"]
    assert found("re") == ["tag", "report"]
    assert found("t") == ["tag", "report", "export", "next", "import", "accept"]


def test_a_word_of_the_text_goes_before_one_of_the_menu() -> None:
    assert found("article") == ["next", "import"]


def test_all_words_must_be_there_in_any_order() -> None:
    assert found("last show") == ["report"]
    assert found("show nothing") == []


@pytest.mark.parametrize("typed", ["regulation", "RÉGULATION", "re\u0301gul"])
def test_accents_and_case_make_no_difference(typed: str) -> None:
    assert found(typed) == ["tag"]


def test_a_key_finds_its_command() -> None:
    assert found("ctrl+i")[0] == "import"
    assert found("]") == ["next"]


def test_with_nothing_typed_what_was_used_last_comes_first() -> None:
    assert found("", "report", "accept") == [
        *("report", "accept"),
        *("export", "next", "import", "tag"),
    ]


def test_what_was_used_last_decides_among_equals_only() -> None:
    assert found("port", "report")[0] == "report"
    assert found("ex", "report") == ["export", "next"]
