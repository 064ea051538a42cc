"""Public benchmarks, the development gold, and the scorers: `run(suite, path)` is the one way in."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from bede.errors import BedeError
from bede.evaluation.report import Report, Row

# Suite -> (module, function from a path to rows). Modules load only when their suite runs.
SUITES = {
    "events": ("bede.evaluation.events", "evaluate_events"),
    "events-small": ("bede.evaluation.events", "evaluate_events_small"),
    "times": ("bede.evaluation.times", "evaluate_times"),
    "places": ("bede.evaluation.places", "evaluate_places"),
    "attribution": ("bede.evaluation.attribution", "evaluate_attribution"),
    "pairs": ("bede.evaluation.pairs", "evaluate_pairs"),
    "factuality": ("bede.evaluation.factuality", "evaluate_factuality"),
    "statements": ("bede.evaluation.statements", "evaluate_statements"),
}

__all__ = ["SUITES", "Report", "Row", "run"]


def run(suite: str, path: Path) -> Report:
    """Measure one suite on a benchmark as published. Raises BedeError for an unknown suite or a bad file."""
    if suite not in SUITES:
        raise BedeError(f"There is no suite {suite!r}. Choose one of: {', '.join(sorted(SUITES))}.")
    if not path.exists():
        raise BedeError(f"{path} does not exist. Give the benchmark's file or folder.")
    module, function = SUITES[suite]
    measure: Callable[[Path], list[Row]] = getattr(import_module(module), function)
    return Report(suite, str(path), measure(path))
