"""Coding on several cores of one machine: worker processes, each with a coder of its own."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Protocol, Self

from bede.article import Article
from bede.errors import BedeError, WorkerFailed
from bede.records import Coding

_BATCH = 16  # articles given to a worker at once
_AHEAD = 4  # batches begun and not yet handed on, for each worker: what bounds memory
_STOP_SECONDS = 5
_CONTEXT = multiprocessing.get_context("spawn")  # a forked copy of loaded models and threads may hang


class CodesMany(Protocol):
    """What a worker runs: a `bede.Coder`."""

    def code_many(self, articles: Iterable[Article]) -> Iterator[Coding]: ...


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be coded, and why."""

    article: Article
    reason: str


def load_coder(model: str = "frames") -> CodesMany:
    """The coder with one of the models that `bede.load` takes."""
    import bede

    coder: CodesMany = bede.load(model)
    return coder


class LocalPool:
    """A pool of `processes` workers. Use it as a context manager, or close it.

    `load` is called once in each worker and gives the coder; it must be importable by name. A script that
    uses a pool needs `if __name__ == "__main__":`, because workers import the script.
    """

    def __init__(self, processes: int | None = None, load: Callable[[], CodesMany] = load_coder) -> None:
        self.processes = processes or cores()
        self._load = load
        self._workers: list[_Worker] = []

    def code_many(self, articles: Iterable[Article]) -> Iterator[Coding | Failure]:
        """Code a stream, in order. Only a few batches are held at once, however long the stream is.

        A worker that ends unexpectedly is replaced, and its articles are coded again one by one; the article
        that ends a worker on its own is given back as a Failure. Raises WorkerFailed where a worker cannot
        start, and what `articles` raises.
        """
        self._start()
        source = iter(articles)
        slots: deque[_Slot] = deque()
        again: deque[_Task] = deque()
        while True:
            for worker in self._workers:
                if worker.task is None:
                    task = again.popleft() if again else self._next_task(source, slots)
                    if task:
                        worker.give(task)
            while slots and slots[0].missing == 0:
                yield from (result for result in slots.popleft().results if result is not None)
            busy = [worker for worker in self._workers if worker.task]
            if busy:
                self._collect(busy, again)
            elif not slots and not again:
                return

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.stop()
        self._workers.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _start(self) -> None:
        self._workers += [_Worker(self._load) for _ in range(self.processes - len(self._workers))]
        for worker in self._workers:
            worker.wait_until_ready()

    def _next_task(self, source: Iterator[Article], slots: deque[_Slot]) -> _Task | None:
        if len(slots) >= self.processes * _AHEAD:
            return None
        batch = list(islice(source, _BATCH))
        if not batch:
            return None
        slots.append(_Slot([None] * len(batch)))
        return _Task(slots[-1], 0, batch)

    def _collect(self, busy: list[_Worker], again: deque[_Task]) -> None:
        """Wait until a worker has answered or ended, and put down what came."""
        ready = set(wait([worker.pipe for worker in busy]))
        for worker in busy:
            if worker.pipe not in ready or worker.task is None:
                continue
            task, worker.task = worker.task, None
            try:
                task.fill(worker.pipe.recv())
            except (EOFError, ConnectionResetError):
                code = worker.stop()
                if len(task.articles) > 1:
                    again.extend(task.one_by_one())
                else:
                    task.fill([Failure(task.articles[0], f"the process that coded it ended ({code})")])
                replacement = _Worker(self._load)
                self._workers[self._workers.index(worker)] = replacement
                replacement.wait_until_ready()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(slots=True, eq=False)
class _Slot:
    """The results of one batch, in the order of its articles."""

    results: list[Coding | Failure | None]
    missing: int = field(init=False)

    def __post_init__(self) -> None:
        self.missing = len(self.results)


@dataclass(slots=True, eq=False)
class _Task:
    """Articles for one worker, and where their results belong."""

    slot: _Slot
    offset: int
    articles: list[Article]

    def fill(self, results: list[Coding | Failure]) -> None:
        self.slot.results[self.offset : self.offset + len(results)] = results
        self.slot.missing -= len(results)

    def one_by_one(self) -> Iterator[_Task]:
        for position, article in enumerate(self.articles):
            yield _Task(self.slot, self.offset + position, [article])


class _Worker:
    """One process and the pipe to it. It is given one task at a time, so neither end waits to be read."""

    def __init__(self, load: Callable[[], CodesMany]) -> None:
        self.task: _Task | None = None
        self.ready = False
        self.pipe, theirs = _CONTEXT.Pipe()
        self.process: SpawnProcess = _CONTEXT.Process(target=_work, args=(theirs, load), daemon=True)
        self.process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        if self.ready:
            return
        try:
            problem = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise WorkerFailed(self.stop()) from None
        if problem:
            raise BedeError(problem)
        self.ready = True

    def give(self, task: _Task) -> None:
        self.task = task
        try:
            self.pipe.send(task.articles)
        except (BrokenPipeError, ConnectionResetError):
            return  # it has just ended; reading its answer tells so

    def stop(self) -> str:
        """End the process and tell how it ended."""
        self.pipe.close()
        if self.task:
            self.process.terminate()
        self.process.join(_STOP_SECONDS)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        code = self.process.exitcode or 0
        return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


def _work(pipe: Connection, load: Callable[[], CodesMany]) -> None:
    """What a worker process does until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the main one ends the others
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # one core a worker
    try:
        coder = load()
    except BedeError as error:
        pipe.send(str(error))
        return
    try:
        pipe.send("")
        while True:
            pipe.send(list(coder.code_many(pipe.recv())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
