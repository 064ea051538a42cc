"""CSV and TSV files: one article a row, the columns named in the first.

A row that is broken must not take its neighbours with it: a quotation mark that is never closed would make
one cell of all that follows. So a row that runs over several lines and does not fit the header is taken for
one bad line, and reading goes on with the next.
"""

from __future__ import annotations

import csv
import io
from collections import deque
from collections.abc import Iterator

from bede.errors import Empty, NoTextColumn, OpenQuote, RaggedRow, Unreadable
from bede.readers.decoding import Lines, text_lines
from bede.readers.fields import ColumnMap, guess_columns

Row = dict[str, object]
_DELIMITERS = ",;\t|"
_MOST_LINES = 2000  # of one row; a long text in quotation marks has a few hundred
_CELL_CHARS = 20_000_000


def read_table(
    stream: Lines, tabs: bool, columns: ColumnMap | None
) -> Iterator[tuple[int, Row | Unreadable]]:
    """The rows of a table with the numbers of their first lines; for a bad row its reason.

    Raises `Empty` for a table without rows or header, `NoTextColumn` and `UnknownColumns` for one whose
    header does not say where the text is.
    """
    csv.field_size_limit(max(csv.field_size_limit(), _CELL_CHARS))
    lines = _Lines(text_lines(stream))
    first = next(iter(lines), None)
    if first is None:
        raise Empty
    if isinstance(first[1], Unreadable):
        raise first[1]
    delimiter = "\t" if tabs else _delimiter(first[1], columns)
    header = [name.strip() for name in _cells(first[1], delimiter) or []]
    if not guess_columns(tuple(header), columns)["text"]:
        raise NoTextColumn(header)
    empty = True
    for number, line in lines:
        if isinstance(line, Unreadable) or line.strip():
            empty = False
            yield number, line if isinstance(line, Unreadable) else _row(line, lines, delimiter, header)
    if empty:
        raise Empty


class _Lines:
    """Lines that can be looked at ahead of time."""

    def __init__(self, source: Iterator[tuple[int, str | Unreadable]]) -> None:
        self.source = source
        self.ahead: deque[tuple[int, str | Unreadable]] = deque()

    def __iter__(self) -> Iterator[tuple[int, str | Unreadable]]:
        while self.look(0) is not None:
            yield self.ahead.popleft()

    def look(self, index: int) -> tuple[int, str | Unreadable] | None:
        """The line `index` places ahead, None after the last."""
        while len(self.ahead) <= index:
            following = next(self.source, None)
            if following is None:
                return None
            self.ahead.append(following)
        return self.ahead[index]

    def drop(self, count: int) -> None:
        """Pass over lines that were looked at."""
        for _ in range(count):
            self.ahead.popleft()


def _row(line: str, lines: _Lines, delimiter: str, header: list[str]) -> Row | Unreadable:
    """The row that begins with `line`; takes from `lines` what belongs to it."""
    text, taken = line, 0
    while text.count('"') % 2 and taken < _MOST_LINES:
        following = lines.look(taken)
        if following is None or isinstance(following[1], Unreadable):
            break
        text += following[1]
        taken += 1
        if text.count('"') % 2 == 0:
            cells = _cells(text, delimiter)
            if cells is not None and _fits(cells, header):
                lines.drop(taken)
                return dict(zip(header, cells, strict=False))
    cells = _cells(line, delimiter)
    if cells is None or not _fits(cells, header):
        bare = line.rstrip("\r\n").split(delimiter)  # quotation marks that quote nothing, usual in TSV
        if len(bare) != len(header) or delimiter != "\t":
            return OpenQuote() if cells is None else RaggedRow(len(cells), len(header))
        cells = bare
    return dict(zip(header, cells, strict=False))


def _fits(cells: list[str], header: list[str]) -> bool:
    """Whether a row has the header's number of cells; empty ones at the end are no matter."""
    return len(cells) >= len(header) and not any(cell.strip() for cell in cells[len(header) :])


def _cells(text: str, delimiter: str) -> list[str] | None:
    """The cells of a row, None where its quotation marks do not close."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _delimiter(line: str, columns: ColumnMap | None) -> str:
    """What stands between the cells: that which gives most known names, then most cells."""

    def worth(delimiter: str) -> tuple[int, int]:
        names = [name.strip() for name in _cells(line, delimiter) or []]
        wanted = columns.named().values() if columns else ()
        known = sum(map(bool, guess_columns(tuple(names)).values())) + sum(name in names for name in wanted)
        return known, len(names)

    return max(_DELIMITERS, key=worth)
