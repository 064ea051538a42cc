"""Reading the tables of `bede/data` into records."""

from __future__ import annotations

import csv
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib.resources import files

from bede.errors import BedeError
from bede.knowledge.index import Entry
from bede.knowledge.records import Country, Name, Role
from bede.knowledge.words import keys

BODIES = ("organisations.csv", "armed_groups.csv", "parties.csv")
# Capitals whose names are more often those of persons, parks or other towns.
WEAK_CAPITALS = frozenset(
    [
        "Victoria",
        "Kingston",
        "Hamilton",
        "Georgetown",
        "George Town",
        "San Jose",
        "San José",
        "Stanley",
        "Douglas",
        "St. George's",
        "Saint George's",
        "St. John's",
        "Saint John's",
        "Jamestown",
        "Male",
        "Road Town",
        "Plymouth",
        "The Valley",
        "Gibraltar",
        "Santo Domingo",
        "Santiago",
        "Singapore",
        "Monaco",
        "Luxembourg",
        "Guatemala City",
        "Kuwait City",
        "Panama City",
        "Hong Kong",
        "Saipan",
        "Gustavia",
        "Bern",
        "Praia",
        "Nassau",
    ]
)


@contextmanager
def collector_paused() -> Iterator[None]:
    """Tables are many small objects that all stay; looking for garbage among them doubles the time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def columns(table: str, *names: str) -> Iterator[tuple[str, ...]]:
    """The named columns of a table, row by row. Raises BedeError where the installation lacks it."""
    try:
        text = files("bede.data").joinpath(table).read_text(encoding="utf-8")
    except OSError as error:
        raise BedeError(
            f"The table {table} is missing from this installation; install Bede again."
        ) from error
    reader = csv.reader(text.splitlines())
    header = next(reader)
    places = [header.index(name) for name in names]
    for row in reader:
        yield tuple([row[i] for i in places])


def cell(text: str) -> tuple[str, ...]:
    """Members of a cell that lists several, separated by a bar."""
    return tuple(text.split("|")) if text else ()


def countries() -> dict[str, Country]:
    """All states and territories by code."""
    wanted = (
        "iso3",
        "iso2",
        "name",
        "official_name",
        "alt_names",
        "demonyms",
        "capitals",
        "wikidata_id",
        "status",
        "actor",
        "source",
    )
    found = {}
    for iso3, iso2, name, official, alt, demonyms, capitals, wikidata, status, actor, source in columns(
        "countries.csv", *wanted
    ):
        names = tuple(dict.fromkeys([name, *cell(official), *cell(alt)]))
        found[iso3] = Country(
            iso3, iso2, name, names, cell(demonyms), cell(capitals), wikidata, status, actor, source
        )
    return found


def state_names(states: dict[str, Country]) -> Iterator[Entry]:
    """Every name of every country, with what it means."""
    for state in states.values():
        weak = 0 if state.status in {"country", "partially recognised", "organisation"} else 1
        weak = 0 if state.iso3 in {"HKG", "GRL", "PRI"} else weak
        for kind, names in (
            ("country", state.names),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
        ):
            for name in names:
                strength = 3 if kind == "capital" and (name in WEAK_CAPITALS or weak) else weak
                meaning = Name(kind, state.name, state.actor, (), state.wikidata_id, strength, state.source)
                yield " ".join(keys(name)), name, partial(_given, meaning)


def _given(meaning: Name) -> Name:
    return meaning


def body_names() -> Iterator[Entry]:
    """Every name of every organisation, group, party, outlet and metonym. Several bodies may share one."""
    wanted = ("name", "aliases", "keys", "country", "sectors", "kind", "wikidata_id", "source")
    for table in BODIES:
        for name, aliases, found, country, sectors, kind, wikidata, source in columns(table, *wanted):
            meaning = _Lazy(name, country, sectors, kind, wikidata, source)
            for key, written in zip(
                found.split("|"), (name.partition(" (")[0], *cell(aliases)), strict=False
            ):
                yield key, written, meaning


class _Lazy:
    """A body made on demand, once."""

    __slots__ = ("_made", "_row")

    def __init__(self, *row: str) -> None:
        self._row = row
        self._made: Name | None = None

    def __call__(self) -> Name:
        if self._made is None:
            name, country, sectors, kind, wikidata, source = self._row
            weak = 0 if source == "Bede authors" else 1 if "Bede" in source or "CIA" in source else 2
            self._made = Name(kind, name, country, cell(sectors), wikidata, weak, source)
        return self._made


def place_names() -> Iterator[Entry]:
    """Cities and regions, largest first. Small ones are weaker."""
    for key, name, country, kind, weight in columns(
        "subnational.csv", "key", "name", "country", "kind", "weight"
    ):
        yield key, name, partial(Name, kind, name, country, (), "", 3 if int(weight) >= 300_000 else 4)


def roles() -> Iterator[Role]:
    """Role nouns, lower case."""
    for term, sectors, kind in columns("roles.csv", "term", "sectors", "kind"):
        yield Role(term, cell(sectors), kind)
