"""Pairing coded events with gold ones: found, dyad and exact, as the gold's own scorer has them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """One entity of a side, reduced to what is compared."""

    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """An event reduced to what is compared. Gold fills `marks`, coded events fill `sentences`.

    `types` holds `type` and, in gold, the second reading that is accepted too.
    """

    type: str
    types: frozenset[str]
    modes: frozenset[str]
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    date: str | None
    has_place: bool
    country: str | None
    factuality: str
    attributed_to: str
    sentences: tuple[str, ...]
    marks: tuple[str, ...] = ()
    core: bool = True


def normal(text: str | None) -> str:
    """Lower case, with every run of non-word characters one space."""
    return re.sub(r"\W+", " ", (text or "").lower()).strip()


def same_passage(coded: Act, gold: Act) -> bool:
    """Whether an evidence sentence holds, sits in or nearly equals the gold one, or tells another mention."""
    target = gold.sentences[0]
    for sentence in coded.sentences:
        if not sentence or not target:
            continue
        if sentence in target or target in sentence:
            return True
        if difflib.SequenceMatcher(None, sentence, target).ratio() > 0.8:
            return True
        if any(m and re.search(rf"\b{re.escape(m)}\b", sentence) for m in gold.marks[1:]):
            return True
    return False


def same_side(coded: Sequence[Side], gold: Sequence[Side]) -> bool:
    """Whether two sides share a country; two sides without any country agree."""
    ours = {s.country for s in coded if s.country}
    theirs = {s.country for s in gold if s.country}
    return bool(ours & theirs) or not (ours or theirs)


def same_sectors(coded: Sequence[Side], gold: Sequence[Side]) -> bool:
    """Whether two sides share a sector, or the gold side has none."""
    theirs = {s for side in gold for s in side.sectors}
    return not theirs or bool(theirs & {s for side in coded for s in side.sectors})


def agrees(coded: Act, gold: Act, level: str) -> bool:
    """Whether a coded event matches a gold one at a level: found, dyad or exact."""
    if not coded.types & gold.types:
        return False
    if level == "found":
        return same_passage(coded, gold)
    dyad = same_side(coded.actors, gold.actors) and same_side(coded.recipients, gold.recipients)
    if level == "dyad" or not dyad:
        return dyad
    sectors = same_sectors(coded.actors, gold.actors) and same_sectors(coded.recipients, gold.recipients)
    return sectors and same_passage(coded, gold)


def pair(coded: Sequence[Act], gold: Sequence[Act], level: str) -> list[tuple[Act, Act]]:
    """The largest one-to-one pairing of coded and gold events of one article (augmenting paths)."""
    edges = [[j for j, g in enumerate(gold) if agrees(c, g, level)] for c in coded]
    owner: dict[int, int] = {}
    for i in range(len(coded)):
        _grow(i, set(), edges, owner)
    return [(coded[i], gold[j]) for j, i in owner.items()]


def _grow(i: int, seen: set[int], edges: list[list[int]], owner: dict[int, int]) -> bool:
    for j in edges[i]:
        if j not in seen:
            seen.add(j)
            if j not in owner or _grow(owner[j], seen, edges, owner):
                owner[j] = i
                return True
    return False


def share(pairs: Sequence[tuple[Act, Act]], right: Callable[[Act, Act], bool]) -> float:
    """The share of pairs for which `right` holds; 0.0 of none."""
    return sum(right(c, g) for c, g in pairs) / len(pairs) if pairs else 0.0
