"""Reads the ontology's CSV tables; every fault is reported with its file, line and column."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bede.errors import BedeError

LIST_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table. `line` counts from 1 as an editor shows it."""

    path: Path
    line: int
    header: tuple[str, ...]
    cells: dict[str, str]

    def fault(self, column: str, message: str) -> BedeError:
        """The error to raise for a cell, saying where it is."""
        number = self.header.index(column) + 1
        return BedeError(f"{self.path}, line {self.line}, column {number} ({column}): {message}")

    def optional(self, column: str) -> str:
        """The cell, which may be empty."""
        return self.cells[column]

    def text(self, column: str) -> str:
        """The cell, which must not be empty."""
        if not self.cells[column]:
            raise self.fault(column, "is empty. Fill it in.")
        return self.cells[column]

    def names(self, column: str) -> tuple[str, ...]:
        """The parts of a cell that lists names with `|` between them."""
        return tuple(name.strip() for name in self.cells[column].split(LIST_SEPARATOR) if name.strip())

    def score(self, column: str) -> float:
        """A number from -10 (most hostile) to 10 (most cooperative)."""
        try:
            value = float(self.text(column))
        except ValueError:
            raise self.fault(
                column, f"{self.cells[column]!r} is not a number. Write one like -3.5."
            ) from None
        if not -10 <= value <= 10:
            raise self.fault(column, f"{self.cells[column]} is outside the scale from -10 to 10.")
        return value

    def choice(self, column: str, choices: Sequence[str]) -> str:
        """A cell that holds one of a few words."""
        value = self.text(column)
        if value not in choices:
            raise self.fault(column, f"{value!r} is not one of {', '.join(choices)}.")
        return value


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The rows of a comma-separated UTF-8 file that has at least `columns`; blank lines are passed over.

    Raises BedeError for a file that is missing, is not UTF-8, lacks a column or has a ragged line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from _rows(path, file, columns)
    except FileNotFoundError:
        raise BedeError(f"{path} is missing. An ontology folder needs it; copy it from Bede's own.") from None
    except OSError as error:
        raise BedeError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise BedeError(f"{path} is not UTF-8 (byte {error.start + 1}). Save it as CSV UTF-8.") from error
    except csv.Error as error:
        raise BedeError(f"{path} is not a CSV file: {error}.") from error


def _rows(path: Path, file: Iterator[str], columns: Sequence[str]) -> Iterator[Row]:
    reader = csv.reader(file)
    header = tuple(name.strip() for name in next(reader, []))
    missing = [name for name in columns if name not in header]
    if missing:
        raise BedeError(
            f"{path}, line 1: no column {', '.join(missing)}. The columns must be named "
            f"{', '.join(columns)}, with commas between them."
        )
    last = reader.line_num
    for cells in reader:
        line, last = last + 1, reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise BedeError(
                f"{path}, line {line}: {len(cells)} cells where the header has {len(header)}. "
                "Put quotes around a cell that holds a comma."
            )
        stripped = (cell.strip() for cell in cells)
        yield Row(path, line, header, dict(zip(header, stripped, strict=True)))
