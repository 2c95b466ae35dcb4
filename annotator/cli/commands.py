"""The commands, each a few lines over the project and the workflows."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from annotator.cli.output import (
    ExitCode,
    Progress,
    complain_of_all,
    new_file,
    note,
    say,
    say_json,
    write_text,
)
from annotator.domain import Include
from annotator.errors import UnreadableFile, UserError, reason_of
from annotator.formats import listing
from annotator.i18n import gettext as _
from annotator.i18n import ngettext
from annotator.project import CheckReport, Project, Status, check_file, open_project
from annotator.workflows import Batch, Outcome, Work, run


def new(wanted: Namespace) -> ExitCode:
    """Make a project with a codebook."""
    from annotator.workflows.starting import new_project  # noqa: PLC0415 - as all below, when needed

    with new_project(wanted.project, codebook=wanted.codebook, coder=wanted.coder) as project:
        say(
            _("Made {path} with the codebook “{name}”.").format(
                path=project.path, name=project.codebook.get().name
            )
        )
    return ExitCode.DONE


def sample(wanted: Namespace) -> ExitCode:
    """Make a project with the sample articles."""
    from annotator.workflows.starting import sample_project  # noqa: PLC0415

    with sample_project(wanted.project) as project:
        say(
            _("Made {path} with {count} invented articles.").format(
                path=project.path, count=project.articles.count()
            )
        )
    return ExitCode.DONE


def import_(wanted: Namespace) -> ExitCode:
    """Import files and folders."""
    from annotator.workflows.importing import ImportArticles  # noqa: PLC0415

    with open_project(wanted.project) as project:
        work = ImportArticles(project, wanted.paths)
        outcome = run_shown(work)
    if wanted.json:
        failures = [{"path": f.path, "reason": f.sentence} for f in _unreadable(outcome)]
        say_json({"imported": len(work.imported), "known": work.known, "failures": failures})
    else:
        say(
            ngettext(
                "Imported {count} article.", "Imported {count} articles.", len(work.imported)
            ).format(count=len(work.imported))
        )
        if work.known:
            say(_("{count} were already there.").format(count=work.known))
    return _end(outcome, done=len(work.imported) + work.known)


def extract(wanted: Namespace) -> ExitCode:
    """Run the pipeline over articles."""
    from annotator.workflows.extracting import Extract  # noqa: PLC0415

    with open_project(wanted.project) as project:
        work = Extract(
            project,
            pipeline=wanted.pipeline,
            jobs=wanted.jobs if wanted.jobs > 1 else 0,
            again=wanted.again,
        )
        if work.notice:
            note(work.notice)
        outcome = run_shown(work)
        pending = project.status().pending
    if wanted.json:
        say_json({"articles": outcome.done, "pending": pending})
    else:
        say(
            _("{count} articles done; {pending} suggestions are pending.").format(
                count=outcome.done, pending=pending
            )
        )
    return _end(outcome, done=outcome.done)


def status(wanted: Namespace) -> ExitCode:
    """Print how much there is and how much is to do."""
    with open_project(wanted.project, read_only=True) as project:
        found = project.status()
        if wanted.json:
            say_json(found)
        else:
            say("\n".join(_status_lines(found)))
    return ExitCode.DONE


def search(wanted: Namespace) -> ExitCode:
    """Print the articles that contain the words."""
    with _indexed(wanted.project) as project:
        hits = project.articles.search(wanted.query, limit=wanted.limit)
        if wanted.json:
            say_json(hits)
        for hit in () if wanted.json else hits:
            say(f"{hit.article_id}\t{hit.title}\n\t{' '.join(hit.snippet.split())}")
    return ExitCode.DONE


def export(wanted: Namespace) -> ExitCode:
    """Write the annotated corpus to a file."""
    from annotator.workflows.exporting import export as export_corpus  # noqa: PLC0415

    with open_project(wanted.project, read_only=True) as project:
        done = export_corpus(
            project,
            wanted.format,
            wanted.output,
            include=Include(wanted.include),
            coder=wanted.coder,
        )
    say(_("Wrote {path}.").format(path=done.path))
    if done.losses:
        say(_("What this format cannot hold is listed in {path}.").format(path=done.report))
    return ExitCode.DONE


def predict(wanted: Namespace) -> ExitCode:
    """Print suggestions for texts outside any project."""
    import json  # noqa: PLC0415

    from annotator.workflows.evaluating import predict as predict_lines  # noqa: PLC0415

    failures: list[UserError] = []
    unread: list[str] = []
    done = 0
    with _lines(wanted.articles) as lines, _target(wanted.output) as target:
        for row in predict_lines(
            lines,
            pipeline=wanted.pipeline,
            thresholds=dict(wanted.thresholds),
            failures=failures,
            unread=unread,
        ):
            target.write(json.dumps(row, ensure_ascii=False) + "\n")
            done += 1
    if unread:
        text = _("No pipeline here reads the language of {ids}; they got no suggestions.")
        note(text.format(ids=listing(unread)))
    return _end(Outcome(done, tuple(failures)), done=done)


def evaluate(wanted: Namespace) -> ExitCode:
    """Print how good the suggestions are against gold articles."""
    from annotator.workflows.evaluating import evaluate_file  # noqa: PLC0415

    evaluation = evaluate_file(wanted.gold, pipeline=wanted.pipeline)
    if wanted.json:
        say_json(evaluation)
    else:
        from annotator.analysis import to_text  # noqa: PLC0415

        tables = {"article": evaluation.by_article, "source": evaluation.by_source}
        say(to_text(tables.get(wanted.by, evaluation.to_table)()))
    return ExitCode.DONE


def analyse(wanted: Namespace) -> ExitCode:
    """Print or save the overview."""
    from annotator.workflows.analysing import (  # noqa: PLC0415
        overview_text,
        project_overview,
        save_charts,
    )

    with open_project(wanted.project, read_only=True) as project:
        found = project_overview(project)
        if wanted.format != "svg":
            write_text(wanted.output, overview_text(found, wanted.format))
            return ExitCode.DONE
        for path in save_charts(found, wanted.output or Path()):
            say(_("Wrote {path}.").format(path=path))
    return ExitCode.DONE


def pipelines(wanted: Namespace) -> ExitCode:
    """Print which spaCy pipelines are installed."""
    from annotator.errors import PipelineMissing  # noqa: PLC0415
    from annotator.workflows.extracting import (  # noqa: PLC0415
        DEFAULT_PIPELINE,
        installed_pipelines,
    )

    found = installed_pipelines()
    if wanted.json:
        say_json(found)
        return ExitCode.DONE
    if not found:
        raise PipelineMissing(DEFAULT_PIPELINE)
    for info in found:
        say(f"{info.name}\t{info.version}\t{info.language}")
    return ExitCode.DONE


def check(wanted: Namespace) -> ExitCode:
    """Verify a project file, and mend what can be mended."""
    report = check_file(wanted.project, repair=wanted.repair)
    if wanted.json:
        say_json({"sound": report.is_sound, "faults": report.faults})
    else:
        for fault in report.faults:
            say(" ".join([fault.sentence, *([_("Repaired.")] if fault.repaired else [])]))
        say(_verdict(report, repaired=wanted.repair))
    return ExitCode.DONE if report.is_sound else ExitCode.SOME_FAILED


def backup(wanted: Namespace) -> ExitCode:
    """Write a whole copy of a project."""
    with open_project(wanted.project, read_only=True) as project:
        say(_("Wrote {path}.").format(path=project.backup(wanted.output)))
    return ExitCode.DONE


def _verdict(report: CheckReport, *, repaired: bool) -> str:
    if report.is_sound:
        return _("The project is sound.")
    if repaired:
        return _(
            "The project has faults that cannot be repaired."
            " Open the latest backup that lies beside it."
        )
    return _(
        "The project has faults. Run “annotator check --repair” on a copy of it,"
        " or open the latest backup that lies beside it."
    )


def run_shown(work: Work[Batch]) -> Outcome:
    """Do a work with a progress bar."""
    progress = Progress(work.title, work.total)
    try:
        return run(work, progress)
    finally:
        progress.end()


def _end(outcome: Outcome, *, done: int) -> ExitCode:
    complain_of_all(outcome.failures)
    if outcome.failures and not done:
        return ExitCode.UNUSABLE
    return ExitCode.SOME_FAILED if outcome.failures else ExitCode.DONE


def _unreadable(outcome: Outcome) -> list[UnreadableFile]:
    return [failure for failure in outcome.failures if isinstance(failure, UnreadableFile)]


def _status_lines(found: Status) -> Iterator[str]:
    yield _("Project      {path}").format(path=found.path)
    yield _("Coder        {name}").format(name=found.coder)
    yield _("Articles     {count} ({extracted} extracted, {done} done)").format(
        count=found.articles, extracted=found.extracted, done=found.done
    )
    yield _("Suggestions  {count} ({pending} pending)").format(
        count=found.suggestions, pending=found.pending
    )
    for verdict, count in found.decisions.items():
        yield f"  {verdict.value:10} {count}"
    yield _("Statements   {count}").format(count=sum(found.statements.values()))
    for kind, count in found.statements.items():
        yield f"  {kind:10} {count}"
    yield _("Claims       {count}").format(count=found.claims)
    yield _("Mentions     {count}").format(count=found.mentions)
    yield _("Entities     {count}").format(count=found.entities)


@contextmanager
def _indexed(path: Path) -> Iterator[Project]:
    """The project for searching: new articles are indexed first, if nobody else writes."""
    with open_project(path, read_only=True) as reader:
        if reader.articles.is_indexed():
            yield reader
            return
    with open_project(path) as project:
        yield project


@contextmanager
def _lines(path: Path | None) -> Iterator[TextIO]:
    try:
        if path is None or str(path) == "-":
            yield sys.stdin
            return
        with _opened(path) as file:
            yield file
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            path or "-", _("it is not UTF-8 text."), advice=_("Save it again as UTF-8.")
        ) from error


def _opened(path: Path) -> TextIO:
    try:
        return path.open(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableFile(path, reason_of(error).lower() + ".") from error


@contextmanager
def _target(path: Path | None) -> Iterator[TextIO]:
    if path is None:
        yield sys.stdout
        return
    with new_file(path) as file:
        yield file
