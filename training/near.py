"""Runs of words in common: near-copies inside the corpus, and runs shared with other text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

RUN = 8  # words
NEAR = 0.15  # Jaccard of runs from which two passages count as near-copies
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def word_list(text: str) -> list[str]:
    """The words of a text, lower case, without punctuation; "don't" is one word."""
    return _WORD.findall(text.lower().replace("’", "'"))


def runs(words: Sequence[str], length: int = RUN) -> Iterator[str]:
    """Every run of `length` words; a shorter text is one run."""
    if words and len(words) < length:
        yield " ".join(words)
    for i in range(len(words) - length + 1):
        yield " ".join(words[i : i + length])


def near_copies(texts: Sequence[str], least: float = NEAR) -> list[tuple[int, int, float]]:
    """Pairs (earlier, later, Jaccard of runs) of texts that are nearly the same, exact copies with 1.0."""
    holders: dict[str, list[int]] = defaultdict(list)
    sets: list[set[str]] = []
    found = []
    for j, text in enumerate(texts):
        mine = set(runs(word_list(text)))
        shared: dict[int, int] = defaultdict(int)
        for run in mine:
            for i in holders[run]:
                shared[i] += 1
            holders[run].append(j)
        sets.append(mine)
        for i, common in shared.items():
            likeness = common / (len(mine) + len(sets[i]) - common)
            if likeness >= least:
                found.append((i, j, likeness))
    return found


def shared_runs(texts: Sequence[str], others: Iterable[tuple[str, str]]) -> dict[int, dict[str, str]]:
    """For each text, the longest runs of at least RUN words that another text has too, with its name."""
    positions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    listed = [word_list(text) for text in texts]
    for i, words in enumerate(listed):
        for place, run in enumerate(runs(words)):
            positions[run].append((i, place))
    marked: dict[int, dict[int, str]] = defaultdict(dict)
    for name, other in others:
        words = word_list(other)
        if len(words) < RUN:
            continue
        for run in runs(words):
            for i, place in positions.get(run, ()):
                marked[i].setdefault(place, name)
    return {i: _joined(listed[i], places) for i, places in marked.items()}


def _joined(words: list[str], places: dict[int, str]) -> dict[str, str]:
    """Overlapping runs as one."""
    found: dict[str, str] = {}
    start = last = -2
    for place in [*sorted(places), len(words) + RUN]:
        if place != last + 1:
            if last >= 0:
                found[" ".join(words[start : last + RUN])] = places[start]
            start = place
        last = place
    return found
