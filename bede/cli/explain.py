"""`bede explain`: how a text is coded, step by step."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer


def explain(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help='A sentence or a whole report; "-" for standard input.')
    ],
    on: Annotated[
        dt.datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], metavar="DATE", help="When it was published; needed to read 'on Sunday'."
        ),
    ] = None,
) -> None:
    """Show how a text is coded, step by step.

    Which names were found and what they resolve to, predicates and their sides, why a type, why nothing.
    """
    import sys

    import bede
    from bede.cli.explain_view import print_explanation

    given = sys.stdin.read() if text == "-" else text
    print_explanation(bede.load().explain(given, on.date() if on else None))
