"""Writes docs/cli.md from the program's own help: `python docs/generate_cli.py`."""

from __future__ import annotations

from pathlib import Path

import pages
from typer.main import get_command
from typer.testing import CliRunner

from bede.cli.app import app

PAGE = Path(__file__).with_name("cli.md")
_INTRODUCTION = """\
# The command line

Made by `python docs/generate_cli.py` from the program's help; do not edit it by hand.

Results go to standard output, messages and progress to standard error. Exit codes:

| code | meaning |
|---|---|
| 0 | all went well |
| 1 | `bede code` skipped something, which it names with the reason |
| 2 | nothing could start or be answered; the message says why and what to do |
| 130 | stopped by Ctrl-C; finished articles are kept |

The store is the argument that ends in `.bede`, else `--store`, else the variable `BEDE_STORE`, else the only
`*.bede` file in the folder.
"""


def page() -> str:
    """The whole page in Markdown."""
    names: list[str] = list(getattr(get_command(app), "commands"))  # noqa: B009  a group has commands
    sections = [_INTRODUCTION, _section("bede", [])]
    sections += [_section(f"bede {name}", [name]) for name in names]
    return "\n".join(sections)


def _section(title: str, arguments: list[str]) -> str:
    shown = CliRunner().invoke(app, [*arguments, "--help"], prog_name="bede", terminal_width=100, color=False)
    return f"## {title}\n\n```text\n{shown.output.strip()}\n```\n"


if __name__ == "__main__":
    pages.main(PAGE, page())
