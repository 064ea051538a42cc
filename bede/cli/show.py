"""`bede show`: events as a table, or one event with the words behind every field."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bede.cli.filters import with_filters
from bede.cli.stores import StoreOption, split

if TYPE_CHECKING:
    from bede.store import EventFilter, Store


@with_filters(limit=100)
def show(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="STORE ID", help="A store, the id of an event or its beginning, or both."),
    ] = None,
    store: StoreOption = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="PLOVER JSON lines, with the whole record and its words.")
    ] = False,
    *,
    wanted: EventFilter,
) -> None:
    """Show events as a table, or one in its words.

    \b
    bede show news.bede --country IRQ --since 2020-01-03
    bede show news.bede 3f9a21
    """
    path, event_id = split(targets or [], store)
    from bede.store import Store

    with Store(path, readonly=True) as opened:
        if event_id:
            _one(opened, event_id, as_json)
        elif as_json:
            from bede.exports import plover_line

            for coding, event in opened.events(wanted):
                typer.echo(plover_line(coding, event))
        else:
            _table(opened, path, wanted)


def _one(store: Store, event_id: str, as_json: bool) -> None:
    coding, event = store.event(event_id)
    if as_json:
        from bede.exports import plover_line

        typer.echo(plover_line(coding, event))
        return
    from bede.cli.event_view import print_event

    print_event(coding, event)


def _table(store: Store, path: Path, wanted: EventFilter) -> None:
    from bede.cli import wording
    from bede.cli.event_table import event_table
    from bede.cli.terminal import output

    console = output()
    found = list(store.events(wanted))
    total = store.count(wanted)
    short = store.short_ids([event.id for _, event in found])
    if found:
        console.print(event_table(found, short, console.width))
    events = wording.count(total, "event")
    console.print(f"{len(found)} of {events}." if len(found) < total else f"{events}.")
    if len(found) < total:
        console.print("All of them: --limit 0. Fewer: filters, see bede show --help.")
    if found:
        console.print(f"One of them in its words: bede show {path} {short[found[0][1].id]}", markup=False)
