"""How far a figure may be off by chance: bootstrap over articles.

Events of one article stand or fall together, so whole articles are drawn, with replacement, and the figure is
taken anew from each draw. The middle 95 % of the draws is the interval (percentile method, Efron 1979).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from bede.evaluation.events import LEVELS, CodesMany, Scored, compare, score
from bede.evaluation.matching import pair
from bede.evaluation.report import Row

DRAWS = 1000
Interval = tuple[float, float]
Counts = tuple[int, int, int]
"""Of one article: events right, events coded, events in the gold."""


def events_with_intervals(
    path: Path, coder: CodesMany | None = None
) -> tuple[list[Row], dict[str, Interval]]:
    """The rows of the events suite, and the 95 % interval of each F1 by its measure's name."""
    scored = compare(path, coder)
    return score(scored), {f"{level} F1": f1_interval(counts(scored, level)) for level in LEVELS}


def counts(scored: Scored, level: str) -> list[Counts]:
    """What each article adds to a figure."""
    documents = zip(scored.coded, scored.gold, strict=True)
    return [(len(pair(coded, gold, level)), len(coded), len(gold)) for coded, gold in documents]


def f1_interval(articles: Sequence[Counts], draws: int = DRAWS, seed: int = 0) -> Interval:
    """The middle 95 % of F1 over `draws` resamplings of the articles; the same seed gives the same interval.

    Raises ValueError where there is no article.
    """
    if not articles:
        raise ValueError("an interval needs at least one article")
    chance = random.Random(seed)
    values = sorted(_f1(chance.choices(articles, k=len(articles))) for _ in range(draws))
    return values[round(0.025 * (draws - 1))], values[round(0.975 * (draws - 1))]


def _f1(articles: Sequence[Counts]) -> float:
    right = sum(article[0] for article in articles)
    size = sum(article[1] + article[2] for article in articles)
    return 2 * right / size if size else 0.0
