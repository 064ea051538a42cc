"""Finding names of the tables in a text: longest match first, by whole words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bede.knowledge.records import Name, Role
from bede.knowledge.words import Word, fold, words


class NameHit(NamedTuple):
    """A name found: words [first, last), and all it can mean, best first."""

    first: int
    last: int
    meanings: tuple[Name, ...]


class RoleHit(NamedTuple):
    """A role noun found: words [first, last)."""

    first: int
    last: int
    role: Role


@dataclass(slots=True)
class _Entry:
    """One written form of a name. `upper`: an acronym, to be found only in capitals; `capital`: which word must
    begin with a capital (-1: none)."""

    keys: tuple[str, ...]
    upper: bool
    capital: int
    meanings: list[Name]


class NameIndex:
    """Names by their first word."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        self._first: dict[str, dict[tuple[tuple[str, ...], bool], _Entry]] = {}
        for name, meaning in names:
            self.add(name, meaning)

    def add(self, name: str, meaning: Name) -> None:
        """Enter a name; the order of entry is the order of meanings of equal strength."""
        parts = words(name)
        if not parts:
            return
        keys = tuple(part.key for part in parts)
        upper = len(parts) == 1 and parts[0].upper and len(keys[0]) < 8
        capital = next((i for i, part in enumerate(parts) if part.capital), -1)
        entries = self._first.setdefault(keys[0], {})
        entry = entries.get((keys, upper))
        if entry is None:
            entries[keys, upper] = _Entry(keys, upper, capital, [meaning])
        elif meaning not in entry.meanings:
            entry.meanings.append(meaning)

    def meanings(self, name: str) -> tuple[Name, ...]:
        """All that a name can mean, best first."""
        hits = self.find(words(name))
        whole = [hit for hit in hits if hit.first == 0 and hit.last == len(words(name))]
        return whole[0].meanings if whole else ()

    def find(self, text: Sequence[Word]) -> list[NameHit]:
        """Names in a sequence of words, without overlap, the longest at each place."""
        found = []
        i = 0
        while i < len(text):
            best = self._longest(text, i)
            if best is None:
                i += 1
                continue
            found.append(best)
            i = best.last
        return found

    def _longest(self, text: Sequence[Word], i: int) -> NameHit | None:
        entries = self._first.get(text[i].key)
        if not entries:
            return None
        best: tuple[int, list[Name]] | None = None
        for entry in entries.values():
            n = len(entry.keys)
            if best and n < best[0]:
                continue
            if n > 1 and tuple(word.key for word in text[i : i + n]) != entry.keys:
                continue
            if not self._written(entry, text[i : i + n]):
                continue
            best = (n, entry.meanings if not best or n > best[0] else best[1] + entry.meanings)
        if best is None:
            return None
        ranked = sorted(dict.fromkeys(best[1]), key=lambda name: name.strength)
        return NameHit(i, i + best[0], tuple(ranked))

    @staticmethod
    def _written(entry: _Entry, text: Sequence[Word]) -> bool:
        """Whether the words are written as the name demands."""
        if entry.upper:
            return text[0].upper
        return entry.capital < 0 or text[entry.capital].capital


class RoleIndex:
    """Role nouns by their first word; plurals are found through the singular."""

    def __init__(self, roles: dict[str, Role]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
        for term, role in roles.items():
            keys = tuple(word.key for word in words(term))
            if keys:
                self._first.setdefault(keys[0], []).append((keys, role))
        for entries in self._first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def term(self, *keys: str) -> Role | None:
        """The role noun made of exactly these words."""
        wanted = tuple(fold(key) for key in keys)
        return next((role for found, role in self._first.get(wanted[0], ()) if found == wanted), None)

    def find(self, keys: Sequence[str], lemmas: Sequence[str]) -> list[RoleHit]:
        """Role nouns in a sequence of words (keys and lemmas side by side), longest first, without overlap."""
        found = []
        i = 0
        while i < len(keys):
            hit = self._longest(keys, lemmas, i)
            if hit is None:
                i += 1
            else:
                found.append(hit)
                i = hit.last
        return found

    def _longest(self, keys: Sequence[str], lemmas: Sequence[str], i: int) -> RoleHit | None:
        for first in dict.fromkeys((keys[i], lemmas[i])):
            for parts, role in self._first.get(first, ()):
                n = len(parts)
                if i + n <= len(keys) and all(
                    part in (keys[i + k], lemmas[i + k]) for k, part in enumerate(parts) if k
                ):
                    return RoleHit(i, i + n, role)
        return None
