"""Bad input and faults: one clear sentence, the right exit code, and nothing is lost."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from annotator.cli import run
from annotator.errors import ProjectGone
from annotator.project import open_project

ARTICLE = "France gives €2 billion to Mistral AI, said Jane Doe.\n"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def made(tmp_path: Path, capsys: Capture) -> Path:
    """A project with one article, made on the command line."""
    path, article = tmp_path / "news.anno", tmp_path / "a.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    assert run(["new", str(path), "--coder", "Ada"]) == 0
    assert run(["import", str(path), str(article)]) == 0
    capsys.readouterr()
    return path


def _damage(path: Path, sql: str, *values: str) -> None:
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("UPDATE current_step SET step_id = (SELECT max(id) FROM steps)")
        file.execute(sql, values)
        file.execute("UPDATE current_step SET step_id = NULL")
        file.commit()


def _annotator(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "annotator", *arguments]
    return subprocess.run(
        command, input=stdin, capture_output=True, check=False, timeout=60, env=environment
    )


@pytest.mark.parametrize(
    "command",
    [
        ["export", "--format", "csv"],
        ["export", "--format", "docbin"],
        ["analyse", "overview"],
        ["backup"],
    ],
)
def test_no_result_is_written_over_a_project(
    command: list[str], made: Path, capsys: Capture
) -> None:
    name, *rest = command
    assert run([name, str(made), *rest, "--output", str(made)]) == 2
    assert "it is" in capsys.readouterr().err
    with open_project(made) as project:
        assert project.articles.count() == 1
        assert project.check().is_sound


def test_predictions_are_not_written_over_a_project(made: Path, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("")
    assert run(["predict", str(tmp_path / "a.jsonl"), "--output", str(made)]) == 2
    with open_project(made) as project:
        assert project.articles.count() == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
@pytest.mark.parametrize("form", ["jsonl", "csv", "docbin", "markdown", "html"])
def test_no_export_takes_the_place_of_a_pipe(form: str, made: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert run(["export", str(made), "--format", form, "--output", str(pipe)]) == 2
    assert pipe.is_fifo()


@pytest.mark.parametrize("command", ["status", "import", "check", "new", "sample"])
def test_a_name_that_is_too_long_is_no_bug(command: str, tmp_path: Path, capsys: Capture) -> None:
    more = [str(tmp_path)] if command == "import" else []
    assert run([command, str(tmp_path / f"{'x' * 300}.anno"), *more]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_search_for_broken_characters_is_refused(made: Path, capsys: Capture) -> None:
    assert run(["search", str(made), "chi\udcffps"]) == 2
    assert "broken" in capsys.readouterr().err


def test_a_reader_and_a_writer_find_the_same_search_index_sound(made: Path) -> None:
    assert run(["search", str(made), "Mistral"]) == 0
    assert run(["check", str(made)]) == 0
    assert run(["check", str(made), "--repair"]) == 0


def test_broken_names_are_reported_in_json(made: Path, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing\udcff.txt")
    done = _annotator("import", str(made), missing, "--json")
    assert done.returncode == 2
    assert b"missing\\udcff.txt" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("command", [["status"], ["analyse", "overview"]])
def test_output_that_finds_no_room_is_reported(
    command: list[str], unbuffered: str, made: Path
) -> None:
    name, *rest = command
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", name, str(made), *rest],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
            env={
                **os.environ,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "PYTHONUNBUFFERED": unbuffered,
            },
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"annotator: The output could not be written")
    assert done.stderr.count(b"\n") == 1


def test_a_line_that_is_no_json_is_named(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("[" * 100_000)
    assert run(["predict", str(path)]) == 2
    assert "Line 1 is not JSON" in capsys.readouterr().err


def test_what_is_not_utf8_is_named() -> None:
    done = _annotator("predict", stdin=b'{"id": "1", "text": "caf\xe9"}\n')
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"not UTF-8" in done.stderr


def test_predictions_pass_on_broken_characters_and_pass_over_empty_lines() -> None:
    line = b'\xef\xbb\xbf\n{"id": "1", "text": "OpenAI \\ud800 grew."}\n\n'
    done = _annotator("predict", stdin=line)
    assert done.returncode == 0
    assert b"OpenAI \\ud800 grew." in done.stdout


@pytest.mark.parametrize("content", ['{"modality": ', "{}", "[]"])
def test_a_damaged_suggestion_is_no_bug(content: str, made: Path, tmp_path: Path) -> None:
    assert run(["extract", str(made)]) == 0
    _damage(made, "UPDATE suggestions SET content = ? WHERE kind <> 'mention'", content)
    wanted = ["--format", "jsonl", "--include", "all", "--output", str(tmp_path / "out.jsonl")]
    done = _annotator("export", str(made), *wanted)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"annotator: {made} is damaged.")
    assert done.stderr.count(b"\n") == 1
    assert not (tmp_path / "out.jsonl").exists()


def test_text_that_is_damaged_in_the_file_is_no_bug(made: Path, capsys: Capture) -> None:
    _damage(made, "UPDATE articles SET title = CAST(x'ff41' AS TEXT)")
    assert run(["search", str(made), "Mistral"]) == 2
    assert "is damaged" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted there")
@pytest.mark.parametrize("fate", ["moved", "replaced"])
def test_nothing_is_saved_into_a_file_that_is_gone(fate: str, made: Path, tmp_path: Path) -> None:
    with open_project(made) as project:
        made.rename(tmp_path / "moved.anno")
        if fate == "replaced":
            shutil.copy(tmp_path / "moved.anno", made)
        with pytest.raises(ProjectGone):
            project.articles.mark_done([1])
        kept = project.backup(tmp_path / "kept.anno")
    with open_project(kept) as project:
        assert project.articles.count() == 1
        assert not project.articles.is_done(1)


def test_a_project_may_be_written_from_another_folder(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made.parent)
    with open_project(made.name) as project:
        monkeypatch.chdir("/")
        project.articles.mark_done([1])
        assert project.articles.is_done(1)
