"""`bede code`: articles in, event records out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from bede.cli.dates import DayOption
from bede.cli.models import ModelOption
from bede.errors import BedeError, NowhereToWrite

SKIPPED, INTERRUPTED = 1, 130  # exit codes


def code(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Text, HTML, JSON lines, CSV or TSV files, folders of these, or - for standard input.",
        ),
    ],
    to: Annotated[
        Path | None, typer.Option(metavar="STORE", help="The store to write to, such as news.bede.")
    ] = None,
    on: DayOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write PLOVER JSON lines to standard output; needs no store.")
    ] = False,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Outlet of articles that name none.")
    ] = None,
    column: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=NAME", help="Where a field is, such as title=headline. May be repeated."),
    ] = None,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, metavar="0..1", help="Leave out events less sure than this.")
    ] = 0.0,
    processes: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Worker processes. Left out: as many as pay.")
    ] = None,
    model: ModelOption = "frames",
    recode: Annotated[
        bool, typer.Option("--recode", help="Code anew what is in the store already. Reviews stay.")
    ] = False,
) -> None:
    """Code articles into events.

    An article that is in the store already is left as it is, so a run that was stopped is gone on with by
    the same command. Exit code 1 when anything was skipped, 2 when nothing could start.
    """
    if to is None and not as_json:
        raise NowhereToWrite
    from bede.cli.run import Settings, run_to

    settings = Settings(
        paths=paths,
        on=on,
        outlet=outlet,
        columns=_columns(column or []),
        min_confidence=min_confidence,
        processes=processes,
        recode=recode,
        model=model,
    )
    outcome = run_to(settings, to, as_json)
    if outcome.interrupted:
        raise typer.Exit(INTERRUPTED)
    if outcome.counts.skipped or outcome.failed:
        raise typer.Exit(SKIPPED)


def _columns(given: list[str]) -> dict[str, str]:
    columns = {}
    for pair in given:
        field, equals, name = pair.partition("=")
        if not equals or not field.strip() or not name.strip():
            raise BedeError(f"--column {pair!r} should be FIELD=NAME, such as title=headline.")
        columns[field.strip()] = name.strip()
    return columns
