"""The preview goes on serving whatever becomes of a build, and says why it cannot begin."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from factsheets.cli import main, publishing
from factsheets.cli.failures import MACHINE, MachineError
from factsheets.cli.publishing import _rebuild
from factsheets.site import engine
from tests import quick
from tests.conftest import REPOSITORY
from tests.world import lay


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "there is not enough memory"),
        (MachineError("it is busy"), "it is busy"),
        (OSError(28, "full", "build/en"), "build/en: the disk is full"),
        (KeyError("symbol"), "KeyError: 'symbol'"),
    ],
)
def test_a_build_that_breaks_is_told_and_the_preview_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: Exception, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(publishing, "_build", fail)
    _rebuild(Path(), None)
    said = capsys.readouterr().err
    assert "the old one stays" in said
    assert words in said
    assert ("Traceback" in said) == isinstance(error, KeyError)


def serve(root: Path, *arguments: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, ["serve", "--root", str(root), "--date", "2025-03-01", *arguments])
    return done.exit_code, done.output


def test_a_port_that_is_taken_is_named_with_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "build", quick.build)
    lay(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, said = serve(tmp_path, "--port", str(port))
    assert code == MACHINE
    assert f"another program listens on port {port}; choose another one, as in --port" in said


def test_a_port_that_the_system_keeps_is_told_as_that(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(engine, "serve", refuse)
    lay(tmp_path)
    code, said = serve(tmp_path, "--port", "80")
    assert code == MACHINE
    assert "port 80 is kept for others; choose one from 1024" in said


def test_without_content_there_is_nothing_to_watch(tmp_path: Path) -> None:
    code, said = serve(tmp_path)
    assert code == 1
    assert "there is no folder content/ here" in said
    assert "open http" not in said
