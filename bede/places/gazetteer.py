"""The gazetteer: which places bear a name. Tables are searched on disk, so nothing is loaded at start."""

from __future__ import annotations

import csv
import mmap
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from bede.places.keys import place_key

MOST_ROWS = 150  # bearers of one name that are looked at, largest first ("San Antonio" has hundreds)


class Place(NamedTuple):
    """One row of places_*.csv. `country` is ISO alpha-3; empty for seas and regions that span countries."""

    id: str
    geonames_id: int | None
    name: str
    feature: str
    country: str
    admin1: str
    lat: float | None
    lon: float | None
    population: int
    by_alternate: bool  # found under another name than its main one


class SortedTable:
    """Lines of CSV files sorted by their first cell in byte order, found by binary search."""

    def __init__(self, paths: list[Path]) -> None:
        self._parts: list[mmap.mmap] = []
        self._starts: list[bytes] = []
        for path in paths:
            with path.open("rb") as file:
                part = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            first = part.find(b"\n") + 1  # after the header
            self._parts.append(part)
            self._starts.append(part[first : part.find(b",", first)])

    def find(self, key: str) -> Iterator[list[str]]:
        """All rows whose first cell is `key`, in file order. `key` holds no comma or quotation mark."""
        wanted = key.encode()
        number = max(bisect_right(self._starts, wanted) - 1, 0)
        # A key whose rows begin at the end of one file goes on in the next.
        while number > 0 and self._starts[number] == wanted:
            number -= 1
        lines: list[str] = []
        for part in self._parts[number:]:
            if not self._collect(part, wanted, lines):
                break
        return csv.reader(lines)

    def rows(self) -> Iterator[list[str]]:
        """Every row of a small table."""
        for part in self._parts:
            yield from csv.reader(part[part.find(b"\n") + 1 :].decode().splitlines())

    @staticmethod
    def _collect(part: mmap.mmap, wanted: bytes, lines: list[str]) -> bool:
        """Add the part's lines for `wanted`; True when the next part may hold more."""
        low, high = part.find(b"\n") + 1, len(part)
        prefix = wanted + b","
        while low < high:
            middle = (low + high) // 2
            start = max(part.rfind(b"\n", low, middle) + 1, low)
            if part[start : part.find(b",", start)] < wanted:
                low = part.find(b"\n", start) + 1
            else:
                high = start
        while low < len(part) and part[low : low + len(prefix)] == prefix:
            end = part.find(b"\n", low)
            lines.append(part[low:end].decode())
            low = end + 1
            if len(lines) >= MOST_ROWS:
                return False
        return low >= len(part)


class Gazetteer:
    """Places by name. `folder` holds the place tables; by default those that come with Bede."""

    def __init__(self, folder: Path | None = None) -> None:
        if folder is None:
            folder = Path(str(resources.files("bede") / "data"))
        self._places = SortedTable(sorted(folder.glob("places_[0-9].csv")))
        self._names = SortedTable(sorted(folder.glob("place_names_[0-9].csv")))
        demonyms = SortedTable([folder / "place_demonyms.csv"])
        self.demonyms = {row[0]: row[1] for row in demonyms.rows()}
        abbreviations = SortedTable([folder / "place_abbreviations.csv"])
        self.abbreviations = {row[0]: row[1] for row in abbreviations.rows()}
        self.lookup = lru_cache(maxsize=20_000)(self._lookup)

    def _lookup(self, name: str) -> tuple[Place, ...]:
        """All places called `name` in any spelling that has the same key (`place_key`)."""
        key = place_key(name)
        if not key:
            return ()
        found = {row[1]: _place(row, False) for row in self._places.find(key)}
        for _, main, ident in self._names.find(key):
            if ident not in found:
                found.update(
                    (row[1], _place(row, True)) for row in self._places.find(main) if row[1] == ident
                )
        return tuple(found.values())


def _place(row: list[str], by_alternate: bool) -> Place:
    """A row of the table, typed."""
    _, ident, geonames_id, name, _, feature, country, admin1, lat, lon, population, _ = row
    return Place(
        ident,
        int(geonames_id) if geonames_id else None,
        name,
        feature,
        country,
        admin1,
        float(lat) if lat else None,
        float(lon) if lon else None,
        int(population or 0),
        by_alternate,
    )
