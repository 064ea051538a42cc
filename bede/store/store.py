"""The store: codings written once, read back unchanged, and searched."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from bede import __version__
from bede.article import Article
from bede.errors import AmbiguousId, ClashingEvent, NoSuchRecord, StoreReadOnly
from bede.records import Coding, Event, Statement, Where
from bede.store import rows
from bede.store.failures import told
from bede.store.filters import EventFilter, query
from bede.store.opening import connect, now

_PAGE = 200  # codings kept at hand while events are read, and ids asked for at once
_ARTICLE = "SELECT id, title, body, record FROM articles WHERE id = ?"
_CODING = "SELECT id, title, body, record, version FROM articles WHERE key = ?"


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds. `skipped` counts the sources that could not be read in some run."""

    articles: int
    events: int
    statements: int
    places: int
    skipped: int


@dataclass(slots=True)
class RunCounts:
    """What one run of `bede code` did: articles read, coded, already there, skipped; events found."""

    read: int = 0
    coded: int = 0
    already: int = 0
    skipped: int = 0
    events: int = 0


class Store:
    """One file of codings. Use it as a context manager, or close it.

    path           made where there is none, unless `readonly`
    readonly       refuse to write; the file may then be on a medium that cannot be written to
    busy_seconds   how long to wait for another process that is writing

    Raises StoreMissing, NotAStore, NewerStore, StoreLocked, StoreReadOnly, StoreUnopenable.
    """

    def __init__(self, path: str | Path, readonly: bool = False, busy_seconds: float = 20) -> None:
        self.path = Path(path)
        self.readonly = readonly
        self._run: int | None = None
        self._db = connect(self.path, readonly, busy_seconds)

    def close(self) -> None:
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Writing

    def add(self, coding: Coding, recode: bool = False) -> bool:
        """Store a coding, whole or not at all. True when written.

        An article that is there already is left as it is, or with `recode` coded anew; reviews stay.
        Raises StoreLocked, StoreReadOnly, StoreFull, and ClashingEvent where an event id is another's.
        """
        with self._writing():
            if self.has(coding.article.id):
                if not recode:
                    return False
                self._remove(coding.article.id)
            self._insert(coding)
        return True

    def start_run(self, options: Mapping[str, object]) -> int:
        """Note that a run begins, to which what is stored from now on belongs. Gives its number."""
        with self._writing():
            cursor = self._db.execute(
                "INSERT INTO runs (started, version, options) VALUES (?, ?, ?)",
                (now(), __version__, json.dumps(dict(options), default=str)),
            )
        self._run = cursor.lastrowid
        return int(self._run or 0)

    def finish_run(self, counts: RunCounts) -> None:
        """Note that the run has ended, and what it did."""
        with self._writing():
            self._db.execute(
                "UPDATE runs SET finished = ?, read = ?, coded = ?, already = ?, skipped = ?, events = ?"
                " WHERE id = ?",
                (now(), *astuple(counts), self._run),
            )
        self._run = None

    def skip(self, source: str, reason: str) -> None:
        """Keep what could not be read, and why."""
        with self._writing():
            self._db.execute(
                "INSERT INTO skipped (run, source, reason) VALUES (?, ?, ?)",
                (self._run, rows.to_cell(source), rows.to_cell(reason)),
            )

    # Reading

    def has(self, article_id: str) -> bool:
        """Whether the article is there."""
        with told(self.path):
            found = self._db.execute(
                "SELECT 1 FROM articles WHERE id = ?", (rows.to_cell(article_id),)
            ).fetchone()
        return found is not None

    def article(self, article_id: str) -> Article | None:
        """The article with exactly this id, if it is there."""
        with told(self.path):
            row = self._db.execute(_ARTICLE, (rows.to_cell(article_id),)).fetchone()
        return rows.read_article(*row) if row else None

    def coding(self, article_id: str) -> Coding:
        """The coding of an article, equal to the one added. `article_id` may be the beginning of just one id.

        Raises NoSuchRecord, AmbiguousId.
        """
        coding = self._coding(self._resolve("article", article_id))
        if coding is None:
            raise NoSuchRecord(self.path, "article", article_id)
        return coding

    def event(self, event_id: str) -> tuple[Coding, Event]:
        """An event and the coding it belongs to, likewise."""
        found = next(self._events("key = ?", (self._resolve("event", event_id),)), None)
        if found is None:
            raise NoSuchRecord(self.path, "event", event_id)
        return found

    def events(
        self, wanted: EventFilter | None = None, order: Literal["date", "article"] = "date"
    ) -> Iterator[tuple[Coding, Event]]:
        """Events that meet the filter, each with the coding it belongs to.

        In order of their date, undated ones last, or in the order in which the articles were stored (faster
        where all are read).
        """
        wanted = wanted or EventFilter()
        asked = query(wanted)
        by = {
            "date": "events.first_day IS NULL, events.first_day, events.article, events.position",
            "article": "events.article, events.position",
        }[order]
        limit = -1 if wanted.limit is None else wanted.limit
        yield from self._events(f"{asked.where} ORDER BY {by} LIMIT ?", (*asked.values, limit))

    def count(self, wanted: EventFilter | None = None) -> int:
        """How many events meet the filter, whatever its limit."""
        asked = query(wanted or EventFilter())
        with told(self.path):
            (number,) = self._db.execute(
                f"SELECT count(*) FROM events WHERE {asked.where}", asked.values
            ).fetchone()
        return int(number)

    def codings(self) -> Iterator[Coding]:
        """All codings, in the order in which they were stored. The store may be written to meanwhile."""
        last = -1
        while True:
            with told(self.path):
                keys = self._db.execute(
                    "SELECT key FROM articles WHERE key > ? ORDER BY key LIMIT ?", (last, _PAGE)
                ).fetchall()
            if not keys:
                return
            for (last,) in keys:
                coding = self._coding(last)
                if coding:
                    yield coding

    def counts(self) -> Counts:
        """How much the store holds."""
        with told(self.path):
            found = self._db.execute(
                "SELECT (SELECT count(*) FROM articles), (SELECT count(*) FROM events),"
                " (SELECT count(*) FROM statements), (SELECT count(*) FROM places WHERE event IS NULL),"
                " (SELECT count(DISTINCT source) FROM skipped)"
            ).fetchone()
        return Counts(*found)

    def skipped(self) -> Iterator[tuple[str, str]]:
        """What could not be read in any run: source and reason."""
        with told(self.path):
            for source, reason in self._db.execute("SELECT source, reason FROM skipped ORDER BY id"):
                yield rows.from_cell(source), rows.from_cell(reason)

    def about(self) -> dict[str, str]:
        """The versions of Bede and of the ontology that made the store, and when."""
        with told(self.path):
            return dict(self._db.execute("SELECT name, value FROM meta"))

    def short_ids(self, ids: list[str], least: int = 6) -> dict[str, str]:
        """For each event id its shortest beginning, of `least` characters or more, that is its alone."""
        return {event_id: self._short(event_id, least) for event_id in ids}

    # Within

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.readonly:
            raise StoreReadOnly(self.path)
        with told(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def _insert(self, coding: Coding) -> None:
        article = self._put("articles", {**rows.article_row(coding), "run": self._run})
        self._db.execute(
            "INSERT INTO article_text (rowid, title, body) VALUES (?, ?, ?)",
            (article, rows.searchable(coding.article.title), rows.searchable(coding.article.body)),
        )
        for position, event in enumerate(coding.events):
            self._insert_event(coding, event, article, position)
        for row in rows.statement_rows(coding):
            self._put("statements", {"article": article, **row})
        for position, place in enumerate(coding.places):
            self._put("places", {"article": article, **rows.place_row(coding, place, position)})

    def _insert_event(self, coding: Coding, event: Event, article: int, position: int) -> None:
        if self._db.execute("SELECT 1 FROM events WHERE id = ?", (event.id,)).fetchone():
            raise ClashingEvent(self.path, event.id)
        key = self._put("events", {"article": article, **rows.event_row(event, position)})
        for row in rows.entity_rows(coding, event):
            self._put("entities", {"event": key, **row})
        for row in rows.mention_rows(event):
            self._put("mentions", {"event": key, **row})
        if event.where:
            self._put("places", {"article": article, "event": key, **rows.place_row(coding, event.where, 0)})

    def _put(self, table: str, row: rows.Row) -> int:
        places = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({places})"
        return int(self._db.execute(sql, tuple(row.values())).lastrowid or 0)

    def _remove(self, article_id: str) -> None:
        key, title, body = self._db.execute(
            "SELECT key, title, body FROM articles WHERE id = ?", (rows.to_cell(article_id),)
        ).fetchone()
        # The index keeps no text of its own: it has to be told what it had indexed.
        self._db.execute(
            "INSERT INTO article_text (article_text, rowid, title, body) VALUES ('delete', ?, ?, ?)",
            (key, rows.searchable(rows.from_cell(title)), rows.searchable(rows.from_cell(body))),
        )
        self._db.execute("DELETE FROM articles WHERE key = ?", (key,))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One moment of the store, whatever others write meanwhile."""
        with told(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    def _events(self, rest: str, values: tuple[object, ...]) -> Iterator[tuple[Coding, Event]]:
        with told(self.path):
            found = self._db.execute(f"SELECT article, position FROM events WHERE {rest}", values).fetchall()
        read = functools.lru_cache(maxsize=_PAGE)(self._coding)
        for key, position in found:
            coding = read(key)
            if coding:
                yield coding, coding.events[position]

    def _coding(self, key: int) -> Coding | None:
        """None where the article has just been coded anew, and so has another key."""
        with self._reading():
            row = self._db.execute(_CODING, (key,)).fetchone()
            events = self._records("events WHERE article = ?", key)
            statements = self._records("statements WHERE article = ?", key)
            places = self._records("places WHERE article = ? AND event IS NULL", key)
        if row is None:
            return None
        article_id, title, body, record, version = row
        return Coding(
            article=rows.read_article(article_id, title, body, record),
            events=tuple(Event.model_validate_json(record) for record in events),
            statements=tuple(Statement.model_validate_json(record) for record in statements),
            places=tuple(Where.model_validate_json(record) for record in places),
            version=version,
        )

    def _records(self, source: str, key: int) -> list[str]:
        sql = f"SELECT record FROM {source} ORDER BY position"
        return [record for (record,) in self._db.execute(sql, (key,))]

    def _resolve(self, kind: Literal["article", "event"], wanted: str) -> int:
        """The key of the one record whose id is, or else begins with, `wanted`."""
        table = f"{kind}s"
        with told(self.path):
            exact = self._db.execute(
                f"SELECT key FROM {table} WHERE id = ?", (rows.to_cell(wanted),)
            ).fetchone()
            if exact:
                return int(exact[0])
            found = self._db.execute(
                f"SELECT key, id FROM {table} WHERE id >= ? AND substr(id, 1, ?) = ? ORDER BY id LIMIT 4",
                (wanted, len(wanted), wanted),
            ).fetchall()
        if not found or not wanted:
            raise NoSuchRecord(self.path, kind, wanted)
        if len(found) > 1:
            raise AmbiguousId(self.path, kind, wanted, [record_id for _, record_id in found])
        return int(found[0][0])

    def _short(self, event_id: str, least: int) -> str:
        with told(self.path):
            beside = [
                row[0] or ""
                for row in (
                    self._db.execute("SELECT max(id) FROM events WHERE id < ?", (event_id,)).fetchone(),
                    self._db.execute("SELECT min(id) FROM events WHERE id > ?", (event_id,)).fetchone(),
                )
            ]
        return event_id[: max(least, *(_shared(event_id, other) + 1 for other in beside))]


def _shared(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
