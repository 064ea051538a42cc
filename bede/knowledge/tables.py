"""Reading the tables of `bede/data`, and a user's own rows, into records."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files

from bede.errors import BedeError
from bede.knowledge.records import Country, Name, Person, Post, Role
from bede.knowledge.words import fold

BODIES = ("organisations.csv", "armed_groups.csv", "parties.csv")


def rows(table: str) -> Iterator[dict[str, str]]:
    """Rows of a table of the package. Raises BedeError where the installation lacks it."""
    path = files("bede.data").joinpath(table)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise BedeError(
            f"The table {table} is missing from this installation; install Bede again."
        ) from error
    return iter(csv.DictReader(text.splitlines()))


def columns(table: str, *names: str) -> Iterator[tuple[str, ...]]:
    """The named columns of a table, row by row: quicker than dicts for the long tables."""
    text = files("bede.data").joinpath(table).read_text(encoding="utf-8")
    reader = csv.reader(text.splitlines())
    header = next(reader)
    places = [header.index(name) for name in names]
    for row in reader:
        yield tuple(row[i] for i in places)


def cell(text: str) -> tuple[str, ...]:
    """Members of a cell that lists several, separated by a bar."""
    return tuple(part for part in text.split("|") if part)


def countries() -> dict[str, Country]:
    """All states and territories by code."""
    found = {}
    for row in rows("countries.csv"):
        names = tuple(dict.fromkeys([row["name"], *cell(row["official_name"]), *cell(row["alt_names"])]))
        found[row["iso3"]] = Country(
            row["iso3"], row["iso2"], row["name"], names, cell(row["demonyms"]), cell(row["capitals"]),
            row["wikidata_id"], row["status"], row["actor"], row["source"],
        )  # fmt: skip
    return found


def state_names(states: dict[str, Country]) -> Iterator[tuple[str, Name]]:
    """Every name of every country, with what it means."""
    for state in states.values():
        weak = 0 if state.status in {"country", "partially recognised", "organisation"} else 1
        for kind, names in (
            ("country", state.names),
            ("demonym", state.demonyms),
            ("capital", state.capitals),
        ):
            for name in names:
                yield name, Name(kind, state.name, state.actor, (), state.wikidata_id, weak, state.source)


def body_names() -> Iterator[tuple[str, Name]]:
    """Every name of every organisation, group, party, outlet and metonym."""
    for table in BODIES:
        wanted = ("name", "aliases", "country", "sectors", "kind", "wikidata_id", "source")
        for name, aliases, country, sectors, kind, wikidata, source in columns(table, *wanted):
            weak = 0 if "Bede" in source else 1 if "CIA" in source else 2
            meaning = Name(kind, name, country, cell(sectors), wikidata, weak, source)
            yield name.partition(" (")[0], meaning
            for alias in cell(aliases):
                yield alias, meaning


def place_names() -> Iterator[tuple[str, Name]]:
    """Cities and regions, largest first."""
    for name, country, kind in columns("subnational.csv", "name", "country", "kind"):
        yield name, Name(kind, name, country, strength=3)


def roles() -> dict[str, Role]:
    """Role nouns by term, lower case."""
    return {
        fold(term): Role(term, cell(sectors), kind)
        for term, sectors, kind in columns("roles.csv", "term", "sectors", "kind")
    }


def people() -> dict[str, Person]:
    """Everybody who held an office, by Wikidata id, else by folded name and country."""
    found: dict[str, Person] = {}
    by_name: dict[tuple[str, str], str] = {}
    wanted = ("person", "aliases", "country", "office", "sectors", "rank", "start", "end", "as_of", "wikidata_id",
              "source")  # fmt: skip
    for name, aliases, country, office, sectors, rank, start, end, as_of, wikidata, source in columns(
        "office_holders.csv", *wanted
    ):
        same = (fold(name), country)
        key = by_name.get(same) or wikidata or f"{same[0]} {country}"
        person = found.get(key)
        if person is None:
            person = found[key] = Person(name, wikidata, cell(aliases))
        elif aliases:
            person.aliases = tuple(dict.fromkeys(person.aliases + cell(aliases)))
        if wikidata and not person.id:
            person.id = wikidata
        by_name[same] = key
        person.posts.append(Post(office, country, cell(sectors), int(rank), start, end, as_of, source))
    return found
