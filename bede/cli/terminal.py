"""Where commands write to."""

from __future__ import annotations

import os

from rich.console import Console

_WIDE = 160  # columns of a table that is written to a file or another program


def output() -> Console:
    """Standard output: as wide as the terminal, or wide enough for a table where it is none."""
    console = Console(highlight=False, soft_wrap=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console = Console(highlight=False, width=_WIDE)
    return console


def messages() -> Console:
    """Standard error."""
    return Console(stderr=True, highlight=False, soft_wrap=True)


def coloured(console: Console) -> bool:
    """Whether colours will be seen."""
    return console.color_system is not None and not console.no_color
