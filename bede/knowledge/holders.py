"""Office-holders: who a name is on a day, and who holds an office on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bede.knowledge.records import Person, Post
from bede.knowledge.tables import cell, columns
from bede.knowledge.words import fold, keys, word_set

_COLUMNS = (
    "person",
    "aliases",
    "key",
    "country",
    "office",
    "sectors",
    "rank",
    "start",
    "end",
    "as_of",
    "wikidata_id",
    "source",
)
_Row = tuple[str, ...]
# Words of an office's title that do not tell one office from another.
_EMPTY = word_set("of the for and affairs national states to in federal state's union republic")
_SAME = {
    "defense": "defence",
    "external": "foreign",
    "premier": "prime",
    "internal": "interior",
    "home": "interior",
    "treasury": "finance",
    "chairman": "chair",
    "chairperson": "chair",
    "advisor": "adviser",
}


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office on a day; `left` where the office had been given up by then."""

    person: Person
    post: Post
    left: bool = False


@lru_cache(maxsize=20_000)
def office_key(office: str) -> frozenset[str]:
    """The telling words of an office: "Minister of Foreign Affairs" and "foreign minister" have one key."""
    found = re.findall(r"\w+", fold(office.replace("-", " ").replace("Secretary of State for", "Secretary")))
    if {"secretary", "state"} <= set(found):
        return frozenset(["secretary", "state"])
    telling = {_SAME.get(word, word) for word in found} - _EMPTY - {"state"}
    return frozenset(telling | {"minister"} if telling == {"prime"} else telling)


class Holders:
    """Look-up by name and by office. People are made from the table's rows when first asked for."""

    def __init__(self, rows: Iterable[_Row]) -> None:
        self._surnames: dict[str, list[_Row]] = {}
        self._countries: dict[str, list[_Row]] = {}
        self._made: dict[str, list[Person]] = {}
        self._by_country: dict[str, list[Person]] = {}
        self._held: dict[tuple[str, frozenset[str], str | None], Holding | None] = {}
        for row in rows:
            self._enter(row)

    @classmethod
    def from_table(cls) -> Holders:
        """All of `office_holders.csv`."""
        return cls(columns("office_holders.csv", *_COLUMNS))

    def _enter(self, row: _Row) -> None:
        surname = row[2].rpartition(" ")[2]
        self._surnames.setdefault(surname, []).append(row)
        self._countries.setdefault(row[3], []).append(row)
        if row[1]:
            for alias in {keys(alias)[-1] for alias in cell(row[1]) if keys(alias)} - {surname}:
                self._surnames.setdefault(alias, []).append(row)

    def add(
        self,
        name: str,
        aliases: str,
        country: str,
        office: str,
        sectors: str,
        start: str,
        end: str,
        id: str,
        source: str,
    ) -> None:
        """Enter a user's row. Lists are separated by bars, dates are ISO."""
        key = " ".join(keys(name))
        self._enter((name, aliases, key, country, office, sectors, "1", start, end, "", id, source))
        self._made.clear()
        self._by_country.clear()
        self._held.clear()

    def surnamed(self, surname: str) -> list[Person]:
        """People of this surname, or with an alias that ends in it."""
        found = self._made.get(surname)
        if found is None:
            found = self._made[surname] = _people(self._surnames.get(surname, ()))
        return found

    def named(self, parts: tuple[str, ...]) -> list[Person]:
        """People of exactly this name, as folded words."""
        return [person for person in self.surnamed(parts[-1]) if parts in person.keys]

    def similar(self, parts: tuple[str, ...]) -> list[Person]:
        """People of this name, or of one that has all its words or lacks some of them."""
        exact = self.named(parts)
        if exact or len(parts) < 2:
            return exact
        mine = set(parts)
        return [
            person
            for person in self.surnamed(parts[-1])
            if any(len(other) > 1 and (mine <= set(other) or set(other) <= mine) for other in person.keys)
        ]

    def on(self, person: Person, day: str | None) -> Holding | None:
        """What a person was on a day: the office held, else the last one left."""
        post = person.post_on(day)
        if post is not None:
            return Holding(person, post)
        past = person.last_before(day) if day else None
        return Holding(person, past, left=True) if past else None

    def in_office(self, country: str, office: str, day: str | None) -> Holding | None:
        """Who holds an office of a country on a day, e.g. ("IRQ", "prime minister", "2020-01-05").

        On the day of a change the newcomer counts. None where nobody is known.
        """
        known = (country, office_key(office), day)
        if known in self._held:
            return self._held[known]
        people = self._by_country.get(country)
        if people is None:
            people = self._by_country[country] = _people(self._countries.get(country, ()))
        wanted = office_key(office)
        best: Holding | None = None
        for person in people:
            for post in person.posts:
                if office_key(post.office) != wanted or (day and not post.held_on(day)):
                    continue
                if best is None or _better(post, best.post):
                    best = Holding(person, post)
        self._held[known] = best
        return best


def _people(rows: Iterable[_Row]) -> list[Person]:
    """Persons of some rows: one by Wikidata id, else by name and country."""
    found: dict[str, Person] = {}
    by_name: dict[tuple[str, str], str] = {}
    for name, aliases, key, country, office, sectors, rank, start, end, as_of, wikidata, source in rows:
        same = (key, country)
        known = by_name.get(same) or wikidata or f"{key} {country}"
        by_name.setdefault(same, known)
        person = found.get(known)
        if person is None:
            person = found[known] = Person(name, wikidata)
        person.id = person.id or wikidata
        if source == "Bede authors":
            person.name = name
        person.aliases = tuple(dict.fromkeys(person.aliases + cell(aliases)))
        person.keys |= {tuple(key.split()), *(keys(alias) for alias in cell(aliases))}
        person.posts.append(Post(office, country, cell(sectors), int(rank), start, end, as_of, source))
    return list(found.values())


def _better(post: Post, other: Post) -> bool:
    """Whether a post is the likelier answer: the user's before ours before the lists, then the later
    start."""
    return (post.trust, post.start) > (other.trust, other.start)
