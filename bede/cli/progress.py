"""What a user sees while articles are coded: a bar on a terminal, and every skipped source."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from bede.cli.terminal import messages
from bede.store import RunCounts

_LINE_FILES = {".jsonl", ".ndjson", ".csv", ".tsv"}
_TOO_BIG = 200_000_000  # bytes; counting the lines of larger files would make the user wait


class Watch:
    """Shows `counts` as they grow. Without a terminal only skipped sources are told."""

    def __init__(
        self, console: Console, counts: RunCounts, progress: Progress | None, task: TaskID | None
    ) -> None:
        self._console = console
        self._counts = counts
        self._progress = progress
        self._task = task

    def show(self) -> None:
        if self._progress and self._task is not None:
            done = self._counts.coded + self._counts.already + self._counts.skipped
            self._progress.update(self._task, completed=done, events=self._counts.events)

    def skipped(self, source: str, reason: str) -> None:
        self._console.print(f"skipped {source}: {reason}", markup=False)
        self.show()


class _Warnings(logging.Handler):
    """Shows warnings of the readers above the bar."""

    def __init__(self, console: Console) -> None:
        super().__init__(logging.WARNING)
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        self._console.print(record.getMessage(), markup=False)


@contextmanager
def _warnings_on(console: Console) -> Iterator[None]:
    logger, handler = logging.getLogger("bede"), _Warnings(console)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)


@contextmanager
def watch(paths: list[str], counts: RunCounts) -> Iterator[Watch]:
    """A Watch on standard error for the time of a run."""
    console = messages()
    if not console.is_terminal:
        with _warnings_on(console):
            yield Watch(console, counts, None, None)
        return
    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles, {task.fields[events]} events"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as progress, _warnings_on(console):
        task = progress.add_task("coding", total=expected(paths), events=0)
        yield Watch(console, counts, progress, task)


def expected(paths: list[str]) -> int | None:
    """About how many articles there are: one a file, or one a line in files of lines. None: hard to tell."""
    total = 0
    for path in paths:
        if path == "-":
            return None
        found = Path(path)
        if not found.exists():
            continue
        files = (file for file in found.rglob("*") if file.is_file()) if found.is_dir() else [found]
        for file in files:
            if file.suffix.lower() not in _LINE_FILES:
                total += 1
            elif file.stat().st_size > _TOO_BIG:
                return None
            else:
                with file.open("rb") as stream:
                    total += sum(1 for _ in stream)
    return total
