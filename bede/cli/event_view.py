"""One event: its fields, and the article's words around every one of them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bede.cli import wording
from bede.cli.marking import Mark, event_marks, excerpts, marked, style_of
from bede.cli.terminal import coloured, output
from bede.ontology import QUADS
from bede.records import Coding, Entity, Event, Factuality


def print_event(coding: Coding, event: Event) -> None:
    """The whole view on standard output."""
    console = output()
    article = coding.article
    console.print(Text(wording.one_line(article.title) or "(untitled)", "bold"))
    about = (article.outlet, *article.agencies, article.published, article.url)
    console.print(Text(" · ".join(dict.fromkeys(str(part) for part in about if part)), "dim"))
    console.print()
    console.print(_fields(coding, event))
    print_words(console, coding, event)
    console.print(Text(f"event {event.id} · article {article.id} · coded by Bede {coding.version}", "dim"))


def print_words(console: Console, coding: Coding, event: Event) -> None:
    """The sentences that tell an event, its words marked, and the legend."""
    marks = event_marks(event)
    console.print()
    for part in excerpts(coding, event, marks):
        words = marked(coding.article.text, marks, coloured(console), part)
        console.print(words, soft_wrap=not console.is_terminal)
        console.print()
    if coloured(console):
        console.print(legend(marks))


def legend(marks: list[Mark]) -> Text:
    """The fields in their colours."""
    fields = dict.fromkeys(mark.field for mark in sorted(marks))
    return Text("  ").join(Text(field, style_of(field)) for field in fields)


def _fields(coding: Coding, event: Event) -> Table:
    table = Table.grid(padding=(0, 2))
    for name, value, field in _rows(coding, event):
        if value:
            table.add_row(Text(name, "dim"), Text(value, style_of(field) if field else ""))
    return table


def _rows(coding: Coding, event: Event) -> Iterator[tuple[str, str, str]]:
    """Name, value, and the field that lends its colour."""
    yield "event", wording.event_type(event), "act"
    yield "kind", f"{QUADS[event.quad]}, intensity {event.intensity:g}", ""
    yield "contexts", ", ".join(event.contexts), ""
    for name, sides in (("actor", event.actors), ("recipient", event.recipients)):
        for who in sides:
            yield name, _entity(coding, who), name
    yield "date", _because(wording.date(event), event.when.basis), "date"
    if event.where:
        where = event.where
        point = (
            f"{where.lat:.2f}, {where.lon:.2f}" if where.lat is not None and where.lon is not None else None
        )
        geonames = f"GeoNames {where.geonames_id}" if where.geonames_id else None
        yield (
            "place",
            _because(wording.place(coding, event), where.feature, point, geonames, where.basis),
            "place",
        )
    factuality = event.factuality.value + (", historical" if event.historical else "")
    yield (
        "factuality",
        factuality if event.factuality is not Factuality.ACTUAL or event.historical else "actual",
        "",
    )
    if event.attributed_to:
        yield "said by", _entity(coding, event.attributed_to), "source"
    else:
        yield "said by", "the article itself", ""
    yield "agency", event.agency or "", ""
    yield "size", wording.size(event.size), "size"
    yield "confidence", f"{event.confidence:.2f}", ""


def _entity(coding: Coding, who: Entity) -> str:
    nationality = f"nationality {who.nationality}" if who.nationality else None
    return _because(wording.entity(coding, who), who.office, nationality, who.id, who.basis)


def _because(value: str, *details: str | None) -> str:
    said = "; ".join(detail for detail in details if detail)
    return f"{value} - {said}" if said else value
