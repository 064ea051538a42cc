"""`bede evaluate`: how good the coding is, measured."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def evaluate(
    suite: Annotated[str, typer.Argument(metavar="SUITE", help="What to measure, such as events.")],
    path: Annotated[
        Path, typer.Argument(metavar="PATH", help="The benchmark's file or folder, as published.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """Measure the coding on a benchmark."""
    from bede.evaluation import run

    report = run(suite, path)
    if as_json:
        typer.echo(report.json())
        return
    from rich import box
    from rich.table import Table

    from bede.cli.terminal import output

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("measure")
    table.add_column("value", justify="right")
    table.add_column("n", justify="right")
    for measure, value, count in report.rows:
        table.add_row(measure, f"{value:.3f}" if isinstance(value, float) else str(value), str(count))
    output().print(table)
