"""The option that names the event model, the same for every command that codes."""

from __future__ import annotations

from typing import Annotated

import typer

ModelOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="frames: the tables alone, fast. small: with the event model, which finds more and takes three "
        "times as long. Or a folder with a model of your own.",
    ),
]
