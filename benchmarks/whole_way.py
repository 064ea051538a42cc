"""How fast articles are coded, where the time goes, and how much memory that takes.

    python benchmarks/whole_way.py demo/reports --articles 1000 --processes 2

CPU seconds are of the processor, so they hold on a busy machine too; articles a second do not.
"""

from __future__ import annotations

import argparse
import multiprocessing
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import wraps
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import bede
from bede.article import Article
from bede.engines import LocalPool
from bede.readers import read

WARM = 16  # articles that every process codes before the clock starts: one batch
SAMPLE = 100  # articles coded in this process to see where the time goes


@dataclass(slots=True)
class Clock:
    """CPU seconds by room. A room that asks another stops its own clock until it has the answer."""

    spent: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    _open: list[str] = field(default_factory=list)
    _since: float = 0.0

    def enter(self, room: str) -> None:
        self._charge()
        self._open.append(room)

    def leave(self) -> None:
        self._charge()
        self._open.pop()

    def _charge(self) -> None:
        now = time.process_time()
        if self._open:
            self.spent[self._open[-1]] += now - self._since
        self._since = now

    def watch(self, owner: Any, name: str, room: str) -> None:
        """Charge every call of `owner.name` to a room."""
        called: Callable[..., Any] = getattr(owner, name)

        @wraps(called)
        def timed(*args: Any, **named: Any) -> Any:
            self.enter(room)
            try:
                return called(*args, **named)
            finally:
                self.leave()

        setattr(owner, name, timed)


def watched() -> Clock:
    """A clock on every door between `bede.coder` and its rooms."""
    import bede.coder
    import bede.writing
    from bede.actors import ActorReader
    from bede.places import PlaceLinker, PlaceReader

    clock = Clock()
    for owner, name, room in (
        (ActorReader, "read", "actors"),
        (bede.coder, "main_country", "actors"),
        (bede.coder, "figures", "actors"),
        (PlaceReader, "read", "places"),
        (PlaceLinker, "find", "places"),
        (bede.coder, "read_times", "times"),
        (bede.coder, "date_event", "times"),
        (bede.writing, "historical", "times"),
        (bede.coder, "read_statements", "statements"),
        (bede.coder, "around", "statements"),
        (bede.coder, "attribution", "statements"),
        (bede.coder, "read_events", "events"),
        (bede.coder.Coder, "_read", "events"),
        (bede.coder.Coder, "_write", "records"),
    ):
        clock.watch(owner, name, room)
    return clock


def by_room(articles: list[Article]) -> dict[str, float]:
    """CPU seconds an article, by room, in this process."""
    coder = bede.load()
    for _ in coder.code_many(articles[:WARM]):
        pass
    clock = watched()
    clock.enter("parsing")
    for _ in coder.code_many(articles):
        pass
    clock.leave()
    return {room: seconds / len(articles) for room, seconds in clock.spent.items()}


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the pool: seconds by the clock and of the processor, memory in MiB (None where untold)."""

    start: float
    seconds: float
    cpu: float
    memory: float | None


def run_pool(articles: Iterator[Article], warm: list[Article], processes: int) -> Run:
    """Code a stream with a pool of processes."""
    begun = time.perf_counter()
    with LocalPool(processes) as pool:
        for _ in pool.code_many(warm * processes):
            pass
        ready, cpu = time.perf_counter(), _cpu()
        for _ in pool.code_many(articles):
            pass
        seconds, cpu = time.perf_counter() - ready, _cpu() - cpu
        return Run(ready - begun, seconds, cpu, _memory())


def _pids() -> list[str]:
    return ["self", *(str(child.pid) for child in multiprocessing.active_children())]


def _cpu() -> float:
    """CPU seconds of all processes so far; of this one alone where the system does not tell."""
    total = 0.0
    for pid in _pids():
        stat = Path(f"/proc/{pid}/stat")
        if not stat.exists():
            return time.process_time()
        user, system = stat.read_text().rpartition(")")[2].split()[11:13]
        total += (int(user) + int(system)) / 100
    return total


def _memory() -> float | None:
    """The sum of what each process held at its fullest, in MiB; shared pages count in each."""
    total = 0
    for pid in _pids():
        status = Path(f"/proc/{pid}/status")
        if not status.exists():
            return None
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmHWM"))
        total += int(line.split()[1])
    return total / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("path", type=Path, help="folder or file of articles")
    parser.add_argument("--articles", type=int, default=500, help="how many to code, repeating those found")
    parser.add_argument("--processes", type=int, default=2)
    options = parser.parse_args()
    found = [item for item in read([str(options.path)]) if isinstance(item, Article)]
    if not found:
        parser.error(f"no articles in {options.path}")
    words = statistics.mean(len(article.text.split()) for article in found)
    print(f"{len(found)} articles of {words:.0f} words, repeated to {options.articles}")

    run = run_pool(islice(cycle(found), options.articles), found[:WARM], options.processes)
    print(f"start of {options.processes} processes and first articles  {run.start:8.1f} s")
    print(f"articles a second                         {options.articles / run.seconds:8.1f}")
    print(f"CPU seconds an article, all processes     {run.cpu / options.articles:8.3f}")
    if run.memory is not None:
        print(f"memory of all processes at its fullest    {run.memory:8.0f} MiB")

    rooms = by_room(found[:SAMPLE])
    total = sum(rooms.values())
    print(f"\nCPU seconds an article by room, one process, {min(SAMPLE, len(found))} articles")
    for room, seconds in sorted(rooms.items(), key=lambda item: -item[1]):
        print(f"  {room:12}{seconds:8.4f}  {100 * seconds / total:4.1f} %")
    print(f"  {'all':12}{total:8.4f}")


if __name__ == "__main__":
    main()
