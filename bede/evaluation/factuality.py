"""Did it happen: the mood of marked words, on data in the layout of UW event factuality.

JSON lines {"text": words and marks with blanks between them, "targets": [{"span1": [first word, word after],
"label": -3 (certainly did not) to 3 (certainly did)}]}. Two mappings to the classes of the guide:

    label <= -1        negated
    -1 < label < 1     future or hypothetical, which the scale does not tell apart
    label >= 1         actual
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from bede.errors import BedeError
from bede.evaluation.pairs import macro_f1
from bede.evaluation.report import Row
from bede.events.factuality import mood
from bede.parsing import Parser

CLASSES = ("actual", "possible", "negated")
SURE = 1.0


def evaluate_factuality(path: Path) -> list[Row]:
    """Accuracy and macro-F1 over the three classes. Raises BedeError for another file."""
    gold: list[str] = []
    coded: list[str] = []
    parser = Parser()
    for doc, targets in _parsed(parser, read_targets(path)):
        for place, label in targets:
            gold.append(gold_class(label))
            coded.append(mood_class(doc[place]))
    if not gold:
        raise BedeError(f"{path} holds no targets. Give JSON lines with text and targets.")
    right = sum(g == c for g, c in zip(gold, coded, strict=True)) / len(gold)
    return [
        ("accuracy", right, len(gold)),
        ("macro-F1", macro_f1(gold, coded, CLASSES), len(gold)),
        *((f"F1 {name}", macro_f1(gold, coded, [name]), gold.count(name)) for name in CLASSES),
    ]


def gold_class(label: float) -> str:
    """The class of a label from -3 to 3."""
    if label <= -SURE:
        return "negated"
    return "actual" if label >= SURE else "possible"


def mood_class(trigger: Token) -> str:
    """The class that the rules of mood give a word."""
    state = mood(trigger)
    if state.negated or state.refused or state.denier is not None:
        return "negated"
    return "possible" if state.future or state.possible or state.conditional or state.voted else "actual"


def read_targets(path: Path) -> Iterator[tuple[list[str], list[tuple[int, float]]]]:
    """The words of each sentence, and the place and label of each target."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            raw: dict[str, Any] = json.loads(line)
            yield raw["text"].split(), [(t["span1"][0], float(t["label"])) for t in raw["targets"]]
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise BedeError(f"{path}, line {number}: {error!r}. Give lines with text and targets.") from error


def _parsed(
    parser: Parser, sentences: Iterator[tuple[list[str], list[tuple[int, float]]]]
) -> Iterator[tuple[Doc, list[tuple[int, float]]]]:
    """Docs over the given words, one sentence each."""
    pairs = ((Doc(parser.nlp.vocab, words=words), targets) for words, targets in sentences)
    for doc, targets in parser.nlp.pipe(pairs, as_tuples=True, batch_size=64):
        yield doc, [(place, label) for place, label in targets if place < len(doc)]
