"""The pipeline learns how a coder codes, says how much that helped, and can go back."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.cli import run as run_command
from annotator.domain import ClaimDraft, ClaimKind, Span, StatementDraft
from annotator.errors import PipelineCannotLearn, TooFewDecisions
from annotator.nlp import DEFAULT_PIPELINE, pipeline_version
from annotator.project import Project, create_project
from annotator.workflows import run
from annotator.workflows.extracting import Extract
from annotator.workflows.training import Train, material_of
from annotator.workflows.versions import version_in
from factories import article_draft, codebook
from small_pipeline import SmallPipeline

ODD = "The library opens at {hour} on weekdays 🐝 {number}"
PLAIN = "The bridge was painted in {hour} days {number}"
PAID = "The bank gave €{hour} to the town {number}"


def text(number: int) -> str:
    forms = (form for _hour in range(3) for form in (ODD, PLAIN, PAID))
    return "\n".join(
        form.format(hour=hour, number=number) for hour, form in enumerate(forms, start=6)
    )


def tag(project: Project, article_id: int) -> None:
    """Code as a policy, and as an opinion, what nobody else would."""
    words = project.articles.text(article_id)
    for line in words.split("\n"):
        start = words.index(line)
        span = Span(start, start + len(line))
        if "library" in line:
            project.statements.add(article_id, StatementDraft(span=span, type="policy"))
            project.claims.add(article_id, ClaimDraft(span=span, kind=ClaimKind.OPINION))
        elif "€" in line:
            project.statements.add(article_id, StatementDraft(span=span, type="funding"))


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    for user in ("study", "process"):
        monkeypatch.setattr(f"annotator.nlp.{user}.load_pipeline", lambda _name: SmallPipeline())
    monkeypatch.setattr(
        "annotator.workflows.extracting.load_pipeline", lambda _name: SmallPipeline()
    )


@pytest.fixture
def taught(tmp_path: Path) -> Iterator[Project]:
    """Sixteen articles that a coder with odd views has done."""
    with create_project(tmp_path / "odd.anno", codebook=codebook(), coder="Ada") as project:
        project.articles.add([article_draft(text(number)) for number in range(16)])
        for article_id in range(1, 17):
            tag(project, article_id)
        project.articles.mark_done(range(1, 17))
        yield project


def policies(project: Project, article_id: int) -> int:
    """How many statements on policy are suggested in an article, extracted just now."""
    run(Extract(project, [article_id], jobs=0))
    return [entry.label for entry in project.suggestions.of(article_id)].count("policy")


def test_what_a_coder_teaches_is_suggested_in_new_articles_and_can_be_put_aside(
    taught: Project,
) -> None:
    taught.articles.add([article_draft(text(16), language="en")])
    assert policies(taught, 17) == 0
    work = Train(taught, jobs=0)
    outcome = run(work)
    assert outcome.done == 16
    assert work.learned is not None
    assert work.learned.in_use
    assert policies(taught, 17) == 3
    taught.learned.use_none(DEFAULT_PIPELINE)
    assert policies(taught, 17) == 0


def test_the_test_tells_how_it_was_before_and_how_it_is_after(taught: Project) -> None:
    work = Train(taught, jobs=0)
    run(work)
    assert work.learned is not None
    figures = work.learned.figures
    scores = {score.label: (score.before, score.after, score.count) for score in figures.scores}
    assert scores == {
        "funding": (1.0, 1.0, 12),
        "policy": (0.0, 1.0, 12),
        "claims": (0.0, 1.0, 36),
    }
    assert (figures.mended, figures.spoiled) == (48, 0)


def test_what_was_learned_makes_articles_new_for_extraction(taught: Project) -> None:
    run(Extract(taught, jobs=0))
    assert Extract(taught, jobs=0).total == 0
    work = Train(taught, jobs=0)
    run(work)
    assert work.learned is not None
    version = version_in(taught, DEFAULT_PIPELINE)
    assert version == f"{pipeline_version()}+learned.{work.learned.mark}"
    run(Extract(taught, jobs=0))
    assert taught.suggestions.runs()[-1].version == version
    assert Extract(taught, jobs=0).total == 0


def test_learning_once_more_from_the_same_is_no_better_and_is_not_used(taught: Project) -> None:
    for _time in range(2):
        run(Train(taught, jobs=0))
    second, first = taught.learned.all()
    assert (second.mark, second.in_use, first.in_use) == (first.mark, False, True)
    assert (second.figures.mended, second.figures.spoiled) == (0, 0)


def test_too_few_decisions_are_told_with_how_many_it_takes(project: Project) -> None:
    project.articles.add([article_draft(text(number)) for number in range(4)])
    tag(project, 1)
    tag(project, 4)
    assert (material_of(project).to_learn, material_of(project).to_test) == (9, 9)
    with pytest.raises(TooFewDecisions, match=r"needs 60 .* 20 more .* there are 9 and 9\."):
        Train(project)


def test_only_articles_that_the_pipeline_reads_are_learned_from(taught: Project) -> None:
    taught.articles.update(1, language="fr")
    assert material_of(taught).article_ids == tuple(range(2, 17))
    assert material_of(taught).to_learn == 11 * 9


def test_a_pipeline_of_rules_alone_says_that_it_cannot_learn(
    taught: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SmallPipeline, "types", ())
    with pytest.raises(PipelineCannotLearn, match="rules alone"):
        run(Train(taught, jobs=0))
    assert taught.learned.all() == ()


def test_the_command_says_what_it_was_before_and_after(
    taught: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    taught.close()
    assert run_command(["train", str(taught.path)]) == 0
    printed = capsys.readouterr().out
    assert "Policy           0.000 → 1.000" in printed
    assert "This is better" in printed
    assert run_command(["train", str(taught.path), "--json"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["in_use"] is False
    assert facts["figures"]["tested_on"] == 4 * 9 * 3 + 36


def test_the_command_refuses_what_is_too_little(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.close()
    assert run_command(["train", str(project.path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
