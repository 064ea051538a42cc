"""JSON lines (one article a line) and JSON files that hold one article or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import BytesIO

from bede.errors import Empty, NotAnObject, NotJson, Unreadable
from bede.readers.decoding import Lines, decode, text_lines

Record = Mapping[str, object]
_KINDS = {
    list: "list",
    str: "string",
    int: "number",
    float: "number",
    bool: "truth value",
    type(None): "null",
}
_WRAPPERS = ("articles", "items", "data", "results", "docs", "documents", "stories")


def read_lines(stream: Lines) -> Iterator[tuple[int, Record | Unreadable]]:
    """The objects of a JSON lines stream with their line numbers; for a bad line its reason."""
    for number, line in text_lines(stream):
        if isinstance(line, Unreadable):
            yield number, line
        elif line.strip():
            yield number, _record(line.strip())


def read_list(data: bytes) -> Iterator[tuple[int, Record | Unreadable]]:
    """The objects of a JSON file with their positions, from 1: a list, an object, or a list in one."""
    try:
        whole = _load(decode(data))
    except NotJson:
        lines = list(read_lines(BytesIO(data)))
        if not any(isinstance(item, Mapping) for _, item in lines):
            raise  # not JSON lines under a wrong name either
        yield from lines
        return
    if isinstance(whole, dict):
        inside = next((whole[name] for name in _WRAPPERS if isinstance(whole.get(name), list)), None)
        whole = [whole] if inside is None else inside
    if not isinstance(whole, list):
        raise NotAnObject(_KINDS[type(whole)])
    if not whole:
        raise Empty
    for number, item in enumerate(whole, start=1):
        yield number, item if isinstance(item, dict) else NotAnObject(_KINDS[type(item)])


def _record(line: str) -> Record | Unreadable:
    try:
        value = _load(line)
    except NotJson as reason:
        return reason
    return value if isinstance(value, dict) else NotAnObject(_KINDS[type(value)])


def _load(text: str) -> object:
    """The value of a JSON text. Raises `NotJson`."""
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg.lower()} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise NotJson("nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise NotJson("a number is too long") from error
    return value
