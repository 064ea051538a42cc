"""Writes docs/figures.md from quality.toml: `python docs/generate_figures.py`."""

from __future__ import annotations

from pathlib import Path

import pages

from bede.evaluation.gate import Figure, groups, read_figures

PAGE = Path(__file__).with_name("figures.md")
FLOORS = Path(__file__).parent.parent / "quality.toml"
_INTRODUCTION = """\
# Figures

Made by `python docs/generate_figures.py` from `quality.toml`; do not edit it by hand. What the measures mean,
and what the errors are, stands in [quality.md](quality.md). Brackets: 95 % bootstrap interval over articles.
The tests fail below the floor. `data/` is the folder of benchmark data, no part of the repository.
"""


def page() -> str:
    """The whole page in Markdown."""
    return "\n".join([_INTRODUCTION, *(_section(group) for group in groups(read_figures(FLOORS)))])


def _section(figures: list[Figure]) -> str:
    first = figures[0]
    head = f"## {first.suite}: {first.data}\n\n`bede evaluate {first.suite} {first.data}`\n\n"
    rows = [(f.measure, shown(f), str(f.n), f"{f.floor:.3f}", str(f.date)) for f in figures]
    return head + pages.table(("measure", "value", "n", "floor", "measured on"), rows) + "\n"


def shown(figure: Figure) -> str:
    """The value with its interval where there is one."""
    if figure.low is None or figure.high is None:
        return f"{figure.measured:.3f}"
    return f"{figure.measured:.3f} [{figure.low:.2f}, {figure.high:.2f}]"


if __name__ == "__main__":
    pages.main(PAGE, page())
