"""Learning from a project's decisions, on the command line."""

from argparse import Namespace
from collections.abc import Iterator

from annotator.cli.commands import run_shown
from annotator.cli.output import ExitCode, say, say_json
from annotator.domain import CLAIMS, Codebook, Learned
from annotator.formats import digits
from annotator.i18n import gettext as _
from annotator.project import open_project


def train(wanted: Namespace) -> ExitCode:
    """Let the pipeline learn from decisions and own tags; print its figures before and after."""
    from annotator.workflows.training import Train  # noqa: PLC0415 - when needed

    with open_project(wanted.project) as project:
        work = Train(project, pipeline=wanted.pipeline, jobs=0)
        run_shown(work)
        codebook = project.codebook.get()
    if work.learned is None:
        return ExitCode.SOME_FAILED
    if wanted.json:
        say_json(_facts(work.learned))
    else:
        say("\n".join(_lines(work.learned, codebook)))
    return ExitCode.DONE


def _facts(learned: Learned) -> dict[str, object]:
    return {
        "id": learned.id,
        "pipeline": learned.pipeline,
        "version": learned.version,
        "in_use": learned.in_use,
        "figures": learned.figures,
    }


def _lines(learned: Learned, codebook: Codebook) -> Iterator[str]:
    figures = learned.figures
    yield _("Learned from {count} answers; tested on {tested} others.").format(
        count=digits(figures.learned_from), tested=digits(figures.tested_on)
    )
    names = {kind.key: kind.name for kind in codebook.types} | {CLAIMS: _("Claims, right")}
    for score in figures.scores:
        before, after = digits(score.before, ".3f"), digits(score.after, ".3f")
        yield f"{names.get(score.label, score.label):16} {before} → {after}"
    yield _("{mended} suggestions mended, {spoiled} spoiled.").format(
        mended=digits(figures.mended), spoiled=digits(figures.spoiled)
    )
    if learned.in_use:
        yield _("This is better: “annotator extract --again” makes suggestions with it.")
    else:
        yield _("This is not better, so it is not used.")
