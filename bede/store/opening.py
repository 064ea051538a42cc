"""Opening a store file: is it one, may it be read or written, which schema does it have."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from importlib import resources
from pathlib import Path
from urllib.parse import quote

from bede import __version__
from bede.errors import NewerStore, NotAStore, StoreMissing, StoreReadOnly, StoreUnopenable
from bede.store.failures import told

SCHEMA = 1
APPLICATION_ID = 0x42454445  # "BEDE", in the header of the file
ONTOLOGY = "PLOVER 2.0"


def connect(path: Path, readonly: bool, busy_seconds: float) -> sqlite3.Connection:
    """A connection to the store at `path`, which is made where there is none and `readonly` is false.

    Raises StoreMissing, NotAStore, NewerStore, StoreLocked, StoreReadOnly, StoreUnopenable.
    """
    if path.is_dir():
        raise StoreUnopenable(path, "it is a folder")
    if readonly and not path.exists():
        raise StoreMissing(path)
    if not readonly and path.exists() and not os.access(path, os.W_OK):
        raise StoreReadOnly(path)
    with told(path):
        connection = sqlite3.connect(
            _uri(path, readonly),
            uri=True,
            timeout=busy_seconds,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            _prepare(connection, path, readonly)
        except BaseException:
            connection.close()
            raise
    return connection


def now() -> str:
    """This second, ISO 8601, UTC."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")


def _uri(path: Path, readonly: bool) -> str:
    """How SQLite is to open the file.

    Who may write opens it so even to read, and the log files beside it go when the last one closes it. A
    store at rest in a folder that may not be written to can only be opened as one that never changes.
    """
    uri = "file:" + quote(str(path.absolute()))
    if not readonly:
        return uri + "?mode=rwc"
    if os.access(path.absolute().parent, os.W_OK):
        return uri + ("?mode=rw" if os.access(path, os.W_OK) else "?mode=ro")
    return uri + ("?mode=ro" if Path(f"{path}-wal").exists() else "?mode=ro&immutable=1")


def _prepare(connection: sqlite3.Connection, path: Path, readonly: bool) -> None:
    if not _check(connection, path, readonly):
        # Another process may be making the same store: whoever comes second finds it made.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("BEGIN IMMEDIATE")
        if not _check(connection, path, readonly):
            _make(connection)
        connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")
    if readonly:
        connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL a killed process loses no transaction


def _check(connection: sqlite3.Connection, path: Path, readonly: bool) -> bool:
    """True for a store that can be used, False for an empty file that may become one."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application == APPLICATION_ID:
        if version > SCHEMA:
            raise NewerStore(path, version, SCHEMA)
        return True
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables or application or readonly:
        raise NotAStore(path)
    return False


def _make(connection: sqlite3.Connection) -> None:
    for statement in resources.files("bede.store").joinpath("schema.sql").read_text("utf-8").split(";\n"):
        connection.execute(statement)
    about = {"bede_version": __version__, "ontology_version": ONTOLOGY, "created": now()}
    connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", about.items())
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
