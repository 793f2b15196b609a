"""What the machine refuses is said in words, with what to do; what was published and what was written before stay."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factsheets import pipeline
from factsheets.cli import main
from factsheets.cli.failures import MACHINE, refused
from factsheets.site import engine, files
from factsheets.site.engine.ending import failure
from factsheets.site.engine.preview import _Preview
from factsheets.site.publish import only_builder, staging, swapping
from tests import quick
from tests.conftest import REPOSITORY
from tests.world import WORLD, edited, lay

DAY = "2025-03-01"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small world that is published already, by a quick engine."""
    monkeypatch.setattr(engine, "build", quick.build)
    lay(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    assert run(tmp_path, "build", "--date", DAY).exit_code == 0
    return tmp_path


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [arguments[0], "--root", str(root), *arguments[1:]])


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def failing(number: int) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number), "some/file")

    return fail


MOMENTS = [
    ("factsheets.site.output.write", "build"),
    ("factsheets.site.engine.build", "build"),
    ("factsheets.site.publish.merge", "build"),
    ("factsheets.site.publish.swap", "build"),
    ("factsheets.site.publish.mend", "build"),
    ("factsheets.site.publish.roll_back", "rollback"),
]


@pytest.mark.parametrize("moment", MOMENTS, ids=lambda moment: moment[0])
@pytest.mark.parametrize(
    "reason",
    [
        (errno.ENOSPC, "the disk is full; make room"),
        (errno.EROFS, "the disk can only be read; run"),
        (errno.EFBIG, "(ulimit -f)"),
        (errno.EMFILE, "(ulimit -n)"),
        (errno.EACCES, "this is not allowed; see"),
        (errno.EBUSY, "mount the volume one folder further up"),
        (errno.EIO, "the disk failed; copy"),
    ],
    ids=lambda reason: errno.errorcode[reason[0]],
)
def test_a_build_that_the_machine_stops_says_why_and_leaves_the_site(
    root: Path, monkeypatch: pytest.MonkeyPatch, moment: tuple[str, str], reason: tuple[int, str]
) -> None:
    before = tree(root / "site")
    with monkeypatch.context() as patch:
        patch.setattr(moment[0], failing(reason[0]))
        done = run(root, moment[1], *(["--date", DAY] if moment[1] == "build" else []))
    assert done.exit_code == MACHINE
    assert "Error: some/file: " in done.output
    assert reason[1] in done.output
    assert isinstance(done.exception, SystemExit)
    assert tree(root / "site") == before
    assert run(root, "build", "--date", DAY).exit_code == 0


