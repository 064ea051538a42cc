"""The shared tables: countries and their names, organisations, groups, roles, and who held which office when."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain

from bede.knowledge import tables
from bede.knowledge.holders import Holders, Holding
from bede.knowledge.index import NameHit, NameIndex, RoleHit, RoleIndex
from bede.knowledge.records import INTERNATIONAL, Country, Name, Person, Post, Role
from bede.knowledge.words import Word, fold, keys, word_set, words

__all__ = [
    "INTERNATIONAL", "Country", "Holders", "Holding", "Knowledge", "Name", "NameHit", "NameIndex", "Person", "Post",
    "Role", "RoleHit", "RoleIndex", "Word", "fold", "keys", "load", "word_set", "words",
]  # fmt: skip


class Knowledge:
    """All tables, each read when first asked for."""

    @cached_property
    def countries(self) -> dict[str, Country]:
        """States and territories by ISO 3166 alpha-3 code."""
        return tables.countries()

    @cached_property
    def names(self) -> NameIndex:
        """Names of countries, their people and capitals, and of organisations and groups."""
        return NameIndex(chain(tables.state_names(self.countries), tables.body_names()))

    @cached_property
    def places(self) -> NameIndex:
        """Names of cities and regions, with their country."""
        return NameIndex(tables.place_names())

    @cached_property
    def roles(self) -> RoleIndex:
        """Role nouns and titles."""
        return RoleIndex(tables.roles())

    @cached_property
    def holders(self) -> Holders:
        """People and the offices they held."""
        return Holders.from_table()

    @cached_property
    def given_names(self) -> dict[str, str]:
        """First names, folded, to "m" or "f"."""
        return {fold(name): gender for name, gender in tables.columns("given_names.csv", "name", "gender")}

    def country_name(self, iso3: str | None) -> str | None:
        """The short name of a country."""
        country = self.countries.get(iso3 or "")
        return country.name if country else None


@lru_cache(maxsize=1)
def load() -> Knowledge:
    """The tables of the package, read once."""
    return Knowledge()
