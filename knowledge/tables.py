"""What the scripts of this folder share: reading and writing CSV tables, list cells, keys of names."""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections.abc import Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
OWN = HERE / "own"
DATA = HERE.parent / "bede" / "data"
AUTHORS = "Bede authors"
FOLDED = {"XCR": "UKR", "XKD": "IRQ", "XRJ": "SYR", "XPL": "SOM", "XTB": "CHN", "XZN": "TZA"}
sys.path.insert(0, str(HERE.parent))
from bede.knowledge.words import keys  # noqa: E402  (the checkout's own, so that keys fit the reader)

BODY = ("name", "aliases", "keys", "country", "sectors", "kind", "wikidata_id", "source")
Row = dict[str, str]


def read(path: Path) -> list[Row]:
    """Rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(name: str, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    """Write one table of the package and say how long it is."""
    rows = list(rows)
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore", lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows, {(DATA / name).stat().st_size:,} bytes")


def fold(text: str) -> str:
    """Lower case without accents and apostrophes, for comparing names."""
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"['’ʼ`]", "", "".join(c for c in text if not unicodedata.combining(c))).casefold()


def key(name: str) -> str:
    """The words of a name as they are compared, so that reading the tables stays quick."""
    return " ".join(keys(name))


def keyed(rows: Iterable[Row]) -> list[Row]:
    """Rows of bodies with the keys of their name and aliases, in that order."""
    return [
        {**row, "keys": "|".join(key(n) for n in [row["name"].partition(" (")[0], *split(row["aliases"])])}
        for row in rows
    ]


def split(cell: str) -> list[str]:
    """Members of a list cell."""
    return [part.strip() for part in cell.split("|") if part.strip()]


def join(parts: Iterable[str]) -> str:
    """A list cell without repeats."""
    return "|".join(dict.fromkeys(part for part in parts if part))
