"""The outcome of one measurement."""

from __future__ import annotations

import json
from dataclasses import dataclass

Row = tuple[str, float, int]
"""A measure's name, its value, and the number of cases it was taken over."""


@dataclass(frozen=True, slots=True)
class Report:
    """All rows of one suite on one path."""

    suite: str
    path: str
    rows: list[Row]

    def json(self) -> str:
        """The rows as a JSON object, for the gate and for scripts."""
        rows = [{"measure": m, "value": round(v, 4), "n": n} for m, v, n in self.rows]
        return json.dumps({"suite": self.suite, "path": self.path, "rows": rows}, indent=2)
