"""The type of the act between a marked actor and recipient, as the PLV benchmark has it.

A tab-separated file with the columns `marked_sentence` (<s>actor</s>, <t>recipient</t>) and `gold_root`. Its
root types are those of PLOVER before version 2, where YIELD stood for CONCEDE and RETREAT: both count as
YIELD there, and as material cooperation in the quads, where the set has them.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from bede.errors import BedeError
from bede.evaluation.report import Row
from bede.events.marked import Marked, read_marked
from bede.events.model import find_model
from bede.ontology import load as load_ontology

YIELD = "YIELD"
YIELDING = ("CONCEDE", "RETREAT")
AT_ONCE = 32


def evaluate_pairs(path: Path) -> list[Row]:
    """Macro-F1 over root types and over quads, and the share right. Raises BedeError for another file."""
    sentences, gold = read_pairs(path)
    coded = classify(sentences)
    roots = sorted(set(gold))
    quad = _quads()
    return [
        ("root macro-F1", macro_f1(gold, coded, roots), len(gold)),
        ("quad macro-F1", macro_f1([quad[g] for g in gold], [quad[c] for c in coded], "1234"), len(gold)),
        ("right root", sum(g == c for g, c in zip(gold, coded, strict=True)) / len(gold), len(gold)),
        *((f"F1 {root}", macro_f1(gold, coded, [root]), gold.count(root)) for root in roots),
    ]


def read_pairs(path: Path) -> tuple[list[Marked], list[str]]:
    """Marked sentences and their roots."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    if not rows or not {"marked_sentence", "gold_root"} <= set(rows[0]):
        raise BedeError(f"{path}: no columns marked_sentence and gold_root, tab-separated.")
    sentences = [read_marked(row["marked_sentence"]) for row in rows]
    return sentences, [YIELD if row["gold_root"] in YIELDING else row["gold_root"] for row in rows]


def classify(sentences: Sequence[Marked], name: str = "small") -> list[str]:
    """The likeliest root of each, the two kinds of yielding taken together."""
    model = find_model(name)
    if model is None:
        raise BedeError("The frames alone do not tell the type of a marked pair. Name a model.")
    found = []
    for start in range(0, len(sentences), AT_ONCE):
        for row in model.types_of(sentences[start : start + AT_ONCE]):
            shares: dict[str, float] = {}
            for name, share in zip(model.types, row.tolist(), strict=True):
                root = YIELD if name in YIELDING else name
                shares[root] = shares.get(root, 0.0) + share
            found.append(max(shares, key=lambda root: shares[root]))
    return found


def _quads() -> dict[str, str]:
    """Quad of each root; the set counts every yielding as material cooperation."""
    return {name: str(kind.quad) for name, kind in load_ontology().types.items()} | {YIELD: "2"}


def macro_f1(gold: Sequence[str], coded: Sequence[str], labels: Sequence[str]) -> float:
    """The mean over labels of F1."""
    values = []
    for label in labels:
        both = sum(g == c == label for g, c in zip(gold, coded, strict=True))
        total = sum(g == label for g in gold) + sum(c == label for c in coded)
        values.append(2 * both / total if total else 0.0)
    return sum(values) / len(values)
