"""The figures in README.md, which the build writes and the check compares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from training.files import HOME
from training.records import Passage

README = HOME / "README.md"
_START, _END = "<!-- figures: written by training/build.py -->\n", "<!-- end of figures -->"


def block(passages: Sequence[Passage]) -> str:
    """The table of the datasheet."""
    events = [event for passage in passages for event in passage.events]
    types = Counter(str(event.type) for event in events)
    told = Counter(str(event.factuality) for event in events)
    rows = [
        ("passages", f"{len(passages)} (train {sum(not p.held for p in passages)}, held aside "
                     f"{sum(p.held for p in passages)})"),
        ("without an event", str(sum(not p.events for p in passages))),
        ("with statements labelled", str(sum(p.statements is not None for p in passages))),
        ("passes of labelling", _listed(Counter(f"{p.provenance.passes}" for p in passages))),
        ("events", str(len(events))),
        ("by type", _listed(types)),
        ("factuality", _listed(told)),
        ("attributed", str(sum(event.attributed_to is not None for event in events))),
        ("statements", str(sum(len(p.statements or ()) for p in passages))),
    ]  # fmt: skip
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]) + "\n"


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.most_common())


def write(passages: Sequence[Passage]) -> None:
    """Put the table of these passages into the datasheet."""
    before, _, rest = README.read_text(encoding="utf-8").partition(_START)
    after = rest.partition(_END)[2]
    README.write_text(before + _START + block(passages) + _END + after, encoding="utf-8")


def current(passages: Sequence[Passage]) -> bool:
    """Whether the table of the datasheet is that of these passages."""
    return block(passages) in README.read_text(encoding="utf-8")
