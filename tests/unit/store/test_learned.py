"""What coders have taught, and the versions of what was learned from it."""

import shutil
from pathlib import Path

from annotator.domain import (
    ClaimKind,
    Figures,
    Kind,
    LearnedDraft,
    Score,
    SuggestionDraft,
    Verdict,
)
from annotator.project import Project, open_project
from factories import article_draft, claim_draft, mention_draft, span, statement_draft

OLD = Path(__file__).parents[2] / "data" / "version-0.1.anno"
QUOTE = "France gives Mistral\u00a0AI €2bn"


def learned(weights: bytes = b"\x00\xff", *, mended: int = 9) -> LearnedDraft:
    score = Score(label="funding", before=0.7, after=0.8, count=30)
    figures = Figures(learned_from=90, tested_on=40, mended=mended, spoiled=1, scores=(score,))
    return LearnedDraft(weights=weights, figures=figures)


def suggested(project: Project) -> list[int]:
    """A funding statement, a competitor statement, a claim and a mention, as suggestions."""
    project.articles.add([article_draft()])
    contents = (
        statement_draft(),
        statement_draft("Mistral is ahead of OpenAI", type="competitor"),
        claim_draft(),
        mention_draft(),
    )
    drafts = [SuggestionDraft(content=content, score=0.5) for content in contents]
    project.suggestions.store(project.suggestions.start_run("en", "1"), {1: drafts})
    ids = {entry.label: entry.id for entry in project.suggestions.of(1)}
    return [ids[label] for label in ("funding", "competitor", "opinion", "ORG")]


def test_a_better_version_is_used_at_once_and_a_worse_one_is_only_kept(project: Project) -> None:
    changes = project.learned.add("en", "1", learned(b"good"))
    assert changes.touches(Kind.LEARNED)
    project.learned.add("en", "1", learned(b"no better", mended=2))
    used = project.learned.in_use("en", "1")
    assert used is not None
    assert (used.weights, used.figures) == (b"good", learned().figures)
    assert [entry.in_use for entry in project.learned.all()] == [False, True]


def test_what_was_learned_fits_just_its_version_of_the_pipeline(project: Project) -> None:
    project.learned.add("en", "1", learned())
    assert project.learned.in_use("en", "2") is None
    assert project.learned.in_use("fr", "1") is None


def test_one_version_of_a_pipeline_is_in_use_at_most(project: Project) -> None:
    for pipeline, weights in (("en", b"1"), ("en", b"2"), ("fr", b"3")):
        project.learned.add(pipeline, "1", learned(weights))
    assert [entry.in_use for entry in project.learned.all()] == [True, True, False]
    project.learned.use(1)
    assert [entry.in_use for entry in project.learned.all()] == [True, False, True]
    project.learned.use_none("en")
    assert [entry.in_use for entry in project.learned.all()] == [True, False, False]


def test_learning_and_switching_can_be_undone(project: Project) -> None:
    project.learned.add("en", "1", learned(b"1"))
    project.learned.add("en", "1", learned(b"2"))
    project.learned.use(1)
    project.undo()
    assert [entry.in_use for entry in project.learned.all()] == [True, False]
    project.undo()
    assert [(entry.weights, entry.in_use) for entry in project.learned.all()] == [(b"1", True)]
    project.redo()
    assert project.learned.all()[0].weights == b"2"


def test_marks_tell_versions_apart(project: Project) -> None:
    for weights in (b"1", b"2", b"1"):
        project.learned.add("en", "1", learned(weights))
    third, second, first = project.learned.all()
    assert first.mark == third.mark != second.mark


def test_decisions_and_own_tags_are_counted_by_article(project: Project) -> None:
    funding, competitor, claim, mention = suggested(project)
    project.suggestions.accept([funding, mention])
    project.suggestions.reject([competitor])
    project.suggestions.skip([claim])
    project.statements.add(1, statement_draft("the EU should adopt the AI Act", type="policy"))
    assert [(entry.article_id, entry.decisions) for entry in project.learned.taught()] == [(1, 3)]


def test_a_lesson_tells_what_stands_what_was_refused_and_what_is_open(project: Project) -> None:
    funding, competitor, claim, _mention = suggested(project)
    project.suggestions.correct(funding, statement_draft(type="policy"))
    project.suggestions.reject([competitor])
    project.suggestions.skip([claim])
    lesson = project.learned.lesson(1)
    assert lesson.statements == ((span(QUOTE), "policy"),)
    assert lesson.refused == (
        (span(QUOTE), "funding"),
        (span("Mistral is ahead of OpenAI"), "competitor"),
    )
    assert lesson.open == ((span("Mistral is ahead of OpenAI"), "opinion"),)
    assert not lesson.done
    assert project.suggestions.decision(claim).verdict is Verdict.SKIPPED  # type: ignore[union-attr]


def test_what_one_coder_accepted_another_one_cannot_refuse(project: Project) -> None:
    funding, *_others = suggested(project)
    project.suggestions.accept([funding])
    project.coders.use("Zoë")
    project.suggestions.reject([funding])
    project.claims.add(1, claim_draft(kind=ClaimKind.FACT))
    project.articles.mark_done([1])
    lesson = project.learned.lesson(1)
    assert lesson.statements == ((span(QUOTE), "funding"),)
    assert lesson.refused == ()
    assert lesson.claims == ((span("Mistral is ahead of OpenAI"), ClaimKind.FACT),)
    assert lesson.done


def test_weights_that_were_damaged_are_found_and_put_away(project: Project) -> None:
    project.learned.add("en", "1", learned())
    project._db.rows("PRAGMA foreign_keys = OFF")
    project._db.execute("UPDATE current_step SET step_id = (SELECT max(id) FROM steps)")
    project._db.execute("UPDATE learned_versions SET weights = x'00'")
    project._db.execute("UPDATE current_step SET step_id = NULL")
    assert "learned_versions" in project.check().faults[0].sentence
    assert project.check(repair=True).is_sound
    assert project.learned.all() == ()


def test_an_older_file_is_given_a_place_for_what_is_learned(tmp_path: Path) -> None:
    path = tmp_path / "old.anno"
    shutil.copy(OLD, path)
    with open_project(path) as project:
        project.learned.add("en", "1", learned())
        assert project.check().is_sound
        copy = project.backup(tmp_path / "copy.anno")
    with open_project(copy, read_only=True) as reader:
        assert reader.learned.all()[0].weights == b"\x00\xff"
