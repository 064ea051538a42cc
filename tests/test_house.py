"""What keeps the house easy to live in: rooms apart, files short, tables credited, everything in the docs."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bede.evaluation import SUITES
from bede.exports import COLUMNS, EXPORTS

ROOT = Path(__file__).parent.parent
BEDE = ROOT / "bede"
SOURCES = sorted(BEDE.rglob("*.py"))
ROOMS = ("actors", "events", "times", "places", "statements", "stories")
TABLES = sorted(BEDE.rglob("*.csv"))
# Other names of rows that are credited in places_*.csv, and the crosswalk read backwards.
NO_SOURCE_COLUMN = {"place_names_1.csv", "cameo_reverse.csv"}
BYTES_OF_A_TABLE = 5_000_000
LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 400, 60


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The modules a file imports, by full name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def text_files() -> list[Path]:
    """Files under version control that hold text."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a checkout: git does not list the files")
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()[:8000]]


def test_importing_bede_loads_nothing_heavy() -> None:
    code = (
        "import sys, bede; print(sorted({'spacy', 'pydantic', 'numpy', 'typer', 'lxml'} & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_imports_another_of_its_floor(room: str) -> None:
    others = tuple(f"bede.{other}" for other in ROOMS if other != room)
    faults = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in sorted((BEDE / room).rglob("*.py"))
        for name in imported(path)
        if name.startswith(others) or name.startswith("..")
    ]
    assert not faults


def test_files_and_functions_are_short() -> None:
    faults = []
    for path in SOURCES:
        name, lines = path.relative_to(ROOT), len(path.read_text(encoding="utf-8").splitlines())
        if lines > LINES_OF_A_FILE:
            faults.append(f"{name} has {lines} lines")
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LINES_OF_A_FUNCTION:
                    faults.append(f"{name}: {node.name} has {length} lines")
    assert not faults


def test_no_error_is_swallowed() -> None:
    faults = [
        f"{path.relative_to(ROOT)}, line {node.lineno}"
        for path in SOURCES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    # One place may catch everything: a worker gives an article that fails back with its reason.
    assert [fault for fault in faults if "engines/local.py" not in fault] == []


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_of_every_table_names_its_source(path: Path) -> None:
    assert path.stat().st_size < BYTES_OF_A_TABLE
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if path.name in NO_SOURCE_COLUMN:
            assert "source" not in (reader.fieldnames or ()), "no exception any more"
            return
        assert all(row["source"] for row in reader)


def test_nothing_names_a_machine_or_a_registry() -> None:
    here = "/" + "work/|/" + "root/|/" + r"home/\w|/" + "tmp/bash"
    hosts = "pypi" + r"\.org|python" + r"hosted|npm" + r"js\.|registry" + r"\.yarn|/simple" + "/"
    words = re.compile(f"{here}|{hosts}")
    faults = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in text_files()
        if (found := words.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert not faults


def test_everything_locked_has_a_hash() -> None:
    for lock in (ROOT / "requirements.lock", ROOT / "knowledge" / "requirements.lock"):
        blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert blocks and all("==" in block and "--hash=sha256:" in block for block in blocks)


def test_every_dependency_says_what_it_is_for() -> None:
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    dependencies = [line for line in lines if re.match(r'    "[\w-]+[><=]=', line)]
    assert len(dependencies) > 10
    assert [line for line in dependencies if "#" not in line] == []


def test_commands_columns_and_suites_are_in_the_docs() -> None:
    from typer.main import get_command

    from bede.cli.app import app

    docs = {page.name: page.read_text(encoding="utf-8") for page in (ROOT / "docs").glob("*.md")}
    commands = vars(get_command(app))["commands"]
    assert [name for name in commands if f"## bede {name}\n" not in docs["cli.md"]] == []
    assert [c.name for c in COLUMNS if f"`{c.name}`" not in docs["records.md"]] == []
    assert [name for name in EXPORTS if f"`{name}`" not in docs["records.md"]] == []
    assert [name for name in SUITES if f"`{name}`" not in docs["quality.md"]] == []


def test_every_source_of_facts_is_credited() -> None:
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8")
    missing = [path.name for path in TABLES if not _credited(path, notice)]
    assert missing == []


def _credited(path: Path, notice: str) -> bool:
    """Whether NOTICE names a table, or its family; tables of our own rows need no credit."""
    if path.is_relative_to(BEDE / "ontology" / "plover"):
        return "bede/ontology/plover" in notice
    with path.open(encoding="utf-8", newline="") as file:
        sources = {row.get("source") or "?" for row in csv.DictReader(file)}
    own = sources <= {"Bede authors", "general knowledge"}
    return own or path.name in notice or re.sub(r"\d", "*", path.name) in notice
