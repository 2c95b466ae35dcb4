import errno
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotator.analysis import ChartKind, Column, Row, Table, charts, overview
from annotator.domain import AnnotatedArticle, Money, RoleValue
from annotator.errors import CannotWrite, InvalidInput
from factories import annotated, article, corpus_info, full_article, statement

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def table(key: str, *articles: AnnotatedArticle) -> Table:
    return overview(articles, corpus_info()).table(key)


def words(figure: "Figure") -> list[str]:
    from matplotlib.text import Text  # noqa: PLC0415 - the test of a slow import stands here too

    figure.canvas.draw()
    return [text.get_text() for text in figure.findobj(Text) if text.get_visible()]


def paid(number: int, money: Money, words: str = "a sum") -> AnnotatedArticle:
    value = RoleValue("amount", words, money=money)
    coded = statement(id=number, article_id=number, values=(value,))
    return annotated(article=article(id=number), statements=(coded,))


ALL_TABLES = ("time", "sources", "types", "coders", "entities", "amounts")


@pytest.mark.parametrize("key", ALL_TABLES)
@pytest.mark.parametrize("dark", [False, True])
def test_each_table_is_drawn_in_both_themes_under_its_title(key: str, *, dark: bool) -> None:
    from matplotlib.colors import to_rgb  # noqa: PLC0415 - as above

    found = table(key, full_article())
    figure = charts.draw(found, dark=dark)
    assert found.title in words(figure)
    brightness = sum(to_rgb(figure.get_facecolor()))
    assert (brightness < 1) is dark


@pytest.mark.parametrize("key", ALL_TABLES)
def test_an_empty_table_says_so(key: str) -> None:
    assert "Nothing to show yet." in words(charts.draw(table(key)))


def test_a_table_of_another_kind_has_no_chart() -> None:
    plain = Table("t", "T", (Column("a", "A", numeric=True),), (Row((1,)),))
    assert "This table has no chart." in words(charts.draw(plain))


def test_types_are_drawn_in_the_colours_of_the_codebook() -> None:
    from matplotlib.colors import to_hex  # noqa: PLC0415 - as above

    figure = charts.draw(table("types", annotated(statements=(statement(type="policy"),))))
    statements = figure.axes[1]
    assert to_hex(statements.patches[0].get_facecolor()) == "#2f62b5"


def test_bars_carry_their_numbers() -> None:
    many = annotated(statements=tuple(statement(id=number) for number in range(1234)))
    assert any("1,234" in text for text in words(charts.draw(table("sources", many))))


def test_undated_articles_are_said_at_the_foot() -> None:
    items = [annotated(article=article(id=number, published=None)) for number in (1, 2)]
    shown = words(charts.draw(table("time", full_article(), *items)))
    assert "2 articles without a date are not shown." in shown


def test_where_no_article_has_a_date_words_stand_in_place_of_an_empty_axis() -> None:
    undated = [annotated(article=article(id=number, published=None)) for number in (1, 2)]
    figure = charts.draw(table("time", *undated))
    assert figure.axes == []
    said = "None of the 2 articles has a date, so there is no month to show."
    assert said in words(figure)


def test_the_last_month_of_all_can_be_drawn() -> None:
    item = annotated(article=article(published=date(9999, 12, 31)))
    assert "Articles" in words(charts.draw(table("time", item)))


def test_each_currency_has_an_axis_of_its_own_with_the_largest_sum_on_top() -> None:
    items = (
        paid(1, Money(1e6, 1e6, "EUR"), "€1m"),
        paid(2, Money(2e9, 3e9, "EUR"), "€2bn to €3bn"),
        paid(3, Money(5, None, "USD"), "over $5"),
    )
    figure = charts.draw(table("amounts", *items))
    assert [axes.get_title(loc="left") for axes in figure.axes] == ["EUR", "USD"]
    assert [text.get_text() for text in figure.axes[0].texts] == ["€2bn to €3bn", "€1m"]
    assert "Arrowhead: open bound." in words(figure)


@pytest.mark.parametrize(
    "money", [Money(None, None), Money(0, 0), Money(-5, -5), Money(None, float("inf"))]
)
def test_a_sum_that_no_axis_can_show_is_counted(money: Money) -> None:
    shown = words(charts.draw(table("amounts", paid(1, money), paid(2, Money(7, 7)))))
    assert "Sums not shown: 1." in shown


def test_sums_without_any_figure_leave_an_empty_chart() -> None:
    found = table("amounts", paid(1, Money(-1, -1)))
    assert "Nothing to show yet." in words(charts.draw(found))


def test_names_are_never_taken_for_formulas_and_every_letter_is_drawn() -> None:
    name = "$\\frac{1}{0}$ 🙂 \U000e0041 日本\n\u05e9\u05dc" + "x" * 100
    shown = words(charts.draw(table("sources", annotated(article=article(source=name)))))
    assert any(r"\$\frac{1}{0}\$" in text for text in shown)


def test_a_long_table_is_cut_and_says_so() -> None:
    items = [annotated(article=article(id=each, source=f"S{each}")) for each in range(1, 31)]
    assert "The first 25 of 30 are shown." in words(charts.draw(table("sources", *items)))


def test_a_colour_that_is_none_is_replaced() -> None:
    columns = (Column("a", "A"), Column("n", "N", numeric=True, colour="no colour"))
    broken = Table("t", "T", columns, (Row(("x", 1)),), ChartKind.CATEGORY)
    assert "x" in words(charts.draw(broken))


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<?xml"), (".png", b"\x89PNG")])
def test_a_chart_is_saved_in_the_format_of_its_suffix(
    tmp_path: Path, suffix: str, start: bytes
) -> None:
    path = tmp_path / f"chart{suffix}"
    charts.save(charts.draw(table("types", full_article())), path)
    assert path.read_bytes().startswith(start)


def test_a_vector_chart_needs_no_font_of_the_reader(tmp_path: Path) -> None:
    path = tmp_path / "chart.svg"
    charts.save(charts.draw(table("types", full_article())), path)
    assert "<text" not in path.read_text("utf-8")


def test_an_unknown_suffix_and_an_unwritable_place_are_the_users_business(tmp_path: Path) -> None:
    figure = charts.draw(table("types"))
    with pytest.raises(InvalidInput, match=r"chart\.doc"):
        charts.save(figure, tmp_path / "chart.doc")
    with pytest.raises(CannotWrite):
        charts.save(figure, tmp_path / "none" / "chart.png")


def test_a_chart_that_fails_half_way_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "chart.svg"
    path.write_text("before")

    def full(_self: Path, content: bytes) -> int:
        with _self.open("wb") as file:
            file.write(content[:10])
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(CannotWrite, match="the disk is full"):
        charts.save(charts.draw(table("types", full_article())), path)
    assert [each.name for each in tmp_path.iterdir()] == ["chart.svg"]
    assert path.read_text() == "before"


def test_plotting_is_loaded_with_the_first_chart_and_not_before() -> None:
    lines = (
        "import sys",
        "from annotator.analysis import charts, overview",
        "sys.exit('matplotlib' in sys.modules)",
    )
    subprocess.run([sys.executable, "-c", "; ".join(lines)], check=True)
