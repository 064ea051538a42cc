"""What SQLite reports, told as an error that says what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bede.errors import NotAStore, StoreDamaged, StoreFull, StoreLocked, StoreReadOnly, StoreUnopenable

_PRIMARY = 0xFF  # the low byte of an extended result code is the kind of error


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite that a user can do something about into StoreErrors; let others through."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise StoreLocked(path) from error
        if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
            raise StoreReadOnly(path) from error
        if code == sqlite3.SQLITE_CANTOPEN:
            raise StoreUnopenable(path, str(error)) from error
        if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
            raise StoreFull(path) from error
        if code == sqlite3.SQLITE_NOTADB:
            raise NotAStore(path) from error
        if code == sqlite3.SQLITE_CORRUPT:
            raise StoreDamaged(path, str(error)) from error
        raise
