"""Reports in files, and a store made from them by the command itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bede.cli.app import app

REPORTS = {
    "airport.txt": (
        "Commander dies\n\n"
        "BAGHDAD, Jan 3, 2020 - An American airstrike killed Qasem Soleimani near Baghdad airport on Friday."
        "\n\n"
        "Iraq condemned the attack. The Foreign Ministry of Iran said that Tehran would respond.\n"
    ),
    "vote.txt": (
        "Lawmakers want foreign troops out\n\n"
        "BAGHDAD, Jan 6, 2020 - Iraq's parliament called on the government on Sunday to expel US troops.\n"
    ),
    "march.txt": (
        "Protesters march in Ecuador\n\n"
        "QUITO, Oct 8, 2019 - Thousands of protesters marched against the government in Quito on Tuesday.\n"
    ),
}


@pytest.fixture(scope="session")
def bede() -> Callable[..., Result]:
    """Runs the program with the given arguments."""
    runner = CliRunner()

    def run(*arguments: object, input: str | bytes | None = None, **environment: str) -> Result:
        return runner.invoke(
            app, [str(argument) for argument in arguments], input=input, env={"COLUMNS": "160", **environment}
        )

    return run


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three reports."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(bede: Callable[..., Result], reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of these reports."""
    path = tmp_path_factory.mktemp("store") / "news.bede"
    result = bede("code", reports, "--to", path)
    assert result.exit_code == 0, result.output
    return path


def lines(output: str) -> list[dict[str, object]]:
    """JSON lines, read."""
    return [json.loads(line) for line in output.splitlines()]
