"""`bede explain`: how a text is coded, step by step."""

from __future__ import annotations

from typing import Annotated

import typer

from bede.cli.dates import DayOption
from bede.cli.models import ModelOption


def explain(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help='A sentence or a whole report; "-" for standard input.')
    ],
    on: DayOption = None,
    model: ModelOption = "frames",
) -> None:
    """Show how a text is coded, step by step.

    Which names were found and what they resolve to, predicates and their sides, why a type, why nothing.
    """
    import sys

    import bede
    from bede.cli.explain_view import print_explanation

    given = sys.stdin.read() if text == "-" else text
    print_explanation(bede.load(model).explain(given, on))
