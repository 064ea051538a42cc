"""Bytes to text: byte order marks, UTF-8 first, stray bytes as Windows-1252, else a guess."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from bede.errors import BinaryFile, CannotOpen, Empty, TooLarge, UnknownEncoding, Unreadable

MAX_FILE_BYTES = 20_000_000  # of a file that is one article, or that has to be read whole
MAX_LINE_BYTES = 20_000_000  # of one line of JSON lines, CSV or TSV; such files may have any length

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FOREIGN = 0.1  # share of bytes that are neither ASCII nor UTF-8 from which a text is in another encoding
_GUESSED_ON = 50_000  # bytes
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\v\x1b\x1a\x08")
_SIGNATURES = (
    b"%PDF-", b"\x1f\x8b", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"7z\xbc\xaf", b"BZh",
    b"{\\rtf",
)  # fmt: skip


class Lines(Protocol):
    """What is needed of a stream of bytes."""

    def readline(self, limit: int, /) -> bytes: ...

    def read(self) -> bytes: ...


def read_bytes(path: Path) -> bytes:
    """All of a file. Raises `Empty`, `TooLarge`, `CannotOpen`."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise TooLarge("the file", MAX_FILE_BYTES)
        data = path.read_bytes()
    except OSError as error:
        raise CannotOpen(error.strerror or str(error)) from error
    if not data.strip():
        raise Empty
    return data


def decode(data: bytes, declared: str | None = None) -> str:
    """Text of bytes. `declared` is the encoding that a page names. Raises `BinaryFile`, `UnknownEncoding`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    if looks_binary(data):
        raise BinaryFile
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            return data[: error.start].decode("utf-8")  # cut off inside a character
    if declared and (text := _as_declared(data, declared)) is not None:
        return text
    if _stray_share(data) < _FOREIGN:
        return data.decode("utf-8", errors="bede_windows")
    return _guess(data)


def looks_binary(data: bytes) -> bool:
    """Whether bytes are no text in any encoding built on ASCII."""
    return b"\0" in data or starts_binary(data)


def starts_binary(data: bytes) -> bool:
    """Whether the beginning of a file is that of a picture, an archive or the like; one stray byte is not."""
    head = data[:8192]
    if head.startswith(_SIGNATURES):
        return True
    marked = any(head.startswith(mark) for mark, _ in _MARKS)
    return not marked and len(head) - len(head.translate(None, _CONTROL)) > 0.02 * len(head)


def text_lines(stream: Lines) -> Iterator[tuple[int, str | Unreadable]]:
    """The lines of a stream with their numbers, from 1, each decoded on its own; a bad line is its reason.

    One line in another encoding leaves the others as they are. A line that is too long is passed over.
    """
    number = 0
    head = stream.readline(MAX_LINE_BYTES + 1)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = (head + stream.read()).decode("utf-16", errors="replace")
        yield from enumerate(io.StringIO(text), start=1)
        return
    while head:
        number += 1
        if len(head) > MAX_LINE_BYTES:
            while head and not head.endswith(b"\n"):
                head = stream.readline(MAX_LINE_BYTES)
            yield number, TooLarge("the line", MAX_LINE_BYTES)
        else:
            yield number, _line(head)
        head = stream.readline(MAX_LINE_BYTES + 1)


def _line(data: bytes) -> str | Unreadable:
    try:
        return decode(data)
    except (BinaryFile, UnknownEncoding) as reason:
        return reason


def _as_declared(data: bytes, declared: str) -> str | None:
    try:
        return data.decode(declared)
    except (LookupError, UnicodeError):
        return None


def _stray_share(data: bytes) -> float:
    """The share of bytes that do not fit UTF-8."""
    text = data[:_GUESSED_ON].decode("utf-8", errors="surrogateescape")
    return sum("\udc80" <= char <= "\udcff" for char in text) / max(1, len(text))


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESSED_ON]).best()
    if best is None:
        raise UnknownEncoding
    return data.decode(best.encoding, errors="replace")


def _windows(error: UnicodeError) -> tuple[str, int]:
    """Reads the bytes that are not UTF-8 as Windows-1252, as browsers do."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("bede_windows", _windows)
