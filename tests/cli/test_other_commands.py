"""The program as a whole, and the commands that need no store."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from typer.main import get_command
from typer.testing import Result

from bede.cli.app import app

Bede = Callable[..., Result]
DOCS = Path(__file__).parents[2] / "docs"


def test_version_and_help(bede: Bede) -> None:
    assert bede("--version").stdout.startswith("bede 0")
    shown = bede("--help").stdout
    for command in ("code", "show", "article", "explain", "export", "ontology", "evaluate"):
        assert command in shown
        assert "Usage: bede" in bede(command, "--help").stdout.replace("root", "bede")


def test_help_loads_no_models() -> None:
    code = "import sys, bede.cli.app; print({'spacy', 'pyarrow', 'pydantic'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"


def test_a_sentence_is_explained(bede: Bede) -> None:
    result = bede("explain", "Iran condemned the American airstrike on Friday.", "--on", "2020-01-06")
    assert result.exit_code == 0, result.output
    for word in ("Iran", "ACCUSE", "2020-01-03"):
        assert word in result.stdout


def test_no_event_is_explained_too(bede: Bede) -> None:
    result = bede("explain", "The weather in Paris was mild.", "--on", "2020-01-06")
    assert result.exit_code == 0
    assert "No event" in result.stdout


def test_the_ontology_is_printed(bede: Bede) -> None:
    assert "ASSAULT" in bede("ontology").stdout
    assert "expel" in bede("ontology", "sanction").stdout
    result = bede("ontology", "cheese")
    assert result.exit_code == 2
    assert "cheese" in result.stderr


def test_evaluation_of_an_unknown_suite_is_told(bede: Bede, tmp_path: Path) -> None:
    result = bede("evaluate", "weather", tmp_path)
    assert result.exit_code == 2
    assert "weather" in result.stderr


def test_every_command_is_in_the_docs() -> None:
    spec = importlib.util.spec_from_file_location("generate_cli", DOCS / "generate_cli.py")
    assert spec and spec.loader
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    page = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name in getattr(get_command(app), "commands"):  # noqa: B009  a group has commands
        assert f"## bede {name}\n" in page
    assert page == generate.page(), "run: python docs/generate_cli.py"
