"""One run over many articles: read, code, keep, count."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TextIO

from bede.article import Article
from bede.cli import wording
from bede.cli.progress import Watch, watch
from bede.engines.local import Failure, LocalPool, cores, load_coder
from bede.errors import BedeError
from bede.readers import Skipped, read
from bede.records import Coding
from bede.store import RunCounts, Store

BUSY_SECONDS = 20.0  # how long to wait for another program that writes to the store
_FEW = 100  # articles that one process has coded before a pool of them has started
_MOST_PROCESSES = 8  # each holds its own models in memory; more only when asked for


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user asked for; see `bede code --help`."""

    paths: list[str]
    on: dt.date | None = None
    outlet: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    min_confidence: float = 0.0
    processes: int | None = None
    recode: bool = False
    model: str = "frames"


@dataclass(slots=True)
class Outcome:
    """How a run ended. `failed` is the message of what stopped it before its end."""

    counts: RunCounts = field(default_factory=RunCounts)
    interrupted: bool = False
    failed: str | None = None


def run_to(settings: Settings, path: Path | None, as_json: bool) -> Outcome:
    """Code into a store, as JSON lines to standard output, or both. What is finished is kept.

    Raises BedeError where nothing could start.
    """
    outcome = Outcome()
    items = read(settings.paths, on=settings.on, columns=settings.columns, outlet=settings.outlet)
    with ExitStack() as stack:
        store = stack.enter_context(Store(path, busy_seconds=BUSY_SECONDS)) if path else None
        if store:
            store.start_run(asdict(settings))
        with watch(settings.paths, outcome.counts) as watching:
            run = Run(settings, store, sys.stdout if as_json else None, watching, outcome.counts)
            try:
                run.code(items)
            except KeyboardInterrupt:
                outcome.interrupted = True
            except BedeError as error:
                if not outcome.counts.coded:
                    raise
                outcome.failed = str(error)
        if store and not outcome.failed:
            store.finish_run(outcome.counts)
    _close(outcome, path, sys.stderr if as_json else sys.stdout)
    return outcome


class Run:
    """Passes articles from the readers to the coder and on, and counts them in `counts`."""

    def __init__(
        self,
        settings: Settings,
        store: Store | None,
        lines: TextIO | None,
        watching: Watch,
        counts: RunCounts,
    ) -> None:
        self.settings = settings
        self.store = store
        self.lines = lines
        self.watching = watching
        self.counts = counts

    def code(self, items: Iterator[Article | Skipped]) -> None:
        with ExitStack() as stack:
            for result in self._results(self._fresh(items), stack):
                if isinstance(result, Failure):
                    self.skip(result.article.source or result.article.id, result.reason)
                else:
                    self._keep(result)
                self.watching.show()

    def skip(self, source: str, reason: str) -> None:
        self.counts.skipped += 1
        self.watching.skipped(source, reason)
        if self.store:
            self.store.skip(source, reason)

    def _fresh(self, items: Iterator[Article | Skipped]) -> Iterator[Article]:
        """The articles that have to be coded."""
        for item in items:
            if isinstance(item, Skipped):
                if not self._is_own_store(item.source):
                    self.skip(item.source, item.reason)
                continue
            self.counts.read += 1
            stored = self.store.article(item.id) if self.store and not self.settings.recode else None
            if stored:
                self._already(stored, item)
            else:
                yield item

    def _is_own_store(self, source: str) -> bool:
        """Whether a file in a folder of reports is the store that is written to, or its log."""
        if self.store is None:
            return False
        own = self.store.path.resolve()
        return Path(source).resolve() in (
            own,
            own.with_name(own.name + "-wal"),
            own.with_name(own.name + "-shm"),
        )

    def _results(self, articles: Iterator[Article], stack: ExitStack) -> Iterator[Coding | Failure]:
        processes = self.settings.processes
        first = list(islice(articles, _FEW if processes is None else 1))
        if not first:
            return iter(())  # nothing to load models for
        articles = chain(first, articles)
        if processes is None:
            processes = min(cores(), _MOST_PROCESSES) if len(first) == _FEW else 1
        if processes == 1:
            return load_coder(self.settings.model).code_many(articles)
        load = partial(load_coder, self.settings.model)
        return stack.enter_context(LocalPool(processes, load)).code_many(articles)

    def _keep(self, coding: Coding) -> None:
        least = self.settings.min_confidence
        if least > 0:
            kept = tuple(event for event in coding.events if event.confidence >= least)
            coding = coding.model_copy(update={"events": kept})
        if self.store and not self.store.add(coding, recode=self.settings.recode):
            stored = self.store.article(coding.article.id)
            if stored:  # it came earlier in this run
                self._already(stored, coding.article)
            return
        self.counts.coded += 1
        self.counts.events += len(coding.events)
        self._write(coding)

    def _already(self, stored: Article, again: Article) -> None:
        """Leave what is stored as it is. Another text under the same id is no copy of it, and not coded."""
        if stored.text != again.text:
            reason = f"the store holds another text under the id {stored.id}; --recode replaces it"
            self.skip(again.source or again.id, reason)
            return
        self.counts.already += 1
        self.watching.show()
        if self.store and self.lines:
            self._write(self.store.coding(stored.id))

    def _write(self, coding: Coding) -> None:
        if self.lines is None:
            return
        from bede.exports.plover import plover_line

        for event in coding.events:
            self.lines.write(plover_line(coding, event) + "\n")
        self.lines.flush()


def _close(outcome: Outcome, path: Path | None, stream: TextIO) -> None:
    """The closing count."""
    counts = outcome.counts
    parts = [f"{wording.count(counts.read, 'article')} read", f"{counts.coded} coded"]
    if path:
        parts.append(f"{counts.already} already there")
    parts += [f"{counts.skipped} skipped", f"{wording.count(counts.events, 'event')} found"]
    print(", ".join(parts) + ".", file=stream)
    if outcome.interrupted or outcome.failed:
        print(f"Stopped before the end. {outcome.failed or ''}".rstrip(), file=sys.stderr)
        if path:
            print("Finished articles are kept; the same command goes on from here.", file=sys.stderr)
    elif path and counts.coded:
        print(f"Look at them with: bede show {path}", file=stream)
