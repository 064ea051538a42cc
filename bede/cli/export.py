"""`bede export`: events in a format of the field."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bede.cli.filters import with_filters
from bede.cli.stores import StoreOption, default

if TYPE_CHECKING:
    from bede.records import Coding
    from bede.store import EventFilter, Store


class Format(StrEnum):
    PLOVER = "plover"
    CSV = "csv"
    PARQUET = "parquet"


@with_filters(limit=0)
def export(
    target: Annotated[Path | None, typer.Argument(metavar="STORE", help="The store.")] = None,
    store: StoreOption = None,
    format: Annotated[
        Format, typer.Option("--format", help="PLOVER JSON lines, CSV or Parquet.")
    ] = Format.PLOVER,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to; standard output where left out.")
    ] = None,
    *,
    wanted: EventFilter,
) -> None:
    """Write events in a format of the field."""
    from bede.cli import wording
    from bede.exports import exporter
    from bede.store import Store

    with Store(target or store or default(), readonly=True) as opened:
        number = exporter(format.value).write(_chosen(opened, wanted), out or sys.stdout)
    if out:
        typer.echo(f"{wording.count(number, 'event')} written to {out}.", err=True)


def _chosen(store: Store, wanted: EventFilter) -> Iterator[Coding]:
    """The articles that hold events wanted, each with those events alone."""
    found = store.events(wanted, order="article")
    for _, group in groupby(found, key=lambda pair: pair[0].article.id):
        pairs = list(group)
        yield pairs[0][0].model_copy(update={"events": tuple(event for _, event in pairs)})
