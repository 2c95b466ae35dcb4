"""The command line: what it prints, where, and with which exit code."""

import json
import shlex
from pathlib import Path

import pytest

from annotator import nlp
from annotator.cli import parser, run
from annotator.project import open_project
from annotator.workflows.exporting import EXPORT_FORMATS
from factories import article_draft

ARTICLE = (
    "France backs Mistral AI\n\n"
    "France is leading a group of investors that gives €2 billion to Mistral AI, said Jane Doe.\n"
    "Mistral AI is far behind OpenAI.\n"
)
COMMANDS = (
    "new",
    "sample",
    "import",
    "extract",
    "train",
    "status",
    "search",
    "export",
    "predict",
    "analyse",
    "evaluate",
    "pipelines",
    "check",
    "backup",
)
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


def _json(capsys: Capture) -> object:
    return json.loads(capsys.readouterr().out)


def test_new_takes_codebook_and_coder(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "x.anno"
    assert run(["new", str(path), "--codebook", "minimal", "--coder", "Ada"]) == 0
    with open_project(path) as project:
        assert project.coder.name == "Ada"
        assert [kind.key for kind in project.codebook.get().types] == ["statement"]
    assert str(path) in capsys.readouterr().out


def test_an_unknown_codebook_is_named_with_those_there_are(tmp_path: Path, capsys: Capture) -> None:
    assert run(["new", str(tmp_path / "x.anno"), "--codebook", "nope"]) == 2
    assert "ai-news" in capsys.readouterr().err
    assert not (tmp_path / "x.anno").exists()


def test_import_reports_each_failure_and_does_the_rest(
    made: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "good.txt").write_text("A second article about chips.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    names = ("good.txt", "empty.txt", "binary.txt", "missing.txt", "a.txt")
    code = run(["import", str(made), "--json", *(str(tmp_path / name) for name in names)])
    printed = capsys.readouterr()
    assert code == 1
    report = json.loads(printed.out)
    assert (report["imported"], report["known"]) == (1, 1)
    failed = [Path(failure["path"]).name for failure in report["failures"]]
    assert failed == ["empty.txt", "binary.txt", "missing.txt"]
    assert printed.err.count("annotator: ") == 3


def test_nothing_but_failures_is_unusable(made: Path, tmp_path: Path) -> None:
    assert run(["import", str(made), str(tmp_path / "missing.txt")]) == 2


def test_status_counts(made: Path, capsys: Capture) -> None:
    assert run(["status", str(made), "--json"]) == 0
    found = _json(capsys)
    assert isinstance(found, dict)
    assert (found["articles"], found["pending"], found["coder"]) == (1, 0, "Ada")
    assert run(["status", str(made)]) == 0
    assert "Articles     1" in capsys.readouterr().out


def test_search_finds_articles_that_nobody_indexed_yet(made: Path, capsys: Capture) -> None:
    assert run(["search", str(made), "investors", "--json"]) == 0
    assert [hit["article_id"] for hit in _json(capsys)] == [1]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "arguments",
    [
        ["status", "missing.anno"],
        ["check", "missing.anno", "--repair"],
        ["export", "missing.anno", "--format", "csv", "--output", "x.csv"],
        ["evaluate", "missing.jsonl"],
        ["predict", "missing.jsonl"],
    ],
)
def test_a_missing_file_is_one_sentence_on_stderr(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("annotator: ")
    assert "missing." in printed.err
    assert "Traceback" not in printed.err


def test_an_unknown_command_is_unusable(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["frobnicate"])
    assert ended.value.code == 2
    assert "frobnicate" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_helps_with_an_example(command: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        run([command, "--help"])
    assert ended.value.code == 0
    assert f"annotator {command}" in capsys.readouterr().out.split("Examples:")[1]


def test_check_and_backup(made: Path, tmp_path: Path, capsys: Capture) -> None:
    assert run(["check", str(made), "--json"]) == 0
    assert _json(capsys) == {"sound": True, "faults": []}
    copy = tmp_path / "copy.anno"
    assert run(["backup", str(made), "--output", str(copy)]) == 0
    assert run(["backup", str(made), "--output", str(copy)]) == 2
    assert run(["check", str(copy)]) == 0


def test_pipelines_are_listed(capsys: Capture) -> None:
    assert run(["pipelines", "--json"]) == 0
    assert "en" in {pipeline["language"] for pipeline in _json(capsys)}  # type: ignore[attr-defined]


def test_a_pipeline_that_is_missing_is_said_to_be(made: Path, capsys: Capture) -> None:
    assert run(["extract", str(made), "--pipeline", "xx_missing"]) == 2
    assert "pip install" in capsys.readouterr().err


def test_articles_that_the_pipeline_reads_badly_are_told_of_and_extracted(
    made: Path, capsys: Capture
) -> None:
    with open_project(made) as project:
        project.articles.add([article_draft(text="La France investit 🐝.", language="fr")])
    assert run(["extract", str(made), "--json", "--pipeline", nlp.DEFAULT_PIPELINE]) == 0
    printed = capsys.readouterr()
    assert "1 article is in a language that this pipeline does not read (fr)" in printed.err
    assert json.loads(printed.out)["articles"] > 0


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_the_overview_is_printed(made: Path, form: str, capsys: Capture) -> None:
    assert run(["analyse", str(made), "overview", "--format", form]) == 0
    printed = capsys.readouterr().out
    assert "Articles and statements over time" in printed
    if form == "json":
        assert {table["key"] for table in json.loads(printed)} >= {"time", "sources", "types"}


def test_predictions_that_end_half_way_leave_the_old_file(tmp_path: Path, capsys: Capture) -> None:
    lines, kept = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    lines.write_bytes(b'{"id": "a", "text": "Chips."}\n\xff\n')
    kept.write_text("old")
    assert run(["predict", str(lines), "--output", str(kept)]) == 2
    assert "UTF-8" in capsys.readouterr().err
    assert kept.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [lines, kept]


def test_an_overview_takes_the_place_of_the_old_file_once_it_is_whole(
    made: Path, tmp_path: Path
) -> None:
    saved, old = tmp_path / "overview.csv", tmp_path / "old.csv"
    saved.write_text("old")
    old.hardlink_to(saved)
    assert run(["analyse", str(made), "overview", "--format", "csv", "--output", str(saved)]) == 0
    assert "Articles and statements over time" in saved.read_text("utf-8")
    assert old.read_text() == "old"


@pytest.mark.parametrize("command", ["predict in.jsonl", "analyse {project} overview"])
def test_no_result_takes_the_place_of_a_folder(
    command: str, made: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(made.parent)
    Path("in.jsonl").write_text('{"id": "a", "text": "Chips."}')
    Path("folder").mkdir()
    assert run([*shlex.split(command.format(project=made)), "--output", "folder"]) == 2
    assert "folder could not be written: it is a folder" in capsys.readouterr().err


def test_the_overview_is_saved_as_charts(made: Path, tmp_path: Path) -> None:
    folder = tmp_path / "charts"
    wanted = ["analyse", str(made), "overview", "--format", "svg", "--output", str(folder)]
    assert run(wanted) == 0
    assert all("<svg" in path.read_text() for path in folder.glob("*.svg"))
    assert (folder / "time.svg").is_file()


def test_the_words_of_the_command_line_are_those_of_the_program() -> None:
    # The parser says them once more, so that --help need not import spaCy's side of the program.
    assert parser.DEFAULT_PIPELINE == nlp.DEFAULT_PIPELINE
    assert set(parser.FORMATS) == set(EXPORT_FORMATS)


def test_predictions_are_as_sure_as_they_must_be(tmp_path: Path, capsys: Capture) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text(json.dumps({"id": "a", "text": ARTICLE}))

    def types(*options: str) -> set[str]:
        assert run(["predict", str(lines), *options]) == 0
        found = json.loads(capsys.readouterr().out)
        return {statement["type"] for statement in found["statements"]}

    assert types() >= {"funding", "competitor"}
    others = types("--threshold", "competitor=0.1", "--threshold", "funding=1")
    assert "competitor" in others
    assert "funding" not in others


@pytest.mark.parametrize("nonsense", ["funding", "found=0.5", "funding=50", "funding=a", "=", ""])
def test_a_threshold_that_is_none_is_refused_in_one_sentence(
    nonsense: str, capsys: Capture
) -> None:
    assert run(["predict", "--threshold", nonsense]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"annotator: “{nonsense}” is no threshold.")
    assert "funding=0.5" in said


def test_a_broken_line_does_not_keep_predictions_from_the_rest(
    tmp_path: Path, capsys: Capture
) -> None:
    lines = tmp_path / "in.jsonl"
    lines.write_text('{"id": "a", "text": "Chips."}\n{"id": broken\n{"id": "c"}\n')
    assert run(["predict", str(lines)]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["id"] for line in printed.out.splitlines()] == ["a"]
    assert "Line 2" in printed.err
    assert "Line 3" in printed.err


@pytest.mark.parametrize("command", ["import {project} ''", "status ''", "new ' '"])
def test_an_empty_path_is_refused(
    command: str, made: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(made.parent)
    assert run(shlex.split(command.format(project=made))) == 2
    assert capsys.readouterr().err.startswith("annotator: A path is empty.")


def test_very_many_failures_are_counted_and_not_all_printed(made: Path, capsys: Capture) -> None:
    missing = [str(made.parent / f"{number}.txt") for number in range(1_300)]
    assert run(["import", str(made), "--json", *missing]) == 2
    printed = capsys.readouterr()
    assert printed.err.count("\n") == 101
    assert "1,200 more failures" in printed.err
    assert len(json.loads(printed.out)["failures"]) == 1_300
