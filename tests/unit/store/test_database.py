"""Opening project files, sound and unsound ones."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotator.domain import ArticleDraft, ArticleFilter
from annotator.errors import (
    CannotWrite,
    DiskFull,
    InvalidInput,
    NotAProject,
    ProjectDamaged,
    ProjectExists,
    ProjectInUse,
    ProjectMissing,
    ProjectReadOnly,
    ProjectTooNew,
    UserError,
)
from annotator.project import Project, create_project, open_project
from annotator.store.search import index_new
from factories import article_draft


def _closed(tmp_path: Path) -> Path:
    path = tmp_path / "closed.anno"
    with create_project(path) as project:
        project.articles.add([article_draft(text=f"Article {n}. " * 400) for n in range(40)])
    return path


def _use(path: Path) -> None:
    with open_project(path) as project:
        list(project.corpus())


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectMissing, match=r"gone\.anno"):
        open_project(tmp_path / "gone.anno")


def test_a_new_project_never_overwrites_a_file(tmp_path: Path) -> None:
    path = tmp_path / "taken.anno"
    path.write_text("my notes")
    with pytest.raises(ProjectExists):
        create_project(path)
    assert path.read_text() == "my notes"


def test_a_project_in_a_folder_that_is_not_there_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        create_project(tmp_path / "nowhere" / "new.anno")


def test_a_text_file_is_not_a_project(tmp_path: Path) -> None:
    path = tmp_path / "letter.anno"
    path.write_text("Dear reader, this is no database at all.")
    with pytest.raises(NotAProject):
        open_project(path)


def test_the_sqlite_file_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.anno"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    with pytest.raises(NotAProject):
        open_project(path)
    assert path.read_bytes() == before


def test_a_file_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('annotator', 'm999_from_the_future', '2030-01-01')"
        )
        newer.commit()
    with pytest.raises(ProjectTooNew):
        open_project(path)


def test_a_project_that_is_open_elsewhere_is_not_opened_for_writing(project: Project) -> None:
    with pytest.raises(ProjectInUse):
        open_project(project.path)


def test_a_project_that_is_open_elsewhere_can_be_read(project: Project) -> None:
    project.articles.add([article_draft(text="One of them.")])
    with open_project(project.path, read_only=True) as reader:
        assert reader.articles.count() == 1


def test_a_reader_leaves_nothing_beside_the_file(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    with open_project(path, read_only=True) as reader:
        assert reader.articles.count() == 40
    assert list(tmp_path.iterdir()) == [path]


def test_a_reader_that_closes_last_leaves_the_file_whole(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    writer = open_project(path)
    writer.articles.add([article_draft(text="The last one.")])
    with open_project(path, read_only=True) as reader:
        assert reader.articles.count() == 41
        writer.close()
    assert list(tmp_path.iterdir()) == [path]


def test_a_look_at_the_file_of_another_program_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("CREATE TABLE papers (name)")
    left = {each.name: each.read_bytes() for each in tmp_path.iterdir() if "-shm" not in each.name}
    assert len(left) == 2
    copy = tmp_path / "copy"
    copy.mkdir()
    for name, content in left.items():
        (copy / name).write_bytes(content)  # as after a crash: nobody has it open
    with pytest.raises(NotAProject):
        open_project(copy / "other.db", read_only=True)
    assert {name: (copy / name).read_bytes() for name in left} == left
    other.close()


def test_a_reader_cannot_write(project: Project) -> None:
    reader = open_project(project.path, read_only=True)
    with reader, pytest.raises(ProjectReadOnly):
        reader.articles.add([article_draft(text="Not to be stored.")])
    assert project.articles.count() == 0


def test_a_read_only_file_is_not_opened_for_writing(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    path.chmod(0o444)
    with pytest.raises(ProjectReadOnly):
        open_project(path)


def test_a_damaged_file_gives_one_sentence_and_never_a_traceback(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096 * 2 : len(content) // 2] = os.urandom(len(content) // 2 - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        _use(path)
    assert "\n" not in caught.value.sentence
    assert str(path) in caught.value.sentence


def test_a_truncated_file_is_reported_as_damaged(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 3])
    with pytest.raises(ProjectDamaged):
        _use(path)


def test_a_full_disk_loses_only_the_action_that_did_not_fit(project: Project) -> None:
    project.articles.add([article_draft(text="Stored before the disk was full.")])
    pages = project._db.value("PRAGMA page_count")
    project._db.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        project.articles.add([article_draft(text=f"{n} too many. " * 500) for n in range(50)])
    assert project.articles.count() == 1
    assert project.check().is_sound
    project._db.rows("PRAGMA max_page_count = 100000")
    project.articles.add([article_draft(text="There is room again.")])
    assert project.articles.count() == 2


def test_closing_leaves_one_file_only(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [path.name]


def test_a_reader_that_stays_does_not_keep_work_out_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "shared.anno"
    project = create_project(path)
    with open_project(path, read_only=True):
        project.articles.add([article_draft(text="Mail me.")])
        project.close()
        copy = tmp_path / "mailed.anno"
        copy.write_bytes(path.read_bytes())
    with open_project(copy) as other:
        assert other.articles.text(1) == "Mail me."


def test_a_backup_is_a_project_with_everything_in_it(project: Project, tmp_path: Path) -> None:
    project.articles.add([article_draft(text="Keep me.")])
    copy = project.backup(tmp_path / "copy.anno")
    with open_project(copy) as other:
        assert other.articles.text(1) == "Keep me."


def test_a_backup_does_not_overwrite(project: Project, tmp_path: Path) -> None:
    taken = tmp_path / "taken.anno"
    taken.write_text("mine")
    with pytest.raises(CannotWrite):
        project.backup(taken)
    assert taken.read_text() == "mine"


def test_a_backup_can_take_the_place_of_an_older_file(project: Project, tmp_path: Path) -> None:
    older = tmp_path / "older.anno"
    older.write_text("no project at all")
    project.backup(older, replace=True)
    with open_project(older, read_only=True) as copy:
        assert copy.codebook.get().name == "Test"
    assert list(tmp_path.glob(".*")) == []


def test_a_project_is_no_backup_of_itself(project: Project) -> None:
    with pytest.raises(CannotWrite, match="itself"):
        project.backup(project.path, replace=True)


def test_a_backup_names_the_folder_that_is_not_there(project: Project, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="folder does not exist"):
        project.backup(tmp_path / "nowhere" / "copy.anno")


def test_a_project_that_cannot_be_made_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput):
        create_project(tmp_path / "new.anno", coder=" ")
    assert list(tmp_path.glob("*.anno*")) == []


def test_a_project_that_did_not_open_is_free_for_others(tmp_path: Path) -> None:
    path = _closed(tmp_path)
    with pytest.raises(InvalidInput):
        open_project(path, coder=" ")
    _use(path)


def test_a_reader_sees_what_is_pending_for_who_coded_last(project: Project) -> None:
    project.articles.add([article_draft(text="One.")])
    project.coders.use("Zoë")
    project.articles.mark_done([1])
    project.coders.use("Ada")
    with open_project(project.path, read_only=True) as reader:
        assert reader.coder.name == "Zoë"


def test_power_cuts_take_no_decision(project: Project) -> None:
    assert project._db.value("PRAGMA journal_mode") == "wal"
    assert project._db.value("PRAGMA synchronous") == 2
    assert project._db.value("PRAGMA foreign_keys") == 1


def test_a_file_of_version_0_1_opens(tmp_path: Path) -> None:
    kept = Path(__file__).parents[2] / "data" / "version-0.1.anno"
    path = tmp_path / "old.anno"
    shutil.copy(kept, path)
    with open_project(path) as project:
        assert project.articles.count() == 1
        assert project.statements.by_ids([1])[0].values[0].entity == "France"
        assert project.check().is_sound
        indices = {row[1] for row in project._db.rows("PRAGMA index_list(articles)")}
        assert indices >= {"idx_articles_by_title", "idx_articles_by_source"}
        assert "idx_articles_title" not in indices


def test_a_text_without_words_is_no_article() -> None:
    with pytest.raises(ValueError, match="words"):
        article_draft(text=" \n ")


def test_foreign_line_ends_never_reach_the_store() -> None:
    with pytest.raises(ValueError, match="ends its lines"):
        article_draft(text="one\r\ntwo")


def test_the_clock_of_the_article_is_kept(project: Project) -> None:
    draft: ArticleDraft = article_draft(text="Dated.")
    project.articles.add([draft])
    assert project.articles.get(1).published == draft.published


def test_a_file_that_forgot_which_migrations_it_has_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "news.anno"
    create_project(path, coder="Ada").close()
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm005_notes'")
        conn.commit()
    with pytest.raises(ProjectDamaged):
        open_project(path)


def test_articles_of_an_older_project_are_found_by_their_first_letters(tmp_path: Path) -> None:
    path = _at_migration(tmp_path, before="m007_first_letters")
    with open_project(path) as project:
        assert not project.articles.is_indexed()
        assert [*project.articles.ids(ArticleFilter(query="m"))] == [1]
        assert [*project.articles.ids(ArticleFilter(query="x"))] == []


def _at_migration(folder: Path, *, before: str) -> Path:
    """A project with one article, indexed as it was before that migration."""
    path = folder / "older.anno"
    with create_project(path, coder="Ada") as project:
        project.articles.add([article_draft("Mistral grows.")])
    with closing(sqlite3.connect(path)) as conn:
        conn.executescript(
            "DROP TABLE article_search;"
            "CREATE VIRTUAL TABLE article_search USING fts5(title, text,"
            " content='article_search_source', content_rowid='id',"
            ' tokenize="unicode61 remove_diacritics 2");'
        )
        index_new(conn)
        conn.execute("DELETE FROM _sqlite_migrations WHERE name = ?", (before,))
        conn.commit()
    return path
