"""Office-holders: who a name is on a day, and who holds an office on a day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bede.knowledge.records import Person, Post
from bede.knowledge.words import fold, keys, word_set

# Parts of names that are no surname of their own.
PARTICLES = word_set("""al el ul bin ibn ben abu de da di von van jr sr ii iii""")
# Words of an office's title that do not tell one office from another.
_EMPTY = word_set("""of the for and affairs national state's to in""")
_SAME = {
    "defense": "defence", "foreign": "foreign", "external": "foreign", "premier": "prime", "internal": "interior",
    "home": "interior", "treasury": "finance", "chairman": "chair", "chairperson": "chair", "advisor": "adviser",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holding:
    """A person in an office on a day; `left` where the office had been given up by then."""

    person: Person
    post: Post
    left: bool = False


def office_key(office: str) -> frozenset[str]:
    """The telling words of an office: "Minister of Foreign Affairs" and "foreign minister" have one key."""
    telling = {_SAME.get(word, word) for word in re.findall(r"\w+", fold(office.replace("-", " ")))} - _EMPTY
    if telling == {"prime"}:  # "premier"
        telling = {"prime", "minister"}
    return frozenset(telling)


class Holders:
    """Look-up by name and by office."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_name: dict[tuple[str, ...], list[Person]] = {}
        self._by_surname: dict[str, list[Person]] = {}
        self._by_country: dict[str, list[Person]] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Enter a person under all names."""
        surnames = set()
        for name in (person.name, *person.aliases):
            parts = keys(name)
            if not parts:
                continue
            self._by_name.setdefault(parts, []).append(person)
            surnames.add(parts[-1])
        for surname in surnames:
            self._by_surname.setdefault(surname, []).append(person)
        for country in {post.country for post in person.posts}:
            self._by_country.setdefault(country, []).append(person)

    def named(self, parts: tuple[str, ...]) -> list[Person]:
        """People of exactly this name, as folded words."""
        return self._by_name.get(parts, [])

    def similar(self, parts: tuple[str, ...]) -> list[Person]:
        """People whose name has the same surname and the same first name, or one more name between."""
        if len(parts) < 2:
            return []
        exact = self.named(parts)
        if exact:
            return exact
        found = []
        for person in self._by_surname.get(parts[-1], ()):
            other = keys(person.name)
            if len(other) > 1 and (set(parts) <= set(other) or set(other) <= set(parts)):
                found.append(person)
        return found

    def surnamed(self, surname: str) -> list[Person]:
        """People of this surname."""
        return self._by_surname.get(surname, [])

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
        wanted = office_key(office)
        best: Holding | None = None
        for person in self._by_country.get(country, ()):
            for post in person.posts:
                if post.country != country or (day and not post.held_on(day)):
                    continue
                if office_key(post.office) != wanted:
                    continue
                if best is None or _better(post, best.post):
                    best = Holding(person, post)
        return best


def _better(post: Post, other: Post) -> bool:
    """Whether a post is the likelier answer: ours before the lists, a stated end before none, then the later start."""
    ours = ("Bede" in post.source) - ("Bede" in other.source)
    if ours:
        return ours > 0
    return post.start > other.start
