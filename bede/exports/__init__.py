"""Files to hand on: PLOVER JSON lines, CSV, Parquet, and the JSON Schema of the records.

EXPORTS["csv"].write(codings, Path("events.csv"))   # how many events were written
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol, TextIO

from bede.errors import BedeError
from bede.exports.columns import COLUMNS, TABLE_VERSION, Column, Kind
from bede.exports.parquet import ParquetExport
from bede.exports.plover import PloverExport, from_plover, plover_line, plover_object, read_plover
from bede.exports.table import CsvExport
from bede.records import Coding

__all__ = [
    "COLUMNS",
    "EXPORTS",
    "TABLE_VERSION",
    "Column",
    "CsvExport",
    "Exporter",
    "Kind",
    "ParquetExport",
    "PloverExport",
    "exporter",
    "from_plover",
    "plover_line",
    "plover_object",
    "read_plover",
    "schema",
]


class Exporter(Protocol):
    """One file format. `suffix` is the usual ending of its files, with the dot."""

    @property
    def suffix(self) -> str: ...

    @property
    def description(self) -> str: ...

    def write(self, codings: Iterable[Coding], out: Path | TextIO) -> int:
        """Writes the events of the codings as they come, and returns how many there were.

        A file appears only when it is whole. Raises BedeError where it cannot be written.
        """
        ...


EXPORTS: dict[str, Exporter] = {
    "plover": PloverExport(),
    "csv": CsvExport(),
    "parquet": ParquetExport(),
}


def exporter(name: str) -> Exporter:
    """The exporter of a format; BedeError with the formats there are for an unknown one."""
    if name not in EXPORTS:
        raise BedeError(f"There is no export format {name!r}. Choose from: {', '.join(EXPORTS)}.")
    return EXPORTS[name]


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a coding and of every record in it, under `$defs`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | Coding.model_json_schema(
        mode="serialization"
    )