def test_memory_that_is_full_is_said_and_a_fault_of_the_program_keeps_its_traceback(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def raising(error: Exception) -> Result:
        def fail(*_: object) -> None:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(engine, "build", fail)
            return run(root, "build", "--date", DAY)

    assert raising(MemoryError()).exit_code == MACHINE
    assert isinstance(raising(KeyError("x")).exception, KeyError)
    assert isinstance(raising(OSError(errno.EBADF, "x")).exception, OSError)


UNTIDY = "sources: [record]\nname: Ada Moe\nstates: [NOR]\n"
LONG = f"{WORLD['people/ada-moe.yaml']}note:\n  en: {'word ' * 3000}\n  de: x\n"
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from factsheets.cli import main
main(sys.argv[1:])
"""


def test_a_file_that_grows_beyond_a_limit_stays_as_it_was_and_so_do_the_others(tmp_path: Path) -> None:
    content = lay(tmp_path, {"people/ada-moe.yaml": LONG, "people/bo-moe.yaml": UNTIDY})
    before = tree(content)
    command = [sys.executable, "-c", LIMITED, "format", "--root", str(tmp_path)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == MACHINE
    assert "the file is larger than this system lets files be" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(content) == before


def test_a_file_is_written_whole_with_its_mode_and_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    files.create(path, b"one")
    assert path.read_bytes() == b"one"
    with pytest.raises(FileExistsError):
        files.create(path, b"two")
    path.chmod(0o640)
    (tmp_path / "link.yaml").symlink_to(path)
    files.write(tmp_path / "link.yaml", b"three")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"three", 0o640)
    assert (tmp_path / "link.yaml").is_symlink()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml", "link.yaml"]


def test_a_file_system_without_links_keeps_its_files_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "hardlink_to", failing(errno.EPERM))
    path = tmp_path / "a.yaml"
    files.create(path, b"one")
    with pytest.raises(FileExistsError):
        files.create(path, b"two")
    assert tree(tmp_path) == {"a.yaml": b"one"}


def litter(build: Path, outside: Path) -> Iterator[Callable[[], object]]:
    """Yield what may lie in a build folder, each to be put there."""

    def instead(path: Path, put: Callable[[Path], object]) -> None:
        files.clear(path)
        path.parent.mkdir(exist_ok=True)
        put(path)

    def link(path: Path) -> None:
        path.symlink_to(outside, target_is_directory=True)

    for name in ("en", "html", "html/en", "next", "gone", "en/people", "en.yml"):
        yield lambda name=name: instead(build / name, link)  # type: ignore[misc]
        yield lambda name=name: instead(build / name, lambda path: path.write_text("stray"))  # type: ignore[misc]
    for name in ("en.yml", "en/index.md", "next/stray"):
        yield lambda name=name: instead(build / name, lambda path: path.mkdir(parents=True))  # type: ignore[misc]
    yield lambda: instead(build / "en" / "pipe.md", os.mkfifo)
    yield lambda: instead(build / "en" / "index.md", os.mkfifo)


@pytest.mark.parametrize("number", range(19))
def test_whatever_lies_in_the_build_folder_the_next_build_succeeds_and_touches_nothing_outside(
    root: Path, tmp_path_factory: pytest.TempPathFactory, number: int
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "mine.md").write_text("mine")
    every = list(litter(root / "build", outside))
    assert len(every) == 19
    before = tree(root / "site")
    every[number]()
    done = run(root, "build", "--date", DAY)
    assert done.exit_code == 0, done.output
    assert tree(root / "site") == before
    assert tree(outside) == {"mine.md": b"mine"}


def test_a_link_in_place_of_the_html_is_replaced_by_the_engine_itself(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "mine.md").write_text("mine")
    lay(tmp_path)
    (tmp_path / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "html").symlink_to(outside, target_is_directory=True)
    for day in ("1950-01-01", "9999-12-31"):
        lay(tmp_path, edited("factsheets/first-day.yaml", "compared: 2025-03-01", "compared: 1949-03-01"))
        assert run(tmp_path, "build", "--date", day).exit_code in {0, 1}
    assert tree(outside) == {"mine.md": b"mine"}


def test_a_site_on_another_disk_is_laid_out_beside_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    volume = tmp_path_factory.mktemp("volume")
    (root / "site").rename(volume / "public")
    (root / "site").symlink_to(volume / "public", target_is_directory=True)
    monkeypatch.setattr(swapping, "_disk", lambda folder: int(folder == volume))
    assert staging(root / "build", root / "site") == volume / ".public.next"
    lay(root, edited("people/ada-moe.yaml", "name: Ada Moe", "name: Ida Moe"))
    assert run(root, "build", "--date", DAY).exit_code == 0
    assert "Ida Moe" in (volume / "public" / "people" / "ada-moe.html").read_text("utf-8")
    assert run(root, "rollback").exit_code == 0
    assert "Ida Moe" not in (volume / "public" / "people" / "ada-moe.html").read_text("utf-8")
    assert sorted(each.name for each in volume.iterdir()) == [".public.next", "public"]


def test_a_mounted_volume_that_cannot_be_exchanged_is_refused_with_the_reason(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, rename = tree(root / "site"), Path.rename

    def busy(path: Path, target: Path) -> Path:
        if path == (root / "site").resolve():
            raise OSError(errno.EBUSY, "busy", str(path))
        return rename(path, target)

    monkeypatch.setattr(swapping, "exchange", lambda one, other: False)  # noqa: ARG005
    monkeypatch.setattr(Path, "rename", busy)
    done = run(root, "build", "--date", DAY)
    assert done.exit_code == MACHINE
    assert "volume that is mounted there" in done.output
    assert tree(root / "site") == before


def test_rollback_restores_what_was_published_before_and_says_when_that_was_built(root: Path) -> None:
    first = tree(root / "site")
    lay(root, edited("people/ada-moe.yaml", "name: Ada Moe", "name: Ida Moe"))
    assert run(root, "build", "--date", DAY).exit_code == 0
    second = tree(root / "site")
    assert first != second
    done = run(root, "rollback")
    assert "site/ is again the site that was built on 20" in done.output
    assert tree(root / "site") == first
    assert run(root, "rollback").exit_code == 0
    assert tree(root / "site") == second


def test_where_nothing_was_published_before_there_is_nothing_to_go_back_to(root: Path) -> None:
    before = tree(root / "site")
    done = run(root, "rollback")
    assert done.exit_code == 1
    assert "there is no previous site" in done.output
    assert tree(root / "site") == before


def test_one_builds_at_a_time_and_another_waits_or_ends(root: Path) -> None:
    said: list[str] = []
    with ExitStack() as held:
        held.enter_context(only_builder(root / "build", "14:02 UTC", said.append))
        done = run(root, "build", "--no-wait")
        assert done.exit_code == MACHINE
        assert f"another build is running since 14:02 UTC (process {os.getpid()})" in done.output
        assert run(root, "rollback", "--no-wait").exit_code == MACHINE
        waiting = threading.Thread(target=lambda: said.append(run(root, "build", "--date", DAY).output))
        waiting.start()
        waiting.join(0.2)
        assert waiting.is_alive()
    waiting.join()
    assert f"another build is running since 14:02 UTC (process {os.getpid()}); waiting" in said[0]
    assert "published site/" in said[0]


HOLD = """
import sys, time
from pathlib import Path
from factsheets.site.publish import only_builder
with only_builder(Path(sys.argv[1]), "14:02 UTC", print):
    print("held", flush=True)
    time.sleep(600)
"""


def test_a_builder_that_was_killed_holds_nothing(root: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(root / "build")]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        assert run(root, "build", "--no-wait").exit_code == MACHINE
        other.send_signal(signal.SIGKILL)
    assert run(root, "build", "--no-wait", "--date", DAY).exit_code == 0


def test_what_changes_during_a_build_is_noticed_and_not_mixed_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = root / "content" / "people" / "ada-moe.yaml"

    def build(*arguments: Any) -> None:  # noqa: ANN401 - what the engine takes
        person.write_text(WORLD["people/ada-moe.yaml"].replace("Ada Moe", "Somebody Else"), "utf-8")
        quick.build(*arguments)

    monkeypatch.setattr(engine, "build", build)
    before = tree(root / "site")
    done = run(root, "build", "--date", DAY)
    assert "as it was when the build began: people/ada-moe.yaml changed meanwhile, so build again" in done.output
    assert tree(root / "site") == before
    monkeypatch.setattr(engine, "build", quick.build)
    assert "changed meanwhile" not in run(root, "build", "--date", DAY).output


def test_what_changed_is_held_against_what_was_read_and_not_against_times(root: Path) -> None:
    content, person = root / "content", root / "content" / "people" / "ada-moe.yaml"
    checked, status = pipeline.check(content), person.stat()
    os.utime(person, ns=(0, 0))
    (content / "people" / ".ada-moe.yaml.swp.yaml").write_text("an editor's", "utf-8")
    assert pipeline.changed_since(checked, content) == []
    person.write_text(person.read_text("utf-8").replace("Ada Moe", "Ida Moe"), "utf-8")  # as long, and as old
    os.utime(person, ns=(status.st_atime_ns, status.st_mtime_ns))
    (content / "events" / "meeting.yaml").rename(content / "events" / "talks.yaml")
    assert pipeline.changed_since(checked, content) == [
        "events/meeting.yaml",
        "events/talks.yaml",
        "people/ada-moe.yaml",
    ]


def test_a_disk_that_cannot_keep_the_next_site_keeps_the_old_one(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(root / "site")
    lay(root, edited("people/ada-moe.yaml", "name: Ada Moe", "name: Ida Moe"))
    with monkeypatch.context() as patch:
        patch.setattr(files, "flush_disk", failing(errno.EIO))
        assert run(root, "build", "--date", DAY).exit_code == MACHINE
    assert tree(root / "site") == before
    assert run(root, "build", "--date", DAY).exit_code == 0
    assert tree(root / "site") != before


def test_a_folder_that_lies_on_no_disk_is_told(tmp_path: Path) -> None:
    files.flush_disk(tmp_path)
    with pytest.raises(FileNotFoundError):
        files.flush_disk(tmp_path / "gone")


def asked(site: Path, host: str, path: str) -> str:
    """Return the status with which the preview answers."""
    server = _Preview(lambda: None, "127.0.0.1", 0, str(site))
    server.names = frozenset({"localhost", "workshop"})
    statuses: list[str] = []
    environ = {"HTTP_HOST": host, "PATH_INFO": path, "REQUEST_METHOD": "GET"}
    list(server.serve_request(environ, lambda status, _: statuses.append(status)))
    server.server_close()
    return statuses[0][:3]


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("localhost:8000", "200"),
        ("127.0.0.1", "200"),
        ("[::1]:8000", "200"),
        ("192.168.1.5:8000", "200"),
        ("WORKSHOP:8000", "200"),
        ("evil.example:8000", "421"),
        ("localhost.evil.example", "421"),
        ("127.0.0.1.evil.example", "421"),
        ("user@evil.example", "421"),
        ("[", "421"),
        ("", "421"),
    ],
)
def test_the_preview_answers_to_its_own_name_only(root: Path, host: str, status: str) -> None:
    assert asked(root / "site", host, "/index.html") == status


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/people/ada-moe.html", "200"),
        ("/", "200"),
        ("/gone.html", "404"),
        ("/\0", "404"),
        ("/a\r\nb", "404"),
        ("/../content/site.yaml", "404"),
        ("/" + "a" * 3000, "404"),
        ("/\xff\xfe", "404"),
    ],
)
def test_the_preview_answers_odd_paths_in_order(root: Path, path: str, status: str) -> None:
    assert asked(root / "site", "localhost", path) == status


RAISED = [
    (
        "INFO x\nTraceback:\n  raise err\nOSError: [Errno 28] No space left: 'theme/a.js' -> 'html/en/a.js'",
        1,
        "html/en/a.js",
    ),
    ("OSError: [Errno 27] File too large: 'html/en/a.js'", 1, "html/en/a.js"),
    ("OSError: [Errno 28] No space left on device", 1, None),
]


@pytest.mark.parametrize(("text", "code", "path"), RAISED)
def test_what_the_machine_refuses_the_engine_is_raised_as_that(text: str, code: int, path: str | None) -> None:
    error = failure(text, code)
    assert isinstance(error, OSError)
    assert error.filename == path
    assert refused(error)


def test_what_else_ends_an_engine_is_told_with_its_words() -> None:
    assert isinstance(failure("MemoryError", 1), MemoryError)
    assert isinstance(failure("INFO x", -signal.SIGKILL), MemoryError)
    assert str(failure("INFO x\nWARNING gone\n", 1)) == "WARNING gone"
    assert "SIGTERM" in str(failure("INFO x", -signal.SIGTERM))


FILLED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
from factsheets.cli import main
main(sys.argv[1:])
"""


def test_an_engine_whose_files_grow_beyond_a_limit_is_no_fault_of_the_content(root: Path) -> None:
    before = tree(root / "site")
    command = [sys.executable, "-c", FILLED, "build", "--root", str(root), "--date", DAY]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (MACHINE, False)
    assert "html/" in done.stderr
    assert "the file is larger than this system lets files be" in done.stderr
    assert tree(root / "site") == before


def test_a_build_that_is_stopped_says_so_and_ends_its_engines(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[str]] = []

    def start(language: str, *_: object) -> subprocess.Popen[str]:
        if language == "de":
            raise KeyboardInterrupt
        started.append(subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], text=True))
        return started[0]

    before = tree(root / "site")
    monkeypatch.undo()
    monkeypatch.setattr(engine, "_start", start)
    done = run(root, "build", "--date", DAY)
    assert (done.exit_code, done.output.splitlines()[-1].split(";")[0]) == (130, "stopped")
    assert [each.poll() for each in started] == [-signal.SIGKILL]
    assert tree(root / "site") == before


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileNotFoundError(errno.ENOENT, "No usable temporary directory found in ['/x']"), "TMPDIR"),
        (FileNotFoundError(errno.ENOENT, "No such file or directory", "a"), "a: it is not there"),
        (OSError(errno.EAGAIN, "x"), "(ulimit -u)"),
        (OSError(errno.ESTALE, "x"), "does not answer any more"),
        (OSError(errno.EOPNOTSUPP, "x"), "holding locks"),
        (OSError(errno.ENOEXEC, "x"), "install it anew"),
    ],
)
def test_the_machine_is_told_with_what_to_do(error: OSError, words: str) -> None:
    assert words in (refused(error) or "")


def test_a_folder_without_the_look_is_told_where_to_go(tmp_path: Path) -> None:
    lay(tmp_path)
    done = run(tmp_path, "build", "--date", DAY)
    assert done.exit_code == 1
    assert done.output.count("there is no mkdocs.yml; go to the folder") == 1


def test_an_address_that_cannot_be_listened_on_is_said(root: Path) -> None:
    assert run(root, "serve", "--host", "nowhere.invalid").exit_code == 2
    assert run(root, "serve", "--port", "99999").exit_code == 2


def test_who_has_no_file_left_to_say_what_went_wrong_says_that(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def show(*_: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE), "_textwrap.py")

    monkeypatch.setattr("click.exceptions.UsageError.show", show)
    with pytest.raises(SystemExit) as ended:
        main(["check", "--no-such-option"])
    assert ended.value.code == 3
    assert capfd.readouterr().err.startswith("Error: _textwrap.py: ")
