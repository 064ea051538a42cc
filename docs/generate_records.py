"""Writes docs/records.md from the records and the export columns: `python docs/generate_records.py`."""

from __future__ import annotations

import dataclasses
import re
import types
import typing
from pathlib import Path

import pages

from bede.article import Article, Dateline
from bede.exports import COLUMNS, EXPORTS, TABLE_VERSION
from bede.records import Coding, Entity, Event, Factuality, Record, Size, Statement, When, Where

PAGE = Path(__file__).with_name("records.md")
RECORDS: tuple[type[Record], ...] = (Coding, Event, Entity, When, Where, Size, Statement)
_INTRODUCTION = """\
# Records, field by field

Made by `python docs/generate_records.py` from the code; do not edit it by hand.

A **span** is a pair (start, end) of character offsets into `Article.text`, which is title + blank line + body
(body alone where there is no title). What a span says is read from the text: `coding.words(span)`. Unknown
is empty, never a filler code. Records cannot be changed once made; `model_dump()` and `model_dump_json()`
give plain data, and `bede.exports.schema()` gives the JSON Schema. What the codes mean is fixed in the
[coding guide](coding-guide.md).

"""
_EXPORTS = """\
## Files to export to

| `--format` | what |
|---|---|
{formats}

### Columns of CSV and Parquet

Table version {version}: one row an event, always these columns in this order. In CSV the items of a list
stand with ` | ` between them; in Parquet they are lists.

"""


def page() -> str:
    """The whole page in Markdown."""
    parts = [_INTRODUCTION + _article(Article), _article(Dateline)]
    parts += [_record(record) for record in RECORDS]
    parts.append("## Factuality\n\n" + "\n".join(f"- `{kind.value}`" for kind in Factuality) + "\n")
    formats = "\n".join(f"| `{name}` | {e.description} ({e.suffix}) |" for name, e in EXPORTS.items())
    columns = [(f"`{c.name}`", c.kind.value, c.description) for c in COLUMNS]
    table = pages.table(("column", "cell", "meaning"), columns)
    parts.append(_EXPORTS.format(formats=formats, version=TABLE_VERSION) + table + "\n")
    return "\n".join(parts)


def _record(record: type[Record]) -> str:
    rows = []
    for name, field in record.model_fields.items():
        default = "" if field.is_required() else _default(field.get_default(call_default_factory=True))
        rows.append((f"`{name}`", _kind(field.annotation), default, field.description or ""))
    table = pages.table(("field", "type", "if untold", "meaning"), rows)
    return f"## {record.__name__}\n\n{_prose(record)}\n\n{table}\n"


def _article(shape: type) -> str:
    """A dataclass, whose docstring describes its fields."""
    hints = typing.get_type_hints(shape)
    rows = [
        (f"`{field.name}`", _kind(hints[field.name]), "" if _required(field) else _default(field.default))
        for field in dataclasses.fields(shape)
    ]
    table = pages.table(("field", "type", "if untold"), rows)
    return f"## {shape.__name__}\n\n{_prose(shape)}\n\n{table}\n"


def _required(field: dataclasses.Field[object]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _prose(shape: type) -> str:
    """The docstring; its indented or aligned lines stay as they are."""
    text = re.sub(r"\n {4}", "\n", (shape.__doc__ or "").strip())
    lead, _, rest = text.partition("\n\n")
    aligned = re.search(r"^\w+ {2,}\S", rest, re.MULTILINE)
    return f"{lead}\n\n```text\n{rest}\n```" if aligned else text


def _default(value: object) -> str:
    if isinstance(value, Record):
        return f"an empty {type(value).__name__}"
    if value is None or value in ((), {}, ""):
        return "empty"
    return f"`{value.value if isinstance(value, Factuality) else value}`"


def _kind(annotation: object) -> str:
    """A type as a reader would say it."""
    if isinstance(annotation, type) and not typing.get_args(annotation):
        return annotation.__name__
    arguments = [a for a in typing.get_args(annotation) if a is not Ellipsis]
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        return " or ".join(_kind(a) for a in arguments if a is not types.NoneType)
    if typing.get_origin(annotation) is dict:
        return f"{_kind(arguments[0])} to {_kind(arguments[1])}"
    return f"list of {_kind(arguments[0])}" if len(arguments) == 1 else "low, high"


if __name__ == "__main__":
    pages.main(PAGE, page())
