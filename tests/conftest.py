"""What all tests share: no network, no settings of the person who runs them, a project to use."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest

os.environ["ANNOTATOR_CONFIG"] = os.devnull  # its language is chosen at the first import
os.environ["LANGUAGE"] = "en"

from annotator.project import Project, create_project
from factories import codebook

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, before numpy comes


class NetworkUsed(AssertionError):
    """The program tried to reach something beyond this machine."""


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail at once when anything connects to another machine or asks for its address."""
    connect = socket.socket.connect

    def local_only(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in {"127.0.0.1", "::1"}:
            raise NetworkUsed(str(address))
        connect(self, address)

    def refuse(host: str, *_rest: object, **_options: object) -> NoReturn:
        raise NetworkUsed(host)

    monkeypatch.setattr(socket.socket, "connect", local_only)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' settings apart from the user's."""
    monkeypatch.setenv("ANNOTATOR_CONFIG", str(tmp_path / "config"))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project with the codebook of the factories."""
    with create_project(tmp_path / "news.anno", codebook=codebook(), coder="Ada") as made:
        yield made
