"""How the passages are spread over lengths, years and regions, beside real copy."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean, quantiles

from training.files import HOME
from training.locate import sentence_starts
from training.near import word_list
from training.records import Passage


def shapes(passages: Sequence[Passage], wire: Path | None) -> Iterator[str]:
    """Lines that describe the corpus, and the wire's (a CSV with a `text` column) where there is one."""
    yield "sentence length in words, quantiles 10 25 50 75 90 and mean"
    yield f"  corpus  {_spread([n for p in passages for n in _sentences(p.text)])}"
    if wire is not None:
        with wire.open(encoding="utf-8", newline="") as file:
            articles = [row["text"] for row in csv.DictReader(file)]
        yield f"  wire    {_spread([n for text in articles for n in _sentences(text)])}"
        paragraphs = [q for text in articles for q in text.split("\n") if len(q.split()) > 3]
        yield "sentences a paragraph"
        yield f"  wire    {_shares(Counter(len(_sentences(q)) for q in paragraphs))}"
    yield "sentences a passage"
    yield f"  corpus  {_shares(Counter(len(_sentences(p.text)) for p in passages))}"
    yield f"events a passage: {_shares(Counter(len(p.events) for p in passages))}"
    yield f"genres: {_shares(Counter(str(p.genre) for p in passages))}"
    decades = Counter(f"{int(p.date[:4]) // 5 * 5}-" for p in passages)
    yield (
        f"years, by five: {_shares(decades)}; from {min(p.date for p in passages)[:4]}"
        f" to {max(p.date for p in passages)[:4]}"
    )
    yield f"regions of sides: {_shares(_regions(passages))}"


def _sentences(text: str) -> list[int]:
    """Lengths of the sentences in words."""
    starts = [*sentence_starts(text), len(text)]
    lengths = [len(word_list(text[a:b])) for a, b in pairwise(starts)]
    return [n for n in lengths if n]


def _spread(values: Sequence[int]) -> str:
    cuts = quantiles(values, n=20)
    return " ".join(f"{cuts[i]:4.0f}" for i in (1, 4, 9, 14, 17)) + f"  {mean(values):5.1f}"


def _shares(counts: Counter[int] | Counter[str]) -> str:
    total = counts.total() or 1
    return "  ".join(f"{key} {count / total:.0%}" for key, count in sorted(counts.items(), key=str))


def _regions(passages: Sequence[Passage]) -> Counter[str]:
    """How many sides act for a country of each region."""
    with (HOME / "regions.csv").open(encoding="utf-8", newline="") as file:
        region = {row["iso3"]: row["region"] for row in csv.DictReader(file)}
    return Counter(
        region.get(side.country, "international")
        for passage in passages
        for event in passage.events
        for side in (*event.actors, *event.recipients)
        if side.country
    )
