"""`bede ontology`: the types, modes, contexts and codes that events are described with."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def ontology(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help="types, modes, contexts, sectors, actor-codes, cameo, cameo-reverse, or one entry of these.",
        ),
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Option("--folder", metavar="FOLDER", help="An ontology of your own instead of PLOVER 2.0."),
    ] = None,
) -> None:
    """Print the ontology: types, modes, codes.

    PLOVER 2.0: all types at a glance, one of its lists, or one entry in full.
    """
    from rich import box
    from rich.table import Table

    from bede.cli.terminal import output
    from bede.ontology import describe, load

    console = output()
    for table in describe(name, load(folder) if folder else None):
        shown = Table(title=table.title, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
        for head in table.header:
            shown.add_column(head)
        for row in table.rows:
            shown.add_row(*row)
        console.print(shown, markup=False)
