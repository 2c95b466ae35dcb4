"""Long work: importing, extracting, starting projects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.domain import Changes
from annotator.errors import NotFound, UnreadableFile
from annotator.project import Project
from annotator.workflows import Work, run
from annotator.workflows.extracting import Extract
from annotator.workflows.importing import ImportArticles, ReadArticles
from annotator.workflows.starting import load_codebook, new_project, sample_project
from factories import article_draft


class Counting(Work[int]):
    """Counts to three, and remembers what it was told to keep."""

    title = "Count"
    total = 3

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[int] = []
        self.closed = False

    def produce(self) -> Iterator[int]:
        """One, two, three."""
        try:
            yield from (1, 2, 3)
        finally:
            self.closed = True

    def store(self, batch: int) -> Changes:
        """Remember, but refuse the third."""
        if batch > 2 and self.total == 2:
            raise NotFound("too many")
        self.kept.append(batch)
        return Changes()

    def size(self, batch: int) -> int:
        """Each is one."""
        return 1 if batch else 0


def _files(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        (folder / f"{number}.txt").write_text(f"Article {number} is about chips.")
    return folder


def test_progress_is_told_after_each_batch() -> None:
    told: list[int] = []
    work = Counting()
    outcome = run(work, told.append)
    assert (told, work.kept, outcome.done) == ([1, 2, 3], [1, 2, 3], 3)


def test_work_that_fails_is_closed_and_keeps_what_is_done() -> None:
    work = Counting()
    work.total = 2
    with pytest.raises(NotFound):
        run(work)
    assert work.kept == [1, 2]
    assert work.closed


def test_an_import_of_many_batches_is_one_step(project: Project, tmp_path: Path) -> None:
    work = ImportArticles(project, [_files(tmp_path / "many", 1_200)])
    outcome = run(work)
    assert (outcome.done, len(work.imported)) == (1_200, 1_200)
    project.undo()
    assert project.articles.count() == 0


def test_an_import_names_what_failed_and_counts_what_was_known(
    project: Project, tmp_path: Path
) -> None:
    folder = _files(tmp_path / "some", 3)
    (folder / "empty.txt").write_text("")
    run(ImportArticles(project, [folder / "0.txt"]))
    work = ImportArticles(project, [folder])
    outcome = run(work)
    assert (len(work.imported), work.known) == (2, 1)
    (failure,) = outcome.failures
    assert isinstance(failure, UnreadableFile)
    assert failure.path.endswith("empty.txt")


def test_reading_stores_nothing(project: Project, tmp_path: Path) -> None:
    work = ReadArticles([_files(tmp_path / "read", 2)])
    run(work)
    assert len(work.found) == 2
    assert project.articles.count() == 0


def test_corrected_drafts_are_imported_as_they_are(project: Project) -> None:
    run(ImportArticles(project, [article_draft(text="Mine.", title="Corrected")]))
    assert project.articles.get(1).title == "Corrected"


@pytest.mark.parametrize("jobs", [0, 1])
def test_extraction_here_or_elsewhere_gives_the_same(project: Project, jobs: int) -> None:
    project.articles.add([article_draft(text="Norland gives €2 billion to OpenAI. " * 3)])
    outcome = run(Extract(project, jobs=jobs))
    found = project.suggestions.pending(1)
    assert outcome.done == 1
    assert {suggestion.label for suggestion in found} >= {"funding", "MONEY", "ORG", "fact"}
    (only,) = project.suggestions.runs()
    assert only.finished_at is not None


def test_the_window_stores_an_import_in_parts_that_are_one_step(project: Project) -> None:
    work = ImportArticles(project, [article_draft(f"Article {n} on chips.") for n in range(120)])
    parts = [part for batch in work.produce() for part in work.parts(batch)]
    assert max(map(len, parts)) < 50
    for part in parts:
        work.store(part)
    assert len(work.imported) == 120
    project.undo()
    assert project.articles.count() == 0


def test_the_window_stores_suggestions_an_article_at_a_time(project: Project) -> None:
    project.articles.add([article_draft(f"Norland hired {n} people.") for n in range(10)])
    work = Extract(project, jobs=0)
    parts = [part for batch in work.produce() for part in work.parts(batch)]
    assert [list(part) for part in parts] == [[number] for number in range(1, 11)]


def test_an_extraction_cut_short_keeps_what_is_done_and_goes_on_later(project: Project) -> None:
    project.articles.add([article_draft(text=f"Article {n} on chips.") for n in range(20)])
    work = Extract(project, jobs=0)
    batches = work.produce()
    done = work.store(next(batches))
    batches.close()  # type: ignore[attr-defined] # a generator can be closed
    assert done
    assert project.status().extracted == 8
    assert Extract(project, jobs=0).total == 12


def test_one_article_can_be_extracted_anew(project: Project) -> None:
    project.articles.add([article_draft(text="Chips."), article_draft(text="More chips.")])
    assert Extract(project, [2]).total == 1
    run(Extract(project, jobs=0))
    assert Extract(project).total == 0
    assert Extract(project, again=True).total == 2


def test_other_thresholds_make_articles_new_and_the_former_ones_once_more(
    project: Project,
) -> None:
    project.articles.add([article_draft(text="Norland gives €2 billion to OpenAI. " * 3)])

    def funding() -> int:
        assert run(Extract(project, jobs=0)).done == 1
        return [entry.label for entry in project.suggestions.pending(1)].count("funding")

    assert funding() > 0
    project.thresholds.save({"funding": 1.0, "policy": 0.35})
    assert funding() == 0
    assert project.suggestions.runs()[-1].version.endswith("+funding.1.0+policy.0.35")
    project.thresholds.save({})
    assert funding() > 0
    assert Extract(project, jobs=0).total == 0


def test_the_sample_has_articles_that_say_they_are_invented(tmp_path: Path) -> None:
    with sample_project(tmp_path / "sample.anno") as project:
        assert project.articles.count() >= 6
        assert all(article.title and article.published for article in project.articles.all())
        assert project.codebook.get().type("funding") is not None


def test_a_codebook_of_ones_own_is_read_from_a_file(tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('name = "Mine"\n[[types]]\nkey = "x"\nname = "X"\ncolour = "#123456"\n')
    with new_project(tmp_path / "x.anno", codebook=str(mine)) as project:
        assert [kind.key for kind in project.codebook.get().types] == ["x"]


def test_an_unknown_codebook_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        new_project(tmp_path / "x.anno", codebook="unheard-of")
    assert not (tmp_path / "x.anno").exists()
    assert load_codebook().name
