"""Reading the text of the shared data, whatever its format, to see that the corpus copies none of it."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from re import DOTALL, sub
from typing import Any

TABLES = frozenset(["facts"])  # names and dates, which are no prose
_TEXT = frozenset([".txt", ".md", ".tex", ".tab"])
_MARKUP = frozenset([".xml", ".html", ".htm", ".tml"])
_TAGS = r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>"


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every text below a folder with its file's name; archives are opened, tables of facts passed over."""
    csv.field_size_limit(10**8)
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or TABLES & set(path.relative_to(folder).parts):
            continue
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for member in archive.namelist():
                    raw = archive.read(member).decode("utf-8-sig", errors="replace")
                    yield from _read(f"{path.name}/{member}", Path(member).suffix, raw)
        else:
            raw = path.read_text(encoding="utf-8-sig", errors="replace")
            yield from _read(path.name, path.suffix, raw)


def _read(name: str, suffix: str, raw: str) -> Iterator[tuple[str, str]]:
    if suffix == ".json":
        yield from ((name, text) for text in _strings(json.loads(raw)))
    elif suffix == ".jsonl":
        for line in raw.splitlines():
            yield from ((name, text) for text in _strings(json.loads(line)))
    elif suffix == ".tsv" and raw.startswith("#FORMAT=WebAnno"):
        yield name, " ".join(line.split("\t")[2] for line in raw.splitlines() if line.count("\t") > 1)
    elif suffix in {".csv", ".tsv"}:
        rows = csv.reader(raw.splitlines(keepends=True), delimiter="," if suffix == ".csv" else "\t")
        yield from ((name, unmarked(cell)) for row in rows for cell in row)
    elif suffix in _MARKUP:
        yield name, unmarked(raw)
    elif suffix in _TEXT:
        yield name, raw


def unmarked(text: str) -> str:
    """Text without tags; a tag parts no words, as <s>Iran</s>'s shows."""
    return unescape(sub(_TAGS, "", text, flags=DOTALL))


def _strings(value: Any) -> Iterator[str]:
    """Every string of a JSON value; lists of single words are read as one text."""
    if isinstance(value, str):
        yield unmarked(value)
    elif isinstance(value, dict):
        for member in value.values():
            yield from _strings(member)
    elif isinstance(value, list):
        if value and all(isinstance(member, str) for member in value):
            yield " ".join(value)
        else:
            for member in value:
                yield from _strings(member)
