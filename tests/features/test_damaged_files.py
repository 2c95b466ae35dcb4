"""Project files with damaged bytes: a clear sentence whatever is done with them, never a bug."""

import random
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from annotator.cli import run
from annotator.domain import SuggestionDraft
from annotator.errors import ProjectDamaged
from annotator.project import Project, check_file, create_project, open_project
from annotator.store.check import doubted
from factories import (
    TEXT,
    article_draft,
    claim_draft,
    codebook,
    mention_draft,
    statement_draft,
    two_billion,
)

Capture = pytest.CaptureFixture[str]

_PAGE = 4096
_COMMANDS = (
    "status {project}",
    "search {project} France --json",
    "export {project} --format jsonl --include all --output {folder}/out.jsonl",
    "analyse {project} overview",
    "backup {project} --output {folder}/copy.anno",
    "check {project}",
    "import {project} {folder}/new.txt",
    "check {project} --repair",
    "export {project} --format html --output {folder}/out.html",
)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a project with articles, annotations, suggestions and decisions."""
    path = tmp_path_factory.mktemp("sound") / "news.anno"
    drafts = (mention_draft(), claim_draft(), statement_draft(values=(two_billion(),)))
    with create_project(path, codebook=codebook(), coder="Ada") as project:
        project.articles.add([article_draft(text=f"{TEXT}Nr. {number}\n") for number in range(8)])
        run_id = project.suggestions.start_run("test", "1")
        proposed = [SuggestionDraft(content=draft, score=0.5) for draft in drafts]
        project.suggestions.store(run_id, dict.fromkeys(range(1, 9), proposed))
        project.suggestions.finish_run(run_id)
        project.suggestions.accept([1, 2, 3, 4, 5, 6])
        project.suggestions.reject([7, 8, 9])
        project.statements.add(4, statement_draft())
        project.articles.search("France")
    return path.read_bytes()


@pytest.fixture
def damaged(sound: bytes, tmp_path: Path) -> Path:
    """A copy of the sound project, to be damaged."""
    path = tmp_path / "news.anno"
    path.write_bytes(sound)
    return path


def _use(path: Path, capsys: Capture) -> None:
    """Run all commands; one that fails must say so in one sentence."""
    for number, command in enumerate(_COMMANDS):
        folder = path.parent / str(number)
        folder.mkdir()
        (folder / "new.txt").write_text("A new article about chips from France.\n", "utf-8")
        words = [word.format(project=path, folder=folder) for word in command.split()]
        code = run(words)
        errors = capsys.readouterr().err
        assert code in {0, 1, 2}, command
        assert errors.count("\n") == (code == 2), (command, errors)


def _sql(path: Path, sql: str, *values: object) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE current_step SET step_id = (SELECT max(id) FROM steps)")
        file.execute(sql, values)
        file.execute("UPDATE current_step SET step_id = NULL")
        file.commit()


def _flip(path: Path, chance: random.Random, places: Sequence[int], count: int) -> None:
    content = bytearray(path.read_bytes())
    for place in chance.sample(places, count):
        content[place] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _places_of_rows(content: bytes) -> list[int]:
    """Where bytes stand that are neither empty nor of a page that holds the schema."""
    pages = range(_PAGE, len(content), _PAGE)
    rows = [page for page in pages if b"CREATE " not in content[page : page + _PAGE]]
    return [place for page in rows for place in range(page, page + _PAGE) if content[place]]


@pytest.mark.parametrize("seed", range(6))
def test_bits_flipped_anywhere_never_end_in_a_traceback(
    seed: int, damaged: Path, capsys: Capture
) -> None:
    _flip(damaged, random.Random(seed), range(damaged.stat().st_size), 30)
    _use(damaged, capsys)


@pytest.mark.parametrize("seed", range(20))
def test_bits_flipped_in_rows_never_end_in_a_traceback(
    seed: int, damaged: Path, capsys: Capture
) -> None:
    places = _places_of_rows(damaged.read_bytes())
    _flip(damaged, random.Random(seed), places, 30 if seed % 2 else 3)
    _use(damaged, capsys)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.99])
def test_a_file_that_was_cut_off_never_ends_in_a_traceback(
    share: float, damaged: Path, capsys: Capture
) -> None:
    content = damaged.read_bytes()
    damaged.write_bytes(content[: int(len(content) * share)])
    _use(damaged, capsys)


@pytest.mark.parametrize(
    ("change", "mends"),
    [
        ("UPDATE pipeline_runs SET started_at = 'yes!'", True),
        ("UPDATE decisions SET taken_at = ''", True),
        ("UPDATE decisions SET verdict = 'perhaps'", True),
        ("UPDATE articles SET published = '2024-13-32'", True),
        ("UPDATE articles SET imported_at = 'then'", True),
        ("UPDATE articles SET authors = '[1'", True),
        ("UPDATE articles SET title = CAST(x'41ff42' AS TEXT)", True),
        ("UPDATE article_texts SET text = text || CAST(x'ff' AS TEXT)", True),
        ("UPDATE coders SET name = CAST(x'ff' AS TEXT)", True),
        ("UPDATE suggestions SET content = '{'", True),
        ("UPDATE role_values SET day = 'May'", True),
        ("UPDATE statements SET modality = 'x'", False),
        ("UPDATE entities SET label = 'x'", False),
        ("UPDATE roles SET kind = 'x'", False),
    ],
)
def test_a_check_names_what_cannot_be_read_and_a_repair_does_what_can_be_done(
    change: str, *, mends: bool, damaged: Path, capsys: Capture
) -> None:
    _sql(damaged, change)
    assert run(["check", str(damaged)]) == 1
    table = change.split()[1]
    told = capsys.readouterr().out
    assert f"row 1 of {table} " in told
    assert "check --repair" in told
    assert run(["check", str(damaged), "--repair"]) == (0 if mends else 1)
    told = capsys.readouterr().out
    assert ("Repaired." in told) == mends
    assert ("open the latest backup" in told.lower()) != mends
    assert run(["check", str(damaged)]) == (0 if mends else 1)
    _use(damaged, capsys)


def test_a_value_that_cannot_be_read_is_one_sentence(damaged: Path, capsys: Capture) -> None:
    _sql(damaged, "UPDATE pipeline_runs SET started_at = 'yes!'")
    with open_project(damaged) as project, pytest.raises(ProjectDamaged):
        project.suggestions.runs()
    wanted = ["--format", "jsonl", "--output", str(damaged.with_name("out.jsonl"))]
    assert run(["export", str(damaged), *wanted]) == 2
    assert "is damaged" in capsys.readouterr().err


def test_repairs_can_be_undone(damaged: Path) -> None:
    _sql(damaged, "UPDATE articles SET published = 'soon' WHERE id = 2")
    assert run(["check", str(damaged), "--repair"]) == 0
    with open_project(damaged) as project:
        assert project.articles.get(2).published is None
        assert project.undo_name == "Repair"


def test_a_table_that_is_gone_is_damage(damaged: Path) -> None:
    _sql(damaged, "DROP TABLE aliases")
    with open_project(damaged) as project, pytest.raises(ProjectDamaged):
        project.entities.all()
    assert any("aliases" in fault.sentence for fault in check_file(damaged).faults)


@pytest.mark.parametrize("mistake", ["SELECT * FROM alias", "SELECT nam FROM entities", "SELCT 1"])
def test_a_mistake_in_our_own_sql_is_no_damage(mistake: str, damaged: Path) -> None:
    with pytest.raises(sqlite3.OperationalError), open_project(damaged) as project:
        project._db.rows(mistake)


@pytest.mark.parametrize("mistake", [KeyError("name"), TypeError("no date")])
def test_a_bug_is_no_damage_while_the_file_is_sound(mistake: Exception, damaged: Path) -> None:
    with (
        pytest.raises(type(mistake)),
        open_project(damaged) as project,
        doubted(project._db),
    ):
        raise mistake


def _fail_after_closing(project: Project) -> None:
    project.close()
    raise KeyError


def test_a_bug_shows_also_after_the_project_was_closed(damaged: Path) -> None:
    with pytest.raises(KeyError), open_project(damaged) as project:
        _fail_after_closing(project)


def test_an_error_that_comes_of_a_damaged_file_is_no_bug(damaged: Path) -> None:
    _sql(damaged, "UPDATE articles SET published = 'soon'")
    with pytest.raises(ProjectDamaged), open_project(damaged) as project:
        project.articles.get(1)
