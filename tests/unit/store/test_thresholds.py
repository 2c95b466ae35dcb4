"""How sure suggestions must be is kept in the project, by statement type."""

import math
import shutil
from pathlib import Path

import pytest

from annotator.domain import Kind
from annotator.errors import InvalidInput
from annotator.project import Project, open_project

OLD = Path(__file__).parents[2] / "data" / "version-0.1.anno"


def test_what_is_set_is_kept_and_all_else_is_left_to_the_pipeline(project: Project) -> None:
    assert project.thresholds.get() == {}
    changes = project.thresholds.save({"funding": 0.8, "policy": 0.35})
    assert changes.kinds == {Kind.THRESHOLD}
    project.thresholds.save({"policy": 0.35, "competitor": 1})
    with open_project(project.path, read_only=True) as reader:
        assert reader.thresholds.get() == {"competitor": 1.0, "policy": 0.35}


def test_saving_what_is_there_already_is_no_step(project: Project) -> None:
    project.thresholds.save({"funding": 0.8})
    name = project.undo_name
    project.undo()
    assert not project.thresholds.save({})
    assert project.redo_name == name


def test_a_change_can_be_undone(project: Project) -> None:
    project.thresholds.save({"funding": 0.8, "policy": 0.5})
    project.thresholds.save({"policy": 0.6, "funding": 0.8})
    project.undo()
    assert project.thresholds.get() == {"funding": 0.8, "policy": 0.5}
    project.redo()
    assert project.thresholds.get() == {"funding": 0.8, "policy": 0.6}


@pytest.mark.parametrize("chance", [-0.01, 1.01, 50, math.nan, math.inf])
def test_what_is_no_chance_is_refused(project: Project, chance: float) -> None:
    with pytest.raises(InvalidInput, match="from 0 to 1"):
        project.thresholds.save({"funding": 0.5, "policy": chance})
    assert project.thresholds.get() == {}


def test_an_older_file_is_given_a_place_for_them(tmp_path: Path) -> None:
    path = tmp_path / "old.anno"
    shutil.copy(OLD, path)
    with open_project(path) as project:
        project.thresholds.save({"funding": 0.8})
        assert project.check().is_sound
