"""The quality gate: no measured figure may sink below the floor that quality.toml records for it.

    python -m bede.evaluation.gate               each floor and what is measured now; exit code 1 below one
    python -m bede.evaluation.gate --raise       and write higher floors where figures have risen
    python -m bede.evaluation.gate --intervals   and 95 % intervals for the F1 of events
    python -m bede.evaluation.gate --only events this suite alone

A floor is raised by the program and lowered only by hand, with a reason in the commit.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import os
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bede.errors import BedeError

FLOORS = Path("quality.toml")
STEP = 0.005  # floors are multiples of this, rounded down
SLACK = 0.005  # parses differ a little between processors
_HEAD = """\
# What was measured, and the floor below which the tests fail. Read by bede/evaluation/gate.py, which says
# how floors are raised. `data` is a path in this repository, or in the folder of benchmark data
# ($BEDE_SHARED, else ../shared). `low`, `high`: 95 % bootstrap interval over articles. `slow`: left out of
# the tests, for it takes minutes.
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One recorded figure: which measure of which suite on what data, its floor, and when it was set.

    `slack` is how far below the measured value a floor is set: more for shares of the events found, which
    sink when harder events are found.
    """

    suite: str
    data: str
    measure: str
    floor: float
    measured: float
    n: int
    date: dt.date
    low: float | None = None
    high: float | None = None
    slow: bool = False
    slack: float = SLACK

    def path(self, root: Path) -> Path:
        """Where its data are: in the repository `root`, else in the folder of benchmark data."""
        own = root / self.data
        return own if own.exists() else shared(root) / self.data


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure as measured now."""

    figure: Figure
    value: float
    n: int
    interval: tuple[float, float] | None = None

    @property
    def holds(self) -> bool:
        """Whether the floor holds."""
        return self.value >= self.figure.floor

    def raised(self, today: dt.date) -> Figure:
        """The figure with what was measured, and a floor that may have risen but never sinks."""
        steps = math.floor((self.value - self.figure.slack) / STEP + 1e-9)
        floor = max(self.figure.floor, round(steps * STEP, 4))
        low, high = self.interval or (None, None)
        return replace(
            self.figure, floor=floor, measured=self.value, n=self.n, date=today, low=low, high=high
        )


def shared(root: Path) -> Path:
    """The folder of benchmark data, which is no part of the project."""
    return Path(os.environ.get("BEDE_SHARED", root.parent / "shared"))


def read_figures(path: Path) -> list[Figure]:
    """The figures recorded. Raises BedeError where the file is missing or malformed."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))["figure"]
        return [Figure(**table) for table in tables]
    except (OSError, tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise BedeError(
            f"{path}: {error}. It should hold [[figure]] tables; run from the checkout."
        ) from error


def measure(figures: Sequence[Figure], root: Path, intervals: bool = False) -> list[Outcome]:
    """Measure figures of one suite on one data set, in one run. Raises BedeError for an unknown measure."""
    suite, path = figures[0].suite, figures[0].path(root)
    ranges: dict[str, tuple[float, float]] = {}
    if suite == "events" and intervals:
        from bede.evaluation.intervals import events_with_intervals

        rows, ranges = events_with_intervals(path)
    else:
        from bede.evaluation import run

        rows = run(suite, path).rows
    values = {name: (value, n) for name, value, n in rows}
    missing = [figure.measure for figure in figures if figure.measure not in values]
    if missing:
        raise BedeError(f"The suite {suite} has no measure {', '.join(missing)}; it has {', '.join(values)}.")
    return [Outcome(f, *values[f.measure], ranges.get(f.measure)) for f in figures]


def groups(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Figures by suite and data set, in the order recorded."""
    found: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        found.setdefault((figure.suite, figure.data), []).append(figure)
    return list(found.values())


def write_figures(path: Path, figures: Iterable[Figure]) -> None:
    """Write quality.toml anew."""
    tables = []
    for f in figures:
        lines = [
            "[[figure]]",
            f'suite = "{f.suite}"',
            f'data = "{f.data}"',
            f'measure = "{f.measure}"',
            f"floor = {f.floor}",
            f"measured = {f.measured:.4f}",
            f"n = {f.n}",
            f"date = {f.date}",
        ]
        if f.low is not None and f.high is not None:
            lines += [f"low = {f.low:.3f}", f"high = {f.high:.3f}"]
        if f.slow:
            lines.append("slow = true")
        if f.slack != SLACK:
            lines.append(f"slack = {f.slack}")
        tables.append("\n".join(lines))
    path.write_text("\n\n".join([_HEAD.rstrip(), *tables]) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every figure beside its floor; 1 where a floor is broken, else 0."""
    parser = argparse.ArgumentParser(
        prog="python -m bede.evaluation.gate", description=__doc__.split("\n")[0]
    )
    parser.add_argument("file", nargs="?", type=Path, default=FLOORS, help="the floors (quality.toml)")
    parser.add_argument("--raise", dest="lift", action="store_true", help="write floors that have risen")
    parser.add_argument("--intervals", action="store_true", help="95 %% intervals for the F1 of events")
    parser.add_argument("--only", metavar="SUITE", help="measure this suite alone")
    options = parser.parse_args(arguments)
    figures = read_figures(options.file)
    root = options.file.resolve().parent
    kept, broken = [], 0
    for group in groups(figures):
        if options.only not in (None, group[0].suite):
            kept += group
            continue
        if not group[0].path(root).exists():
            print(f"{group[0].suite}: {group[0].data} is not here, not measured")
            kept += group
            continue
        for outcome in measure(group, root, options.intervals or options.lift):
            print(_line(outcome))
            broken += not outcome.holds
            kept.append(outcome.raised(dt.date.today()) if options.lift else outcome.figure)
    if options.lift:
        write_figures(options.file, kept)
    return 1 if broken else 0


def _line(outcome: Outcome) -> str:
    figure = outcome.figure
    interval = f" [{outcome.interval[0]:.3f}, {outcome.interval[1]:.3f}]" if outcome.interval else ""
    verdict = "" if outcome.holds else "  BELOW ITS FLOOR"
    name = f"{figure.suite}, {figure.data}, {figure.measure}"
    return f"{name:72} floor {figure.floor:.3f}  now {outcome.value:.3f}{interval} (n = {outcome.n}){verdict}"


if __name__ == "__main__":
    try:
        sys.exit(main())
    except BedeError as problem:
        sys.exit(f"bede: {problem}")
