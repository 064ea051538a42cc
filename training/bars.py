"""The size and mix that the corpus is meant to reach, and how far it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bede.ontology import Ontology
from training.records import Event, Passage

# Passages without an event that look as if they had one.
NEAR_MISS = frozenset(
    """near-miss near_miss sport market markets accident disaster history biography film anniversary economy
    election poll appointment weather science award health figurative disease trap""".split()
)


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing wanted: at least `wanted` of it, or a share from `wanted` to `most`."""

    name: str
    wanted: float
    have: float
    most: float | None = None

    @property
    def met(self) -> bool:
        """Whether the corpus reaches it."""
        return self.wanted <= self.have and (self.most is None or self.have <= self.most)

    def __str__(self) -> str:
        wanted, have = (f"{v:.0%}" if self.share else f"{v:.0f}" for v in (self.wanted, self.have))
        return f"{'met    ' if self.met else 'not yet'}  {self.name:44} wanted {wanted:>5}  have {have:>5}"

    @property
    def share(self) -> bool:
        """Whether it is a share and no count."""
        return isinstance(self.wanted, float)


def bars(passages: Sequence[Passage], ontology: Ontology) -> Iterator[Bar]:
    """Every bar, with what the corpus has."""
    events = [event for passage in passages for event in passage.events]
    silent = [passage for passage in passages if not passage.events]
    total = len(passages) or 1
    near = sum(bool(NEAR_MISS & set(passage.tags)) for passage in silent)
    yield Bar("passages", 4000, len(passages))
    yield Bar("events", 6000, len(events))
    yield Bar("share held aside", 0.08, sum(p.held for p in passages) / total, 0.12)
    yield Bar("share of passages without an event", 0.25, len(silent) / total)
    yield Bar("share of those tagged as near misses", 0.5, near / (len(silent) or 1))
    yield Bar("share of passages tagged hard", 0.28, sum("hard" in p.tags for p in passages) / total, 0.4)
    some = [len(p.events) for p in passages if p.events]
    yield Bar("share of the others with one or two events", 0.6, sum(n < 3 for n in some) / (len(some) or 1))
    yield Bar("passages with statements labelled", 4000, sum(p.statements is not None for p in passages))
    yield from _coverage(events, ontology)


def _coverage(events: Sequence[Event], ontology: Ontology) -> Iterator[Bar]:
    types = Counter(event.type for event in events)
    modes = Counter((event.type, mode) for event in events for mode in event.modes)
    contexts = Counter(context for event in events for context in event.contexts)
    told = Counter(event.factuality for event in events)
    yield Bar("attributed", 1500, sum(event.attributed_to is not None for event in events))
    for factuality in ("negated", "future", "hypothetical"):
        yield Bar(factuality, 250, told[factuality])
    for name, kind in ontology.types.items():
        yield Bar(name, 250, types[name])  # type: ignore[index]
        for mode in kind.modes:
            yield Bar(f"{name} {mode.name}", 30, modes[name, mode.name])  # type: ignore[index]
    for context in ontology.contexts:
        yield Bar(f"context {context}", 30, contexts[context])
