"""How good suggestions are, measured against gold articles: in all, by article, by source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotator.analysis.labelled import CodedArticle
from annotator.analysis.measures import Scores, compare
from annotator.analysis.table import Cell, Column, Row, Table
from annotator.analysis.tally import Figure, Rate, Tally
from annotator.errors import InvalidInput
from annotator.formats import listing
from annotator.i18n import gettext as _

_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The counts of all articles together, of each by its id, and of each source."""

    total: Scores
    articles: Mapping[str, Scores]
    sources: Mapping[str, Scores]

    def to_table(self) -> Table:
        """A row a measure, with its parts indented below it."""
        columns = (
            Column("measure", _("Measure")),
            _figure("p", _("P")),
            _figure("r", _("R")),
            _figure("f", _("F")),
            _figure("right", _("Right")),
            Column("n", _("n"), numeric=True),
        )
        return Table("evaluation", _("Evaluation"), columns, tuple(_rows(self.total)))

    def by_article(self) -> Table:
        """A row an article with its main figures, the worst statements first."""
        return _by(_("Article"), self.articles)

    def by_source(self) -> Table:
        """A row a source of articles with its main figures, the worst statements first."""
        return _by(_("Source"), self.sources)


def evaluate(gold: Mapping[str, CodedArticle], predicted: Mapping[str, CodedArticle]) -> Evaluation:
    """Compare every gold article with the predicted one; others that were predicted do not count.

    Raises InvalidInput when an article is missing or its text differs.
    """
    _require_same_texts(gold, predicted)
    articles = {name: compare(article, predicted[name]) for name, article in gold.items()}
    total = Scores()
    sources: dict[str, Scores] = {}
    for name, scores in articles.items():
        total.merge(scores)
        sources.setdefault(gold[name].source, Scores()).merge(scores)
    return Evaluation(total, articles, sources)


def _require_same_texts(
    gold: Mapping[str, CodedArticle], predicted: Mapping[str, CodedArticle]
) -> None:
    missing = sorted(set(gold) - set(predicted))
    if missing:
        sentence = _("The predictions lack these articles: {ids}. Predict all of them.")
        raise InvalidInput(sentence.format(ids=listing(missing)))
    differing = sorted(name for name in gold if gold[name].text != predicted[name].text)
    if differing:
        sentence = _("The text differs in: {ids}. Predict on the texts of the gold file.")
        raise InvalidInput(sentence.format(ids=listing(differing)))


def _by(title: str, groups: Mapping[str, Scores]) -> Table:
    columns = (
        Column("name", title),
        _figure("statements", _("Statements F")),
        _figure("claims", _("Claims right")),
        _figure("entities", _("Entities F")),
        _figure("fillers", _("Roles F")),
        _figure("amounts", _("Amounts right")),
        Column("sentences", _("Sentences"), numeric=True),
    )
    rows = sorted(groups.items(), key=lambda item: (item[1].statements.micro.f, item[0]))
    return Table("groups", title, columns, tuple(Row(_group_cells(*row)) for row in rows))


def _figure(key: str, title: str) -> Column:
    return Column(key, title, numeric=True, decimals=_DECIMALS)


def _rows(scores: Scores) -> Iterator[Row]:
    yield from _micro_rows(_("Statements, micro"), scores.statements)
    yield _rate_row(_("Claims, accuracy"), scores.sentences)
    yield Row((_("Claims, macro"), None, None, scores.claims.macro_f, None, scores.sentences.n))
    yield from _label_rows(scores.claims)
    yield from _micro_rows(_("Entities, exact, micro"), scores.entities_exact)
    yield from _micro_rows(_("Entities, overlapping, micro"), scores.entities_overlap)
    yield from _micro_rows(_("Role fillers, micro"), scores.fillers)
    yield _rate_row(_("Amounts"), scores.amounts)
    yield _rate_row(_("Speaker"), scores.speaker)
    yield _rate_row(_("Modality"), scores.modality)
    yield _rate_row(_("Polarity"), scores.polarity)


def _micro_rows(title: str, tally: Tally) -> Iterator[Row]:
    yield _figure_row(title, tally.micro)
    yield from _label_rows(tally)


def _label_rows(tally: Tally) -> Iterator[Row]:
    for label, figure in tally.figures().items():
        yield _figure_row(f"  {label}", figure)


def _figure_row(title: str, figure: Figure) -> Row:
    return Row((title, figure.precision, figure.recall, figure.f, None, figure.n))


def _rate_row(title: str, rate: Rate) -> Row:
    return Row((title, None, None, None, rate.share, rate.n))


def _group_cells(name: str, scores: Scores) -> tuple[Cell, ...]:
    return (
        name,
        scores.statements.micro.f,
        scores.sentences.share,
        scores.entities_exact.micro.f,
        scores.fillers.micro.f,
        scores.amounts.share if scores.amounts.n else None,
        scores.sentences.n,
    )
