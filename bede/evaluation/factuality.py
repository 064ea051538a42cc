"""Did it happen: the mood of marked words, on data in the layout of UW event factuality.

JSON lines {"text": words and marks with blanks between them, "targets": [{"span1": [first word, word after],
"label": ...}]}. A label is a class of the guide (actual, future, hypothetical, negated) or a number from -3
(certainly did not happen) to 3 (certainly did), which is read as

    <= -1            negated
    between          possible (hypothetical)
    >= 1             certain: actual or future, for the scale says how sure an act is, not when
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

SURE = 1.0
CERTAIN, POSSIBLE = "certain", "possible"
OF_SCALE = {"actual": CERTAIN, "future": CERTAIN, "hypothetical": POSSIBLE, "negated": "negated"}
Targets = list[tuple[int, str]]  # place of the word, its class


def evaluate_factuality(path: Path) -> list[Row]:
    """Accuracy, macro-F1 over the classes of the file, F1 of each. Raises BedeError for another file."""
    gold: list[str] = []
    coded: list[str] = []
    parser = Parser()
    for doc, targets in _parsed(parser, read_targets(path)):
        for place, label in targets:
            told = mood_class(doc[place])
            gold.append(label)
            coded.append(told)
    if not gold:
        raise BedeError(f"{path} holds no targets. Give JSON lines with text and targets.")
    if set(gold) <= set(OF_SCALE.values()):
        coded = [OF_SCALE[c] for c in coded]
    right = sum(g == c for g, c in zip(gold, coded, strict=True)) / len(gold)
    classes = sorted(set(gold))
    return [
        ("accuracy", right, len(gold)),
        ("macro-F1", macro_f1(gold, coded, classes), len(gold)),
        *((f"F1 {name}", macro_f1(gold, coded, [name]), gold.count(name)) for name in classes),
    ]


def gold_class(label: float | str) -> str:
    """The class of a label: a class already, or a number from -3 to 3."""
    if isinstance(label, str):
        return label
    if label <= -SURE:
        return "negated"
    return CERTAIN if label >= SURE else POSSIBLE


def mood_class(trigger: Token) -> str:
    """The class that the rules of mood give a word."""
    state = mood(trigger)
    if state.negated or state.refused or state.denier is not None:
        return "negated"
    if state.possible or state.conditional or state.voted:
        return "hypothetical"
    return "future" if state.future else "actual"


def read_targets(path: Path) -> Iterator[tuple[list[str], Targets]]:
    """The words of each sentence, and the place and label of each target."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            raw: dict[str, Any] = json.loads(line)
            yield raw["text"].split(), [(t["span1"][0], gold_class(t["label"])) for t in raw["targets"]]
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise BedeError(f"{path}, line {number}: {error!r}. Give lines with text and targets.") from error


def _parsed(parser: Parser, sentences: Iterator[tuple[list[str], Targets]]) -> Iterator[tuple[Doc, Targets]]:
    """Docs over the given words, one sentence each."""
    pairs = ((Doc(parser.nlp.vocab, words=words), targets) for words, targets in sentences)
    for doc, targets in parser.nlp.pipe(pairs, as_tuples=True, batch_size=64):
        yield doc, [(place, label) for place, label in targets if place < len(doc)]
