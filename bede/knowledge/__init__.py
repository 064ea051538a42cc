"""The shared tables: countries and their names, organisations, groups, roles, and who held which office
when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from itertools import chain

from bede.knowledge import tables, user
from bede.knowledge.holders import Holders, Holding
from bede.knowledge.index import NameHit, NameIndex, RoleHit, RoleIndex
from bede.knowledge.records import INTERNATIONAL, Country, Name, Person, Post, Role
from bede.knowledge.words import Word, fold, keys, slug, word_set, words

__all__ = [
    "INTERNATIONAL",
    "Country",
    "Holders",
    "Holding",
    "Knowledge",
    "Name",
    "NameHit",
    "NameIndex",
    "Person",
    "Post",
    "Role",
    "RoleHit",
    "RoleIndex",
    "Word",
    "fold",
    "keys",
    "load",
    "slug",
    "word_set",
    "words",
]


class Knowledge:
    """All tables, each read when first asked for."""

    @cached_property
    def countries(self) -> dict[str, Country]:
        """States and territories by ISO 3166 alpha-3 code."""
        return tables.countries()

    @cached_property
    def names(self) -> NameIndex:
        """Names of countries, their people and capitals, and of organisations and groups."""
        with tables.collector_paused():
            return NameIndex(chain(tables.state_names(self.countries), tables.body_names()))

    @cached_property
    def places(self) -> NameIndex:
        """Names of cities and regions, with their country."""
        with tables.collector_paused():
            return NameIndex(tables.place_names())

    @cached_property
    def roles(self) -> RoleIndex:
        """Role nouns and titles."""
        return RoleIndex(tables.roles())

    @cached_property
    def holders(self) -> Holders:
        """People and the offices they held."""
        with tables.collector_paused():
            return Holders.from_table()

    @cached_property
    def given_names(self) -> dict[str, str]:
        """First names, folded, to "m" or "f"."""
        return {fold(name): gender for name, gender in tables.columns("given_names.csv", "name", "gender")}

    def add(self, rows: Iterable[Mapping[str, str]]) -> list[str]:
        """Enter a user's own rows, which win; see `bede.knowledge.user.faults` for the columns.

        Returns what is wrong with bad rows, which are left out. Not for the shared tables of `load()`.
        """
        messages = []
        for number, row in enumerate(rows, start=1):
            wrong = user.faults(row, number, self.countries)
            messages += wrong
            if wrong:
                continue
            if user.is_person(row):
                self.holders.add(
                    row["name"],
                    row.get("aliases") or "",
                    row.get("country") or "",
                    row.get("office") or "",
                    row.get("sectors") or "",
                    row.get("start") or "",
                    row.get("end") or "",
                    row.get("id") or "",
                    user.SOURCE,
                )
            else:
                for entry in user.entries(row):
                    self.names.add(*entry)
        return messages

    def country_name(self, iso3: str | None) -> str | None:
        """The short name of a country."""
        country = self.countries.get(iso3 or "")
        return country.name if country else None


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """The tables of the package, read once."""
    return Knowledge()
