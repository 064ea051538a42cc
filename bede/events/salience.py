"""The other side of an act that its own sentence leaves out ("criticised the move"): who the story is about.

News leaves out what the reader knows from the sentences before. The side is then the actor that the article
names most, other than the one who acts; its `basis` says so. (On the development gold this did as well as
the nearest actor of the same or the previous sentence.)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bede.records import Entity

BYSTANDERS = frozenset(["JRN"])


@dataclass(frozen=True, slots=True)
class Figure:
    """One mention of an actor: its head token's index, its chain and entity."""

    head: int
    chain: int
    entity: Entity


class Figures:
    """All actors of an article in text order, with how often each is named."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._figures = [
            f
            for f in figures
            if f.entity.country and f.entity.sectors and f.entity.sectors[0] not in BYSTANDERS
        ]
        self._counts = Counter(f.chain for f in self._figures)

    def protagonist(self, known: frozenset[int]) -> Figure | None:
        """The actor that the article names most, none of the chains in `known`; None if nobody is."""
        options = (f for f in self._figures if f.chain not in known)
        return max(options, key=lambda f: (self._counts[f.chain], -f.head), default=None)
