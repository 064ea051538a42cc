"""What is in a store stays there: coding twice, killed runs, other programs, foreign and damaged files."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from store_samples import iraq, protest

from bede.errors import (
    ClashingEvent,
    NewerStore,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreLocked,
    StoreMissing,
    StoreReadOnly,
    StoreUnopenable,
)
from bede.records import Coding
from bede.store import EventFilter, RunCounts, Store


def test_adding_an_article_twice_changes_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "news.bede") as store:
        assert store.add(iraq())
        before = store.counts()
        assert not store.add(iraq().model_copy(update={"events": ()}))
        assert store.counts() == before
        assert store.coding(iraq().article.id) == iraq()


def test_recoding_replaces_the_record_and_its_traces(tmp_path: Path) -> None:
    with Store(tmp_path / "news.bede") as store:
        store.add(iraq())
        fewer = iraq().model_copy(update={"events": iraq().events[:1], "version": "0.2.0"})
        assert store.add(fewer, recode=True)
        assert store.coding(iraq().article.id) == fewer
        assert store.count() == 1
        assert store.count(EventFilter(text="airstrike")) == 1
        assert store.count(EventFilter(country="IRN")) == 0


def test_an_article_that_cannot_be_stored_leaves_nothing_behind(tmp_path: Path) -> None:
    other = protest(1)
    clash = other.model_copy(update={"events": (*other.events, iraq().events[0])})
    with Store(tmp_path / "news.bede") as store:
        store.add(iraq())
        before = store.counts()
        with pytest.raises(ClashingEvent, match=iraq().events[0].id):
            store.add(clash)
        assert store.counts() == before
        assert store.count(EventFilter(text="Quito")) == 0
        assert store.add(other)


def test_two_copies_of_one_text_are_two_articles(tmp_path: Path) -> None:
    with Store(tmp_path / "news.bede") as store:
        assert store.add(iraq(outlet="Example Post"))
        assert store.add(iraq(outlet="Example Times"))
        assert store.counts().articles == 2


def test_a_killed_run_loses_no_finished_article_and_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(path)],
        cwd=Path(__file__).parent,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout
    told = [writer.stdout.readline() for _ in range(30)]
    writer.send_signal(signal.SIGKILL)
    told += writer.stdout.readlines()
    assert writer.wait() == -signal.SIGKILL
    with Store(path) as store:
        kept = {coding.article.id: coding for coding in store.codings()}
        assert len(kept) >= len(told) >= 30
        assert all(coding == protest(int(article_id[-5:])) for article_id, coding in kept.items())
        assert sum(store.add(protest(number)) for number in range(len(kept) + 5)) == 5
        assert store.count() == len(kept) + 5


_WRITER = """
import itertools, sys
from store_samples import protest
from bede.store import Store
store = Store(sys.argv[1])
for number in itertools.count():
    store.add(protest(number))
    print(number, flush=True)
"""


def test_one_writes_while_others_read(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path) as writing, Store(path, readonly=True) as reading:
        writing.add(protest(1))
        stream = reading.codings()
        assert next(stream) == protest(1)
        writing.add(protest(2))
        writing.add(protest(1), recode=True)
        assert protest(2) in list(stream)
        assert reading.counts().articles == 2


def test_two_writers_take_turns(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path) as one, Store(path) as two:
        assert one.add(protest(1))
        assert two.add(protest(2))
        assert not two.add(protest(1))
        assert one.counts() == two.counts()


def test_a_locked_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path, busy_seconds=0) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match=r"news\.bede is locked"):
            store.add(iraq())
        other.execute("ROLLBACK")
        other.close()
        assert store.add(iraq())


def test_a_store_opened_to_read_refuses_to_write(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    Store(path).close()
    with Store(path, readonly=True) as store, pytest.raises(StoreReadOnly):
        store.add(iraq())


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_permissions_of_file_and_folder(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path) as store:
        store.add(iraq())
    path.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        with pytest.raises(StoreReadOnly):
            Store(path)
        with pytest.raises(StoreUnopenable):
            Store(tmp_path / "other.bede")
        with Store(path, readonly=True) as store:
            assert list(store.codings()) == [iraq()]
    finally:
        tmp_path.chmod(0o755)


def test_files_that_are_no_stores_are_left_as_they_are(tmp_path: Path) -> None:
    text = tmp_path / "report.txt"
    text.write_text("BAGHDAD: a report, not a store. " * 100)
    database = tmp_path / "other.db"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()
    for path in (text, database):
        before = path.read_bytes()
        for readonly in (True, False):
            with pytest.raises(NotAStore, match=path.name):
                Store(path, readonly=readonly)
        assert path.read_bytes() == before


def test_missing_stores_and_folders(tmp_path: Path) -> None:
    with pytest.raises(StoreMissing, match="bede code"):
        Store(tmp_path / "none.bede", readonly=True)
    with pytest.raises(StoreUnopenable):
        Store(tmp_path / "nowhere" / "news.bede")
    with pytest.raises(StoreUnopenable, match="folder"):
        Store(tmp_path)


def test_a_store_of_a_newer_bede_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    Store(path).close()
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA user_version = 99")
    other.close()
    with pytest.raises(NewerStore, match="99"):
        Store(path)


def test_a_damaged_store_is_told(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path) as store:
        for number in range(40):
            store.add(protest(number))
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreError) as told, Store(path, readonly=True) as store:
        list(store.codings())
    assert isinstance(told.value, StoreDamaged)


def test_a_store_knows_its_versions_and_runs(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    with Store(path) as store:
        assert store.about()["bede_version"]
        assert store.about()["ontology_version"].startswith("PLOVER")
        store.start_run({"paths": ["reports"], "on": None})
        store.add(iraq())
        store.skip("reports/empty.txt", "the file is empty")
        store.finish_run(RunCounts(read=1, coded=1, skipped=1, events=2))
        assert list(store.skipped()) == [("reports/empty.txt", "the file is empty")]
    with sqlite3.connect(path) as plain:
        assert plain.execute("SELECT coded, skipped, finished IS NOT NULL FROM runs").fetchall() == [
            (1, 1, 1)
        ]
        assert plain.execute("SELECT run FROM articles").fetchall() == [(1,)]
    plain.close()


def test_reviews_outlive_a_recoding(tmp_path: Path) -> None:
    path = tmp_path / "news.bede"
    coding: Coding = iraq()
    with Store(path) as store:
        store.add(coding)
        with sqlite3.connect(path) as plain:
            plain.execute(
                "INSERT INTO reviews (event, article, made, reviewer, verdict, machine)"
                " SELECT id, ?, '2020-02-01', 'reader', 'accept', record FROM events",
                (coding.article.id,),
            )
        store.add(coding.model_copy(update={"events": ()}), recode=True)
        assert plain.execute("SELECT count(*) FROM reviews").fetchone() == (2,)
        plain.close()
