"""A user's own rows: names the tables lack, or have otherwise. They win over the tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial

from bede.knowledge.index import Entry
from bede.knowledge.records import INTERNATIONAL, Name
from bede.knowledge.words import keys, word_set

SOURCE = "user"
SECTORS = word_set(
    """GOV MIL LEG JUD COP SPY PTY REB PRM UAF OPP CVL BUS JRN EDU MED LAB SOC REL REF ELI CRM AGR UNK"""
)
_DATE = re.compile(r"^\d{4}(-\d\d(-\d\d)?)?$")
Row = Mapping[str, str]


def faults(row: Row, number: int, countries: Iterable[str]) -> list[str]:
    """What is wrong with a row, one message a fault; none for a good row.

    A row has `name`, `country` (ISO 3166 alpha-3, or IGO UNO EUR NGO ISM IMG MNC), and may have `aliases`,
    `sectors` (both lists separated by "|"), `kind`, `id`, and for a person `office`, `start`, `end`.
    """
    found = []
    if not keys(row.get("name") or ""):
        found.append("no name")
    country = row.get("country") or ""
    if country and country not in INTERNATIONAL and country not in set(countries):
        found.append(f"unknown country code {country!r}")
    unknown = [sector for sector in _cells(row, "sectors") if sector not in SECTORS]
    found += [f"unknown sector {sector!r}" for sector in unknown]
    for field in ("start", "end"):
        if row.get(field) and not _DATE.match(row[field]):
            found.append(f"{field} {row[field]!r} is no ISO date")
    if row.get("start") and row.get("end") and row["end"] < row["start"]:
        found.append("ends before it starts")
    return [f"row {number}: {fault}" for fault in found]


def is_person(row: Row) -> bool:
    """Whether a row is of a person: it has an office, or says so."""
    return bool(row.get("office")) or row.get("kind") == "person"


def entries(row: Row) -> list[Entry]:
    """The names of a body, with what they mean."""
    meaning = Name(
        row.get("kind") or "body",
        row["name"],
        row.get("country") or "",
        _cells(row, "sectors"),
        row.get("id") or "",
        -1,
        SOURCE,
    )
    names = [row["name"], *_cells(row, "aliases")]
    return [(" ".join(keys(name)), name, partial(_same, meaning)) for name in names]


def _same(meaning: Name) -> Name:
    return meaning


def _cells(row: Row, field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in (row.get(field) or "").split("|") if part.strip())
