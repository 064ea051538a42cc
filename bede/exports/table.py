"""CSV: one row an event, for R, pandas and spreadsheets. Columns: `bede.exports.columns`.

UTF-8, commas, a header, line ends of one newline; no cell holds a tab, a newline or another control
character. Lists are joined by `|` (a `|` inside an item becomes `/`), and lists of one side run in step: the
second item of actor_countries belongs to the second of actor_names. Text that a spreadsheet would run as a
formula (it begins with = + - @) gets an apostrophe in front, since titles come from strangers' web pages;
numbers do not, and Parquet keeps the text as it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from bede.exports.columns import COLUMNS, Value, row
from bede.exports.files import text_output
from bede.records import Coding

SEPARATOR = "|"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


@dataclass(frozen=True, slots=True)
class CsvExport:
    """Writes the flat table as CSV."""

    suffix: str = ".csv"
    description: str = "one row an event, for R, pandas and spreadsheets"

    def write(self, codings: Iterable[Coding], out: Path | TextIO) -> int:
        """Writes a header and a row for every event as it comes; returns how many events."""
        count = 0
        with text_output(out) as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in COLUMNS])
            for coding in codings:
                for event in coding.events:
                    writer.writerow([cell(value) for value in row(coding, event)])
                    count += 1
        return count


def cell(value: Value) -> str:
    """A value as the text of a cell; the empty string for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, list):
        value = SEPARATOR.join((item or "").replace(SEPARATOR, "/") for item in value)
    return f"'{value}" if value.startswith(FORMULA) else value
