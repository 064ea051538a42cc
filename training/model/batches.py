"""Examples as tensors: batches of about equal length, word pieces, and where the words stand."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Tensor

from bede.events.wordpieces import WordPieces
from training.model.examples import Pair, Sentence

LONGEST = 192  # pieces; longer sentences are cut
Item = TypeVar("Item", Sentence, Pair)


@dataclass(frozen=True, slots=True)
class Texts:
    """Pieces and mask [batch, length]; `places` gives each sentence's words their first piece."""

    pieces: Tensor
    mask: Tensor
    places: list[list[int]]


def batches(
    items: Sequence[Item], pieces_a_batch: int, random_order: random.Random | None
) -> Iterator[list[Item]]:
    """Items in batches of about `pieces_a_batch`, alike in length; shuffled where an order is given."""
    keyed = [
        (len(item.words) * (random_order.uniform(0.9, 1.1) if random_order else 1), i)
        for i, item in enumerate(items)
    ]
    made: list[list[Item]] = []
    batch: list[Item] = []
    for _, i in sorted(keyed):
        longest = min(LONGEST, int(1.4 * len(items[i].words)) + 6)
        if batch and longest * (len(batch) + 1) > pieces_a_batch:
            made.append(batch)
            batch = []
        batch.append(items[i])
    if batch:
        made.append(batch)
    if random_order:
        random_order.shuffle(made)
    yield from made


def sentence_texts(sentences: Sequence[Sentence], vocabulary: WordPieces) -> Texts:
    """Sentences as they are."""
    return _texts([vocabulary.encode(s.words, LONGEST) for s in sentences], vocabulary.pad)


def pair_texts(pairs: Sequence[Pair], vocabulary: WordPieces) -> tuple[Texts, Tensor]:
    """Sentences with their sides marked, and the pieces of the opening marks [batch, 2] (0: not named)."""
    marked = [pair.marked.with_marks() for pair in pairs]
    encoded = [vocabulary.encode(words, LONGEST) for words, _ in marked]
    opens = [
        [places[word] if word is not None and word < len(places) else 0 for word in words]
        for (_, words), (_, places) in zip(marked, encoded, strict=True)
    ]
    return _texts(encoded, vocabulary.pad), torch.tensor(opens)


def _texts(encoded: Sequence[tuple[list[int], list[int]]], pad: int) -> Texts:
    longest = max(len(pieces) for pieces, _ in encoded)
    pieces = torch.full((len(encoded), longest), pad)
    mask = torch.zeros((len(encoded), longest), dtype=torch.long)
    for row, (numbers, _) in enumerate(encoded):
        pieces[row, : len(numbers)] = torch.tensor(numbers)
        mask[row, : len(numbers)] = 1
    return Texts(pieces, mask, [places for _, places in encoded])
