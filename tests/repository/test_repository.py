"""The repository tests itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner

from factsheets import pipeline
from factsheets.cli import main
from factsheets.content.records import RECORD_TYPES, Record
from factsheets.content.records.factsheet import Factsheet
from factsheets.content.records.ids import PersonId
from factsheets.content.records.resolution import Resolution
from factsheets.content.records.schema import json_schema
from factsheets.content.records.text import Line
from factsheets.diagnostics.codes import CODES
from factsheets.pipeline import Folders
from factsheets.site.pages import VIEWS
from factsheets.site.words import words_in
from tests.conftest import DAY, REPOSITORY
from tests.world import lay

FLOW = (
    "diagnostics",
    "content.source",
    "content.records",
    "content.parse",
    "content.link",
    "content.formatting",
    "derive",
    "derive.checks",
    "site.escape",
    "site.files",
    "site.history",
    "site.charts",
    "site.words",
    "site.exports",
    "site.pages.shared",
    "site.pages.votes",
    "site.pages.members",
    "site.pages.records",
    "site.pages.own",
    "site.pages",
    "site.render",
    "site.output",
    "site.engine",
    "site.publish",
    "site.printing",
    "pipeline",
    "editing.rollcalls",
    "editing.drafts",
    "editing.writing",
    "editing.dry_run",
    "editing.fixes",
    "editing.renaming",
    "review.diff",
    "review.reach",
    "review.lists",
    "review.upkeep",
    "review.coverage",
    "review.proposal",
    "api",
    "cli",
    "__main__",
)
"""The rooms, wing by wing. Each imports only rooms before it."""
PACKAGE = REPOSITORY / "generator" / "factsheets"


def room_of(module: str) -> str:
    """Return the room that a module is in, by its name within the package."""
    return max((each for each in FLOW if f"{module}.".startswith(f"{each}.")), key=len)


def modules() -> Iterator[tuple[Path, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name and any(f"{name}.".startswith(f"{each}.") for each in FLOW):
            yield path, room_of(name)


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "factsheets":
            inner = node.module.partition(".")[2]
            for alias in node.names:
                yield room_of(f"{inner}.{alias.name}".strip("."))


def test_every_room_imports_only_rooms_before_it() -> None:
    for path, room in modules():
        for other in imported_rooms(path):
            assert FLOW.index(other) <= FLOW.index(room), f"{path.name} in {room} imports {other}"


def test_every_module_is_in_a_room_and_every_room_has_one() -> None:
    assert {room for _, room in modules()} == set(FLOW)
    wings = {each.partition(".")[0] for each in FLOW}
    assert {path.stem for path in PACKAGE.iterdir() if path.name not in {"__init__.py", "__pycache__"}} == wings
    homeless = set(PACKAGE.rglob("*.py")) - {path for path, _ in modules()}
    assert {path.name for path in homeless} == {"__init__.py"}, homeless


def test_only_some_rooms_touch_the_world() -> None:
    owners = {
        "yaml": {"content.source"},
        "mkdocs": {"site.engine"},
        "subprocess": {"site.engine", "site.history", "site.printing", "review.diff"},
        "jinja2": {"site.render"},
        "click": {"cli"},
        "python_calamine": {"editing.rollcalls"},
        "http": {"review.reach"},
        "socket": {"review.reach"},
        "ssl": {"review.reach"},
    }
    for path, room in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                assert room in owners.get(name.partition(".")[0], {room}), f"{path} imports {name}"
        if room not in {"cli", "__main__"}:
            assert not re.search(r"\b(now|today|time)\(\)", path.read_text("utf-8")), path


def test_modules_are_small() -> None:
    assert {path.name for path, _ in modules() if len(path.read_text("utf-8").splitlines()) > 400} == set()


def test_every_code_is_explained_and_every_explanation_is_used() -> None:
    text = "\n".join(path.read_text("utf-8") for path, _ in modules() if path.parent.name != "codes")
    assert {code for code in CODES if f'"{code}"' not in text} == set()
    used = re.findall(r'(?:Diagnostic|Finding|_refuse|misfit)\(\s*"([a-z0-9-]+)"', text)
    assert set(used) - set(CODES) == set()


def test_catalogues_have_the_same_words_and_places() -> None:
    english, german = words_in("en").entries, words_in("de").entries
    assert english.keys() == german.keys()
    for key, text in english.items():
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", german[key])), key


def test_every_word_is_used() -> None:
    folder = PACKAGE
    text = "\n".join(path.read_text("utf-8") for path in (*folder.rglob("*.py"), *folder.rglob("templates/*.md")))
    keys = set(re.findall(r"""["']([a-z_]+(?:\.(?:[a-z0-9_]+|{[^{}]+}))*)["']""", text))
    forms = [re.compile(re.sub(r"\\{.+?\\}", "[a-z0-9_]+", re.escape(key))) for key in keys]
    for key in words_in("en").entries:
        singular = re.sub(r"\.(one|other)$", "", key)
        assert any(form.fullmatch(each) for form in forms for each in {key, singular}), key


def test_record_types_are_registered_and_have_a_view() -> None:
    files = {path.stem for path in (PACKAGE / "content" / "records").glob("*.py")}
    assert {kind.__module__.rpartition(".")[2] for kind in RECORD_TYPES} <= files
    assert set(VIEWS) == set(RECORD_TYPES)
    assert {path.name for path in (REPOSITORY / "content").iterdir() if path.is_dir()} <= {
        kind.folder for kind in RECORD_TYPES
    }


def test_the_anchors_of_a_page_are_kept_from_its_facts() -> None:
    folder = PACKAGE / "site" / "render" / "templates"
    for kind, template in ((Factsheet, "factsheet.md"), (Resolution, "vote.md")):
        text = (folder / "page.md").read_text("utf-8") + (folder / template).read_text("utf-8")
        assert set(re.findall(r"{#([a-z-]+)}", text)) == kind.reserved


def test_every_field_is_documented() -> None:
    for kind in RECORD_TYPES:
        schema = json_schema(kind)
        for model in [schema, *schema.get("$defs", {}).values()]:
            for name, field in model.get("properties", {}).items():
                assert field.get("description") or "$ref" in field, f"{model.get('title')}.{name}"


def test_every_command_is_documented() -> None:
    readme = (REPOSITORY / "README.md").read_text("utf-8")
    targets = re.findall(r"^([a-z]+):.*## ", (REPOSITORY / "Makefile").read_text("utf-8"), re.MULTILINE)
    for command in [f"factsheets {name}" for name in main.commands] + [
        f"make {name}" for name in targets if name != "help"
    ]:
        assert command in readme, command
    rooms = (REPOSITORY / "generator" / "README.md").read_text("utf-8")
    assert [room for room in FLOW if f"`{room.replace('.', '/')}" not in rooms] == []


def test_lock_files_have_hashes_and_no_addresses() -> None:
    locks = sorted(REPOSITORY.glob("requirements*.txt"))
    assert len(locks) > 2
    for path in locks:
        text = path.read_text("utf-8")
        assert "://" not in text
        assert all("--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text.strip()))


class Treaty(Record):
    """A toy: a record type that is one file and one line."""

    folder: ClassVar[str] = "treaties"
    section: ClassVar[str] = "treaties"
    label: ClassVar[Mapping[str, str]] = {"en": "Treaties", "de": "Verträge"}

    title: Line
    """What it is called."""
    signed_by: tuple[PersonId, ...] = ()
    """Who signed it."""


TREATY = "title: {en: A treaty, de: Ein Vertrag}\nsigned_by: [SIGNER]\nsources: [record]\n"


def test_a_new_record_type_gets_its_schema_its_reference_checks_and_its_page(tmp_path: Path) -> None:
    types: tuple[type[Record], ...] = (*RECORD_TYPES, Treaty)
    schema: dict[str, Any] = json_schema(Treaty)["properties"]
    assert schema["signed_by"]["description"] == "Who signed it."
    assert schema["signed_by"]["items"]["x-folder"] == "people"
    wrong = pipeline.check(lay(tmp_path, {"treaties/oslo.yaml": TREATY.replace("SIGNER", "ada-mo")}), types)
    assert [(each.code, each.remedy) for each in wrong.diagnostics] == [("unknown-reference", "ada-moe")]
    lay(tmp_path, {"treaties/oslo.yaml": TREATY.replace("SIGNER", "ada-moe")})
    (tmp_path / "mkdocs.yml").write_bytes((REPOSITORY / "mkdocs.yml").read_bytes())
    assert not pipeline.build(Folders(tmp_path), DAY, lambda _: None, types).failed
    for page in ("treaties/oslo.html", "de/treaties/oslo.html"):
        assert "Ada Moe" in (tmp_path / "site" / page).read_text("utf-8")


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, list(arguments))
    return result.exit_code, result.output


def test_exit_codes(tmp_path: Path) -> None:
    lay(tmp_path)
    assert run("check", "--root", str(tmp_path)) == (0, "11 files, nothing wrong\n")
    lay(tmp_path, {"people/ada-moe.yaml": "name: [x\n"})
    code, printed = run("check", "--root", str(tmp_path))
    assert code == 1
    assert "content/people/ada-moe.yaml:1:7: error[yaml-bracket]" in printed
    assert "1 | name: [x\n      |       ^\n" in printed
    assert run("check", "--root", str(tmp_path), "--format", "github")[1].startswith(
        "::error file=content/people/ada-moe.yaml,line=1,col=7,title=yaml-bracket"
    )
    assert run("chek")[0] == 2
    assert run("explain", "unknown-reference")[0] == 0
    assert run("explain", "unknown-referense")[0] == 2
    assert run("build", "--root", str(tmp_path), "--date", "2025-03-01")[0] == 1


@pytest.mark.parametrize("said", [["-m", "generator", "check"], ["-c", "from generator.pipeline import build"]])
def test_the_old_name_of_the_package_says_the_new_one(said: list[str]) -> None:
    done = subprocess.run([sys.executable, *said], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "is called factsheets now" in done.stderr.splitlines()[-1]
