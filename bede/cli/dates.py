"""Dates as a user types them."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer


def day(text: str) -> dt.date:
    """A day written YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no day such as 2020-01-06.") from None


DayOption = Annotated[
    dt.date | None,
    typer.Option("--on", parser=day, metavar="DATE", help="Publication date, where the text tells none."),
]
