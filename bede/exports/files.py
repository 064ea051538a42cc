"""Where an export goes: a file that appears only when it is whole, or a stream that is open already."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from bede.errors import BedeError


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Gives a path beside `path` to write to, and moves it to `path` when all went well.

    A broken or killed export therefore never looks like a finished one, nor spoils an older one.
    Raises BedeError where the file cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise BedeError(f"{path} cannot be written: {error.strerror or error}. Name another file.") from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def text_output(out: Path | TextIO) -> Iterator[TextIO]:
    """A stream of UTF-8 text with newlines as they are written, to a file or to `out` itself."""
    if not isinstance(out, Path):
        yield out
        return
    with whole_file(out) as part, part.open("w", encoding="utf-8", newline="") as file:
        yield file
