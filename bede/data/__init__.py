"""Tables and weights that ship with Bede. Every table has a source column."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

FOLDER = Path(__file__).parent


def rows(table: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this folder by column name. Raises OSError where the installation lacks it."""
    text = files(__name__).joinpath(table).read_text(encoding="utf-8")
    return csv.DictReader(text.splitlines())
