"""Which names are news agencies: the table `bede/data/agencies.csv`, one agency a row with its names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from bede.data import rows


def words(text: str) -> frozenset[str]:
    """A set of words, written as they stand in the code."""
    return frozenset(text.split())


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, ...], ...]:
    """The names of each agency, the one it is known by first."""
    return tuple((row["name"], *filter(None, row["aliases"].split("|"))) for row in rows("agencies.csv"))


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    """Every name of every agency, lower-cased, to the name the agency is known by."""
    table: dict[str, str] = {}
    for names in _rows():
        for name in names:
            table.setdefault(_key(name), names[0])
    return table


def _key(name: str) -> str:
    return name.strip().casefold().removeprefix("the ")


@lru_cache(maxsize=1)
def _finders() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Longer names, which may stand in any letters, and acronyms, which must stand as they are."""
    names = sorted({name for names in _rows() for name in names}, key=len, reverse=True)
    long = "|".join(re.escape(name) for name in names if len(name) > 4)
    short = "|".join(re.escape(name) for name in names if len(name) <= 4)
    return re.compile(rf"(?<!\w)(?:{long})(?!\w)", re.IGNORECASE), re.compile(rf"(?<!\w)(?:{short})(?!\w)")


def known_as(name: str) -> str | None:
    """The name an agency is known by ("AP" is the Associated Press); None for one not in the table."""
    return _table().get(_key(name))


def agencies_in(text: str) -> tuple[str, ...]:
    """The agencies named in a short text such as a credit line, as printed, in order, each once."""
    found: dict[int, str] = {}
    taken: list[tuple[int, int]] = []
    for finder in _finders():
        for match in finder.finditer(text):
            if all(match.end() <= start or match.start() >= end for start, end in taken):
                found[match.start()] = match[0]
                taken.append(match.span())
    return distinct(found[start] for start in sorted(found))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, an agency that stands there twice ("AP", "Associated Press") once."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(known_as(name) or name.casefold(), name)
    return tuple(kept.values())
