"""How likely an act is right: two logistic models over what the frames and the event model say of it.

`act` is the probability that the words tell an act of the type, `whole` that its sides are right too. The
weights stand in `confidence.csv`, fitted by `training/model/calibrate.py` on labels of this project alone.
"""

from __future__ import annotations

import math
from functools import cache

from bede.data import rows
from bede.events.draft import Draft
from bede.records import Entity, Factuality

INFERRED = ("inferred", "implied")
LIMIT = 4.0  # log-odds beyond this say nothing more


def features(act: Draft) -> dict[str, float]:
    """What is known of an act, as numbers of about the same size. Absent features count as 0."""
    frames = [c for c in act.candidates if c.frame.pos != "model"]
    weight = max((c.frame.weight for c in frames), default=0.0)
    known = [c.probability for c in act.candidates if c.probability is not None]
    odds = _log_odds(max(known)) if known else 0.0
    found = {
        "frame": float(bool(frames)),
        "weight": weight,
        "odds": odds,
        "odds with a frame": odds if frames else 0.0,
        "asked": float(bool(known)),
        "mentions": math.log(len(act.triggers)),
        "actor named": float(_named(act.actors)),
        "actor has a country": float(_has_country(act.actors)),
        "recipient named": float(_named(act.recipients)),
        "recipient has a country": float(_has_country(act.recipients)),
        "recipient inferred": float(_inferred(act.recipients)),
        "noun": float(act.triggers[0].pos_ in ("NOUN", "PROPN")),
        "in the title": float(any(t.idx < t.doc.user_data.get("title_end", 0) for t in act.triggers)),
        f"type {act.type}": 1.0,
    }
    if act.candidate.factuality is not Factuality.ACTUAL:
        found[act.candidate.factuality.value] = 1.0
    return found


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return max(-LIMIT, min(LIMIT, math.log(bounded / (1 - bounded))))


def _named(side: list[Entity]) -> bool:
    return any(e.span is not None for e in side)


def _has_country(side: list[Entity]) -> bool:
    return any(e.country for e in side)


def _inferred(side: list[Entity]) -> bool:
    return bool(side) and all((e.basis or "").startswith(INFERRED) for e in side)


def probability(act: Draft, of: str) -> float:
    """The probability that an act is right; `of` is "act" or "whole"."""
    weights = load_weights()[of]
    score = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in features(act).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def load_weights() -> dict[str, dict[str, float]]:
    """The shipped weights: by what they are of, then by feature."""
    found: dict[str, dict[str, float]] = {"act": {}, "whole": {}}
    for row in rows("confidence.csv"):
        for of, weights in found.items():
            weights[row["feature"]] = float(row[of])
    return found
