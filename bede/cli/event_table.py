"""Events as a table, one a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rich import box
from rich.table import Table
from rich.text import Text

from bede.cli import wording
from bede.cli.marking import style_of
from bede.records import Coding, Event, Factuality

_WIDE = 120  # columns that a table with every field in a column of its own needs


def event_table(events: Iterable[tuple[Coding, Event]], ids: Mapping[str, str], width: int) -> Table:
    """The table of `bede show` for a terminal of `width` columns. `ids` holds the id to show for each."""
    return _wide(events, ids) if width >= _WIDE else _narrow(events, ids)


def _wide(events: Iterable[tuple[Coding, Event]], ids: Mapping[str, str]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("date", no_wrap=True)
    table.add_column("type, modes")
    table.add_column("actor → recipient", ratio=4)
    table.add_column("place", ratio=2)
    table.add_column("factuality", no_wrap=True)
    table.add_column("who says so", ratio=2)
    table.add_column("sure", justify="right", no_wrap=True)
    table.add_column("id", no_wrap=True)
    for coding, event in events:
        table.add_row(
            wording.date(event),
            Text(wording.event_type(event), style_of("act")),
            _sides(coding, event),
            wording.place(coding, event),
            Text(event.factuality.value, "" if event.factuality is Factuality.ACTUAL else "italic"),
            Text(wording.source(coding, event), "" if event.attributed_to else "dim"),
            f"{event.confidence:.2f}",
            ids[event.id],
        )
    return table


def _narrow(events: Iterable[tuple[Coding, Event]], ids: Mapping[str, str]) -> Table:
    """Two or three lines an event."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("date, id", no_wrap=True)
    table.add_column("type, sides, place, factuality, who says so, how sure")
    for coding, event in events:
        where = wording.place(coding, event)
        details = (
            f"in {where}" if where else "",
            event.factuality.value,
            wording.source(coding, event),
            f"{event.confidence:.2f}",
        )
        table.add_row(
            Text.assemble(wording.date(event), "\n", (ids[event.id], "dim")),
            Text("\n").join(
                (
                    Text(wording.event_type(event), style_of("act")),
                    _sides(coding, event),
                    Text(" · ".join(detail for detail in details if detail), "dim"),
                )
            ),
        )
    return table


def _sides(coding: Coding, event: Event) -> Text:
    text = Text()
    text.append(wording.entities(coding, event.actors) or wording.UNKNOWN, style_of("actor"))
    if event.recipients:
        text.append(" → ", "dim")
        text.append(wording.entities(coding, event.recipients), style_of("recipient"))
    return text
