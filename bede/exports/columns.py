"""The columns of the flat table, declared once for CSV, Parquet and the docs: one row an event.

Change a column's name, meaning or place, and `TABLE_VERSION` goes up by one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bede.exports.words import one_line, sentence_span
from bede.records import Coding, Entity, Event, Size, Where

TABLE_VERSION = 1

Value = str | int | float | bool | list[str | None] | None
Read = Callable[[Coding, Event], Value]


class Kind(StrEnum):
    """What a column holds."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    FLAG = "flag"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Column:
    """A name, what kind of cell, what it means, and how it is read off an event."""

    name: str
    kind: Kind
    description: str
    read: Read

    def value(self, coding: Coding, event: Event) -> Value:
        """The cell: None for nothing to tell, text on one line, lists with None for unknown items."""
        value = self.read(coding, event)
        if isinstance(value, str):
            return one_line(value) or None
        if isinstance(value, list):
            return [one_line(item or "") or None for item in value]
        return value


def _side(side: str, entities: Callable[[Event], tuple[Entity, ...]]) -> tuple[Column, ...]:
    """The columns of one side. Their lists run in step: one item for each entity."""

    def column(name: str, description: str, read: Callable[[Coding, Entity], str | None]) -> Column:
        def items(coding: Coding, event: Event) -> list[str | None]:
            return [read(coding, entity) for entity in entities(event)]

        return Column(f"{side}_{name}", Kind.LIST, f"{description}, one item for each {side}", items)

    return (
        column("names", "resolved names", lambda c, x: x.name),
        column("countries", "ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC", lambda c, x: x.country),
        column(
            "sectors", "PLOVER sectors, primary first, ; between several", lambda c, x: ";".join(x.sectors)
        ),
        column("words", "the words in the text, empty for a side only implied", lambda c, x: c.words(x.span)),
        column("ids", "Wikidata ids where known, else ids of Bede's own", lambda c, x: x.id),
        column("offices", "titles or offices", lambda c, x: x.office),
    )


def _count(
    name: str, what: str, read: Callable[[Size], tuple[int, int | None] | None]
) -> tuple[Column, Column]:
    """A number as two columns: equal when exact, the second empty for "at least"."""

    def end(event: Event, index: int) -> int | None:
        pair = read(event.size)
        return pair[index] if pair else None

    return (
        Column(f"{name}_low", Kind.INTEGER, f"{what}: this many or more", lambda c, e: end(e, 0)),
        Column(
            f"{name}_high", Kind.INTEGER, f"{what}: at most; empty for no upper bound", lambda c, e: end(e, 1)
        ),
    )


def _place(name: str, kind: Kind, description: str, read: Callable[[Coding, Where], Value]) -> Column:
    return Column(name, kind, description, lambda c, e: read(c, e.where) if e.where else None)


def _attributed(coding: Coding, event: Event) -> str | None:
    source = event.attributed_to
    return (source.name or coding.words(source.span)) if source else None


def _published(coding: Coding, event: Event) -> str | None:
    published = coding.article.published
    return published.isoformat() if published else None


COLUMNS: tuple[Column, ...] = (
    Column("event_id", Kind.TEXT, "the event's id", lambda c, e: e.id),
    Column("article_id", Kind.TEXT, "the id of the article it was found in", lambda c, e: c.article.id),
    Column("title", Kind.TEXT, "the article's headline", lambda c, e: c.article.title),
    Column("outlet", Kind.TEXT, "who published this copy", lambda c, e: c.article.outlet),
    Column("agencies", Kind.LIST, "whose copy it is, outermost first", lambda c, e: list(c.article.agencies)),
    Column("byline", Kind.TEXT, "the reporter named", lambda c, e: c.article.byline),
    Column("published", Kind.TEXT, "when the article appeared, ISO 8601 date or time", _published),
    Column("url", Kind.TEXT, "where the article was found", lambda c, e: c.article.url),
    Column("type", Kind.TEXT, "one of the 16 PLOVER types", lambda c, e: e.type),
    Column("modes", Kind.LIST, "PLOVER modes", lambda c, e: list(e.modes)),
    Column(
        "quad",
        Kind.INTEGER,
        "1 verbal, 2 material cooperation, 3 verbal, 4 material conflict",
        lambda c, e: e.quad,
    ),
    Column("intensity", Kind.NUMBER, "PLOVER score, -10 hostile to 10 cooperative", lambda c, e: e.intensity),
    Column("contexts", Kind.LIST, "PLOVER contexts", lambda c, e: list(e.contexts)),
    *_side("actor", lambda e: e.actors),
    *_side("recipient", lambda e: e.recipients),
    Column(
        "date",
        Kind.TEXT,
        "the act's day, month or year, ISO 8601; empty when untold",
        lambda c, e: e.when.value,
    ),
    Column("date_precision", Kind.TEXT, "day, month or year", lambda c, e: e.when.precision),
    Column("date_words", Kind.TEXT, "the words that tell the date", lambda c, e: c.words(e.when.span)),
    _place("place_name", Kind.TEXT, "where the act took place, resolved name", lambda c, w: w.name),
    _place("place_words", Kind.TEXT, "the words that tell the place", lambda c, w: c.words(w.span)),
    _place("place_admin1", Kind.TEXT, "its province or state", lambda c, w: w.admin1),
    _place("place_country", Kind.TEXT, "its country, ISO 3166 alpha-3", lambda c, w: w.country),
    _place("place_feature", Kind.TEXT, "kind of place: country, city, airport ...", lambda c, w: w.feature),
    _place("latitude", Kind.NUMBER, "degrees north", lambda c, w: w.lat),
    _place("longitude", Kind.NUMBER, "degrees east", lambda c, w: w.lon),
    _place("geonames_id", Kind.INTEGER, "GeoNames id", lambda c, w: w.geonames_id),
    Column(
        "factuality", Kind.TEXT, "actual, future, hypothetical or negated", lambda c, e: e.factuality.value
    ),
    Column("historical", Kind.FLAG, "whether it is background, long past", lambda c, e: e.historical),
    Column("attributed_to", Kind.TEXT, "whose word it is; empty: the article's own", _attributed),
    Column("via_agency", Kind.TEXT, "the agency through which the copy came", lambda c, e: e.agency),
    *_count("dead", "people killed", lambda size: size.dead),
    *_count("injured", "people hurt", lambda size: size.injured),
    *_count("arrested", "people arrested", lambda size: size.arrested),
    *_count("participants", "people taking part", lambda size: size.participants),
    Column("trigger", Kind.TEXT, "the word that tells the act", lambda c, e: c.words(e.trigger)),
    Column(
        "trigger_start", Kind.INTEGER, "its first character, counted from 0", lambda c, e: e.trigger.start
    ),
    Column("trigger_end", Kind.INTEGER, "one past its last character", lambda c, e: e.trigger.end),
    Column("mentions", Kind.INTEGER, "how often the article tells it", lambda c, e: 1 + len(e.mentions)),
    Column("sentence", Kind.TEXT, "the sentence that tells it", lambda c, e: c.words(sentence_span(e))),
    Column("confidence", Kind.NUMBER, "probability that type and sides are right", lambda c, e: e.confidence),
    Column("coder", Kind.TEXT, "version of Bede", lambda c, e: c.version),
    Column("table_version", Kind.INTEGER, "version of these columns", lambda c, e: TABLE_VERSION),
)


def row(coding: Coding, event: Event) -> list[Value]:
    """One event in the order of `COLUMNS`."""
    return [column.value(coding, event) for column in COLUMNS]
