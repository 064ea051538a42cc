"""Parquet: the same columns as the CSV, typed, for DuckDB, pandas, R arrow and Spark.

Lists are lists of strings, with null for an unknown item. Dates are strings, since a date may be a month or a
year. Each column carries its description, and the file its table version, as metadata.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from bede.errors import BedeError
from bede.exports.columns import COLUMNS, TABLE_VERSION, Kind, Value, row
from bede.exports.files import whole_file
from bede.records import Coding

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class ParquetExport:
    """Writes the flat table as Parquet, `ROWS_AT_ONCE` rows in memory at a time."""

    suffix: str = ".parquet"
    description: str = "the same table with types, for DuckDB, pandas, R and Spark"

    def write(self, codings: Iterable[Coding], out: Path | TextIO) -> int:
        """Writes a row group for every `ROWS_AT_ONCE` events; returns how many events."""
        import pyarrow as pa  # takes half a second, which other commands need not wait for
        import pyarrow.parquet as pq

        if not isinstance(out, Path):
            raise BedeError(
                "Parquet is not text and cannot go to a terminal or pipe. Name a file to write to."
            )
        schema = arrow_schema()
        count = 0
        with whole_file(out) as part, pq.ParquetWriter(part, schema, compression="zstd") as writer:
            stream = _rows(codings)
            while rows := list(islice(stream, ROWS_AT_ONCE)):
                columns = zip(*rows, strict=True)
                arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
                writer.write_batch(pa.record_batch(arrays, schema=schema))
                count += len(rows)
        return count


def arrow_schema() -> pa.Schema:
    """The columns as Arrow fields, each with its description."""
    import pyarrow as pa

    types = {
        Kind.TEXT: pa.string(),
        Kind.INTEGER: pa.int64(),
        Kind.NUMBER: pa.float64(),
        Kind.FLAG: pa.bool_(),
        Kind.LIST: pa.list_(pa.string()),
    }
    fields = [
        pa.field(column.name, types[column.kind], metadata={"description": column.description})
        for column in COLUMNS
    ]
    return pa.schema(fields, metadata={"bede_table_version": str(TABLE_VERSION)})


def _rows(codings: Iterable[Coding]) -> Iterator[list[Value]]:
    for coding in codings:
        for event in coding.events:
            yield row(coding, event)
