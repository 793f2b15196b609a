"""The repository tests itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

from click.testing import CliRunner

from generator import pipeline
from generator.cli import main
from generator.diagnostics.codes import CODES
from generator.pages import VIEWS
from generator.pipeline import Folders
from generator.records import RECORD_TYPES, Record
from generator.records.factsheet import Factsheet
from generator.records.ids import PersonId
from generator.records.resolution import Resolution
from generator.records.schema import json_schema
from generator.records.text import Line
from generator.words import words_in
from tests.conftest import DAY, REPOSITORY
from tests.world import lay

ROOMS = (
    "escape",
    "diagnostics",
    "reports",
    "files",
    "source",
    "history",
    "records",
    "parse",
    "link",
    "derive",
    "checks",
    "charts",
    "words",
    "exports",
    "pages",
    "render",
    "output",
    "style",
    "rollcalls",
    "lists",
    "drafts",
    "engine",
    "publish",
    "paper",
    "pipeline",
    "trial",
    "fixes",
    "renaming",
    "diff",
    "reach",
    "upkeep",
    "coverage",
    "proposal",
    "cli",
    "__main__",
)
"""The flow. Each room imports only rooms before it."""


def modules() -> Iterator[tuple[Path, str]]:
    for path in sorted((REPOSITORY / "generator").rglob("*.py")):
        room = path.relative_to(REPOSITORY / "generator").parts[0].removesuffix(".py")
        if room != "__init__":
            yield path, room


def imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            parts = node.module.split(".")
            if parts[0] == "generator":
                yield from [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]


def test_every_room_imports_only_rooms_before_it() -> None:
    for path, room in modules():
        for other in imported_rooms(path):
            assert ROOMS.index(other) <= ROOMS.index(room), f"{path.name} in {room} imports {other}"


def test_only_some_rooms_touch_the_world() -> None:
    owners = {
        "yaml": {"source"},
        "mkdocs": {"engine"},
        "subprocess": {"engine", "history", "paper", "diff"},
        "jinja2": {"render"},
        "click": {"cli"},
        "python_calamine": {"rollcalls"},
        "http": {"reach"},
        "socket": {"reach"},
        "ssl": {"reach"},
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
    folder = REPOSITORY / "generator"
    text = "\n".join(path.read_text("utf-8") for path in (*folder.rglob("*.py"), *folder.rglob("templates/*.md")))
    keys = set(re.findall(r"""["']([a-z_]+(?:\.(?:[a-z0-9_]+|{[^{}]+}))*)["']""", text))
    forms = [re.compile(re.sub(r"\\{.+?\\}", "[a-z0-9_]+", re.escape(key))) for key in keys]
    for key in words_in("en").entries:
        singular = re.sub(r"\.(one|other)$", "", key)
        assert any(form.fullmatch(each) for form in forms for each in {key, singular}), key


def test_record_types_are_registered_and_have_a_view() -> None:
    files = {path.stem for path in (REPOSITORY / "generator" / "records").glob("*.py")}
    assert {kind.__module__.rpartition(".")[2] for kind in RECORD_TYPES} <= files
    assert set(VIEWS) == set(RECORD_TYPES)
    assert {path.name for path in (REPOSITORY / "content").iterdir() if path.is_dir()} <= {
        kind.folder for kind in RECORD_TYPES
    }


def test_the_anchors_of_a_page_are_kept_from_its_facts() -> None:
    folder = REPOSITORY / "generator" / "render" / "templates"
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
    assert [room for room in ROOMS if f"`{room}" not in rooms] == []


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
