"""The rows of the gazetteer, and how they are read and written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bede.places.keys import place_key

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "bede" / "data"
COLUMNS = (
    "key", "id", "geonames_id", "name", "alternates", "feature", "country", "admin1", "lat", "lon",
    "population", "source",
)  # fmt: skip
FILE_LIMIT = 4_800_000
GEONAMES = "GeoNames"


@dataclass(slots=True)
class Row:
    """One place, as a row of the table."""

    name: str
    feature: str
    country: str = ""
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: str = ""
    alternates: list[str] = field(default_factory=list)
    source: str = GEONAMES
    id: str = ""

    def cells(self) -> list[str]:
        """The row in the order of COLUMNS."""
        lat, lon = (
            "" if value is None else f"{value:.4f}".rstrip("0").rstrip(".") for value in (self.lat, self.lon)
        )
        other = "|".join(dict.fromkeys(self.alternates))
        return [
            place_key(self.name), self.id, self.geonames_id, self.name, other,
            self.feature, self.country, self.admin1, lat, lon, str(self.population or ""), self.source,
        ]  # fmt: skip


def read(path: Path) -> list[dict[str, str]]:
    """All rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def number(text: str) -> float | None:
    """A coordinate, or None where the cell is empty."""
    return float(text) if text else None


def middle(towns: list[Row]) -> tuple[float | None, float | None]:
    """The middle of the area that some towns span, less the outermost hundredth on each side."""
    lats = sorted(town.lat for town in towns if town.lat is not None)
    lons = sorted(town.lon for town in towns if town.lon is not None)
    if not lats or not lons:
        return None, None
    cut = len(lats) // 100
    lats, lons = lats[cut : len(lats) - cut], lons[cut : len(lons) - cut]
    if lons[-1] - lons[0] > 180:  # across the date line: the bulk of the towns decides
        return sum(lats) / len(lats), lons[len(lons) // 2]
    return (lats[0] + lats[-1]) / 2, (lons[0] + lons[-1]) / 2


def identify(rows: list[Row]) -> None:
    """Give each row an id: the GeoNames id, or "x" and a number in order of name for the others."""
    plain = sorted((r for r in rows if not r.geonames_id), key=lambda r: (r.name, r.feature, r.lat or 0))
    for number_, row in enumerate(plain):
        row.id = f"x{number_}"
    for row in rows:
        row.id = row.id or row.geonames_id


def is_abbreviation(name: str, row: Row) -> bool:
    """Whether a division's alternate is an abbreviation ("Ala."), only read after a comma."""
    return row.feature == "admin1" and (name.endswith(".") or (len(name) == 2 and name.isupper()))


def write(stem: str, header: Iterable[str], lines: list[list[str]]) -> None:
    """Write sorted lines into stem_1.csv, stem_2.csv ... each under FILE_LIMIT; remove older ones."""
    for old in DATA.glob(f"{stem}_[0-9].csv"):
        old.unlink()
    head = ",".join(header) + "\n"
    parts, size = [[head]], 0
    for line in lines:
        buffer = io.StringIO()
        csv.writer(buffer, lineterminator="\n").writerow(line)
        text = buffer.getvalue()
        size += len(text.encode())
        if size > FILE_LIMIT:
            parts.append([head])
            size = len(text.encode())
        parts[-1].append(text)
    for count, part in enumerate(parts, 1):
        (DATA / f"{stem}_{count}.csv").write_text("".join(part), encoding="utf-8", newline="")


def write_one(stem: str, header: Iterable[str], lines: list[list[str]]) -> None:
    """A small table in one file."""
    with (DATA / f"{stem}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([header, *lines])
