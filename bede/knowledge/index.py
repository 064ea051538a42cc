"""Finding names of the tables in a text: longest match first, by whole words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bede.knowledge.records import Name, Role
from bede.knowledge.words import Word, words


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
class _Form:
    """One written form of a name. An acronym (`upper`) is found only in capitals; of another name the words
    `capitals` must begin with one."""

    upper: bool
    capitals: tuple[int, ...]
    meaning: Name

    def fits(self, text: Sequence[Word]) -> bool:
        """Whether the words are written as the name demands."""
        if self.upper:
            return text[0].upper
        return all(text[i].capital for i in self.capitals)


Entry = tuple[str, str, Callable[[], Name]]  # key ("islamic state"), as written ("Islamic State"), meaning


class NameIndex:
    """Names by key. What a name means is made only when it is found, so that loading stays quick."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._raw: dict[str, list[tuple[str, Callable[[], Name]]]] = {}
        self._lengths: dict[str, list[int]] = {}  # of the names that begin with a word, longest first
        self._forms: dict[str, list[_Form]] = {}
        for entry in entries:
            self.add(*entry)

    def add(self, key: str, written: str, meaning: Callable[[], Name]) -> None:
        """Enter a name; the order of entry is the order of meanings of equal strength."""
        if not key:
            return
        known = self._raw.get(key)
        if known is None:
            self._raw[key] = [(written, meaning)]
            first = key.partition(" ")[0]
            length = key.count(" ") + 1
            lengths = self._lengths.setdefault(first, [])
            if length not in lengths:
                lengths.append(length)
                lengths.sort(reverse=True)
        else:
            known.append((written, meaning))
            self._forms.pop(key, None)

    def meanings(self, name: str) -> tuple[Name, ...]:
        """All that a name can mean, best first."""
        parts = words(name)
        hits = [hit for hit in self.find(parts) if hit.first == 0 and hit.last == len(parts)]
        return hits[0].meanings if hits else ()

    def find(self, text: Sequence[Word]) -> list[NameHit]:
        """Names in a sequence of words, without overlap, the longest at each place."""
        found = []
        keys = [word.key for word in text]
        i = 0
        while i < len(text):
            lengths = self._lengths.get(keys[i])
            hit = self._at(text, keys, i, lengths) if lengths else None
            if hit is None:
                i += 1
            else:
                found.append(hit)
                i = hit.last
        return found

    def _at(self, text: Sequence[Word], keys: list[str], i: int, lengths: list[int]) -> NameHit | None:
        for n in lengths:
            key = " ".join(keys[i : i + n]) if n > 1 else keys[i]
            if i + n > len(keys) or key not in self._raw:
                continue
            fitting = [form.meaning for form in self._form(key) if form.fits(text[i : i + n])]
            if fitting:
                ranked = sorted(dict.fromkeys(fitting), key=lambda name: name.strength)
                return NameHit(i, i + n, tuple(ranked))
        return None

    def _form(self, key: str) -> list[_Form]:
        """The forms of a key, made when first asked for."""
        forms = self._forms.get(key)
        if forms is None:
            forms = []
            for written, meaning in self._raw[key]:
                parts = words(written)
                upper = len(parts) == 1 and parts[0].upper and len(key) < 8
                capitals = tuple(i for i, part in enumerate(parts) if part.capital)
                name = meaning()
                # Names of the lists need all their capitals; of certain ones the first will do.
                forms.append(_Form(upper, capitals if name.strength > 0 else capitals[:1], name))
            self._forms[key] = forms
        return forms


class RoleIndex:
    """Role nouns by their first word; plurals are found through the singular."""

    def __init__(self, roles: Iterable[Role]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], Role]]] = {}
        for role in roles:
            keys = tuple(word.key for word in words(role.term))
            if keys:
                self._first.setdefault(keys[0], []).append((keys, role))
        for entries in self._first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, keys: Sequence[str], lemmas: Sequence[str]) -> list[RoleHit]:
        """Role nouns in a sequence of words (keys and lemmas side by side), longest first, without
        overlap."""
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
        best: RoleHit | None = None
        for first in (keys[i], lemmas[i]) if lemmas[i] != keys[i] else (keys[i],):
            for parts, role in self._first.get(first, ()):
                n = len(parts)
                if best is not None and n <= best.last - i:
                    break
                if i + n <= len(keys) and all(
                    part in (keys[i + k], lemmas[i + k]) for k, part in enumerate(parts) if k
                ):
                    best = RoleHit(i, i + n, role)
                    break
        return best
